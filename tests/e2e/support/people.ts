import type { PlaygroundOptions, PlaygroundPerson } from '#demo/playground/person.ts';

export const ANNA: PlaygroundPerson = {
  name: 'Anna Lind',
  email: 'anna.lind@sormland.example.se',
  tenantId: '11111111-1111-4111-8111-111111111111',
  objectId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
};
export const BO: PlaygroundPerson = {
  name: 'Bo Ek',
  email: 'bo.ek@vastmanland.example.se',
  tenantId: '22222222-2222-4222-8222-222222222222',
  objectId: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
};

/** A local Teams at some free port; without a bot, nobody answers at port 9. */
export const teamsOf = (person: PlaygroundPerson, botPort = 9): PlaygroundOptions => ({
  person,
  others: [],
  botEndpoint: `http://127.0.0.1:${botPort}/api/messages`,
  botId: '0b07b07b-0b07-4b07-8b07-0b07b07b07b0',
  port: 0,
});
