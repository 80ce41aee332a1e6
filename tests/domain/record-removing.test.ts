import { describe, expect, it } from 'vitest';
import { decide } from '#domain/coordination/decide.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { brokenAt, type HistoryEntry, record, strip } from '#domain/record/history.ts';
import { afterRemovals, onlyAdds } from '#domain/record/removing.ts';
import { faultOf } from '#domain/record/verify.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import { asked, nothing, objects, START, type Story, tell, yes } from '#support/given.ts';
import {
  beds,
  date,
  governance,
  officer,
  operator,
  SORMLAND,
  sKirurgi,
  VASTMANLAND,
  vKirurgi,
} from '#support/world.ts';

const keeper = (role: string, region: RegionId): Actor => ({
  kind: 'person',
  id: personId('tenant', `${role}-${region}`),
  region,
  unit: unitId(region, 'Registratur'),
  roles: [role],
});
const TEXT = 'Avtal till 2027';
const story = tell(asked, yes(sKirurgi, 100), objects(vKirurgi));
let salts = 0;
const historyOf = ({ events }: Story, before: readonly HistoryEntry[] = []): HistoryEntry[] =>
  record(before, events, { ruleVersion: 'test-1' }, () => `salt-${salts++}`);
const history = historyOf(story);
const objection = history.findIndex(({ event }) => event.type === 'answered' && event.texts) + 1;

const removing = (wanted: { by?: Actor; entries?: number[]; reference?: string; on?: string } = {}) => {
  const { by = keeper('registrar', VASTMANLAND), entries = [objection] } = wanted;
  return decide(
    story.state,
    {
      do: 'remove-texts',
      entries,
      reference: wanted.reference ?? 'RS 2026-77 § 4',
      date: date(wanted.on ?? '2026-11-20'),
    },
    { now: START, actor: by, governance, history },
  );
};
const refusal = (wanted: Parameters<typeof removing>[0]) => {
  const outcome = removing(wanted);
  return outcome.ok ? 'allowed' : outcome.error.code;
};
const removed = () => {
  const outcome = removing();
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { events } = outcome.value;
  const longer = [...history, ...historyOf({ ...story, events }, history)];
  const after = afterRemovals(longer, events);
  if (!after) throw new Error('nothing was removed');
  return after;
};

describe('texts are removed only on a named decision on gallring (Arkivlagen 10 §)', () => {
  it('then they are nowhere in the record or the state, the chain is whole and the state is its replay', () => {
    const after = removed();
    expect(JSON.stringify({ history, state: story.state })).toContain(TEXT);
    expect(JSON.stringify(after)).not.toContain(TEXT);
    expect(brokenAt(after.history)).toBeNull();
    expect(replay(after.history.map(({ event }) => event))).toEqual(after.state);
    expect(faultOf(after.state, after.history)).toBeNull();
    expect(after.history.at(-1)?.event).toMatchObject({ entries: [objection], reference: 'RS 2026-77 § 4' });
  });

  it('the facts, the digest and the answer itself stay; the salt goes, so that nobody can guess the text', () => {
    const [before, after] = [history[objection - 1], removed().history[objection - 1]];
    expect(after).toMatchObject({ hash: before?.hash, digests: before?.digests, salt: '' });
    expect(after?.event).toMatchObject({ type: 'answered', answer: { reason: 'existing-contract' } });
    expect(before?.salt).not.toBe('');
  });

  it('names that the plan brought along go the same way', () => {
    const named = tell(nothing, {
      by: operator,
      command: { do: 'import', item: { ...beds, responsible: 'Anna Ek', description: 'Ring Anna' } },
    });
    const [first] = historyOf(named);
    if (!first) throw new Error('no entry');
    const stripped = strip(first);
    expect(JSON.stringify(stripped)).not.toMatch(/Anna/);
    expect(brokenAt([stripped])).toBeNull();
  });

  it.each([
    ['by the command line', { by: operator }, 'people-only'],
    ['by an officer', { by: officer }, 'not-allowed'],
    [
      'by the other region’s registrar, whom the entry does not concern',
      { by: keeper('registrar', SORMLAND) },
      'wrong-authority',
    ],
    ['by an administrator of the authority', { by: keeper('administrator', VASTMANLAND) }, 'allowed'],
    ['without a reference', { reference: '  ' }, 'text-missing'],
    ['with an endless reference', { reference: 'x'.repeat(2001) }, 'text-too-long'],
    ['on a decision of tomorrow', { on: '2026-11-24' }, 'date-in-the-future'],
    ['of no entry', { entries: [] }, 'no-texts-there'],
    ['of an entry without texts', { entries: [1] }, 'no-texts-there'],
    ['of an entry that does not exist', { entries: [objection, 99] }, 'no-texts-there'],
  ])('%s: %o → %s', (_, wanted, code) => {
    expect(refusal(wanted)).toBe(code);
  });
});

describe('a record that is written only adds to the one that was read', () => {
  const more = [...history, ...historyOf({ ...story, events: story.events.slice(-1) }, history)];

  it('adding passes, and so does a removal that is itself on record', () => {
    expect(onlyAdds(history, more)).toBe(true);
    expect(onlyAdds(history, removed().history)).toBe(true);
  });

  it('anything else does not: another entry, a shorter record, a text gone without a removal', () => {
    const at = objection - 1;
    const [entry] = history.slice(at);
    if (!entry) throw new Error('no entry');
    expect(onlyAdds(history, more.with(at, { ...entry, role: 'decider' }))).toBe(false);
    expect(onlyAdds(history, history.slice(0, -1))).toBe(false);
    expect(onlyAdds(history, more.with(at, strip(entry)))).toBe(false);
    expect(onlyAdds(history, removed().history.with(at, { ...strip(entry), hash: 'x' }))).toBe(false);
    expect(onlyAdds(history, removed().history.with(0, { ...strip(entry) }))).toBe(false);
    // Named as gone, and there all the same.
    expect(onlyAdds(history, removed().history.with(at, { ...entry }))).toBe(false);
  });
});

describe('the audit', () => {
  const state = story.state;
  const head = { seq: history.length, hash: history.at(-1)?.hash ?? '' };
  it.each([
    ['an untouched record', state, history, head, null],
    [
      'a text that was changed',
      state,
      history.map((entry) =>
        entry.seq === objection ? { ...entry, event: { ...entry.event, texts: { text: 'Annat' } } } : entry,
      ),
      head,
      'text',
    ],
    [
      'a text that is gone without a decision',
      state,
      history.map((entry) => (entry.seq === objection ? strip(entry) : entry)),
      head,
      'text-missing',
    ],
    ['an end that is missing', state, history.slice(0, -1), head, 'end'],
    ['another end than the one named', state, history, { ...head, hash: 'x' }, 'chain'],
    [
      'an entry that was moved',
      state,
      [...history.slice(1, 2), ...history.slice(0, 1), ...history.slice(2)],
      head,
      'chain',
    ],
    ['a state that does not follow', asked.state, history, head, 'state'],
    ['a record that could not have happened', state, history.slice(0, 0), undefined, 'state'],
  ] as const)('sees %s', (_, of, from, named, why) => {
    expect(faultOf(of, from, named)?.why ?? null).toBe(why);
  });
});
