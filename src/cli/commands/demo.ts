import { DEMO_PLAN, prepareDemo } from '#demo/prepare.ts';
import { unitName } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome } from '../output.ts';

/** Fills the store with the demo's 131 items, its example people and governance; starts nothing. */
export const demoPrepare = async ({ store, samordna }: CliContext): Promise<Outcome> => {
  const { items, directory } = await prepareDemo(store, await samordna());
  const people = directory.people.map((person) => ({
    id: person.id,
    name: person.name,
    roles: person.roles,
    region: person.region,
    unit: unitName(person.unit),
    email: person.email,
    language: person.language,
  }));
  return {
    exit: DONE,
    json: { items, people },
    text: `${items} items of plan ${DEMO_PLAN} and ${people.length} example people are there.`,
  };
};
