import { bodyRow, forumOf } from '#domain/authority/governance.ts';
import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import { type RefusalCode, refuse } from '#domain/coordination/refusal.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { BodyId, ItemId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import type { Banner, MeetingView, MemoView, MineView, ReportingView, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import type { Presenter } from '../presenter.ts';
import type { Reading } from '../reading.ts';
import { refusedView } from '../views/message.ts';
import { readsAll, readsDispute } from '../views/visibility.ts';
import { councilMeeting, type MeetingKind } from './meeting.ts';
import { memo } from './memo.ts';
import { mayStandIn, registersIn, reportsTo, secretaryOf } from './reporters.ts';
import { reportingList } from './reporting.ts';

type Saved = Extract<CardAction, { verb: 'reporting.save' }>;

/** As many as fit on a card. */
const SHOWN = 8;

const takesPart = (reading: Reading): boolean => {
  const forum = forumOf(reading.governance, 'council');
  return (
    readsAll(reading.viewer) ||
    reading.viewer.roles.includes('council-member') ||
    (forum !== null && secretaryOf(reading).includes(forum))
  );
};

const meetingView = (
  reading: Reading,
  kind: MeetingKind,
  found: Awaited<ReturnType<Cases['list']>>,
): MeetingView => {
  const meeting = councilMeeting(kind, found, reading, { reader: reading.viewer.id });
  const member = reading.viewer.roles.includes('council-member');
  return {
    card: 'meeting',
    asOf: reading.now,
    kind,
    ...(meeting.date ? { date: meeting.date } : {}),
    ...(meeting.documentsBy ? { documentsBy: meeting.documentsBy } : {}),
    total: meeting.cases.length,
    lines: meeting.cases.slice(0, SHOWN).map((one) => ({
      item: one.item,
      title: one.title,
      withheld: one.withheld,
      outcome: one.proposal.outcome,
      objectors: one.objections.map(({ unit }) => unit),
      regions: one.regions.map(({ region, stance }) => ({ region, stance })),
      conflicted: one.conflicted.map(({ name }) => name),
      dissents: one.positions.filter(({ dissent }) => dissent).length,
      ...(one.concluded ? { concluded: one.concluded.how } : {}),
      decided: one.decisions.length > 0,
      opens: member ? 'council' : 'item',
    })),
  };
};

const reportingView = (
  reading: Reading,
  body: BodyId,
  found: Awaited<ReturnType<Cases['list']>>,
): ReportingView => {
  const list = reportingList(found, body, reading, { only: registersIn(reading, body) });
  const waiting = list.decisions.filter(({ reported }) => reported === null);
  const shown = waiting.slice(0, SHOWN);
  const byItem = Map.groupBy(shown, ({ item }) => item);
  return {
    card: 'reporting',
    asOf: reading.now,
    body,
    bodyName: list.name,
    total: waiting.length,
    reported: list.decisions.length - waiting.length,
    today: dateOf(reading.now),
    lines: shown.map(({ item, title, at, by, members, what, urgent, regions }) => ({
      item,
      title,
      at,
      by: members.length > 0 ? members : [by],
      regions,
      what,
      urgent,
    })),
    entries: [...byItem].map(([item, lines]) => ({ item, entries: lines.map(({ seq }) => seq) })),
    others: reportsTo(reading, found)
      .filter((other) => other !== body && other !== forumOf(reading.governance, 'council'))
      .slice(0, 3)
      .map((other) => ({
        body: other,
        name: bodyRow(reading.governance, other)?.name ?? { sv: other, en: other },
      })),
  };
};

/** What the first of the viewer's bodies that has any still to be told of (KL 6:40, 7:8). */
export const toBeReported = async (cases: Cases, reading: Reading): Promise<MineView['toReport'] | null> => {
  if (!mayStandIn(reading)) return null;
  const found = await cases.list({});
  for (const body of reportsTo(reading, found)) {
    const { decisions } = reportingList(found, body, reading, { only: registersIn(reading, body) });
    const count = decisions.filter(({ reported }) => reported === null).length;
    if (count > 0) return { body, count };
  }
  return null;
};

const awaitedBodies = (state: KnownCase): BodyId[] =>
  state.status === 'escalated' && state.escalation.level === 'decision'
    ? state.escalation.seats.flatMap((seat) => (seat.kind === 'body' ? [seat.body] : []))
    : [];

