import { BINDINGS, type Commitment } from '#domain/coordination/answer.ts';
import type { Shown } from '../text/safe.ts';
import type { AnswerView, ConditionsForm, ReceiptView, RequestView } from '../views.ts';
import { changeLines } from './changes.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { lay, maybe } from './frame.ts';
import { low } from './label.ts';
import {
  answerFacts,
  evidenceText,
  keyFacts,
  moreFacts,
  quote,
  referenceFacts,
  regionLines,
} from './parts.ts';
import type { Writer } from './writer.ts';

type UnitView = Pick<RequestView, 'item' | 'unit' | 'unitName' | 'round' | 'deadline' | 'askedBy' | 'late'>;

export const ofUnit = ({ item, unit }: UnitView) => ({ item: item.id, unit });
/** What an answer is bound to: the round and the revision that the card showed (law 3). */
export const answering = ({ item, unit, round, ...view }: UnitView & { readonly current?: AnswerView }) => ({
  item: item.id,
  unit,
  round,
  revision: item.revision,
  ...(view.current?.at === undefined ? {} : { after: view.current.at }),
});

export const unitDeadline = (view: UnitView, w: Writer): Shown =>
  w.say(view.late ? 'request.late' : 'request.deadline', { deadline: w.moment(view.deadline) });

/** The inputs beside a yes, prefilled; they are sent along whether or not somebody opened them. */
const inputs = (view: RequestView | ConditionsForm, w: Writer, from?: AnswerView): CardData => ({
  volume: w.input(from?.volume ?? view.prefill.volume ?? ''),
  value: w.input(from?.value ?? view.prefill.value ?? ''),
  neededBy: w.input(from?.neededBy ?? ''),
  binding: w.input(from?.binding ?? 'estimate'),
  bindings: BINDINGS.map((binding) => ({
    title: w.say.plain(`binding.${binding}`),
    value: w.input(binding),
  })),
});

/** A yes with one tap is an estimate of what the plan says; whoever has answered keeps their own figures. */
export const commitmentOf = (view: RequestView | ConditionsForm, from?: AnswerView): Commitment => {
  const { volume, value } = from ?? view.prefill;
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(value === undefined ? {} : { value }),
    ...(from?.neededBy === undefined ? {} : { neededBy: from.neededBy }),
    binding: from?.binding ?? 'estimate',
  };
};

const unreadable = ({ banner }: RequestView): boolean =>
  banner?.kind === 'refused' &&
  (banner.refusal.code === 'number-unreadable' || banner.refusal.code === 'date-unreadable');

const prefillText = ({ prefill }: RequestView, w: Writer): Shown => {
  if (prefill.value === undefined) return w.say('request.prefillNone');
  const value = w.kronor(prefill.value);
  return prefill.sharedBy !== undefined && prefill.sharedBy > 1
    ? w.say('request.prefillShared', { value, count: prefill.sharedBy })
    : w.say('request.prefill', { value });
};

export const request = (view: RequestView, w: Writer): Laid => {
  const committed =
    view.current?.kind === 'yes' || view.current?.kind === 'yes-with-conditions' ? view.current : undefined;
  const unit = ofUnit(view);
  return lay(
    view,
    w,
    {
      kicker: w.say('request.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('request.summary', {
        title: w.plainName(view.item.title),
        deadline: w.moment(view.deadline),
      }),
    },
    {
      asks: w.say('request.asks', { by: w.name(view.askedBy), unit: w.name(view.unitName) }),
      deadline: unitDeadline(view, w),
      description: maybe(view.item.description || undefined, w.text),
      note: maybe(view.note || undefined, (text) => w.say('request.note', { text: w.text(text) })),
      stale: maybe(view.stale, (stale) =>
        w.say('request.stale', { answer: low(w.say(`answer.${stale.kind}`)) }),
      ),
      changes: changeLines(view.changes, w),
      withdrawn: maybe(view.withdrawn, (withdrawn) =>
        w.say(withdrawn.reason ? 'request.withdrawnReason' : 'request.withdrawn', {
          reason: w.say(withdrawn.reason ? `reason.${withdrawn.reason}` : 'answer.objection'),
        }),
      ),
      facts: keyFacts(view.item, w),
      about: moreFacts(view.item, w),
      others: regionLines(view.others, w),
      lessons: view.lessons.slice(0, 3).map((lesson) => ({
        text: w.say('request.lesson', { title: w.name(lesson.title), text: w.text(lesson.text) }),
      })),
      current: maybe(view.current, (current) =>
        w.say('request.current', { answer: low(w.say(`answer.${current.kind}`)) }),
      ),
      prefill: committed === undefined ? prefillText(view, w) : undefined,
      moreTimeAsked: view.moreTimeRequested,
      // Whoever changes a yes, or wrote what could not be read, wants to see the figures.
      openFigures: committed !== undefined || unreadable(view),
      ...inputs(view, w, committed),
      yes: button({ verb: 'request.yes', ...answering(view), commitment: commitmentOf(view, committed) }),
      conditions: button({ verb: 'request.conditions-form', ...unit }),
      noNeed: button({ verb: 'request.no-need', ...answering(view) }),
      object: button({ verb: 'objection.reasons', ...unit }),
      more: buttonIf(view.current === undefined, { verb: 'request.more', ...unit }),
      keep: buttonIf(view.current !== undefined, { verb: 'request.show', ...unit }),
    },
  );
};

