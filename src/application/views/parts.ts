import {
  type Answer,
  type AnswerKind,
  entries,
  isCommitment,
  isGiven,
  type Solution,
  type UnitEntry,
} from '#domain/coordination/answer.ts';
import type { AskedCase, KnownCase, RegionDecision } from '#domain/coordination/state.ts';
import { ITEM_FIELDS, isMaterial } from '#domain/plan/item.ts';
import { asPersonId, type BodyId, type RegionId, unitName } from '#domain/shared/ids.ts';
import type {
  AnswerView,
  Banner,
  CaseFacts,
  Change,
  DecisionLine,
  EscalationLine,
  ItemHead,
  RegionName,
  RegionSummary,
  SolutionView,
  UnitLine,
} from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { answersFor, readsAll, readsDispute } from './visibility.ts';

export const regionName = ({ governance }: Reading, region: RegionId): RegionName => {
  const row = governance.regions.find((candidate) => candidate.region === region);
  return { id: region, sv: row?.name.sv ?? region, en: row?.name.en ?? region };
};
export const bodyName = ({ governance }: Reading, body: BodyId) =>
  governance.bodies.find((row) => row.body === body)?.name ?? { sv: body, en: body };

/** A person's name as of now; the record's `clock` and `cli:…` as they are, and an id where nobody is known by it. */
export const nameOf = ({ directory }: Reading, by: string): string =>
  directory.person(asPersonId(by))?.name ?? by;

export const head = (reading: Reading, { item, revision }: KnownCase): ItemHead => {
  const { id, title, region, unit, value, cpv, advertise, start, contractEnd, extensionUntil } = item;
  const { procedure, agreementType, description } = item;
  const known = {
    unit,
    value,
    cpv,
    advertise,
    start,
    contractEnd,
    extensionUntil,
    procedure,
    agreementType,
    description,
  };
  const present = Object.fromEntries(Object.entries(known).filter(([, fact]) => fact !== undefined));
  return { id, title, region: regionName(reading, region), ...present, revision } as ItemHead;
};

/** `named`: with who gave it; `worded`: with conditions, reasons and evidence. */
export const answerView = (
  reading: Reading,
  answer: Answer,
  { named, worded }: { readonly named: boolean; readonly worded: boolean },
): AnswerView => {
  if (!isGiven(answer)) return { kind: answer.kind, ...('at' in answer ? { at: answer.at } : {}) };
  const { kind, by, at, texts } = answer;
  const { text, evidence } = texts;
  return {
    kind,
    at,
    ...(named ? { by: nameOf(reading, by) } : {}),
    ...(isCommitment(answer) ? answer.commitment : {}),
    ...(answer.kind === 'objection' ? { reason: answer.reason } : {}),
    ...(worded && text ? { text } : {}),
    ...(worded && evidence ? { evidence } : {}),
  };
};

export const solutionView = (reading: Reading, solution: Solution): SolutionView => ({
  kind: solution.kind,
  by: nameOf(reading, solution.by),
  at: solution.at,
  text: solution.texts.text ?? '',
  status: solution.status,
  ...(solution.reply ? { reply: solution.reply } : {}),
});

/** Counts per region, in the governance's order; `except` leaves one's own unit out. */
export const regionSummaries = (reading: Reading, state: AskedCase, except?: UnitEntry): RegionSummary[] => {
  const byRegion = Map.groupBy(
    entries(state.round).filter((entry) => entry.unit !== except?.unit),
    (entry) => entry.region,
  );
  const order = reading.governance.regions.map((row) => row.region);
  return [...byRegion]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([region, units]) => {
      const counts: Partial<Record<AnswerKind, number>> = {};
      for (const { answer } of units) counts[answer.kind] = (counts[answer.kind] ?? 0) + 1;
      return { region: regionName(reading, region), asked: units.length, counts };
    });
};

export const unitLine = (reading: Reading, entry: UnitEntry): UnitLine => {
  const { viewer } = reading;
  const named = readsAll(viewer) || answersFor(viewer, entry) || entry.superior === viewer.id;
  return {
    unit: entry.unit,
    unitName: unitName(entry.unit),
    region: regionName(reading, entry.region),
    respondents: named ? entry.respondents.map((person) => nameOf(reading, person)) : [],
    deadline: entry.deadline,
    answer: answerView(reading, entry.answer, { named, worded: true }),
    moreTimeRequested: entry.moreTime !== undefined,
  };
};

export const escalationLine = (state: KnownCase): EscalationLine | null => {
  if (state.status !== 'escalated') return null;
  const { level, path, due, openedAt } = state.escalation;
  return { level, since: path.at(-1)?.from ?? openedAt, due };
};

export const committedValue = (reading: Reading, state: AskedCase): CaseFacts['committedValue'] => {
  const sums = new Map<RegionId, number>();
  for (const { region, answer } of entries(state.round)) {
    if (!isCommitment(answer)) continue;
    sums.set(region, (sums.get(region) ?? 0) + (answer.commitment.value ?? 0));
  }
  return [...sums].map(([region, value]) => ({ region: regionName(reading, region), value }));
};

/** Both sides, for those who deal with the dispute. */
export const caseFacts = (reading: Reading, state: AskedCase): CaseFacts => {
  const worded = readsDispute(reading.viewer, state);
  const named = readsAll(reading.viewer);
  const all = entries(state.round);
  return {
    objections: all
      .filter((entry) => entry.answer.kind === 'objection')
      .map((entry) => ({
        unitName: unitName(entry.unit),
        region: regionName(reading, entry.region),
        answer: answerView(reading, entry.answer, { named, worded }),
        ...(entry.solution && worded ? { solution: solutionView(reading, entry.solution) } : {}),
      })),
    regions: regionSummaries(reading, state),
    committedValue: committedValue(reading, state),
    silent: all
      .filter((entry) => entry.answer.kind === 'no-answer')
      .map((entry) => ({ unitName: unitName(entry.unit), region: regionName(reading, entry.region) })),
  };
};

export const decisionLine = (reading: Reading, decision: RegionDecision): DecisionLine => {
  const { regions, outcome, by, at, texts, body } = decision;
  return {
    regions: regions.map((region) => regionName(reading, region)),
    outcome,
    by: nameOf(reading, by),
    at,
    ...(texts.text ? { reason: texts.text } : {}),
    ...(body
      ? {
          body: {
            name: bodyName(reading, body.body),
            date: body.date,
            paragraph: body.paragraph,
            registryNumber: body.registryNumber,
          },
        }
      : {}),
  };
};

/** Field by field what the latest revision changed. */
export const changes = (state: KnownCase): Change[] => {
  const before = state.change?.before;
  if (!before) return [];
  return ITEM_FIELDS.filter((field) => isMaterial([field]) && before[field] !== state.item[field]).map(
    (field) =>
      ({
        field,
        ...(before[field] === undefined ? {} : { before: before[field] }),
        ...(state.item[field] === undefined ? {} : { after: state.item[field] }),
      }) as Change,
  );
};

/**
 * What goes on top: how a pressed button went, else why the card was sent. A first sending needs no word about itself,
 * and a card that asks nothing any more is no reminder.
 */
export const bannerOf = (reading: SubjectReading, asks: boolean): { banner?: Banner } => {
  if (reading.banner) return { banner: reading.banner };
  const { occasion } = reading;
  return asks && occasion && occasion !== 'new' ? { banner: { kind: 'occasion', occasion } } : {};
};
