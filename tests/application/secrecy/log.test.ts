import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Person } from '#domain/directory/person.ts';
import { itemId, regionId } from '#domain/shared/ids.ts';
import { isRefused } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at, date } from '#support/world.ts';
import { type Office, openOffice } from '../flow/office.ts';

const ITEM = itemId('MT924');
/** Figures that nothing else in a log line could be by chance: no port, time, size or id. */
const RECEIVED = 918_273_645;
const APPROVED = 817_263_554;
const WORDS = 'ORO-FÖR-ARBETSMILJÖN-I-NYKÖPING';

describe('the log of a server that says everything it can', () => {
  let lines: string;
  let office: Office;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    lines = '';
    const into = new Writable({
      write: (chunk, _encoding, done) => {
        lines += String(chunk);
        done();
      },
    });
    const temporary = await temporarySqlite();
    office = await openOffice(
      temporary.store,
      at('2026-11-23 09:00'),
      undefined,
      pino({ level: 'trace' }, into),
    );
    stop = async () => {
      await office.stop();
      await temporary.dispose();
    };
  });
  afterEach(() => stop());

  const personOf = (name: Name): Person => {
    const found = office.directory.person(office.people[name].id);
    if (!found) throw new Error(`${name} is not in the directory`);
    return found;
  };
  const does = (name: Name, command: CaseCommand) =>
    office.samordna.cases.execute(ITEM, command, actorOf(personOf(name)));
  const must = async (name: Name, command: CaseCommand): Promise<void> => {
    const outcome = await does(name, command);
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
  };
  /** As a body that no JSON parser reads, and as an activity that is none. */
  const posts = async (words: string): Promise<void> => {
    for (const body of [
      `${words}`,
      `{"type": "message", "text": ${words}}`,
      JSON.stringify({ text: words }),
    ]) {
      const response = await fetch(office.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(400);
    }
  };

  it('holds no number of tenders while they are noted, noted again, refused or sent astray (OSL 19:3)', async () => {
    const { anna } = office.people;
    await anna.says('fråga enheterna om MT924 till 4 december');
    await anna.presses('round.send');
    await office.settled();
    for (const name of ['karin', 'erik', 'maria', 'james'] as const)
      await office.people[name].presses('request.yes');
    await office.settled();
    for (const [name, region] of [
      ['cecilia', 'sormland'],
      ['mats', 'vastmanland'],
    ] as const) {
      const kind = 'initiate';
      await must(name, {
        do: 'decide-stage',
        kind,
        region: regionId(region),
        revision: 1,
        texts: { text: 'Ja' },
      });
    }
    const other = regionId('sormland');
    await must('anna', {
      do: 'file-authorisation',
      region: other,
      date: date('2026-11-20'),
      reference: 'RS 1',
    });
    // Its units have said yes without a value.
    const stage = { to: 'ceiling-stated', region: other, value: 2_500_000 } as const;
    await must('anna', { do: 'advance', stage, texts: {} });
    await must('anna', { do: 'lock' });
    const day = date('2026-11-23');
    const evaluators = [office.people.anna.id];
    const advertised = { to: 'advertised', date: day, reference: 'TED-1', evaluators } as const;
    await must('anna', { do: 'advance', stage: advertised, texts: {} });
    await must('anna', { do: 'advance', stage: { to: 'evaluation', date: day }, texts: {} });
    await must('anna', { do: 'declare-conflict', conflict: false });

    const noting = { do: 'note-tenders', received: RECEIVED, approved: APPROVED } as const;
    await must('anna', noting);
    await must('anna', { ...noting, approved: APPROVED - 1 });
    expect((await does('johan', noting)).ok).toBe(false);
    expect((await does('anna', { ...noting, received: APPROVED, approved: RECEIVED })).ok).toBe(false);
    await posts(`${RECEIVED}`);
    await anna.says(`hur många anbud kom in till MT924, ${RECEIVED} eller ${APPROVED}?`);
    await office.settled();

    expect(lines, 'the log is on').toContain('refused');
    for (const figure of [RECEIVED, APPROVED, APPROVED - 1]) expect(lines).not.toContain(String(figure));
  });

  it('holds no word of a work-environment concern, whether it arrives or not', async () => {
    const { karin, gunilla } = office.people;
    await karin.says('arbetsmiljö');
    await karin.presses({ verb: 'concern.send', to: 'manager' }, { text: WORDS });
    expect(gunilla.sees(WORDS)).toBe(true);
    await karin.says('arbetsmiljö');
    // HR has not opened a chat with the bot.
    expect(isRefused(await karin.presses({ verb: 'concern.send', to: 'hr' }, { text: WORDS }))).toBe(true);
    await posts(WORDS);
    await office.settled();
    expect(lines, 'the log is on').toContain('refused');
    expect(lines).not.toContain(WORDS);
    expect(lines).not.toContain('ORO');
  });
});
