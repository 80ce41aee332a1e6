import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { registersFor } from '#domain/coordination/secretaries.ts';
import { openSeats } from '#domain/coordination/stage-authority.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { bodyId } from '#domain/shared/ids.ts';
import {
  bothApprove,
  brings,
  decides,
  declares,
  imported,
  lift,
  notices,
  objected,
  refusal,
  type Story,
  tell,
  told,
  types,
} from '#support/given.ts';
import {
  does,
  initiating,
  REGIONSTYRELSEN_V,
  RF,
  RS,
  rfSecretary,
  textiles,
  vSecretary,
} from '#support/stages.ts';
import * as world from '#support/world.ts';

const { date, governance, NAMNDEN, officer, operator, SORMLAND, sDecider, secretary, vDecider, VASTMANLAND } =
  world;
type Person = Actor & { kind: 'person' };
const conflict = (by: Person) => does(by, { do: 'declare-conflict', conflict: true });
const asks = does(officer, { do: 'ask-stage-decision', kind: 'initiate' });
const to = (person: string) => ({ to: 'person', person });
/** The board's minutes of an own matter, by somebody. */
const minutes = (by: Person, body = RS, revision = 1) =>
  does(by, {
    do: 'register-stage-decision',
    kind: 'initiate',
    body,
    revision,
    date: date('2026-11-23'),
    paragraph: '§ 4',
    registryNumber: 'RS 2026-4',
    ...(body === RF ? { preparation: { date: date('2026-11-23'), paragraph: '§ 3' } } : {}),
    texts: {},
  });

describe('a delegate’s conflict ends no stage decision: the body itself decides (KL 6:28–32, 6:37–38)', () => {
  const rules = initiating();
  const asked = told(rules, imported, asks);

  it('its secretary is asked as soon as the conflict is declared, and the officer told', () => {
    const step = conflict(sDecider as Person);
    expect(brings(asked, step, rules)).toEqual(['conflict-declared', 'stage-decision-asked']);
    expect(
      notices(asked, step, rules).filter(({ occasion }) => occasion !== 'conflict-declared'),
    ).toMatchObject([
      { subject: { card: 'stage' }, occasion: 'new', audience: [to(rfSecretary.id)] },
      { subject: { card: 'stage' }, occasion: 'reseated' },
    ]);
  });

  it('or when it is asked for later, and what the body decided counts', () => {
    const story = told(rules, imported, conflict(sDecider as Person), asks);
    expect(story.state).toMatchObject({ askedOf: { initiate: [rfSecretary.id, vDecider.id] } });
    const done = told(rules, story, minutes(rfSecretary as Person));
    expect(done.state).toMatchObject({
      stageDecisions: [{ body: RS, regions: [SORMLAND], paragraph: '§ 4' }],
    });
    expect(openSeats(done.state as never, rules, date('2026-11-23'), 'initiate')).toMatchObject([
      { person: vDecider.id },
    ]);
  });
});

