import { endOfDay, isPlainDate, parseInstant } from '#domain/shared/calendar.ts';
import { type Instant, itemId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { refusalSentence } from '#rendering/render.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome, REFUSED } from '../output.ts';

const LANGUAGE: Language = 'en';

const deadlineOf = (text: string): Instant => {
  const deadline = isPlainDate(text) ? endOfDay(text) : parseInstant(text);
  if (deadline === null) {
    throw badInput(
      `--deadline is "${text}", which is no date: write it like 2026-12-04 (until midnight in Stockholm).`,
    );
  }
  return deadline;
};

/** Asks the units of both regions about items; with `dryRun` says who would be asked and who cannot be reached. */
export const openRounds = async (
  context: CliContext,
  ids: readonly string[],
  options: { readonly deadline: string; readonly dryRun: boolean },
): Promise<Outcome> => {
  const deadline = deadlineOf(options.deadline);
  const actor = await context.actor();
  const { rounds, people } = context.samordna;
  const directory = await people.directory();
  const done = [];
  for (const id of ids) {
    const item = itemId(id);
    const preview = await rounds.preview(item, deadline, actor);
    if (!preview.ok) {
      const message = refusalSentence(preview.error, LANGUAGE);
      done.push({ item: id, refused: preview.error.code, message });
      continue;
    }
    const { units, reachable, cardBytes } = preview.value;
    const asked = [...new Set(units.flatMap((ask) => ask.respondents))];
    const summary = {
      item: id,
      deadline,
      units: units.map((ask) => ({ unit: ask.unit, region: ask.region, respondents: ask.respondents })),
      people: asked.length,
      unreachable: asked
        .filter((person) => !reachable.has(person))
        .map((person) => directory.person(person)?.email ?? person),
      cardBytes,
    };
    const opened = options.dryRun ? null : await rounds.open(item, deadline, actor);
    if (opened && !opened.ok) {
      done.push({ item: id, refused: opened.error.code, message: refusalSentence(opened.error, LANGUAGE) });
    } else done.push({ ...summary, opened: opened !== null });
  }
  const refused = done.some((one) => 'refused' in one);
  return {
    exit: refused ? REFUSED : DONE,
    json: done,
    text: done
      .map((one) =>
        'refused' in one
          ? `${one.item}: ${one.message}`
          : `${one.item}: ${one.units.length} units, ${one.people} people, ${one.unreachable.length} of them cannot be reached yet${one.opened ? '' : ' (dry run)'}`,
      )
      .join('\n'),
  };
};
