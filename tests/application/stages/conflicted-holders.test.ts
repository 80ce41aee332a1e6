import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { DEADLINE, yes } from '#support/given.ts';
import * as world from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

const item = world.beds.id;
const stage = { verb: 'card.open', subject: { card: 'stage', item } } as const;
/** Below ten million the delegates cancel, above it the board, whose minutes a substitute may register. */
const rules: Governance = {
  ...world.governance,
  bodies: world.governance.bodies.map((row) => ({ ...row, substitute: world.sMember.id })),
  mandates: world.governance.mandates.map((row) => ({ ...row, kinds: [...row.kinds, 'cancel'] as const })),
};

let place: Office;
const conflict = (by: Actor) => place.does(by, { do: 'declare-conflict', conflict: true });
const registers = {
  verb: 'stage.register',
  item,
  kind: 'cancel',
  body: world.NAMNDEN,
  revision: 1,
  date: '2026-11-23',
  paragraph: '§ 9',
  registryNumber: 'IN 2026-9',
};
const asked = (found: string) => found.includes('"verb":"stage.register"');

beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(rules);
  await place.does(world.officer, {
    do: 'open-round',
    owner: world.officer.id,
    deadline: DEADLINE,
    units: world.asks,
  });
  for (const by of [world.sAkut, world.sKirurgi, world.vAnestesi, world.vKirurgi])
    await place.does(by, yes(by, 1_000_000).command);
  await place.does(world.officer, { do: 'ask-stage-decision', kind: 'cancel' });
});
afterEach(() => place.sqlite.dispose());

describe('a conflict of whoever was to decide or to register ends nothing (KL 6:28–32)', () => {
  it('of a delegate: the board’s secretary gets the card that says why, and the officer reads who registers', async () => {
    expect(asked(await place.press(world.secretary, stage))).toBe(false);
    await conflict(world.sDecider);
    const card = await place.press(world.secretary, stage);
    expect(asked(card)).toBe(true);
    expect(card).toContain(
      'skulle ha beslutat på delegation men är jävig. Inköpsnämnden beslutar därför själv.',
    );
    expect(await place.says(world.secretary, 'vad väntar på mig?')).toContain('Operationsbord');
    expect(await place.press(world.officer, stage)).toContain('jäv är anmält: secretary registrerar');
    expect(await place.press(world.secretary, registers)).not.toContain('"kind":"refused"');
    const found = await place.samordna.cases.load(item);
    expect(found?.state.stageDecisions).toMatchObject([{ body: world.NAMNDEN, regions: [world.SORMLAND] }]);
  });

  it('of the secretary too: the substitute gets the card, the secretary reads nothing of it', async () => {
    await conflict(world.sDecider);
    await conflict(world.secretary);
    expect(asked(await place.press(world.secretary, stage))).toBe(false);
    expect(asked(await place.press(world.sMember, stage))).toBe(true);
    expect(await place.press(world.officer, stage)).toContain('s-member registrerar');
    await place.press(world.secretary, registers);
    expect((await place.samordna.cases.load(item))?.state.stageDecisions).toBeUndefined();
    await place.press(world.sMember, registers);
    expect((await place.samordna.cases.load(item))?.state.stageDecisions).toHaveLength(1);
  });
});
