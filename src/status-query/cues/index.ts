import english from '../data/cues.en.json' with { type: 'json' };
import swedish from '../data/cues.sv.json' with { type: 'json' };
import { type Cue, compile } from './cue.ts';

/** What words say about the topic; the heaviest topic wins (see `topics.ts`). People mix the languages: both are read. */
export const CUES_OF = { sv: compile(swedish), en: compile(english) } as const satisfies Record<
  string,
  readonly Cue[]
>;
export const CUES: readonly Cue[] = [...CUES_OF.sv, ...CUES_OF.en];
