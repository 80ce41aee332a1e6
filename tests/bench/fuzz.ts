import { fuzz } from '../fuzz/answers.ts';

const TEXTS = 20_000;
const SEED = 20_261_122;

/** The slowest answer to random and hostile texts; aim: below 100 ms. The whole 100,000 are `npm run fuzz`. */
export const hostileTexts = async (): Promise<{
  readonly json: unknown;
  readonly text: readonly string[];
}> => {
  const { texts, faults, slowest } = await fuzz(TEXTS, SEED);
  return {
    json: { texts, seed: SEED, faults: faults.length, slowest },
    text: [
      `${texts} texts, ${faults.length} faults, slowest answer ${slowest.cpuMs.toFixed(0)} ms of CPU, ${slowest.ms.toFixed(0)} ms by the clock`,
    ],
  };
};
