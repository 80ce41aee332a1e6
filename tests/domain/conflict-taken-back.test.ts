import { describe, expect, it } from 'vitest';
import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import {
  answers,
  decides,
  declares,
  lift,
  objected,
  refusal,
  type Story,
  takes,
  tell,
  ticks,
} from '#support/given.ts';
import { does } from '#support/stages.ts';
import { at, SORMLAND, sDecider, sMember, VASTMANLAND, vDecider, vKirurgi } from '#support/world.ts';

const objectsTo = (reason: 'economy' | 'it-compatibility') =>
  does(vKirurgi, {
    ...answers(vKirurgi, { kind: 'objection', reason }).command,
    texts: { text: 'Nej', evidence: 'A1' },
  } as never);
/** The council's time runs out, and both deciders coordinate. */
const decided = (story: Story, when: string): Story =>
  tell(
    story,
    ticks(at(when)),
    decides(sDecider, SORMLAND, 'coordinate'),
    decides(vDecider, VASTMANLAND, 'coordinate'),
  );
const declarations = ({ state }: Story) =>
  state.status === 'escalated' && 'declarations' in state.escalation ? state.escalation.declarations : null;

describe('what was said of a conflict last holds when the item comes back (KL 6:28–32)', () => {
  const first = decided(tell(objected, lift(), declares(sMember, true)), '2026-12-30 09:00');
  const second = tell(first, objectsTo('economy'), lift());

  it('a declared conflict is there again', () => {
    expect(declarations(second)).toMatchObject({ [sMember.id]: { conflict: true } });
    expect(refusal(second, takes(sMember, 'approve'))).toBe('has-conflict');
  });

  it('one that was taken back is not, however often it comes back', () => {
    const over = decided(tell(second, declares(sMember, false)), '2027-02-01 09:00');
    expect(hasConflict(over.state, sMember.id)).toBe(false);
    const third = tell(over, objectsTo('it-compatibility'), lift());
    expect(declarations(third)).toEqual({});
    expect(tell(third, declares(sMember), takes(sMember, 'approve')).state).toMatchObject({
      escalation: { positions: { [sMember.id]: { stance: 'approve' } } },
    });
  });

  it('one that nobody took back stands through it', () => {
    const over = decided(second, '2027-02-01 09:00');
    expect(hasConflict(over.state, sMember.id)).toBe(true);
    expect(declarations(tell(over, objectsTo('it-compatibility'), lift()))).toMatchObject({
      [sMember.id]: { conflict: true },
    });
  });
});
