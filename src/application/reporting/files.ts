/** What stands behind a link to a report; the pages name each other so. */
export const FRONT = 'index.html';
export const CASES_PAGE = 'cases.html';
export const WORKBOOK = 'figures.xlsx';
export const PDF = 'report.pdf';
/** Behind a link to the internal control's evidence. */
export const CONTROL_PAGE = 'control.html';
export const CONTROL_WORKBOOK = 'control.xlsx';
