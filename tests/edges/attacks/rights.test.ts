import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Commitment } from '#domain/coordination/answer.ts';
import { addWorkingDays, dateOf } from '#domain/shared/calendar.ts';
import { asUnitId } from '#domain/shared/ids.ts';
import type { CardAction, Verb } from '#rendering/action.ts';
import { authorises } from '#support/given.ts';
import { at, beds, date, NAMNDEN, SORMLAND, units, VASTMANLAND } from '#support/world.ts';
import {
  callerOf,
  EVERYBODY,
  type JointFunction,
  jointFunction,
  people,
  seen,
  type Who,
} from './joint-function.ts';

const item = beds.id;
const unit = units.vKirurgi;
const commitment: Commitment = { binding: 'estimate', value: 1_000_000 };
const showing = { item, unit, round: 1, revision: 1 } as const;
const SECRETS = ['SECRET-OBJECTION', 'SECRET-EVIDENCE', 'SECRET-SOLUTION', 'SECRET-REASON', 'SECRET-DISSENT'];

/** Every button there is, as a hand-written request may carry it. */
const BUTTONS: Readonly<Record<Verb, CardAction>> = {
  'request.yes': { verb: 'request.yes', ...showing, commitment },
  'request.conditions': { verb: 'request.conditions', ...showing, commitment, text: 'forged' },
  'request.no-need': { verb: 'request.no-need', ...showing },
  'objection.send': { verb: 'objection.send', ...showing, reason: 'other', text: 'forged', evidence: '' },
  'more-time.send': { verb: 'more-time.send', ...showing, text: 'forged' },
  'request.show': { verb: 'request.show', item, unit },
  'request.change': { verb: 'request.change', item, unit },
  'request.conditions-form': { verb: 'request.conditions-form', item, unit },
  'objection.reasons': { verb: 'objection.reasons', item, unit },
  'more-time.form': { verb: 'more-time.form', item, unit },
  'objection.form': { verb: 'objection.form', item, unit, reason: 'other' },
  'more-time.grant': { verb: 'more-time.grant', item, unit, workingDays: 5 },
  'more-time.refuse': { verb: 'more-time.refuse', item, unit },
  'solution.form': { verb: 'solution.form', item, unit },
  'ask-again.form': { verb: 'ask-again.form', item, unit },
  'solution.accept': { verb: 'solution.accept', item, unit },
  'solution.reject-form': { verb: 'solution.reject-form', item, unit },
  'solution.propose': { verb: 'solution.propose', item, unit, solution: 'lots', text: 'forged' },
  'solution.reject': { verb: 'solution.reject', item, unit, text: 'forged' },
  'ask-again.send': { verb: 'ask-again.send', item, unit, deadline: date('2027-03-01'), text: '' },
  'escalate.form': { verb: 'escalate.form', item },
  'case.close': { verb: 'case.close', item },
  'item.lock': { verb: 'item.lock', item },
  'conclude.form': { verb: 'conclude.form', item },
  'conclude.send': { verb: 'conclude.send', item, text: 'forged' },
  'urgent.form': { verb: 'urgent.form', item },
  'urgent.send': { verb: 'urgent.send', item, text: 'forged' },
  'decision.declare': { verb: 'decision.declare', item, region: SORMLAND, conflict: false },
  'stage.advance': { verb: 'stage.advance', item, to: 'cancelled', text: 'forged' },
  'stage.form': { verb: 'stage.form', item, to: 'cancelled' },
  'stage.authorise': {
    verb: 'stage.authorise',
    item,
    region: SORMLAND,
    date: date('2026-11-20'),
    reference: 'forged',
  },
  'stage.ask': { verb: 'stage.ask', item, kind: 'initiate' },
  'stage.document': { verb: 'stage.document', item },
  'stage.more': { verb: 'stage.more', item },
  'stage.principle': { verb: 'stage.principle', item, principle: true },
  'stage.declare': { verb: 'stage.declare', item, conflict: false },
  'conflict.form': { verb: 'conflict.form', item },
  'assess.form': { verb: 'assess.form', item },
  'assess.send': { verb: 'assess.send', item, possible: false, text: 'forged' },
  'stage.decide': {
    verb: 'stage.decide',
    item,
    kind: 'initiate',
    region: SORMLAND,
    revision: 1,
    text: 'forged',
  },
  'stage.register': {
    verb: 'stage.register',
    item,
    kind: 'initiate',
    body: NAMNDEN,
    revision: 1,
    date: date('2026-11-20'),
    paragraph: '§ 1',
    registryNumber: 'forged',
  },
  'tenders.form': { verb: 'tenders.form', item },
  'tenders.send': { verb: 'tenders.send', item, received: 5, approved: 4 },
  'evaluator.form': { verb: 'evaluator.form', item },
  'evaluator.send': {
    verb: 'evaluator.send',
    item,
    from: people.officer.id,
    to: people.officer.id,
  },
  'calloff.form': { verb: 'calloff.form', item },
  'calloff.send': { verb: 'calloff.send', item, number: 1, unit, value: 1000, date: date('2026-11-20') },
  'item.show': { verb: 'item.show', item },
  'round.form': { verb: 'round.form', item },
  'item.history': { verb: 'item.history', item },
  'item.timeline': { verb: 'item.timeline', item },
  'item.deliveries': { verb: 'item.deliveries', item },
  'escalate.send': { verb: 'escalate.send', item, outcome: 'deviate', text: 'forged' },
  'council.declare': { verb: 'council.declare', item, conflict: false },
  'council.position': {
    verb: 'council.position',
    item,
    revision: 1,
    stance: 'approve',
    text: '',
    dissent: '',
  },
  'decision.decide': {
    verb: 'decision.decide',
    item,
    region: VASTMANLAND,
    revision: 1,
    outcome: 'deviate',
    until: date('2027-12-31'),
    text: 'forged',
  },
  'registration.register': {
    verb: 'registration.register',
    item,
    body: NAMNDEN,
    revision: 1,
    outcome: 'deviate',
    date: date('2026-11-20'),
    paragraph: '§ 1',
    registryNumber: 'X 1',
    until: date('2027-12-31'),
    text: 'forged',
  },
  'cost.form': { verb: 'cost.form', item },
  'cost.show': { verb: 'cost.show', item, seconds: 3600, external: 0, said: at('2026-11-20 09:00') },
  'cost.save': {
    verb: 'cost.save',
    item,
    category: 'meetings',
    seconds: 3600,
    external: 0,
    said: at('2026-11-20 09:00'),
  },
  'cost.send': {
    verb: 'cost.send',
    item,
    category: 'meetings',
    amount: '1 h',
    said: at('2026-11-20 09:00'),
  },
  'cost.undo': { verb: 'cost.undo', item, number: 1 },
  'saving.methods': { verb: 'saving.methods', item },
  'saving.form': { verb: 'saving.form', item, method: 'basket' },
  'saving.rule-out-form': { verb: 'saving.rule-out-form', item, method: 'basket' },
  'saving.send': {
    verb: 'saving.send',
    item,
    method: 'basket',
    lines: '1; 2; 1',
    index: '0',
    unmatched: '0',
    years: '4',
    assumptions: 'forged',
  },
  'saving.rule-out': { verb: 'saving.rule-out', item, method: 'basket', obstacle: 'data-missing' },
  'saving.validate': { verb: 'saving.validate', item, stated: at('2026-11-20 09:00') },
  'realised.form': { verb: 'realised.form', item },
  'realised.send': {
    verb: 'realised.send',
    item,
    from: date('2026-11-01'),
    to: date('2026-11-20'),
    lines: '1; 2; 1',
  },
  'attribution.form': { verb: 'attribution.form', item },
  'attribution.send': {
    verb: 'attribution.send',
    item,
    coordination: '100',
    market: '',
    commerce: '',
    category: '',
  },
  'lessons.for': { verb: 'lessons.for', item },
  'lesson.show': { verb: 'lesson.show', item },
  'lesson.form': { verb: 'lesson.form', item },
  'lesson.send': { verb: 'lesson.send', item, worked: 'forged', failed: '', next: '', market: '' },
  'lesson.use': { verb: 'lesson.use', item, for: item },
  'pulse.rate': { verb: 'pulse.rate', item, wave: 'start', about: 'quality', rating: 5 },
  'findings.show': {
    verb: 'findings.show',
    topic: 'savings',
    of: 'behind',
    from: date('2026-01-01'),
    to: date('2026-12-31'),
  },
  'card.open': { verb: 'card.open', subject: { card: 'objection', item, unit } },
  'digest.show': { verb: 'digest.show', delivery: 'somebody-elses', skip: 0 },
  'digest.yes': {
    verb: 'digest.yes',
    delivery: 'somebody-elses',
    skip: 0,
    lines: [{ item, unit, round: 1, revision: 1, commitment: { binding: 'binding' } }],
  },
  'card.refresh': { verb: 'card.refresh', delivery: 'somebody-elses' },
  'delivery.resolve': { verb: 'delivery.resolve', message: 'somebody-elses', as: 'again' },
  'push.stop': { verb: 'push.stop', item },
  'push.resume': { verb: 'push.resume', item },
  'plan.show': { verb: 'plan.show' },
  'round.preview': { verb: 'round.preview', item, deadline: date('2027-03-01') },
  'round.send': { verb: 'round.send', item, deadline: date('2027-03-01') },
  'candidates.show': { verb: 'candidates.show', skip: 0 },
  'candidate.show': { verb: 'candidate.show', items: [item] },
  'candidate.form': { verb: 'candidate.form', items: [item] },
  'candidate.possible': { verb: 'candidate.possible', items: [item] },
  'candidate.not-possible': { verb: 'candidate.not-possible', items: [item], text: 'forged' },
  'meeting.show': { verb: 'meeting.show', kind: 'agenda' },
  'reporting.show': { verb: 'reporting.show', body: NAMNDEN },
  'reporting.save': {
    verb: 'reporting.save',
    body: NAMNDEN,
    date: date('2026-11-20'),
    paragraph: '',
    cases: [{ item, entries: [1] }],
  },
  'memo.show': { verb: 'memo.show', item, body: NAMNDEN },
  'item.form': { verb: 'item.form', item },
  'item.correct': { verb: 'item.correct', item, revision: 1, value: 1 },
  'rules.show': { verb: 'rules.show' },
  'rules.adopt': { verb: 'rules.adopt', rows: ['m-s'], reference: 'forged', version: 'forged' },
  'registry.show': { verb: 'registry.show', skip: 0 },
  'registry.save': { verb: 'registry.save', cases: [{ item, through: 1, number: 'RS 2026-1' }] },
  'answer.wrong': { verb: 'answer.wrong', text: 'vem är störst?' },
  'answer.keep': { verb: 'answer.keep', text: 'vem är störst?' },
  say: { verb: 'say', text: 'vem invänder mot MT924?' },
  'import.confirm': { verb: 'import.confirm', draft: 'plan-salt-0' },
  'import.discard': { verb: 'import.discard', draft: 'plan-salt-0' },
  'time.forward': { verb: 'time.forward', by: 'week' },
  'request.more': { verb: 'request.more', item, unit },
  'delegate.form': { verb: 'delegate.form', item, unit },
  'delegate.send': { verb: 'delegate.send', item, unit, to: people.vBoss.id },
  'reference.form': { verb: 'reference.form', item, unit },
  'reference.send': { verb: 'reference.send', item, unit, name: 'forged', hours: 8 },
  'evidence.form': { verb: 'evidence.form', item, unit },
  'evidence.send': { verb: 'evidence.send', item, unit, text: 'forged' },
  'evidence.ask-form': { verb: 'evidence.ask-form', item, unit },
  'evidence.ask': { verb: 'evidence.ask', item, unit, text: 'forged' },
  'evidence.accept': { verb: 'evidence.accept', item, unit },
  'objection.withdraw': { verb: 'objection.withdraw', item, unit },
  'owner.form': { verb: 'owner.form', item },
  'owner.send': { verb: 'owner.send', item, to: people.officer.id },
  'concern.form': { verb: 'concern.form', item },
  'concern.send': { verb: 'concern.send', item, to: 'manager', text: 'forged' },
  'away.form': { verb: 'away.form' },
  'away.save': { verb: 'away.save', until: date('2027-03-01') },
  'away.end': { verb: 'away.end' },
};
const VERBS = Object.keys(BUTTONS) as Verb[];
const SUBJECTS: readonly Extract<CardAction, { verb: 'card.open' }>['subject'][] = [
  ...(['request', 'objection', 'solution', 'more-time', 'lifted'] as const).map((card) => ({
    card,
    item,
    unit,
  })),
  ...(
    ['round', 'managers', 'council', 'outcome', 'stage', 'figures', 'cost', 'saving', 'review'] as const
  ).map((card) => ({ card, item })),
  { card: 'decision', item, region: SORMLAND },
  { card: 'decision', item, region: VASTMANLAND },
  { card: 'registration', item, body: NAMNDEN },
];
const QUESTIONS = [
  'hur går det med MT924?',
  'vem invänder mot MT924?',
  'vilka invändningar finns?',
  'vilka ärenden är lyfta?',
  'vem har inte svarat om MT924?',
  'historik för MT924',
  'vem bestämmer om MT924?',
  'leveranser MT924',
  'avsteg 2026',
  'vad väntar på mig?',
  'who objects to Operationsbord and why?',
];

