import { nextStages } from '#domain/coordination/life-cycle.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { CardAction } from '#rendering/action.ts';
import type { View } from '#rendering/views.ts';
import { correctingView } from '../views/correcting.ts';
import {
  FIGURE_FORMS,
  type FigureForm,
  FORMS,
  type FormAction,
  figureForm,
  formView,
} from '../views/index.ts';
import { assessing, declaring, stage } from '../views/stage.ts';
import type { ConversationParts } from './parts.ts';
import { refused, type Showing } from './showing.ts';

const isFigureForm = (action: CardAction): action is FigureForm =>
  (FIGURE_FORMS as readonly string[]).includes(action.verb);
const isForm = (action: CardAction): action is FormAction =>
  (FORMS as readonly string[]).includes(action.verb);

/** Where a refused form leads back to. */
const subjectOf = (action: FormAction): CardSubject => {
  switch (action.verb) {
    case 'solution.form':
    case 'ask-again.form':
      return { card: 'objection', item: action.item, unit: action.unit };
    case 'solution.reject-form':
      return { card: 'solution', item: action.item, unit: action.unit };
    case 'evidence.ask-form':
      return { card: 'objection', item: action.item, unit: action.unit };
    case 'escalate.form':
    case 'urgent.form':
    case 'conclude.form':
    case 'round.form':
    case 'owner.form':
      return { card: 'round', item: action.item };
    default:
      return { card: 'request', item: action.item, unit: action.unit };
  }
};

/** What a press opens to be filled in; an old card may offer what is over, and then the fresh one is shown. Null for other buttons. */
export const createForms =
  ({ presenter }: Pick<ConversationParts, 'presenter'>, showing: Showing) =>
  async (viewer: Person, action: CardAction): Promise<View | null> => {
    if (isFigureForm(action)) {
      return showing.withCase(viewer, action.item, async ({ state }) => {
        const form = figureForm(await presenter.reading(viewer), state, action);
        const card = action.verb.startsWith('cost') ? 'cost' : 'figures';
        return form.ok ? form.value : showing.card(viewer, { card, item: action.item }, refused(form.error));
      });
    }
    if (isForm(action)) {
      return showing.withCase(viewer, action.item, async ({ state }) => {
        const form = formView(await presenter.reading(viewer), state, action);
        return form.ok ? form.value : showing.card(viewer, subjectOf(action), refused(form.error));
      });
    }
    switch (action.verb) {
      case 'stage.form':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const reading = await presenter.reading(viewer);
          if (!viewer.roles.includes('officer')) {
            return showing.card(viewer, { card: 'stage', item: action.item }, refused(refuse('not-allowed')));
          }
          // An old card may offer what is over: the fresh one is shown instead.
          const form = nextStages(state).includes(action.to) ? action.to : undefined;
          return stage(reading, state, form) ?? showing.message(viewer, refused(refuse('not-allowed')));
        });
      case 'stage.more':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const view = stage(await presenter.reading(viewer), state, 'more');
          // Where everything fits again, the card itself has it.
          const banner = viewer.roles.includes('officer') ? undefined : refused(refuse('not-allowed'));
          return view ?? showing.card(viewer, { card: 'stage', item: action.item }, banner);
        });
      case 'tenders.form':
      case 'calloff.form':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const reading = await presenter.reading(viewer);
          const form = action.verb === 'tenders.form' ? 'tenders' : 'call-off';
          const value = action.verb === 'calloff.form' ? action.value : undefined;
          const view = stage(reading, state, form, value);
          if (view?.step?.kind === form) return view;
          const why =
            form === 'tenders'
              ? 'not-an-evaluator'
              : 'contract' in state
                ? 'not-your-unit'
                : 'no-contract-yet';
          return showing.card(viewer, { card: 'stage', item: action.item }, refused(refuse(why)));
        });
      case 'evaluator.form':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const view = stage(await presenter.reading(viewer), state, 'evaluator');
          if (view?.step?.kind === 'evaluator') return view;
          const why = viewer.roles.includes('officer')
            ? refuse('not-possible-now', { status: state.status })
            : refuse('not-allowed', { role: 'officer' });
          return showing.card(viewer, { card: 'stage', item: action.item }, refused(why));
        });
      case 'assess.form':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const question = assessing(await presenter.reading(viewer), state);
          return question.ok
            ? question.value
            : showing.card(viewer, { card: 'round', item: action.item }, refused(question.error));
        });
      case 'conflict.form':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const question = declaring(await presenter.reading(viewer), state);
          return question ?? showing.message(viewer, refused(refuse('not-allowed')));
        });
      case 'item.form':
        return showing.withCase(viewer, action.item, async ({ state }) => {
          const form = correctingView(await presenter.reading(viewer), state);
          return form.ok ? form.value : showing.message(viewer, refused(form.error));
        });
      default:
        return null;
    }
  };
