import { type Figure, type Figures, NO_FIGURES } from '../../indicators/figures.ts';
import { dateOf } from '../../shared/calendar.ts';
import { asPersonId, type PersonId } from '../../shared/ids.ts';
import { never } from '../../shared/result.ts';
import type { CaseEvent } from '../events.ts';
import { withPulse } from '../pulse.ts';
import type { CaseState } from '../state.ts';
import { impossible, without } from './entry.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const changed = (state: CaseState, change: (figures: Figures) => Figures): CaseState =>
  state.status === 'new'
    ? impossible('a figure', state)
    : { ...state, figures: change(state.figures ?? NO_FIGURES) };

/** One method's figure takes the place of another's (never two summed), and has to be signed by finance anew. */
export const savingStated = (
  state: CaseState,
  { at, by, figures: found, texts }: Of<'saving-stated'>,
): CaseState =>
  changed(state, (figures) => ({
    ...without(figures, 'validated'),
    obstacles: without(figures.obstacles, found.method),
    saving: { ...found, by, on: dateOf(at), at, ...(texts ? { texts } : {}) },
  }));

/** A number about quality is the person's rating, whenever it was asked for; the others stand by their wave alone. */
const rated = (
  figures: Figures,
  { rating, about = 'quality', wave }: Extract<Figure, { kind: 'rating' }>,
  person: PersonId,
): Figures => {
  const known = wave === undefined ? undefined : figures.pulse?.[wave];
  const pulse =
    wave === undefined
      ? {}
      : {
          pulse: {
            ...figures.pulse,
            [wave]: { ...known, [person]: { ...known?.[person], [about]: rating } },
          },
        };
  const ratings = about === 'quality' ? { ratings: { ...figures.ratings, [person]: rating } } : {};
  return { ...figures, ...pulse, ...ratings };
};

const noted = (figures: Figures, figure: Figure, { at, by, texts = {} }: Of<'figure-noted'>): Figures => {
  switch (figure.kind) {
    case 'ruled-out':
      return {
        // A method that cannot be used has no figure either.
        ...(figures.saving?.method === figure.method ? without(figures, 'saving', 'validated') : figures),
        obstacles: { ...figures.obstacles, [figure.method]: figure.obstacle },
      };
    case 'validated':
      return { ...figures, validated: { by, at } };
    case 'realised': {
      const { kind: _, ...stretch } = figure;
      return { ...figures, realised: { ...figures.realised, [figure.from]: stretch } };
    }
    case 'attributed':
      return { ...figures, attribution: figure.shares };
    case 'cost': {
      const { kind: _, ...cost } = figure;
      return { ...figures, costs: [...figures.costs, { ...cost, by, at }], logged: figure.number };
    }
    case 'cost-withdrawn':
      return { ...figures, costs: figures.costs.filter(({ number }) => number !== figure.number) };
    case 'contract-value':
      return { ...figures, contractValue: figure.value };
    case 'rating':
      return rated(figures, figure, asPersonId(by));
    case 'nonconformities':
      return { ...figures, nonconformities: figure.count };
    case 'fidelity':
      return { ...figures, fidelity: figure.share };
    case 'sustainability':
      return { ...figures, sustainability: figure.share };
    case 'lesson': {
      const given = { at, ...(figure.unit ? { unit: figure.unit } : {}), texts };
      return { ...figures, lessons: { ...figures.lessons, [asPersonId(by)]: given } };
    }
    case 'lesson-used':
      return { ...figures, usedBy: [...figures.usedBy, figure.item] };
    default:
      return never(figure);
  }
};

export const figureNoted = (state: CaseState, event: Of<'figure-noted'>): CaseState =>
  changed(state, (figures) => noted(figures, event.figure, event));

export const pulseAsked = (state: CaseState, { wave }: Of<'pulse-asked'>): CaseState =>
  'contract' in state ? withPulse(state, wave) : impossible('a question to users', state);
