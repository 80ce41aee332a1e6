import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothApprove, DEADLINE, lift, objects, yes } from '#support/given.ts';
import {
  asks,
  beds,
  date,
  officer,
  operator,
  sAkut,
  sKirurgi,
  sMember,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const position = { verb: 'council.position', item, revision: 1, stance: 'approve', text: '', dissent: '' };

beforeEach(async () => {
  place = await office();
  if (!(await place.samordna.cases.load(item))) await place.does(operator, { do: 'import', item: beds });
  await place.does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks });
  for (const step of [yes(sAkut), yes(sKirurgi), yes(vAnestesi), objects(vKirurgi), lift()]) {
    await place.does(step.by, step.command);
  }
  for (const step of bothApprove().slice(0, 2)) await place.does(step.by, step.command);
});
afterEach(async () => place.sqlite.dispose());

const escalation = async () => {
  const state = (await place.samordna.cases.load(item))?.state;
  return state?.status === 'escalated' ? state.escalation : null;
};

describe('a button about an earlier proposal (laws 2 and 3)', () => {
  it('is refused with a sentence, shows the new proposal, and counts for nothing', async () => {
    await place.does(officer, {
      do: 'escalate',
      proposal: 'deviate',
      until: date('2027-12-31'),
      texts: { text: 'Avtalet löper' },
    });
    const shown = await place.press(sMember, position);
    expect(shown).toContain('Kortet var gammalt. Här är det nya: läs det och svara igen.');
    expect(shown).toContain('Avtalet löper');
    expect(shown).toContain('"proposal":2');
    expect(await escalation()).toMatchObject({ positions: {} });
    await place.press(sMember, { ...position, proposal: 2 });
    expect(await escalation()).toMatchObject({ positions: { [sMember.id]: { stance: 'approve' } } });
  });

  it('an old yes accepts no other solution than the one that it was shown with', async () => {
    const unit = vKirurgi.unit;
    const offers = (text: string) =>
      place.does(officer, { do: 'propose-solution', unit, solution: 'lots', texts: { text } });
    await offers('Två delar');
    await place.press(vKirurgi, { verb: 'solution.reject', item, unit, text: 'För få' });
    await offers('Tre delar');
    const shown = await place.press(vKirurgi, { verb: 'solution.accept', item, unit });
    expect(shown).toContain('Kortet var gammalt.');
    expect(shown).toContain('Tre delar');
    expect(shown).toContain('"number":2');
    expect(await escalation()).not.toBeNull();
    expect(await place.press(vKirurgi, { verb: 'solution.accept', item, unit, number: 2 })).not.toContain(
      'Kortet var gammalt',
    );
    const state = (await place.samordna.cases.load(item))?.state;
    expect(state).toMatchObject({ round: { units: { [unit]: { solution: { status: 'accepted' } } } } });
  });
});
