/** A plan has hundreds of rows; what is far beyond that is the wrong file, or one that was made to do harm. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** What an xlsx file may unpack to, all its parts together. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 500;
export const MAX_TITLE = 1_000;
export const MAX_TEXT = 10_000;
