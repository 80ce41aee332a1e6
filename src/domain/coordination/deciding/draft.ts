import { type Actor, actorId } from '../../shared/actor.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Texts } from '../answer.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';

/** What a theme's rule comes to: the events that the command itself causes, before consequences. */
export type Ruling = Result<readonly CaseEvent[], Refusal>;

/** Leaves out what every event has. */
export type EventFacts = CaseEvent extends infer E
  ? E extends CaseEvent
    ? Omit<E, 'at' | 'by' | 'texts' | 'removed'>
    : never
  : never;

export const event = (context: DecideContext, facts: EventFacts, texts?: Texts): CaseEvent =>
  ({
    at: context.now,
    by: actorId(context.actor),
    ...facts,
    ...(texts && Object.keys(texts).length > 0 ? { texts } : {}),
  }) as CaseEvent;

export const ruled = (...events: CaseEvent[]): Ruling => ok(events);
/** Said before in the same words, or the system's own second try: nothing happens, and that is fine. */
export const nothing: Ruling = ok([]);
export const refused = (code: RefusalCode, params?: Readonly<Record<string, string>>): Ruling =>
  fail(refuse(code, params));

export type PersonActor = Extract<Actor, { kind: 'person' }>;

/** Longest free text that anybody may write on a card. */
export const MAX_TEXT = 2000;

/** Null when the texts may be kept: every required one present, none too long. */
export const textProblem = (texts: Texts, required: readonly string[]): Refusal | null => {
  if (required.some((key) => !texts[key]?.trim())) return refuse('text-missing');
  return Object.values(texts).some((text) => text.length > MAX_TEXT)
    ? refuse('text-too-long', { max: String(MAX_TEXT) })
    : null;
};
