import type { Governance } from '#domain/authority/governance.ts';
import type { UnitAsk } from '#domain/coordination/events.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import type { Actor } from '#domain/shared/actor.ts';
import {
  type BodyId,
  bodyId,
  type Instant,
  itemId,
  type PersonId,
  type PlainDate,
  personId,
  type RegionId,
  regionId,
  type UnitId,
  unitId,
} from '#domain/shared/ids.ts';

/** A small joint function with fixed values: two regions, two units each, a council, deciders, a body. */
export const SORMLAND = regionId('sormland');
export const VASTMANLAND = regionId('vastmanland');
export const date = (text: string): PlainDate => text as PlainDate;
/** Stockholm winter time is UTC+1: `at('2026-11-23 09:00')` is nine o'clock there. */
export const at = (text: string): Instant =>
  new Date(`${text.replace(' ', 'T')}:00+01:00`).toISOString() as Instant;

const tenantOf = (region: RegionId): string => (region === SORMLAND ? 'tenant-s' : 'tenant-v');
const somebody = (name: string, region: RegionId, unit: string, ...roles: string[]) => {
  const id = personId(tenantOf(region), name);
  const actor: Actor & { kind: 'person' } = {
    kind: 'person',
    id,
    region,
    unit: unitId(region, unit),
    roles,
  };
  return actor;
};

export const officer = somebody('officer', SORMLAND, 'Inköp', 'officer');
export const vKirurgi = somebody('v-kirurgi', VASTMANLAND, 'Kirurgi', 'unit-manager');
export const vAnestesi = somebody('v-anestesi', VASTMANLAND, 'Anestesi', 'unit-manager');
export const sKirurgi = somebody('s-kirurgi', SORMLAND, 'Kirurgi', 'unit-manager');
export const sAkut = somebody('s-akut', SORMLAND, 'Akut', 'unit-manager');
export const deputy = somebody('s-deputy', SORMLAND, 'Kirurgi', 'controller');
export const sBoss = somebody('s-boss', SORMLAND, 'Ledning', 'controller');
export const vBoss = somebody('v-boss', VASTMANLAND, 'Ledning', 'controller');
export const sMember = somebody('s-member', SORMLAND, 'Rådet', 'council-member');
export const sMember2 = somebody('s-member2', SORMLAND, 'Rådet', 'council-member');
export const vMember = somebody('v-member', VASTMANLAND, 'Rådet', 'council-member');
export const objectingMember = somebody('v-both', VASTMANLAND, 'Kirurgi', 'council-member');
export const sDecider = somebody('s-decider', SORMLAND, 'Ledning', 'decider');
export const vDecider = somebody('v-decider', VASTMANLAND, 'Ledning', 'decider');
export const secretary = somebody('secretary', SORMLAND, 'Kansli', 'secretary');
export const operator: Actor = { kind: 'operator', name: 'root' };
export const clock: Actor = { kind: 'clock' };

export const NAMNDEN = bodyId('inkopsnamnden');
const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const ALL = ['coordinate', 'deviate', 'postpone'] as const;

