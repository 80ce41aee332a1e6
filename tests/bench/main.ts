/**
 * `npm run bench -- [--json] [NAME …] [--people N]`: the benchmarks of these names, or all of them, one after the other.
 * `--json` prints one JSON value on stdout, by name. `--people` makes the delivery pushes smaller: the paced one of 10,000
 * people takes as long as Teams lets it, 105 s.
 */
import { parseArgs } from 'node:util';
import { candidates } from './candidates.ts';
import { cardActions } from './card-actions.ts';
import { deliveryMemory, deliveryNaive, deliveryPace, deliverySpeed, FULL } from './delivery.ts';
import { hostileTexts } from './fuzz.ts';
import { indicators } from './indicators.ts';
import { lessons } from './lessons.ts';
import { questions } from './questions.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, people: { type: 'string' } },
});
const people = Number(values.people ?? FULL.people);
if (!Number.isSafeInteger(people) || people < 2) {
  console.error(`--people is "${values.people}": give a whole number from 2.`);
  process.exit(2);
}
const size =
  values.people === undefined
    ? FULL
    : { people, fast: people, long: people, naive: Math.min(people, FULL.naive) };

const BENCHMARKS = {
  'card-actions': cardActions,
  'delivery-pace': () => deliveryPace(size),
  'delivery-speed': () => deliverySpeed(size),
  'delivery-memory': () => deliveryMemory(size),
  'delivery-naive': () => deliveryNaive(size),
  candidates,
  questions,
  indicators,
  lessons,
  'hostile-texts': hostileTexts,
} as const;
type Name = keyof typeof BENCHMARKS;
const NAMES = Object.keys(BENCHMARKS) as readonly Name[];
const isName = (text: string): text is Name => (NAMES as readonly string[]).includes(text);

const unknown = positionals.filter((name) => !isName(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: choose among ${NAMES.join(', ')}.`);
  process.exit(2);
}
const chosen = positionals.length === 0 ? NAMES : positionals.filter(isName);

const results: Record<string, unknown> = {};
for (const name of chosen) {
  const { json, text } = await BENCHMARKS[name]();
  results[name] = json;
  // The figures of a long run are not kept back until its end.
  for (const line of text) (values.json ? console.error : console.log)(`${name}: ${line}`);
}
if (values.json) console.log(JSON.stringify(results));
