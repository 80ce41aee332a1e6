import { describe, expect, it } from 'vitest';
import type { Reading } from '#application/reading.ts';
import { mayChangeOwner } from '#application/views/sharing.ts';
import { stage } from '#application/views/stage.ts';
import { NEXT } from '#application/views/stage-steps.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import { ADVANCES, type AdvanceTo, STAGE_KINDS } from '#domain/coordination/stages.ts';
import { type KnownCase, STATUSES } from '#domain/coordination/state.ts';
import { createDirectory } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { type PlainDate, personId } from '#domain/shared/ids.ts';
import { createRenderer } from '#rendering/render.ts';
import type { StageView } from '#rendering/views/stage.ts';
import { asked, authorises, imported, noNeed, objected, type Story, told, yes } from '#support/given.ts';
import {
  advances,
  committed,
  decides,
  declaresAnew,
  does,
  initiating,
  kindRow,
  locked,
  until,
} from '#support/stages.ts';
import * as world from '#support/world.ts';
import { known, people, readingFor, stories } from './support.ts';

const { at, date, governance, officer, sDecider, vDecider, VASTMANLAND } = world;
const render = createRenderer({ cpvLabel: () => null });
/** Nothing speaks of any stage: whatever a stage needs is in the form. */
const free: Governance = { ...governance, mandates: [] };
/** Every stage rests on a decision that is missing. */
const demanding: Governance = {
  ...governance,
  mandates: [...governance.mandates, ...STAGE_KINDS.map((kind) => kindRow(`k-${kind}`, kind))],
};
const second = { ...people.officer, id: personId('tenant-v', 'officer-2'), email: 'second@example.se' };
const directory = createDirectory([...Object.values(people), second]);
const text = { texts: { text: 'Behovet har ändrats' } };
const on = (story: Story, ...steps: Parameters<typeof told>[2][]) => told(free, story, ...steps);

const ready = on(committed, authorises);
const evaluating = on(until('evaluation'), declaresAnew(officer));
const proposes = advances(
  { to: 'modification-proposed', ground: 'additional-needs', region: VASTMANLAND, value: 2_600_000 },
  text,
);
const unvalued = on(
  asked,
  ...[world.sAkut, world.sKirurgi, world.vAnestesi, world.vKirurgi].map((by) => yes(by)),
);
const assesses = (possible: boolean) =>
  does(officer, { do: 'assess', possible, texts: possible ? {} : text.texts } as CaseCommand);
/** At least one for every status, and those in which most can be done. */
const cases: Readonly<Record<string, Story>> = {
  draft: imported,
  assessed: on(imported, assesses(true)),
  'not-possible': on(imported, assesses(false)),
  asked,
  'escalated, in dialogue': objected,
  'escalated, at the decision': stories.decision,
  'committed, unauthorised': committed,
  committed: ready,
  'committed, without values': unvalued,
  'partly-committed': on(
    asked,
    ...[world.sAkut, world.sKirurgi].map((by) => yes(by, 1000)),
    ...[world.vAnestesi, world.vKirurgi].map(noNeed),
  ),
  initiated: told(initiating(), ready, decides(sDecider, 'initiate'), decides(vDecider, 'initiate')),
  locked,
  advertised: until('advertised'),
  'evaluation, bidders known': until('evaluation'),
  evaluation: evaluating,
  awarded: until('awarded'),
  'standstill, running': until('standstill'),
  'standstill, over': { ...until('standstill'), now: at('2027-03-17 09:00') },
  appealed: on(
    until('standstill'),
    advances({ to: 'appealed', date: date('2027-03-05'), court: 'FR' }, { when: at('2027-03-05 09:00') }),
  ),
  contract: until('contract'),
  'contract, a change waits': on(until('contract'), proposes),
  'followed-up': until('followed-up'),
  'followed-up, a change waits': on(until('followed-up'), proposes),
  reviewed: until('reviewed'),
  'reviewed, a change waits': on(until('reviewed'), proposes),
  closed: until('closed'),
  'deviation-decided': stories.deviated,
  postponed: on(ready, advances({ to: 'postponed' }, text)),
  'external-coordination': on(
    ready,
    advances({ to: 'external-coordination' }, { texts: { ...text.texts, arena: 'Adda' } }),
  ),
  cancelled: on(ready, advances({ to: 'cancelled' }, text)),
  'cancelled, advertised': on(until('advertised'), advances({ to: 'cancelled' }, text)),
};

const buttons = (view: StageView): number => {
  const count = (node: unknown): number => {
    if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + count(one), 0);
    if (typeof node !== 'object' || node === null) return 0;
    const own = 'type' in node && node.type === 'Action.Execute' ? 1 : 0;
    return own + count(Object.values(node));
  };
  return count(render(view, 'sv').card);
};
/** The item's card, and the one behind "Mer …" where it is offered. */
const cardsOf = (reading: Reading, state: KnownCase): readonly StageView[] => {
  const card = stage(reading, state);
  if (!card) return [];
  const more = card.more ? stage(reading, state, 'more') : null;
  return more ? [card, more] : [card];
};
const offered = (cards: readonly StageView[]): readonly AdvanceTo[] =>
  cards.flatMap(({ step, others }) => [...(step?.kind === 'advance' ? [step.to] : []), ...others]);

