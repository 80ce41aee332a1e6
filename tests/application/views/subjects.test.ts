import { describe, expect, it } from 'vitest';
import type { CardSubject } from '#domain/coordination/notice.ts';
import type { View } from '#rendering/views.ts';
import { DEADLINE, tell } from '#support/given.ts';
import { beds, officer, SORMLAND, units, VASTMANLAND, vKirurgi } from '#support/world.ts';
import {
  decides,
  does,
  EVERYBODY,
  of,
  on,
  people,
  registers,
  type StoryName,
  see,
  seeAs,
  stories,
  type Who,
  WORDS,
  yes,
} from './support.ts';

/** A card's kind, with what it asks. */
const short = (view: View | null): string | null => {
  switch (view?.card) {
    case undefined:
      return null;
    case 'council':
      return `council:${view.mode}`;
    case 'receipt':
      return `receipt:${view.answer.kind}${view.mayChange ? '+change' : ''}`;
    case 'lifted':
    case 'managers':
    case 'more-time':
      return `${view.card}${view.open ? '' : ':closed'}`;
    case 'solution':
      return `solution${view.mayAnswer ? '' : ':read'}`;
    case 'decision':
    case 'registration':
      return `${view.card}${view.decided ? ':decided' : ''}`;
    default:
      return view?.card ?? null;
  }
};
/** Who sees what of a subject; whoever is not named sees nothing. */
const seen = (story: StoryName, subject: CardSubject): Partial<Record<Who, string>> =>
  Object.fromEntries(
    EVERYBODY.flatMap((who) => {
      const card = short(see(stories[story], who, subject));
      return card === null ? [] : [[who, card]];
    }),
  );
const WIDE = ['officer', 'auditor', 'registrar', 'controller', 'administrator'] as const;
const wide = (card: string) => Object.fromEntries(WIDE.map((who) => [who, card]));

describe('each card goes to those whom it concerns, and asks only who may answer', () => {
  const V = on('request', 'vKirurgi');
  const S = on('request', 'sKirurgi');
  it.each<[StoryName, CardSubject, Partial<Record<Who, string>>]>([
    ['draft', V, {}],
    [
      'asked',
      S,
      { sKirurgi: 'request', deputy: 'request', sBoss: 'receipt:waiting', ...wide('receipt:waiting') },
    ],
    [
      'dialogue',
      V,
      {
        vKirurgi: 'receipt:objection+change',
        vBoss: 'receipt:objection',
        ...wide('receipt:objection'),
      },
    ],
    ['revised', V, { vKirurgi: 'request', vBoss: 'receipt:waiting', ...wide('receipt:waiting') }],
    ['silent', S, { sKirurgi: 'request', deputy: 'request', sBoss: 'request', ...wide('receipt:no-answer') }],
    ['locked', V, { vKirurgi: 'receipt:yes', vBoss: 'receipt:yes', ...wide('receipt:yes') }],
    [
      'deviated',
      V,
      {
        vKirurgi: 'receipt:objection',
        vBoss: 'receipt:objection',
        ...wide('receipt:objection'),
      },
    ],
    ['asked', of('round'), wide('round')],
    ['dialogue', on('objection', 'vKirurgi'), wide('objection')],
    ['moreTime', on('more-time', 'sKirurgi'), { ...wide('more-time:closed'), officer: 'more-time' }],
    ['asked', on('more-time', 'sKirurgi'), wide('more-time:closed')],
    ['silent', on('lifted', 'sKirurgi'), { sBoss: 'lifted', ...wide('lifted:closed') }],
    ['dialogue', on('lifted', 'vKirurgi'), { vBoss: 'lifted:closed', ...wide('lifted:closed') }],
    [
      'proposed',
      on('solution', 'vKirurgi'),
      { vKirurgi: 'solution', vBoss: 'solution:read', ...wide('solution:read') },
    ],
    [
      'dialogue',
      on('solution', 'vKirurgi'),
      {
        vKirurgi: 'receipt:objection+change',
        vBoss: 'receipt:objection',
        ...wide('receipt:objection'),
      },
    ],
    ['dialogue', of('managers'), wide('managers:closed')],
    ['managers', of('managers'), { sBoss: 'managers', vBoss: 'managers', ...wide('managers') }],
    [
      'council',
      of('managers'),
      { sBoss: 'managers:closed', vBoss: 'managers:closed', ...wide('managers:closed') },
    ],
    ['managers', of('council'), {}],
    ['council', of('council'), { sMember: 'council:declare', vMember: 'council:declare' }],
    ['excluded', of('council'), { sMember: 'council:excluded', vMember: 'council:declare' }],
    ['declared', of('council'), { sMember: 'council:position', vMember: 'council:declare' }],
    ['positioned', of('council'), { sMember: 'council:registered', vMember: 'council:declare' }],
    ['decision', of('council'), { sMember: 'council:over', vMember: 'council:over' }],
    ['deviated', of('council'), { sMember: 'outcome', vMember: 'outcome' }],
    ['council', decides(SORMLAND), {}],
    ['decision', decides(SORMLAND), { sDecider: 'decision' }],
    ['halfDecided', decides(SORMLAND), { sDecider: 'decision:decided' }],
    ['halfDecided', decides(VASTMANLAND), { vDecider: 'decision' }],
    ['decision', registers, {}],
    ['body', registers, { secretary: 'registration' }],
    ['body', decides(SORMLAND), {}],
    ['dialogue', of('outcome'), {}],
    [
      'deviated',
      of('outcome'),
      Object.fromEntries(
        // The board's secretary reports the delegates' decisions to it.
        EVERYBODY.filter((who) => who !== 'outsider').map((who) => [who, 'outcome']),
      ),
    ],
  ])('%s, %o', (story, subject, expected) => {
    expect(seen(story, subject)).toEqual(expected);
  });
});

