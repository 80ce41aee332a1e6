import { utils, write } from '@e965/xlsx';
import type { Report } from '#application/reporting/report.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { isCoordinated } from '#domain/indicators/facts.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { pack, unpack, zipEntries } from '#plan-import/zip.ts';
import audit from '../data/audit-figures.json' with { type: 'json' };
import { definedAs, indicatorWords } from '../indicator-words.ts';
import type { Writing } from '../writing.ts';
import { auditNotes } from './audit-notes.ts';
import { chartsOf } from './charts.ts';
import { evidenceText } from './evidence.ts';
import { figureText, kickerOf, titleOf } from './figure.ts';
import { isWithheld, SAVING_WIDTHS, savingRows, targetRows, type WorkbookReader } from './saving-rows.ts';
import { basisText } from './sheet.ts';
import { type Cell, type Rows, withRows } from './sheet-rows.ts';
import { tellIn } from './words.ts';

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
/** Bytes of a workbook without its rows. */
const LIMIT = 1_000_000;

const about = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  const { period, cutOff, rate } = report;
  return [
    [kickerOf(report.kind, report, w.language)],
    [titleOf(report, w)],
    [
      t('head', {
        from: period.from,
        to: period.to,
        asOf: w.moment(report.asOf),
        rules: report.rules,
      }),
    ],
    ...(report.category === null ? [] : [[t('onlyCategory', { category: report.category })]]),
    ...(cutOff ? [[t('cutOff', { day: cutOff.endsOn, basis: basisText(cutOff, w) })]] : []),
    ...(report.running ? [[t('running')]] : []),
    [t('reading')],
    [rate ? t('rate', { rate: w.kronor(rate.sekPerHour), basis: basisText(rate, w) }) : t('noRate')],
    [t('methodsNote')],
    [
      t('bias')
        .replace(/[^.]*:$/, '')
        .trim(),
    ],
    [t('wholeContracts')],
    ...(report.kind === 'region' ? [] : [[[t('seriesNote'), ...auditNotes(w)].join(' ')]]),
    [`${t('sheet.behind')}: ${t('legend')}`],
  ];
};

const scopeName = (report: Report, region: string | null, w: Writing): string =>
  report.scopes.find((scope) => scope.region === region)?.name[w.language] ?? '';

const figures = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  const words = indicatorWords(w.language);
  return [
    [
      t('column.id'),
      t('measure'),
      t('region'),
      t('column.value'),
      t('column.unit'),
      t('column.numerator'),
      t('column.denominator'),
      t('low'),
      t('high'),
      t('column.signedCount'),
      t('column.reason'),
      t('column.version'),
      t('column.basis'),
      t('column.excluded'),
      t('column.definition'),
    ],
    ...report.figures.map((figure) => {
      const { name, definition, reason, outside } = figureText(figure, w);
      return [
        figure.id,
        name,
        scopeName(report, figure.scope.region, w),
        figure.value,
        // In the workbook a share is a number of 0–1.
        figure.unit === 'share' ? '0–1' : words.units[figure.unit],
        figure.numerator,
        figure.denominator,
        figure.low,
        figure.high,
        figure.signed ?? null,
        reason,
        figure.version,
        t(`basis.${figure.basis}`),
        outside,
        definition,
      ];
    }),
  ];
};

/** One procurement a row, one measure a column: how it stands in it. */
const behind = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  const words = indicatorWords(w.language);
  const shown = report.figures.filter(({ id }) => !id.startsWith('target-'));
  const rows = new Map<ItemId, Cell[]>(
    [...report.cases.values()].map(({ item, title }) => [item, [item, title ?? '']]),
  );
  shown.forEach((figure, at) => {
    const mark = (items: readonly ItemId[], how: string | number) => {
      for (const item of items) {
        const row = rows.get(item);
        if (row) row[at + 2] = how;
      }
    };
    for (const { reason, items } of figure.excluded) mark(items, words.excluded[reason]);
    // So that the column's sum is how many are counted.
    mark(figure.behind.of, 0);
    mark(figure.behind.counted, 1);
  });
  return [
    [
      t('column.id'),
      t('item'),
      ...shown.map(
        ({ id, scope }) => `${definedAs(id, w.language).name} (${scopeName(report, scope.region, w)})`,
      ),
    ],
    ...rows.values(),
  ];
};

