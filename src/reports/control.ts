import { utils, write } from '@e965/xlsx';
import type { ControlList, ControlRow } from '#application/figures/control.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { definedAs } from './indicator-words.ts';
import { facts, html, page, table } from './markup.ts';
import { controlWords } from './text/control.ts';
import type { Writing } from './writing.ts';

const figure = (found: Indicator, w: Writing): string => {
  const t = controlWords(w.language);
  if (found.value === null) return t.notCalculable;
  const of = t.of.replace('{part}', String(found.numerator)).replace('{whole}', String(found.denominator));
  return `${w.number(Math.round(found.value * 1000) / 10)} % (${of})`;
};
const registryOf = ({ registry }: ControlRow): string => Object.values(registry).join(', ');

/** The list as a page that prints: evidence for the internal control. */
export const controlHtml = (list: ControlList, w: Writing): string => {
  const t = controlWords(w.language);
  const { period } = list.scope;
  return page(w.language, t.title, [
    html`<h1>${t.title}</h1><p>${t.intro}</p><p class="note">${w.day(period.from)} – ${w.day(period.to)}. ${t.asOf} ${w.moment(list.scope.asOf)}. ${list.scope.category === null ? '' : t.category.replace('{category}', list.scope.category)}</p>`,
    facts(
      [list.share, list.reasoned].map((one) => [definedAs(one.id, w.language).name, figure(one, w)] as const),
    ),
    list.rows.length === 0
      ? html`<p>${t.none}</p>`
      : table(
          [t.matter, t.left, t.reason, t.by],
          list.rows.map((row) => [
            html`${row.title}<br><span class="note">${row.item} · ${row.region} ${registryOf(row)}</span>`,
            html`${t[`how.${row.how}`]}<br><span class="note">${w.day(row.on)}</span>`,
            row.reasons.length === 0
              ? html`<strong>${row.withheld ? t.withheld : t.missing}</strong>`
              : row.reasons.map(({ text }) => html`<blockquote>${text}</blockquote>`),
            row.reasons.map(
              ({ by, on, rule, ruleVersion }) =>
                html`${by}, ${w.day(on)}<br><span class="note">${t.rule} ${rule} (${ruleVersion})</span><br>`,
            ),
          ]),
        ),
  ]);
};

/** The same rows for whoever goes on with them in a spreadsheet. */
export const controlWorkbook = (list: ControlList, w: Writing): Uint8Array => {
  const t = controlWords(w.language);
  const head = ['id', t.matter, t.region, t.cpv, t.left, t.on, t.reason, t.by, t.rule, t.registry];
  const rows = list.rows.flatMap((row) =>
    (row.reasons.length === 0 ? [null] : row.reasons).map((reason) => [
      row.item,
      row.title,
      row.region,
      row.cpv ?? null,
      t[`how.${row.how}`],
      row.on,
      reason?.text ?? (row.withheld ? t.withheld : t.missing),
      reason ? `${reason.by}, ${reason.on}` : null,
      reason ? `${reason.rule} (${reason.ruleVersion})` : null,
      registryOf(row),
    ]),
  );
  const sheet = utils.aoa_to_sheet([head, ...rows], { dense: true });
  sheet['!cols'] = [12, 40, 14, 12, 28, 12, 60, 30, 24, 24].map((wch) => ({ wch }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'kontroll');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};
