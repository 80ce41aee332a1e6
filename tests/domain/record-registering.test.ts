import { describe, expect, it } from 'vitest';
import { decide } from '#domain/coordination/decide.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { concerned } from '#domain/record/concerns.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import { registeredThrough, registryNumber, unregistered } from '#domain/record/registering.ts';
import { RECORD_RULES } from '#domain/record/rules.ts';
import { mayLeave } from '#domain/record/secrecy.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import { asked, lift, noNeed, nothing, objects, type Story, tell, ticks, yes } from '#support/given.ts';
import {
  at,
  governance,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sKirurgi,
  sMember,
  units,
  VASTMANLAND,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';

const registrarOf = (region: RegionId): Actor => ({
  kind: 'person',
  id: personId('tenant', `registrar-${region}`),
  region,
  unit: unitId(region, 'Registratur'),
  roles: ['registrar'],
});
const known = ({ state }: Story): KnownCase => {
  if (state.status === 'new') throw new Error('nothing is known');
  return state;
};
const historyOf = ({ events }: Story): HistoryEntry[] =>
  record([], events, { ruleVersion: 'test-1' }, () => 'salt');

interface Wanted {
  readonly by?: Actor;
  readonly region?: RegionId;
  readonly number?: string;
  readonly through?: number;
  readonly replaces?: string;
}
const registers = (story: Story, wanted: Wanted = {}): Story | string => {
  const { by = operator, region = SORMLAND, number = 'RS 2026-0123', replaces } = wanted;
  const history = historyOf(story);
  const through = wanted.through ?? history.length;
  const command = {
    do: 'register',
    region,
    number,
    through,
    ...(replaces === undefined ? {} : { replaces }),
  } as const;
  const outcome = decide(story.state, command, { now: story.now, actor: by, governance, history });
  if (!outcome.ok) return outcome.error.code;
  return { ...story, state: outcome.value.state, events: [...story.events, ...outcome.value.events] };
};
const registered = (story: Story, wanted: Wanted = {}): Story => {
  const after = registers(story, wanted);
  if (typeof after === 'string') throw new Error(after);
  return after;
};
const queue = (story: Story, region: RegionId) =>
  unregistered(known(story), historyOf(story), region).map(({ document, concern }) => [
    document,
    concern.direction,
  ]);

// The item is Västmanland's: it receives what Sörmland's units say.
const answered = tell(asked, yes(sKirurgi, 100), objects(vKirurgi));

describe('each answer, objection, position and decision is to be registered without delay (OSL 5:1)', () => {
  it('by the authority that gives it and by the one that receives it; steps of the handling are no documents', () => {
    expect(queue(asked, VASTMANLAND)).toEqual([]);
    expect(queue(answered, VASTMANLAND)).toEqual([
      ['answer', 'received'],
      ['objection', 'drawn-up'],
    ]);
    expect(queue(answered, SORMLAND)).toEqual([['answer', 'drawn-up']]);
  });

  it('an objection that is lifted to the managers came to the other authority then, and not before', () => {
    const lifted = tell(answered, ticks(at('2026-12-07 09:00')), ticks(at('2026-12-14 17:00')));
    const [, second] = unregistered(known(lifted), historyOf(lifted), SORMLAND);
    const climb = historyOf(lifted).find(({ event }) => event.type === 'climbed');
    expect(second?.document).toBe('objection');
    expect(second?.concern).toMatchObject({ direction: 'received', by: climb?.seq, since: climb?.event.at });
  });

  it('stands in the order in which it came, and what came together in the order of the record', () => {
    const lifted = tell(asked, objects(vAnestesi), objects(vKirurgi), yes(sAkut), lift());
    const waits = unregistered(known(lifted), historyOf(lifted), SORMLAND);
    const seqs = lifted.events.flatMap((event, i) => (event.type === 'answered' ? [i + 1] : []));
    const climb = lifted.events.findIndex(({ type }) => type === 'climbed') + 1;
    const [first, second, own] = seqs;
    expect(waits.map(({ entry, concern }) => [entry.seq, concern.by])).toEqual([
      [own, own],
      [first, climb],
      [second, climb],
    ]);
  });

  it('through what was last registered, also under a number from before a transfer', () => {
    const transfers = [4, 7].map((through) => ({ registry: { [SORMLAND]: { number: 'RS 1', through } } }));
    const state = (more: object) => ({ ...known(asked), ...more }) as KnownCase;
    expect(registeredThrough(state({}), SORMLAND)).toBe(0);
    expect(registeredThrough(state({ transfers }), SORMLAND)).toBe(7);
    expect(registeredThrough(state({ transfers }), VASTMANLAND)).toBe(0);
    const registry = { [SORMLAND]: { number: 'RS 2', through: 9 } };
    expect(registeredThrough(state({ transfers, registry }), SORMLAND)).toBe(9);
  });

  it('an objection that was withdrawn before the lifting stays with its own', () => {
    const withdrawn = tell(answered, objects(vAnestesi), noNeed(vKirurgi), {
      by: officer,
      command: { do: 'escalate', proposal: 'coordinate', texts: {} },
    });
    const read = unregistered(known(withdrawn), historyOf(withdrawn), SORMLAND);
    expect(read.map(({ entry }) => 'unit' in entry.event && entry.event.unit)).toEqual([
      units.sKirurgi,
      units.vAnestesi,
    ]);
  });

  it('a position is drawn up by its region and received by the others', () => {
    const positioned = tell(
      answered,
      { by: officer, command: { do: 'escalate', proposal: 'coordinate', texts: {} } },
      { by: sMember, command: { do: 'declare-conflict', conflict: false } },
      { by: sMember, command: { do: 'take-position', revision: 1, stance: 'approve', texts: {} } },
    );
    expect(queue(positioned, SORMLAND).at(-1)).toEqual(['position', 'drawn-up']);
    expect(queue(positioned, VASTMANLAND).at(-1)).toEqual(['position', 'received']);
  });

  it('a registered document has left the queue; one that comes later is in it again', () => {
    const done = registered(answered, { region: VASTMANLAND });
    expect(queue(done, VASTMANLAND)).toEqual([]);
    expect(queue(done, SORMLAND)).toHaveLength(1);
    expect(queue(tell(done, noNeed(vKirurgi)), VASTMANLAND)).toEqual([['answer', 'drawn-up']]);
  });

  it('what came while the registrar was reading is not registered with the rest', () => {
    const done = registered(answered, { region: VASTMANLAND, through: historyOf(asked).length + 1 });
    expect(queue(done, VASTMANLAND)).toEqual([['objection', 'drawn-up']]);
  });
});

describe('a registry number', () => {
  it('is one per case and authority', () => {
    const both = registered(registered(answered), { region: VASTMANLAND, number: 'REG 26/9' });
    expect(known(both).registry).toEqual({
      sormland: { number: 'RS 2026-0123', through: 6 },
      vastmanland: { number: 'REG 26/9', through: 7 },
    });
    expect(registers(both, { number: 'RS 2026-9999' })).toBe('registered-otherwise');
  });

  it('said again in the same words changes nothing; with new documents it covers them', () => {
    const once = registered(answered);
    expect(registered(once, { through: 6 }).events).toHaveLength(once.events.length);
    expect(known(registered(tell(once, noNeed(sKirurgi)))).registry?.[SORMLAND]?.through).toBe(8);
  });

  it('is corrected or succeeded only by who names the one that it replaces', () => {
    const once = registered(answered);
    expect(registers(once, { number: 'NY 1', replaces: 'something else' })).toBe('registered-otherwise');
    const next = registered(once, { number: 'RN 2027-1', replaces: 'RS 2026-0123' });
    expect(known(next).registry?.[SORMLAND]?.number).toBe('RN 2027-1');
    // What is registered stays so, though the card that names the new number is older.
    const older = registered(once, { number: 'RN 2027-1', replaces: 'RS 2026-0123', through: 4 });
    expect(known(older).registry?.[SORMLAND]).toEqual({ number: 'RN 2027-1', through: 6 });
  });

  it('comes from the authority’s own registrar or from the operator', () => {
    expect(registered(answered, { by: registrarOf(SORMLAND) }).events.at(-1)?.by).toMatch(
      /registrar-sormland/,
    );
    expect(registers(answered, { by: registrarOf(VASTMANLAND) })).toBe('wrong-authority');
    expect(registers(answered, { by: officer })).toBe('not-allowed');
    expect(registers(answered, { by: { kind: 'clock' } })).toBe('not-allowed');
  });

  it('is refused for an authority that takes no part, and for entries that nobody has seen', () => {
    const uppsala = 'uppsala' as RegionId;
    expect(registers(answered, { region: uppsala })).toBe('wrong-authority');
    expect(registers(answered, { through: historyOf(answered).length + 1 })).toBe('old-card');
    expect(registers(answered, { through: 0 })).toBe('old-card');
    expect(registers(nothing)).toBe('unknown-item');
  });

  it.each([
    ['RS-UPP26-0123', 'RS-UPP26-0123'],
    ['  dnr:  REG   2026/14 ', 'REG 2026/14'],
    ['26:118', '26:118'],
    ['ÅÄÖ 1', 'ÅÄÖ 1'],
    ['', null],
    ['12', null],
    ['inget nummer', null],
    ['=HYPERLINK("x")1', null],
    ['RS 2026-0123\n<b>', null],
    [`R${'1'.repeat(40)}`, null],
  ])('%j is kept as %j', (text, kept) => {
    expect(registryNumber(text)).toBe(kept);
    if (kept === null) expect(registers(answered, { number: text })).toBe('registry-number-malformed');
  });

  it('outlives a second asking', () => {
    const story = registered(tell(asked, yes(sKirurgi)));
    const asking = tell(story, {
      by: operator,
      command: { do: 'import', item: { ...known(story).item, value: 9_000_000 } },
    });
    expect(known(asking).registry?.[SORMLAND]?.number).toBe('RS 2026-0123');
    expect(asking.events.at(-1)?.type).toBe('item-revised');
  });
});

describe('whom an entry concerns', () => {
  it('is never nobody, and always an authority that takes part', () => {
    const story = tell(answered, ticks(at('2026-12-07 09:00')), ticks(at('2026-12-14 17:00')));
    for (const { concerns } of concerned(historyOf(story))) {
      expect(concerns.length).toBeGreaterThan(0);
      expect(new Set(concerns.map(({ region }) => region)).size).toBe(concerns.length);
      for (const { region } of concerns) expect([SORMLAND, VASTMANLAND]).toContain(region);
    }
  });

  it('a unit’s own dealings stay with its region and the item’s', () => {
    const reminded = concerned(historyOf(answered)).filter(
      ({ entry }) => entry.event.type === 'answered' && entry.event.unit === units.vKirurgi,
    );
    expect(reminded.flatMap(({ concerns }) => concerns.map(({ region }) => region))).toEqual([VASTMANLAND]);
  });
});

describe('bid secrecy (OSL 19:3)', () => {
  it('lets no entry leave that tells of tenders; every kind of event is classed, and two tell of them', () => {
    const telling = Object.entries(RECORD_RULES).filter(([, { secrecy }]) => secrecy === 'tender');
    expect(telling.map(([type]) => type)).toEqual(['tenders-noted', 'saving-stated']);
    expect(asked.events.every(mayLeave)).toBe(true);
  });
});
