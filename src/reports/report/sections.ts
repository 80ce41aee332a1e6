import { figureOf } from '#application/reporting/report.ts';
import { expectedSpread } from '#domain/savings/bias.ts';
import { unitName } from '#domain/shared/ids.ts';
import { html, type Markup, section, table } from '../markup.ts';
import { auditNotes } from './audit-notes.ts';
import { figureBlock } from './charting.ts';
import { brokenShareChart, countChart, savedChart } from './charts/audit.ts';
import { partsChart } from './charts/parts.ts';
import { shareChart } from './charts.ts';
import { figureText } from './figure.ts';
import { figureLink, figuresTable, tiles } from './figures-table.ts';
import { apart, methodPlace, obstaclePlace, toCases, unitPlace } from './places.ts';
import { basisText, regionNames, type Sheet } from './sheet.ts';
import { percent, round, tellIn } from './words.ts';

/** Numbers of bidders for which the market price's bias is shown. */
const BIDDERS = [3, 5, 10] as const;

const KEYS = [
  'share-coordinated',
  'control-point-reasoned',
  'enabled-saving',
  'coverage',
  'coordination-cost',
  'answer-rate',
] as const;
export const keySection = ({ report, w }: Sheet): Markup =>
  section(tellIn(w.language)('section.key'), tiles(report, KEYS, w));

export const coordinationSection = ({ report, w }: Sheet): Markup =>
  section(
    tellIn(w.language)('section.coordination'),
    report.kind === 'region' ? null : figureBlock(shareChart(report, w)),
    figuresTable(
      report,
      report.kind === 'region'
        ? ['share-coordinated', 'share-coordinated-of-possible', 'share-coordinated-forecast']
        : [
            'share-coordinated',
            'count-coordinated',
            'share-coordinated-by-value',
            'share-coordinated-of-possible',
            'share-coordinated-forecast',
          ],
      w,
    ),
  );

export const seriesSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  const coverage = figureOf(report, 'coverage', report.scopes[0]?.region ?? null);
  const own = coverage && figureText(coverage, w);
  return section(
    apart('audit', t('section.series')),
    html`<p class="note">${apart('audit', [t('seriesNote'), ...auditNotes(w)].join(' '))}${
      own
        ? html` ${figureLink(coverage, `${t('ourCoverage', { value: own.value })}${own.parts === null ? '' : ` (${own.parts})`}`)}`
        : null
    }</p><div class="charts">${figureBlock(countChart(w))}<div class="break">${figureBlock(brokenShareChart(report, w))}</div>${figureBlock(savedChart(w))}</div>`,
  );
};

export const savingsSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  const parts = partsChart(report, w);
  return section(
    t('section.savings'),
    parts === null ? null : figureBlock(parts),
    figuresTable(
      report,
      [
        'enabled-saving',
        'enabled-saving-coordinated-new',
        'enabled-saving-coordinated-running',
        'enabled-saving-own-new',
        'enabled-saving-own-running',
        'coverage',
        'coverage-by-value',
        'realised-saving',
        'hit-rate',
      ],
      w,
    ),
  );
};

export const methodsSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  const market = report.methods.find(({ method }) => method === 'market-price');
  return section(
    t('section.methods'),
    report.methods.length === 0
      ? html`<p>${t('noMethods')}</p>`
      : table(
          [t('method'), t('count'), t('low'), t('base'), t('high')],
          report.methods.map(({ method, items, sum }) => [
            t(`method.${method}`),
            ...[w.number(items.length), w.kronor(sum.low), w.kronor(sum.base), w.kronor(sum.high)].map(
              (text) => toCases(methodPlace(method), text),
            ),
          ]),
        ),
    html`<p class="note">${t('methodsNote')}</p><h3>${t('section.bias')}</h3><p>${apart('simulated', t('bias'))}</p>`,
    table(
      [t('bids'), t('biasShare')],
      BIDDERS.map((bidders) =>
        [String(bidders), percent(expectedSpread(bidders), w)].map((text) => apart('simulated', text)),
      ),
    ),
    market
      ? html`<p>${toCases(
          methodPlace('market-price'),
          t('biasHere', {
            count: market.items.length,
            low: w.kronor(market.sum.low),
            high: w.kronor(market.sum.high),
          }),
        )}</p>`
      : null,
  );
};

export const obstaclesSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  return section(
    t('section.obstacles'),
    report.obstacles.length === 0
      ? html`<p>${t('noObstacles')}</p>`
      : table(
          [t('method'), t('obstacle'), t('count')],
          report.obstacles.map((row) => [
            t(`method.${row.method}`),
            t(`obstacle.${row.obstacle}`),
            toCases(obstaclePlace(report, row), w.number(row.items.length)),
          ]),
        ),
    html`<p class="note">${t('obstaclesNote')}</p>`,
  );
};

export const costSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  return section(
    t('section.cost'),
    figuresTable(
      report,
      [
        'coordination-hours',
        'coordination-cost',
        'net-benefit-realised',
        'net-benefit-theoretical',
        'avoided-procedures',
      ],
      w,
    ),
    html`<p class="note">${report.rate ? apart('decided', t('rate', { rate: w.kronor(report.rate.sekPerHour), basis: basisText(report.rate, w) })) : t('noRate')} ${t('netNote')}</p>`,
  );
};

export const breadthSection = ({ report, w }: Sheet): Markup =>
  section(
    tellIn(w.language)('section.breadth'),
    figuresTable(
      report,
      [
        'nonconformities',
        'user-rating',
        'approved-bids',
        'single-bid',
        'appealed',
        'cancelled',
        'contract-fidelity',
        'deal-rating',
        'administration-rating',
        'sustainability',
        'application-in-units',
        'lead-time',
        'reviewed-in-time',
        'lessons-reused',
      ],
      w,
    ),
  );

export const responseSection = ({ report, w }: Sheet): Markup =>
  section(
    tellIn(w.language)('section.response'),
    figuresTable(
      report,
      [
        'answer-rate',
        'days-to-answer',
        'ladder-dialogue',
        'ladder-managers',
        'ladder-council',
        'ladder-decision',
      ],
      w,
    ),
  );

export const unitsSection = (sheet: Sheet): Markup => {
  const { report, w } = sheet;
  const t = tellIn(w.language);
  return section(
    t('section.units'),
    report.units.length === 0
      ? html`<p>${t('noUnits')}</p>`
      : table(
          [t('region'), t('unit'), t('answered'), t('medianDays')],
          report.units.map(({ region, unit, answered, due, medianDays }) => [
            regionNames(sheet, [region]),
            toCases(unitPlace(unit), unitName(unit)),
            toCases(unitPlace(unit), t('of', { part: answered, whole: due })),
            medianDays === null ? '–' : toCases(unitPlace(unit), w.number(round(medianDays))),
          ]),
        ),
  );
};
