import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import { itemId } from '#domain/shared/ids.ts';
import { attempt, brings, DEADLINE, imported, refusal, type Step, tell } from '#support/given.ts';
import { asks, officer, operator, sKirurgi } from '#support/world.ts';

const other = itemId('MT12572');
const together = (possible: boolean, text?: string, by: Step['by'] = officer): Step => ({
  by,
  command: { do: 'assess-together', others: [other], possible, texts: text === undefined ? {} : { text } },
});

describe('an assessment of items together', () => {
  it('is kept on the case with who and when, and moves no status', () => {
    const story = tell(imported, together(false, 'Olika teknik'));
    expect(story.state).toMatchObject({
      status: 'draft',
      together: { [other]: { possible: false, texts: { text: 'Olika teknik' } } },
    });
    expect(replay(story.events)).toEqual(story.state);
  });

  it('needs a reason for a no, and none for a yes', () => {
    expect(refusal(imported, together(false))).toBe('text-missing');
    expect(brings(imported, together(true))).toEqual(['assessed-together']);
  });

  it('said again is nothing; changed is a new entry, and the latest counts', () => {
    const story = tell(imported, together(true));
    expect(brings(story, together(true))).toEqual([]);
    expect(tell(story, together(false, 'Avtal till 2028')).state).toMatchObject({
      together: { [other]: { possible: false } },
    });
  });

  it('is an officer’s alone', () => {
    expect(refusal(imported, together(true, undefined, sKirurgi))).toBe('not-allowed');
    expect(refusal(imported, together(true, undefined, operator))).toBe('people-only');
  });

  it('outlives the round that follows it, and may be made while units are asked', () => {
    const story = tell(imported, together(true), {
      by: officer,
      command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks },
    });
    expect(story.state).toHaveProperty('together');
  });

  it('names no item with itself', () => {
    const outcome = attempt(imported, {
      by: officer,
      command: {
        do: 'assess-together',
        others: [imported.state.status === 'new' ? other : imported.state.item.id, other],
        possible: true,
        texts: {},
      },
    });
    expect(outcome.ok && outcome.value.events[0]).toMatchObject({ others: [other] });
  });
});
