import { regionsOf } from '#domain/authority/governance.ts';
import { entries, isCommitment } from '#domain/coordination/answer.ts';
import type { RegionDecision } from '#domain/coordination/escalation-state.ts';
import type { AskedCase, KnownCase } from '#domain/coordination/state.ts';
import { type ItemFacts, MATERIAL_FIELDS } from '#domain/plan/item.ts';
import { type RegionId, unitName } from '#domain/shared/ids.ts';
import type { CaseFacts, Change, DecisionLine } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { bodyName, nameOf, regionName, regionSummaries, solutionView } from './parts.ts';
import { objectionView } from './sharing.ts';
import { readsCase, readsDispute } from './visibility.ts';

/** What the units of each region have committed to, in SEK excluding VAT; 0 where nobody has named a value. */
export const committedValue = (reading: Reading, state: AskedCase): CaseFacts['committedValue'] => {
  const sums = new Map<RegionId, number>(regionsOf(reading.governance).map((region) => [region, 0]));
  for (const { region, answer } of entries(state.round)) {
    const value = isCommitment(answer) ? (answer.commitment.value ?? 0) : 0;
    sums.set(region, (sums.get(region) ?? 0) + value);
  }
  return [...sums].map(([region, value]) => ({ region: regionName(reading, region), value }));
};

/** Both sides, for those who deal with the dispute. */
export const caseFacts = (reading: Reading, state: AskedCase): CaseFacts => {
  const worded = readsDispute(reading.viewer, state);
  const named = readsCase(reading.viewer, state);
  const all = entries(state.round);
  return {
    objections: all
      .filter((entry) => entry.answer.kind === 'objection')
      .map((entry) => ({
        unitName: unitName(entry.unit),
        region: regionName(reading, entry.region),
        answer: objectionView(reading, entry, { named, worded }),
        ...(entry.solution && worded ? { solution: solutionView(reading, entry.solution) } : {}),
      })),
    regions: regionSummaries(reading, state),
    committedValue: committedValue(reading, state),
    silent: all
      .filter((entry) => entry.answer.kind === 'no-answer')
      .map((entry) => ({ unitName: unitName(entry.unit), region: regionName(reading, entry.region) })),
  };
};

/** A decision is public within the two regions: who took it, by which mandate's body, and why. */
export const decisionLine = (reading: Reading, decision: RegionDecision): DecisionLine => {
  const { regions, outcome, by, at, texts, until, members, urgent, body } = decision;
  return {
    regions: regions.map((region) => regionName(reading, region)),
    outcome,
    by: nameOf(reading, by),
    at,
    ...(texts.text ? { reason: texts.text } : {}),
    ...(until ? { until } : {}),
    ...(members ? { members: members.map((member) => nameOf(reading, member)) } : {}),
    ...(urgent ? { urgent } : {}),
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

/** Field by field what differs from what the item was when somebody answered, or before the latest revision (law 3). */
export const changes = (state: KnownCase, since?: ItemFacts): Change[] => {
  const before = since ?? state.change?.before;
  if (!before) return [];
  return MATERIAL_FIELDS.filter((field) => before[field] !== state.item[field]).map((field) => ({
    field,
    ...(before[field] === undefined ? {} : { before: before[field] }),
    ...(state.item[field] === undefined ? {} : { after: state.item[field] }),
  }));
};
