import { DELIVERY_POINTS } from '#delivery/options.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { openStore } from '#store/open.ts';
import { testWorker, untilIdle } from './delivering.ts';

/**
 * A worker in a process of its own: `delivery-child.ts PATH POINT|end CLOCK_OFFSET_MS`. At the point it says its name and
 * stays there until it is killed; with `end` it does what is due and exits.
 */
const [path = '', until = 'end', offset = '0'] = process.argv.slice(2);
const point = DELIVERY_POINTS.find((name) => name === until);
const store = await openStore({ kind: 'sqlite', path });
const alive = setInterval(() => undefined, 1_000);
const worker = testWorker(store, () => instantOf(Date.now() + Number(offset)), {
  hooks: async (reached) => {
    if (reached !== point) return;
    process.stdout.write(`${reached}\n`);
    await new Promise<never>(() => undefined);
  },
});
await untilIdle(worker);
await store.close();
clearInterval(alive);
