import { figureOf } from '#application/reporting/report.ts';
import { isEvidenced } from '#domain/audit/follow-up.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import audit from '../data/audit-figures.json' with { type: 'json' };
import { definedAs, indicatorWords } from '../indicator-words.ts';
import { html, type Markup, section, table } from '../markup.ts';
import { evidenceMark } from './evidence.ts';
import { inUnit, periodName } from './figure.ts';
import { figureLink, figuresTable } from './figures-table.ts';
import { apart, countPlace, toCases, type WithoutCases } from './places.ts';
import { basisText, caseName, regionNames, type Sheet } from './sheet.ts';
import { percent, tellIn } from './words.ts';

const HOUR = 3600;
/** The page for a regionstyrelse is one page however much there is to tell: the latest, and how many more there are. */
const MOST_ON_ONE_PAGE = 3;
const shortened = <T>(
  { report, w }: Sheet,
  rows: readonly T[],
  place: string,
): { rows: readonly T[]; more: Markup | null } => {
  const left = report.kind === 'region' ? Math.max(0, rows.length - MOST_ON_ONE_PAGE) : 0;
  if (left === 0) return { rows, more: null };
  const t = tellIn(w.language);
  return {
    rows: rows.slice(0, MOST_ON_ONE_PAGE),
    more: html`<p class="note">${toCases(place, t('moreRows', { count: w.number(left) }))}</p>`,
  };
};

const deviationRows = (sheet: Sheet): (Markup | string)[][] => {
  const { report, w } = sheet;
  const t = tellIn(w.language);
  const found =
    report.kind === 'region'
      ? report.deviations.toSorted((a, b) => (a.deviation.on < b.deviation.on ? 1 : -1))
      : report.deviations;
  return found.map(({ facts, deviation }) => {
    const own = ownPage(facts, sheet, countPlace('deviations'));
    return [
      own(caseName(facts)),
      regionNames(sheet, deviation.regions),
      own(w.day(deviation.on)),
      t(deviation.reasoned ? 'yes' : 'no'),
      facts.value === undefined ? t('unknown') : own(w.kronor(facts.value)),
      facts.cost ? own(loggedCost(facts, sheet)) : t('unknown'),
    ];
  });
};
/** What is said of one procurement leads to its own history; where it has no page here, to the list that it stands in. */
const ownPage =
  (facts: ProcurementFacts, { link }: Sheet, place: string) =>
  (text: string): Markup => {
    const href = link(facts.item);
    return href === null ? toCases(place, text) : html`<a class="count" href="${href}">${text}</a>`;
  };
const loggedCost = ({ cost }: ProcurementFacts, { report, w }: Sheet): string => {
  const t = tellIn(w.language);
  if (!cost) return t('unknown');
  if (report.rate) return w.kronor((cost.seconds / HOUR) * report.rate.sekPerHour + cost.external);
  return `${inUnit(cost.seconds / HOUR, 'hours', w)} + ${w.kronor(cost.external)}`;
};
export const controlSection = (sheet: Sheet): Markup => {
  const { report, w } = sheet;
  const t = tellIn(w.language);
  const { rows, more } = shortened(sheet, deviationRows(sheet), countPlace('deviations'));
  return section(
    t('section.control'),
    figuresTable(report, ['control-point', 'control-point-reasoned'], w),
    html`<h3>${t('section.deviations')}</h3>`,
    rows.length === 0
      ? html`<p>${t('noDeviations')}</p>`
      : [
          table([t('item'), t('regions'), t('day'), t('reasoned'), t('value'), t('cost')], rows),
          more,
          html`<p class="note">${t('deviationCost')}</p>`,
        ],
  );
};

export const targetsSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  const region = report.scopes[0]?.region ?? null;
  return section(
    t('section.targets'),
    report.targets.length === 0
      ? html`<p>${t('noTargets')}</p>`
      : table(
          [t('measure'), t('period'), t('target'), t('outcome'), t('fulfilment'), t('basis')],
          report.targets.map((target) => {
            const outcome = figureOf(report, target.indicator, region);
            const met = figureOf(report, `target-${target.indicator}`, region);
            const same = target.period.from === report.period.from && target.period.to === report.period.to;
            const unit = outcome?.unit ?? 'count';
            const { noValue } = indicatorWords(w.language);
            return [
              definedAs(target.indicator, w.language).name,
              apart('decided', periodName(target.period, false, w)),
              apart('decided', inUnit(target.value, unit, w)),
              outcome?.value == null
                ? t('notCalculable')
                : figureLink(outcome, inUnit(outcome.value, unit, w)),
              report.category !== null
                ? t('otherScope')
                : !same
                  ? t('otherPeriod')
                  : met?.value == null
                    ? html`${t('notCalculable')}<span class="small">${noValue[met?.reason ?? 'no-target']}</span>`
                    : figureLink(met, percent(met.value, w)),
              apart('decided', basisText(target, w)),
            ];
          }),
        ),
  );
};

export const levelsSection = (sheet: Sheet): Markup => {
  const { report, w } = sheet;
  const t = tellIn(w.language);
  const all = (['missing', 'regularised'] as const).flatMap((what) =>
    report.levels[what].map((facts) => [
      ownPage(facts, sheet, countPlace(`level-${what}`))(caseName(facts)),
      t(what === 'missing' ? 'levelsMissing' : 'levelsRegularised'),
      (facts.levels?.[what] ?? [])
        .map((id) => report.scopes.find(({ region }) => region === id)?.name[w.language] ?? id)
        .join(', '),
    ]),
  );
  const { rows, more } = shortened(sheet, all, countPlace('level-missing'));
  return section(
    t('section.levels'),
    rows.length === 0
      ? html`<p>${t('levelsNone')}</p>`
      : [table([t('item'), t('levelsFault'), t('region')], rows), more],
    html`<p class="note">${t('levelsNote')}</p>`,
  );
};

export const followUpSection = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  const today = dateOf(report.asOf);
  return section(
    t('section.followUp'),
    table(
      [t('finding'), t('measures'), t('evidence')],
      report.followUps.map((one) => [
        t(`finding.${one.finding}`),
        one.measures.length === 0
          ? t('noMeasure')
          : one.measures.map(
              (measure) =>
                html`<p data-without-cases="${'decided' satisfies WithoutCases}">${measure.measure[w.language]}${measure.example ? html` <span class="tag">${t('example')}</span>` : null}<span class="small">${measure.owner}, ${w.day(measure.due)}. ${measure.due < today ? t('overdue') : ''}</span></p>`,
            ),
        html`<strong>${t(isEvidenced(one) ? 'evidenced' : 'noEvidence')}</strong><div class="evidence">${one.evidence.map((found) => html`<span class="small">${evidenceMark(found, w)}</span>`)}</div>`,
      ]),
    ),
    html`<p class="note">${t('followUpNote')} ${apart(
      'audit',
      t('grades', {
        list: audit.grades
          .map(({ question, grade }) => t('grade', { question, grade: t(`grade.${grade}` as 'grade.nej') }))
          .join(', '),
      }),
    )}</p>`,
  );
};
