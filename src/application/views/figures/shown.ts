import type { KnownCase } from '#domain/coordination/state.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import { costOf } from '#domain/indicators/cost.ts';
import {
  type CostCategory,
  type Figures,
  NO_FIGURES,
  PULSE_QUESTIONS,
  PULSE_WAVES,
} from '#domain/indicators/figures.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { isSecret } from '#domain/record/secrecy.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type {
  CostEntry,
  CostKnown,
  FiguresFace,
  RealisedShown,
  SavingShown,
  Took,
} from '#rendering/views/figures.ts';
import { settingsOf } from '../../indicators.ts';
import type { Reading } from '../../reading.ts';
import { nameOf } from '../parts.ts';
import { hasConflict, isInvolved, readsAll } from '../visibility.ts';

export const figuresOf = (state: KnownCase): Figures => state.figures ?? NO_FIGURES;

/** Those who weigh what coordination gives: besides Inköp and whoever watches over the record, the council and deciders. */
const WEIGH: readonly Role[] = ['council-member', 'decider', 'secretary'];
/**
 * A saving is computed from tenders, so one item's stands open after the award only, and then to those who weigh it
 * (OSL 19:3, 31:16). An evaluation that a court ordered anew is secret anew.
 */
export const readsSaving = (viewer: Person, state: KnownCase): boolean =>
  !isSecret(state) &&
  !hasConflict(viewer, state) &&
  (readsAll(viewer) || viewer.roles.some((role) => WEIGH.includes(role)));

/** Whoever has a part in the case, or reads everything; never with a conflict (KL 6:28–32). */
export const readsFigures = (viewer: Person, state: KnownCase): boolean =>
  !hasConflict(viewer, state) &&
  (readsAll(viewer) || isInvolved(viewer, state) || viewer.roles.some((role) => WEIGH.includes(role)));

/** The award is decided: what rests on tenders may be stated and shown. */
export const isAwarded = (state: KnownCase): boolean => 'award' in state && state.award !== undefined;

export const costKnown = ({ governance }: Reading, state: KnownCase): CostKnown | null => {
  const { costs } = figuresOf(state);
  const facts = factsOf(state);
  if (costs.length === 0 || facts === null) return null;
  const { rate } = settingsOf(governance);
  return {
    seconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
    external: costs.reduce((sum, { external }) => sum + external, 0),
    people: new Set(costs.map(({ by }) => by)).size,
    sek: costOf(facts, rate),
    example: (governance.rates ?? []).some(({ example }) => example === true),
  };
};

/** The viewer's own, the latest first. */
export const ownCosts = ({ viewer }: Reading, state: KnownCase, most: number): readonly CostEntry[] =>
  figuresOf(state)
    .costs.filter(({ by }) => by === viewer.id)
    .toReversed()
    .slice(0, most)
    .map(({ number, category, seconds, external, at }) => ({ number, category, seconds, external, at }));

const LATELY_MS = 30 * 60_000;
/** When the viewer last noted just this, if that was less than half an hour ago: most likely it is the same work told twice. */
export const loggedLately = (
  { viewer, now }: { readonly viewer: Pick<Person, 'id'>; readonly now: Instant },
  state: KnownCase,
  took: Took & { readonly category?: CostCategory | undefined },
): Instant | null =>
  figuresOf(state).costs.findLast(
    ({ by, at, category, seconds, external }) =>
      by === viewer.id &&
      seconds === took.seconds &&
      external === took.external &&
      (took.category === undefined || category === took.category) &&
      Date.parse(now) - Date.parse(at) < LATELY_MS,
  )?.at ?? null;

export const savingShown = (reading: Reading, state: KnownCase): SavingShown | null => {
  const { saving, validated } = figuresOf(state);
  if (!saving || !isAwarded(state)) return null;
  const { method, version, annual, term, years, matched, byWinner, bias, by, on, at, texts } = saving;
  return {
    method,
    version,
    annual,
    term,
    years,
    ...(matched === undefined ? {} : { matched }),
    ...(byWinner ? { byWinner } : {}),
    ...(bias ? { bias } : {}),
    by: nameOf(reading, by),
    on,
    stated: at,
    ...(texts?.assumptions ? { assumptions: texts.assumptions } : {}),
    ...(validated ? { validated: { by: nameOf(reading, validated.by), at: validated.at } } : {}),
  };
};

export const realisedShown = (state: KnownCase): readonly RealisedShown[] =>
  Object.values(figuresOf(state).realised).toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** Means by wave and question; a number that few gave says how few. */
export const pulseShown = (state: KnownCase): Extract<FiguresFace, { kind: 'hub' }>['pulse'] => {
  const { pulse = {} } = figuresOf(state);
  return PULSE_WAVES.flatMap((wave) =>
    PULSE_QUESTIONS.flatMap((about) => {
      const said = Object.values(pulse[wave] ?? {}).flatMap((one) => one[about] ?? []);
      const sum = said.reduce((total, rating) => total + rating, 0);
      return said.length === 0 ? [] : [{ wave, about, mean: sum / said.length, of: said.length }];
    }),
  );
};
