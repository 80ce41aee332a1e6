import { isPlainDate } from '#domain/shared/calendar.ts';
import { itemId } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, notThere, type Outcome, refusedBy } from '../output.ts';
import { sentenceOf } from '../refusals.ts';

export interface RemovalOptions {
  readonly entries: string;
  readonly reference: string;
  readonly date: string;
}

/** Removes the texts of entries on a decision on gallring; as a registrar or an administrator, with `--as`. */
export const removeTexts = async (
  context: CliContext,
  id: string,
  { entries, reference, date }: RemovalOptions,
): Promise<Outcome> => {
  if (!/^\d{1,6}(,\d{1,6})*$/.test(entries)) {
    throw badInput(`--entries is "${entries}": write the numbers of the entries like 3,5,8.`);
  }
  if (!isPlainDate(date)) throw badInput(`--date is "${date}", which is no date: write it like 2026-11-24.`);
  const numbers = entries.split(',').map(Number);
  const { cases } = await context.samordna();
  const item = itemId(id);
  if (!(await cases.load(item))) throw notThere(`No item has the id "${id}".`);
  const outcome = await cases.execute(
    item,
    { do: 'remove-texts', entries: numbers, reference, date },
    await context.actor(),
  );
  if (!outcome.ok) throw refusedBy(sentenceOf(outcome.error));
  const decided = outcome.value.events.find(({ type }) => type === 'texts-removed');
  const { entries: gone, held = [] } = decided?.type === 'texts-removed' ? decided : { entries: numbers };
  const said = [
    ...(gone.length > 0 ? [`the texts of ${gone.join(',')} are removed by ${reference} (${date})`] : []),
    ...(held.length > 0
      ? [
          `${reference} (${date}) is on record for ${held.join(',')}, which wait for the other authority's decision`,
        ]
      : []),
  ];
  return {
    exit: DONE,
    json: { item: id, entries: gone, ...(held.length > 0 ? { held } : {}), reference, date },
    text: `${id}: ${said.join('; ')}`,
  };
};