const caseRow = (facts: ProcurementFacts, t: ReturnType<typeof tellIn>, hidden: boolean): Cell[] => {
  const { contract, cost } = facts;
  const saving = hidden ? undefined : facts.saving;
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? 'yes' : 'no'));
  return [
    facts.item,
    facts.title ?? null,
    facts.plan,
    facts.region,
    facts.cpv ?? null,
    facts.value ?? null,
    yesNo(facts.possible),
    facts.asked ?? null,
    facts.advertised ?? null,
    contract?.signed ?? null,
    contract?.value ?? null,
    contract?.parties.map(({ region, ceiling }) => `${region}: ${ceiling}`).join('; ') ?? null,
    contract ? yesNo(isCoordinated(facts)) : null,
    saving ? t(`method.${saving.method}`) : null,
    saving?.annual.low ?? null,
    saving?.annual.base ?? null,
    saving?.annual.high ?? null,
    cost ? cost.seconds / 3600 : null,
    cost?.external ?? null,
    facts.exit ? `${facts.exit.how} ${facts.exit.on}` : null,
  ];
};
const cases = (report: Report, w: Writing, reader: WorkbookReader): Rows => {
  const t = tellIn(w.language);
  return [
    [
      t('column.id'),
      t('item'),
      t('column.plan'),
      t('region'),
      t('column.cpv'),
      t('value'),
      t('column.possible'),
      t('column.asked'),
      t('column.advertised'),
      t('column.signed'),
      t('column.contractValue'),
      t('column.parties'),
      t('column.coordinated'),
      t('method'),
      `${t('column.saving')}: ${t('low')}`,
      `${t('column.saving')}: ${t('base')}`,
      `${t('column.saving')}: ${t('high')}`,
      t('column.hours'),
      t('column.external'),
      t('column.exit'),
    ],
    ...[...report.cases.values()].map((facts) => caseRow(facts, t, isWithheld(facts, reader))),
  ];
};

const charts = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  return [
    [t('column.chart'), t('column.category'), t('column.series'), t('column.value'), t('column.note')],
    ...chartsOf(report, w).flatMap(({ title, data }) =>
      data.map(
        ({ category, series, value, note }) => [title, category, series, value, note ?? null] as Cell[],
      ),
    ),
    ...(report.kind === 'region'
      ? []
      : [
          [
            t('seriesBreak'),
            t('chart.audit'),
            t('auditUncalculated'),
            audit.notCalculableShare.value,
            auditNotes(w).join(' '),
          ],
        ]),
  ];
};

const deviations = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  return [
    [t('column.id'), t('item'), t('regions'), t('day'), t('reasoned'), t('value')],
    ...report.deviations.map(({ facts, deviation }): Cell[] => [
      facts.item,
      facts.title ?? null,
      deviation.regions.join(', '),
      deviation.on,
      t(deviation.reasoned ? 'yes' : 'no'),
      facts.value ?? null,
    ]),
  ];
};

const followUp = (report: Report, w: Writing): Rows => {
  const t = tellIn(w.language);
  return [
    [t('finding'), t('measures'), t('evidence')],
    ...report.followUps.flatMap(({ finding, measures, evidence }) =>
      evidence.map((one): Cell[] => [
        t(`finding.${finding}`),
        measures.map(({ measure, owner, due }) => `${measure[w.language]} (${owner}, ${due})`).join('; ') ||
          t('noMeasure'),
        evidenceText(one, w),
      ]),
    ),
  ];
};

/** The data behind every figure and chart of a report: one workbook, no formula and no macro. */
export const reportWorkbook = (report: Report, w: Writing, reader: WorkbookReader): Uint8Array => {
  const t = tellIn(w.language);
  const book = utils.book_new();
  const tables: Rows[] = [];
  /** Widths fit what is read. */
  const add = (name: Parameters<typeof t>[0], rows: Rows, widths: readonly number[]) => {
    tables.push(rows);
    utils.book_append_sheet(book, { '!cols': widths.map((wch) => ({ wch })) }, t(name));
  };
  add('sheet.about', about(report, w), [120]);
  add('sheet.figures', figures(report, w), [28, 42, 24, 14, 8, 14, 14, 14, 14, 12, 36, 8, 10, 40, 90]);
  add('sheet.behind', behind(report, w), [18, 50]);
  add('sheet.cases', cases(report, w, reader), [18, 50, 8, 14, 12, 14, 12, 12, 12, 12, 14, 40, 12, 14]);
  add('sheet.savings', savingRows(report, w, reader), SAVING_WIDTHS);
  add('sheet.targets', targetRows(report, w), [42, 12, 12, 14, 8, 14, 14, 50]);
  add('sheet.charts', charts(report, w), [44, 30, 34, 16, 120]);
  add('sheet.deviations', deviations(report, w), [18, 50, 24, 12, 10, 16]);
  add('sheet.followUp', followUp(report, w), [60, 70, 70]);
  const around = unpack(zipEntries(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer) ?? [], LIMIT);
  if (!Array.isArray(around)) throw new Error('The library wrote a workbook that cannot be read.');
  return pack(
    around.map((part) => {
      const rows = tables[Number(SHEET.exec(part.name)?.[1]) - 1];
      return rows ? withRows(part, rows) : part;
    }),
    true,
  );
};
