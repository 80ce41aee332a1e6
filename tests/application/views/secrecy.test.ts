import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFile } from '#application/record/case-file.ts';
import { exportRows } from '#application/record/export.ts';
import * as views from '#application/views/index.ts';
import { stage } from '#application/views/stage.ts';
import { ADVANCES } from '#domain/coordination/stages.ts';
import { STATUSES } from '#domain/coordination/state.ts';
import { record } from '#domain/record/history.ts';
import { isSecret, knowsTenders } from '#domain/record/secrecy.ts';
import { createRenderer } from '#rendering/render.ts';
import type { Story } from '#support/given.ts';
import { told } from '#support/given.ts';
import { declaresAnew, does, EVALUATOR, LIFE, until } from '#support/stages.ts';
import { governance, officer, SORMLAND, VASTMANLAND } from '#support/world.ts';
import { directory, EVERYBODY, known, readingFor, SUBJECTS, see, type Who } from './support.ts';

const render = createRenderer({ cpvLabel: () => null });
const noted = (received: number, approved: number, status = 'evaluation'): Story => {
  const story = told(
    governance,
    until('evaluation'),
    declaresAnew(EVALUATOR),
    does(EVALUATOR, { do: 'note-tenders', received, approved }),
  );
  const rest = status === 'evaluation' ? [] : LIFE.slice(2, status === 'awarded' ? 3 : LIFE.length);
  return told(governance, story, ...rest);
};
const historyOf = (story: Story) => record([], story.events, { ruleVersion: 'test-1' }, () => 'salt');

/** Everything of the case that a person can get hold of: cards in both languages, answers, the case's document. */
const seen = (who: Who, story: Story): string => {
  const state = known(story);
  const reading = readingFor(who, story.now);
  const history = historyOf(story);
  const shown = [
    ...SUBJECTS.map((subject) => see(story, who, subject)),
    stage(reading, state),
    ...ADVANCES.map((to) => stage(reading, state, to)),
    views.itemView(reading, state),
    views.itemsView(reading, [state], 'items', {}),
    views.mineView(reading, [state]),
    views.authorityView(reading, state, undefined),
    views.historyView(reading, state, history),
  ].filter((view) => view !== null);
  return JSON.stringify(shown.map((view) => [view, render(view, 'sv'), render(view, 'en')]));
};

/** What leaves Samordna: each authority's export, and the case as a document. Hashes are of the record, without figures. */
const leaving = (story: Story): string => {
  const body = { state: known(story), history: historyOf(story), notices: [] };
  const rows = [SORMLAND, VASTMANLAND].flatMap((region) => exportRows(body, { region }, directory));
  const file = caseFile(body, readingFor('officer', story.now));
  return JSON.stringify([rows, file]).replace(/[0-9a-f]{64}/g, 'a hash');
};

describe('bid secrecy (OSL 19:3): how many tenders there are', () => {
  const figures = fc
    .tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }))
    .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const);

  it.each(['evaluation', 'awarded', 'closed'])(
    'changes nothing that anybody sees, in no view, language or export (%s)',
    (status) => {
      const known0 = noted(3, 3, status);
      const views0 = new Map(EVERYBODY.map((who) => [who, seen(who, known0)]));
      const out0 = leaving(known0);
      fc.assert(
        fc.property(figures, fc.constantFrom(...EVERYBODY), ([received, approved], who) => {
          const story = noted(received, approved, status);
          expect(seen(who, story) === views0.get(who)).toBe(true);
          expect(leaving(story) === out0).toBe(true);
        }),
        { numRuns: 60, seed: 19_03, verbose: true },
      );
    },
    60_000,
  );

  it('stands in no hash that could be guessed from: the figures are digested with the entry’s own salt', () => {
    const [entry] = historyOf(noted(5, 4)).slice(-1);
    expect(entry?.event).toMatchObject({ type: 'tenders-noted', texts: { received: '5', approved: '4' } });
    const salted = record([], noted(5, 4).events, { ruleVersion: 'test-1' }, () => 'other').at(-1);
    expect(salted?.digests).not.toEqual(entry?.digests);
    const { texts: _texts, ...facts } = entry?.event ?? { texts: {} };
    expect(JSON.stringify(facts)).not.toMatch(/received|approved/);
  });

  it('is secret from advertising until the award decision or the procurement’s other end', () => {
    expect(STATUSES.filter((status) => isSecret({ status } as never))).toEqual(['advertised', 'evaluation']);
    expect(isSecret(until('locked').state)).toBe(false);
    expect(isSecret(until('awarded').state)).toBe(false);
  });

  it('is known to the named evaluators alone', () => {
    const { state } = until('evaluation');
    expect(knowsTenders(state, EVALUATOR.id)).toBe(true);
    expect(knowsTenders(state, officer.id)).toBe(true);
    for (const who of EVERYBODY) {
      const { id } = readingFor(who, until('evaluation').now).viewer;
      expect(knowsTenders(state, id), who).toBe(id === EVALUATOR.id || id === officer.id);
    }
  });
});
