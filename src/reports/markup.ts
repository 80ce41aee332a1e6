import { escapeUTF8 } from 'entities';

/** HTML that was made here; what people wrote gets into it only as text. */
export interface Markup {
  readonly html: string;
}
type Part = Markup | string | number | null | readonly Part[];

/** Control characters that no document may hold, and the marks that make text run backwards over its neighbours. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const htmlOf = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string') return escapeUTF8(part.toWellFormed().replace(INVISIBLE, ''));
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(htmlOf).join('');
};

/** A template whose values are escaped unless they are markup themselves; null is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  html: strings.map((text, i) => text + htmlOf(parts[i] ?? null)).join(''),
});

/** As a heading or a sentence begins: "the Procurement Board" is "The Procurement Board". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A phone's column of headings is narrower than some Swedish compounds: they may break where their parts meet. */
const breakable = (heading: string): string =>
  heading.replace(/(samordnings|erfarenhets)(?=\p{Ll}{5})/giu, '$1\u00AD');

/** Each cell knows its heading: on a phone a row becomes a list of them. */
export const table = (head: readonly string[], rows: readonly (readonly Part[])[], kind?: string): Markup =>
  html`<table${kind === undefined ? null : html` class="${kind}"`}><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, i) => html`<td data-head="${breakable(head[i] ?? '')}"><div>${cell}</div></td>`)}</tr>`,
  )}</tbody></table>`;

export const facts = (pairs: readonly (readonly [string, Part])[]): Markup =>
  html`<dl>${pairs.map(([title, value]) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`)}</dl>`;

export const section = (title: Part, ...body: readonly Part[]): Markup =>
  html`<section><h2>${title}</h2>${body}</section>`;

/** Prints on A4 in black on white, follows a screen's light or dark, and reads on a phone without scrolling sideways; nothing is fetched and nothing runs. */
const STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
:root { color-scheme: light; --ink: #1a1a1a; --paper: #fff; --soft: #555; --head: #1f4e79; --grid: #ddd; --rule: #888; --quote: #b9c7d6; --warn: #a4262c; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --ink: #ececec; --paper: #1b1b1b; --soft: #b4b4b4; --head: #9cc7ef; --grid: #3d3d3d; --rule: #8a8a8a; --quote: #4b6076; --warn: #ff9a94; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; padding: 8mm 0; color: var(--ink); background: var(--paper); font: 10pt/1.45 "Segoe UI", "Liberation Sans", Arial, sans-serif; }
h1 { overflow-wrap: anywhere; font-size: 19pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 12.5pt; margin: 8mm 0 2mm; padding-bottom: 1mm; border-bottom: 1.5pt solid var(--head); color: var(--head); break-after: avoid; }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1.5mm; }
dl + p { margin-top: 2mm; }
.sub { color: var(--soft); }
.free { overflow-wrap: anywhere; white-space: pre-wrap; }
.note { color: var(--soft); font-size: 8.5pt; }
.warn { border: 1.5pt solid var(--warn); color: var(--warn); padding: 2mm 3mm; font-weight: 600; }
blockquote { margin: 1mm 0; padding-left: 3mm; border-left: 2pt solid var(--quote); white-space: pre-wrap; overflow-wrap: anywhere; }
dl { margin: 0; display: grid; grid-template-columns: 1fr 1fr; column-gap: 8mm; }
dl div { display: flex; gap: 3mm; padding: .8mm 0; border-bottom: .5pt solid var(--grid); break-inside: avoid; }
dt { flex: 0 0 38mm; color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm; }
th { text-align: left; font-size: 8.5pt; color: var(--soft); border-bottom: 1pt solid var(--rule); padding: 1mm 2mm 1mm 0; }
td { vertical-align: top; border-bottom: .5pt solid var(--grid); padding: 1.2mm 3mm 1.2mm 0; overflow-wrap: break-word; }
thead { display: table-header-group; }
tr, ul, blockquote { break-inside: avoid; }
p, li { orphans: 3; widows: 3; }
h3 + p, h3 + blockquote { break-before: avoid; }
code { font: 8pt Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
@media print {
  body { max-width: none; padding: 0; }
}
@media screen and (max-width: 640px) {
  body { padding: 5mm 4mm; font-size: 11pt; }
  .note, th { font-size: 9.5pt; }
  dl { grid-template-columns: 1fr; }
  dt { flex-basis: 34mm; }
  thead { display: none; }
  table, tbody, tr, td { display: block; }
  tr { padding: 1.5mm 0; border-bottom: .5pt solid var(--rule); }
  td { display: flex; gap: 3mm; border: 0; padding: .5mm 0; overflow-wrap: anywhere; }
  td::before { content: attr(data-head); flex: 0 0 30mm; color: var(--soft); }
  td > div { min-width: 0; }
  td:has(> div:empty) { display: none; }
}
`;

/** A whole document that needs nothing besides itself. */
export const page = (language: string, title: string, ...body: readonly Part[]): string =>
  styledPage(language, title, '', ...body);

/** With rules of its own beside the common ones. */
export const styledPage = (
  language: string,
  title: string,
  style: string,
  ...body: readonly Part[]
): string =>
  html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${{ html: STYLE + style }}</style></head><body><main>${body}</main></body></html>
`.html;
