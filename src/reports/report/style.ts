/** Of the reports, beside what all documents have. Colours of charts are variables, so that one picture serves all. */
export const REPORT_STYLE = `
:root { --bar: #2f6fa8; --mark: #a33f00; --tile: #f1f5f9; }
@media screen and (prefers-color-scheme: dark) { :root { --bar: #5b9bd5; --mark: #ffb27a; --tile: #262b31; } }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: 2px; }
a:hover, a:focus-visible { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
nav { margin: 2mm 0 0; display: flex; flex-wrap: wrap; gap: 2mm 6mm; }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm; margin: 0; }
.tiles > div { display: block; background: var(--tile); border: 0; padding: 2.5mm 3mm; break-inside: avoid; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.tiles dt { color: var(--ink); font-size: 8.5pt; line-height: 1.3; min-height: 2.6em; margin-bottom: .8mm; }
.tiles dd { margin: 0; }
.value { font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles .value { font-size: 15pt; line-height: 1.25; }
.none { color: var(--soft); font-weight: 600; }
.tiles .none { font-size: 11pt; }
.small { display: block; color: var(--soft); font-size: 8.5pt; font-variant-numeric: tabular-nums; }
.tag { display: inline-block; border: .75pt solid var(--mark); color: var(--mark); padding: 0 1.2mm; font-size: 8pt; font-weight: 600; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 6mm; align-items: start; }
figure { margin: 0; max-width: 112mm; break-inside: avoid; min-width: 0; }
figcaption { font-weight: 600; margin-bottom: 1mm; }
figure svg { display: block; width: 100%; height: auto; font-family: inherit; }
figure table { font-size: 8.5pt; }
table.figures { table-layout: fixed; }
table.figures th:first-child { width: 40%; }
.break { border-left: 2pt dashed var(--mark); padding-left: 3mm; }
.cases { columns: 2; column-gap: 8mm; padding-left: 5mm; margin: 1mm 0 2mm; }
.cases li { break-inside: avoid; overflow-wrap: anywhere; }
.cases a { display: inline-block; min-height: 24px; }
@media screen { .count { display: inline-block; min-width: 24px; min-height: 24px; } }
section.fig { border-bottom: .5pt solid var(--grid); padding: 2mm 0; scroll-margin-top: 4mm; }
section.fig:target { background: var(--tile); outline: 2mm solid var(--tile); }
section.fig h2 { border: 0; margin: 2mm 0 0; padding: 0; }
.defs { display: block; }
.defs > div { display: block; }
.defs dt { color: var(--ink); font-weight: 600; }
@media screen {
  /* Large enough for a finger. */
  .count { display: inline-block; min-width: 24px; min-height: 24px; }
}
@media print {
  nav { display: none; }
  a { text-decoration: none; }
  .defs { columns: 2; column-gap: 8mm; font-size: 8.5pt; }
}
@media screen and (max-width: 640px) {
  .tiles { grid-template-columns: 1fr 1fr; }
  .tiles dt { font-size: 9.5pt; }
  .charts { grid-template-columns: 1fr; }
  .small, figure table { font-size: 9.5pt; }
  .cases { columns: 1; }
  td:has(.value), td:has(.none) { padding: 1mm 0; }
  .figures td:first-child { font-weight: 600; }
  .figures td:first-child::before { display: none; }
  .figures td:first-child .small, .figures td:first-child .note { font-weight: 400; }
  figure table { display: table; }
  figure thead { display: table-header-group; }
  figure tbody { display: table-row-group; }
  figure tr { display: table-row; }
  figure td { display: table-cell; border-bottom: .5pt solid var(--grid); padding: .8mm 2mm .8mm 0; }
  figure td::before { display: none; }
  figure table td { font-size: 8.5pt; }
  figure td:not(:first-child) { white-space: nowrap; padding-right: 1mm; }
}
`;

/** The page for a regionstyrelse is one page: smaller margins and no room to waste. */
export const ONE_PAGE_STYLE = `
@page { margin: 9mm 13mm 11mm; }
@media print {
  body { font-size: 8.2pt; line-height: 1.25; }
  p { margin-bottom: .6mm; }
  h1 { font-size: 15pt; }
  h2 { margin: 2mm 0 .6mm; padding-bottom: .3mm; font-size: 10pt; }
  h3 { margin: 1.5mm 0 .5mm; }
  .tiles { gap: 2mm; }
  .tiles > div { padding: 1.5mm 2.5mm; }
  .tiles .value { font-size: 12pt; }
  .tiles dt { min-height: 0; }
  td { padding: .6mm 2mm .6mm 0; }
  h3 { font-size: 8.6pt; }
  .small, .note, th { font-size: 7.3pt; }
  section:last-of-type td { font-size: 7.2pt; line-height: 1.15; padding: .3mm 2mm .3mm 0; }
  section:last-of-type td .small, section:last-of-type td p { font-size: 6.8pt; margin: 0; }
  section:last-of-type td:nth-child(1) { width: 22%; }
  section:last-of-type td:nth-child(2) { width: 36%; }
  section:last-of-type td:nth-child(2) .small { display: inline; }
  section:last-of-type td:nth-child(2) .small::before { content: ' '; }
  .figures td .small, .figures td .tag { display: inline; margin-left: 1.5mm; }
  .figures td:first-child .small { margin-left: 1mm; }
  section:not(:last-of-type) table:not(.figures) td { white-space: nowrap; }
  section:not(:last-of-type) table:not(.figures) td:first-child { max-width: 66mm; }
  section:not(:last-of-type) table:not(.figures) td:first-child > div { overflow: hidden; text-overflow: ellipsis; }
  section:not(:last-of-type) table:not(.figures) td:first-child a { display: inline; }
  section:not(:last-of-type) table:not(.figures) td { padding-right: 3mm; }
  .evidence .small { display: inline; }
  .evidence .small::after { content: '. '; }
}
`;
