import { regionsOf } from '../authority/governance.ts';
import { dateOf } from '../shared/calendar.ts';
import type { Instant, PersonId } from '../shared/ids.ts';
import { entries } from './answer.ts';
import { biddersKnown } from './bidders.ts';
import type { DecideContext } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { Audience, Notice, Occasion } from './notice.ts';
import { reportersOf } from './report-notices.ts';
import { holdersOf } from './stage-authority.ts';
import type { AdvanceTo } from './stages.ts';
import { type CaseState, isAsked, type KnownCase } from './state.ts';
import { towardsOwner } from './towards.ts';

type Draft = Omit<Notice, 'id'>;

/** What everybody who was asked is told: how it ended, and what their region may call off. */
const TOLD: readonly AdvanceTo[] = [
  'awarded',
  'contract',
  'extended',
  'modified',
  'external-coordination',
  'postponed',
  'resumed',
  'cancelled',
];

const people = (of: readonly (PersonId | null)[]): Audience[] =>
  [...new Set(of.filter((person) => person !== null))].map((person) => ({ to: 'person', person }));

const units = (state: KnownCase): Audience[] =>
  isAsked(state) ? entries(state.round).map(({ unit }): Audience => ({ to: 'unit', unit })) : [];

/** Of a draft, which nobody owns yet. */
const officers = ({ governance }: DecideContext): Audience[] => [
  { to: 'role', role: 'officer', regions: regionsOf(governance) },
];

/** What is taken up again is asked of those who have not answered, or whose answer went stale while it lay. */
const questions = (state: KnownCase, at: Instant): Draft[] =>
  isAsked(state)
    ? entries(state.round)
        .filter(({ answer }) => answer.kind === 'waiting')
        .map(({ unit, stale, delegates = [] }) => ({
          at,
          subject: { card: 'request', item: state.item.id, unit },
          occasion: stale ? 'revised' : 'reminder',
          audience: [{ to: 'unit', unit }, ...people(delegates.map(({ to }) => to))],
        }))
    : [];

/** Who is to be told what on an item's way from its decision to begin to its end; also of an item nobody was asked about. */
export const stageNotices = (
  before: CaseState,
  event: CaseEvent,
  after: KnownCase,
  context: DecideContext,
): Draft[] => {
  const subject = { card: 'stage', item: after.item.id } as const;
  const notice = (audience: readonly Audience[], occasion: Occasion = 'new'): Draft[] =>
    audience.length > 0 ? [{ at: event.at, subject, occasion, audience }] : [];
  const owner = towardsOwner(after, context.governance);
  switch (event.type) {
    case 'stage-decision-asked': {
      const holders = holdersOf(after, context.governance, dateOf(context.now), event.kind);
      const known = (before.status === 'new' ? undefined : before.askedOf?.[event.kind]) ?? [];
      // Who has the question already is not asked twice; the officer is told that it is another's.
      return event.anew
        ? [
            ...notice(people(holders.filter((person) => !known.includes(person)))),
            ...notice(owner.length > 0 ? owner : officers(context), 'reseated'),
          ]
        : notice(people(holders));
    }
    case 'stage-decided':
      return [
        ...notice(owner, 'changed'),
        ...notice(people(reportersOf(after, event.decision, context.governance)), 'to-report'),
      ];
    case 'advanced':
      return [
        ...(TOLD.includes(event.stage.to) ? notice([...units(after), ...owner]) : []),
        ...(event.stage.to === 'resumed' ? questions(after, event.at) : []),
      ];
    case 'authority-flagged':
      return event.missing.length > 0 ? notice(owner, 'changed') : [];
    case 'owner-changed':
      // Of what is asked about, the round tells.
      return isAsked(after) ? [] : notice(owner);
    case 'evaluator-replaced':
      return notice(people([event.to]));
    case 'conflict-declared':
      // Somebody else has to evaluate or decide: the owner sees to it.
      return event.conflict && (biddersKnown(after) || (event.handling && !isAsked(after)))
        ? notice(owner, 'conflict-declared')
        : [];
    case 'documentation-reminded':
      return notice(before.status === 'new' ? [] : owner, 'reminder');
    default:
      return [];
  }
};
