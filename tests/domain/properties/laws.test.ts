import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ADVANCES, type AdvanceTo } from '#domain/coordination/stages.ts';
import { RECORD_RULES } from '#domain/record/rules.ts';
import { RUNS, seeded } from '#support/runs.ts';
import { GENERATORS } from './commands.ts';
import { LAWS } from './laws.ts';
import { story } from './story.ts';

interface Judged {
  readonly law: string | null;
  readonly report: string;
  readonly reached: ReadonlySet<string>;
}

const judge = (): Judged => {
  let broken: string | null = null;
  const reached = new Set<string>();
  const outcome = fc.check(
    fc.property(story, (told) => {
      for (const { command, events } of told.turns) {
        if (events.length > 0) reached.add(`do ${command.do}`);
        for (const event of events) {
          reached.add(event.type);
          if (event.type === 'advanced') reached.add(`to ${event.stage.to}`);
        }
      }
      for (const [law, holds] of Object.entries(LAWS)) {
        try {
          holds(told);
        } catch (error) {
          broken = law;
          throw error;
        }
      }
    }),
    seeded('Stories of a case', 2027),
  );
  return {
    law: outcome.failed ? broken : null,
    report: outcome.failed ? (fc.defaultReportMessage(outcome) ?? '') : '',
    reached,
  };
};

/** Told once, and judged by every law. */
let known: Judged | null = null;
const judged = (): Judged => {
  known ??= judge();
  return known;
};
// A run that follows in the same process tells its own.
afterAll(() => {
  known = null;
});

/** An event of its own; and chance seldom has both deciders postpone what no dispute has: the ladder's decision does. */
const ELSEWHERE: readonly AdvanceTo[] = ['locked', 'postponed'];

describe('random commands by random people at random times', () => {
  it.each(Object.keys(LAWS))('%s', { timeout: 400_000 }, (law) => {
    const { law: broken, report } = judged();
    expect(broken === law ? report : '').toBe('');
  });

  it('section 3: no event of a case, and no command, can hold a work-environment concern', () => {
    const names = [...Object.keys(GENERATORS), ...Object.keys(RECORD_RULES)];
    expect(names.filter((name) => /concern|environment|harass/.test(name))).toEqual([]);
  });

  it('the stories are no idle talk: every command is allowed in some of them, every event happens, and every stage is entered', () => {
    const { reached } = judged();
    const wanted = [
      ...Object.keys(GENERATORS).map((name) => `do ${name}`),
      ...Object.keys(RECORD_RULES),
      ...ADVANCES.filter((to) => !ELSEWHERE.includes(to)).map((to) => `to ${to}`),
    ];
    const unreached = wanted.filter((what) => !reached.has(what));
    // A quick look reaches some of it; the whole run all of it.
    if (RUNS < 10_000) expect(unreached.length).toBeLessThan(wanted.length - 10);
    else expect(unreached).toEqual([]);
  });
});
