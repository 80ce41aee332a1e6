import { figureOf, type Report } from '#application/reporting/report.ts';
import type { ProcurementFacts, StatedFacts } from '#domain/indicators/facts.ts';
import { elapsed } from '#domain/indicators/indicator.ts';
import { realisedIn, yearsInForce } from '#domain/indicators/saving.ts';
import { SOURCES } from '#domain/savings/attribution.ts';
import { biasClass } from '#domain/savings/bias.ts';
import { type Range, times } from '#domain/savings/range.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { definedAs, indicatorWords } from '../indicator-words.ts';
import type { Writing } from '../writing.ts';
import { basisText } from './sheet.ts';
import type { Cell, Rows } from './sheet-rows.ts';
import { percent, tellIn } from './words.ts';

/** Who a workbook is made for. */
export interface WorkbookReader {
  /** Null: whoever runs the server. */
  readonly person: PersonId | null;
  readonly name: (id: string) => string;
}
/** What was computed from a procurement's tenders is not for whoever has a conflict in it (KL 6:28–32). */
export const isWithheld = ({ conflicted = [] }: ProcurementFacts, { person }: WorkbookReader): boolean =>
  person !== null && conflicted.includes(person);

const ends = (range: Range | null): Cell[] =>
  range === null ? [null, null, null] : [range.low, range.base, range.high];

/** The class that the number of bids lies in, never the number: a release is a person's harm test (OSL 19:3, 31:16). */
const biasText = ({ bidders }: StatedFacts, w: Writing): string | null => {
  const found = bidders === undefined ? null : biasClass(bidders);
  if (found === null) return null;
  const t = tellIn(w.language);
  const least = percent(found.least, w);
  return found.most === null
    ? t('biasAtLeast', { least })
    : t('range', { low: least, high: percent(found.most, w) });
};

const attributionText = ({ attribution }: ProcurementFacts, w: Writing): string | null =>
  attribution === undefined
    ? null
    : SOURCES.filter((source) => attribution[source] > 0)
        .map((source) => `${w.word(`source.${source}`)} ${percent(attribution[source], w)}`)
        .join(', ');

const realisedSoFar = ({ realised }: ProcurementFacts): number | null => {
  const values = realised.flatMap(({ value }) => value ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
};

export const SAVING_WIDTHS = [
  18, 50, 16, 18, 8, 14, 14, 14, 14, 14, 14, 14, 14, 14, 26, 24, 12, 80, 24, 12, 40, 14, 14,
];

/** Every saving behind the report: never a number without how, by whom, on what and signed by whom. SEK excluding VAT. */
export const savingRows = (report: Report, w: Writing, reader: WorkbookReader): Rows => {
  const t = tellIn(w.language);
  const { period, asOf } = report;
  const until = elapsed({ period, asOf, region: null, category: null });
  const three = (name: Parameters<typeof t>[0]) =>
    (['low', 'base', 'high'] as const).map((end) => `${t(name)}: ${t(end)}`);
  const row = (facts: ProcurementFacts): Cell[] => {
    const { saving, contract } = facts;
    const named: Cell[] = [facts.item, facts.title ?? null];
    if (!saving) return named;
    if (isWithheld(facts, reader)) return [...named, t('withheld')];
    const { stated } = saving;
    return [
      ...named,
      t(`method.${saving.method}`),
      stated?.version ?? null,
      stated?.years ?? null,
      ...ends(saving.annual),
      ...ends(saving.term),
      ...ends(contract ? times(saving.annual, yearsInForce(contract, until)) : null),
      stated ? biasText(stated, w) : null,
      stated ? reader.name(stated.by) : null,
      stated?.on ?? null,
      stated?.assumptions ?? null,
      stated?.signed ? reader.name(stated.signed.by) : t('no'),
      stated?.signed?.on ?? null,
      attributionText(facts, w) ?? t('unknown'),
      realisedIn(facts, period),
      realisedSoFar(facts),
    ];
  };
  return [
    [
      t('column.id'),
      t('item'),
      t('method'),
      t('column.methodVersion'),
      t('column.years'),
      ...three('column.saving'),
      ...three('column.term'),
      ...three('column.inPeriod'),
      t('column.bias'),
      t('column.author'),
      t('column.on'),
      t('column.assumptions'),
      t('column.signedBy'),
      t('column.signedOn'),
      t('column.attribution'),
      t('column.realisedIn'),
      t('column.realisedAll'),
    ],
    ...[...report.cases.values()].filter(({ saving }) => saving !== undefined).map(row),
  ];
};

/** Each target that holds for some of the period, with its documented basis or that it has none. */
export const targetRows = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  const { units } = indicatorWords(w.language);
  const region = report.scopes[0]?.region ?? null;
  return [
    [
      t('measure'),
      t('column.from'),
      t('column.to'),
      t('target'),
      t('column.unit'),
      t('outcome'),
      t('fulfilment'),
      t('basis'),
    ],
    ...report.targets.map((target): Cell[] => {
      const outcome = figureOf(report, target.indicator, region);
      const met = figureOf(report, `target-${target.indicator}`, region);
      const same = target.period.from === report.period.from && target.period.to === report.period.to;
      return [
        definedAs(target.indicator, w.language).name,
        target.period.from,
        target.period.to,
        target.value,
        outcome === undefined ? null : outcome.unit === 'share' ? '0–1' : units[outcome.unit],
        outcome?.value ?? null,
        same ? (met?.value ?? null) : null,
        basisText(target, w),
      ];
    }),
  ];
};
