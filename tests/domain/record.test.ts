import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { brokenAt, type HistoryEntry, record } from '#domain/record/history.ts';
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