/** In which stage who may press what about the other region's surgical unit; every other press must change nothing. */
type Rights = Partial<Record<Verb, readonly Who[]>>;
const OFFICER: readonly Who[] = ['officer'];
const OWN: readonly Who[] = ['vKirurgi'];
const MANAGERS: readonly Who[] = ['vKirurgi', 'vAnestesi', 'sKirurgi', 'sAkut'];
const ANSWERS: Rights = {
  'request.yes': OWN,
  'request.conditions': OWN,
  'request.no-need': OWN,
  'objection.send': OWN,
  'reference.send': OWN,
  // Everybody says it of themselves alone.
  'away.save': MANAGERS,
  'away.end': MANAGERS,
};
/** An officer may stop and go on with a push at any time: that is no matter of the case. */
const PUSH: Rights = { 'push.stop': OFFICER, 'push.resume': OFFICER };
/** Inköp may cancel what it plans at any time before the contract, on a decision where the governance asks for one. */
/** Whoever coordinates logs what it took; Inköp and finance say why a method cannot be used, and what an effect comes from. */
const COORDINATE: readonly Who[] = [
  'officer',
  ...MANAGERS,
  'deputy',
  'sBoss',
  'vBoss',
  'sMember',
  'vMember',
  'objectingMember',
  'sDecider',
  'vDecider',
  'secretary',
];
const FIGURES: Rights = {
  'cost.save': COORDINATE,
  'cost.send': COORDINATE,
  'saving.rule-out': OFFICER,
  'attribution.send': OFFICER,
};
const STAGES: Rights = { 'stage.advance': OFFICER, 'stage.principle': OFFICER, 'item.correct': OFFICER };
const OPEN: Rights = { 'more-time.send': OWN, 'delegate.send': OWN };
const DISPUTE: Rights = {
  'solution.propose': OFFICER,
  'ask-again.send': OFFICER,
  'evidence.send': OWN,
  'evidence.ask': OFFICER,
  'evidence.accept': OFFICER,
  'objection.withdraw': OWN,
};

