import { ANSWERS } from './answers.ts';
import type { Cue } from './cue.ts';
import { DECISIONS } from './decisions.ts';
import { LISTS } from './lists.ts';
import { OUTCOMES } from './outcomes.ts';
import { OWN } from './own.ts';
import { SINGLE } from './single.ts';

/** What words say about the topic; the heaviest topic wins (see `topics.ts`). */
export const CUES: readonly Cue[] = [...ANSWERS, ...DECISIONS, ...OUTCOMES, ...OWN, ...LISTS, ...SINGLE];
