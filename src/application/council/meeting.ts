import { forumOf, meetingsOf, nextMeeting } from '#domain/authority/governance.ts';
import { entries } from '#domain/coordination/answer.ts';
import { regionPosition } from '#domain/coordination/deciding/conclusion.ts';
import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import type { Stance } from '#domain/coordination/escalation-state.ts';
import { partiesOf } from '#domain/coordination/seating.ts';
import { stakesOf } from '#domain/coordination/stakes.ts';
import { type AskedCase, isAsked } from '#domain/coordination/state.ts';
import type { ReasonCode } from '#domain/escalation/reasons.ts';
import { addDays, dateOf } from '#domain/shared/calendar.ts';
import {
  type Instant,
  type ItemId,
  type PersonId,
  type PlainDate,
  type RegionId,
  unitName,
} from '#domain/shared/ids.ts';
import type { StakesView } from '#rendering/views.ts';
import type { CaseBody } from '../cases.ts';
import type { Named } from '../record/case-file.ts';
import { type Namer, personNamed, regionNamed } from './naming.ts';
import { type Concluded, type MeetingDecision, type MeetingProposal, type Stay, staysOf } from './stays.ts';

export type MeetingKind = 'agenda' | 'minutes';

export interface MeetingPosition {
  readonly name: string;
  readonly region: Named;
  readonly stance: Stance;
  readonly decides: boolean;
  readonly reason?: string;
  readonly dissent?: string;
}
/** One case of a meeting: what it is about, who took no part, and how it went. */
export interface MeetingCase {
  readonly item: ItemId;
  readonly title: string;
  readonly region: Named;
  /** The reader has declared a conflict, or is known to have one: the case's part is not theirs to read (KL 6:28–32). */
  readonly withheld: boolean;
  readonly proposal: MeetingProposal;
  readonly objections: readonly {
    readonly unit: string;
    readonly region: Named;
    readonly reason: ReasonCode;
    readonly text?: string;
    readonly evidence?: string;
  }[];
  readonly stakes: StakesView;
  readonly due: Instant | null;
  readonly present: readonly { readonly name: string; readonly region: Named }[];
  readonly conflicted: readonly { readonly name: string; readonly region: Named }[];
  readonly positions: readonly MeetingPosition[];
  readonly regions: readonly { readonly region: Named; readonly stance: Stance | null }[];
  /** How the council left the case; absent while it is still there. */
  readonly concluded?: { readonly how: Concluded; readonly at: Instant };
  /** What members with a mandate decided in the council. */
  readonly decisions: readonly MeetingDecision[];
}
export interface CouncilMeeting {
  readonly kind: MeetingKind;
  readonly asOf: Instant;
  readonly forum: Named | null;
  /** The meeting's day; null where no calendar says when the council meets next. */
  readonly date: PlainDate | null;
  readonly documentsBy: PlainDate | null;
  readonly attendance: readonly { readonly region: Named; readonly members: number }[];
  readonly cases: readonly MeetingCase[];
}

const regionOfMember = ({ directory }: Namer, person: PersonId): RegionId | null =>
  directory.person(person)?.region ?? null;

