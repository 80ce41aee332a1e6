import { readFile } from 'node:fs/promises';
import { importPlan } from '#application/importing.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { parseGovernance } from '#application/rules.ts';
import type { Samordna } from '#application/samordna.ts';
import type { Directory } from '#domain/directory/directory.ts';
import type { Result } from '#domain/shared/result.ts';
import { readDirectory } from '#plan-import/read-directory.ts';
import { readPlan } from '#plan-import/read-plan.ts';

export const DEMO_PLAN = 2021;
const PLAN_FILE = 'uhm_2021_number_of_procurements.csv';

const file = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`./data/${name}`, import.meta.url)));

/** The files come with the product: a fault in them is a bug. */
const whole = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value;
  throw new Error(`The demo's own data cannot be read: ${JSON.stringify(result.error)}`);
};

export interface DemoContents {
  readonly items: number;
  readonly directory: Directory;
}

/**
 * Fills a store with exactly the 131 real procurements of 2021 (nothing assessed), the example directory and the example
 * governance. Idempotent: what people have done since stays.
 */
export const prepareDemo = async (store: DocumentStore, samordna: Samordna): Promise<DemoContents> => {
  const governance = whole(
    parseGovernance(JSON.parse(Buffer.from(await file('governance.json')).toString('utf8'))),
  );
  // What an administrator has decided in the demo since stays decided.
  if ((await samordna.rules.whole()) === null) await samordna.rules.replace(governance);
  const people = whole(readDirectory(await file('directory.csv'), 'directory.csv'));
  await samordna.people.import(people.people);
  const plan = whole(
    readPlan(await file(PLAN_FILE), {
      fileName: PLAN_FILE,
      plan: DEMO_PLAN,
      mapping: 'uhm',
      values: await file('uhm_2021_contracted_value.csv'),
    }),
  );
  // What the plan says of an item since, an officer's file for one, stays said.
  const known = new Set((await samordna.cases.list({ plan: DEMO_PLAN })).map(({ state }) => state.item.id));
  const fresh = plan.items.filter(({ item }) => !known.has(item.id));
  await importPlan(store, samordna.cases, fresh, { kind: 'operator', name: 'demo' });
  return { items: plan.items.length, directory: await samordna.people.directory() };
};
