import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { faultOf } from '#domain/record/verify.ts';
import { beds, date, operator, vKirurgi } from '#support/world.ts';
import { DISSENT, OBJECTION, type Office, office, sRegistrar, vRegistrar, wholeStory } from './office.ts';

let place: Office;
beforeEach(async () => {
  place = await office();
  await wholeStory(place);
});
afterEach(() => place.sqlite.dispose());

const stored = async () => {
  const found = await place.sqlite.store.get<CaseBody>('case', beds.id);
  if (!found) throw new Error('no case');
  return found;
};
const entryWith = async (text: string): Promise<number> => {
  const { body } = await stored();
  const found = body.history.find(({ event }) => Object.values(event.texts ?? {}).includes(text));
  if (!found) throw new Error('no such text');
  return found.seq;
};
const removal = async (...texts: string[]) =>
  ({
    do: 'remove-texts',
    entries: await Promise.all(texts.map(entryWith)),
    reference: 'RS 2026-77 § 4',
    date: date('2026-12-01'),
  }) as const;

describe('gallring in the store', () => {
  it('the texts are nowhere in the stored case, the chain is whole and the state is its replay', async () => {
    expect(JSON.stringify(await stored())).toContain(OBJECTION);
    await place.does(sRegistrar, await removal(OBJECTION, DISSENT));
    await place.does(vRegistrar, await removal(OBJECTION, DISSENT));
    const { body } = await stored();
    expect(JSON.stringify(await stored())).not.toMatch(/löper till 2027|Avtal RV 2023|bör vänta/);
    expect(replay(body.history.map(({ event }) => event))).toEqual(body.state);
    expect(faultOf(body.state, body.history, body.head)).toBeNull();
    expect(body.history.at(-1)).toMatchObject({ role: 'registrar', event: { type: 'texts-removed' } });
    expect(body.head?.seq).toBe(body.history.length);
  });

  it('what is decided afterwards goes on from the shortened record', async () => {
    await place.does(vRegistrar, await removal(OBJECTION));
    await place.does(sRegistrar, await removal(OBJECTION));
    await place.does(vRegistrar, { do: 'register', region: vRegistrar.region, number: 'REG 1', through: 3 });
    const { body } = await stored();
    expect(faultOf(body.state, body.history, body.head)).toBeNull();
    expect(JSON.stringify(body)).not.toContain('löper till 2027');
  });

  it('a removal that is refused leaves everything as it was', async () => {
    const before = await stored();
    for (const by of [operator, vKirurgi]) {
      const outcome = await place.samordna.cases.execute(beds.id, await removal(OBJECTION), by);
      expect(outcome.ok).toBe(false);
    }
    expect(await stored()).toEqual(before);
  });
});
