import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEADLINE, lift, objects, yes } from '#support/given.ts';
import {
  asks,
  at,
  beds,
  governance,
  officer,
  sAkut,
  sDecider,
  sKirurgi,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const round = { verb: 'card.open', subject: { card: 'round', item } };
const form = { verb: 'conclude.form', item } as const;
const undecidedLadder = {
  ...governance,
  version: 'no-ladder',
  ladder: governance.ladder.filter(({ level }) => level !== 'council'),
  attendance: [],
};
const escalation = async () => {
  const state = (await place.samordna.cases.load(item))?.state;
  return state?.status === 'escalated' ? state.escalation : null;
};

beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(undecidedLadder);
  await place.does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks });
  for (const step of [yes(sAkut), yes(sKirurgi), yes(vAnestesi), objects(vKirurgi), lift()]) {
    await place.does(step.by, step.command);
  }
});
afterEach(() => place.sqlite.dispose());

it('the officer reads which rows are missing, and has one button more and no seventh', async () => {
  const shown = await place.press(officer, round);
  expect(shown).toContain('varken tidsgräns för rådet eller närvarokrav för Sörmland och Västmanland');
  expect(shown).toContain('"verb":"conclude.form"');
  expect(shown.match(/"type":"Action.Execute"/g)?.length).toBeLessThanOrEqual(6);
});

it('the form asks why, sends the case to whoever may decide, and an empty one is asked for again', async () => {
  expect(await place.press(officer, form)).toContain('Varför väntar ni inte på rådet?');
  const empty = await place.press(officer, { verb: 'conclude.send', item, text: ' ' });
  expect(empty).toContain('Varför väntar ni inte på rådet?');
  expect(await escalation()).toMatchObject({ level: 'council' });
  const sent = await place.press(officer, { verb: 'conclude.send', item, text: 'Ingen tid är beslutad' });
  expect(sent).toContain('Ärendet har gått vidare till beslut.');
  expect(await escalation()).toMatchObject({ level: 'decision' });
  const decision = { card: 'decision', item, region: sDecider.region };
  expect(await place.press(sDecider, { verb: 'card.open', subject: decision })).toContain(
    '"verb":"decision.',
  );
  expect(await place.press(officer, form)).toContain('inte hos Inköpsrådet');
});

it('a time limit that is decided meanwhile begins by itself, and the button is gone', async () => {
  await place.samordna.rules.replace({ ...governance, version: 'with-ladder' });
  place.now = at('2026-11-25 09:00');
  await place.samordna.ticker.tick();
  expect(await escalation()).toMatchObject({ level: 'council', due: at('2026-12-09 16:00') });
  const shown = await place.press(officer, round);
  expect(shown).not.toContain('conclude.form');
  expect(shown).not.toContain('varken tidsgräns');
  expect(await place.press(officer, form)).toContain('Inköpsrådet har en tidsgräns.');
});