/** Below ten million each region's delegate decides for the own region; from there the board decides once for both. */
export const governance: Governance = {
  version: 'test-1',
  regions: [
    {
      ...always,
      id: 'r-s',
      region: SORMLAND,
      name: { sv: 'Sörmland', en: 'Sörmland' },
      tenants: ['tenant-s'],
    },
    {
      ...always,
      id: 'r-v',
      region: VASTMANLAND,
      name: { sv: 'Västmanland', en: 'Västmanland' },
      tenants: ['tenant-v'],
    },
  ],
  bodies: [
    {
      ...always,
      id: 'b-n',
      body: NAMNDEN,
      name: { sv: 'Inköpsnämnden', en: 'the Procurement Board' },
      secretary: secretary.id,
    },
  ],
  ladder: [
    { ...always, id: 'l-1', level: 'dialogue', workingDays: 5, remindWorkingDaysBefore: 1 },
    { ...always, id: 'l-2', level: 'managers', workingDays: 5, remindWorkingDaysBefore: 1 },
    { ...always, id: 'l-3', level: 'council', workingDays: 10, remindWorkingDaysBefore: 2 },
    { ...always, id: 'l-4', level: 'decision', workingDays: 10, remindWorkingDaysBefore: 2 },
  ],
  attendance: [
    { ...always, id: 'a-s', region: SORMLAND, members: 1 },
    { ...always, id: 'a-v', region: VASTMANLAND, members: 1 },
  ],
  reminders: [{ ...always, id: 'rem', workingDaysBefore: [5, 1, 0], hour: 9 }],
  mandates: [
    {
      ...always,
      id: 'm-s',
      kinds: ALL,
      actsFor: [SORMLAND],
      holder: { kind: 'delegate', person: sDecider.id, body: NAMNDEN },
      below: 10_000_000,
    },
    {
      ...always,
      id: 'm-v',
      kinds: ALL,
      actsFor: [VASTMANLAND],
      holder: { kind: 'delegate', person: vDecider.id, body: NAMNDEN },
      below: 10_000_000,
    },
    {
      ...always,
      id: 'm-both',
      kinds: ALL,
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body', body: NAMNDEN },
      from: 10_000_000,
    },
  ],
};

export const STYRELSE_S = bodyId('regionstyrelsen-sormland');
export const STYRELSE_V = bodyId('regionstyrelsen-vastmanland');
/** The switch of 2027: the board ceases, the two executive boards take its cases over, each for its own region. */
export const withSwitch = (status: 'proposed' | 'decided'): Governance => {
  const from2027 = { validFrom: date('2027-01-01'), status, example: true } as const;
  const body = (id: BodyId, name: string, secretaryOf: PersonId) => ({
    ...from2027,
    id: `b-${id}`,
    body: id,
    name: { sv: name, en: name },
    secretary: secretaryOf,
  });
  return {
    ...governance,
    version: 'test-2',
    bodies: [
      ...governance.bodies,
      body(STYRELSE_S, 'Regionstyrelsen Sörmland', sMember2.id),
      body(STYRELSE_V, 'Regionstyrelsen Västmanland', vBoss.id),
    ],
    mandates: [
      ...governance.mandates,
      ...(
        [
          [SORMLAND, STYRELSE_S],
          [VASTMANLAND, STYRELSE_V],
        ] as const
      ).map(([region, held]) => ({
        ...from2027,
        id: `m-2027-${region}`,
        kinds: ALL,
        actsFor: [region],
        holder: { kind: 'body', body: held } as const,
        from: 0,
        unknownValue: true,
      })),
    ],
    successions: [
      {
        ...from2027,
        id: 'switch',
        body: NAMNDEN,
        successors: [
          { region: SORMLAND, body: STYRELSE_S },
          { region: VASTMANLAND, body: STYRELSE_V },
        ],
        archive: STYRELSE_S,
        reading: 'Vi läser förslaget så att regionstyrelserna beslutar.',
      },
    ],
  };
};

export const beds: ItemFacts = {
  id: itemId('MT924'),
  plan: 2021,
  title: 'Operationsbord',
  region: VASTMANLAND,
  cpv: '33192230',
  value: 4_000_000,
  advertise: date('2021-02-01'),
};

const ask = (
  unit: UnitId,
  region: RegionId,
  respondent: PersonId,
  superior: PersonId,
  deputies: readonly PersonId[] = [],
): UnitAsk => ({ unit, region, respondents: [respondent], deputies, superior });

export const units = {
  vKirurgi: vKirurgi.unit,
  vAnestesi: vAnestesi.unit,
  sKirurgi: sKirurgi.unit,
  sAkut: sAkut.unit,
} as const;
export const asks: readonly UnitAsk[] = [
  ask(units.sAkut, SORMLAND, sAkut.id, sBoss.id),
  ask(units.sKirurgi, SORMLAND, sKirurgi.id, sBoss.id, [deputy.id]),
  ask(units.vAnestesi, VASTMANLAND, vAnestesi.id, vBoss.id),
  ask(units.vKirurgi, VASTMANLAND, vKirurgi.id, vBoss.id),
];
