import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import {
  answers,
  authorises,
  DEADLINE,
  imported,
  refusal,
  type Step,
  type Story,
  told,
} from '#support/given.ts';
import {
  advances,
  assemblyDecides,
  boardDecides,
  decides,
  does,
  initiating,
  LIFE,
  RF,
  RS,
  textiles,
} from '#support/stages.ts';
import {
  asks,
  at,
  beds,
  date,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sBoss,
  sDecider,
  secretary,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  withSwitch,
} from '#support/world.ts';

const JANUARY = at('2027-02-01 09:00');
const missing = (story: Story, rules: Governance) =>
  missingDecisions(story.state as KnownCase, rules, dateOf(story.now), 'initiate').map(
    ({ region, body }) => `${region}: ${body}`,
  );
const lock = does(officer, { do: 'lock' });
const revised = (item: ItemFacts): Step => does(operator, { do: 'import', item });
/** Everybody says yes to what the item is after so many revisions, each unit to its share. */
const settles = (value: number, revision: number, deadline: Instant = DEADLINE): readonly Step[] => [
  does(officer, { do: 'open-round', owner: officer.id, deadline, units: asks }),
  ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((who) =>
    answers(
      who,
      { kind: 'yes', commitment: { binding: 'estimate', value: value / 4 } },
      {},
      who.unit,
      revision,
    ),
  ),
  authorises,
];
const again = (by: typeof sDecider, revision: number): Step =>
  does(by, {
    do: 'decide-stage',
    kind: 'initiate',
    region: by.region,
    revision,
    texts: { text: 'Fortfarande' },
  });
const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const delegated = (
  id: string,
  person: PersonId,
  body: typeof RS,
  change: Partial<MandateRow>,
): MandateRow => ({
  ...always,
  id,
  kinds: ['initiate'],
  actsFor: [SORMLAND, VASTMANLAND],
  holder: { kind: 'delegate', person, body },
  ...change,
});

describe('a decision on file counts for what its holder could decide, as the matter is now (laws 3 and 6)', () => {
  const ladder: Governance = {
    ...initiating(),
    mandates: [
      delegated('low', sDecider.id, RS, { below: 10_000_000 }),
      delegated('high', sBoss.id, RS, { from: 10_000_000 }),
    ],
  };
  const rules = initiating();
  const both = told(rules, imported, decides(sDecider, 'initiate'), decides(vDecider, 'initiate'));

  it('a lower delegate’s decision never covers a higher delegate’s row of the same body', () => {
    const low = told(ladder, imported, decides(sDecider, 'initiate'));
    expect(missing(low, ladder)).toEqual([]);
    const dearer = told(ladder, low, revised({ ...beds, value: 240_000_000 }), ...settles(240_000_000, 2));
    expect(missing(dearer, ladder)).toEqual([`sormland: ${RS}`, `vastmanland: ${RS}`]);
    expect(dearer.state.status).toBe('committed');
    expect(refusal(dearer, lock, ladder)).toBe('decision-missing');
    expect(refusal(dearer, again(sDecider, 2), ladder)).toBe('no-mandate');
    const decided = told(ladder, dearer, again({ ...sDecider, id: sBoss.id }, 2));
    expect(decided.state.status).toBe('initiated');
    expect(refusal(decided, lock, ladder)).toBe('allowed');
  });

  it('a body may itself decide what it has delegated (KL 6:37)', () => {
    const board: Governance = {
      ...ladder,
      mandates: [
        { ...delegated('board', sBoss.id, RS, {}), holder: { kind: 'body', body: RS } },
        ...ladder.mandates,
      ],
    };
    const minutes = assemblyDecides({ body: RS, preparation: undefined } as never);
    const decided = told(board, imported, minutes);
    expect(missing(decided, board)).toEqual([]);
    expect(missing(decided, ladder)).toEqual([]);
  });

  it.each<[string, Partial<ItemFacts>]>([
    ['a change of value within what the row covers', { value: 200_000_000 }],
    ['other dates', { advertise: date('2027-06-01'), start: date('2028-01-01') }],
    ['how it is procured', { procedure: 'Öppet förfarande' }],
  ])('%s: the decision stands, since whoever would decide today is the one who did', (_, change) => {
    expect(missing(told(rules, both, revised({ ...beds, ...change })), rules)).toEqual([]);
  });

  it.each<[string, Partial<ItemFacts>]>([
    ['scope', { title: 'Helikoptrar' }],
    ['its description', { description: 'Med bemanning' }],
    ['category', { category: 'Transport' }],
    ['its CPV code', { cpv: '34711500' }],
    ['the kind of agreement', { agreementType: 'Ramavtal' }],
    ['the plan that it stands in', { region: SORMLAND }],
    ['the level that its value needs', { value: 600_000_000 }],
  ])('another %s is another matter: it is decided anew', (_, change) => {
    const other = told(rules, both, revised({ ...beds, ...change }));
    expect(missing(other, rules)).toHaveLength(2);
  });

  it('what was decided anew counts, also when dates follow', () => {
    const other = told(rules, both, revised({ ...beds, title: 'Helikoptrar', value: 249_000_000 }));
    const anew = told(rules, other, again(sDecider, 2), again(vDecider, 2));
    expect(missing(anew, rules)).toEqual([]);
    const moved = { ...beds, title: 'Helikoptrar', value: 249_000_000, advertise: date('2027-06-01') };
    expect(missing(told(rules, anew, revised(moved)), rules)).toEqual([]);
  });

  it('what the units say together can outgrow the decision', () => {
    const decided = told(rules, both, ...settles(4_000_000, 1));
    expect(decided.state.status).toBe('initiated');
    const more = answers(sKirurgi, {
      kind: 'yes',
      commitment: { binding: 'estimate', value: 300_000_000 },
    });
    const grown = told(rules, decided, more);
    expect(grown.state.status).toBe('committed');
    expect(missing(grown, rules)[0]).toBe(`sormland: ${RF}`);
    expect(refusal(grown, lock, rules)).toBe('decision-missing');
  });

  it('a matter of principle is not what a delegate decided on', () => {
    const principled = initiating({
      ...delegated('i-principle', sBoss.id, RS, { principle: true, actsFor: [SORMLAND] }),
      holder: { kind: 'body', body: RF },
    });
    const matter = told(
      principled,
      both,
      ...settles(4_000_000, 1),
      does(officer, { do: 'set-principle', principle: true }),
    );
    expect(missing(matter, principled)).toEqual([`sormland: ${RF}`]);
    expect(refusal(matter, lock, principled)).toBe('decision-missing');
  });
});

