import type { Topic } from '../query.ts';

export interface Cue {
  readonly topic: Topic;
  /** What it says about the topic against other cues in the same sentence; 5 and over stand alone. */
  readonly weight: number;
  readonly pattern: RegExp;
}

/** How a language's file of cues is written: patterns over folded words parted by one space, with `{names}` put in. */
export interface CueFile {
  readonly macros: Readonly<Record<string, string>>;
  readonly cues: readonly {
    readonly topic: string;
    readonly weight: number;
    readonly patterns: readonly string[];
  }[];
}

export const compile = ({ macros, cues }: CueFile): Cue[] =>
  cues.map(({ topic, weight, patterns }) => {
    const filled = patterns.map((pattern) =>
      pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) => macros[name] ?? whole),
    );
    return {
      topic: topic as Topic,
      weight,
      pattern: new RegExp(`(?<![a-z0-9])(?:${filled.join('|')})(?![a-z0-9])`),
    };
  });
