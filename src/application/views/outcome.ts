import { entries, isOut } from '#domain/coordination/answer.ts';
import type { Settlement } from '#domain/coordination/escalation-state.ts';
import { timeOnLevels } from '#domain/coordination/levels.ts';
import { reportersOfAll } from '#domain/coordination/report-notices.ts';
import type { AskedCase } from '#domain/coordination/state.ts';
import { unitName } from '#domain/shared/ids.ts';
import type { OutcomeView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { decisionLine } from './facts.ts';
import { answerView, FULL, ofItem, regionName } from './parts.ts';
import { answersFor, atCouncil, isInvolved, ownsEntry } from './visibility.ts';

/** Which units go their own way is a decision, and public within the two regions. */
const outOf = (reading: Reading, state: AskedCase, settled: Settlement): Pick<OutcomeView, 'out'> =>
  settled.outcome !== 'deviate' && settled.decisions.some(({ outcome }) => outcome === 'coordinate-partly')
    ? {
        out: entries(state.round)
          .filter(isOut)
          .map(({ unit, region }) => ({ unitName: unitName(unit), region: regionName(reading, region) })),
      }
    : {};

/** How the latest escalation ended, for everybody who had a part in it; null while none has. */
export const outcome = (reading: Reading, state: AskedCase): OutcomeView | null => {
  const { viewer } = reading;
  const settled = state.settlements.at(-1);
  if (!settled) return null;
  const reports = reportersOfAll(state, settled, reading.governance).includes(viewer.id);
  const own = entries(state.round).find(
    (entry) => answersFor(viewer, entry) && ownsEntry(viewer, state, entry),
  );
  if (!(isInvolved(viewer, state) || atCouncil(viewer, state) || reports || own)) return null;
  return {
    card: 'outcome',
    ...ofItem(reading, state),
    outcome: settled.outcome,
    how: settled.how,
    decisions: settled.decisions.map((decision) => decisionLine(reading, decision)),
    declining: settled.declining.map((region) => regionName(reading, region)),
    status: state.status,
    levels: timeOnLevels(settled.path, settled.at).map(({ level, workingDays }) => ({ level, workingDays })),
    ...outOf(reading, state, settled),
    ...(own ? { own: { unitName: unitName(own.unit), answer: answerView(reading, own.answer, FULL) } } : {}),
  };
};
