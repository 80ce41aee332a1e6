import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CouncilMeeting } from '#application/council/meeting.ts';
import type { Memo } from '#application/council/memo.ts';
import type { ReportingList } from '#application/council/reporting.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { bodyId } from '#domain/shared/ids.ts';
import * as world from '#support/world.ts';
import { meetingDocument, memoDocument, reportingDocument } from '../../../src/cli/commands/council.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { DISSENT, OBJECTION, type Office, office, untilDecision, wholeStory } from '../record/office.ts';

const RADET = bodyId('inkopsradet');
const row = { validFrom: world.date('2020-01-01'), status: 'decided', example: true } as const;
/** The council meets on 9 and 23 December; the surgery's case comes to it in between. */
const rules: Governance = {
  ...world.governance,
  bodies: [
    ...world.governance.bodies,
    {
      ...row,
      id: 'b-radet',
      body: RADET,
      name: { sv: 'Inköpsrådet', en: 'the Procurement Council' },
      secretary: world.secretary.id,
    },
  ],
  ladder: world.governance.ladder.map((rung) => (rung.level === 'council' ? { ...rung, body: RADET } : rung)),
  meetings: [
    {
      ...row,
      id: 'meetings',
      body: RADET,
      meetings: [
        { date: world.date('2026-12-09'), documentsBy: world.date('2026-12-02') },
        { date: world.date('2026-12-23'), documentsBy: world.date('2026-12-16') },
      ],
    },
  ],
};

let place: Office;
beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(rules);
});
afterEach(async () => {
  await place.sqlite.dispose();
});

const as = (actor: Actor): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const HTML = { format: 'html', lang: 'sv' } as const;
const meeting = async (actor: Actor, kind: 'agenda' | 'minutes', date?: string) => {
  const { json, text } = await meetingDocument(as(actor), kind, { ...HTML, ...(date ? { date } : {}) });
  return { data: json as CouncilMeeting, page: text ?? '' };
};

/** Asked, objected to and lifted to the council; nobody has declared anything. */
const atCouncil = async (): Promise<void> => {
  const { does } = place;
  await does(world.officer, {
    do: 'open-round',
    owner: world.officer.id,
    deadline: world.at('2026-12-04 23:59'),
    units: world.asks,
  });
  await does(world.vKirurgi, {
    do: 'answer',
    unit: world.units.vKirurgi,
    round: 1,
    revision: 1,
    answer: { kind: 'objection', reason: 'existing-contract' },
    texts: { text: OBJECTION },
  });
  await does(world.officer, { do: 'escalate', proposal: 'coordinate', texts: { text: 'Tillsammans' } });
};

describe('the council’s agenda', () => {
  it('is one for each meeting, of every case that is with the council, with both sides and the stakes', async () => {
    await atCouncil();
    const { data, page } = await meeting(world.sMember, 'agenda');
    expect(data).toMatchObject({
      date: '2026-12-09',
      documentsBy: '2026-12-02',
      forum: { sv: 'Inköpsrådet' },
      cases: [{ item: 'MT924', withheld: false, proposal: { outcome: 'coordinate' } }],
    });
    expect(page).toContain('Vårt avtal löper till 2027. &lt;b&gt;Se bilagan&lt;/b&gt;');
    expect(page).toContain('Hur lång tid en upphandling tar är okänt');
    // One member is enough in this governance, and the sentence fits one as well as several.
    expect(page).toContain('minst 1 av ledamöterna behövs');
  });

  it('only names a case to whoever has declared a conflict in it (KL 6:28–32)', async () => {
    await atCouncil();
    await place.does(world.sMember, { do: 'declare-conflict', conflict: true });
    const { data, page } = await meeting(world.sMember, 'agenda');
    expect(data.cases).toMatchObject([{ title: 'Operationsbord', withheld: true, objections: [] }]);
    expect(page).toContain('Du är inte närvarande');
    for (const text of ['Vårt avtal', 'Tillsammans']) expect(page).not.toContain(text);
    const other = await meeting(world.vMember, 'agenda');
    expect(other.page).toContain('Deltar inte i ärendet och är inte närvarande');
    expect(other.page).toContain('Vårt avtal');
  });

  it('is for members, officers, its secretary and those who keep the record', async () => {
    await expect(meeting(world.sKirurgi, 'agenda')).rejects.toThrow();
    for (const actor of [world.officer, world.secretary, world.operator]) {
      expect((await meeting(actor, 'agenda')).data.cases).toEqual([]);
    }
    await expect(meetingDocument(as(world.operator), 'agenda', { ...HTML, date: 'onsdag' })).rejects.toThrow(
      /write the day/,
    );
    await expect(
      meetingDocument(as(world.operator), 'agenda', { format: 'pdf', lang: 'sv' }),
    ).rejects.toThrow(/html or json/);
  });
});

describe('the minutes (minnesanteckningar)', () => {
  it('write themselves: attendance, positions, reasons, dissent and what came of it', async () => {
    await wholeStory(place);
    const { data, page } = await meeting(world.vMember, 'minutes', '2026-12-09');
    expect(data.cases).toMatchObject([
      {
        present: [{ name: 's-member' }, { name: 'v-member' }],
        conflicted: [],
        positions: [{ stance: 'approve' }, { stance: 'reject', dissent: DISSENT }],
        regions: [{ stance: 'approve' }, { stance: 'reject' }],
        concluded: { how: 'attendance' },
        decisions: [],
      },
    ]);
    expect(page).toContain('Rådet har ingen gemensam hållning');
    expect(page).toContain(DISSENT);
    expect((await meeting(world.vMember, 'minutes', '2026-12-23')).data.cases).toEqual([]);
    expect(
      (
        await meetingDocument(as(world.officer), 'minutes', {
          format: 'html',
          lang: 'en',
          date: '2026-12-09',
        })
      ).text,
    ).toContain('The council has no common position');
  });
});