describe('once other rows bind (section 4), what was decided by those of the day stands for what it was about', () => {
  const switched: Governance = {
    ...initiating(),
    successions: withSwitch('decided').successions ?? [],
    mandates: [
      delegated('n-low', sDecider.id, NAMNDEN, { below: 10_000_000, validTo: date('2026-12-31') }),
      ...initiating().mandates,
    ],
  };
  const before = governanceOn(switched, date('2026-11-24'));
  const after = governanceOn(switched, dateOf(JANUARY));
  /** One delegate of the joint board decides for both regions, four million. */
  const decided = told(before, imported, decides(sDecider, 'initiate'));
  const late: Story = { ...decided, now: JANUARY };

  it('after the switch the decision of a ceased body’s delegate stands, unrevised', () => {
    expect(missing(decided, before)).toEqual([]);
    expect(missing(late, after)).toEqual([]);
    const ready = told(after, late, ...settles(4_000_000, 1, at('2027-03-01 12:00')));
    expect(ready.state.status).toBe('initiated');
    expect(refusal(ready, lock, after)).toBe('allowed');
  });

  it('a material revision after it is the successors’: whoever must decide today is another (law 3)', () => {
    const later = told(after, late, revised({ ...beds, advertise: date('2027-06-01') }));
    expect(missing(later, after)).toEqual([
      'sormland: regionstyrelsen-sormland',
      'vastmanland: regionstyrelsen-vastmanland',
    ]);
  });

  it('the textile case is caught after the switch, to the end: not initiated, not locked, until fullmäktige has decided', () => {
    const textile = told(after, late, revised(textiles), ...settles(600_000_000, 2, at('2027-03-01 12:00')));
    expect(textile.state.status).toBe('committed');
    expect(missing(textile, after)).toEqual([`sormland: ${RF}`, 'vastmanland: regionstyrelsen-vastmanland']);
    expect(refusal(textile, advances({ to: 'initiated' }), after)).toBe('decision-missing');
    expect(refusal(textile, lock, after)).toBe('decision-missing');
    expect(refusal(textile, LIFE[0] as Step, after)).toBe('not-possible-now');
    const board = { ...boardDecides.command, date: date('2027-02-01'), revision: 2 } as Step['command'];
    const half = told(after, textile, { ...boardDecides, command: board });
    expect(refusal(half, lock, after)).toBe('decision-missing');
    const whole = told(after, half, assemblyDecides({ date: date('2027-02-01'), revision: 2 }));
    expect(whole.state.status).toBe('initiated');
    const locked = told(after, whole, lock);
    const advertise = { ...(LIFE[0] as Step), at: JANUARY };
    expect(refusal(locked, advertise, after)).toBe('allowed');
  });

  it('a delegation order that another has followed since: a decision by the former stands', () => {
    const renewed: Governance = {
      ...initiating(),
      mandates: [
        delegated('old', sDecider.id, RS, { below: 10_000_000, validTo: date('2026-12-31') }),
        {
          ...delegated('new', sBoss.id, RS, { validFrom: date('2027-01-01') }),
          holder: { kind: 'body', body: RF },
        },
      ],
    };
    const story = told(governanceOn(renewed, date('2026-11-24')), imported, decides(sDecider, 'initiate'));
    expect(missing({ ...story, now: JANUARY }, governanceOn(renewed, dateOf(JANUARY)))).toEqual([]);
  });

  it('a body’s own decision stands for both regions when the body has ceased since', () => {
    const boards: Governance = {
      ...switched,
      mandates: [
        { ...delegated('n-board', sDecider.id, NAMNDEN, {}), holder: { kind: 'body', body: NAMNDEN } },
        ...initiating().mandates,
      ],
    };
    const then = governanceOn(boards, date('2026-11-24'));
    const now = governanceOn(boards, dateOf(JANUARY));
    const minutes = assemblyDecides({ body: NAMNDEN, preparation: undefined } as never, secretary);
    const story = told(then, imported, minutes);
    expect(missing({ ...story, now: JANUARY }, now)).toEqual([]);
    expect(
      missing({ ...told(now, { ...story, now: JANUARY }, revised(textiles)), now: JANUARY }, now),
    ).toEqual([`sormland: ${RF}`, 'vastmanland: regionstyrelsen-vastmanland']);
  });
});
