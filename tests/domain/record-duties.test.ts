import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { decide } from '#domain/coordination/decide.ts';
import { initialState, type KnownCase } from '#domain/coordination/state.ts';
import { concerned, takingPart, unitsOf } from '#domain/record/concerns.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import { registryNumber, unregistered } from '#domain/record/registering.ts';
import { afterRemovals, onlyAdds, removedEntries } from '#domain/record/removing.ts';
import { reportLines } from '#domain/record/reporting.ts';
import { isSecret, knowsTenders } from '#domain/record/secrecy.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { bodyId, personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import {
  asked,
  bothApprove,
  decides,
  imported,
  lift,
  objected,
  type Story,
  tell,
  ticks,
} from '#support/given.ts';
import { EVALUATOR, until } from '#support/stages.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sDecider,
  secretary,
  sKirurgi,
  units,
  VASTMANLAND,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const historyOf = ({ events }: Pick<Story, 'events'>): HistoryEntry[] =>
  record([], events, { ruleVersion: 'test-1' }, () => 'salt');
const known = ({ state }: Story): KnownCase => {
  if (state.status === 'new') throw new Error('nothing is known');
  return state;
};

/** Sörmland's delegate coordinates, Västmanland's deviates, on two days. */
const waiting = tell(objected, lift(), ...bothApprove());
const first = { ...decides(vDecider, VASTMANLAND, 'deviate'), at: at('2026-11-24 09:00') };
const second = { ...decides(sDecider, SORMLAND, 'coordinate'), at: at('2026-11-26 09:00') };
const decided = tell(waiting, first, second);

describe('a delegate’s decisions are reported to the body (KL 6:40, 7:8)', () => {
  const history = historyOf(decided);
  const seqs = history.flatMap(({ event, seq }) => (event.type === 'decided' ? [seq] : []));
  const reports = (
    more: {
      readonly entries?: readonly number[];
      readonly on?: string;
      readonly by?: Actor;
      readonly paragraph?: string;
      readonly history?: readonly HistoryEntry[];
      readonly rules?: Governance;
    } = {},
  ) =>
    decide(
      decided.state,
      {
        do: 'report-decisions',
        body: NAMNDEN,
        entries: more.entries ?? seqs,
        date: date(more.on ?? '2026-12-09'),
        ...(more.paragraph === undefined ? {} : { paragraph: more.paragraph }),
      },
      {
        now: at('2026-12-10 09:00'),
        actor: more.by ?? secretary,
        governance: more.rules ?? governance,
        history: more.history ?? history,
      },
    );
  const code = (more: Parameters<typeof reports>[0]) => {
    const outcome = reports(more);
    return outcome.ok ? outcome.value.events : outcome.error.code;
  };

  it('each with what was decided, until when, by whom, by which row, and why', () => {
    expect(reportLines(history, NAMNDEN)).toEqual([
      {
        seq: seqs[0],
        decision: {
          at: first.at,
          by: vDecider.id,
          regions: [VASTMANLAND],
          rule: 'm-v',
          what: { outcome: 'deviate', until: '2027-12-31' },
          texts: { text: 'Enligt rådets förslag' },
        },
      },
      {
        seq: seqs[1],
        decision: {
          at: second.at,
          by: sDecider.id,
          regions: [SORMLAND],
          rule: 'm-s',
          what: { outcome: 'coordinate' },
          texts: { text: 'Enligt rådets förslag' },
        },
      },
    ]);
    expect(reportLines(history, bodyId('another'))).toEqual([]);
  });

  it('by its secretary, at a meeting that was held after them; in the order of the record, each once', () => {
    const [a = 0, b = 0] = seqs;
    expect(code({ entries: [b, a, b], paragraph: ' § 7 ' })).toMatchObject([
      { type: 'reported', body: NAMNDEN, entries: [a, b], date: '2026-12-09', paragraph: '§ 7' },
    ]);
    const [event] = code({ paragraph: '  ' }) as readonly object[];
    expect(event).not.toHaveProperty('paragraph');
    expect(code({ by: officer })).toBe('no-mandate');
    expect(code({ by: { kind: 'operator', name: 'x' } })).toBe('people-only');
    expect(code({ on: '2026-12-11' })).toBe('date-in-the-future');
    expect(code({ on: '2026-12-10' })).toMatchObject([{ type: 'reported' }]);
    // The second was taken on the 26th: a meeting of that day may have had it, one before cannot.
    expect(code({ on: '2026-11-25' })).toBe('nothing-to-report');
    expect(code({ on: '2026-11-26' })).toMatchObject([{ type: 'reported' }]);
  });

  it('nothing else: no other entry, and none at all', () => {
    expect(code({ entries: [] })).toBe('nothing-to-report');
    expect(code({ entries: [1] })).toBe('nothing-to-report');
    expect(code({ entries: [...seqs, 1] })).toBe('nothing-to-report');
    expect(code({ history: [] })).toBe('nothing-to-report');
    const unknown = decide(
      initialState(),
      { do: 'report-decisions', body: NAMNDEN, entries: [1], date: date('2026-12-09') },
      { now: at('2026-12-10 09:00'), actor: secretary, governance },
    );
    expect(unknown).toMatchObject({ error: { code: 'unknown-item' } });
  });

  it('what one meeting has had is no other’s; the rest can still be reported', () => {
    const [a = 0, b = 0] = seqs;
    const had = reports({ entries: [a], paragraph: '§ 7' });
    if (!had.ok) throw new Error(had.error.code);
    const after = record(history, had.value.events, { ruleVersion: 'test-1' }, () => 'salt');
    const longer = [...history, ...after];
    expect(reportLines(longer, NAMNDEN).map(({ reported }) => reported)).toEqual([
      { date: '2026-12-09', paragraph: '§ 7' },
      undefined,
    ]);
    expect(code({ history: longer, entries: [a] })).toEqual([]);
    expect(code({ history: longer, entries: [a, b] })).toMatchObject([{ entries: [b] }]);
    expect(code({ history: longer, entries: [a, b], on: '2026-12-08' })).toBe('already-registered');
  });
});

