import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matterOf } from '#domain/coordination/stage-authority.ts';
import { initiating } from '#support/stages.ts';
import { beds, officer, operator } from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace({ ...initiating(), version: 'with-initiation' });
  const item = { ...beds, value: 4_000_000, valueWithOptions: 5_000_000 };
  await place.does(operator, { do: 'import', item });
});
afterEach(async () => place.sqlite.dispose());

const state = async () => {
  const found = (await place.samordna.cases.load(beds.id))?.state;
  if (!found) throw new Error('the item is not known');
  return found;
};
const corrects = async (value: string, valueWithOptions: string) =>
  place.press(officer, {
    verb: 'item.correct',
    item: beds.id,
    revision: (await state()).revision,
    value,
    valueWithOptions,
    advertise: '2021-02-01',
  });

describe('laws 2 and 6: a corrected value is what mandates are measured by', () => {
  it('the card shows both of the plan’s values, and what is sent is what the plan says', async () => {
    const card = await place.press(officer, { verb: 'item.form', item: beds.id });
    expect(card).toContain('Värde med optioner, utan moms');
    expect(card).toContain('5000000');
    await corrects('6 mnkr', '9 mnkr');
    expect((await state()).item).toMatchObject({ value: 6_000_000, valueWithOptions: 9_000_000 });
    await corrects('6 mnkr', '');
    expect((await state()).item.valueWithOptions).toBeUndefined();
  });

  it('600 mnkr beside an older figure with options is 600 mnkr, and not the delegates’', async () => {
    await corrects('600 mnkr', '5 mnkr');
    expect(matterOf(await state()).total).toBe(600_000_000);
    expect((await state()).authority?.required.map(({ rule }) => rule)).toEqual(['i-rf', 'i-rs-v']);
  });
});