export const conditions = (view: ConditionsForm, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('request.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('conditions.summary', { title: w.plainName(view.item.title) }),
    },
    {
      deadline: unitDeadline(view, w),
      ...inputs(view, w),
      send: button({
        verb: 'request.conditions',
        ...answering(view),
        commitment: commitmentOf(view),
        text: '',
      }),
      back: button({ verb: 'request.show', ...ofUnit(view) }),
    },
  );

/** What happens next, by the answer; after the lock it stands. */
const next = (view: ReceiptView, w: Writer): Shown =>
  view.status === 'locked' && view.answer.kind !== 'no-answer'
    ? w.say('receipt.nextLocked')
    : view.mayChange && view.solution?.status === 'proposed'
      ? w.say('receipt.nextProposed')
      : view.decided
        ? w.say('receipt.nextDecided', { outcome: low(w.say(`outcome.${view.decided}`)) })
        : w.say(`receipt.next-${view.answer.kind}`);

export const receipt = (view: ReceiptView, w: Writer): Laid => {
  const given = view.answer.kind !== 'waiting' && view.answer.kind !== 'no-answer';
  return lay(
    view,
    w,
    {
      kicker: w.say('receipt.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('receipt.summary', {
        title: w.plainName(view.item.title),
        answer: low(w.say.plain(`answer.${view.answer.kind}`)),
      }),
    },
    {
      said: w.say(`receipt.${view.answer.kind}`),
      good: view.answer.kind === 'yes' || view.answer.kind === 'yes-with-conditions',
      unit: w.name(view.unitName),
      // What was answered stands above as the sentence in its own colour.
      facts: [...answerFacts(view.answer, w).slice(1), ...referenceFacts(view.reference, w)],
      quote: quote(view.answer.text, w),
      evidence: quote(view.answer.evidence, w),
      evidenceStatus: maybe(view.answer.evidenceLine, (line) => evidenceText(line, w)),
      solution: maybe(view.solution, (solution) => ({
        text: w.say('receipt.solutionLine', {
          kind: w.say(`solution.${solution.kind}`),
          status: w.say(`receipt.${solution.status}`),
        }),
        quote: quote(solution.text, w),
      })),
      answerSolution: buttonIf(view.mayChange && view.solution?.status === 'proposed', {
        verb: 'card.open',
        subject: { card: 'solution', ...ofUnit(view) },
      }),
      next: next(view, w),
      others: regionLines(view.others, w),
      withdraw: buttonIf(view.may?.withdraw === true, { verb: 'objection.withdraw', ...ofUnit(view) }),
      addEvidence: buttonIf(view.may?.evidence === true, { verb: 'evidence.form', ...ofUnit(view) }),
      referenceLabel: w.say.plain(view.reference ? 'receipt.referenceChange' : 'receipt.reference'),
      reference: buttonIf(view.may?.reference === true, { verb: 'reference.form', ...ofUnit(view) }),
      changeLabel: w.say.plain(given ? 'receipt.change' : 'receipt.answerNow'),
      changeUntil: view.mayChange && given ? w.say('receipt.changeUntil') : undefined,
      change: buttonIf(view.mayChange, { verb: 'request.change', ...ofUnit(view) }),
    },
  );
};
