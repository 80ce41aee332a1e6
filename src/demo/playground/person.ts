/** Somebody who sits at a local Teams; `objectId` is the account's id within the organisation `tenantId`. */
export interface PlaygroundPerson {
  readonly name: string;
  readonly email: string;
  readonly tenantId: string;
  readonly objectId: string;
}

export interface PlaygroundOptions {
  readonly person: PlaygroundPerson;
  /** Who else is in the same organisation; the first five are shown as members of its group chat and team. */
  readonly others: readonly PlaygroundPerson[];
  /** `http://127.0.0.1:3978/api/messages` */
  readonly botEndpoint: string;
  readonly botId: string;
  /** 0 takes any free one. */
  readonly port: number;
}

/** The schema of the Playground's file wants exactly so many. */
const COLLEAGUES = 5;

const account = ({ name, email, objectId }: PlaygroundPerson) => {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: `29:${objectId}`,
    name,
    // Microsoft's spelling.
    userPrincipleName: email,
    aadObjectId: objectId,
    givenName,
    surname: rest.join(' '),
    email,
  };
};

const unnamed = (tenantId: string) =>
  Array.from({ length: COLLEAGUES }, (_, index) => ({
    name: `Kollega ${index + 1}`,
    email: `kollega.${index + 1}@example.se`,
    tenantId,
    objectId: `00000000-0000-4000-8000-00000000000${index + 1}`,
  }));

/**
 * `.m365agentsplayground.yml` for one person. It is written as JSON, which is YAML too; the schema allows no further
 * keys and demands ids that are unique among people and among conversations.
 */
export const playgroundFile = ({ person, others, botId }: PlaygroundOptions): string => {
  const { tenantId, objectId } = person;
  const colleagues = [...others.filter((other) => other.objectId !== objectId), ...unnamed(tenantId)];
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: `28:${botId}`, name: 'Samordna' },
    currentUser: account(person),
    users: colleagues.slice(0, COLLEAGUES).map(account),
    personalChat: { id: `a:${tenantId}:${objectId}` },
    groupChat: { id: `19:${objectId}@unq.gbl.spaces`, name: 'Gruppchatt' },
    team: {
      id: `19:${tenantId}@thread.tacv2`,
      name: 'Inköp',
      aadGroupId: tenantId,
      channels: [{ id: `19:plan-${tenantId}@thread.tacv2`, name: 'Plan' }],
    },
  });
};
