import { describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import * as views from '#application/views/index.ts';
import type { View } from '#rendering/views.ts';
import { declares, type Story, tell } from '#support/given.ts';
import { units } from '#support/world.ts';
import {
  EVERYBODY,
  historyOf,
  known,
  people,
  readingFor,
  STORIES,
  type StoryName,
  SUBJECTS,
  see,
  stories,
  type Who,
  WORDS,
} from './support.ts';

const UNITS = Object.values(units);

/** Every view that a person can get hold of, as one text. */
const everything = (who: Who, name: StoryName | Story): string => {
  const story = typeof name === 'string' ? stories[name] : name;
  const state = known(story);
  const reading = readingFor(who, story.now);
  const item = state.item.id;
  const forms: views.FormAction[] = [
    { verb: 'escalate.form', item },
    { verb: 'round.form', item },
    { verb: 'owner.form', item },
    ...UNITS.flatMap((unit): views.FormAction[] => [
      ...views.FORMS.flatMap((verb): views.FormAction[] => {
        // Whom a question can be passed on to is the own region's directory, and says nothing of the case.
        if (verb === 'delegate.form') return [];
        if (verb === 'escalate.form' || verb === 'round.form' || verb === 'owner.form') return [];
        return verb === 'objection.form' ? [{ verb, item, unit, reason: 'other' }] : [{ verb, item, unit }];
      }),
    ]),
  ];
  const shown: (View | null)[] = [
    ...SUBJECTS.map((subject) => see(story, who, subject)),
    ...forms.map((action) => {
      const form = views.formView(reading, state, action);
      return form.ok ? form.value : null;
    }),
    views.itemView(reading, state),
    views.itemsView(reading, [state], 'items', {}),
    views.choiceView(reading, 'item', [state]),
    views.mineView(reading, [state]),
    views.unansweredView(reading, [state], {}, state),
    ...(['objections', 'escalations', 'deviations'] as const).map((topic) =>
      views.casesView(reading, topic, [state], {}, state),
    ),
    views.authorityView(reading, state, undefined),
    views.historyView(reading, state, historyOf(story)),
    views.nothingView(reading, 'savings', state),
  ];
  return JSON.stringify(shown);
};

const name = (who: Who): string => people[who].name;
const UNIT_PEOPLE: readonly Who[] = ['sAkut', 'sKirurgi', 'vAnestesi', 'vKirurgi', 'deputy'];
const MEMBERS: readonly Who[] = ['sMember', 'vMember'];
const UNIT_WORDS = [WORDS.vKirurgi, WORDS.evidence, WORDS.sAkut, 'MORE-TIME-FOR-S-KIRURGI'];
const COUNCIL_WORDS = [WORDS.sMember, WORDS.dissent];

/** What may be read of the units, person by person, written down apart from the rules that decide it. */
const OWN: Readonly<
  Partial<Record<Who, { readonly names: readonly Who[]; readonly words: readonly string[] }>>
> = {
  sAkut: { names: ['sAkut'], words: [WORDS.sAkut] },
  sKirurgi: { names: ['sKirurgi', 'deputy'], words: ['MORE-TIME-FOR-S-KIRURGI'] },
  deputy: { names: ['sKirurgi', 'deputy'], words: ['MORE-TIME-FOR-S-KIRURGI'] },
  vAnestesi: { names: ['vAnestesi'], words: [] },
  vKirurgi: { names: ['vKirurgi'], words: [WORDS.vKirurgi, WORDS.evidence] },
  sBoss: { names: ['sAkut', 'sKirurgi', 'deputy'], words: [WORDS.sAkut, 'MORE-TIME-FOR-S-KIRURGI'] },
  vBoss: { names: ['vAnestesi', 'vKirurgi'], words: [WORDS.vKirurgi, WORDS.evidence] },
};
const OBJECTION = [WORDS.vKirurgi, WORDS.evidence];
const FROM_MANAGERS: readonly StoryName[] = [
  'managers',
  'council',
  'excluded',
  'declared',
  'positioned',
  'decision',
  'halfDecided',
  'deviated',
];
const FROM_COUNCIL = FROM_MANAGERS.slice(1);

const allowedWords = (who: Who, story: StoryName): readonly string[] => {
  const own = OWN[who]?.words ?? [];
  if (who === 'sBoss' && FROM_MANAGERS.includes(story)) return [...own, ...OBJECTION];
  if (!MEMBERS.includes(who) || !FROM_COUNCIL.includes(story)) return own;
  if (who === 'sMember' && story === 'excluded') return own;
  return [...OBJECTION, ...COUNCIL_WORDS];
};

const NARROW: readonly Who[] = [
  'sAkut',
  'sKirurgi',
  'deputy',
  'vAnestesi',
  'vKirurgi',
  'sBoss',
  'vBoss',
  'sMember',
  'vMember',
  'outsider',
];

describe('what nobody may read is in none of their cards, lists or forms', () => {
  const pairs = NARROW.flatMap((who) =>
    STORIES.filter((story) => story !== 'body').map((story) => [who, story] as const),
  );

  it.each(pairs)('%s, %s: nobody else’s names', (who, story) => {
    const text = everything(who, story);
    const own = [who, ...(OWN[who]?.names ?? [])];
    const others = [...UNIT_PEOPLE, ...(MEMBERS.includes(who) ? [] : MEMBERS)].filter(
      (other) => !own.includes(other),
    );
    expect(others.filter((other) => text.includes(name(other)))).toEqual([]);
  });

  it.each(pairs)('%s, %s: nobody else’s words', (who, story) => {
    const text = everything(who, story);
    const allowed = allowedWords(who, story);
    const others = [...UNIT_WORDS, ...COUNCIL_WORDS].filter((words) => !allowed.includes(words));
    expect(others.filter((words) => text.includes(words))).toEqual([]);
  });

  it.each(['sDecider', 'vDecider', 'secretary'] as const)(
    '%s reads nothing of a case that has not come to their seat',
    (who) => {
      for (const story of STORIES.filter(
        (one) => !['decision', 'halfDecided', 'deviated', 'body'].includes(one),
      )) {
        const text = everything(who, story);
        const hidden = [...UNIT_PEOPLE, ...MEMBERS].map(name).concat(UNIT_WORDS, COUNCIL_WORDS);
        expect(hidden.filter((word) => text.includes(word))).toEqual([]);
      }
    },
  );

  it('a member with a conflict of interest does not see how the case is argued, at the council or after it', () => {
    const text = everything('sMember', 'excluded');
    const argued = [...OBJECTION, WORDS.proposal, ...COUNCIL_WORDS];
    expect(argued.filter((words) => text.includes(words))).toEqual([]);
    expect(everything('vMember', 'excluded')).toContain(WORDS.vKirurgi);
  });

  it.each([
    'officer',
    'auditor',
    'registrar',
    'controller',
    'administrator',
    'sMember',
    'vMember',
    'sDecider',
    'secretary',
    'vBoss',
  ] as const)('jäv: %s, who has declared a conflict, is shown nothing of the dispute (KL 6:28–32)', (who) => {
    for (const story of ['managers', 'council', 'positioned', 'halfDecided'] as const) {
      const declared = tell(stories[story], declares(actorOf(people[who]), true));
      const text = everything(who, declared);
      const hidden = [
        ...UNIT_PEOPLE.map(name),
        ...UNIT_WORDS,
        ...COUNCIL_WORDS,
        WORDS.proposal,
        WORDS.sDecision,
      ];
      expect(hidden.filter((word) => text.includes(word))).toEqual([]);
    }
  });

  it('jäv: a manager with a conflict still reads what the own unit has said, and nothing else', () => {
    const manager = { ...people.vKirurgi, roles: ['unit-manager', 'officer'] as const };
    const declared = tell(stories.council, declares(actorOf(manager), true));
    const text = everything('vKirurgi', declared);
    expect(text).toContain(WORDS.vKirurgi);
    expect([WORDS.sAkut, WORDS.proposal].filter((words) => text.includes(words))).toEqual([]);
  });

  it('whoever has no part in a case learns its status and what is planned, and no count', () => {
    const view = views.itemView(readingFor('outsider', stories.council.now), known(stories.council));
    expect(view).toMatchObject({ status: 'escalated', regions: [], units: [] });
    expect(view).not.toHaveProperty('escalation');
    expect(view.item.title).toBe('Operationsbord');
  });
});

describe('what somebody is to read is there', () => {
  it.each(['officer', 'auditor', 'registrar', 'controller', 'administrator'] as const)(
    '%s reads every unit’s words and names',
    (who) => {
      const text = everything(who, 'decision');
      const wanted = [...OBJECTION, WORDS.sAkut, name('vKirurgi'), name('sAkut')];
      expect(wanted.filter((word) => !text.includes(word))).toEqual([]);
    },
  );

  it.each([
    ['sDecider', 'decision'],
    ['vDecider', 'decision'],
    ['secretary', 'body'],
  ] as const)('%s reads the whole case once it is theirs to decide', (who, story) => {
    const text = everything(who, story);
    const wanted = [...OBJECTION, WORDS.sAkut, name('vKirurgi'), name('sAkut')];
    expect(wanted.filter((word) => !text.includes(word))).toEqual([]);
  });

  it.each(EVERYBODY.filter((who) => OWN[who]))('%s reads the own units’ words', (who) => {
    const text = everything(who, 'council');
    const said = (OWN[who]?.words ?? []).filter((words) => !words.startsWith('MORE-TIME'));
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('a superior of the other region reads why somebody objects once it is lifted to the managers', () => {
    expect(everything('sBoss', 'dialogue')).not.toContain(WORDS.vKirurgi);
    expect(everything('sBoss', 'managers')).toContain(WORDS.vKirurgi);
  });
});