describe('the question', () => {
  it('is filled in with the plan’s value in equal shares for the region in whose plan the item stands', () => {
    const own = seeAs('request', stories.asked, 'vKirurgi', on('request', 'vKirurgi'));
    expect(own.prefill).toEqual({ value: 2_000_000, sharedBy: 2 });
    expect(seeAs('request', stories.asked, 'sKirurgi', on('request', 'sKirurgi')).prefill).toEqual({});
  });

  it('rounds shares down to whole thousands', () => {
    const odd = tell(stories.asked, does(officer, { do: 'import', item: { ...beds, value: 3_333_333 } }));
    expect(seeAs('request', odd, 'vKirurgi', on('request', 'vKirurgi')).prefill.value).toBe(1_666_000);
  });

  it('counts what others have said by region, without the own unit', () => {
    const { others } = seeAs('request', stories.revised, 'vAnestesi', on('request', 'vAnestesi'));
    expect(others.map(({ region, asked, counts }) => [region.id, asked, counts])).toEqual([
      [SORMLAND, 2, { waiting: 2 }],
      [VASTMANLAND, 1, { waiting: 1 }],
    ]);
  });

  it('shows a changed item before and after, beside the answer that it made stale', () => {
    const view = seeAs('request', stories.revised, 'vKirurgi', on('request', 'vKirurgi'));
    expect(view.changes).toEqual([{ field: 'value', before: 4_000_000, after: 5_500_000 }]);
    expect(view.stale).toMatchObject({ kind: 'yes', value: 500_000 });
    expect(seeAs('request', stories.revised, 'sAkut', on('request', 'sAkut')).changes).toEqual([]);
  });

  it('put again in other words shows the officer’s note and no change of the item', () => {
    const again = tell(
      stories.dialogue,
      does(officer, {
        do: 'ask-again',
        unit: units.vKirurgi,
        deadline: DEADLINE,
        texts: { text: 'Avtalet kan löpa ut först' },
      }),
    );
    const view = seeAs('request', again, 'vKirurgi', on('request', 'vKirurgi'));
    expect(view).toMatchObject({
      note: 'Avtalet kan löpa ut först',
      changes: [],
      stale: { kind: 'objection' },
    });
  });

  it('is late after its deadline, and still open', () => {
    expect(seeAs('request', stories.silent, 'sKirurgi', on('request', 'sKirurgi')).late).toBe(true);
    expect(seeAs('request', stories.asked, 'sKirurgi', on('request', 'sKirurgi')).late).toBe(false);
  });
});

