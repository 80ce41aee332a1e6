import type { RefusalCode } from '#domain/coordination/refusal.ts';
import type { CardAction } from '#rendering/action.ts';
import { parseAction } from '#rendering/parse-action.ts';

/** What a person can put right on the same card, and send again. */
const MENDABLE: readonly RefusalCode[] = [
  'text-missing',
  'text-too-long',
  'number-unreadable',
  'date-unreadable',
  'date-in-the-future',
  'deadline-in-the-past',
  'deviation-without-end',
  'not-prepared',
  'not-a-colleague',
  'not-an-officer',
  'owner-has-conflict',
  'evaluators-missing',
  'evaluator-has-conflict',
  'hours-unreadable',
  'concern-nobody',
  'concern-not-delivered',
  'concern-uncertain',
  'effort-unreadable',
  'lines-unreadable',
  'range-unreadable',
  'shares-over-hundred',
  'saving-impossible',
  'period-reversed',
  'periods-overlap',
  'stage-date-in-the-future',
  'rules-rows-missing',
  'rules-version-taken',
];
export const isMendable = (code: RefusalCode): boolean => MENDABLE.includes(code);

/** Where each form was sent from. */
const FORM_OF: Readonly<Record<string, string>> = {
  'request.yes': 'request.change',
  'request.conditions': 'request.conditions-form',
  'objection.send': 'objection.form',
  'more-time.send': 'more-time.form',
  'solution.propose': 'solution.form',
  'solution.reject': 'solution.reject-form',
  'ask-again.send': 'ask-again.form',
  'escalate.send': 'escalate.form',
  'urgent.send': 'urgent.form',
  'conclude.send': 'conclude.form',
  'candidate.not-possible': 'candidate.form',
  'delegate.send': 'delegate.form',
  'reference.send': 'reference.form',
  'evidence.send': 'evidence.form',
  'evidence.ask': 'evidence.ask-form',
  'owner.send': 'owner.form',
  'assess.send': 'assess.form',
  'evaluator.send': 'evaluator.form',
  'concern.send': 'concern.form',
  'away.save': 'away.form',
  'round.preview': 'round.form',
  'round.send': 'round.form',
  'cost.send': 'cost.form',
  'lesson.send': 'lesson.form',
  'saving.send': 'saving.form',
  'realised.send': 'realised.form',
  'attribution.send': 'attribution.form',
  'item.correct': 'item.form',
  'rules.adopt': 'rules.show',
};
const CARD_OF: Readonly<Record<string, string>> = {
  'council.position': 'council',
  'decision.decide': 'decision',
  'registration.register': 'registration',
};

/** The button that opens the card anew from which this came; null where there was no form. */
export const formAgain = (data: unknown): CardAction | null => {
  if (typeof data !== 'object' || data === null || !('verb' in data)) return null;
  const { verb, ...sent } = data as { readonly verb: unknown; readonly [key: string]: unknown };
  if (typeof verb !== 'string') return null;
  const { item, items, unit, reason, region, body, method } = sent;
  const form = Object.hasOwn(FORM_OF, verb)
    ? { verb: FORM_OF[verb], item, items, unit, reason, method }
    : null;
  const card = Object.hasOwn(CARD_OF, verb)
    ? { verb: 'card.open', subject: { card: CARD_OF[verb], item, region, body } }
    : null;
  const action = parseAction(form ?? card);
  return action.ok ? action.value : null;
};