let region: JointFunction;
let deviating: JointFunction;
beforeAll(async () => {
  [region, deviating] = await Promise.all([jointFunction(), jointFunction(40_000_000)]);
});
afterAll(async () => {
  await Promise.all([region.sqlite.dispose(), deviating.sqlite.dispose()]);
});

/** Presses every button as everybody who has no right to it, with the unit's and the decision's ids as they are. */
const attack = async (rights: Rights, mayRead: readonly Who[], of: JointFunction = region): Promise<void> => {
  const before = JSON.stringify(await of.samordna.cases.load(item));
  const leaks: string[] = [];
  const note = (who: Who, what: string, text: string): void => {
    if (mayRead.includes(who)) return;
    for (const secret of SECRETS) if (text.includes(secret)) leaks.push(`${who} ${what} ${secret}`);
  };
  for (const who of EVERYBODY) {
    for (const verb of VERBS) {
      if ([rights, PUSH, FIGURES, STAGES].some((one) => one[verb]?.includes(who))) continue;
      note(who, verb, await of.press(who, BUTTONS[verb]));
      expect(JSON.stringify(await of.samordna.cases.load(item)) === before, `${who} ${verb}`).toBe(true);
    }
    for (const subject of SUBJECTS)
      note(who, subject.card, await of.press(who, { verb: 'card.open', subject }));
    for (const question of QUESTIONS) {
      note(who, question, await of.ask(who, question));
      const caller = callerOf(who, { scope: 'team' });
      const inTeam = seen(...(await of.samordna.conversation.said(caller, question, [])));
      for (const secret of [...SECRETS, ...Object.values(people).map(({ name }) => name)]) {
        expect(inTeam).not.toContain(secret);
      }
    }
  }
  expect(leaks).toEqual([]);
  // What is hidden from the others is there to be seen.
  const written = SECRETS.filter((secret) => before.includes(secret) && secret.includes('OBJECTION'));
  const shown = await of.press('officer', BUTTONS['card.open']);
  expect(written.filter((secret) => !shown.includes(secret))).toEqual([]);
  expect(JSON.stringify(await of.samordna.cases.load(item)) === before).toBe(true);
};
const goesOn = async (who: Who, data: CardAction, of: JointFunction = region): Promise<void> => {
  const before = await of.entries();
  await of.press(who, data);
  expect(await of.entries(), `${who} ${data.verb}`).toBeGreaterThan(before);
};
const tickAt = async (of: JointFunction, when: JointFunction['now']): Promise<void> => {
  of.now = when;
  await of.samordna.ticker.tick();
};
const WIDE: readonly Who[] = ['officer', 'auditor', 'administrator'];

