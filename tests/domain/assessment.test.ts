import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import { everPossible } from '#domain/coordination/state.ts';
import { asked, brings, imported, refusal, type Step, tell, told } from '#support/given.ts';
import { governance, officer, operator, sKirurgi } from '#support/world.ts';

const assesses = (possible: boolean, text?: string, by: Step['by'] = officer): Step => ({
  by,
  command: { do: 'assess', possible, texts: text === undefined ? {} : { text } },
});
const NO = 'Endast en region har behovet';

describe('a Samordningsbedömning', () => {
  it('is an officer’s, says who and when, and needs a reason for a no', () => {
    expect(refusal(imported, assesses(true, undefined, sKirurgi))).toBe('not-allowed');
    expect(refusal(imported, assesses(true, undefined, operator))).toBe('people-only');
    expect(refusal(imported, assesses(false))).toBe('text-missing');
    const no = tell(imported, assesses(false, NO));
    expect(no.state).toMatchObject({
      status: 'not-possible',
      assessment: { possible: false, by: officer.id, texts: { text: NO } },
    });
  });

  it('said again is nothing; from the round on the answers say it', () => {
    const no = tell(imported, assesses(false, NO));
    expect(brings(no, assesses(false, ` ${NO} `))).toEqual([]);
    expect(brings(no, assesses(false, 'Kravet finns bara i Sörmland'))).toEqual(['assessed']);
    expect(refusal(asked, assesses(false, NO))).toBe('not-possible-now');
  });

  it('of a postponed item waits until it is taken up again', () => {
    const postponed = told({ ...governance, mandates: [] }, imported, {
      by: officer,
      command: { do: 'advance', stage: { to: 'postponed' }, texts: { text: 'Medel saknas' } },
    });
    expect(refusal(postponed, assesses(true))).toBe('not-possible-now');
  });
});

describe('what was once assessed as possible', () => {
  it('stays counted as that when it is assessed anew as not possible', () => {
    const changed = tell(imported, assesses(true), assesses(false, NO));
    expect(changed.state).toMatchObject({ status: 'not-possible', everPossible: true });
    expect(everPossible(changed.state)).toBe(true);
    expect(replay(changed.events)).toEqual(changed.state);
    expect(everPossible(tell(changed, assesses(true)).state)).toBe(true);
  });

  it('is told apart from what never was, and from what nobody has assessed', () => {
    const never = tell(imported, assesses(false, NO), assesses(false, 'Annat skäl'));
    expect(everPossible(never.state)).toBe(false);
    expect(never.state).not.toHaveProperty('everPossible');
    expect(everPossible(imported.state)).toBeNull();
  });
});
