import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn } from '#domain/authority/governance.ts';
import { registersFor } from '#domain/coordination/secretaries.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import {
  bothApprove,
  imported,
  lift,
  notices,
  objected,
  refusal,
  type Story,
  told,
  types,
} from '#support/given.ts';
import { does, kindRow } from '#support/stages.ts';
import * as world from '#support/world.ts';

const { at, clock, date, NAMNDEN, SORMLAND, secretary, STYRELSE_S, STYRELSE_V, VASTMANLAND } = world;
type Person = Actor & { kind: 'person' };
const as = (id: PersonId): Person => ({ ...(secretary as Person), id });
const [substitute, archivist, follower] = [world.sBoss, world.sMember2, world.vBoss];

/** The board decides once for both and ceases at New Year; its archive goes to Sörmland's executive board. */
const boardRow = { ...kindRow('board', 'initiate'), holder: { kind: 'body', body: NAMNDEN } } as const;
const file: Governance = {
  ...world.withSwitch('decided'),
  bodies: world
    .withSwitch('decided')
    .bodies.map((row) => (row.body === NAMNDEN ? { ...row, substitute: substitute.id } : row)),
  mandates: [
    { ...boardRow, kinds: ['coordinate', 'deviate', 'postpone', 'initiate'] },
    ...world.withSwitch('decided').mandates.filter(({ id }) => id.startsWith('m-2027')),
  ],
};
const rowsOn = (day: string, ...gone: readonly PersonId[]): Governance => {
  const rows = governanceOn(file, date(day));
  return gone.length > 0 ? { ...rows, gone } : rows;
};
const AFTER = '2027-01-11';

/** At the decision in December; then the switch, and a Monday in January. */
const december = told(
  rowsOn('2026-12-15'),
  { ...objected, now: at('2026-12-15 09:00') },
  lift(),
  ...bothApprove(),
);
const january: Story = told(rowsOn(AFTER), december, {
  by: clock,
  command: { do: 'tick' },
  at: at('2027-01-11 09:00'),
});
const conflicted = (story: Story, ...people: readonly PersonId[]): Story =>
  told(
    rowsOn(dateOf(story.now)),
    story,
    ...people.map((id) => does(as(id), { do: 'declare-conflict', conflict: true })),
  );
const minutes = (by: PersonId) =>
  does(as(by), {
    do: 'register-decision',
    body: NAMNDEN,
    revision: 1,
    outcome: 'coordinate',
    date: date('2026-12-16'),
    paragraph: '§ 9',
    registryNumber: 'IN 2026-9',
    texts: {},
  });

describe('who registers what a body decided before it ceased (law 2, section 4)', () => {
  const registrar = (story: Story, ...gone: readonly PersonId[]) =>
    registersFor(story.state, rowsOn(AFTER, ...gone), NAMNDEN);

  it.each<[string, readonly PersonId[], readonly PersonId[], PersonId]>([
    ['its last secretary', [], [], secretary.id],
    ['the substitute where the secretary has left', [secretary.id], [], substitute.id],
    ['the substitute where the secretary has a conflict', [], [secretary.id], substitute.id],
    ['the secretary of the archive where both have left', [secretary.id, substitute.id], [], archivist.id],
    ['or one has left and one a conflict', [secretary.id], [substitute.id], archivist.id],
    [
      'a successor’s where the archive’s may not either',
      [secretary.id],
      [substitute.id, archivist.id],
      follower.id,
    ],
    ['nobody passes a secretary who is there', [substitute.id], [], secretary.id],
  ])('%s', (_who, gone, conflicts, person) => {
    expect(registrar(conflicted(january, ...conflicts), ...gone)).toBe(person);
  });

  it('nobody where everybody has left', () => {
    const everybody = [secretary.id, substitute.id, archivist.id, follower.id];
    expect(registrar(january, ...everybody)).toBeNull();
  });

  it('of a body that is in force its rows are corrected instead: who has left is still asked for', () => {
    const rows = rowsOn('2026-12-15', secretary.id);
    expect(registersFor(imported.state, rows, NAMNDEN)).toBe(secretary.id);
    expect(registersFor(january.state, rowsOn(AFTER, archivist.id), STYRELSE_S)).toBe(archivist.id);
    expect(registersFor(january.state, rowsOn(AFTER), STYRELSE_V)).toBe(follower.id);
  });
});

describe('and it is accepted, on the ladder and for a stage', () => {
  it('of a case on the ladder from the one, and from nobody else', () => {
    const rows = rowsOn(AFTER, secretary.id, substitute.id);
    expect(refusal(january, minutes(secretary.id), rowsOn(AFTER))).toBe('allowed');
    expect(refusal(january, minutes(archivist.id), rowsOn(AFTER))).toBe('no-mandate');
    expect(refusal(january, minutes(follower.id), rows)).toBe('no-mandate');
    const done = told(rows, january, minutes(archivist.id));
    expect(types(done.events).slice(-3)).toEqual(['reseated', 'decided', 'escalation-closed']);
    expect(done.events.at(-2)).toMatchObject({
      by: archivist.id,
      rule: 'board',
      regions: [SORMLAND, VASTMANLAND],
      body: { body: NAMNDEN, date: '2026-12-16' },
    });
  });

  it('who stands in for a last secretary with a conflict is told, once', () => {
    const step = does(secretary, { do: 'declare-conflict', conflict: true });
    const registration = (story: Story, one: typeof step) =>
      notices(story, one, rowsOn(AFTER))
        .filter(({ subject }) => subject.card === 'registration')
        .map(({ subject, audience }) => [subject, audience]);
    const subject = { card: 'registration', item: world.beds.id, body: NAMNDEN };
    expect(registration(january, step)).toEqual([[subject, [{ to: 'person', person: substitute.id }]]]);
    const back = does(secretary, { do: 'declare-conflict', conflict: false });
    expect(registration(conflicted(january, secretary.id), back)).toEqual([]);
    expect(registration(january, does(as(follower.id), { do: 'declare-conflict', conflict: true }))).toEqual(
      [],
    );
  });

  it('of a stage too', () => {
    const story: Story = { ...imported, now: at('2027-01-11 09:00') };
    const stage = (by: PersonId) =>
      does(as(by), {
        do: 'register-stage-decision',
        kind: 'initiate',
        body: NAMNDEN,
        revision: 1,
        date: date('2026-12-16'),
        paragraph: '§ 10',
        registryNumber: 'IN 2026-10',
        texts: {},
      });
    expect(refusal(story, stage(archivist.id), rowsOn(AFTER))).toBe('no-mandate');
    const rows = rowsOn(AFTER, secretary.id, substitute.id);
    expect(refusal(story, stage(archivist.id), rows)).toBe('allowed');
    expect(refusal(story, stage(secretary.id), rows)).toBe('no-mandate');
  });
});
