/** Writes documents until it is killed, and prints each one after the store has promised it. */
import { writeSync } from 'node:fs';
import { openStore } from '#store/open.ts';

const [path = ''] = process.argv.slice(2);
const store = await openStore({ kind: 'sqlite', path });
const promised = (line: string): void => {
  writeSync(1, `${line}\n`);
};

let counter = await store.put({ kind: 'setting', id: 'counter', index: {}, body: 0 }, null);
for (let round = 1; ; round += 1) {
  const writes = Array.from({ length: 20 }, async (_, at) => {
    const id = `${round}-${at}`;
    const result = await store.put({ kind: 'case', id, index: { plan: round }, body: id.repeat(500) }, null);
    if (result.ok) promised(`case ${id}`);
  });
  if (!counter.ok) throw new Error('somebody else counts');
  const next = store.put({ kind: 'setting', id: 'counter', index: {}, body: round }, counter.value);
  await Promise.all(writes);
  counter = await next;
  if (counter.ok) promised(`counter ${round}`);
}
