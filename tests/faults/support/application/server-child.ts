import { pino } from 'pino';
import { loadConfig } from '#config';
import { DELIVERY_POINTS } from '#delivery/options.ts';
import { openStore } from '#store/open.ts';
import { startServer } from '../../../../src/server.ts';
import { unpaced } from '../delivering.ts';
import type { Order, Report } from './processes.ts';

/**
 * The whole server in a process of its own, told over IPC when to start and where to stand still. It is forked ahead of
 * time: importing takes far longer than starting.
 */
const report = (what: Report): void => {
  process.send?.(what);
};
let point: string | null = null;

const start = async ({
  path,
  now,
  aheadMs,
  paced = false,
}: Extract<Order, { do: 'start' }>): Promise<void> => {
  // A machine that is back up later: whatever the killed one had leased has lapsed, without anybody waiting for it.
  const machine = Date.now;
  Date.now = () => machine() + aheadMs;
  const config = loadConfig({ LOCAL_TEAMS: '1', PORT: '0' });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const server = await startServer({
    config: config.value,
    store: await openStore({ kind: 'sqlite', path }),
    log: pino({ level: 'silent' }),
    clock: { now: () => now },
    delivery: {
      // Few at a time, so that a kill finds few on their way.
      ...(paced ? { concurrency: 2 } : { pacing: unpaced() }),
      hooks: async (reached) => {
        if (reached !== point) return;
        report({ reached });
        await new Promise<never>(() => undefined);
      },
    },
  });
  if (!server.ok) throw new Error(server.error);
  report({ port: server.value.port });
};

process.on('message', (order: Order) => {
  if (order.do === 'start') return void start(order);
  point = DELIVERY_POINTS.find((name) => name === order.point) ?? null;
  report({ armed: order.point });
});
// Nobody is left to talk to.
process.on('disconnect', () => process.exit(1));
report({ ready: true });
