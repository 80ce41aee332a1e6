import type { Governance } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId, regionId, unitId } from '#domain/shared/ids.ts';
import { DEADLINE, declares, imported, lift, objects, type Step, takes, told, yes } from './given.ts';
import {
  asks,
  date,
  governance,
  NAMNDEN,
  officer,
  sAkut,
  sKirurgi,
  sMember,
  vAnestesi,
  vKirurgi,
  vMember,
} from './world.ts';

/** A third region beside the two: one unit, a member of the council, a delegate of its own. */
export const OREBRO = regionId('orebro');
const person = (name: string, unit: string, ...roles: string[]): Actor & { kind: 'person' } => ({
  kind: 'person',
  id: personId('tenant-o', name),
  region: OREBRO,
  unit: unitId(OREBRO, unit),
  roles,
});
export const oKirurgi = person('o-kirurgi', 'Kirurgi', 'unit-manager');
export const oMember = person('o-member', 'Rådet', 'council-member');
export const oDecider = person('o-decider', 'Ledning', 'decider');

const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
export const threeRegions: Governance = {
  ...governance,
  regions: [
    ...governance.regions,
    { ...always, id: 'r-o', region: OREBRO, name: { sv: 'Örebro', en: 'Örebro' }, tenants: ['tenant-o'] },
  ],
  attendance: [...governance.attendance, { ...always, id: 'a-o', region: OREBRO, members: 1 }],
  mandates: [
    ...governance.mandates,
    {
      ...always,
      id: 'm-o',
      kinds: ['coordinate', 'deviate', 'postpone'],
      actsFor: [OREBRO],
      holder: { kind: 'delegate', person: oDecider.id, body: NAMNDEN },
    },
  ],
};
const oAsk = {
  unit: oKirurgi.unit,
  region: OREBRO,
  respondents: [oKirurgi.id],
  deputies: [],
  superior: null,
};
export const opens = (units = [...asks, oAsk]): Step => ({
  by: officer,
  command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units },
});

/** All three regions are asked; Västmanland's surgeons object, everybody else says yes. */
export const objectedInThree = told(
  threeRegions,
  imported,
  opens(),
  yes(sAkut, 1_000_000),
  yes(sKirurgi, 500_000),
  yes(vAnestesi, 400_000),
  yes(oKirurgi, 300_000),
  objects(vKirurgi),
);
/** The council is done; each region's delegate is to decide. */
export const decisionInThree = told(
  threeRegions,
  objectedInThree,
  lift(),
  ...[sMember, vMember, oMember].map((by) => declares(by)),
  ...[sMember, vMember, oMember].map((by) => takes(by, 'approve')),
);
