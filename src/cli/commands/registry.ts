import { readQueue, WITH_DOCUMENTS } from '#application/record/queue.ts';
import { withheldFrom } from '#application/views/visibility.ts';
import { itemId } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { DONE, notThere, type Outcome, refusedBy } from '../output.ts';
import { sentenceOf } from '../refusals.ts';
import { knownRegion } from './export.ts';

/** What an authority has yet to register, the longest waiting first. */
export const registryList = async (context: CliContext, wanted: string): Promise<Outcome> => {
  const samordna = await context.samordna();
  const region = await knownRegion(context, wanted);
  const cases = await samordna.cases.list({ state: WITH_DOCUMENTS });
  const actor = await context.actor();
  const { lines: queue, withheld } = readQueue(cases, region, samordna.presenter.now(), (state) =>
    withheldFrom(actor, state),
  );
  const rows = queue.map(({ documents, ...line }) => ({
    ...line,
    documents: documents.map(({ entry, document, concern }) => ({
      seq: entry.seq,
      document,
      direction: concern.direction,
      since: concern.since,
      hash: entry.hash,
    })),
  }));
  const kept = withheld.map((item) => ({ item, title: null, number: null, documents: [], withheld: true }));
  const said = [
    ...queue.map(
      ({ item, title, number, documents, workingDays }) =>
        `${item} ${title}: ${documents.length} documents, the first has waited ${workingDays} working days${number === null ? '' : ` (${number})`}`,
    ),
    ...withheld.map(
      (item) => `${item}: you have declared a conflict of interest in it; somebody else registers it`,
    ),
  ];
  return {
    exit: DONE,
    json: [...rows, ...kept],
    text: said.length === 0 ? 'Everything is registered.' : said.join('\n'),
  };
};

export interface RegistryOptions {
  readonly region: string;
  readonly number: string;
  readonly replaces?: string;
}

/** The number under which an authority has registered a case, for everything that is on record now. */
export const registrySet = async (
  context: CliContext,
  id: string,
  { region: wanted, number, replaces }: RegistryOptions,
): Promise<Outcome> => {
  const { cases } = await context.samordna();
  const region = await knownRegion(context, wanted);
  const item = itemId(id);
  const found = await cases.load(item);
  if (!found) throw notThere(`No item has the id "${id}".`);
  const through = found.history.length;
  const outcome = await cases.execute(
    item,
    { do: 'register', region, number, through, ...(replaces === undefined ? {} : { replaces }) },
    await context.actor(),
  );
  if (!outcome.ok) throw refusedBy(sentenceOf(outcome.error));
  const registration = outcome.value.state.registry?.[region];
  return {
    exit: DONE,
    json: { item: id, region, ...registration, changed: outcome.value.events.length > 0 },
    text: `${id}: ${registration?.number ?? ''} in ${region}, through entry ${registration?.through ?? 0}`,
  };
};
