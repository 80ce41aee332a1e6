import { type Governance, regionsOf } from '#domain/authority/governance.ts';
import { allIndicators } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { type Indicator, isOutrun, type Scope } from '#domain/indicators/indicator.ts';
import { type MethodSum, savingsByMethod } from '#domain/indicators/methods.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type {
  ControlShown,
  Counted,
  EvidenceLinks,
  FigureTopic,
  FindingsView,
  IndicatorLine,
  ItemTitle,
} from '#rendering/views/findings.ts';
import { settingsOf } from '../indicators.ts';
import type { Listed } from '../listing.ts';
import type { Reading } from '../reading.ts';
import { regionName } from '../views/parts.ts';
import type { ControlRow } from './control.ts';

/** The figure that answers a topic, and those beside it. */
const OF_TOPIC: Readonly<Record<FigureTopic, readonly [string, ...string[]]>> = {
  share: [
    'share-coordinated',
    'count-coordinated',
    'share-coordinated-by-value',
    'share-coordinated-of-possible',
    'share-coordinated-forecast',
  ],
  savings: ['enabled-saving', 'coverage', 'realised-saving', 'hit-rate', 'net-benefit-theoretical'],
  costs: ['coordination-cost', 'coordination-hours', 'net-benefit-realised', 'net-benefit-theoretical'],
  net: [
    'net-benefit-theoretical',
    'net-benefit-realised',
    'avoided-procedures',
    'coordination-cost',
    'enabled-saving',
  ],
  lessons: ['reviewed-in-time', 'lessons-reused'],
  control: ['control-point', 'control-point-reasoned'],
};

/** What a question narrows to; without days the running year. */
export interface Narrowed {
  readonly region?: RegionId;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly category?: string;
}

export const lineOf = (found: Indicator): IndicatorLine => ({
  id: found.id,
  value: found.value,
  reason: found.reason,
  low: found.low,
  high: found.high,
  numerator: found.numerator,
  denominator: found.denominator,
  measure: found.unit,
  version: found.version,
  basis: found.basis,
  rests: { on: found.behind.counted.length, of: found.behind.of.length },
  excluded: found.excluded.map(({ reason, items }) => ({ reason, count: items.length })),
  ...(found.signed === undefined ? {} : { signed: found.signed }),
});

/** A target is for the regions and all categories together: beside a part it would be read as the part's own. */
const targetOf = ({ targets = [] }: Governance, id: string, { from, to, region, category }: Counted) => {
  const row =
    region === undefined && category === undefined
      ? targets.find((one) => one.indicator === id && one.from === from && one.to === to)
      : undefined;
  return row
    ? { target: { value: row.value, basis: row.reference ?? null, example: row.example === true } }
    : {};
};

/** Every figure of a topic over some procurements, as the cards show them. */
export interface Figured {
  readonly over: Counted;
  readonly main: Indicator;
  readonly lines: readonly Indicator[];
  readonly of: (region: RegionId | null) => readonly Indicator[];
  /** What of the savings was computed by market price; null: nothing, or nothing of the topic. */
  readonly market: MethodSum | null;
}

export const figured = (
  reading: Reading,
  facts: readonly ProcurementFacts[],
  topic: FigureTopic,
  { region, from, to, category }: Narrowed,
): Figured => {
  const year = dateOf(reading.now).slice(0, 4);
  const period = {
    from: from ?? (`${year}-01-01` as PlainDate),
    to: to ?? (`${year}-12-31` as PlainDate),
  };
  const settings = settingsOf(reading.governance);
  const of = (one: RegionId | null): readonly Indicator[] => {
    const scope: Scope = { period, region: one, category: category ?? null, asOf: reading.now };
    const shown = allIndicators(facts, scope, settings).filter((one) => !isOutrun(one));
    const all = new Map(shown.map((found) => [found.id, found]));
    return OF_TOPIC[topic].flatMap((id) => all.get(id) ?? []);
  };
  const lines = of(region ?? null);
  const [main] = lines;
  if (!main) throw new Error(`No figure answers ${topic}`);
  const over: Counted = {
    ...period,
    ...(region ? { region: regionName(reading, region) } : {}),
    ...(category ? { category } : {}),
  };
  const scope: Scope = { period, region: region ?? null, category: category ?? null, asOf: reading.now };
  const market =
    topic === 'savings' || topic === 'net'
      ? savingsByMethod(facts, scope).find(({ method }) => method === 'market-price')
      : undefined;
  return { over, main, lines, of, market: market ?? null };
};