describe('whom an entry concerns', () => {
  it('the units that it names, and none where it is about the case', () => {
    const of = (facts: object) => unitsOf({ at: at('2026-11-24 09:00'), by: 'x', ...facts } as never);
    const several = [units.sKirurgi, units.vKirurgi];
    for (const type of ['reminded', 'not-answered', 'evidence-missed']) {
      expect([type, of({ type, units: several })]).toEqual([type, several]);
    }
    expect(of({ type: 'round-opened', units: [{ unit: units.sKirurgi }] })).toEqual([]);
    expect(of({ type: 'called-off', unit: units.sKirurgi })).toEqual([units.sKirurgi]);
    expect(of({ type: 'locked' })).toEqual([]);
  });

  it('before anybody was asked the region of the plan alone takes part', () => {
    expect(takingPart(known(imported))).toEqual([VASTMANLAND]);
    expect(takingPart(known(asked)).toSorted()).toEqual([SORMLAND, VASTMANLAND]);
  });

  it('a decision is drawn up by the regions that it decides for, and received by the others', () => {
    const entries = concerned(historyOf(decided)).filter(({ entry }) => entry.event.type === 'decided');
    const directions = entries.map(({ concerns }) =>
      Object.fromEntries(concerns.map(({ region, direction }) => [region, direction])),
    );
    expect(directions).toEqual([
      { [SORMLAND]: 'received', [VASTMANLAND]: 'drawn-up' },
      { [SORMLAND]: 'drawn-up', [VASTMANLAND]: 'received' },
    ]);
  });

  it('silence is its unit’s, and its region’s and the plan’s to know', () => {
    const silent = tell(asked, ticks(at('2026-12-05 08:00')));
    const entry = concerned(historyOf(silent)).find(({ entry: { event } }) => event.type === 'not-answered');
    expect(entry?.concerns.map(({ region }) => region).toSorted()).toEqual([SORMLAND, VASTMANLAND]);
    expect(entry?.document).toBeNull();
  });
});

describe('what waits to be registered (OSL 5:1)', () => {
  it('stands in the order in which it came to the authority', () => {
    const lifted = tell(objected, lift());
    const waits = unregistered(known(lifted), historyOf(lifted), SORMLAND);
    const order = waits.map(({ concern }) => concern.by);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    // The objection of the other region came with its lifting, after Sörmland's own answers.
    expect(waits.at(-1)?.document).toBe('objection');
    expect(waits.at(-1)?.concern.direction).toBe('received');
  });

  it('a number is kept without its leading word, however that is written', () => {
    expect(
      ['Dnr RS 2026-1', 'dnr: RS 2026-1', 'DNR. RS 2026-1', 'RS dnr 2026-1'].map(registryNumber),
    ).toEqual(['RS 2026-1', 'RS 2026-1', 'RS 2026-1', 'RS dnr 2026-1']);
  });
});

