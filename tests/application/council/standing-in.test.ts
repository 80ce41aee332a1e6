import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registersIn } from '#application/council/reporters.ts';
import { type ReportingList, reportingList } from '#application/council/reporting.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId } from '#domain/shared/ids.ts';
import * as world from '#support/world.ts';
import { memoDocument, reportingDocument } from '../../../src/cli/commands/council.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { OBJECTION, type Office, office, untilDecision } from '../record/office.ts';

/** The board's secretary, and a substitute who sits in no council and decides nothing. */
const { NAMNDEN, secretary, sAkut: substitute, sDecider, vDecider, SORMLAND, VASTMANLAND } = world;
const item = world.beds.id;
const rules: Governance = {
  ...world.governance,
  bodies: world.governance.bodies.map((row) => ({ ...row, substitute: substitute.id })),
};

let place: Office;
const conflict = (by: Actor) => place.does(by, { do: 'declare-conflict', conflict: true });
const decide = async () => {
  for (const [by, region] of [
    [sDecider, SORMLAND],
    [vDecider, VASTMANLAND],
  ] as const)
    await place.does(by, {
      do: 'decide',
      region,
      revision: 2,
      outcome: 'coordinate-with-staggered-start',
      texts: { text: 'Skälet i beslutet' },
    });
};
beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(rules);
  await untilDecision(place);
});
afterEach(() => place.sqlite.dispose());

const as = (actor: Actor): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const SV = { format: 'json', lang: 'sv', body: NAMNDEN } as const;
type Person = Actor & { kind: 'person' };
const memoCard = (by: Person, body?: string) =>
  place.press(by, { verb: 'memo.show', item, ...(body ? { body } : {}) });

describe('who registers in the place of a secretary with a conflict reads that case’s memo (KL 6:28–32)', () => {
  it('on the card and on the command line, and the secretary neither', async () => {
    await conflict(sDecider);
    expect(await memoCard(secretary)).toContain(OBJECTION.slice(0, 20));
    expect(await memoCard(substitute, NAMNDEN)).not.toContain('Vårt avtal');
    await expect(memoDocument(as(substitute), item, SV)).rejects.toThrow(/roll/);

    await conflict(secretary);
    for (const body of [NAMNDEN, undefined]) {
      const card = await memoCard(substitute, body);
      expect(card).toContain('Vårt avtal');
      expect(card).toContain('"card":"registration"');
      expect(await memoCard(secretary, body)).not.toContain('Vårt avtal');
    }
    expect((await memoDocument(as(substitute), item, SV)).text).toContain('Vårt avtal');
    await expect(memoDocument(as(secretary), item, SV)).rejects.toThrow(/jäv/);
  });
});

describe('who registers in the place of a secretary with a conflict reports just those cases (KL 6:40, 7:8)', () => {
  const list = async (by: Actor) => (await reportingDocument(as(by), SV)).json as ReportingList;
  const REPORTS = 'beslut att anmäla';

  it('nobody but the secretary has a list while the secretary has no conflict', async () => {
    await decide();
    expect(await place.says(secretary, 'anmälningslista')).toContain(`2 ${REPORTS}`);
    expect(await place.says(substitute, 'anmälningslista')).not.toContain(REPORTS);
    await expect(list(substitute)).rejects.toThrow(/roll/);
  });

  it('the substitute opens, ticks off and is reminded of them; the secretary sees nothing of the case', async () => {
    await conflict(secretary);
    await decide();
    for (const text of ['anmälningslista', 'vad väntar på mig?']) {
      expect(await place.says(secretary, text)).not.toContain('Operationsbord');
    }
    expect(await place.says(secretary, 'anmälningslista')).toContain('Inga beslut att anmäla');
    expect(await place.says(substitute, 'vad väntar på mig?')).toContain('"verb":"reporting.show"');
    expect(await place.says(substitute, 'anmälningslista')).toContain(`2 ${REPORTS}`);

    const { decisions } = await list(substitute);
    expect(decisions).toHaveLength(2);
    expect(await list(secretary)).toMatchObject({ decisions: [], withheld: [{ item: 'MT924' }] });
    expect((await list(world.officer)).decisions).toHaveLength(2);
    const saves = (by: Person) =>
      place.press(by, {
        verb: 'reporting.save',
        body: NAMNDEN,
        date: '2026-12-29',
        paragraph: '§ 9',
        cases: [{ item, entries: decisions.map(({ seq }) => seq) }],
      });
    await saves(secretary);
    expect((await list(substitute)).decisions.map(({ reported }) => reported)).toEqual([null, null]);
    expect(await saves(substitute)).toContain('Besluten är anmälda');
    expect(await place.says(substitute, 'vad väntar på mig?')).not.toContain('"verb":"reporting.show"');
  });

  it('of several cases those alone in which the secretary has one', async () => {
    const load = async () => {
      const found = await place.samordna.cases.load(item);
      if (!found) throw new Error('no case');
      return found;
    };
    const before = await load();
    await conflict(secretary);
    await decide();
    const found = await load();
    const other = {
      state: { ...before.state, item: { ...before.state.item, id: itemId('X1') } },
      history: found.history,
    };
    const namer = { now: place.now, governance: rules, directory: await place.samordna.people.directory() };
    const shown = (by: Person) => {
      const only = registersIn({ ...namer, viewer: by }, NAMNDEN);
      return reportingList([found, other], NAMNDEN, namer, { only }).decisions.map((one) => one.item);
    };
    expect(shown(substitute)).toEqual(['MT924', 'MT924']);
    expect(shown(secretary)).toEqual(['X1', 'X1']);
  });

  it('of a case without a conflict the list has nothing for the substitute', async () => {
    await conflict(secretary);
    await decide();
    await place.samordna.cases.execute(item, { do: 'declare-conflict', conflict: false }, secretary);
    expect(await place.says(secretary, 'anmälningslista')).toContain(`2 ${REPORTS}`);
    expect(await place.says(substitute, 'anmälningslista')).not.toContain(REPORTS);
  });
});
