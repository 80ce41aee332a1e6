import type { PersonId, UnitId } from '../shared/ids.ts';
import { entries, isGiven, openObjections, silent, type UnitEntry } from './answer.ts';
import type { DecideContext } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { figureNotices } from './figure-notices.ts';
import { registeringHandedOver } from './former-bodies.ts';
import { managersOf } from './levels.ts';
import type { Audience, CardSubject, Notice, Occasion } from './notice.ts';
import { reportersOfAll, reportingHandedOver } from './report-notices.ts';
import { partiesOf, undecided } from './seating.ts';
import { stageNotices } from './stage-notices.ts';
import { type AskedCase, type CaseState, isAsked } from './state.ts';
import { towardsOwner } from './towards.ts';

type Draft = Omit<Notice, 'id'>;

const toUnit = (unit: UnitId): Audience => ({ to: 'unit', unit });
const toPeople = (people: readonly (PersonId | null)[]): Audience[] =>
  [...new Set(people.filter((person) => person !== null))].map((person) => ({ to: 'person', person }));

const superiors = (units: readonly UnitEntry[]): Audience[] => toPeople(units.map((entry) => entry.superior));

/** The managers' level: the objectors' superiors and those of the other regions' asked units. */
const managersLevel = (state: AskedCase): Audience[] => toPeople(managersOf(state));

const seatsOf = (state: CaseState): { subject: CardSubject; to: Audience[] }[] => {
  if (state.status !== 'escalated' || state.escalation.level !== 'decision') return [];
  const item = state.item.id;
  return undecided(state.escalation).flatMap((seat): { subject: CardSubject; to: Audience[] }[] => {
    const [region] = seat.regions;
    if (seat.kind === 'body') {
      return [{ subject: { card: 'registration', item, body: seat.body }, to: toPeople([seat.secretary]) }];
    }
    return region ? [{ subject: { card: 'decision', item, region }, to: toPeople([seat.person]) }] : [];
  });
};

/** Everybody who was drawn into the case while it climbed; after a decision also every asked unit. */
const concerned = (before: AskedCase, decided: boolean, context: DecideContext): Audience[] => {
  if (before.status !== 'escalated') return [];
  const { path } = before.escalation;
  const reached = new Set(path.map((step) => step.level));
  const objecting = entries(before.round).filter((entry) => entry.answer.kind === 'objection');
  const seats = before.escalation.level === 'decision' ? before.escalation.seats : [];
  return [
    ...towardsOwner(before, context.governance),
    ...(decided ? entries(before.round) : objecting).map((entry) => toUnit(entry.unit)),
    ...(reached.has('managers') ? managersLevel(before) : []),
    ...(reached.has('council')
      ? [{ to: 'role', role: 'council-member', regions: partiesOf(before, context.governance) } as const]
      : []),
    ...toPeople(seats.map((seat) => (seat.kind === 'delegate' ? seat.person : seat.secretary))),
  ];
};

const distinct = (audience: readonly Audience[]): Audience[] => [
  ...new Map(audience.map((to) => [JSON.stringify(to), to])).values(),
];