describe('gallring on a decision (Arkivlagen 10 §)', () => {
  const history = historyOf(objected);
  const texted = history.flatMap(({ event, seq }) =>
    event.type === 'answered' && event.texts?.text ? [seq] : [],
  );
  const [objection = 0] = texted;
  const keeper = (region: RegionId, role = 'registrar'): Actor => ({
    kind: 'person',
    id: personId('tenant', `${role}-${region}`),
    region,
    unit: unitId(region, 'Registratur'),
    roles: [role],
  });
  const removes = (more: {
    readonly by?: Actor;
    readonly on?: string;
    readonly reference?: string;
    readonly entries?: readonly number[];
  }) => {
    const outcome = decide(
      objected.state,
      {
        do: 'remove-texts',
        entries: more.entries ?? [objection],
        reference: more.reference ?? 'RA 1',
        date: date(more.on ?? '2026-11-20'),
      },
      {
        now: at('2026-11-24 09:00'),
        actor: more.by ?? keeper(VASTMANLAND),
        governance,
        history,
      },
    );
    return outcome.ok ? outcome.value.events : outcome.error;
  };

  it('names what it removes once, in the order of the record', () => {
    expect(removes({ entries: [objection, objection] })).toMatchObject([{ entries: [objection] }]);
    const [imported_ = 0] = history.flatMap(({ event, seq }) =>
      event.type === 'item-imported' ? [seq] : [],
    );
    expect(removes({ entries: [objection, imported_] })).toMatchObject({ code: 'no-texts-there' });
  });

  it('has a reference of a readable length, on a day that has come', () => {
    expect(removes({ reference: 'x'.repeat(2000) })).toMatchObject([{ type: 'texts-removed' }]);
    expect(removes({ reference: 'x'.repeat(2001) })).toEqual({
      code: 'text-too-long',
      params: { max: '2000' },
    });
    expect(removes({ on: '2026-11-24' })).toMatchObject([{ type: 'texts-removed' }]);
    expect(removes({ on: '2026-11-25' })).toMatchObject({ code: 'date-in-the-future' });
  });

  it('is a registrar’s or an administrator’s, of an authority that it concerns', () => {
    expect(removes({ by: keeper(VASTMANLAND, 'administrator') })).toMatchObject([{ type: 'texts-removed' }]);
    expect(removes({ by: officer })).toEqual({ code: 'not-allowed', params: { role: 'registrar' } });
    expect(removes({ by: sKirurgi })).toMatchObject({ code: 'not-allowed' });
    expect(removes({ by: vKirurgi })).toMatchObject({ code: 'not-allowed' });
    expect(removes({ by: keeper(SORMLAND) })).toMatchObject({ code: 'wrong-authority' });
    const unknown = decide(
      initialState(),
      { do: 'remove-texts', entries: [1], reference: 'x', date: date('2026-11-20') },
      { now: at('2026-11-24 09:00'), actor: keeper(SORMLAND), governance },
    );
    expect(unknown).toMatchObject({ error: { code: 'unknown-item' } });
  });

  it('only what is added may take texts away', () => {
    expect(removedEntries(history).size).toBe(0);
    expect(afterRemovals(history, [])).toBeNull();
    const removal = removes({});
    if (!Array.isArray(removal)) throw new Error('refused');
    const longer = [...history, ...record(history, removal, { ruleVersion: 'test-1' }, () => 'salt')];
    const after = afterRemovals(longer, removal);
    if (!after) throw new Error('nothing removed');
    expect(removedEntries(longer)).toEqual(new Set([objection]));
    expect(onlyAdds(history, after.history)).toBe(true);
    // The removal was already there: nothing that is added now names the entry.
    expect(onlyAdds(longer, after.history)).toBe(false);
  });
});

describe('bid secrecy (OSL 19:3)', () => {
  it('lasts from advertising until the award', () => {
    const secret = (status: string) => isSecret(until(status).state);
    expect(['locked', 'advertised', 'evaluation', 'awarded', 'contract'].map(secret)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('the named evaluators alone know anything', () => {
    const { state } = until('evaluation');
    expect([EVALUATOR, officer, sKirurgi].map(({ id }) => knowsTenders(state, id))).toEqual([
      true,
      true,
      false,
    ]);
    expect(knowsTenders(until('locked').state, officer.id)).toBe(false);
    expect(knowsTenders(initialState(), officer.id)).toBe(false);
  });
});
