import { createSamordna, type Samordna } from '#application/samordna.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { type Instant, personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import { DEADLINE, locks, objects, START, type Step, yes } from '#support/given.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import * as world from '#support/world.ts';

const tenantOf = (region: RegionId) => (region === world.SORMLAND ? 'tenant-s' : 'tenant-v');
const registrar = (region: RegionId): Actor & { kind: 'person' } => ({
  kind: 'person',
  id: personId(tenantOf(region), 'registrar'),
  region,
  unit: unitId(region, 'Registratur'),
  roles: ['registrar'],
});
export const sRegistrar = registrar(world.SORMLAND);
export const vRegistrar = registrar(world.VASTMANLAND);

const NAMES: Readonly<Record<string, string>> = {
  officer: 'Eva Lind',
  'v-kirurgi': 'Karin Nyström',
  's-kirurgi': 'Johan Berg',
  'v-decider': 'Mats Ek',
};
const known = ({ id, region, unit, roles }: Actor & { kind: 'person' }): Person => {
  const short = id.slice(id.indexOf(':') + 1);
  return {
    id,
    name: NAMES[short] ?? short,
    email: `${id.replace(':', '.')}@example.se`,
    region,
    unit,
    roles: roles as readonly Role[],
    language: 'sv',
    deputy: null,
    manager: null,
  };
};
const people = [
  ...[world.officer, world.vKirurgi, world.vAnestesi, world.sKirurgi, world.sAkut, world.secretary],
  ...[world.sMember, world.vMember, world.sDecider, world.vDecider, sRegistrar, vRegistrar],
];

export const OBJECTION = 'Vårt avtal löper till 2027. <b>Se bilagan</b>';
export const DISSENT = 'Jag anser att vi bör vänta.';

export interface Office {
  readonly samordna: Samordna;
  readonly sqlite: TemporarySqlite;
  now: Instant;
  /** Must be allowed. */
  does(by: Actor, command: CaseCommand): Promise<void>;
  /** What the pressed button shows, as one text. */
  press(
    by: Actor & { kind: 'person' },
    action: CardAction | Readonly<Record<string, unknown>>,
  ): Promise<string>;
  says(by: Actor & { kind: 'person' }, text: string): Promise<string>;
}

