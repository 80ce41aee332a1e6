import { runSchedule } from './schedule.ts';

/** `child.ts FIRST STEP END`: runs the schedules of these seeds and reports each. */
const [first = 0, step = 1, end = 0] = process.argv.slice(2).map(Number);
for (let seed = first; seed < end; seed += step) {
  try {
    process.send?.({ seed, tally: await runSchedule(seed) });
  } catch (error) {
    console.error(`Seed ${seed}`, error);
    process.exitCode = 1;
    break;
  }
}
process.disconnect();
