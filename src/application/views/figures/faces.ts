import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { PULSE_QUESTIONS, type PulseWave } from '#domain/indicators/figures.ts';
import { negotiationPermitted } from '#domain/plan/procedure.ts';
import { type Method, OBSTACLES, type Obstacle } from '#domain/savings/method.ts';
import { addDays, dateOf } from '#domain/shared/calendar.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { fail, never, ok, type Result } from '#domain/shared/result.ts';
import type { FigureAction } from '#rendering/actions/figures.ts';
import type { FiguresFace, FiguresView } from '#rendering/views/figures.ts';
import { lessonsShown } from '../../figures/lesson-views.ts';
import type { Reading } from '../../reading.ts';
import { ofItem } from '../parts.ts';
import {
  mayAttribute,
  mayLearn,
  mayLog,
  mayRate,
  mayRealise,
  mayRuleOut,
  mayState,
  mayUse,
  mayValidate,
} from './probes.ts';
import {
  costKnown,
  figuresOf,
  isAwarded,
  loggedLately,
  ownCosts,
  pulseShown,
  readsFigures,
  readsSaving,
  realisedShown,
  savingShown,
} from './shown.ts';

const OWN_COSTS = 3;

/** Which of the reasons can be a method's: the rest are another one's. */
const OBSTACLES_OF: Readonly<Record<Method, readonly Obstacle[]>> = {
  basket: OBSTACLES.filter((one) => one !== 'fewer-than-3-bids' && one !== 'negotiation-not-permitted'),
  negotiation: OBSTACLES.filter((one) => one !== 'fewer-than-3-bids'),
  'market-price': OBSTACLES.filter((one) => one !== 'negotiation-not-permitted'),
};

const card = (reading: Reading, state: KnownCase, face: FiguresFace): FiguresView => ({
  card: 'figures',
  ...ofItem(reading, state),
  face,
});

const hub = (reading: Reading, state: KnownCase): FiguresFace => {
  const open = readsSaving(reading.viewer, state);
  const { attribution, obstacles } = figuresOf(state);
  const awarded = isAwarded(state);
  return {
    kind: 'hub',
    cost: costKnown(reading, state),
    saving: open ? (awarded ? savingShown(reading, state) : 'later') : null,
    obstacles: open && awarded ? obstacles : {},
    realised: open ? realisedShown(state) : [],
    ...(open && attribution ? { attribution } : {}),
    pulse: pulseShown(state),
    lessons: 'review' in state || figuresOf(state).lessons !== undefined,
    may: {
      log: mayLog(reading, state),
      state: mayState(reading, state),
      realise: mayRealise(reading, state),
      attribute: awarded && mayAttribute(reading, state),
    },
  };
};

const saving = (reading: Reading, state: KnownCase): FiguresFace => {
  const { attribution, obstacles } = figuresOf(state);
  const awarded = isAwarded(state);
  return {
    kind: 'saving',
    saving: savingShown(reading, state),
    obstacles: awarded ? obstacles : {},
    realised: realisedShown(state),
    ...(attribution ? { attribution } : {}),
    may: {
      state: mayState(reading, state),
      validate: figuresOf(state).validated === undefined && mayValidate(reading, state),
      realise: mayRealise(reading, state),
      attribute: awarded && mayAttribute(reading, state),
    },
  };
};

/** What was learnt is everybody's to read; whoever took part is asked first. */
const lessons = (reading: Reading, state: KnownCase, of?: ItemId): FiguresFace => {
  const maySay = mayLearn(reading, state);
  const said = figuresOf(state).lessons?.[reading.viewer.id] !== undefined;
  if (maySay && !said && state.status === 'followed-up' && of === undefined) return { kind: 'lesson-form' };
  return {
    kind: 'lessons',
    lessons: lessonsShown(reading, state),
    maySay,
    ...(of && mayUse(reading, state, of) ? { for: of } : {}),
  };
};

/** A contract's user is asked one question after the other; whoever is none sees nothing of it. */
export const pulseView = (reading: Reading, state: KnownCase, wave: PulseWave): FiguresView | null => {
  const { pulse, pulses = [] } = figuresOf(state);
  const { viewer } = reading;
  const mine = pulse?.[wave]?.[viewer.id] ?? {};
  const asked = pulses.includes(wave) && mayRate(reading, state, wave);
  if (!asked) return null;
  const asks = PULSE_QUESTIONS.find((question) => mine[question] === undefined) ?? null;
  return card(reading, state, { kind: 'pulse', wave, mine, asks });
};

