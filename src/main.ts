import process from 'node:process';
import { pino } from 'pino';
import { loadConfig } from '#config';
import { instantOf } from '#domain/shared/calendar.ts';
import { StoreError } from '#store/errors.ts';
import { openStore } from '#store/open.ts';
import { startServer } from './server.ts';

/** Production: everything from the environment, nothing insecure, and every fault of the configuration at once. */
const config = loadConfig();
if (!config.ok) {
  for (const sentence of config.error) console.error(sentence);
  process.exit(2);
}
const log = pino({ level: config.value.logLevel });
for (const warning of config.value.warnings) log.warn(warning);

const store = await openStore(config.value.store).catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exit(2);
});
const server = await startServer({
  config: config.value,
  store,
  log,
  clock: { now: () => instantOf(Date.now()) },
});
if (!server.ok) {
  console.error(server.error);
  await store.close();
  process.exit(2);
}
log.info({ port: server.value.port }, 'Samordna listens');

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await server.value.stop();
  await store.close();
  log.info('Samordna has stopped; nothing is lost');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
