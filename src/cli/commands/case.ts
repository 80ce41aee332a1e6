import { caseFile } from '#application/record/case-file.ts';
import { dateOf, inStockholm } from '#domain/shared/calendar.ts';
import { itemId } from '#domain/shared/ids.ts';
import { isLanguage, type Language } from '#domain/shared/language.ts';
import { day, kronor, number } from '#rendering/format.ts';
import { stakeTexts } from '#rendering/layout/weighing.ts';
import { refusalSentence } from '#rendering/render.ts';
import type { Plain } from '#rendering/text/safe.ts';
import { createSay } from '#rendering/text/words.ts';
import { caseHtml } from '#reports/case-html.ts';
import type { Writing } from '#reports/writing.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, notThere, type Outcome, refusedBy } from '../output.ts';

/** The same words, dates and figures as on the cards. */
export const writing = (language: Language): Writing => {
  const say = createSay(language);
  return {
    language,
    word: (key) => say.plain(key),
    day: (date) => day(date, language),
    moment: (instant) => {
      const time = inStockholm(instant).slice(11, 16);
      const date = day(dateOf(instant), language);
      return language === 'sv' ? `${date} kl. ${time.replace(':', '.')}` : `${date}, ${time}`;
    },
    kronor: (value) => kronor(value, language),
    number: (value) => number(value, language),
    stakes: (stakes) =>
      stakeTexts<Plain>(stakes, {
        say: say.plain,
        money: (value) => kronor(value, language) as Plain,
        day: (date) => day(date, language) as Plain,
      }),
  };
};

/** Who reads whole cases: Inköp's own people, and those who keep or watch over the record. */
const READERS = ['officer', 'registrar', 'auditor', 'controller', 'administrator'];

export interface CaseOptions {
  readonly format: string;
  readonly lang: string;
}

/** One case as a readable document. */
export const caseDocument = async (
  context: CliContext,
  id: string,
  { format, lang }: CaseOptions,
): Promise<Outcome> => {
  if (format !== 'html' && format !== 'json') throw badInput(`--format is "${format}": say html or json.`);
  if (!isLanguage(lang)) throw badInput(`--lang is "${lang}": say sv or en.`);
  const actor = await context.actor();
  if (actor.kind === 'person' && !actor.roles.some((role) => READERS.includes(role))) {
    throw refusedBy(refusalSentence({ code: 'not-allowed' }, lang));
  }
  const { cases, presenter, people, rules } = await context.samordna();
  const found = await cases.load(itemId(id));
  if (!found) throw notThere(`No item has the id "${id}".`);
  const now = presenter.now();
  const [directory, governance] = await Promise.all([people.directory(), rules.at(now)]);
  const file = caseFile(found, { now, directory, governance });
  const text = format === 'html' ? caseHtml(file, writing(lang)) : JSON.stringify(file, null, 2);
  return { exit: DONE, json: file, text: text.trimEnd() };
};
