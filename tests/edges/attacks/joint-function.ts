import type { Caller, Reply } from '#application/ports/teams.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import { personId, unitId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import { START } from '#support/given.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import * as world from '#support/world.ts';

type Somebody = Pick<typeof world.officer, 'id' | 'region' | 'unit'>;
const person = (
  { id, region, unit }: Somebody,
  roles: readonly Role[],
  by: { readonly deputy?: PersonId; readonly manager?: PersonId } = {},
): Person => ({
  id,
  name: `NAME[${id}]`,
  email: `${id.replace(':', '.')}@example.se`,
  region,
  unit,
  roles,
  language: 'sv',
  deputy: by.deputy ?? null,
  manager: by.manager ?? null,
});
const of = (name: string, ...roles: Role[]): Person =>
  person(
    { id: personId('tenant-s', name), region: world.SORMLAND, unit: unitId(world.SORMLAND, name) },
    roles,
  );

/** Everybody of the test world as the directory knows them; `nobody` is known and has no part in anything. */
export const people = {
  officer: person(world.officer, ['officer']),
  auditor: of('auditor', 'auditor'),
  administrator: of('administrator', 'administrator'),
  nobody: of('nobody'),
  sAkut: person(world.sAkut, ['unit-manager'], { manager: world.sBoss.id }),
  sKirurgi: person(world.sKirurgi, ['unit-manager'], { deputy: world.deputy.id, manager: world.sBoss.id }),
  vAnestesi: person(world.vAnestesi, ['unit-manager'], { manager: world.vBoss.id }),
  vKirurgi: person(world.vKirurgi, ['unit-manager'], { manager: world.vBoss.id }),
  deputy: person(world.deputy, []),
  sBoss: person(world.sBoss, []),
  vBoss: person(world.vBoss, []),
  sMember: person(world.sMember, ['council-member']),
  vMember: person(world.vMember, ['council-member']),
  objectingMember: person(world.objectingMember, ['council-member']),
  sDecider: person(world.sDecider, ['decider']),
  vDecider: person(world.vDecider, ['decider']),
  secretary: person(world.secretary, ['secretary']),
} as const;
export type Who = keyof typeof people;
export const EVERYBODY = Object.keys(people) as Who[];

export interface JointFunction {
  readonly samordna: Samordna;
  readonly sqlite: TemporarySqlite;
  now: Instant;
  /** What the pressed button shows, as one text. */
  press(who: Who, data: CardAction | Readonly<Record<string, unknown>>): Promise<string>;
  ask(who: Who, text: string): Promise<string>;
  /** How many entries the record of the item has. */
  entries(): Promise<number>;
  /** Lets the delivery's first step run: notices become messages. */
  expand(): Promise<void>;
}

export const callerOf = (who: Who, more: Partial<Caller> = {}): Caller => {
  const { id, name } = people[who];
  return {
    person: id,
    tenantId: id.slice(0, id.indexOf(':')),
    name,
    locale: null,
    scope: 'personal',
    address: null,
    ...more,
  };
};
/** What a reader sees of a card or a sentence, without markdown's escapes. */
export const seen = (...replies: readonly Reply[]): string => JSON.stringify(replies).replaceAll('\\\\', '');

/** The whole application over a store in a file, with the item `world.beds` planned; its clock moves by hand. */
export const jointFunction = async (value = 4_000_000): Promise<JointFunction> => {
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
  await samordna.people.import(Object.values(people));
  const item = { ...world.beds, value };
  const imported = await samordna.cases.execute(item.id, { do: 'import', item }, world.operator);
  if (!imported.ok) throw new Error(imported.error.code);
  return Object.assign(self, {
    samordna,
    sqlite,
    press: async (who: Who, data: unknown) => seen(await samordna.conversation.pressed(callerOf(who), data)),
    ask: async (who: Who, text: string) =>
      seen(...(await samordna.conversation.said(callerOf(who), text, []))),
    entries: async () => (await samordna.cases.load(world.beds.id))?.history.length ?? 0,
    expand: async () => {
      while ((await samordna.outbox.expand(50)).cases > 0);
    },
  });
};
