import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import type { Instant, ItemId } from '#domain/shared/ids.ts';
import { personalChat } from '#support/connector/activities.ts';
import { type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { type Cast, castOf, type Name } from '#support/people/cast.ts';
import { teamsOf } from '#support/people/people.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { createServers, type ServerProcess } from './processes.ts';

/** The managers of the demo's units, and with their officer those whom a new round tells something. */
export const MANAGERS = ['erik', 'karin', 'maria', 'james'] as const;
export const ASKED = ['anna', ...MANAGERS] as const;
export const UNITS: Readonly<Record<(typeof MANAGERS)[number], string>> = {
  erik: 'sormland/Anestesikliniken Eskilstuna',
  karin: 'sormland/Operationskliniken Nyköping',
  maria: 'vastmanland/Operationskliniken Västerås',
  james: 'vastmanland/Kirurgkliniken Köping',
};

/** A file, people who have opened their chats, and a server that may die and come back on the same file. */
export interface Region {
  readonly file: TemporarySqlite;
  readonly connector: ConnectorSimulator;
  readonly people: Cast;
  /** Reads the file from outside. */
  readonly samordna: Samordna;
  readonly server: () => ServerProcess;
  restart(): Promise<void>;
  messages(item?: ItemId): Promise<readonly MessageBody[]>;
  /** Ids of the messages that were shown in the person's chat. */
  shown(name: Name): readonly string[];
  close(): Promise<void>;
}

export const openRegion = async (now: Instant, spares: number): Promise<Region> => {
  const servers = createServers(spares);
  const [file, connector] = await Promise.all([temporarySqlite(), startConnector()]);
  const clock = { now: () => now };
  const salt = () => 'salt';
  const samordna = createSamordna({ store: file.store, clock, machineClock: clock, salt });
  const { directory } = await prepareDemo(file.store, samordna);
  let running = await servers.start(file.path, now);
  const people = castOf(
    directory,
    teamsOf(connector, () => running.endpoint),
  );
  for (const name of ASKED) await people[name].arrives();
  return {
    file,
    connector,
    people,
    samordna,
    server: () => running,
    restart: async () => {
      running = await servers.start(file.path, now);
    },
    messages: async (item) => {
      const found: MessageBody[] = [];
      const where = item === undefined ? {} : { parent: item };
      for await (const { body } of allDocuments<MessageBody>(file.store, { kind: 'message', where })) {
        found.push(body);
      }
      return found;
    },
    shown: (name) => {
      const [tenantId = '', objectId = ''] = people[name].id.split(':');
      const chat = personalChat({ tenantId, objectId });
      return connector.received.flatMap(({ method, accepted, conversationId, activityId }) =>
        method === 'POST' && accepted && conversationId === chat ? [activityId] : [],
      );
    },
    close: async () => {
      await servers.close();
      await connector.close();
      await file.dispose();
    },
  };
};
