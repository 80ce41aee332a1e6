import type { AnswerKind } from '#domain/coordination/answer.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import type { Shown } from '../text/safe.ts';
import type { RoundView, UnitLine } from '../views.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { escalateLabel } from './dispute.ts';
import { fact, firstLines, lay, maybe } from './frame.ts';
import { awaitedFacts, escalationText, ownerFacts, referenceText } from './parts.ts';
import { leftLine } from './stage-fact.ts';
import type { Writer } from './writer.ts';

/** Those whom the officer has to do something about come first. */
const URGENCY: readonly AnswerKind[] = [
  'objection',
  'no-answer',
  'waiting',
  'yes-with-conditions',
  'yes',
  'no-need',
];
/** While the round itself is what there is to do. */
const IN_ROUND: readonly RoundView['status'][] = ['asked', 'escalated', 'deviation-decided'];
const COLOURS: Readonly<Record<AnswerKind, string>> = {
  waiting: 'Default',
  yes: 'Good',
  'yes-with-conditions': 'Good',
  'no-need': 'Default',
  objection: 'Attention',
  'no-answer': 'Warning',
};

const joined = (parts: readonly (Shown | undefined)[]): Shown =>
  parts.filter((part) => part !== undefined).join(' · ') as Shown;

/** One unit's line: its answer first, then what is still open about it. */
export const unitLine = (line: UnitLine, w: Writer, common?: string): CardData => ({
  title: w.name(line.unitName),
  answer: w.say(`answer.${line.answer.kind}`),
  colour: w.input(COLOURS[line.answer.kind]),
  note: joined([
    w.region(line.region),
    maybe(line.answer.value, w.kronor),
    maybe(line.answer.reason, (reason) => w.say(`reason.${reason}`)),
    line.answer.kind === 'waiting' && line.respondents.length > 0
      ? w.say('round.unitAsked', { names: w.names(line.respondents) })
      : undefined,
    line.moreTimeRequested ? w.say('round.unitMoreTime') : undefined,
    line.out ? w.say('round.unitOut') : undefined,
    maybe(line.delegates, (names) => w.say('round.unitDelegates', { names: w.names(names) })),
    ...(line.answer.kind === 'waiting' ? (line.away ?? []) : []).map(({ name, until, deputy }) =>
      w.say(deputy === null ? 'round.unitAway' : 'round.unitAwayDeputy', {
        name: w.name(name),
        until: w.day(until),
        deputy: w.name(deputy ?? ''),
      }),
    ),
    maybe(line.answer.evidenceLine, (evidence) =>
      evidence.status === 'missing' ? w.say('round.unitNoEvidence') : undefined,
    ),
    maybe(line.reference, (member) => w.say('round.unitReference', { member: referenceText(member, w) })),
    line.answer.kind === 'waiting' && line.deadline !== common
      ? w.say('round.unitDeadline', { deadline: w.moment(line.deadline) })
      : undefined,
    line.delivery === undefined || line.delivery === 'sent' || line.answer.kind !== 'waiting'
      ? undefined
      : w.say(`delivery.${line.delivery}`),
  ]),
});

export const byUrgency = (units: readonly UnitLine[]): readonly UnitLine[] =>
  [...units].sort((a, b) => URGENCY.indexOf(a.answer.kind) - URGENCY.indexOf(b.answer.kind));

/** Where a unit waits for the officer, its line opens the card that answers it. */
const openUnit = (view: RoundView, line: UnitLine, w: Writer): CardData => {
  const of = { item: view.item.id, unit: line.unit };
  const subject: CardSubject | undefined = line.moreTimeRequested
    ? { card: 'more-time', ...of }
    : line.answer.kind === 'objection'
      ? { card: 'objection', ...of }
      : undefined;
  return {
    label: w.plainName(line.unitName),
    open: maybe(subject, (wanted) => button({ verb: 'card.open', subject: wanted })),
  };
};