const forEvent = (before: CaseState, event: CaseEvent, after: CaseState, context: DecideContext): Draft[] => {
  if (after.status === 'new') return [];
  const staged = [...stageNotices(before, event, after, context), ...figureNotices(event, after)];
  if (staged.length > 0 || !isAsked(after)) return staged;
  const item = after.item.id;
  const notice = (
    subject: CardSubject,
    audience: readonly Audience[],
    occasion: Occasion = 'new',
  ): Draft[] =>
    audience.length > 0 ? [{ at: event.at, subject, occasion, audience: distinct(audience) }] : [];
  /** The unit's managers (or whoever sees to their requests while they are away) and those whom the question was passed on to. */
  const theirs = (unit: UnitId): Audience[] => [
    toUnit(unit),
    ...toPeople((after.round.units[unit]?.delegates ?? []).map(({ to }) => to)),
  ];
  const request = (unit: UnitId, occasion: Occasion) =>
    notice({ card: 'request', item, unit }, theirs(unit), occasion);
  const owner = towardsOwner(after, context.governance);
  const round = (occasion: Occasion) => notice({ card: 'round', item }, owner, occasion);
  /** Only those whose position no longer counts are asked again. */
  const councillors = (members: readonly PersonId[]) =>
    notice({ card: 'council', item }, toPeople(members), 'revised');
  const council = (occasion: Occasion) =>
    notice(
      { card: 'council', item },
      [{ to: 'role', role: 'council-member', regions: partiesOf(after, context.governance) }],
      occasion,
    );
  /** Where nobody had taken a position everybody is asked: otherwise nobody would know that the case is back. */
  const backAtCouncil = (): Draft[] => {
    const stale =
      after.status === 'escalated' && after.escalation.level === 'council' ? after.escalation.stale : {};
    const members = Object.values(stale ?? {}).map(({ position }) => position.person);
    return members.length > 0 ? councillors(members) : council('revised');
  };
  switch (event.type) {
    case 'round-opened':
      return [
        ...event.units
          .filter(({ unit }) => !event.stillOut?.some((out) => out.unit === unit))
          .flatMap((ask) => request(ask.unit, 'new')),
        ...round('new'),
      ];
    case 'item-revised': {
      if (!event.material || !isAsked(before)) return [];
      // What lies is asked once it is taken up again.
      const asks = event.askAgainBy !== undefined && before.status !== 'postponed';
      const again = asks
        ? entries(before.round).filter(
            ({ unit, answer }) => isGiven(answer) && !event.stillOut?.includes(unit),
          )
        : [];
      const positions =
        before.status === 'escalated' && before.escalation.level === 'council'
          ? Object.values(before.escalation.positions)
          : [];
      return [
        ...again.flatMap((entry) => request(entry.unit, 'revised')),
        ...councillors(positions.map(({ person }) => person)),
      ];
    }
    case 'answered':
      if (event.answer.kind === 'objection') {
        return notice({ card: 'objection', item, unit: event.unit }, owner);
      }
      return after.status !== before.status &&
        (after.status === 'committed' || after.status === 'partly-committed')
        ? round('answers-in')
        : [];
    case 'reminded':
      return event.units.flatMap((unit) => request(unit, 'reminder'));
    case 'delegated':
      return notice({ card: 'request', item, unit: event.unit }, toPeople([event.to]));
    case 'absence-noted':
      if (event.until === null || after.round.units[event.unit]?.answer.kind !== 'waiting') return [];
      return event.deputy
        ? notice({ card: 'request', item, unit: event.unit }, toPeople([event.deputy]))
        : round('absence-noted');
    case 'absence-ended':
      return notice({ card: 'request', item, unit: event.unit }, toPeople([event.person]), 'reminder');
    case 'evidence-added':
    case 'objection-withdrawn':
      return notice({ card: 'objection', item, unit: event.unit }, owner, event.type);
    case 'evidence-asked':
    case 'evidence-accepted':
      return request(event.unit, event.type);
    case 'evidence-missed':
      return event.units.flatMap((unit) =>
        notice({ card: 'objection', item, unit }, owner, 'evidence-missed'),
      );
    case 'owner-changed':
      return round('new');
    case 'more-time-requested':
      return notice({ card: 'more-time', item, unit: event.unit }, owner);
    case 'more-time-granted':
    case 'more-time-refused':
    case 'asked-again':
      return request(event.unit, event.type);
    case 'not-answered':
      return [
        ...event.units.flatMap((unit) => {
          const entry = after.round.units[unit];
          return notice({ card: 'lifted', item, unit }, entry ? superiors([entry]) : []);
        }),
        ...round('time-ran-out'),
      ];
    case 'solution-proposed':
      return notice({ card: 'solution', item, unit: event.unit }, theirs(event.unit));
    case 'solution-answered':
      return notice(
        { card: 'objection', item, unit: event.unit },
        owner,
        event.accepted ? 'solution-accepted' : 'solution-rejected',
      );
    case 'climbed':
      if (event.to === 'managers') {
        return [...notice({ card: 'managers', item }, managersLevel(after)), ...round('climbed')];
      }
      if (before.status === 'escalated' && before.escalation.level === 'council') {
        return council('proposal-changed');
      }
      return [
        ...(event.how === 'revision' ? backAtCouncil() : council('new')),
        ...(event.how === 'officer' ? [] : round(event.how === 'revision' ? 'revised' : 'climbed')),
      ];
    case 'level-reminded':
      switch (event.level) {
        case 'dialogue':
          return round('reminder');
        case 'managers':
          return openObjections(after.round).length > 0
            ? notice({ card: 'managers', item }, managersLevel(after), 'reminder')
            : silent(after.round).flatMap((entry) =>
                notice({ card: 'lifted', item, unit: entry.unit }, superiors([entry]), 'reminder'),
              );
        case 'council':
          return council('reminder');
        case 'decision':
          return seatsOf(after).flatMap(({ subject, to }) => notice(subject, to, 'reminder'));
      }
      return [];
    case 'council-concluded':
      return [
        ...seatsOf(after).flatMap(({ subject, to }) => notice(subject, to)),
        ...round('council-concluded'),
      ];
    case 'marked-urgent':
      return [
        ...seatsOf(after).flatMap(({ subject, to }) => notice(subject, to, 'urgent')),
        ...round('marked-urgent'),
      ];
    case 'ladder-too-late':
      return round('ladder-too-late');
    case 'deviation-ending':
      return round(event.over ? 'deviation-over' : 'deviation-ending');
    case 'conflict-declared':
      // Somebody else has to go on or decide: the owner sees to it, or the other officers where it is the owner's own.
      return event.conflict &&
        (event.handling || (after.status === 'escalated' && after.escalation.level === 'decision'))
        ? round('conflict-declared')
        : [];
    case 'reseated': {
      const known = new Set(seatsOf(before).map((seat) => JSON.stringify(seat)));
      const fresh = seatsOf(after).filter((seat) => !known.has(JSON.stringify(seat)));
      return [...fresh.flatMap(({ subject, to }) => notice(subject, to)), ...round('reseated')];
    }
    case 'escalation-closed': {
      if (!isAsked(before)) return [];
      const told = concerned(before, event.how === 'decided', context);
      const known = new Set(told.map((to) => JSON.stringify(to)));
      const reporters = toPeople(reportersOfAll(after, after.settlements.at(-1), context.governance));
      return [
        ...notice({ card: 'outcome', item }, told),
        ...notice(
          { card: 'outcome', item },
          reporters.filter((to) => !known.has(JSON.stringify(to))),
          'to-report',
        ),
      ];
    }
    case 'transferred':
      return notice({ card: 'transferred', item }, [
        ...owner,
        { to: 'role', role: 'registrar', regions: event.to.map(({ region }) => region) },
      ]);
    case 'region-left':
      return [
        ...Object.values(after.departed?.[event.region]?.units ?? {}).flatMap(({ unit, delegates = [] }) =>
          notice(
            { card: 'request', item, unit },
            [toUnit(unit), ...toPeople(delegates.map(({ to }) => to))],
            'region-left',
          ),
        ),
        ...round('region-left'),
      ];
    case 'reference-named':
    case 'item-imported':
    case 'assessed':
    case 'assessed-together':
    case 'escalation-opened':
    case 'clock-moved':
    case 'position-taken':
    case 'decided':
    case 'locked':
    case 'advanced':
    case 'stage-decision-asked':
    case 'stage-decided':
    case 'authority-noted':
    case 'authority-flagged':
    case 'authorisation-filed':
    case 'principle-set':
    case 'tenders-noted':
    case 'evaluator-replaced':
    case 'called-off':
    case 'documentation-reminded':
    case 'pulse-asked':
    case 'documentation-completed':
    case 'saving-stated':
    case 'figure-noted':
    case 'registered':
    case 'texts-removed':
    case 'reported':
      return [];
  }
};

/** Who is to be told what, because of these events; a pure reading of them. */
export const noticesFor = (
  before: CaseState,
  events: readonly CaseEvent[],
  context: DecideContext,
): Draft[] => {
  let state = before;
  return events.flatMap((event) => {
    const after = evolve(state, event);
    const drafts = [
      ...forEvent(state, event, after, context),
      ...reportingHandedOver(state, event, after, context),
      ...registeringHandedOver(state, event, after, context),
    ];
    state = after;
    return drafts;
  });
};
