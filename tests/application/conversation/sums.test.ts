import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { interimOf } from '#application/reporting/interim.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { exactly } from '#domain/savings/range.ts';
import { itemId } from '#domain/shared/ids.ts';
import { type Story, tell } from '#support/given.ts';
import { until } from '#support/stages.ts';
import { at, deputy as controller, date, governance } from '#support/world.ts';
import { historyOf, known } from '../views/support.ts';
import { ANNA, ERIK, type Talk, talk } from './talking.ts';

/** Signed on 16 March 2027, with a saving of its own. */
const saved: Story = tell(until('contract'), {
  by: controller,
  command: {
    do: 'state-saving',
    input: {
      method: 'basket',
      lines: [{ quantity: exactly(10), oldPrice: 1000, newPrice: 900 }],
      index: exactly(1),
      unmatchedValue: 0,
      years: 2,
    },
    texts: { assumptions: 'Volym som 2026' },
  },
});
const decided = { validFrom: date('2020-01-01'), status: 'decided', reference: 'RF § 1' } as const;
let chat: Talk;
const keep = async (id: string) => {
  const state: KnownCase = { ...known(saved), item: { ...known(saved).item, id: itemId(id) } };
  const body = { state, history: historyOf(saved), notices: [] };
  await chat.sqlite.store.put(
    { kind: 'case', id: state.item.id, index: caseIndex(state, governance, 0), body },
    null,
  );
};
beforeAll(async () => {
  chat = await talk(at('2027-11-01 09:00'));
  await keep('SPARAT1');
});
afterAll(() => chat.sqlite.dispose());

describe('a saving is computed from tenders (OSL 19:3, 31:16)', () => {
  it('so a sum over one or two procurements is told to nobody who may not see one’s own', async () => {
    const asked = 'hur mycket har vi sparat 2027?';
    expect(await chat.says(ANNA, asked)).toContain('Möjliggjord besparing');
    const refused = await chat.says(ERIK, asked);
    expect(refused).toContain('vilar på så få upphandlingar');
    expect(refused).not.toMatch(/Möjliggjord besparing|\bkr\b/);
    const behind = {
      verb: 'findings.show',
      topic: 'savings',
      of: 'behind',
      from: '2027-01-01',
      to: '2027-12-31',
    };
    expect(await chat.presses(ERIK, behind)).not.toContain('SPARAT1');
  });
  it('and over three it is everybody’s', async () => {
    await keep('SPARAT2');
    await keep('SPARAT3');
    expect(await chat.says(ERIK, 'hur mycket har vi sparat 2027?')).toContain('Möjliggjord besparing');
  });
});

describe('delår is a period word whose last day is configuration (domain section 5)', () => {
  it('an answer about it ends on the decided day, and not with the year', async () => {
    const answered = await chat.samordna.ask(
      (await chat.samordna.people.directory()).find(ANNA) as never,
      'andel samordnade delår 2027',
    );
    expect(JSON.stringify(answered.answer.card)).toContain('31 augusti 2027');
    expect(JSON.stringify(answered.answer.card)).not.toContain('31 december 2027');
  });
  it('where no day is decided, or two are, nobody guesses one', () => {
    const row = { ...decided, id: 'c', period: 'interim', endsOn: '08-31' } as const;
    const named = (cutOffs: readonly (typeof row)[]) => interimOf({ ...governance, cutOffs }, 2027);
    expect(named([])).toMatchObject({ ok: false, error: { code: 'no-cut-off' } });
    expect(named([row, row])).toMatchObject({ ok: false, error: { code: 'no-cut-off' } });
    expect(named([row])).toMatchObject({
      ok: true,
      value: { period: { from: '2027-01-01', to: '2027-08-31' } },
    });
  });
});
