import type { ReportedDecision, ReportingList } from '#application/council/reporting.ts';
import type { Named } from '#application/record/case-file.ts';
import { capital, html, type Markup, page, table } from './markup.ts';
import { councilEn } from './text/council-en.ts';
import { type CouncilWord, councilSv } from './text/council-sv.ts';
import type { Writing } from './writing.ts';

/** A body's reporting list (anmälningslista) on paper: what was decided for it, and at which meeting it was told. */
export const reportingHtml = (list: ReportingList, w: Writing): string => {
  const t = (key: CouncilWord): string => (w.language === 'sv' ? councilSv : councilEn)[key];
  const named = (name: Named): string => name[w.language];
  const what = ({ what: decided }: ReportedDecision): string => {
    if ('kind' in decided) return t(`kind.${decided.kind}`);
    const outcome = w.word(`outcome.${decided.outcome}`);
    return decided.until ? `${outcome}, ${t('until')} ${w.day(decided.until)}` : outcome;
  };
  const row = (one: ReportedDecision): (Markup | string)[] => [
    w.moment(one.at),
    html`${one.title}<br><span class="note">${one.item}${one.registryNumbers.map((number) => html` · ${number}`)}</span>`,
    html`<strong>${what(one)}</strong><br><span class="note">${one.regions.map(named).join(', ')}</span>${one.reason ? html`<blockquote>${one.reason}</blockquote>` : null}`,
    html`${one.members.length > 0 ? one.members.join(', ') : one.by}<br><span class="note">${t('mandate')} ${one.rule}</span>${one.urgent ? html`<br><strong>${t('urgent')}</strong>` : null}`,
    one.reported
      ? `${w.day(one.reported.date)}${one.reported.paragraph ? `, ${one.reported.paragraph}` : ''}`
      : t('notReported'),
  ];
  const period = [
    list.from ? `${t('from')} ${w.day(list.from)}` : null,
    list.to ? `${t('to')} ${w.day(list.to)}` : null,
  ].filter((part) => part !== null);
  return page(w.language, `${t('reportingList')} ${named(list.name)}`, [
    html`<p class="sub">${capital(named(list.name))}</p><h1>${t('reportingList')}</h1><p>${t('reportingLaw')}</p><p class="note">${period.length > 0 ? `${period.join(', ')}. ` : ''}${t('asOf')} ${w.moment(list.asOf)}. ${t('names')}</p>`,
    list.decisions.length === 0
      ? html`<p>${t('nothingDecided')}</p>`
      : table([t('when'), t('matter'), t('decision'), t('who'), t('reported')], list.decisions.map(row)),
    list.withheld.length === 0
      ? null
      : html`<p>${t('withheldDecisions')} ${list.withheld.map(({ item }) => item).join(', ')}.</p>`,
  ]);
};
