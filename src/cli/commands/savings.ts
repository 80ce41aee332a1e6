import { decide } from '#domain/coordination/decide.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { SavingInput } from '#domain/indicators/figures.ts';
import { METHODS, type Method } from '#domain/savings/method.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { importErrorMessage } from '#plan-import/messages.ts';
import { readSavings, type SavingRows } from '#plan-import/read-savings.ts';
import { readSaving } from '#rendering/read-figures.ts';
import { refusalSentence } from '#rendering/render.ts';
import type { CliContext } from '../context.ts';
import { bytesOf } from '../files.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { languageIn } from './report-request.ts';

export interface SavingsOptions {
  readonly dryRun?: boolean;
  readonly lang: string;
}

/** How the methods may be written in a file. */
const NAMES: Readonly<Record<string, Method>> = {
  ...Object.fromEntries(METHODS.map((method) => [method, method])),
  varukorg: 'basket',
  förhandling: 'negotiation',
  marknadspris: 'market-price',
  'market price': 'market-price',
};

interface Made {
  readonly input: SavingInput;
  readonly assumptions: string;
}
type Row = SavingRows['rows'][number];
const methodOf = ({ cells }: Row): Method | undefined => NAMES[cells.method.toLowerCase()];
const lineOf = (method: Method, { cells }: Row): string =>
  method === 'market-price' ? cells.first : [cells.quantity, cells.first, cells.second].join('; ');

/** What is wrong with a row by itself; null where it can be read. What stands once an item is its first row's. */
const faultOf = (row: Row, method: Method | undefined): Refusal | null => {
  if (method === undefined || methodOf(row) !== method) return refuse('method-unreadable');
  const read = readSaving({
    method,
    lines: lineOf(method, row),
    index: '0',
    unmatched: '0',
    winner: '0',
    quantity: '1',
    years: '1',
    assumptions: '-',
  });
  return read.ok ? null : refuse(read.error);
};

/** What each row is refused for. */
type Faults = readonly { readonly row: number; readonly refusal: Refusal }[];
/** An item's rows as one saving: what is said once an item stands on its first row. Refused, each row says why. */
const inputOf = ({ rows }: SavingRows): Result<Made, Faults> => {
  const [first] = rows;
  const method = first && methodOf(first);
  const own = rows.map((row) => ({ row: row.row, refusal: faultOf(row, method) }));
  const refused = (of: readonly { readonly row: number; readonly refusal: Refusal | null }[]) =>
    fail(of.map(({ row, refusal }) => ({ row, refusal: refusal ?? refuse('row-with-others') })));
  if (!first || !method || own.some(({ refusal }) => refusal !== null)) return refused(own);
  const { index, unmatched, winner, quantity, years, assumptions } = first.cells;
  const firstRefused = (refusal: Refusal) =>
    refused(own.map(({ row }) => ({ row, refusal: row === first.row ? refusal : null })));
  if (assumptions === '') return firstRefused(refuse('text-missing'));
  const read = readSaving({
    method,
    lines: rows.map((row) => lineOf(method, row)).join('\n'),
    index: index === '' ? '0' : index,
    unmatched,
    winner,
    quantity,
    years,
    assumptions,
  });
  return read.ok ? ok({ input: read.value, assumptions }) : firstRefused(refuse(read.error));
};

/**
 * Savings by article from a csv or xlsx file, each item wholly or not at all. The same file again changes nothing; with
 * `dryRun` nothing is written. Each refused row is a sentence with its number, and the other items go on.
 */
export const savingsImport = async (
  context: CliContext,
  file: string,
  { dryRun = false, lang }: SavingsOptions,
): Promise<Outcome> => {
  const language = languageIn(lang);
  const read = readSavings(await bytesOf(file), file);
  if (!read.ok) throw badInput(importErrorMessage(read.error, language));
  const { cases, rules, presenter } = await context.samordna();
  const actor = await context.actor();
  const now = presenter.now();
  const governance = await rules.at(now);
  const rejected: { row: number; item: string; reason: string; message: string }[] = [];
  let stated = 0;
  let unchanged = 0;
  for (const of of read.value) {
    const report = (faults: Faults): void => {
      for (const { row, refusal } of faults) {
        const message = refusalSentence(refusal, language);
        rejected.push({ row, item: of.item, reason: refusal.code, message });
      }
    };
    /** The whole item is refused, and with it every row of it. */
    const reject = (refusal: Refusal): void => report(of.rows.map(({ row }) => ({ row, refusal })));
    const made = inputOf(of);
    if (!made.ok) {
      report(made.error);
      continue;
    }
    const found = await cases.load(of.item);
    if (!found) {
      reject(refuse('unknown-item', { item: of.item }));
      continue;
    }
    const { input, assumptions } = made.value;
    const command = { do: 'state-saving', input, texts: { assumptions } } as const;
    const outcome = decide(found.state, command, { now, actor, governance });
    if (!outcome.ok) {
      reject(outcome.error);
      continue;
    }
    const known = found.state.figures?.saving;
    const [event] = outcome.value.events;
    const same =
      known !== undefined &&
      event?.type === 'saving-stated' &&
      known.texts?.assumptions === assumptions &&
      known.method === event.figures.method &&
      known.years === event.figures.years &&
      JSON.stringify(known.annual) === JSON.stringify(event.figures.annual);
    if (same) {
      unchanged += 1;
      continue;
    }
    const done = dryRun ? null : await cases.execute(of.item, command, actor);
    if (done && !done.ok) reject(done.error);
    else stated += 1;
  }
  const json = { items: read.value.length, stated, unchanged, rejected, dryRun };
  return {
    exit: DONE,
    json,
    text: [
      `${json.items} items: ${stated} ${dryRun ? 'would be stated' : 'stated'}, ${unchanged} unchanged, ${rejected.length} rows rejected.`,
      ...rejected.map(({ row, item, message }) => `Row ${row} (${item}): ${message}`),
    ].join('\n'),
  };
};
