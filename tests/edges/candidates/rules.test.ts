import { describe, expect, test } from 'vitest';
import type { Candidate, CandidateItem } from '#candidates/candidate.ts';
import { type CandidateOptions, findCandidates } from '#candidates/find.ts';
import { itemId, type PlainDate } from '#domain/shared/ids.ts';
import { idsOf, realPlan, regions, SORMLAND, VASTMANLAND } from './real-plan.ts';

type Given = Partial<CandidateItem> & { readonly title: string };
const given = (one: Given, other: Given): CandidateItem[] => [
  { id: itemId('A1'), region: SORMLAND, start: '2027-03-01' as PlainDate, ...one },
  { id: itemId('B1'), region: VASTMANLAND, start: '2027-06-01' as PlainDate, ...other },
];
/** Among the real ones, as in a plan; what pairs A1 with B1. */
const pairOf = (
  items: readonly CandidateItem[],
  options: Partial<CandidateOptions> = {},
): Candidate | undefined =>
  findCandidates([...realPlan, ...items], { regions, ...options }).find(
    ({ items: found }) => found.some(({ id }) => id === 'A1') && found.some(({ id }) => id === 'B1'),
  );
const codes = (candidate: Candidate | undefined): string[] =>
  candidate?.reasons.map(({ code }) => code) ?? [];

describe('titles are compared by what they mean', () => {
  test.each([
    [
      'Infusionspumpar',
      '33194110',
      'Upphandling av volympumpar och sprutpumpar till Region Västmanland',
      '33194110',
    ],
    ['Tolkförmedling', '79540000', 'Språktolkningstjänster', '79540000'],
    ['Hjärtstartare', '33182100', 'Defibrillatorer till ambulansverksamheten', '33182100'],
    ['Lokalvård Mälarsjukhuset', '90911200', 'Städtjänster Västmanlands sjukhus', '90910000'],
    ['Inkontinensskydd', '33771000', 'Absorberande skydd med tillhörande tjänster', '33770000'],
    ['Mobiltelefoner', '32250000', 'Smarta telefoner, smartphones', '32250000'],
    ['Arbetskläder till vårdpersonal', '18110000', 'Personalkläder', '18100000'],
    ['Väktartjänster', '79713000', 'Bevakning av regionens lokaler', '79710000'],
    ['Måleriarbeten Nyköping', '45442100', 'Ramavtal Målning', '45442110'],
    ['VVS-arbeten', '45330000', 'Rörentreprenad Sala', '45330000'],
    ['Journalsystem', '48814000', 'Ny vårdinformationsmiljö', '48814000'],
    ['Livsmedel till sjukhusköken', '15000000', 'Kolonialvaror och livsmedel', '15800000'],
    ['Inhyrning av läkare', '79624000', 'Hyrläkare primärvård', '79625000'],
    ['Sjukresor med taxi', '60130000', 'Serviceresor', '60120000'],
    ['Employee survey', '79311000', 'Medarbetarundersökning', '79311300'],
    ['Lås och larm, passersystem', '35120000', 'Passersystem', '35121000'],
    ['Drivmedel', '09130000', 'Diesel och bensin till regionens fordon', '09134000'],
    ['Textilservice', '98310000', 'Tvätteritjänster', '98310000'],
    ['Neuropsykiatriska utredningar', '85121270', 'NPF-utredningar för barn', '85121270'],
    ['Dialysmaskiner', '33181100', 'Hemodialysutrustning', '33181000'],
  ])('%s (%s) and %s (%s) are a pair', (title, cpv, other, otherCpv) =>
    expect(pairOf(given({ title, cpv }, { title: other, cpv: otherCpv }))).toBeDefined(),
  );

  test.each([
    ['Konsulttjänster inom juridik', '79100000', 'Konsulttjänster inom akustik', '71313100'],
    ['Operationsbord', '33192230', 'Operationstextil', '33199000'],
    ['Service av hissar', '50750000', 'Service av ventilation', '50712000'],
    ['Utbildning i hjärt-lungräddning', '80560000', 'Utbildning i upphandlingsjuridik', '80500000'],
    ['System för schemaläggning', '48000000', 'System för biljettförsäljning', '48000000'],
    [
      'Rivning hus 41, Västmanlands sjukhus Västerås',
      '45111100',
      'Takbyte hus 41, Västmanlands sjukhus Västerås',
      '45261000',
    ],
    ['Ramavtal till Region Sörmland', '79000000', 'Ramavtal till Region Västmanland', '79000000'],
    ['Upphandling IN21-0411', '33000000', 'Upphandling IN21-0411', '33000000'],
    ['Ultraljudstvätt av verktyg', '42924790', 'Röntgenfilm', '32354110'],
    ['Laboratoriestolar', '39180000', 'Laboratoriekemikalier', '33696500'],
  ])('%s (%s) and %s (%s) are none', (title, cpv, other, otherCpv) =>
    expect(pairOf(given({ title, cpv }, { title: other, cpv: otherCpv }))).toBeUndefined(),
  );

  test('the same words under unrelated codes weigh less than under one code', () => {
    const near = pairOf(
      given({ title: 'Dragtruckar', cpv: '42415200' }, { title: 'Dragtruckar', cpv: '42415200' }),
    );
    const far = pairOf(
      given({ title: 'Dragtruckar', cpv: '42415200' }, { title: 'Dragtruckar', cpv: '85100000' }),
    );
    expect(near?.score).toBeGreaterThan(far?.score ?? 0);
    expect(codes(far)).toContain('other-cpv');
  });
});

