import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { AdvanceTo, StageKind } from '#domain/coordination/stages.ts';
import { DEADLINE, locks, yes } from '#support/given.ts';
import { LIFE } from '#support/stages.ts';
import * as world from '#support/world.ts';
import { lives, type Office, office } from '../record/office.ts';

const item = world.beds.id;
/** Every way out and on that a governance may speak of, decided by each region's delegate. */
const speaking: Governance = {
  ...world.governance,
  mandates: world.governance.mandates.map((row) => ({
    ...row,
    kinds: [...new Set([...row.kinds, 'cancel', 'postpone', 'extend', 'join-external'] as const)],
  })),
};

let place: Office;
beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(speaking);
  await place.does(world.officer, {
    do: 'open-round',
    owner: world.officer.id,
    deadline: DEADLINE,
    units: world.asks,
  });
  for (const by of [world.sAkut, world.sKirurgi, world.vAnestesi, world.vKirurgi])
    await place.does(by, yes(by, 1_000_000).command);
});
afterEach(() => place.sqlite.dispose());

const state = async () => (await place.samordna.cases.load(item))?.state;
const opens = (to: AdvanceTo) => place.press(world.officer, { verb: 'stage.form', item, to });
const decides = async (kind: StageKind): Promise<void> => {
  for (const [by, region] of [
    [world.sDecider, world.SORMLAND],
    [world.vDecider, world.VASTMANLAND],
  ] as const) {
    const card = await place.press(by, { verb: 'card.open', subject: { card: 'stage', item } });
    expect(card).toContain(`"verb":"stage.decide","item":"MT924","kind":"${kind}"`);
    await place.does(by, {
      do: 'decide-stage',
      kind,
      region,
      revision: 1,
      texts: { text: 'Enligt underlaget' },
    });
  }
};

describe('an officer asks in Teams for each decision that the governance speaks of (law 6)', () => {
  it.each([
    ['postponed', 'postpone'],
    ['external-coordination', 'join-external'],
    ['cancelled', 'cancel'],
  ] as const)('%s: the button leads to the question first, then to the form', async (to, kind) => {
    const before = await opens(to);
    expect(before).toContain(`"verb":"stage.ask","item":"MT924","kind":"${kind}"`);
    expect(before).not.toContain('"verb":"stage.advance"');
    expect(before.match(/"type":"Action.Execute"/g)?.length).toBeLessThanOrEqual(6);
    await place.press(world.officer, { verb: 'stage.ask', item, kind });
    // Asked for already: who is to decide is named, and there is nothing to press.
    const waiting = await opens(to);
    expect(waiting).not.toContain('"verb":"stage.ask"');
    expect(waiting).toContain('Inköpsnämnden');
    await decides(kind);
    expect(await opens(to)).toContain(`"verb":"stage.advance","item":"MT924","to":"${to}"`);
    await place.press(world.officer, { verb: 'stage.advance', item, to, arena: 'Adda', text: 'Budgeten' });
    expect((await state())?.status).toBe(to);
  });

  it('who presses the form of an old card gets the question with the refusal', async () => {
    const card = await place.press(world.officer, {
      verb: 'stage.advance',
      item,
      to: 'cancelled',
      text: 'Nej',
    });
    expect(card).toContain('Ett beslut som krävs finns inte i ärendet');
    expect(card).toContain('"verb":"stage.ask","item":"MT924","kind":"cancel"');
  });

  it('an extension of a contract is asked for in the same way', async () => {
    await place.samordna.rules.replace(world.governance);
    await lives(place, [...locks, ...LIFE.slice(0, 5)]);
    await place.samordna.rules.replace(speaking);
    expect(await opens('extended')).toContain('"verb":"stage.ask","item":"MT924","kind":"extend"');
    await place.press(world.officer, { verb: 'stage.ask', item, kind: 'extend' });
    // Whoever decides once the bidders are known says anew whether there is a conflict.
    for (const by of [world.sDecider, world.vDecider])
      await place.does(by, { do: 'declare-conflict', conflict: false });
    await decides('extend');
    expect(await opens('extended')).toContain('"verb":"stage.advance","item":"MT924","to":"extended"');
  });
});
