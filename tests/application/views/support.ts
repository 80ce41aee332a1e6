import type { Reading } from '#application/reading.ts';
import { subjectView } from '#application/views/index.ts';
import type { AnswerFacts, Texts } from '#domain/coordination/answer.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { type AskedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { createDirectory } from '#domain/directory/directory.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { addWorkingDays, dateOf, endOfDay } from '#domain/shared/calendar.ts';
import { type Instant, personId, unitId } from '#domain/shared/ids.ts';
import type { View } from '#rendering/views.ts';
import {
  answers,
  asked,
  authorises,
  DEADLINE,
  nothing,
  START,
  type Step,
  type Story,
  tell,
  ticks,
} from '#support/given.ts';
import * as world from '#support/world.ts';

type PersonActor = Actor & { kind: 'person' };

/** Names are unique words, so that a leak shows wherever it is. */
const person = (
  { id, region, unit }: Pick<PersonActor, 'id' | 'region' | 'unit'>,
  roles: readonly Role[],
  by: { readonly deputy?: PersonActor; readonly manager?: PersonActor } = {},
): Person => ({
  id,
  name: `NAME[${id.slice(id.indexOf(':') + 1)}]`,
  email: `${id.replace(':', '.')}@example.se`,
  region,
  unit,
  roles,
  language: 'sv',
  deputy: by.deputy?.id ?? null,
  manager: by.manager?.id ?? null,
});
const somebody = (name: string, unit: string, ...roles: Role[]): Person =>
  person(
    { id: personId('tenant-s', name), region: world.SORMLAND, unit: unitId(world.SORMLAND, unit) },
    roles,
  );

/** Everybody by a short name. A superior or deputy has no role of their own here: their rights come from the case. */
export const people = {
  officer: person(world.officer, ['officer']),
  auditor: somebody('auditor', 'Revision', 'auditor'),
  registrar: somebody('registrar', 'Registratur', 'registrar'),
  controller: somebody('controller', 'Ekonomi', 'controller'),
  administrator: somebody('administrator', 'IT', 'administrator'),
  sAkut: person(world.sAkut, ['unit-manager'], { manager: world.sBoss }),
  sKirurgi: person(world.sKirurgi, ['unit-manager'], { deputy: world.deputy, manager: world.sBoss }),
  vAnestesi: person(world.vAnestesi, ['unit-manager'], { manager: world.vBoss }),
  vKirurgi: person(world.vKirurgi, ['unit-manager'], { manager: world.vBoss }),
  deputy: person(world.deputy, []),
  sBoss: person(world.sBoss, []),
  vBoss: person(world.vBoss, []),
  sMember: person(world.sMember, ['council-member']),
  vMember: person(world.vMember, ['council-member']),
  sDecider: person(world.sDecider, ['decider']),
  vDecider: person(world.vDecider, ['decider']),
  secretary: person(world.secretary, ['secretary']),
  outsider: somebody('outsider', 'Lab', 'unit-manager'),
} as const;
export type Who = keyof typeof people;
export const EVERYBODY = Object.keys(people) as Who[];
export const directory = createDirectory(Object.values(people));

export const readingFor = (who: Who, now: Instant, governance = world.governance): Reading => ({
  now,
  viewer: people[who],
  directory,
  governance,
  demo: false,
});
export const known = ({ state }: Story): KnownCase => {
  if (state.status === 'new') throw new Error('nothing is known yet');
  return state;
};
export const askedCase = ({ state }: Story): AskedCase => {
  if (!isAsked(state)) throw new Error(`nobody was asked: ${state.status}`);
  return state;
};
export const historyOf = ({ events }: Story): HistoryEntry[] =>
  record([], events, { ruleVersion: 'test-1' }, () => 'salt');

/** The card that somebody would see of a subject now. */
export const see = (
  story: Story,
  who: Who,
  subject: CardSubject,
  more: Partial<Pick<Parameters<typeof subjectView>[0], 'banner' | 'occasion' | 'standing'>> = {},
): View | null => subjectView({ ...readingFor(who, story.now), state: known(story), subject, ...more });
/** The same, where the card must be of a kind. */
export const seeAs = <C extends View['card']>(
  card: C,
  ...of: Parameters<typeof see>
): Extract<View, { card: C }> => {
  const view = see(...of);
  if (view?.card !== card) throw new Error(`expected ${card}, saw ${view?.card ?? 'nothing'}`);
  return view as Extract<View, { card: C }>;
};

/** Words that stand for what somebody wrote. */
export const WORDS = {
  vKirurgi: 'OBJECTION-OF-V-KIRURGI',
  evidence: 'EVIDENCE-OF-V-KIRURGI',
  sAkut: 'CONDITIONS-OF-S-AKUT',
  solution: 'SOLUTION-BY-OFFICER',
  proposal: 'PROPOSAL-BY-OFFICER',
  sMember: 'REASON-OF-S-MEMBER',
  dissent: 'DISSENT-OF-S-MEMBER',
  sDecision: 'DECISION-OF-S',
  vDecision: 'DECISION-OF-V',
} as const;

export const does = (by: Actor, command: CaseCommand, at?: Instant): Step => ({
  by,
  command,
  ...(at ? { at } : {}),
});
const says = (by: PersonActor, answer: AnswerFacts, texts: Texts = {}, revision = 1): Step =>
  answers(by, answer, texts, by.unit, revision);
