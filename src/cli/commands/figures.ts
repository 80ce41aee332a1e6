import { isAwarded, loggedLately, readsFigures, readsSaving } from '#application/views/figures/shown.ts';
import { refuse } from '#domain/coordination/refusal.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { COST_CATEGORIES, type FigureInput, NO_FIGURES } from '#domain/indicators/figures.ts';
import { isSecret } from '#domain/record/secrecy.ts';
import { METHODS, OBSTACLES } from '#domain/savings/method.ts';
import { isPlainDate, parseInstant } from '#domain/shared/calendar.ts';
import { itemId, type PlainDate } from '#domain/shared/ids.ts';
import { importErrorMessage } from '#plan-import/messages.ts';
import { readInvoicedRows } from '#plan-import/read-invoiced.ts';
import { parseNumber } from '#rendering/parse-number.ts';
import { readAmount, readInvoiced, readShares } from '#rendering/read-figures.ts';
import type { CliContext } from '../context.ts';
import { bytesOf } from '../files.ts';
import { badInput, DONE, notThere, type Outcome, refusedBy } from '../output.ts';
import { sentenceOf } from '../refusals.ts';

const known = async (context: CliContext, id: string): Promise<KnownCase> => {
  const found = await (await context.samordna()).cases.load(itemId(id));
  if (!found) throw notThere(`No item has the id "${id}": import the plan first, or look the id up in it.`);
  return found.state;
};

/** As the person whom `--as` names; what the rules refuse is a sentence. `noted` null: it was said before. */
const note = async (context: CliContext, id: string, figure: FigureInput): Promise<Outcome> => {
  await known(context, id);
  const { cases, presenter } = await context.samordna();
  const done = await cases.execute(
    itemId(id),
    { do: 'note-figure', figure, texts: {} },
    await context.actor(),
  );
  if (!done.ok) throw refusedBy(sentenceOf(done.error));
  const noted = done.value.events.flatMap((event) =>
    event.type === 'figure-noted' ? [event.figure] : [],
  )[0];
  return {
    exit: DONE,
    json: { item: id, changed: noted !== undefined, noted: noted ?? null, asOf: presenter.now() },
    text: noted ? `${id}: ${JSON.stringify(noted)}` : `${id}: nothing changed (it was said before)`,
  };
};

const oneOf = <T extends string>(option: string, given: string, allowed: readonly T[]): T => {
  const found = allowed.find((name) => name === given);
  if (found === undefined) throw badInput(`${option} is "${given}": choose one of ${allowed.join(', ')}.`);
  return found;
};
const dayIn = (option: string, given: string): PlainDate => {
  if (isPlainDate(given)) return given;
  throw badInput(`${option} is "${given}", which is no date: write it like 2026-11-22.`);
};

/** What is known of an item's money, to whoever may see it: also when the saving was stated, which validating it needs. */
export const savingsShow = async (context: CliContext, id: string): Promise<Outcome> => {
  const state = await known(context, id);
  const { presenter } = await context.samordna();
  const actor = await context.actor();
  if (actor.kind === 'person') {
    const viewer = await context.person();
    if (!readsFigures(viewer, state)) throw refusedBy(sentenceOf(refuse('not-allowed')));
    if (!isSecret(state) && !readsSaving(viewer, state)) throw refusedBy(sentenceOf(refuse('not-allowed')));
  }
  // An evaluation that a court ordered anew is secret anew (OSL 19:3).
  if (isSecret(state) || !isAwarded(state)) throw refusedBy(sentenceOf(refuse('bids-secret')));
  const { saving = null, validated = null, attribution = null, ...rest } = state.figures ?? NO_FIGURES;
  const costs = rest.costs.map(({ said: _said, ...cost }) => cost);
  const json = {
    item: id,
    saving: saving && { ...saving, stated: saving.at },
    validated,
    obstacles: rest.obstacles,
    realised: Object.values(rest.realised),
    attribution,
    costs,
    asOf: presenter.now(),
  };
  const range = saving && `${saving.annual.low} … ${saving.annual.base} … ${saving.annual.high} SEK a year`;
  return {
    exit: DONE,
    json,
    text: [
      saving
        ? `${id}: ${saving.method}, ${range}, stated ${saving.at} by ${saving.by}`
        : `${id}: no saving has been stated`,
      validated ? `validated ${validated.at} by ${validated.by}` : 'not validated',
      ...json.realised.map(({ from, to, value }) => `realised ${from}..${to}: ${value ?? 'not calculable'}`),
      ...costs.map(
        ({ number, category, seconds, external }) =>
          `cost ${number} (${category}): ${seconds / 3600} h, ${external} SEK`,
      ),
    ].join('\n'),
  };
};

/** Finance signs the saving that it has seen: `stated` says which, so that one computed anew since is not signed unseen. */
export const savingsValidate = async (
  context: CliContext,
  id: string,
  { stated }: { readonly stated: string },
): Promise<Outcome> => {
  const at = parseInstant(stated);
  if (at === null)
    throw badInput(
      `--stated is "${stated}", which is no instant: take it from "savings show ${id} --json" (saving.stated).`,
    );
  return note(context, id, { kind: 'validated', stated: at });
};

export interface RealisedOptions {
  readonly from: string;
  readonly to: string;
  readonly line?: readonly string[];
  readonly file?: string;
}