describe('a secretary’s conflict ends no body’s decision: another of the authority registers it (KL 6:28–32)', () => {
  const own: Person = { ...(secretary as Person), id: world.sBoss.id };
  const withSubstitute = (rules: Governance, substitute = own.id): Governance => ({
    ...rules,
    bodies: rules.bodies.map((row) => (row.body === NAMNDEN ? { ...row, substitute } : row)),
  });
  const escalated = (rules: Governance): Story =>
    told(rules, objected, lift(), ...bothApprove(), declares(sDecider, true));
  const registers = (by: Actor) =>
    does(by, {
      do: 'register-decision',
      body: NAMNDEN,
      revision: 1,
      outcome: 'coordinate',
      date: date('2026-11-23'),
      paragraph: '§ 12',
      registryNumber: 'IN 2026-7',
      texts: {},
    });

  it('on the ladder the substitute of the row is asked, may register, and the officer is told', () => {
    const rules = withSubstitute(governance);
    const story = escalated(rules);
    const step = conflict(secretary as Person);
    expect(brings(story, step, rules)).toEqual(['conflict-declared', 'reseated']);
    expect(notices(story, step, rules)).toMatchObject([
      { subject: { card: 'round' }, occasion: 'conflict-declared' },
      { subject: { card: 'registration', body: NAMNDEN }, audience: [to(own.id)] },
      { subject: { card: 'round' }, occasion: 'reseated' },
    ]);
    const moved = told(rules, story, step);
    expect(refusal(moved, registers(secretary), rules)).toBe('has-conflict');
    expect(refusal(story, registers(own), rules)).toBe('no-mandate');
    const done = told(rules, moved, registers(own), decides(vDecider, VASTMANLAND, 'coordinate'));
    expect(done.state.status).toBe('committed');
    const back = told(rules, moved, does(secretary, { do: 'declare-conflict', conflict: false }));
    expect(back.state).toMatchObject({ escalation: { seats: [{ secretary: secretary.id }, {}] } });
  });

  it('for a stage too: of an assembly’s minutes the secretary of the board that prepares it', () => {
    const rules: Governance = {
      ...initiating(),
      bodies: initiating().bodies.map((row) => (row.body === RS ? { ...row, secretary: own.id } : row)),
    };
    const asked = told(rules, imported, does(operator, { do: 'import', item: textiles }), asks);
    const step = conflict(rfSecretary as Person);
    expect(types(told(rules, asked, step).events).slice(-2)).toEqual([
      'conflict-declared',
      'stage-decision-asked',
    ]);
    const moved = told(rules, asked, step);
    expect(registersFor(moved.state, rules, RF)).toBe(own.id);
    expect(refusal(moved, minutes(rfSecretary as Person, RF, 2), rules)).toBe('has-conflict');
    expect(refusal(asked, minutes(own, RF, 2), rules)).toBe('no-mandate');
    expect(types(told(rules, moved, minutes(own, RF, 2)).events)).toContain('stage-decided');
  });

  it('nobody who has a conflict too: then another body’s that decides for a region of its, and without one nobody', () => {
    const rules = withSubstitute(initiating());
    const both = told(rules, imported, conflict(secretary as Person), conflict(own));
    expect(registersFor(both.state, rules, NAMNDEN)).toBe(rfSecretary.id);
    expect(registersFor(tell(imported, conflict(secretary as Person)).state, governance, NAMNDEN)).toBeNull();
    expect(registersFor(imported.state, rules, NAMNDEN)).toBe(secretary.id);
  });
});

describe('who registers in whose place is of the same authority, the nearest body first (KL 6:28–32)', () => {
  const own = world.sBoss.id;
  const rules = initiating();
  /** The assembly's own secretary, where the board that prepares it has another. */
  const apart: Governance = {
    ...rules,
    bodies: rules.bodies.map((row) => (row.body === RF ? { ...row, secretary: own } : row)),
  };
  const conflicted = (...people: readonly Person[]) => tell(imported, ...people.map(conflict)).state;

  it('a board’s: the secretary of the assembly that it prepares, and then of the board of both regions', () => {
    const [one, both] = [conflicted(rfSecretary), conflicted(rfSecretary, world.sBoss)];
    expect(registersFor(one, apart, RS)).toBe(own);
    expect(registersFor(both, apart, RS)).toBe(secretary.id);
    expect(registersFor(one, rules, RF)).toBe(secretary.id);
  });

  it('never another authority’s, though nobody else is left', () => {
    const state = conflicted(rfSecretary, secretary);
    expect(registersFor(state, rules, RS)).toBeNull();
    expect(registersFor(state, rules, REGIONSTYRELSEN_V)).toBe(vSecretary.id);
    expect(registersFor(conflicted(vSecretary), rules, REGIONSTYRELSEN_V)).toBe(secretary.id);
    expect(registersFor(state, rules, NAMNDEN)).toBe(vSecretary.id);
  });

  it('a body that has no secretary has none by a substitute or a neighbour; one that nobody knows has none', () => {
    const without: Governance = {
      ...rules,
      bodies: rules.bodies.map(({ secretary: _, ...row }) =>
        row.body === RS ? { ...row, substitute: own } : { ...row, secretary: own },
      ),
    };
    expect(registersFor(imported.state, without, RS)).toBeNull();
    expect(registersFor(imported.state, without, RF)).toBe(own);
    expect(registersFor(imported.state, rules, bodyId('a-body-of-nobody'))).toBeNull();
  });

  it('for a delegate nobody registers: the seat is the delegate’s own', () => {
    const asked = told(rules, imported, asks);
    expect(openSeats(asked.state as never, rules, date('2026-11-23'), 'initiate')).toEqual([
      { rule: 'i-s', regions: [SORMLAND], example: true, kind: 'delegate', person: sDecider.id, body: RS },
      {
        rule: 'i-v',
        regions: [VASTMANLAND],
        example: true,
        kind: 'delegate',
        person: vDecider.id,
        body: REGIONSTYRELSEN_V,
      },
    ]);
  });
});
