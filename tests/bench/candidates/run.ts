/** In a process of its own, so that its memory is its own. */
import { findCandidates, findingCandidates } from '#candidates/find.ts';
import { buyers, syntheticPlan } from './plan.ts';

const count = Number(process.argv[2] ?? 18_000);
const regions = buyers(300);
const items = syntheticPlan(count, regions);
// The vocabulary is read with the first titles; a server has read it before.
findCandidates(items.slice(0, 200), { regions });
const cpu = process.cpuUsage();
const started = performance.now();
const found = findCandidates(items, { regions });
const ms = performance.now() - started;
const used = process.cpuUsage(cpu);
/** In the chat the same is done in steps, between which others are served: how long they wait at most. */
let longestStepMs = 0;
for (const steps = findingCandidates(items, { regions }); ; ) {
  const begun = performance.now();
  const { done } = steps.next();
  longestStepMs = Math.max(longestStepMs, performance.now() - begun);
  if (done) break;
}
process.send?.({
  items: count,
  candidates: found.length,
  ms,
  cpuMs: (used.user + used.system) / 1000,
  longestStepMs,
  rssMb: process.resourceUsage().maxRSS / 1000,
});
process.disconnect?.();
