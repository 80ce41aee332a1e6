import { entries, openObjections } from '#domain/coordination/answer.ts';
import { abstains, hasConflict as conflicted } from '#domain/coordination/deciding/conflict.ts';
import { mayDecide } from '#domain/coordination/deciding/members.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { undecided } from '#domain/coordination/seating.ts';
import { type AskedCase, isAsked, isLocked, type KnownCase } from '#domain/coordination/state.ts';
import { type Instant, unitName } from '#domain/shared/ids.ts';
import type { MineView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { mayValidate } from './figures/probes.ts';
import { figuresOf, isAwarded, readsFigures, readsSaving } from './figures/shown.ts';
import { isAnswerable, may } from './rights.ts';
import { seatStep } from './stage-steps.ts';
import { answersFor, atManagersLevel, hasConflict, isParty, ownsEntry } from './visibility.ts';

export type Task = MineView['tasks'][number];
interface Waiting {
  readonly subject: CardSubject;
  readonly due?: Instant | null;
}

/** When talking ends: the clock of the dialogue or of the managers' level. */
const dialogueDue = (state: AskedCase): Instant | null => {
  if (state.status !== 'escalated') return null;
  const { level, due } = state.escalation;
  return level === 'dialogue' || level === 'managers' ? due : null;
};

/** Every stage has a named owner (law 4); where that officer is one no more, or has a conflict, the others stand in. */
const owns = ({ viewer, directory }: Reading, state: AskedCase): boolean => {
  const { owner } = state;
  const absent = !directory.person(owner)?.roles.includes('officer') || conflicted(state, owner);
  return owner === viewer.id || (viewer.roles.includes('officer') && absent);
};

const forUnits = ({ viewer }: Reading, state: AskedCase): Waiting[] => {
  const item = state.item.id;
  return entries(state.round).flatMap((entry): Waiting[] => {
    const { unit, answer, deadline, solution } = entry;
    if (!ownsEntry(viewer, state, entry)) return [];
    const mine = answersFor(viewer, entry);
    if (mine && (answer.kind === 'waiting' || answer.kind === 'no-answer')) {
      return [{ subject: { card: 'request', item, unit }, due: deadline }];
    }
    if (mine && solution?.status === 'proposed') {
      return [{ subject: { card: 'solution', item, unit }, due: dialogueDue(state) }];
    }
    if (entry.superior === viewer.id && answer.kind === 'no-answer') {
      return [{ subject: { card: 'lifted', item, unit }, due: deadline }];
    }
    return [];
  });
};

const forOwner = (reading: Reading, state: AskedCase): Waiting[] => {
  if (!owns(reading, state) || hasConflict(reading.viewer, state)) return [];
  const item = state.item.id;
  const round: Waiting = { subject: { card: 'round', item } };
  const asked = entries(state.round)
    .filter((entry) => entry.moreTime)
    .map(({ unit, deadline }): Waiting => ({ subject: { card: 'more-time', item, unit }, due: deadline }));
  if (state.status === 'committed' || state.status === 'partly-committed' || state.status === 'initiated') {
    return [...asked, round];
  }
  if (state.status !== 'escalated') return asked;
  const { escalation } = state;
  if (may(reading, state, { do: 'close-escalation' })) return [...asked, round];
  // Nobody has the mandate to decide for a region: the owner has to see to it that somebody gets it.
  if (escalation.level === 'decision' && escalation.missing.length > 0) {
    return [...asked, { ...round, due: escalation.due }];
  }
  if (escalation.level !== 'dialogue' && escalation.level !== 'managers') return asked;
  const open = openObjections(state.round).filter((entry) => entry.solution?.status !== 'proposed');
  return [
    ...asked,
    ...open.map(({ unit }): Waiting => ({ subject: { card: 'objection', item, unit }, due: escalation.due })),
  ];
};

const forLadder = ({ viewer, governance }: Reading, state: AskedCase): Waiting[] => {
  if (state.status !== 'escalated' || hasConflict(viewer, state)) return [];
  const item = state.item.id;
  const { escalation } = state;
  const { due } = escalation;
  switch (escalation.level) {
    case 'dialogue':
      return [];
    case 'managers':
      return openObjections(state.round).length > 0 && atManagersLevel(viewer, state)
        ? [{ subject: { card: 'managers', item }, due }]
        : [];
    case 'council': {
      if (!viewer.roles.includes('council-member') || !isParty(viewer, state)) return [];
      const declared = escalation.declarations[viewer.id];
      // A position that only recommended is taken anew once a mandate makes it a decision.
      const own = escalation.positions[viewer.id];
      const done = own && (own.decides === true) === mayDecide(state, governance, viewer.id);
      return (declared && abstains(state, viewer)) || done
        ? []
        : [{ subject: { card: 'council', item }, due }];
    }
    case 'decision':
      return undecided(escalation).flatMap((seat): Waiting[] => {
        const [region] = seat.regions;
        if (seat.kind === 'body') {
          return seat.secretary === viewer.id
            ? [{ subject: { card: 'registration', item, body: seat.body }, due }]
            : [];
        }
        return seat.person === viewer.id && region
          ? [{ subject: { card: 'decision', item, region }, due }]
          : [];
      });
  }
};

/** Who is asked to decide or register what a stage rests on; and the owner, of a decision that turned out to be missing. */
const forStages = (reading: Reading, state: KnownCase): Waiting[] => {
  const subject = { card: 'stage', item: state.item.id } as const;
  if (hasConflict(reading.viewer, state)) return [];
  const flagged = isLocked(state) && (state.flagged?.length ?? 0) > 0 && !state.decisionsAsked?.initiate;
  return seatStep(reading, state) || (flagged && owns(reading, state)) ? [{ subject }] : [];
};

/** Finance of the regions that take part signs a saving that somebody else has stated (domain: indicator 3). */
const forFinance = (reading: Reading, state: KnownCase): Waiting[] => {
  const { viewer } = reading;
  const { saving, validated } = figuresOf(state);
  if (!saving || validated || !isAwarded(state) || !readsSaving(viewer, state)) return [];
  const regions = isLocked(state) ? state.participants.map(({ region }) => region) : [state.item.region];
  return regions.includes(viewer.region) && readsFigures(viewer, state) && mayValidate(reading, state)
    ? [{ subject: { card: 'saving', item: state.item.id } }]
    : [];
};

const inRound = (reading: Reading, state: KnownCase): Waiting[] =>
  isAsked(state) && isAnswerable(state)
    ? [...forUnits(reading, state), ...forOwner(reading, state), ...forLadder(reading, state)]
    : [];

/** Everything that waits for the viewer, the most urgent first. */
export const tasksOf = (reading: Reading, states: readonly KnownCase[]): Task[] =>
  states
    .flatMap((state) =>
      [...inRound(reading, state), ...forStages(reading, state), ...forFinance(reading, state)].map(
        ({ subject, due }): Task => ({
          subject,
          title: state.item.title,
          what: subject.card,
          ...('unit' in subject ? { unitName: unitName(subject.unit) } : {}),
          ...(due ? { due } : {}),
          late: due != null && due < reading.now,
        }),
      ),
    )
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : (a.due ?? '9') > (b.due ?? '9') ? 1 : 0));

/** As many as fit on a card that is read between two patients. */
const SHOWN = 8;

export const mineView = (
  reading: Reading,
  states: readonly KnownCase[],
  toRegister = 0,
  toReport: MineView['toReport'] | null = null,
): MineView => {
  const tasks = tasksOf(reading, states);
  return {
    card: 'mine',
    asOf: reading.now,
    name: reading.viewer.name,
    tasks: tasks.slice(0, SHOWN),
    total: tasks.length,
    ...(toRegister > 0 ? { toRegister } : {}),
    ...(toReport ? { toReport } : {}),
  };
};