describe('why a card is sent', () => {
  const request = on('request', 'vKirurgi');
  it('a first sending says nothing about itself, a reminder says that it is one', () => {
    expect(see(stories.asked, 'vKirurgi', request, { occasion: 'new' })).not.toHaveProperty('banner');
    expect(see(stories.asked, 'vKirurgi', request, { occasion: 'reminder' })?.banner).toEqual({
      kind: 'occasion',
      occasion: 'reminder',
    });
  });

  it.each<[StoryName, Who, CardSubject]>([
    ['dialogue', 'vKirurgi', request],
    ['dialogue', 'vBoss', on('lifted', 'vKirurgi')],
    ['council', 'sBoss', of('managers')],
    ['positioned', 'sMember', of('council')],
    ['halfDecided', 'sDecider', decides(SORMLAND)],
  ])('%s: a reminder to %s is not sent when nothing is asked any more', (story, who, subject) => {
    expect(see(stories[story], who, subject, { occasion: 'reminder' })).toBeNull();
  });

  it('a reminder that stands in the chat becomes the receipt once the unit has answered', () => {
    const view = see(stories.dialogue, 'vKirurgi', request, { occasion: 'reminder', standing: true });
    expect(view).toMatchObject({ card: 'receipt' });
    expect(view).not.toHaveProperty('banner');
  });

  it('how a button went stands before why the card was sent', () => {
    const banner = { kind: 'done', what: 'answer-registered' } as const;
    expect(see(stories.dialogue, 'vKirurgi', request, { occasion: 'reminder', banner })?.banner).toEqual(
      banner,
    );
  });
});

describe('the officer’s cards', () => {
  it('a round adds up what was committed, region by region, and says how many named no value', () => {
    const view = seeAs('round', stories.dialogue, 'officer', of('round'));
    expect(view.totals).toMatchObject({ value: 3_000_000, unitsWithoutValue: 0 });
    expect(view.totals.byRegion.map(({ region, value }) => [region.id, value])).toEqual([
      [SORMLAND, 1_000_000],
      [VASTMANLAND, 2_000_000],
    ]);
    expect(view.may).toMatchObject({ close: false, lock: false, escalate: true });
    expect(view.escalation?.level).toBe('dialogue');
  });

  it('only an officer may press anything; an auditor reads', () => {
    const nothing = { close: false, lock: false, escalate: false, urgent: false, changeOwner: false };
    expect(seeAs('round', stories.committed, 'officer', of('round')).may.lock).toBe(true);
    expect(seeAs('round', stories.committed, 'auditor', of('round')).may).toEqual(nothing);
    const read = seeAs('objection', stories.dialogue, 'auditor', on('objection', 'vKirurgi'));
    expect(read.may).toEqual({
      propose: false,
      askAgain: false,
      escalate: false,
      acceptEvidence: false,
      askEvidence: false,
    });
  });

  it('an objection has three ways on; while a proposal waits for its answer, two; at the council the proposal can be changed', () => {
    const ways = (story: StoryName) =>
      seeAs('objection', stories[story], 'officer', on('objection', 'vKirurgi')).may;
    expect(ways('dialogue')).toMatchObject({ propose: true, askAgain: true, escalate: true });
    expect(ways('proposed')).toMatchObject({ propose: false, askAgain: true, escalate: true });
    expect(ways('council')).toMatchObject({ propose: true, escalate: true });
  });

  it('an objection that was withdrawn is settled; one that is asked about anew keeps its words', () => {
    const withdrawn = tell(stories.dialogue, yes(vKirurgi, 1_000));
    const view = seeAs('objection', withdrawn, 'officer', on('objection', 'vKirurgi'));
    expect(view).toMatchObject({ settled: true, answer: { kind: 'yes' } });
    const again = tell(
      stories.dialogue,
      does(officer, {
        do: 'ask-again',
        unit: units.vKirurgi,
        deadline: DEADLINE,
        texts: {},
      }),
    );
    expect(seeAs('objection', again, 'officer', on('objection', 'vKirurgi'))).toMatchObject({
      settled: false,
      answer: { kind: 'objection', text: WORDS.vKirurgi },
      may: { propose: false, askAgain: false, escalate: false },
    });
  });

  it('more time is offered as the deadlines that it would give', () => {
    const view = seeAs('more-time', stories.moreTime, 'officer', on('more-time', 'sKirurgi'));
    expect(view.by).toBe(people.sKirurgi.name);
    expect(view.choices.map(({ workingDays, deadline }) => [workingDays, deadline.slice(0, 10)])).toEqual([
      [3, '2026-12-09'],
      [5, '2026-12-11'],
      [10, '2026-12-18'],
    ]);
  });
});

