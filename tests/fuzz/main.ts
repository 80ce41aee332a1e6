/** `npm run fuzz [-- COUNT [SEED]]`: random and hostile texts, each answered; exit 1 when one was not, or was echoed unescaped. */
import { fuzz } from './answers.ts';

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 20_261_122);
const { faults, slowest, texts } = await fuzz(count, seed);
console.log(
  `${texts} texts (seed ${seed}): ${faults.length} faults; slowest answer ${slowest.cpuMs.toFixed(0)} ms of CPU (${slowest.ms.toFixed(0)} ms by the clock): ${JSON.stringify(slowest.text)}`,
);
for (const fault of faults.slice(0, 50)) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
