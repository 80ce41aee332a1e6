import type { Topic } from '../query.ts';

export interface Cue {
  readonly topic: Topic;
  /** What it says about the topic against other cues in the same sentence; 5 and over stand alone. */
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Patterns over folded words parted by one space. */
export const cue = (topic: Topic, weight: number, ...patterns: readonly string[]): Cue => ({
  topic,
  weight,
  pattern: new RegExp(`(?<![a-z0-9])(?:${patterns.join('|')})(?![a-z0-9])`),
});

/** Coordinated, as people put it. */
export const JOINT = '(?:samordna\\w*|samkop\\w*|samupphandl\\w*|gemensam\\w*|tillsammans|ihop)';
export const JOINT_EN = '(?:coordinat\\w*|joint(?:ly)?|together|in common|pooled|combined?)';