describe('needs must fall within the window', () => {
  const title = 'Rullstolar';
  const starts = (from: string, to: string, more: Partial<CandidateItem> = {}) =>
    pairOf(given({ title, start: from as PlainDate, ...more }, { title, start: to as PlainDate }));

  test('eighteen months between the starts are a pair, nineteen are none', () => {
    expect(codes(starts('2026-01-01', '2027-07-01'))).toContain('same-time');
    expect(starts('2026-01-01', '2027-08-15')).toBeUndefined();
  });

  test('a contract or option of the earlier one that reaches the later start covers the gap', () => {
    const covered = starts('2026-01-01', '2028-01-01', { extensionUntil: '2028-02-01' as PlainDate });
    expect(covered?.reasons).toContainEqual({
      code: 'contract-covers',
      region: SORMLAND,
      until: '2028-02-01',
    });
    expect(starts('2026-01-01', '2028-01-01', { contractEnd: '2027-12-31' as PlainDate })).toBeUndefined();
  });

  test('nearer in time comes higher', () =>
    expect(starts('2026-01-01', '2026-02-01')?.score).toBeGreaterThan(
      starts('2026-01-01', '2027-06-01')?.score ?? 1,
    ));

  test('an item without a start is still found, and the card says to agree on the time', () =>
    expect(
      codes(
        pairOf([
          { id: itemId('A1'), region: SORMLAND, title },
          { id: itemId('B1'), region: VASTMANLAND, title },
        ]),
      ),
    ).toContain('start-unknown'));
});

describe('what is known already counts', () => {
  const items = given({ title: 'Rullstolar', cpv: '33193120' }, { title: 'Rullstolar', cpv: '33193120' });
  const assessed = (possible: boolean) =>
    pairOf(items, {
      assessments: [{ items: [itemId('A1'), itemId('B1')], possible, on: '2026-11-20' as PlainDate }],
    });

  test('an assessment lowers the same pair, a no more than a yes, and is told', () => {
    const fresh = pairOf(items);
    expect(assessed(true)?.score).toBeLessThan(fresh?.score ?? 0);
    expect(assessed(false)?.score).toBeLessThan(assessed(true)?.score ?? 0);
    expect(codes(assessed(false))[0]).toBe('assessed-not-possible');
  });

  test('the latest assessment of a pair is the one that counts', () => {
    const pair = [itemId('A1'), itemId('B1')];
    const both = pairOf(items, {
      assessments: [
        { items: pair, possible: true, on: '2026-11-20' as PlainDate },
        { items: pair, possible: false, on: '2026-10-01' as PlainDate },
      ],
    });
    expect(codes(both)[0]).toBe('assessed-possible');
  });

  test('an earlier deviation about the same kind of need is told, one about another is not', () => {
    const deviation = { kind: 'deviation', item: itemId('OLD'), on: '2025-05-05' as PlainDate } as const;
    const with_ = (title: string) => codes(pairOf(items, { experiences: [{ ...deviation, title }] }));
    expect(with_('Rullstolar och rollatorer')).toContain('earlier-deviation');
    expect(with_('Magnetkamera')).not.toContain('earlier-deviation');
  });
});

describe('one need of many buyers is one group', () => {
  test('three regions with the same need are assessed together', () => {
    const third = { id: itemId('C1'), region: 'tredje' as typeof SORMLAND, title: 'Rullstolar' };
    const found = findCandidates([...given({ title: 'Rullstolar' }, { title: 'Rullstolar' }), third], {
      regions,
    });
    expect(found.map((candidate) => [candidate.kind, idsOf(candidate)])).toEqual([['group', 'A1 + B1 + C1']]);
  });

  test('items of one region alone are no candidate', () =>
    expect(
      findCandidates(
        [
          { id: itemId('A1'), region: SORMLAND, title: 'Rullstolar' },
          { id: itemId('A2'), region: SORMLAND, title: 'Rullstolar' },
        ],
        { regions },
      ),
    ).toEqual([]));

  test('a plan of two rows is understood as well as a long one', () =>
    expect(
      findCandidates(given({ title: 'Psykoterapi' }, { title: 'Psykologiska behandlingar' }), { regions }),
    ).toHaveLength(1));
});
