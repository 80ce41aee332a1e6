import { bodyRow, type Governance } from '../authority/governance.ts';
import type { BodyId, PersonId } from '../shared/ids.ts';
import type { Settlement } from './escalation-state.ts';

const secretary = (governance: Governance, body: BodyId): PersonId[] => {
  const found = bodyRow(governance, body)?.secretary;
  return found === undefined ? [] : [found];
};

/** Who has to report a delegate's decision to the body that delegated it (KL 6:40, 7:8); nobody for a body's own. */
export const reportersOf = (
  decision: { readonly delegate?: PersonId; readonly body: BodyId },
  governance: Governance,
): PersonId[] => (decision.delegate === undefined ? [] : secretary(governance, decision.body));

/** The same for the decisions that ended an escalation: by delegates, a chair, or members with a mandate. */
export const reportersOfAll = (settlement: Settlement | undefined, governance: Governance): PersonId[] => [
  ...new Set(
    (settlement?.decisions ?? []).flatMap(({ reportTo }) =>
      reportTo === undefined ? [] : secretary(governance, reportTo),
    ),
  ),
];