export interface CouncilCards {
  meeting(viewer: Person, kind: MeetingKind): Promise<View>;
  /** Of the viewer's own body, or of one that they name. */
  reporting(viewer: Person, body?: BodyId): Promise<View>;
  report(viewer: Person, given: Saved): Promise<View>;
  /** For the body that is named, or for the one that is to decide, the viewer's own first. */
  memo(viewer: Person, item: ItemId, body?: BodyId): Promise<View>;
}

export const createCouncilCards = (cases: Cases, presenter: Presenter): CouncilCards => {
  const denied = ({ now }: Reading, code: RefusalCode): View => refusedView(now, refuse(code));

  const reporting = async (viewer: Person, wanted?: BodyId, banner?: Banner): Promise<View> => {
    const reading = await presenter.reading(viewer);
    const found = mayStandIn(reading) ? await cases.list({}) : [];
    const own = reportsTo(reading, found);
    const forum = forumOf(reading.governance, 'council');
    // The council itself decides nothing that is reported to it: its secretary's other body comes first.
    const body = wanted ?? own.find((one) => one !== forum) ?? own[0];
    if (!body || !own.includes(body)) return denied(reading, 'not-allowed');
    const view = reportingView(reading, body, found);
    return banner ? { ...view, banner } : view;
  };

  return {
    meeting: async (viewer, kind) => {
      const reading = await presenter.reading(viewer);
      if (!takesPart(reading)) return denied(reading, 'not-allowed');
      return meetingView(reading, kind, await cases.list(kind === 'agenda' ? { state: ['escalated'] } : {}));
    },
    reporting: (viewer, body) => reporting(viewer, body),
    report: async (viewer, { body, date, paragraph, cases: chosen }) => {
      for (const { item, entries } of chosen) {
        const outcome = await cases.execute(
          item,
          { do: 'report-decisions', body, entries, date, ...(paragraph ? { paragraph } : {}) },
          actorOf(viewer),
        );
        if (!outcome.ok) return reporting(viewer, body, { kind: 'refused', refusal: outcome.error });
      }
      return reporting(viewer, body, { kind: 'done', what: 'reported' });
    },
    memo: async (viewer, item, wanted) => {
      const reading = await presenter.reading(viewer);
      const found = await cases.load(item);
      if (!found) return denied(reading, 'unknown-item');
      const { state } = found;
      if (hasConflict(state, viewer.id)) return denied(reading, 'has-conflict');
      const own = reading.governance.bodies
        .map((row) => row.body)
        .filter((body) => registersIn(reading, body)(state));
      const awaited = awaitedBodies(state);
      const body = wanted ?? awaited.find((one) => own.includes(one)) ?? awaited[0];
      if (!readsAll(viewer) && !(body ? own.includes(body) : own.length > 0)) {
        return denied(reading, 'not-allowed');
      }
      if (!body) return denied(reading, 'not-for-decision');
      // A secretary reads a dispute from when it awaits the body, not before.
      if (!isAsked(state) || !readsDispute(viewer, state)) {
        return denied(reading, 'not-for-decision');
      }
      const draft = memo(found, body, reading);
      if (!draft) return denied(reading, 'not-for-decision');
      return memoView(reading, draft, item, body, own.includes(body));
    },
  };
};

const memoView = (
  reading: Reading,
  draft: NonNullable<ReturnType<typeof memo>>,
  item: ItemId,
  body: BodyId,
  registers: boolean,
): MemoView => ({
  card: 'memo',
  asOf: reading.now,
  id: item,
  title: draft.item.title,
  body,
  bodyName: draft.body,
  ...(draft.preparedBy ? { preparedBy: draft.preparedBy } : {}),
  outcome: draft.proposal.outcome,
  ...(draft.proposal.until ? { until: draft.proposal.until } : {}),
  ...(draft.proposal.text ? { text: draft.proposal.text } : {}),
  actsFor: draft.actsFor,
  answers: draft.answers,
  objections: draft.objections.map(({ unit, region, reason, text }) => ({
    unit,
    region,
    reason,
    ...(text ? { text } : {}),
  })),
  council: draft.council?.regions ?? [],
  stakes: draft.stakes,
  provisions: draft.provisions,
  back: registers ? { card: 'registration', item, body } : { card: 'round', item },
});
