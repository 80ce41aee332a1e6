import { isSecret } from '../../record/secrecy.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import type { CaseState } from '../state.ts';
import { hasConflict } from './conflict.ts';
import { event, nothing, type Ruling, refused, ruled } from './draft.ts';
import { officer } from './rights.ts';

type Replacing = Extract<CaseCommand, { do: 'replace-evaluator' }>;

/**
 * Names somebody else instead of an evaluator who has a conflict (KL 6:28–32) or leaves, while what tells of the tenders
 * is secret (OSL 19:3): only named evaluators may know, so the one who is replaced no longer does. By an officer. Refused:
 * `people-only`, `not-allowed`, `unknown-item`, `not-possible-now` before advertising and after the award,
 * `evaluator-not-named` where it is nobody's who was named, `evaluator-has-conflict`.
 */
export const replaceEvaluator = (
  state: CaseState,
  { from, to }: Replacing,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  if (!isSecret(state) || !('advertising' in state) || !state.advertising) {
    return refused('not-possible-now', { status: state.status });
  }
  const { evaluators } = state.advertising;
  if (!evaluators.includes(from)) {
    return evaluators.includes(to) ? nothing : refused('evaluator-not-named');
  }
  if (from === to) return nothing;
  if (hasConflict(state, to)) return refused('evaluator-has-conflict');
  return ruled(event(context, { type: 'evaluator-replaced', from, to }));
};
