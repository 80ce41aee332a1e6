import { type Figure, type FigureInput, NO_FIGURES, type SavingInput } from '../../indicators/figures.ts';
import { negotiationPermitted } from '../../plan/procedure.ts';
import { attributed } from '../../savings/attribution.ts';
import { basketSaving } from '../../savings/basket.ts';
import { isAmount } from '../../savings/lines.ts';
import { marketPriceSaving } from '../../savings/market-price.ts';
import type { SavingFault, SavingFigures } from '../../savings/method.ts';
import { negotiationSaving } from '../../savings/negotiation.ts';
import { realisedSaving } from '../../savings/realised.ts';
import { hasRole } from '../../shared/actor.ts';
import { dateOf } from '../../shared/calendar.ts';
import { fail, never, ok, type Result } from '../../shared/result.ts';
import { entries, type Texts } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CaseState, isAsked, type KnownCase } from '../state.ts';
import { event, nothing, type PersonActor, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { mayAnswerFor, person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** A day's work of a large meeting, in seconds; more in one entry is a slip of the pen. */
const LONGEST_LOG = 200 * 3600;
const MOST_ARTICLES = 2000;
/** What a lesson may say; one of them at least. */
const SAID = ['worked', 'failed', 'next'] as const;

/** Prices, and what is computed from them, are the officer's and the controller's to state. */
const reckoner = (actor: PersonActor): boolean => hasRole(actor, 'officer') || hasRole(actor, 'controller');
const takesPart = (state: KnownCase, actor: PersonActor): boolean =>
  isAsked(state) && entries(state.round).some((entry) => mayAnswerFor(entry, actor));
/** Whoever coordinates: Inköp, the asked units, the council and those who decide. */
const coordinates = (state: KnownCase, actor: PersonActor): boolean =>
  reckoner(actor) ||
  takesPart(state, actor) ||
  ['council-member', 'decider', 'secretary'].some((role) => hasRole(actor, role));

const computed = (state: KnownCase, input: SavingInput): Result<SavingFigures, SavingFault> => {
  switch (input.method) {
    case 'basket':
      return basketSaving(input);
    case 'negotiation':
      return negotiationSaving({ ...input, permitted: negotiationPermitted(procedureOf(state)) === true });
    case 'market-price':
      return marketPriceSaving(input);
    default:
      return never(input);
  }
};
/** As it was advertised, else as it was planned. */
const procedureOf = (state: KnownCase): string | undefined =>
  ('advertising' in state ? state.advertising?.procedure : undefined) ?? state.item.procedure;

const articles = (input: SavingInput): number =>
  input.method === 'market-price' ? input.bids.length : input.lines.length;

/**
 * An enabled saving by one method, computed here from its baseline and frozen with it. Refused: `not-allowed`,
 * `bids-secret` before the award decision (OSL 19:3), `text-missing` without assumptions, `procedure-unknown`,
 * `saving-impossible` with the fault.
 */
export const stateSaving = (
  state: CaseState,
  { input, texts }: Of<'state-saving'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (state.status === 'new') return refused('unknown-item');
  if (!reckoner(actor.value)) return refused('not-allowed', { role: 'controller' });
  if (!('award' in state) || state.award === undefined) return refused('bids-secret');
  if (input.method === 'negotiation' && negotiationPermitted(procedureOf(state)) === null)
    return refused('procedure-unknown');
  if (articles(input) > MOST_ARTICLES) return refused('too-many-lines', { max: String(MOST_ARTICLES) });
  const found = computed(state, input);
  if (!found.ok) return refused('saving-impossible', { fault: found.error });
  const problem = textProblem(texts, ['assumptions']);
  if (problem) return fail(problem);
  return ruled(event(context, { type: 'saving-stated', input, figures: found.value }, texts));
};

const hasContract = (state: KnownCase): boolean => 'contract' in state;

const noting = (
  state: KnownCase,
  figure: FigureInput,
  actor: PersonActor,
  today: string,
  texts: Texts,
): Result<Figure | null, Refusal> => {
  const known = state.figures ?? NO_FIGURES;
  switch (figure.kind) {
    case 'ruled-out':
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'controller' }));
      // Too few bids tells how many there were.
      if (figure.obstacle === 'fewer-than-3-bids' && !('award' in state)) return fail(refuse('bids-secret'));
      return ok(known.obstacles[figure.method] === figure.obstacle ? null : figure);
    case 'validated':
      if (!hasRole(actor, 'controller')) return fail(refuse('not-allowed', { role: 'controller' }));
      if (!known.saving) return fail(refuse('nothing-to-validate'));
      // What the signer saw has been computed anew since.
      if (figure.stated !== undefined && figure.stated !== known.saving.at) return fail(refuse('old-card'));
      // Four eyes: whoever computed it does not sign it.
      if (known.saving.by === actor.id) return fail(refuse('own-figure'));
      return ok(known.validated ? null : figure);
    case 'realised': {
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'controller' }));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (figure.from > figure.to) return fail(refuse('period-reversed'));
      if (figure.to > today) return fail(refuse('stage-date-in-the-future'));
      if (figure.lines.length > MOST_ARTICLES)
        return fail(refuse('too-many-lines', { max: String(MOST_ARTICLES) }));
      const found = realisedSaving(figure.lines);
      if (!found.ok) return fail(refuse('saving-impossible', { fault: found.error }));
      const { kind, from, to } = figure;
      const overlap = Object.values(known.realised).some(
        (stretch) => stretch.from !== from && stretch.from <= to && from <= stretch.to,
      );
      return overlap ? fail(refuse('periods-overlap')) : ok({ kind, from, to, ...found.value });
    }
    case 'attributed': {
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'controller' }));
      const shares = attributed(figure.shares);
      return shares.ok
        ? ok({ kind: 'attributed', shares: shares.value })
        : fail(refuse('saving-impossible', { fault: shares.error }));
    }
    case 'cost': {
      if (!coordinates(state, actor)) return fail(refuse('not-allowed', { role: 'officer' }));
      const { seconds, external, category, said } = figure;
      const again = said !== undefined && known.costs.some((one) => one.by === actor.id && one.said === said);
      if (again) return ok(null);
      const possible =
        Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= LONGEST_LOG && isAmount(external);
      const something =
        category === 'external' ? external > 0 && seconds === 0 : seconds > 0 && external === 0;
      return possible && something
        ? ok({ ...figure, number: known.logged + 1 })
        : fail(refuse('number-unreadable'));
    }
    case 'cost-withdrawn': {
      const logged = known.costs.find(({ number }) => number === figure.number);
      if (!logged) return fail(refuse('no-such-cost'));
      return logged.by === actor.id || hasRole(actor, 'officer')
        ? ok(figure)
        : fail(refuse('not-allowed', { role: 'officer' }));
    }
    case 'contract-value':
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'officer' }));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (!(isAmount(figure.value) && figure.value > 0)) return fail(refuse('number-unreadable'));
      return ok(known.contractValue === figure.value ? null : figure);
    case 'rating':
      if (!takesPart(state, actor)) return fail(refuse('not-your-unit'));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (![1, 2, 3, 4, 5].includes(figure.rating)) return fail(refuse('number-unreadable'));
      if (figure.wave === undefined) {
        // Unasked only the quality is rated.
        if ((figure.about ?? 'quality') !== 'quality') return fail(refuse('not-possible-now'));
        return ok(known.ratings[actor.id] === figure.rating ? null : figure);
      }
      if (!known.pulses?.includes(figure.wave)) return fail(refuse('not-possible-now'));
      return ok(
        known.pulse?.[figure.wave]?.[actor.id]?.[figure.about ?? 'quality'] === figure.rating ? null : figure,
      );
    case 'nonconformities':
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'officer' }));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (!(Number.isSafeInteger(figure.count) && figure.count >= 0))
        return fail(refuse('number-unreadable'));
      return ok(known.nonconformities === figure.count ? null : figure);
    case 'fidelity':
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'controller' }));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (!(figure.share >= 0 && figure.share <= 1)) return fail(refuse('number-unreadable'));
      return ok(known.fidelity === figure.share ? null : figure);
    case 'sustainability':
      if (!reckoner(actor)) return fail(refuse('not-allowed', { role: 'controller' }));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (!(figure.share >= 0 && figure.share <= 1)) return fail(refuse('number-unreadable'));
      return ok(known.sustainability === figure.share ? null : figure);
    case 'lesson': {
      if (!coordinates(state, actor)) return fail(refuse('not-your-unit'));
      if (!hasContract(state)) return fail(refuse('no-contract-yet'));
      if (!SAID.some((key) => texts[key]?.trim())) return fail(refuse('text-missing'));
      if (JSON.stringify(known.lessons?.[actor.id]?.texts) === JSON.stringify(texts)) return ok(null);
      const own = isAsked(state)
        ? entries(state.round).find((entry) => mayAnswerFor(entry, actor))
        : undefined;
      return ok(own ? { kind: 'lesson', unit: own.unit } : { kind: 'lesson' });
    }
    case 'lesson-used':
      if (!hasRole(actor, 'officer') && !takesPart(state, actor))
        return fail(refuse('not-allowed', { role: 'officer' }));
      if (!('review' in state) && known.lessons === undefined) return fail(refuse('no-lesson-yet'));
      return ok(known.usedBy.includes(figure.item) || figure.item === state.item.id ? null : figure);
    default:
      return never(figure);
  }
};

/**
 * A figure beside the saving itself: by whoever the kind belongs to, after what it presupposes. Said before in the same
 * words, nothing happens. Refused: `people-only`, `not-allowed`, `not-your-unit`, `bids-secret`, `no-contract-yet`,
 * `nothing-to-validate`, `own-figure`, `period-reversed`, `periods-overlap`, `number-unreadable`, `saving-impossible`,
 * `no-such-cost`, `no-lesson-yet`.
 */
export const noteFigure = (
  state: CaseState,
  { figure, texts }: Of<'note-figure'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (state.status === 'new') return refused('unknown-item');
  const found = noting(state, figure, actor.value, dateOf(context.now), texts);
  if (!found.ok) return found;
  if (found.value === null) return nothing;
  const problem = textProblem(texts, []);
  if (problem) return fail(problem);
  return ruled(event(context, { type: 'figure-noted', figure: found.value }, texts));
};