/** A sum over fewer would tell what one procurement's tenders were. */
const FEWEST = 3;
/** What is computed from tenders. */
const OF_TENDERS: readonly string[] = [
  'enabled-saving',
  'realised-saving',
  'hit-rate',
  'net-benefit-realised',
  'net-benefit-theoretical',
];
const tellsOfOne = ({ id, behind }: Indicator): boolean =>
  OF_TENDERS.includes(id) && behind.counted.length > 0 && behind.counted.length < FEWEST;
/**
 * A saving is computed from tenders (OSL 19:3, 31:16): to whoever may not see one procurement's, a sum over one or two is
 * not told either, in any line or region of an answer. Null where it is what was asked for.
 */
export const withoutFew = (found: Figured): Figured | null => {
  if (tellsOfOne(found.main)) return null;
  const [main, ...others] = found.lines;
  return {
    ...found,
    lines: [...(main ? [main] : []), ...others.filter((line) => !tellsOfOne(line))],
    market: found.market && found.market.items.length >= FEWEST ? found.market : null,
    // A region's answer is its first line.
    of: (region) => {
      const lines = found.of(region);
      return lines[0] && tellsOfOne(lines[0]) ? [] : lines;
    },
  };
};

/** The answer to a question about figures: each with what it rests on, its definition's version and as-of. */
export const indicatorsView = (
  reading: Reading,
  topic: FigureTopic,
  { over, main, lines, of, market }: Figured,
  evidence: { readonly evidence?: EvidenceLinks } = {},
): FindingsView => ({
  card: 'findings',
  asOf: reading.now,
  face: {
    kind: 'indicators',
    topic,
    over,
    main: lineOf(main),
    others: lines.slice(1).map(lineOf),
    regions:
      over.region === undefined
        ? regionsOf(reading.governance).flatMap((region) => {
            const [line] = of(region);
            return line ? [{ region: regionName(reading, region), line: lineOf(line) }] : [];
          })
        : [],
    ...(over.to >= dateOf(reading.now) ? { running: dateOf(reading.now) } : {}),
    ...(market ? { market: { count: market.items.length, sum: market.sum } } : {}),
    ...targetOf(reading.governance, main.id, over),
    ...evidence,
  },
});

export const definitionsView = (
  reading: Reading,
  topic: FigureTopic,
  { over, lines }: Figured,
): FindingsView => ({
  card: 'findings',
  asOf: reading.now,
  face: { kind: 'definitions', topic, over, lines: lines.map(({ id, version }) => ({ id, version })) },
});

const controlShown = ({ how, on, reasons, withheld }: ControlRow): ControlShown => ({
  how,
  on,
  reasons: reasons.map(({ text, by, on }) => ({ text, by, on })),
  ...(withheld ? { withheld } : {}),
});

/** The procurements behind the main figure, by the plan's titles. */
export const behindView = (
  reading: Reading,
  topic: FigureTopic,
  { over, main }: Figured,
  listing: readonly Listed[],
  beside: {
    readonly rows: readonly ControlRow[];
    readonly evidence: { readonly evidence?: EvidenceLinks };
  } = { rows: [], evidence: {} },
): FindingsView => {
  const known = new Map(listing.map((one) => [one.id, one]));
  const titled = (id: ItemId): ItemTitle => {
    const listed = known.get(id);
    return {
      id,
      title: listed?.title ?? id,
      region: regionName(reading, listed?.region ?? ('-' as RegionId)),
    };
  };
  const counted = new Set(main.behind.counted);
  const rows = new Map(beside.rows.map((row) => [row.item, row]));
  return {
    card: 'findings',
    asOf: reading.now,
    face: {
      kind: 'behind',
      topic,
      over,
      id: main.id,
      counted: main.behind.counted.map((id) => {
        const row = rows.get(id);
        return row ? { ...titled(id), control: controlShown(row) } : titled(id);
      }),
      rest: main.behind.of.filter((id) => !counted.has(id)).map(titled),
      ...beside.evidence,
    },
  };
};
