import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Actor } from '#domain/shared/actor.ts';
import type { Instant, RegionId } from '#domain/shared/ids.ts';
import * as world from '#support/world.ts';

export { clock } from '#support/world.ts';

/** Where in the story a command is sent. */
export interface Given {
  readonly turn: number;
  readonly now: Instant;
}

export const registrarOf = (region: RegionId): Actor => ({
  ...(region === world.SORMLAND ? world.sMember : world.vMember),
  roles: ['registrar'],
});
/** A delegate who is a member of the council too: the one who may have said that they have a conflict. */
const memberAndDecider: Actor = { ...world.sDecider, roles: ['decider', 'council-member'] };

const MANAGERS = [world.sKirurgi, world.sAkut, world.vKirurgi, world.vAnestesi];
const MEMBERS = [world.sMember, world.vMember, world.sMember2, world.objectingMember, memberAndDecider];

/** Everybody who might press anything, also what is not theirs. */
export const EVERYBODY: readonly Actor[] = [
  world.officer,
  world.operator,
  world.clock,
  world.deputy,
  world.sBoss,
  world.vBoss,
  world.secretary,
  world.sDecider,
  world.vDecider,
  registrarOf(world.SORMLAND),
  registrarOf(world.VASTMANLAND),
  ...MANAGERS,
  ...MEMBERS,
];

const pick = <T>(all: readonly T[], turn: number): T => all[turn % all.length] as T;

export const anyone = (turn: number): Actor => pick(EVERYBODY, turn * 7);
export const officers = (): Actor => world.officer;
export const member = (_: CaseCommand, { turn }: Given): Actor => pick(MEMBERS, turn);
export const manager = (command: CaseCommand, { turn }: Given): Actor =>
  turn % 9 === 0
    ? pick([world.deputy, world.sBoss, world.vBoss], turn)
    : (MANAGERS.find(({ unit }) => 'unit' in command && unit === command.unit) ?? world.sKirurgi);
export const decider = (command: CaseCommand, { turn }: Given): Actor => {
  if ('region' in command && command.region === world.VASTMANLAND) return world.vDecider;
  return turn % 4 === 0 ? memberAndDecider : world.sDecider;
};
/** Named evaluators alone may say anything of the tenders. */
export const evaluator = (): Actor => world.sBoss;
/** The board's, and from 2027 the secretary of Västmanland's executive board in this world. */
export const secretaryOf = (command: CaseCommand): Actor =>
  'body' in command && command.body === world.STYRELSE_V ? world.vBoss : world.secretary;
export const registrar = (command: CaseCommand): Actor =>
  registrarOf('region' in command ? command.region : world.SORMLAND);