describe('a button pressed by somebody who has no right to it changes nothing and shows nothing', () => {
  it('before the units are asked', async () => {
    await attack({ 'round.send': OFFICER, 'assess.send': OFFICER }, WIDE);
    await goesOn('officer', { verb: 'round.send', item, deadline: date('2026-12-04') });
  });

  it('while the unit is to answer: not its superior yet, not another unit, not the same unit of the other region', async () => {
    await attack({ ...ANSWERS, ...OPEN }, WIDE);
    await goesOn('vKirurgi', { ...BUTTONS['more-time.send'], text: 'SECRET-REASON' } as CardAction);
  });

  it('while the unit asks for more time', async () => {
    const own = [...WIDE, 'vKirurgi', 'vBoss'] as const;
    await attack({ ...ANSWERS, ...OPEN, 'more-time.grant': OFFICER, 'more-time.refuse': OFFICER }, own);
    await goesOn('officer', BUTTONS['more-time.refuse']);
  });

  it('while the unit objects and a solution is proposed', async () => {
    const objection = { ...showing, reason: 'other', text: SECRETS[0], evidence: SECRETS[1] } as const;
    await goesOn('vKirurgi', {
      verb: 'objection.send',
      ...objection,
      text: 'SECRET-OBJECTION',
      evidence: 'SECRET-EVIDENCE',
    });
    await goesOn('officer', {
      verb: 'solution.propose',
      item,
      unit,
      solution: 'lots',
      text: 'SECRET-SOLUTION',
    });
    await attack(
      { ...ANSWERS, ...DISPUTE, 'escalate.send': OFFICER, 'solution.accept': OWN, 'solution.reject': OWN },
      [...WIDE, 'vKirurgi', 'vBoss'],
    );
    await goesOn('officer', { verb: 'escalate.send', item, outcome: 'coordinate', text: '' });
  });

  it('at the council: nobody before they have declared, nobody from the unit that objects', async () => {
    await attack(
      {
        ...ANSWERS,
        ...DISPUTE,
        'solution.accept': OWN,
        'solution.reject': OWN,
        // The proposal can be changed while the council has it.
        'escalate.send': OFFICER,
        'council.declare': ['sMember', 'vMember', 'objectingMember'],
        'decision.declare': ['sMember', 'vMember', 'objectingMember'],
        'stage.declare': ['sMember', 'vMember', 'objectingMember'],
      },
      [...WIDE, 'vKirurgi', 'vBoss', 'sBoss', 'sMember', 'vMember', 'objectingMember'],
    );
    await goesOn('objectingMember', { verb: 'council.declare', item, conflict: false });
    const before = await region.entries();
    await region.press('objectingMember', BUTTONS['council.position']);
    expect(await region.entries()).toBe(before);
    for (const member of ['sMember', 'vMember'] as const) {
      await goesOn(member, { verb: 'council.declare', item, conflict: false });
      await goesOn(member, {
        verb: 'council.position',
        item,
        revision: 1,
        stance: 'reject',
        text: 'SECRET-REASON',
        dissent: 'SECRET-DISSENT',
      });
    }
  });

  it('at the decision: only the region’s own delegate, and never for the other region', async () => {
    await attack(
      {
        ...ANSWERS,
        ...DISPUTE,
        'solution.accept': OWN,
        'solution.reject': OWN,
        ...Object.fromEntries(
          // Whoever has handled the case says so whenever they find it out.
          (['council.declare', 'decision.declare', 'stage.declare'] as const).map((verb) => [
            verb,
            ['sDecider', 'vDecider', 'sMember', 'vMember', 'objectingMember'] as const,
          ]),
        ),
        'decision.decide': ['vDecider'],
      },
      [
        ...WIDE,
        'vKirurgi',
        'vBoss',
        'sBoss',
        'sMember',
        'vMember',
        'objectingMember',
        'sDecider',
        'vDecider',
      ],
    );
    const before = await region.entries();
    await region.press('vDecider', { ...BUTTONS['decision.decide'], region: SORMLAND } as CardAction);
    await region.press('vDecider', { ...BUTTONS['decision.decide'], revision: 7 } as CardAction);
    expect(await region.entries()).toBe(before);
    await goesOn('vDecider', BUTTONS['decision.decide']);
    await goesOn('sDecider', { ...BUTTONS['decision.decide'], region: SORMLAND } as CardAction);
  });

  it('a silent unit’s superior answers once silence was lifted to them, the other region’s does not; a body’s decision is its secretary’s', async () => {
    await goesOn('officer', { verb: 'round.send', item, deadline: date('2026-12-04') }, deviating);
    await tickAt(deviating, at('2026-12-07 09:00'));
    const superiors: Rights = Object.fromEntries(
      Object.entries({ ...ANSWERS, ...OPEN }).map(([verb]) => [verb, ['vKirurgi', 'vBoss']]),
    );
    await attack({ ...superiors, 'ask-again.send': OFFICER, 'escalate.send': OFFICER }, WIDE, deviating);
    await goesOn(
      'vBoss',
      { ...BUTTONS['objection.send'], text: 'SECRET-OBJECTION' } as CardAction,
      deviating,
    );
    await goesOn('officer', { verb: 'escalate.send', item, outcome: 'coordinate', text: '' }, deviating);
    await tickAt(deviating, at(`${addWorkingDays(dateOf(deviating.now), 11)} 09:00`));
    await attack(
      {
        'request.yes': ['vKirurgi', 'vBoss'],
        'request.conditions': ['vKirurgi', 'vBoss'],
        'request.no-need': ['vKirurgi', 'vBoss'],
        'objection.send': ['vKirurgi', 'vBoss'],
        'reference.send': ['vKirurgi', 'vBoss'],
        ...DISPUTE,
        'evidence.send': ['vKirurgi', 'vBoss'],
        'objection.withdraw': ['vKirurgi', 'vBoss'],
        'registration.register': ['secretary'],
      },
      [...WIDE, 'vKirurgi', 'vBoss', 'sBoss', 'sMember', 'vMember', 'objectingMember', 'secretary'],
      deviating,
    );
    // Of a meeting on a day when the case had come that far.
    const minutes = { ...BUTTONS['registration.register'], date: dateOf(deviating.now) } as CardAction;
    await goesOn('secretary', minutes, deviating);
  });
});

