import { caseFile } from '#application/record/case-file.ts';
import { readsAll, withheldFrom } from '#application/views/visibility.ts';
import { itemId } from '#domain/shared/ids.ts';
import { isLanguage } from '#domain/shared/language.ts';
import { refusalSentence } from '#rendering/render.ts';
import { writing } from '#rendering/writing.ts';
import { caseHtml } from '#reports/case-html.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, notThere, type Outcome, refusedBy } from '../output.ts';

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
  if (actor.kind === 'person' && !readsAll(actor)) {
    throw refusedBy(refusalSentence({ code: 'not-allowed' }, lang));
  }
  const { cases, presenter, people, rules } = await context.samordna();
  const found = await cases.load(itemId(id));
  if (!found) throw notThere(`No item has the id "${id}".`);
  if (withheldFrom(actor, found.state)) throw refusedBy(refusalSentence({ code: 'has-conflict' }, lang));
  const now = presenter.now();
  const [directory, governance] = await Promise.all([people.directory(), rules.at(now)]);
  const keptBy = actor.kind === 'person' ? { keptBy: actor.region } : {};
  const file = caseFile(found, { now, directory, governance, ...keptBy });
  const text = format === 'html' ? caseHtml(file, writing(lang)) : JSON.stringify(file, null, 2);
  return { exit: DONE, json: file, text: text.trimEnd() };
};
