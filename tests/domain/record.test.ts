import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { breakIn, brokenAt, type HistoryEntry, record, strip } from '#domain/record/history.ts';
import { asked, objects, START, tell, yes } from '#support/given.ts';
import { beds, sKirurgi, units, vKirurgi, vMember } from '#support/world.ts';

const salted = (events: readonly CaseEvent[]): HistoryEntry[] => {
  let n = 0;
  return record([], events, { ruleVersion: 'test-1' }, () => `salt-${n++}`);
};
const story = tell(asked, yes(sKirurgi, 100), objects(vKirurgi));
const history = salted(story.events);

describe('the record', () => {
  it('is one chain, also when it grows commit by commit', () => {
    expect(brokenAt(history)).toBeNull();
    const more = record(
      history,
      tell(story, yes(vKirurgi)).events.slice(-2),
      { ruleVersion: 'x' },
      () => 's',
    );
    expect(brokenAt([...history, ...more])).toBeNull();
  });

  it('shows where a fact was changed, an entry removed, or two exchanged', () => {
    const at = history.findIndex((entry) => entry.event.type === 'answered');
    const forged = history.map((entry, i) =>
      i === at ? { ...entry, event: { ...entry.event, by: vMember.id } } : entry,
    );
    expect(brokenAt(forged)).toBe(at + 1);
    expect(brokenAt(history.toSpliced(1, 1))).toBe(2);
    const [first, second, ...rest] = history;
    if (!first || !second) throw new Error('too short');
    expect(brokenAt([second, first, ...rest])).toBe(1);
  });

  it('shows an entry that is whole in itself and follows another, or stands at another place', () => {
    const [first, second] = history;
    if (!first || !second) throw new Error('too short');
    const following = (entry: HistoryEntry) =>
      record([entry], [second.event], { ruleVersion: 'test-1' }, () => 's');
    const [elsewhere] = following({ ...first, hash: 'f'.repeat(64) });
    const [later] = following({ ...first, seq: 5 });
    const [own] = following(first);
    expect([own, elsewhere, later].map((entry) => entry && brokenAt([first, entry]))).toEqual([null, 2, 2]);
  });

  it('names the texts that a gallring took in the order of their names, and none that is there', () => {
    const [entry] = salted(tell(asked, objects(vKirurgi)).events.filter(({ texts }) => texts));
    if (!entry) throw new Error('no entry');
    expect(entry.event.texts).toEqual({ text: 'Avtal till 2027', evidence: 'Avtal 2023-114' });
    expect(strip(entry).event.removed).toEqual(['evidence', 'text']);
    expect(breakIn([strip(entry)])).toBeNull();
    expect(breakIn([{ ...entry, event: { ...entry.event, removed: ['text'] } }])).toEqual({
      entry: 1,
      why: 'text',
    });
  });

  it('shows a changed text, but survives that a text is lawfully removed', () => {
    const changed = (texts: Record<string, string>) =>
      history.map((entry) =>
        entry.event.type === 'answered' && entry.event.unit === units.vKirurgi
          ? { ...entry, event: { ...entry.event, texts } }
          : entry,
      );
    expect(brokenAt(changed({ text: 'Något annat' }))).not.toBeNull();
    expect(brokenAt(changed({}))).toBeNull();
  });

  it('names people by id only and keeps free text out of what is hashed', () => {
    const one = salted([
      { type: 'item-imported', at: START, by: 'cli:x', item: { ...beds, responsible: 'Anna Ek' } },
    ]);
    const [entry] = one;
    if (entry?.event.type !== 'item-imported') throw new Error('no entry');
    const { responsible: _, ...item } = entry.event.item;
    expect(brokenAt([{ ...entry, event: { ...entry.event, item } }])).toBeNull();
  });
});