/** What was invoiced in a stretch of time, by article. A row of a file that cannot be read is named. */
export const savingsRealised = async (
  context: CliContext,
  id: string,
  { from, to, line = [], file }: RealisedOptions,
): Promise<Outcome> => {
  const stretch = { from: dayIn('--from', from), to: dayIn('--to', to) };
  if (line.length > 0 === (file !== undefined))
    throw badInput('Give what was invoiced as --line "QUANTITY; OLD PRICE; INVOICED PRICE", or in a --file.');
  const rows =
    file === undefined ? line.map((text, at) => ({ name: `--line ${at + 1}`, text })) : await fileRows(file);
  const unreadable = rows.filter(({ text }) => !readInvoiced(text).ok).map(({ name }) => name);
  if (unreadable.length > 0)
    throw badInput(
      `${unreadable.join(', ')} cannot be read: a quantity, the old price (empty or - for none) and the invoiced price.`,
    );
  const read = readInvoiced(rows.map(({ text }) => text).join('\n'));
  if (!read.ok) throw badInput(sentenceOf(refuse(read.error)));
  return note(context, id, { kind: 'realised', ...stretch, lines: read.value });
};
const fileRows = async (file: string): Promise<{ readonly name: string; readonly text: string }[]> => {
  const read = readInvoicedRows(await bytesOf(file), file);
  if (!read.ok) throw badInput(importErrorMessage(read.error, 'en'));
  return read.value.map(({ row, cells }) => ({ name: `Row ${row}`, text: cells.join('; ') }));
};

/** What an effect came from, in per cent; what is not said is unknown. */
export const savingsAttribute = async (
  context: CliContext,
  id: string,
  given: Readonly<Partial<Record<'coordination' | 'market' | 'commerce' | 'category', string>>>,
): Promise<Outcome> => {
  const { coordination = '', market = '', commerce = '', category = '' } = given;
  const read = readShares({ coordination, market, commerce, category });
  if (!read.ok) throw badInput(sentenceOf(refuse(read.error)));
  return note(context, id, { kind: 'attributed', shares: read.value });
};

/** A method that cannot be used, and why. */
export const savingsRuleOut = async (
  context: CliContext,
  id: string,
  given: { readonly method: string; readonly obstacle: string },
): Promise<Outcome> =>
  note(context, id, {
    kind: 'ruled-out',
    method: oneOf('--method', given.method, METHODS),
    obstacle: oneOf('--obstacle', given.obstacle, OBSTACLES),
  });

/**
 * What coordinating took: time, or for an external an amount. Refused where the same person logged the same within half an
 * hour, unless it is once more (`again`).
 */
export const costsLog = async (
  context: CliContext,
  id: string,
  amount: string,
  given: { readonly category: string; readonly again?: boolean },
): Promise<Outcome> => {
  const category = oneOf('--category', given.category, COST_CATEGORIES);
  const read = readAmount(amount, category);
  if (!read) throw badInput(sentenceOf(refuse('effort-unreadable')));
  const actor = await context.actor();
  if (actor.kind === 'person' && given.again !== true) {
    const { presenter } = await context.samordna();
    const before = { viewer: actor, now: presenter.now() };
    const at = loggedLately(before, await known(context, id), { category, ...read });
    if (at !== null)
      throw refusedBy(
        `You logged the same at ${at}: nothing more was logged. If it is once more, say so with --again.`,
      );
  }
  return note(context, id, { kind: 'cost', category, ...read });
};

/** Takes a logged cost that was wrong away, by its number. */
export const costsWithdraw = async (context: CliContext, id: string, number: string): Promise<Outcome> => {
  if (!/^[1-9]\d{0,8}$/.test(number))
    throw badInput(
      `"${number}" is no number of a cost: "costs log" printed it, and "savings show ${id}" does.`,
    );
  return note(context, id, { kind: 'cost-withdrawn', number: Number(number) });
};

/** Per cent as it is written: "90" or "90 %" → 0.9. */
const shareIn = (option: string, given: string): number => {
  const [, figure] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(given.trim()) ?? [];
  const share = Number(figure?.replace(',', '.')) / 100;
  if (figure !== undefined && share <= 1) return share;
  throw badInput(`${option} is "${given}": write per cent from 0 to 100.`);
};

export interface ItemNoteOptions {
  readonly nonconformities?: string;
  readonly fidelity?: string;
  readonly sustainability?: string;
  readonly contractValue?: string;
}

/** One figure from the follow-up of a contract, by an officer or a controller; said anew it replaces. */
export const itemNote = async (context: CliContext, id: string, given: ItemNoteOptions): Promise<Outcome> => {
  const { nonconformities, fidelity, sustainability, contractValue } = given;
  const figures: FigureInput[] = [];
  if (nonconformities !== undefined) {
    if (!/^\d{1,6}$/.test(nonconformities))
      throw badInput(`--nonconformities is "${nonconformities}": write a whole number.`);
    figures.push({ kind: 'nonconformities', count: Number(nonconformities) });
  }
  if (fidelity !== undefined) figures.push({ kind: 'fidelity', share: shareIn('--fidelity', fidelity) });
  if (sustainability !== undefined)
    figures.push({ kind: 'sustainability', share: shareIn('--sustainability', sustainability) });
  if (contractValue !== undefined) {
    const value = parseNumber(contractValue);
    if (value === null || value <= 0)
      throw badInput(`--contract-value is "${contractValue}": write SEK without VAT, such as 6 000 000.`);
    figures.push({ kind: 'contract-value', value });
  }
  const [figure, ...others] = figures;
  if (!figure || others.length > 0)
    throw badInput('Say one figure: --nonconformities, --fidelity, --sustainability or --contract-value.');
  return note(context, id, figure);
};