describe('a forged button', () => {
  const HOSTILE: readonly unknown[] = [
    '__proto__',
    'constructor',
    'sormland/__proto__',
    '../MT924',
    "MT924' OR '1'='1",
    'MT924#1',
    asUnitId('vastmanland/Finns inte'),
    'sormland/Kirurgi/vastmanland/Kirurgi',
    '\u0000',
    '\ud800',
    'x'.repeat(100_000),
    -1,
    1.5,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    null,
    undefined,
    true,
    [],
    ['MT924'],
    {},
    { item: 'MT924' },
    { toString: 'MT924' },
    { __proto__: { item: 'MT924' } },
    '9999-12-31',
    '0000-00-00',
    '2026-02-30',
  ];

  it('with any field replaced is answered in words and changes nothing', async () => {
    const before = JSON.stringify(await region.samordna.cases.load(item));
    for (const button of Object.values(BUTTONS)) {
      for (const field of Object.keys(button)) {
        for (const value of HOSTILE) {
          const answer = await region.press('nobody', { ...button, [field]: value });
          expect(answer).toContain('AdaptiveCard');
        }
      }
    }
    expect(JSON.stringify(await region.samordna.cases.load(item)) === before).toBe(true);
    expect(({} as { item?: string }).item).toBeUndefined();
  }, 120_000);

  it('that is no button at all is answered in words', async () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown[];
    const polluted = JSON.parse('{"__proto__":{"verb":"item.lock"},"item":"MT924"}') as unknown;
    for (const data of [
      null,
      1,
      'item.lock',
      [],
      [{ verb: 'item.lock', item }],
      deep,
      polluted,
      { verb: deep },
    ]) {
      expect(await region.press('officer', data as Record<string, unknown>)).toContain('AdaptiveCard');
    }
  });

  it('is refused with the round or revision of another time, whoever presses', async () => {
    const fresh = await jointFunction();
    await goesOn('officer', { verb: 'round.send', item, deadline: date('2026-12-04') }, fresh);
    const before = await fresh.entries();
    for (const [round, revision] of [
      [0, 1],
      [2, 1],
      [1, 0],
      [1, 2],
    ] as const) {
      await fresh.press('vKirurgi', { verb: 'request.no-need', item, unit, round, revision });
    }
    expect(await fresh.entries()).toBe(before);
    await fresh.sqlite.dispose();
  });

  it('of a stranger, or of the same account id in another tenant, gets nothing but how to be added', async () => {
    const { id } = people.officer;
    for (const stranger of [
      id.replace('tenant-s', 'tenant-v'),
      'tenant-s:stranger',
      'tenant-x:officer',
      ':',
      '',
    ]) {
      const caller = callerOf('officer', { person: stranger as typeof id });
      for (const button of Object.values(BUTTONS)) {
        const shown = seen(await region.samordna.conversation.pressed(caller, button));
        expect(shown).not.toContain(beds.title);
        expect(shown).not.toContain('NAME[');
      }
    }
  });
});

describe('figures that no sum can hold', () => {
  it('are refused, so that no answer can make the item impossible to lock', async () => {
    const fresh = await jointFunction();
    await goesOn('officer', { verb: 'round.send', item, deadline: date('2026-12-04') }, fresh);
    const before = await fresh.entries();
    for (const value of [1.7e308, 1e13, '1e308', '9'.repeat(300), Number.POSITIVE_INFINITY]) {
      await fresh.press('vKirurgi', { verb: 'request.yes', ...showing, value, binding: 'estimate' });
    }
    expect(await fresh.entries()).toBe(before);
    for (const who of ['sAkut', 'sKirurgi', 'vAnestesi', 'vKirurgi'] as const) {
      const own = {
        verb: 'request.yes',
        ...showing,
        unit: people[who].unit,
        value: 1e12,
        binding: 'binding',
      };
      await fresh.press(who, own);
    }
    // Sörmland's authorisation is on file before the lock (law 5).
    await fresh.samordna.cases.execute(item, authorises.command, authorises.by);
    await goesOn('officer', BUTTONS['stage.authorise'], fresh);
    await goesOn('officer', { verb: 'item.lock', item }, fresh);
    await fresh.sqlite.dispose();
  });
});