/** Samordna over a store in a file, with the item `world.beds` (Västmanland's) planned; its clock moves by hand. */
export const office = async (): Promise<Office> => {
  const sqlite = await temporarySqlite();
  let salts = 0;
  const self = { now: START };
  const clock = { now: () => self.now };
  const samordna = createSamordna({
    store: sqlite.store,
    clock,
    machineClock: clock,
    salt: () => `salt-${salts++}`,
  });
  await samordna.rules.replace(world.governance);
  await samordna.people.import(people.map(known));
  const caller = ({ id }: Actor & { kind: 'person' }) => ({
    person: id,
    tenantId: id.slice(0, id.indexOf(':')),
    name: id,
    locale: null,
    scope: 'personal' as const,
    address: null,
  });
  const does: Office['does'] = async (by, command) => {
    const outcome = await samordna.cases.execute(world.beds.id, command, by);
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.error.code}`);
  };
  await does(world.operator, {
    do: 'import',
    item: { ...world.beds, responsible: 'Anna Ek', description: 'Tolv operationsbord med tillbehör' },
  });
  return Object.assign(self, {
    samordna,
    sqlite,
    does,
    press: async (by: Actor & { kind: 'person' }, action: unknown) =>
      JSON.stringify(await samordna.conversation.pressed(caller(by), action)),
    says: async (by: Actor & { kind: 'person' }, text: string) =>
      JSON.stringify(await samordna.conversation.said(caller(by), text, [])),
  });
};

/** Steps of a story, each at its own moment where it has one. */
export const lives = async (place: Office, steps: readonly Step[]): Promise<void> => {
  for (const { by, command, at } of steps) {
    place.now = at ?? place.now;
    await place.does(by, command);
  }
};

/** An office where all four units have said yes, with a million each, and the item is locked; then what else is lived. */
export const lockedOffice = async (life: readonly Step[]): Promise<Office> => {
  const place = await office();
  await lives(place, [
    {
      by: world.officer,
      command: { do: 'open-round', owner: world.officer.id, deadline: DEADLINE, units: world.asks },
    },
    ...[world.sAkut, world.sKirurgi, world.vAnestesi, world.vKirurgi].map((by) => yes(by, 1_000_000)),
    ...locks,
    ...life,
  ]);
  return place;
};

/** Asked, changed, answered, objected to, lifted and recommended, until the deciders have it. */
export const untilDecision = async (place: Office): Promise<void> => {
  const { does } = place;
  await does(world.officer, {
    do: 'open-round',
    owner: world.officer.id,
    deadline: DEADLINE,
    units: world.asks,
  });
  await does(world.sKirurgi, yes(world.sKirurgi, 1_250_000).command);
  await does(world.operator, {
    do: 'import',
    item: {
      ...world.beds,
      responsible: 'Anna Ek',
      description: 'Tolv operationsbord med tillbehör',
      value: 5_500_000,
      advertise: world.date('2021-03-01'),
    },
  });
  place.now = world.at('2026-11-25 10:30');
  const revised = (command: CaseCommand) => ({ ...command, revision: 2 }) as CaseCommand;
  await does(world.sKirurgi, revised(yes(world.sKirurgi, 1_500_000).command));
  await does(world.sAkut, revised(yes(world.sAkut, 800_000).command));
  await does(world.vAnestesi, revised({ ...yes(world.vAnestesi).command }));
  await does(world.vKirurgi, {
    ...revised(objects(world.vKirurgi).command),
    texts: { text: OBJECTION, evidence: 'Avtal RV 2023-114' },
  } as CaseCommand);
  place.now = world.at('2026-11-30 13:00');
  await does(world.officer, {
    do: 'propose-solution',
    unit: world.units.vKirurgi,
    solution: 'staggered-start',
    texts: { text: 'Ni ansluter när avtalet löper ut.' },
  });
  await does(world.vKirurgi, {
    do: 'answer-solution',
    unit: world.units.vKirurgi,
    accept: false,
    texts: { text: 'Det räcker inte för oss.' },
  });
  await does(world.officer, {
    do: 'escalate',
    proposal: 'coordinate-with-staggered-start',
    texts: { text: 'Gemensam upphandling ger bättre villkor.' },
  });
  place.now = world.at('2026-12-08 09:15');
  for (const member of [world.sMember, world.vMember]) {
    await does(member, { do: 'declare-conflict', conflict: false });
  }
  await does(world.sMember, { do: 'take-position', revision: 2, stance: 'approve', texts: {} });
  await does(world.vMember, {
    do: 'take-position',
    revision: 2,
    stance: 'reject',
    texts: { reason: 'Avtalet binder oss.', dissent: DISSENT },
  });
  await does(world.clock, { do: 'tick' });
  place.now = world.at('2026-12-29 16:30');
  await does(world.clock, { do: 'tick' });
};

/** The same, and decided: one entry of nearly every kind. */
export const wholeStory = async (place: Office): Promise<void> => {
  const { does } = place;
  await untilDecision(place);
  const decides = async (
    by: Actor,
    region: RegionId,
    outcome: 'coordinate-with-staggered-start' | 'deviate',
  ) =>
    does(by, {
      do: 'decide',
      region,
      revision: 2,
      outcome,
      ...(outcome === 'deviate' ? { until: world.date('2027-12-31') } : {}),
      texts: { text: 'Beslut enligt underlaget.' },
    });
  await decides(world.sDecider, world.SORMLAND, 'coordinate-with-staggered-start');
  await decides(world.vDecider, world.VASTMANLAND, 'deviate');
};