describe('a body’s reporting list', () => {
  const list = async (more: object = {}, actor: Actor = world.secretary) =>
    reportingDocument(as(actor), { ...HTML, body: 'inkopsnamnden', ...more });

  it('has its delegates’ decisions with person, row and reason, and says which meeting has had them', async () => {
    await wholeStory(place);
    const before = (await list()).json as ReportingList;
    expect(before.decisions).toMatchObject([
      { by: 's-decider', rule: 'm-s', reported: null, what: { outcome: 'coordinate-with-staggered-start' } },
      { by: 'Mats Ek', rule: 'm-v', reported: null, what: { outcome: 'deviate', until: '2027-12-31' } },
    ]);
    await place.does(world.secretary, {
      do: 'report-decisions',
      body: world.NAMNDEN,
      entries: before.decisions.map(({ seq }) => seq),
      date: world.date('2026-12-29'),
      paragraph: '§ 9',
    });
    const { text = '', json } = await list();
    expect((json as ReportingList).decisions.map(({ reported }) => reported?.date)).toEqual([
      '2026-12-29',
      '2026-12-29',
    ]);
    expect(text).toContain('29\u00a0december 2026, § 9');
    expect(((await list({ to: '2026-12-01' })).json as ReportingList).decisions).toEqual([]);
  });

  it('is for the body’s secretary and those who keep the record, and names the bodies that there are', async () => {
    await expect(list({}, world.sMember)).rejects.toThrow();
    await expect(list({ body: 'fullmaktige' })).rejects.toThrow(/inkopsnamnden, inkopsradet/);
    expect(((await list({}, world.officer)).json as ReportingList).decisions).toEqual([]);
  });

  it('is a card of the secretary’s, marked with one press, and nobody else’s', async () => {
    await wholeStory(place);
    const shown = await place.says(world.secretary, 'anmälningslista');
    expect(shown).toContain('2 beslut att anmäla');
    const entries = ((await list()).json as ReportingList).decisions.map(({ seq }) => seq);
    const press = (by: Actor & { kind: 'person' }, date = '2026-12-29') =>
      place.press(by, {
        verb: 'reporting.save',
        body: 'inkopsnamnden',
        date,
        paragraph: '',
        cases: [{ item: 'MT924', entries }],
      });
    expect(await press(world.sDecider)).not.toContain('Markera som anmälda');
    expect(await press(world.secretary, '2027-01-15')).toContain('Dagen har inte varit än');
    const done = await press(world.secretary);
    expect(done).toContain('Besluten är anmälda');
    expect(done).toContain('Inga beslut att anmäla');
    expect(await place.says(world.sMember, 'anmälningslista')).not.toContain('beslut att anmäla');
  });
});

describe('the draft of a tjänsteskrivelse', () => {
  const draft = async (actor: Actor = world.officer, body = 'inkopsnamnden') =>
    memoDocument(as(actor), 'MT924', { ...HTML, body });

  it('is marked as a draft, with the matter, the proposed decision, both standpoints, consequences and provisions', async () => {
    await untilDecision(place);
    const { text = '', json } = await draft();
    expect(json as Memo).toMatchObject({
      proposal: { outcome: 'coordinate-with-staggered-start' },
      council: { regions: [{ stance: 'approve' }, { stance: 'reject' }] },
      provisions: ['kl-6-28', 'kl-6-38', 'lou-5-3', 'osl-19-3'],
    });
    for (const part of [
      'UTKAST',
      'Förslag till beslut',
      'Bakgrund',
      'Regionernas ståndpunkter',
      'Konsekvenser',
      'Lagrum',
      '&lt;b&gt;Se bilagan&lt;/b&gt;',
      DISSENT,
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is for officers, the body’s secretary and those who keep the record, and not for whoever has a conflict', async () => {
    await expect(draft()).rejects.toThrow(/Nobody has been asked/);
    await atCouncil();
    // Below the decision the dispute is not the secretary's to read.
    await expect(draft(world.secretary)).rejects.toThrow(/inte framme/);
    await expect(draft(world.sMember)).rejects.toThrow();
    await expect(draft(world.officer, 'nowhere')).rejects.toThrow(/say one of/);
    const both: Actor = { ...world.officer, roles: ['officer', 'council-member'] };
    await place.does(both, { do: 'declare-conflict', conflict: true });
    await expect(draft(both)).rejects.toThrow(/jäv/);
    const shown = await place.press(world.secretary, {
      verb: 'memo.show',
      item: 'MT924',
      body: 'inkopsnamnden',
    });
    expect(shown).not.toContain('UTKAST');
  });
});

describe('“dagordning” and “minnesanteckningar” in the chat', () => {
  it('show the meeting to those who take part, and to nobody else', async () => {
    await atCouncil();
    expect(await place.says(world.sMember, 'dagordning')).toContain('Dagordning för Inköpsrådet');
    expect(await place.says(world.officer, 'Visa rådets dagordning')).toContain('Operationsbord');
    expect(await place.says(world.secretary, 'show the agenda')).toContain('Operationsbord');
    expect(await place.says(world.sMember, 'minnesanteckningar')).toContain('Minnesanteckningar');
    expect(await place.says(world.sKirurgi, 'dagordning')).not.toContain('Operationsbord');
    await place.does(world.sMember, { do: 'declare-conflict', conflict: true });
    const own = await place.says(world.sMember, 'agenda');
    expect(own).toContain('inte närvarande');
    expect(own).not.toContain('Kirurgi');
  });
});