export const yes = (by: PersonActor, value?: number, revision = 1): Step =>
  says(by, { kind: 'yes', commitment: { binding: 'estimate', ...(value ? { value } : {}) } }, {}, revision);
export const objects = says(
  world.vKirurgi,
  { kind: 'objection', reason: 'existing-contract' },
  { text: WORDS.vKirurgi, evidence: WORDS.evidence },
);
export const withConditions = says(
  world.sAkut,
  { kind: 'yes-with-conditions', commitment: { binding: 'binding', value: 1_000_000 } },
  { text: WORDS.sAkut },
);
const noNeed = says(world.sKirurgi, { kind: 'no-need' });

export const clockOf = (story: Story): Instant => {
  const due = story.state.status === 'escalated' ? story.state.escalation.due : null;
  if (!due) throw new Error('no clock runs');
  return due;
};
const climb = (story: Story): Story => tell(story, ticks(clockOf(story)));

const dialogue = tell(asked, withConditions, noNeed, yes(world.vAnestesi, 2_000_000), objects);
const managers = climb(dialogue);
const council = tell(
  managers,
  does(world.officer, { do: 'escalate', proposal: 'coordinate', texts: { text: WORDS.proposal } }),
);
const declares = (by: PersonActor, conflict = false) => does(by, { do: 'declare-conflict', conflict });
const declared = tell(council, declares(world.sMember));
const positioned = tell(
  declared,
  does(world.sMember, {
    do: 'take-position',
    revision: 1,
    stance: 'reject',
    texts: { reason: WORDS.sMember, dissent: WORDS.dissent },
  }),
);
const decision = tell(
  positioned,
  declares(world.vMember),
  does(world.vMember, { do: 'take-position', revision: 1, stance: 'approve', texts: {} }),
);
const halfDecided = tell(
  decision,
  does(world.sDecider, {
    do: 'decide',
    region: world.SORMLAND,
    revision: 1,
    outcome: 'coordinate',
    texts: { text: WORDS.sDecision },
  }),
);
const committed = tell(
  asked,
  ...[world.sAkut, world.sKirurgi, world.vAnestesi, world.vKirurgi].map((by) => yes(by, 1_000_000)),
  authorises,
);
const silentSince = endOfDay(addWorkingDays(dateOf(DEADLINE), 1));
const costly: ItemFacts = { ...world.beds, value: 40_000_000 };

/** One story for each state that a case may be in. */
export const stories = {
  draft: tell(nothing, does(world.operator, { do: 'import', item: world.beds })),
  asked,
  moreTime: tell(
    asked,
    does(world.sKirurgi, {
      do: 'request-more-time',
      unit: world.units.sKirurgi,
      round: 1,
      texts: { text: 'MORE-TIME-FOR-S-KIRURGI' },
    }),
  ),
  revised: tell(
    asked,
    yes(world.vKirurgi, 500_000),
    does(world.operator, { do: 'import', item: { ...world.beds, value: 5_500_000 } }),
  ),
  silent: tell(asked, ticks(silentSince)),
  dialogue,
  proposed: tell(
    dialogue,
    does(world.officer, {
      do: 'propose-solution',
      unit: world.units.vKirurgi,
      solution: 'staggered-start',
      texts: { text: WORDS.solution },
    }),
  ),
  managers,
  council,
  excluded: tell(council, declares(world.sMember, true)),
  declared,
  positioned,
  decision,
  halfDecided,
  deviated: tell(
    halfDecided,
    does(world.vDecider, {
      do: 'decide',
      region: world.VASTMANLAND,
      revision: 1,
      outcome: 'deviate',
      until: world.date('2027-12-31'),
      texts: { text: WORDS.vDecision },
    }),
  ),
  body: climb(
    climb(
      climb(
        tell(
          nothing,
          does(world.operator, { do: 'import', item: costly }),
          does(world.officer, {
            do: 'open-round',
            owner: world.officer.id,
            deadline: DEADLINE,
            units: world.asks,
          }),
          withConditions,
          noNeed,
          yes(world.vAnestesi),
          objects,
        ),
      ),
    ),
  ),
  committed,
  locked: tell(committed, does(world.officer, { do: 'lock' })),
} as const satisfies Record<string, Story>;
export type StoryName = keyof typeof stories;
export const STORIES = Object.keys(stories) as StoryName[];

const item = world.beds.id;
export const on = (
  card: 'request' | 'objection' | 'solution' | 'more-time' | 'lifted',
  unit: keyof typeof world.units,
) => ({ card, item, unit: world.units[unit] }) as const;
export const of = (card: 'round' | 'managers' | 'council' | 'outcome') => ({ card, item }) as const;
export const decides = (region: typeof world.SORMLAND) => ({ card: 'decision', item, region }) as const;
export const registers = { card: 'registration', item, body: world.NAMNDEN } as const;

export const SUBJECTS: readonly CardSubject[] = [
  ...(['request', 'objection', 'solution', 'more-time', 'lifted'] as const).flatMap((card) =>
    (Object.keys(world.units) as (keyof typeof world.units)[]).map((unit) => on(card, unit)),
  ),
  ...(['round', 'managers', 'council', 'outcome'] as const).map(of),
  decides(world.SORMLAND),
  decides(world.VASTMANLAND),
  registers,
];
export { START };
