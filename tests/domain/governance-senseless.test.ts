import { describe, expect, it } from 'vitest';
import { checkGovernance } from '#domain/authority/check.ts';
import type { FindingCode } from '#domain/authority/checking/finding.ts';
import type { Governance } from '#domain/authority/governance.ts';
import { bodyId, personId, regionId } from '#domain/shared/ids.ts';
import { findingWriter } from '#rendering/findings.ts';
import { always, BOARD, board, ceases, mandate, plain, switched, target } from '#support/governance-rows.ts';
import { date, governance, NAMNDEN, SORMLAND, sDecider, VASTMANLAND } from '#support/world.ts';

const contact = (id: string, region = SORMLAND) =>
  ({ ...always, id, region, role: 'hr', person: personId('tenant-s', id) }) as const;
const delegate = { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const;

/** What is said of a governance beside the thresholds and kinds that no row of the test speaks of. */
const said = (all: Governance): string[] =>
  checkGovernance(all, { today: date('2026-11-26') })
    .filter(({ code }) => !['threshold-missing', 'kind-unspoken', 'never-used', 'no-meetings'].includes(code))
    .map(({ severity, code, rows }) => `${severity} ${code} ${rows.join('+')}`);

const CASES: readonly (readonly [string, Governance, string])[] = [
  [
    'two successions of one body',
    switched(ceases('s1'), ceases('s2', { validFrom: date('2027-02-01') })),
    'fault succession-twice s1+s2',
  ],
  [
    'an archive that goes to the body that ceases',
    switched(ceases('s1', { archive: NAMNDEN })),
    'fault archive-ceases s1',
  ],
  [
    'an archive that goes to a body that ended long ago',
    {
      ...switched(ceases('s1', { archive: bodyId('gammal') })),
      bodies: [
        ...plain.bodies,
        { ...board, id: 'b-old', body: bodyId('gammal'), validTo: date('2021-01-01') },
      ],
    },
    'fault archive-ceases s1',
  ],
  [
    'two rows of principle for different holders',
    {
      ...plain,
      mandates: [
        mandate('p1', { principle: true }),
        mandate('p2', { principle: true, holder: { kind: 'body', body: BOARD } }),
        mandate('all'),
      ],
    },
    'fault principle-twice p1+p2',
  ],
  [
    'amounts on a row of principle',
    { ...plain, mandates: [mandate('p', { principle: true, from: 10_000_000 }), mandate('all')] },
    'fault principle-amounts p',
  ],
  [
    'an urgent row that a body holds',
    { ...plain, mandates: [mandate('u', { urgent: true }), mandate('all')] },
    'fault urgent-without-person u',
  ],
  [
    'a target whose dates are reversed',
    { ...plain, targets: [target('t', { to: date('2026-01-01') })] },
    'fault target-reversed t',
  ],
  [
    'a target of an unknown indicator',
    { ...plain, targets: [target('t', { indicator: 'nonsense' })] },
    'fault target-unknown t',
  ],
  [
    'two targets for one period',
    { ...plain, targets: [target('t1'), target('t2', { value: 1 })] },
    'fault two-in-force t1+t2',
  ],
  [
    'two cut-offs',
    {
      ...plain,
      cutOffs: ['08-31', '04-30'].map((endsOn) => ({
        ...always,
        id: endsOn,
        period: 'interim' as const,
        endsOn,
      })),
    },
    'fault cut-offs-twice 08-31+04-30',
  ],
  [
    'two rates',
    { ...plain, rates: [400, 500].map((sekPerHour) => ({ ...always, id: `r${sekPerHour}`, sekPerHour })) },
    'fault rates-twice r400+r500',
  ],
  [
    'two contacts of one kind',
    { ...plain, contacts: [contact('k1'), contact('k2')] },
    'fault two-in-force k1+k2',
  ],
  [
    'a contact of an unknown region',
    { ...plain, contacts: [contact('k', regionId('atlantis'))] },
    'fault unknown-region k',
  ],
  [
    'a reporting system of an unknown region',
    {
      ...plain,
      reporting: [{ ...always, id: 'rp', region: regionId('atlantis'), name: { sv: 'x', en: 'x' } }],
    },
    'fault unknown-region rp',
  ],
  [
    'delegates of a body without a secretary',
    {
      ...plain,
      bodies: plain.bodies.map(({ secretary: _, ...row }) => row),
      mandates: [mandate('d', { holder: delegate })],
    },
    'remark no-secretary-for-conflict b-n',
  ],
];

describe('a governance that would decide something else than it says is told before anybody decides by it', () => {
  it('nothing is said of one that says what it means', () => {
    expect(said(plain)).toEqual([]);
    expect(said(switched(ceases('s1')))).toEqual([]);
  });

  it.each(CASES)('%s', (_name, all, expected) => {
    expect(said(all)).toContain(expected);
  });

  it('bodies that prepare each other', () => {
    const ring = {
      ...plain,
      bodies: [
        ...governance.bodies.map((row) => ({ ...row, preparedBy: BOARD })),
        { ...board, preparedBy: NAMNDEN },
      ],
    };
    expect(said(ring).filter((one) => one.includes('prepared-in-a-ring'))).toHaveLength(2);
  });

  it('each has a sentence in both languages that names its row', () => {
    for (const [, all, expected] of CASES) {
      const [, code = '', rows = ''] = expected.split(' ');
      const found = checkGovernance(all, { today: date('2026-11-26') }).find(
        (one) => one.code === (code as FindingCode),
      );
      if (!found) throw new Error(`${code} was not found`);
      for (const language of ['sv', 'en'] as const) {
        const sentence = findingWriter(all, language).sentence(found);
        if (code !== 'no-secretary-for-conflict') expect(sentence).toContain(rows.split('+')[0]);
        expect(sentence).toMatch(/\.$/);
      }
    }
  });

  it('two rows of principle for one holder, or for matters that do not meet, are nothing', () => {
    const rows = [mandate('p1', { principle: true }), mandate('p2', { principle: true }), mandate('all')];
    expect(said({ ...plain, mandates: rows })).toEqual([]);
    const apart = [
      mandate('p1', { principle: true, actsFor: [SORMLAND] }),
      mandate('p2', { principle: true, actsFor: [VASTMANLAND], holder: { kind: 'body', body: BOARD } }),
      mandate('all'),
    ];
    expect(said({ ...plain, mandates: apart })).toEqual([]);
  });
});