describe('the ladder’s cards', () => {
  it('a superior opens only the own units’ objections', () => {
    expect(seeAs('managers', stories.managers, 'vBoss', of('managers')).openObjections).toHaveLength(1);
    expect(seeAs('managers', stories.managers, 'sBoss', of('managers')).openObjections).toEqual([]);
  });

  it('what other members think is shown to whoever has declared', () => {
    const before = seeAs('council', stories.positioned, 'vMember', of('council'));
    expect([before.positions, before.regions]).toEqual([[], []]);
    const after = seeAs('council', stories.decision, 'vMember', of('council'));
    expect(after.own?.stance).toBe('approve');
    expect(
      after.positions.map(({ name, stance, reason, dissent }) => [name, stance, reason, dissent]),
    ).toEqual([[people.sMember.name, 'reject', WORDS.sMember, WORDS.dissent]]);
    expect(after.regions.map(({ region, stance }) => [region.id, stance])).toEqual([
      [SORMLAND, 'reject'],
      [VASTMANLAND, 'approve'],
    ]);
  });

  it('the council recommends', () => {
    expect(seeAs('council', stories.declared, 'sMember', of('council')).recommendsOnly).toBe(true);
  });

  it('a decision is shown with its mandate, both sides and what the council thinks', () => {
    const view = seeAs('decision', stories.decision, 'sDecider', decides(SORMLAND));
    expect(view).toMatchObject({
      mandate: { delegatedBy: { sv: 'Inköpsnämnden', en: 'the Procurement Board' } },
      example: true,
      proposal: { text: WORDS.proposal },
    });
    expect(view.actsFor.map((region) => region.id)).toEqual([SORMLAND]);
    expect(view.facts.objections).toMatchObject([
      { answer: { reason: 'existing-contract', text: WORDS.vKirurgi } },
    ]);
    expect(view.council).toHaveLength(2);
  });

  it('a body’s secretary registers for all the regions that it acts for', () => {
    const view = seeAs('registration', stories.body, 'secretary', registers);
    expect(view.actsFor.map((region) => region.id)).toEqual([SORMLAND, VASTMANLAND]);
    expect(view.bodyName.sv).toBe('Inköpsnämnden');
  });

  it('the outcome names each decision, and the region to which a deviation belongs', () => {
    const view = seeAs('outcome', stories.deviated, 'vKirurgi', of('outcome'));
    expect(view).toMatchObject({
      outcome: 'deviate',
      how: 'decided',
      own: { answer: { kind: 'objection' } },
    });
    expect(view.declining.map((region) => region.id)).toEqual([VASTMANLAND]);
    expect(view.decisions.map(({ by, reason }) => [by, reason])).toEqual([
      [people.sDecider.name, WORDS.sDecision],
      [people.vDecider.name, WORDS.vDecision],
    ]);
  });
});