const meetingCase = (state: AskedCase, stay: Stay, namer: Namer, reader: PersonId | null): MeetingCase => {
  const named = (person: PersonId) => {
    const region = regionOfMember(namer, person);
    return {
      name: personNamed(namer, person),
      region: region ? regionNamed(namer, region) : { sv: '–', en: '–' },
    };
  };
  const { item } = state;
  const declared = [...stay.declarations];
  const withheld = reader !== null && (stay.declarations.get(reader) === true || hasConflict(state, reader));
  const shared = {
    item: item.id,
    title: item.title,
    region: regionNamed(namer, item.region),
    due: stay.due,
    conflicted: declared.filter(([, conflict]) => conflict).map(([person]) => named(person)),
    ...(stay.to && stay.how ? { concluded: { how: stay.how, at: stay.to } } : {}),
  };
  const stakes = stakesOf(state, namer.governance, dateOf(namer.now));
  if (withheld) {
    const { outcome, by } = stay.proposal;
    return {
      ...shared,
      withheld,
      proposal: { outcome, by },
      objections: [],
      stakes,
      present: [],
      positions: [],
      regions: [],
      decisions: [],
    };
  }
  const positions = [...stay.positions.values()];
  return {
    ...shared,
    withheld,
    proposal: stay.proposal,
    objections: entries(state.round).flatMap(({ unit, region, answer }) =>
      answer.kind === 'objection'
        ? [
            {
              unit: unitName(unit),
              region: regionNamed(namer, region),
              reason: answer.reason,
              ...(answer.texts.text ? { text: answer.texts.text } : {}),
              ...(answer.texts.evidence ? { evidence: answer.texts.evidence } : {}),
            },
          ]
        : [],
    ),
    stakes,
    present: declared.filter(([, conflict]) => !conflict).map(([person]) => named(person)),
    positions: positions.map(({ person, region, stance, decides, texts }) => ({
      name: personNamed(namer, person),
      region: regionNamed(namer, region),
      stance,
      decides: decides === true,
      ...(texts.reason ? { reason: texts.reason } : {}),
      ...(texts.dissent ? { dissent: texts.dissent } : {}),
    })),
    // A region that has declined since said what it said.
    regions: [
      ...new Set([
        ...partiesOf(state, namer.governance),
        ...(stay.concluded ?? []).map((position) => position.region),
      ]),
    ].map((region) => ({
      region: regionNamed(namer, region),
      stance:
        (stay.concluded
          ? stay.concluded.find((position) => position.region === region)
          : regionPosition(region, positions)
        )?.stance ?? null,
    })),
    decisions: stay.decisions,
  };
};

const FIRST = '0000-01-01' as PlainDate;

/** Whose council time falls to a meeting: after the meeting before, up to its own day; without a calendar, the day alone. */
const fallsTo = (stay: Stay, after: PlainDate, date: PlainDate): boolean =>
  dateOf(stay.from) <= date && (stay.to === null || dateOf(stay.to) > after);

/**
 * The agenda: every case that is with the council now, the first to leave it first. The minutes: what fell to the meeting
 * of a day, as the record has it. `reader`: a case in which they have a conflict is only named.
 */
export const councilMeeting = (
  kind: MeetingKind,
  cases: readonly Pick<CaseBody, 'state' | 'history'>[],
  namer: Namer,
  { date, reader = null }: { readonly date?: PlainDate; readonly reader?: PersonId | null } = {},
): CouncilMeeting => {
  const { governance, now } = namer;
  const today = dateOf(now);
  const forum = forumOf(governance, 'council');
  const meetings = forum ? meetingsOf(governance, forum) : [];
  const next = forum ? nextMeeting(governance, forum, today) : null;
  const past = meetings.filter((meeting) => meeting.date <= today).at(-1)?.date;
  const day = date ?? (kind === 'agenda' ? next?.date : (past ?? today)) ?? null;
  const earlier = meetings.filter((meeting) => meeting.date < (day ?? today)).at(-1)?.date;
  // The first meeting of the calendar has everything before it; without a calendar there is the day alone.
  const before = earlier ?? (meetings.length > 0 ? FIRST : addDays(day ?? today, -1));
  const chosen = cases.flatMap(({ state, history }): { state: AskedCase; stay: Stay }[] => {
    if (!isAsked(state)) return [];
    if (kind === 'agenda') {
      if (state.status !== 'escalated' || state.escalation.level !== 'council') return [];
      const stay = staysOf(history, namer).at(-1);
      return stay ? [{ state, stay }] : [];
    }
    return staysOf(history, namer)
      .filter((stay) => day !== null && fallsTo(stay, before, day))
      .map((stay) => ({ state, stay }));
  });
  const order = (stay: Stay): string => stay.due ?? '9';
  return {
    kind,
    asOf: now,
    forum: forum ? (governance.bodies.find((row) => row.body === forum)?.name ?? null) : null,
    date: day,
    documentsBy: meetings.find((meeting) => meeting.date === day)?.documentsBy ?? null,
    attendance: governance.attendance.map(({ region, members }) => ({
      region: regionNamed(namer, region),
      members,
    })),
    cases: chosen
      .sort((a, b) => (order(a.stay) < order(b.stay) ? -1 : order(a.stay) > order(b.stay) ? 1 : 0))
      .map(({ state, stay }) => meetingCase(state, stay, namer, reader)),
  };
};
