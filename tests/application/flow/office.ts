import { type Logger, pino } from 'pino';
import type { MovableClock } from '#application/clock.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { Samordna } from '#application/samordna.ts';
import { loadConfig } from '#config';
import type { DeliveryPoint } from '#delivery/options.ts';
import { prepareDemo } from '#demo/prepare.ts';
import type { Directory } from '#domain/directory/directory.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { type Cast, castOf } from '#support/people/cast.ts';
import { type Teams, teamsOf } from '#support/people/people.ts';
import { settled } from '#support/people/settled.ts';
import { type Server, startServer } from '../../../src/server.ts';
import { unpaced } from '../../faults/support/delivering.ts';

export interface Office {
  readonly store: DocumentStore;
  readonly samordna: Samordna;
  readonly directory: Directory;
  readonly people: Cast;
  readonly teams: Teams;
  readonly connector: ConnectorSimulator;
  /** Where activities arrive. */
  readonly endpoint: string;
  now(): Instant;
  /** Time goes on to then, and the clock's work is done and told. */
  until(instant: Instant): Promise<void>;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const handClock = (start: Instant): MovableClock => {
  let at = start;
  return {
    now: () => at,
    speed: null,
    moveTo: async (instant) => {
      if (instant > at) at = instant;
    },
  };
};

/** The whole application in this process, over a store, with the demo's contents and everybody at their Teams, the bot installed. */
export const openOffice = async (
  store: DocumentStore,
  start: Instant,
  hooks: (point: DeliveryPoint) => Promise<void> = async () => {},
  log: Logger = pino({ level: 'silent' }),
): Promise<Office> => {
  const connector = await startConnector();
  const config = loadConfig({ LOCAL_TEAMS: '1', PORT: '0' });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const clock = handClock(start);
  const started = await startServer({
    config: config.value,
    store,
    log,
    clock,
    // Time moves by hand only.
    tickMs: 2 ** 30,
    progressMs: 20,
    delivery: { pacing: unpaced(), hooks },
  });
  if (!started.ok) throw new Error(started.error);
  const server: Server = started.value;
  const { samordna } = server;
  const { directory } = await prepareDemo(store, samordna);
  const endpoint = `http://127.0.0.1:${server.port}/api/messages`;
  const teams = teamsOf(connector, () => endpoint);
  const people = castOf(directory, teams);
  for (const person of Object.values(people)) await person.arrives();
  return {
    store,
    samordna,
    directory,
    people,
    teams,
    connector,
    endpoint,
    now: clock.now,
    until: async (instant) => {
      await clock.moveTo(instant);
      await samordna.ticker.tick();
      await settled(store);
    },
    settled: () => settled(store),
    stop: async () => {
      await server.stop();
      await connector.close();
    },
  };
};
