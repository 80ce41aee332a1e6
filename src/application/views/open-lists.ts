import { entries, isGiven, openObjections } from '#domain/coordination/answer.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { unitName } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { CasesView, UnansweredView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { filterView, inCategory, inPeriod, isPlanned, type ListFilter, MOST } from './filters.ts';
import { nameOf, regionName } from './parts.ts';
import { isAnswerable } from './rights.ts';
import { isInvolved, readsEntry } from './visibility.ts';

/** Units that are still to answer, or kept silent: all of them for those who read all, else one's own. */
export const unansweredView = (
  reading: Reading,
  states: readonly KnownCase[],
  filter: ListFilter,
  item?: KnownCase,
): UnansweredView => {
  const { viewer } = reading;
  const missing = states
    .filter(isAsked)
    .filter((state) => isAnswerable(state) && isPlanned(state, filter))
    .flatMap((state) =>
      entries(state.round)
        .filter((entry) => !isGiven(entry.answer))
        .filter((entry) => filter.region === undefined || entry.region === filter.region)
        .map((entry) => ({ state, entry })),
    );
  const lines = missing
    .filter(({ state, entry }) => readsEntry(viewer, state, entry))
    .map(({ state, entry }) => ({
      item: state.item.id,
      title: state.item.title,
      unitName: unitName(entry.unit),
      region: regionName(reading, entry.region),
      respondents: entry.respondents.map((person) => nameOf(reading, person)),
      deadline: entry.deadline,
      silent: entry.answer.kind === 'no-answer',
    }))
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
  const { region, item: shown } = filterView(reading, filter, item);
  return {
    card: 'unanswered',
    asOf: reading.now,
    filter: { ...(region ? { region } : {}), ...(shown ? { item: shown } : {}) },
    total: lines.length,
    hidden: missing.length - lines.length,
    lines: lines.slice(0, MOST),
  };
};

type CaseLine = CasesView['lines'][number];
const lineOf = ({ item }: KnownCase) => ({ item: item.id, title: item.title });

/** Open ones; for a named item also those that were solved or decided. Of others' units only the region is told. */
const objectionLines = (
  reading: Reading,
  state: KnownCase,
  filter: ListFilter,
  named: boolean,
): CaseLine[] => {
  if (!isInvolved(reading.viewer, state) || !isPlanned(state, filter)) return [];
  if (!named && !isAnswerable(state)) return [];
  const shown = named ? entries(state.round) : openObjections(state.round);
  return shown.flatMap((entry): CaseLine[] => {
    const { answer, region } = entry;
    if (answer.kind !== 'objection' || (filter.region ?? region) !== region) return [];
    const base = { ...lineOf(state), region: regionName(reading, region) };
    if (!readsEntry(reading.viewer, state, entry)) return [base];
    const { text } = answer.texts;
    const said = { reason: answer.reason, at: answer.at, ...(text ? { text } : {}) };
    return [{ ...base, unitName: unitName(entry.unit), ...said }];
  });
};

/** A region has to do with an escalation when the item is its own, or when one of its units objects or is silent. */
const escalationLines = (reading: Reading, state: KnownCase, filter: ListFilter): CaseLine[] => {
  if (state.status !== 'escalated' || !isPlanned(state, filter)) return [];
  const { region } = filter;
  const involved = isInvolved(reading.viewer, state);
  // Which region objects is told to those who have a part; for others the list must not say it by what it leaves out.
  const concerned =
    involved &&
    entries(state.round).some(
      (entry) =>
        entry.region === region && (entry.answer.kind === 'objection' || entry.answer.kind === 'no-answer'),
    );
  if (region !== undefined && state.item.region !== region && !concerned) return [];
  const { level, due, openedAt } = state.escalation;
  const where = involved ? { level, due, at: openedAt } : {};
  return [{ ...lineOf(state), ...where }];
};

/** One line for each region that declined, with the decision's reason for those who have a part in the case. */
const deviationLines = (reading: Reading, state: KnownCase, filter: ListFilter): CaseLine[] => {
  if (!isAsked(state) || !inCategory(state, filter)) return [];
  return state.settlements
    .filter((settled) => settled.declining.length > 0 && inPeriod(dateOf(settled.at), filter))
    .flatMap(({ declining, decisions, at }) =>
      declining
        .filter((region) => (filter.region ?? region) === region)
        .map((region): CaseLine => {
          const own = decisions.find((taken) => taken.regions.includes(region));
          const text = own?.texts.text;
          const outcome = own?.outcome ?? 'deviate';
          const reason = text && isInvolved(reading.viewer, state) ? { text } : {};
          return { ...lineOf(state), region: regionName(reading, region), outcome, at, ...reason };
        }),
    );
};

/** Open objections in cases that the viewer has no part in. Not by region: that would say who objects. */
const hiddenObjections = (reading: Reading, states: readonly KnownCase[], filter: ListFilter): number =>
  states
    .filter(isAsked)
    .filter((state) => isPlanned(state, filter) && isAnswerable(state))
    .map((state) => ({ open: openObjections(state.round).length, own: isInvolved(reading.viewer, state) }))
    .reduce((sum, { open, own }) => (own ? sum : sum + open), 0);

/** Who says no, what has been lifted, what was decided away from coordination. `item`: the one that was asked about. */
export const casesView = (
  reading: Reading,
  topic: CasesView['topic'],
  states: readonly KnownCase[],
  filter: ListFilter,
  item?: KnownCase,
): CasesView => {
  const lines = states.flatMap((state): CaseLine[] => {
    switch (topic) {
      case 'objections':
        return objectionLines(reading, state, filter, item !== undefined);
      case 'escalations':
        return escalationLines(reading, state, filter);
      case 'deviations':
        return deviationLines(reading, state, filter);
      default:
        return never(topic);
    }
  });
  return {
    card: 'cases',
    asOf: reading.now,
    topic,
    hidden:
      topic === 'objections' && filter.region === undefined && item === undefined
        ? hiddenObjections(reading, states, filter)
        : 0,
    filter: filterView(reading, filter, item),
    total: lines.length,
    lines: lines.slice(0, MOST),
  };
};
