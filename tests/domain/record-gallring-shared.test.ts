import { describe, expect, it } from 'vitest';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseState } from '#domain/coordination/state.ts';
import { type HistoryEntry, hasTexts, record } from '#domain/record/history.ts';
import { afterRemovals, asKeptBy, copiesOf, decidedBy, removedEntries } from '#domain/record/removing.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import {
  answers,
  asked,
  bothApprove,
  DEADLINE,
  decides,
  imported,
  lift,
  nothing,
  objected,
  objects,
  type Story,
  tell,
} from '#support/given.ts';
import { declaresAnew, does, EVALUATOR, until } from '#support/stages.ts';
import {
  asks,
  beds,
  date,
  governance,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

interface Kept {
  readonly state: CaseState;
  readonly history: readonly HistoryEntry[];
}
const recorded = (events: Story['events'], before: readonly HistoryEntry[] = []) =>
  record(before, events, { ruleVersion: 'test-1' }, () => 'salt');
const keptOf = ({ state, events }: Story): Kept => ({ state, history: recorded(events) });
const registrar = (region: RegionId): Actor => ({
  kind: 'person',
  id: personId('tenant', `registrar-${region}`),
  region,
  unit: unitId(region, 'Registratur'),
  roles: ['registrar'],
});
const attempts = ({ state, history }: Kept, region: RegionId, entries: readonly number[]) =>
  decide(
    state,
    { do: 'remove-texts', entries, reference: `${region} § 4`, date: date('2026-11-20') },
    { now: asked.now, actor: registrar(region), governance, history },
  );
const refusal = (kept: Kept, region: RegionId, entries: readonly number[]): string => {
  const outcome = attempts(kept, region, entries);
  return outcome.ok ? 'allowed' : outcome.error.code;
};
/** As it is written: what is decided is added, and the texts that every authority has decided on are gone. */
const removes = (kept: Kept, region: RegionId, entries: readonly number[]) => {
  const outcome = attempts(kept, region, entries);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { events, state } = outcome.value;
  const longer = [...kept.history, ...recorded(events, kept.history)];
  const after: Kept = afterRemovals(longer, events) ?? { state, history: longer };
  const [event] = events;
  return { ...after, event };
};
const worded = ({ history }: Kept) => history.filter(hasTexts).map(({ seq }) => seq);

/** The objection of Sörmland's surgeons concerns both authorities, since the item is Västmanland's; that of its own does not. */
const both = keptOf(tell(asked, objects(sKirurgi), objects(vKirurgi)));
const [ofSormland = 0, ofVastmanland = 0] = worded(both);

describe('each authority decides on gallring for itself: a shared text goes when all have (Arkivlagen 10 §)', () => {
  const first = removes(both, VASTMANLAND, [ofVastmanland, ofSormland]);

  it('what is one’s own goes at once, what another has too is held until that one decides', () => {
    expect(first.event).toMatchObject({
      type: 'texts-removed',
      region: VASTMANLAND,
      entries: [ofVastmanland],
      held: [ofSormland],
    });
    expect(worded(first)).toEqual([ofSormland]);
    expect(removedEntries(first.history)).toEqual(new Set([ofVastmanland]));
  });

  it('the one that has decided is given it no more, the other is', () => {
    expect(decidedBy(first.history, VASTMANLAND)).toEqual(new Set([ofVastmanland, ofSormland]));
    expect(decidedBy(first.history, SORMLAND)).toEqual(new Set());
    const texts = (region: RegionId) => asKeptBy(first.history, region).filter(hasTexts);
    expect(texts(VASTMANLAND)).toEqual([]);
    expect(texts(SORMLAND).map(({ seq }) => seq)).toEqual([ofSormland]);
    expect(asKeptBy(first.history, SORMLAND)).toEqual(first.history);
    // What has no text any more stands as it was: nothing is taken from it twice.
    expect(asKeptBy(first.history, VASTMANLAND)[ofVastmanland - 1]).toBe(first.history[ofVastmanland - 1]);
  });

  it('decided once, it is the other’s to decide; then it is gone, and names nothing as held', () => {
    expect(refusal(first, VASTMANLAND, [ofSormland])).toBe('other-authority-decides');
    expect(refusal(first, SORMLAND, [ofVastmanland])).toBe('no-texts-there');
    expect(refusal(both, SORMLAND, [ofVastmanland])).toBe('wrong-authority');
    expect(refusal(both, SORMLAND, [ofSormland, ofVastmanland])).toBe('wrong-authority');
    const second = removes(first, SORMLAND, [ofSormland]);
    expect(second.event).toMatchObject({ region: SORMLAND, entries: [ofSormland] });
    expect(second.event).not.toHaveProperty('held');
    expect(worded(second)).toEqual([]);
  });

  it('what it decides on anew goes on with what is held already, which is not said again', () => {
    const only = removes(both, VASTMANLAND, [ofSormland]);
    expect(only.event).toMatchObject({ entries: [], held: [ofSormland] });
    const more = removes(only, VASTMANLAND, [ofSormland, ofVastmanland]);
    expect(more.event).toMatchObject({ entries: [ofVastmanland] });
    expect(more.event).not.toHaveProperty('held');
    expect(worded(more)).toEqual([ofSormland]);
  });
});

describe('a decision names its entries in the order of the record, whichever way they were listed', () => {
  it('those that go, and those that are held', () => {
    const four = keptOf(
      tell(asked, objects(sAkut), objects(vAnestesi), objects(sKirurgi), objects(vKirurgi)),
    );
    const [a = 0, b = 0, c = 0, d = 0] = worded(four);
    const { event } = removes(four, VASTMANLAND, [d, c, b, a]);
    expect(event).toMatchObject({ entries: [b, d], held: [a, c] });
  });
});

describe('a copy of a text goes by the same decision (Arkivlagen 10 §)', () => {
  const copies = (story: Story, seq: number) =>
    copiesOf(recorded(story.events), [seq]).map((entry) => entry.seq);

  it('what a plan said before stands in its revision, whoever imported it', () => {
    const [first, other] = [operator, { kind: 'operator', name: 'another' } as const];
    const item = { ...beds, description: 'Ring Anna' };
    const revised = tell(
      nothing,
      does(first, { do: 'import', item }),
      does(other, { do: 'import', item: { ...item, value: 5_000_000 } }),
    );
    const revision = revised.events.findIndex(({ type }) => type === 'item-revised') + 1;
    expect(copies(revised, 1)).toEqual([revision]);
    expect(copies(revised, revision)).toEqual([1]);
  });

  it('the plan’s words in a unit’s mouth are the unit’s', () => {
    const item = { ...beds, description: 'Avtal till 2027' };
    const planned = tell(asked, does(operator, { do: 'import', item }));
    const said = tell(
      planned,
      answers(vKirurgi, { kind: 'no-need' }, { text: 'Avtal till 2027' }, vKirurgi.unit, 2),
    );
    expect(copies(said, said.events.length)).toEqual([]);
  });

  it('a person who says it again says the same text, whatever stands around it', () => {
    const again = tell(
      asked,
      answers(vKirurgi, { kind: 'no-need' }, { text: 'Vi har avtal' }),
      answers(vKirurgi, { kind: 'objection', reason: 'other' }, { text: ' Vi har avtal ', evidence: 'x' }),
    );
    const [one = 0, two = 0] = worded(keptOf(again));
    expect(copies(again, one)).toEqual([two]);
  });

  it('copies of copies too, in the order of the record', () => {
    const said = tell(
      asked,
      answers(vKirurgi, { kind: 'no-need' }, { text: 'Ett' }),
      answers(vKirurgi, { kind: 'objection', reason: 'other' }, { text: 'Två', evidence: 'Ett' }),
      answers(vKirurgi, { kind: 'no-need' }, { text: 'Två' }),
    );
    const [one = 0, two = 0, three = 0] = worded(keptOf(said));
    expect(copies(said, three)).toEqual([one, two]);
    expect(copies(said, one)).toEqual([two, three]);
    expect(attempts(keptOf(said), VASTMANLAND, [one])).toMatchObject({
      error: { code: 'copies-not-named', params: { entries: `${two}, ${three}` } },
    });
  });

  it('one that is another authority’s alone is that authority’s to name', () => {
    const answering = asks.map((ask) =>
      ask.unit === sKirurgi.unit ? { ...ask, respondents: [vKirurgi.id] } : ask,
    );
    const said = tell(
      imported,
      does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: answering }),
      answers(vKirurgi, { kind: 'no-need' }, { text: 'Vi har avtal' }, sKirurgi.unit),
      answers(vKirurgi, { kind: 'no-need' }, { text: 'Vi har avtal' }),
    );
    const [ofS = 0, ofV = 0] = worded(keptOf(said));
    expect(removes(keptOf(said), SORMLAND, [ofS]).event).toMatchObject({ entries: [], held: [ofS] });
    expect(attempts(keptOf(said), VASTMANLAND, [ofV])).toMatchObject({
      error: { code: 'copies-not-named', params: { entries: String(ofS) } },
    });
  });

  it('two delegates who decide in the same words have each decided', () => {
    const decided = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    const seq = decided.events.findIndex(({ type }) => type === 'decided') + 1;
    expect(decided.events[seq - 1]?.texts).toEqual({ text: 'Enligt rådets förslag' });
    expect(copies(decided, seq)).toEqual([]);
  });

  it('how many tenders came is a number and no text, though the same number comes again', () => {
    const notes = (received: number) => does(EVALUATOR, { do: 'note-tenders', received, approved: 3 });
    const noted = tell(until('evaluation'), declaresAnew(EVALUATOR), notes(5), notes(6));
    const seq = noted.events.findIndex(({ type }) => type === 'tenders-noted') + 1;
    expect(copies(noted, seq)).toEqual([]);
    expect(copies(noted, seq + 1)).toEqual([]);
    const tenders = noted.events[seq - 1];
    const objection = objected.events.find(({ texts }) => texts);
    if (!tenders || !objection) throw new Error('no entry');
    const said = { ...objection, by: EVALUATOR.id, texts: { text: '5' } };
    expect(tenders.texts).toMatchObject({ received: '5' });
    for (const one of [1, 2]) expect(copiesOf(recorded([tenders, said]), [one])).toEqual([]);
  });
});