/** The living card of one of the item's figures; null for whoever may not see it. */
export const figuresView = (
  reading: Reading,
  state: KnownCase,
  of: 'figures' | 'cost' | 'saving' | 'review',
): FiguresView | null => {
  if (of !== 'review' && !readsFigures(reading.viewer, state)) return null;
  switch (of) {
    case 'figures':
      return card(reading, state, hub(reading, state));
    case 'cost':
      return card(reading, state, {
        kind: 'cost',
        known: costKnown(reading, state),
        own: ownCosts(reading, state, OWN_COSTS),
        mayLog: mayLog(reading, state),
      });
    case 'review':
      return card(reading, state, lessons(reading, state));
    case 'saving':
      return readsSaving(reading.viewer, state) ? card(reading, state, saving(reading, state)) : null;
    default:
      return never(of);
  }
};

/** Buttons about figures that only show something. */
export const FIGURE_FORMS = [
  'cost.form',
  'cost.show',
  'saving.methods',
  'saving.form',
  'saving.rule-out-form',
  'realised.form',
  'attribution.form',
  'lesson.form',
  'lesson.show',
] as const satisfies readonly FigureAction['verb'][];
export type FigureForm = Extract<FigureAction, { verb: (typeof FIGURE_FORMS)[number] }>;

const stateRefusal = (reading: Reading, state: KnownCase): Refusal | null => {
  if (mayState(reading, state)) return null;
  return isAwarded(state) ? refuse('not-allowed', { role: 'controller' }) : refuse('bids-secret');
};

/** The form that a button opens, or why the viewer may not use it. */
export const figureForm = (
  reading: Reading,
  state: KnownCase,
  action: FigureForm,
): Result<FiguresView, Refusal> => {
  const shown = (face: FiguresFace) => ok(card(reading, state, face));
  switch (action.verb) {
    case 'cost.form':
      return mayLog(reading, state)
        ? shown({ kind: 'cost-form', said: reading.now })
        : fail(refuse('not-allowed', { role: 'officer' }));
    case 'cost.show': {
      const { category, seconds, external, said } = action;
      if (!mayLog(reading, state)) return fail(refuse('not-allowed', { role: 'officer' }));
      const again = loggedLately(reading, state, { category, seconds, external });
      return shown({
        kind: 'cost-confirm',
        ...(category ? { category } : {}),
        seconds,
        external,
        said,
        ...(again ? { again } : {}),
      });
    }
    case 'saving.methods': {
      const refusal = stateRefusal(reading, state);
      const procedure =
        ('advertising' in state ? state.advertising?.procedure : undefined) ?? state.item.procedure;
      return refusal
        ? fail(refusal)
        : shown({
            kind: 'saving-methods',
            negotiation: negotiationPermitted(procedure),
            obstacles: figuresOf(state).obstacles,
          });
    }
    case 'saving.form': {
      const refusal = stateRefusal(reading, state);
      return refusal ? fail(refusal) : shown({ kind: 'saving-form', method: action.method });
    }
    case 'saving.rule-out-form':
      // Which reasons there are tells nothing; too few tenders is refused before the award.
      return mayRuleOut(reading, state)
        ? shown({ kind: 'rule-out-form', method: action.method, obstacles: OBSTACLES_OF[action.method] })
        : fail(refuse('not-allowed', { role: 'controller' }));
    case 'realised.form': {
      if (!mayRealise(reading, state))
        return fail(
          'contract' in state ? refuse('not-allowed', { role: 'controller' }) : refuse('no-contract-yet'),
        );
      const last = realisedShown(state).at(-1);
      const from = last ? addDays(last.to, 1) : 'contract' in state ? state.contract.date : undefined;
      return shown({
        kind: 'realised-form',
        ...(from ? { from } : {}),
        to: addDays(dateOf(reading.now), -1),
      });
    }
    case 'attribution.form': {
      const current = figuresOf(state).attribution;
      return isAwarded(state) && mayAttribute(reading, state)
        ? shown({ kind: 'attribution-form', ...(current ? { current } : {}) })
        : fail(isAwarded(state) ? refuse('not-allowed', { role: 'controller' }) : refuse('bids-secret'));
    }
    case 'lesson.form':
      return mayLearn(reading, state)
        ? shown({ kind: 'lesson-form' })
        : fail('contract' in state ? refuse('not-your-unit') : refuse('no-contract-yet'));
    case 'lesson.show':
      return shown(lessons(reading, state, action.for));
    default:
      return never(action);
  }
};