/** What a stage is told, complete or not: whether its turn has come is the question here. */
const facts = (to: AdvanceTo, day: PlainDate) =>
  ({
    ...{ to, date: day, until: date('2030-01-01'), reference: 'x', evaluators: [officer.id] },
    ...{ sent: 'electronically', court: 'FR', outcome: 'award-stands', region: VASTMANLAND, value: 1000 },
    ...{ ground: 'additional-needs' },
  }) as unknown as Extract<CaseCommand, { do: 'advance' }>['stage'];
const FIRST = ['ask', 'wait', 'standstill', 'authorise', 'document', 'declare', 'advance'];
const BLOCKED = [
  ...[
    'decision-missing',
    'nobody-may-decide',
    'no-delegation-rows',
    'authorisation-missing',
    'ceiling-missing',
  ],
  ...['standstill-running', 'documentation-incomplete'],
];

describe.each([
  ['no stage rests on a decision', free],
  ['every stage rests on a decision that is missing', demanding],
])('every way that an item has is on its card or behind “Mer …”: %s', (_, rules) => {
  it.each(Object.entries(cases))('%s', (_name, story) => {
    const state = known(story);
    const reading = { ...readingFor('officer', story.now, rules), directory };
    const cards = cardsOf(reading, state);
    const [card] = cards;
    if (!card) throw new Error('no card');
    const context = { now: story.now, actor: officer, governance: rules };
    const refusedWith = (command: CaseCommand): string | null => {
      const outcome = decide(state, command, context);
      return outcome.ok ? null : outcome.error.code;
    };
    for (const view of cards) expect(buttons(view)).toBeLessThanOrEqual(6);
    // Who evaluates says first whether there is a conflict with a bidder, and then has everything.
    if (card.step?.kind === 'declare') return expect(card.others).toEqual([]);

    const found = offered(cards);
    expect(new Set(found).size).toBe(found.length);
    const lacking = nextStages(state).filter((to) => !found.includes(to));
    for (const to of lacking) {
      // That an item has begun follows from its decisions.
      if (to === 'initiated') continue;
      // What stands in its way is what the card asks for.
      expect([NEXT[state.status], 'modified']).toContain(to);
      expect(FIRST).toContain(card.step?.kind);
      expect(BLOCKED).toContain(
        refusedWith({ do: 'advance', stage: facts(to, dateOf(story.now)), texts: text.texts }),
      );
    }
    for (const to of found) expect(nextStages(state)).toContain(to);

    const documents = decide(state, { do: 'complete-documentation' }, context);
    const may = documents.ok && documents.value.events.length > 0;
    expect(cards.some(({ step, mayDocument }) => step?.kind === 'document' || mayDocument === true)).toBe(
      may,
    );
    const owner = 'participants' in state && mayChangeOwner(reading, state);
    expect(cards.some(({ changeOwner }) => changeOwner === true)).toBe(owner);
    return undefined;
  });

  it('whatever can be cancelled has the way to it', () => {
    const cancels = Object.entries(cases).filter(([, story]) =>
      nextStages(known(story)).includes('cancelled'),
    );
    expect(cancels.length).toBeGreaterThan(15);
    for (const [name, story] of cancels) {
      if (name === 'evaluation, bidders known') continue;
      const reading = { ...readingFor('officer', story.now, rules), directory };
      expect([name, offered(cardsOf(reading, known(story))).includes('cancelled')]).toEqual([name, true]);
    }
  });
});

it('the cases have every status that an item can have, and every stage is somewhere the next', () => {
  const statuses = new Set(Object.values(cases).map((story) => known(story).status));
  expect(STATUSES.filter((status) => status !== 'new' && !statuses.has(status))).toEqual([]);
  const next = new Set(Object.values(cases).flatMap((story) => nextStages(known(story))));
  expect(ADVANCES.filter((to) => !next.has(to))).toEqual([]);
});

it('an officer who decides too has the own step behind it, and what is asked first', () => {
  const rules = { ...governance, mandates: [kindRow('k-extend', 'extend', officer.id)] };
  const story = told(rules, until('contract'), does(officer, { do: 'ask-stage-decision', kind: 'extend' }));
  const cards = cardsOf({ ...readingFor('officer', story.now, rules), directory }, known(story));
  expect(cards).toMatchObject([{ step: { kind: 'declare' }, more: true }, { step: { kind: 'more' } }]);
  for (const view of cards) expect(buttons(view)).toBeLessThanOrEqual(6);
  expect(offered(cards)).toEqual(nextStages(known(story)));
});

it('what fits stands on the card itself: nothing is behind “Mer …” that need not be', () => {
  for (const story of Object.values(cases)) {
    const [card, more] = cardsOf({ ...readingFor('officer', story.now, free), directory }, known(story));
    if (!card || !more) continue;
    expect(buttons(card)).toBe(6);
    // One alone would have had the place of the button that leads to it.
    expect(buttons(more)).toBeGreaterThan(2);
  }
});
