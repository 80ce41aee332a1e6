import { writeFileSync } from 'node:fs';
import { TOPICS } from '#status-query/query.ts';
import { topicReader } from '#status-query/topic-model/model.ts';
import { batches, framed } from './examples.ts';
import { learned } from './learn.ts';
import { stored } from './stored.ts';

const STORED = new URL('../../src/status-query/data/topic-model.json', import.meta.url);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const labelled = batches();
const made = framed();

if (process.argv.includes('--check')) {
  let right = 0;
  let all = 0;
  labelled.forEach((held, at) => {
    const others = labelled.filter((_, other) => other !== at).flat();
    const weights = learned([...others, ...made]);
    const read = topicReader(stored(weights, ''));
    const found = held.filter((one) => read(one.words).topic === one.topic).length;
    right += found;
    all += held.length;
    say(`batch ${at + 1}: ${found} of ${held.length}`);
  });
  say(`held out, all batches: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
} else {
  const examples = [...labelled.flat(), ...made];
  const provenance = `npm run topics, from ${labelled.flat().length} labelled questions of tests/fixtures/utterances and ${made.length} made of tests/training/frames.*.json; ${TOPICS.length} topics`;
  const model = stored(learned(examples), provenance);
  const lines = Object.entries(model.weights).map(
    ([feature, pairs]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(pairs)}`,
  );
  writeFileSync(
    STORED,
    `{\n  "provenance": ${JSON.stringify(provenance)},\n  "topics": ${JSON.stringify(TOPICS)},\n  "bias": [${model.bias.join(', ')}],\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
  say(`${provenance}: ${lines.length} signs`);
}
