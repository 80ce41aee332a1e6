import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { breakIn, type HistoryEntry, record, strip } from '#domain/record/history.ts';
import { afterRemovals, copiesOf } from '#domain/record/removing.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import { declares, lift, objected, type Story, takes, tell, told, yes } from '#support/given.ts';
import {
  asks,
  date,
  governance,
  NAMNDEN,
  SORMLAND,
  sMember,
  VASTMANLAND,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const PROPOSED = 'Samma bord, delad leverans';
const rules: Governance = {
  ...governance,
  attendance: governance.attendance.map((one) => ({ ...one, members: 1 })),
  mandates: [
    ...governance.mandates,
    {
      id: 'both',
      validFrom: date('2020-01-01'),
      status: 'decided',
      kinds: ['coordinate', 'deviate', 'postpone'],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
    },
  ],
};
const decidedInCouncil = told(
  rules,
  tell(objected, lift('coordinate', { text: PROPOSED })),
  declares(sMember),
  declares(vMember),
  takes(sMember, 'approve', 1, {}, true),
  takes(vMember, 'approve', 1, {}, true),
);
const historyOf = ({ events }: Pick<Story, 'events'>, before: readonly HistoryEntry[] = []): HistoryEntry[] =>
  record(before, events, { ruleVersion: 'test-1' }, () => 'salt');
const history = historyOf(decidedInCouncil);
const seqOf = (type: CaseEvent['type']): number =>
  history.find(({ event }) => event.type === type && event.texts)?.seq ?? 0;
const registrar = (region: RegionId): Actor => ({
  kind: 'person',
  id: personId('tenant', `registrar-${region}`),
  region,
  unit: unitId(region, 'Registratur'),
  roles: ['registrar'],
});
const removing = (entries: readonly number[], region: RegionId, from: readonly HistoryEntry[] = history) =>
  decide(
    decidedInCouncil.state,
    { do: 'remove-texts', entries, reference: `${region} § 4`, date: date('2026-11-20') },
    { now: decidedInCouncil.now, actor: registrar(region), governance: rules, history: from },
  );

describe('copies of a removed text go by the same decision', () => {
  it('a proposal that became the members’ decision is named with it, whichever of the two is asked for', () => {
    const [proposal, decision] = [seqOf('climbed'), seqOf('decided')];
    expect(history[decision - 1]?.event.texts).toEqual({ text: PROPOSED });
    expect(removing([proposal], SORMLAND)).toMatchObject({
      error: { code: 'copies-not-named', params: { entries: String(decision) } },
    });
    expect(removing([decision], SORMLAND)).toMatchObject({
      error: { code: 'copies-not-named', params: { entries: String(proposal) } },
    });
  });

  it('with both named and both authorities’ decisions it stands nowhere, in the record or in the state', () => {
    const both = [seqOf('climbed'), seqOf('decided')];
    const first = removing(both, SORMLAND);
    if (!first.ok) throw new Error(first.error.code);
    const held = [...history, ...historyOf(first.value, history)];
    expect(afterRemovals(held, first.value.events)).toBeNull();
    const second = removing(both, VASTMANLAND, held);
    if (!second.ok) throw new Error(second.error.code);
    const after = afterRemovals([...held, ...historyOf(second.value, held)], second.value.events);
    expect(JSON.stringify(decidedInCouncil.state)).toContain(PROPOSED);
    expect(after).not.toBeNull();
    expect(JSON.stringify(after)).not.toContain(PROPOSED);
  });

  it('the same words by two units are no copy: one unit’s answer stays when the other’s goes', () => {
    const again = tell(objected, {
      by: vKirurgi,
      command: { ...yes(vKirurgi).command, texts: { text: 'Avtal till 2027' } } as never,
    });
    const answers = historyOf(again);
    const own = answers.flatMap(({ event, seq }) =>
      event.type === 'answered' && event.unit === vKirurgi.unit ? [seq] : [],
    );
    const [first = 0, second = 0] = own;
    expect(copiesOf(answers, [first]).map(({ seq }) => seq)).toEqual([second]);
    const others = answers.map((entry) =>
      entry.seq === second
        ? { ...entry, event: { ...entry.event, by: asks[0]?.respondents[0] ?? sMember.id } }
        : entry,
    );
    expect(copiesOf(others, [first])).toEqual([]);
  });

  it('a text is not named as removed where none was digested', () => {
    const [first] = history;
    if (!first) throw new Error('no entry');
    expect(breakIn([{ ...first, event: { ...first.event, removed: ['evidence'] } }])).toEqual({
      entry: 1,
      why: 'text',
    });
    expect(breakIn([strip(first)])).toBeNull();
  });
});
