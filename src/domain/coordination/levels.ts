import { forumOf, type Governance } from '../authority/governance.ts';
import type { Level } from '../escalation/reasons.ts';
import { dateOf, workingDaysBetween } from '../shared/calendar.ts';
import type { Instant, PersonId } from '../shared/ids.ts';
import { entries, openObjections, silent } from './answer.ts';
import type { LevelTime } from './escalation-state.ts';
import { undecided } from './seating.ts';
import type { AskedCase, EscalatedCase } from './state.ts';

/** How long a case stood on a level, in working days; to `now` where it still stands there. */
export interface TimeOnLevel {
  readonly level: Level;
  readonly workingDays: number;
  readonly open: boolean;
}

/** Each level's time, in the order in which the case passed them; a level that it came back to counts again. */
export const timeOnLevels = (path: readonly LevelTime[], now: Instant): TimeOnLevel[] =>
  path.map(({ level, from, to }) => ({
    level,
    workingDays: workingDaysBetween(dateOf(from), dateOf(to ?? now)),
    open: to === null,
  }));

const distinct = (people: readonly (PersonId | null)[]): PersonId[] => [
  ...new Set(people.filter((person) => person !== null)),
];

/** The managers' level: the objectors' own superiors, and those of the other regions' asked units, seen from each objector. */
export const managersOf = (state: AskedCase): PersonId[] => {
  const objecting = openObjections(state.round);
  const others = entries(state.round).filter(
    ({ region }) => objecting.length === 0 || objecting.some((objector) => objector.region !== region),
  );
  return distinct([...objecting, ...others].map((entry) => entry.superior));
};

/**
 * Who owns the level that a case stands on (law 4): the officer in the dialogue, the managers on theirs, the secretary
 * of the council, whoever is to decide or register at the decision. The case's owner where a level has nobody of its own.
 */
export const levelOwners = (state: EscalatedCase, governance: Governance): PersonId[] => {
  const own = ((): PersonId[] => {
    const { escalation } = state;
    switch (escalation.level) {
      case 'dialogue':
        return [];
      case 'managers':
        return openObjections(state.round).length > 0
          ? managersOf(state)
          : distinct(silent(state.round).map((entry) => entry.superior));
      case 'council': {
        const forum = forumOf(governance, 'council');
        return distinct([governance.bodies.find((row) => row.body === forum)?.secretary ?? null]);
      }
      case 'decision':
        return distinct(
          undecided(escalation).map((seat) => (seat.kind === 'delegate' ? seat.person : seat.secretary)),
        );
    }
  })();
  return own.length > 0 ? own : [state.owner];
};
