import type { Shown } from '../text/safe.ts';
import type { CaseFacts, CouncilView, ItemHead, StakesView } from '../views.ts';
import { type Fact, fact, maybe } from './frame.ts';
import { low } from './label.ts';
import type { Writer } from './writer.ts';

/** As many names as somebody takes in at a glance; all of them stand in the grounds. */
const NAMED = 2;

const glance = (all: readonly Shown[], w: Writer): Shown | undefined => {
  if (all.length === 0) return undefined;
  const rest = all.length - NAMED;
  return [
    all.slice(0, NAMED).join('; '),
    ...(rest > 0 ? [w.say('common.andMore', { count: rest })] : []),
  ].join(' ') as Shown;
};

const without = ({ without: { units, value, unknown } }: StakesView, w: Writer): Shown => {
  if (units === 0) return w.say('brief.nothing');
  if (unknown === units) return w.say('brief.unknown');
  return unknown === 0 ? w.money(value) : w.say('brief.atLeast', { value: w.money(value) });
};

/** The planned start, and the earliest one where that is later. */
const start = (item: ItemHead, stakes: StakesView | undefined, w: Writer): Shown | undefined => {
  const earliest = stakes?.earliestStart;
  if (!item.start) return maybe(earliest ?? undefined, (day) => w.say('brief.earliest', { day: w.day(day) }));
  return earliest && (stakes.weeksLate ?? 0) > 0
    ? w.say('brief.late', { planned: w.day(item.start), day: w.day(earliest) })
    : w.day(item.start);
};

const stances = (regions: CouncilView['regions'], w: Writer): Shown | undefined => {
  if (regions.length === 0) return undefined;
  if (regions.every(({ stance }) => stance === null)) return w.say('common.noStances');
  return regions
    .map(({ region, stance }) =>
      w.say('council.regionPosition', {
        region: w.region(region),
        stance: stance === null ? w.say('common.noStance') : w.say(`stance.${stance}`),
      }),
    )
    .join('; ') as Shown;
};

/**
 * The at most six facts that answer the question, for whoever has twenty seconds: who objects and why, who is silent, what
 * it is worth together and without them (SEK excluding VAT), when it can start, and what the council said.
 */
export const brief = (
  item: ItemHead,
  facts: CaseFacts,
  stakes: StakesView | undefined,
  regions: CouncilView['regions'],
  w: Writer,
): readonly Fact[] => [
  ...fact(
    w,
    'brief.objects',
    glance(
      facts.objections.map(({ unitName, answer }) =>
        w.say('brief.objector', {
          unit: w.name(unitName),
          reason: low(w.say(answer.reason === undefined ? 'answer.objection' : `reason.${answer.reason}`)),
        }),
      ),
      w,
    ),
  ),
  ...fact(
    w,
    'brief.silent',
    glance(
      facts.silent.map(({ unitName }) => w.name(unitName)),
      w,
    ),
  ),
  ...fact(w, 'brief.together', maybe(stakes?.planned ?? item.value ?? undefined, w.money)),
  ...fact(
    w,
    'brief.without',
    maybe(stakes, (known) => without(known, w)),
  ),
  ...fact(w, 'field.start', start(item, stakes, w)),
  ...fact(w, 'brief.council', stances(regions, w)),
];
