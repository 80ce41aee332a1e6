import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId } from '#domain/shared/ids.ts';
import { asked, attempt, declares, type Story } from '#support/given.ts';
import { EVALUATOR, until } from '#support/stages.ts';
import { governance, NAMNDEN, officer, SORMLAND, sBoss, secretary, vBoss } from '#support/world.ts';

type Person = Actor & { kind: 'person' };
/** Without any role: only what this person does in the case is left. */
const plain = (one: Actor): Person => {
  if (one.kind !== 'person') throw new Error('a person');
  return { ...one, roles: [] };
};
const stranger: Person = { ...plain(officer), id: personId('tenant-s', 'stranger') };
const withSubstitute: Governance = {
  ...governance,
  bodies: governance.bodies.map((row) => (row.body === NAMNDEN ? { ...row, substitute: stranger.id } : row)),
};

const said = (story: Story, by: Person, rules = governance): string => {
  const outcome = attempt(story, declares(by, true), rules);
  return outcome.ok ? String(hasConflict(outcome.value.state, by.id)) : outcome.error.code;
};

describe('a conflict is declared by whoever handles the case, whatever the directory calls them (KL 6:28–32)', () => {
  it('the superior to whom a unit’s silence is lifted, of any unit that is asked', () => {
    expect(said(asked, plain(sBoss))).toBe('true');
    expect(said(asked, plain(vBoss))).toBe('true');
  });

  it('the owner', () => {
    expect(said(asked, plain(officer))).toBe('true');
  });

  it('an evaluator, once there are any', () => {
    expect(said(until('locked'), plain(EVALUATOR))).toBe('not-allowed');
    expect(said(until('advertised'), plain(EVALUATOR))).toBe('true');
  });

  it('who a body’s row names as secretary or substitute, of any body', () => {
    expect(said(asked, plain(secretary))).toBe('true');
    expect(said(asked, stranger, withSubstitute)).toBe('true');
  });

  it('and nobody else', () => {
    expect(said(asked, stranger)).toBe('not-allowed');
    expect(said(until('advertised'), stranger)).toBe('not-allowed');
    expect(said(asked, { ...stranger, region: SORMLAND, roles: ['unit-manager'] })).toBe('not-allowed');
  });
});
