import type { Samordna } from '#application/samordna.ts';
import { expectedMinutes } from '#application/views/service.ts';
import type { UnitAsk } from '#domain/coordination/events.ts';
import type { Refusal, RefusalCode } from '#domain/coordination/refusal.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { endOfDay, isPlainDate, parseInstant } from '#domain/shared/calendar.ts';
import { type Instant, type ItemId, itemId, type RoundId, roundId } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, notThere, type Outcome, REFUSED } from '../output.ts';
import { sentenceOf } from '../refusals.ts';

const deadlineOf = (text: string): Instant => {
  const deadline = isPlainDate(text) ? endOfDay(text) : parseInstant(text);
  if (deadline !== null && /^\d/.test(deadline)) return deadline;
  throw badInput(
    `--deadline is "${text}", which is no date: write it like 2026-12-04 (until midnight in Stockholm).`,
  );
};

/** Before anybody is asked: a mistyped id must not leave half of the items asked about. */
const knownItems = async ({ store }: CliContext, ids: readonly string[]): Promise<readonly ItemId[]> => {
  const items = [...new Set(ids)].map(itemId);
  const found = await Promise.all(items.map((item) => store.get('case', item)));
  const unknown = items.filter((_, i) => found[i] === null);
  if (unknown.length === 0) return items;
  const names = unknown.map((id) => `"${id}"`).join(', ');
  throw notThere(`No item has the id ${names}: nobody was asked. Correct it, or import the plan first.`);
};

/** What came of one item. */
type Line =
  | { readonly item: ItemId; readonly refused: RefusalCode; readonly message: string }
  | {
      readonly item: ItemId;
      /** As `deliveries --round` takes it; null in a dry run. */
      readonly round: RoundId | null;
      readonly deadline: Instant;
      readonly units: readonly Pick<UnitAsk, 'unit' | 'region' | 'respondents'>[];
      readonly people: number;
      /** E-mails of those who have no chat with the bot yet. */
      readonly unreachable: readonly string[];
      readonly cardBytes: number;
      /** Until the last card has left, at Teams' pace. */
      readonly minutes: number;
      readonly opened: boolean;
    };

const refusedLine = (item: ItemId, refusal: Refusal): Line => ({
  item,
  refused: refusal.code,
  message: sentenceOf(refusal),
});

const askAbout = async (
  { rounds, people }: Samordna,
  item: ItemId,
  {
    deadline,
    dryRun,
    actor,
  }: { readonly deadline: Instant; readonly dryRun: boolean; readonly actor: Actor },
): Promise<Line> => {
  const preview = await rounds.preview(item, deadline, actor);
  if (!preview.ok) return refusedLine(item, preview.error);
  const opened = dryRun ? null : await rounds.open(item, deadline, actor);
  if (opened && !opened.ok) return refusedLine(item, opened.error);
  const directory = await people.directory();
  const { units, reachable, cardBytes } = preview.value;
  const asked = [...new Set(units.flatMap((ask) => ask.respondents))];
  const after = opened?.value.state;
  return {
    item,
    round: after && isAsked(after) ? roundId(item, after.round.number) : null,
    deadline,
    units: units.map(({ unit, region, respondents }) => ({ unit, region, respondents })),
    people: asked.length,
    unreachable: asked
      .filter((person) => !reachable.has(person))
      .map((person) => directory.person(person)?.email ?? person),
    cardBytes,
    minutes: expectedMinutes(asked.filter((person) => reachable.has(person))),
    opened: !dryRun,
  };
};

const textOf = (line: Line): string =>
  'refused' in line
    ? `${line.item}: ${line.message}`
    : `${line.round ?? `${line.item} (dry run)`}: ${line.units.length} units, ${line.people} people, ${line.unreachable.length} of them cannot be reached yet`;

/** Asks the units of both regions about items; with `dryRun` says who would be asked and who cannot be reached. */
export const openRounds = async (
  context: CliContext,
  ids: readonly string[],
  options: { readonly deadline: string; readonly dryRun: boolean },
): Promise<Outcome> => {
  const deadline = deadlineOf(options.deadline);
  const items = await knownItems(context, ids);
  const actor = await context.actor();
  const samordna = await context.samordna();
  const lines: Line[] = [];
  for (const item of items) {
    lines.push(await askAbout(samordna, item, { deadline, dryRun: options.dryRun, actor }));
  }
  return {
    exit: lines.some((line) => 'refused' in line) ? REFUSED : DONE,
    json: lines,
    text: lines.map(textOf).join('\n'),
  };
};