/** That the planned advertising cannot be kept, and what can be done about it. */
const advertisingText = ({ advertising, may }: RoundView, w: Writer): Shown | undefined => {
  if (advertising === undefined) return undefined;
  const date = w.day(advertising.date);
  if (advertising.stands === 'past') return w.say('round.advertisingPast', { date });
  return w.say(may.urgent === true ? 'round.advertisingTooLate' : 'round.advertisingTooLateMove', { date });
};

/** What the council's handling lacks to come to an end. */
const endlessText = ({ endless }: RoundView, w: Writer): Shown | undefined => {
  if (endless === undefined) return undefined;
  return endless.attendance.length > 0
    ? w.say('round.endless', { regions: w.regions(endless.attendance) })
    : w.say('round.endlessClock');
};

export const round = (view: RoundView, w: Writer): Laid => {
  const answered = view.units.filter(
    ({ answer }) => answer.kind !== 'waiting' && answer.kind !== 'no-answer',
  );
  const progress = { answered: answered.length, asked: view.units.length };
  const { lines, more } = firstLines(byUrgency(view.units), w);
  const item = view.item.id;
  const total = w.kronor(view.totals.value);
  return lay(
    view,
    w,
    {
      kicker: w.say('round.kicker', { id: w.name(item) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('round.summary', { title: w.plainName(view.item.title), ...progress }),
    },
    {
      progress: w.say('round.progress', progress),
      advertising: advertisingText(view, w),
      endless: endlessText(view, w),
      facts: [
        ...fact(w, 'round.status', w.say(`status.${view.status}`)),
        ...fact(
          w,
          'round.escalation',
          maybe(view.escalation, (line) => escalationText(line, w)),
        ),
        ...ownerFacts(view.escalation, w),
        ...awaitedFacts(view.escalation, w),
        ...fact(
          w,
          'common.due',
          maybe(view.escalation?.due ?? undefined, (due) => w.moment(due)),
        ),
        ...fact(w, 'round.deadline', w.moment(view.deadline)),
        ...fact(
          w,
          'round.total',
          view.totals.unitsWithoutValue > 0
            ? w.say('round.totalWithout', { value: total, count: view.totals.unitsWithoutValue })
            : total,
        ),
        ...view.totals.byRegion.map(({ region, value }) => ({
          title: w.region(region),
          value: value > 0 ? w.kronor(value) : w.say('round.nothingYet'),
        })),
        ...(view.left ?? []).map((one) => leftLine(one, w)),
        ...fact(w, 'round.owner', w.name(view.owner)),
      ],
      units: lines.map((line) => ({ ...unitLine(line, w, view.deadline), ...openUnit(view, line, w) })),
      more,
      escalateLabel: escalateLabel(view, w),
      escalate: buttonIf(view.may.escalate, { verb: 'escalate.form', item }),
      memo: maybe(view.memoFor, (body) => button({ verb: 'memo.show', item, body })),
      moveAdvertising: buttonIf(view.advertising !== undefined && view.may.correct === true, {
        verb: 'item.form',
        item,
      }),
      urgent: buttonIf(view.may.urgent === true, { verb: 'urgent.form', item }),
      conclude: buttonIf(view.may.conclude === true, { verb: 'conclude.form', item }),
      close: buttonIf(view.may.close, { verb: 'case.close', item }),
      lock: buttonIf(view.may.lock, { verb: 'item.lock', item }),
      // What has to be in place before the lock, and everything after it, has a card of its own.
      stage: buttonIf(!view.may.lock && !IN_ROUND.includes(view.status), {
        verb: 'card.open',
        subject: { card: 'stage', item },
      }),
      changeOwner: buttonIf(view.may.changeOwner === true, { verb: 'owner.form', item }),
      // The way on comes before what can be looked up from the history too.
      deliveries: buttonIf(view.may.conclude !== true, { verb: 'item.deliveries', item }),
      history: button({ verb: 'item.history', item }),
    },
  );
};
