import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personId } from '#domain/shared/ids.ts';
import { EVALUATOR, LIFE } from '#support/stages.ts';
import { beds, date, officer, sKirurgi, sMember } from '#support/world.ts';
import { lockedOffice, type Office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const card = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const tenders = { verb: 'tenders.form', item } as const;

beforeEach(async () => {
  place = await lockedOffice(LIFE.slice(0, 2));
});
afterEach(async () => place.sqlite.dispose());

describe('the cards of an evaluator follow who is named (OSL 19:3)', () => {
  it('who comes is asked to declare and then for the tenders; who goes is asked for nothing, and may not', async () => {
    expect(await place.press(sMember, card)).not.toContain('stage.declare');
    await place.press(EVALUATOR, { verb: 'stage.declare', item, conflict: false });
    expect(await place.press(EVALUATOR, tenders)).toContain('"verb":"tenders.send"');
    await place.does(officer, { do: 'replace-evaluator', from: EVALUATOR.id, to: sMember.id });
    expect(await place.press(EVALUATOR, card)).not.toContain('tenders.');
    expect(await place.press(EVALUATOR, tenders)).toContain('Bara de utsedda');
    expect(await place.press(sMember, card)).toContain('"verb":"stage.declare"');
    await place.press(sMember, { verb: 'stage.declare', item, conflict: false });
    expect(await place.press(sMember, card)).toContain('"verb":"tenders.send"');
  });

  it('the history says so to the officer, in words', async () => {
    await place.does(officer, { do: 'replace-evaluator', from: EVALUATOR.id, to: sMember.id });
    expect(await place.press(officer, { verb: 'item.history', item })).toContain('En utvärderare ersattes');
  });
});

describe('an officer replaces an evaluator on a card (KL 6:28–32, OSL 19:3)', () => {
  const open = { verb: 'evaluator.form', item } as const;
  const send = { verb: 'evaluator.send', item, from: EVALUATOR.id, to: sMember.id } as const;
  const choice = ({ id }: { readonly id: string }) => `"value":"${id}"`;

  it('who leaves is one of those named, who comes is none of them; the new one declares', async () => {
    // The officer evaluates too here, and declares first.
    expect(await place.press(officer, card)).not.toContain('evaluator.form');
    await place.press(officer, { verb: 'stage.declare', item, conflict: false });
    const before = await place.press(officer, card);
    expect(before).toContain('"verb":"evaluator.form"');
    expect(before.match(/"type":"Action.Execute"/g)?.length).toBeLessThanOrEqual(6);
    const form = await place.press(officer, open);
    expect(form).toContain('Vem lämnar, och vem utvärderar i stället?');
    const [leaves, comes] = ['from', 'to'].map(
      (id) => new RegExp(`"id":"${id}".*?\\]`).exec(form)?.[0] ?? '',
    );
    expect(leaves).toContain(choice(EVALUATOR));
    expect(leaves).toContain(choice(officer));
    expect(comes).toContain(choice(sKirurgi));
    expect(comes).not.toContain(choice(EVALUATOR));
    expect(comes).not.toContain(choice(officer));
    const done = await place.press(officer, { ...send, to: sKirurgi.id });
    expect(done).toContain('Utvärderaren är ersatt.');
    expect(await place.press(sKirurgi, card)).toContain('"verb":"stage.declare"');
    expect(await place.press(EVALUATOR, tenders)).toContain('Bara de utsedda');
    expect(await place.press(officer, { ...send, to: sKirurgi.id })).toContain('Eva Lind');
    const { history } = (await place.samordna.cases.load(item)) ?? { history: [] };
    expect(history.filter(({ event }) => event.type === 'evaluator-replaced')).toHaveLength(1);
  });

  it('whoever has declared a conflict is not offered, and refused on the same form when chosen', async () => {
    await place.press(EVALUATOR, { verb: 'stage.declare', item, conflict: true });
    await place.press(officer, { ...send, to: sKirurgi.id });
    const form = await place.press(officer, open);
    expect(form).toContain(choice(officer));
    expect(form).not.toContain(choice(EVALUATOR));
    const refused = await place.press(officer, { ...send, from: officer.id, to: EVALUATOR.id });
    expect(refused).toContain('Den personen har anmält jäv i ärendet. Ange någon annan.');
    expect(refused).toContain('"verb":"evaluator.send"');
  });

  it('whoever chooses nobody is told to, on the same form', async () => {
    const refused = await place.press(officer, { ...send, to: '' });
    expect(refused).toContain('Ange minst en utvärderare.');
    expect(refused).toContain('"verb":"evaluator.send"');
  });

  it('only an officer, only while the tenders are secret', async () => {
    expect(await place.press(EVALUATOR, card)).not.toContain('evaluator.form');
    expect(await place.press(EVALUATOR, open)).not.toContain('evaluator.send');
    expect(await place.press(EVALUATOR, send)).not.toContain('är ersatt');
    const awarded = await lockedOffice(LIFE.slice(0, 3));
    expect(await awarded.press(officer, card)).not.toContain('evaluator.form');
    const late = await awarded.press(officer, open);
    expect(late).toContain('Det går inte i det läge');
    expect(late).not.toContain('evaluator.send');
    await awarded.sqlite.dispose();
  });
});

describe('whoever has declared a conflict is no choice on a card (KL 6:28–32)', () => {
  it('neither offered nor proposed as evaluator, and refused with a sentence when an old card sends the name', async () => {
    const before = await lockedOffice([]);
    const colleague = { ...officer, id: personId('tenant-s', 'officer-2') };
    const { people } = await before.samordna.people.directory();
    const eva = people.find(({ id }) => id === officer.id);
    if (!eva) throw new Error('no officer');
    await before.samordna.people.import([...people, { ...eva, id: colleague.id, email: 'lena@example.se' }]);
    const opens = () => before.press(colleague, { verb: 'stage.form', item, to: 'advertised' });
    expect(await opens()).toContain('"value":"tenant-s:officer"');
    await before.does(officer, { do: 'declare-conflict', conflict: true });
    const now = await opens();
    expect(now).toContain('tenant-s:officer-2"');
    expect(now).not.toContain('tenant-s:officer"');
    const pressed = await before.press(colleague, {
      verb: 'stage.advance',
      item,
      to: 'advertised',
      date: date('2026-11-23'),
      reference: 'TED-1',
      evaluators: officer.id,
    });
    expect(pressed).toContain('Den personen har anmält jäv i ärendet. Ange någon annan.');
    await before.sqlite.dispose();
  });
});
