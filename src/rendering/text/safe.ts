declare const shown: unique symbol;
declare const plain: unique symbol;

/** Text that may stand in a TextBlock or a fact: what people wrote in it appears literally, never as markdown. */
export type Shown = string & { readonly [shown]: true };
/** Text for where a client renders no markdown: a button, a choice, an input's value, a notification. */
export type Plain = string & { readonly [plain]: true };

/** Control characters, and the marks that make text run backwards over its neighbours. */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Clients replace {{DATE(…)}} and {{TIME(…)}} in any text: a word joiner keeps the braces apart, unseen. */
const DATE_FUNCTION = /\{(?=\{)/g;

const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const kept = text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return `${kept.trimEnd()}…`;
};

const clean = (text: string, limit: number): string =>
  cut(text.toWellFormed().trim(), limit).replace(DATE_FUNCTION, '{\u2060');

/** One line, unformatted; longer than `limit` UTF-16 units is cut with an ellipsis. */
export const asPlain = (text: string, limit = 200): Plain =>
  clean(text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' '), limit) as Plain;

/** A mark that begins a heading, a list, a quote or a rule, where it stands first on its line. */
const LINE_START = /^(\d{0,9})(?=[#>+=.)-])/gmu;
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(LINE_START, '$1\\');

/** One line that appears literally in a TextBlock. */
export const asShown = (text: string, limit = 200): Shown => escapeMarkdown(asPlain(text, limit)) as Shown;

/** Running text that appears literally in a TextBlock, paragraphs kept. */
export const asParagraphs = (text: string, limit: number): Shown => {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(INVISIBLE, ' ').trim())
    .filter((line) => line !== '');
  return escapeMarkdown(clean(lines.join('\n\n'), limit)) as Shown;
};
