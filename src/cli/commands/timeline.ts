import type { CaseBody } from '#application/cases.ts';
import { planNamer } from '#application/plan-names.ts';
import { likeItems, timelineOf } from '#application/planning.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { isLanguage } from '#domain/shared/language.ts';
import { timelineWriter } from '#rendering/timeline-text.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';

/** Deadlines of one item, region by region, with what is worth a warning. */
export const timeline = async (context: CliContext, id: string, lang: string): Promise<Outcome> => {
  if (!isLanguage(lang)) throw badInput(`--lang is "${lang}": say sv or en.`);
  const found = await context.store.get<CaseBody>('case', id);
  if (!found) throw badInput(`No item has the id "${id}": import the plan first, or look the id up in it.`);
  const { presenter, rules } = await context.samordna();
  const now = presenter.now();
  const governance = await rules.at(now);
  const { steps, warnings } = timelineOf(
    found.body.state,
    governance,
    dateOf(now),
    await likeItems(context.store, found.body.state.item),
  );
  const words = timelineWriter(lang, now);
  const { step, warning } = planNamer(governance);
  const regions = [...new Set([...steps, ...warnings].map(({ region }) => region))];
  return {
    exit: DONE,
    json: { item: id, asOf: now, steps, warnings },
    text: regions
      .flatMap((region) => [
        `${governance.regions.find((row) => row.region === region)?.name[lang] ?? region}:`,
        ...warnings.filter((one) => one.region === region).map((one) => `  ! ${words.warning(warning(one))}`),
        ...steps.filter((one) => one.region === region).map((one) => `  ${words.step(step(one))}`),
      ])
      .join('\n'),
  };
};
