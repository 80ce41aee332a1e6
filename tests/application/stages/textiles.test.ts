import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { addScenes } from '#demo/scenes/index.ts';
import { itemId } from '#domain/shared/ids.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';

const NOW = at('2026-11-24 09:00');
const [LATE, PLANNED] = [itemId('TEXTIL-1'), itemId('TEXTIL-2')];

describe('the textile case in the demo (law 6)', () => {
  let sqlite: TemporarySqlite;
  let samordna: Samordna;
  beforeEach(async () => {
    sqlite = await temporarySqlite();
    await addScenes(sqlite.store, NOW);
    const clock = { now: () => NOW };
    samordna = createSamordna({ store: sqlite.store, clock, machineClock: clock, salt: () => 'salt' });
  });
  afterEach(async () => sqlite.dispose());
  const state = async (item = LATE) => {
    const found = await samordna.cases.load(item);
    if (!found) throw new Error(`No ${item}`);
    return found;
  };

  it('found late: advertised, and flagged with regionfullmäktige’s missing decision', async () => {
    expect((await state()).state).toMatchObject({
      status: 'advertised',
      flagged: [
        { region: 'sormland', body: 'regionfullmaktige-sormland' },
        { region: 'vastmanland', body: 'regionstyrelsen-vastmanland' },
      ],
    });
  });

  it('planned: everybody has said yes, and it cannot begin before the decisions', async () => {
    const before = await state(PLANNED);
    expect(before.state).toMatchObject({
      status: 'committed',
      authority: { required: [{ holder: { body: 'regionfullmaktige-sormland' }, example: true }, {}] },
    });
    const anna = (await samordna.people.directory()).people.find(({ roles }) => roles.includes('officer'));
    if (!anna) throw new Error('No officer');
    const outcome = await samordna.cases.execute(
      PLANNED,
      { do: 'advance', stage: { to: 'initiated' }, texts: {} },
      actorOf(anna),
    );
    expect(outcome).toMatchObject({ ok: false, error: { code: 'decision-missing' } });
  });

  it('comes once, in plan 2026, and sends nobody a card', async () => {
    const [first, second] = [await state(), await state(PLANNED)];
    await addScenes(sqlite.store, NOW);
    expect([await state(), await state(PLANNED)]).toEqual([first, second]);
    expect([first.state.item.plan, first.notices, second.notices]).toEqual([2026, [], []]);
    expect(await samordna.cases.list({ plan: 2021 })).toHaveLength(131);
  });
});
