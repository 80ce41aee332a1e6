import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { fold } from '#words/text.ts';
import type { Understander } from './understand.ts';

/** Somebody says what their unit calls off; nothing is noted until they have sent the form. */
export interface CallOffRequest {
  /** SEK excluding VAT; null where no amount is said, or it could mean two things: the form asks. */
  readonly value: number | null;
  readonly item?: ItemId;
  /** Several items fit, best first. */
  readonly choices: readonly ItemId[];
}

export interface CallOffContext {
  readonly today: PlainDate;
  readonly language: Language;
  readonly understanding: Understander;
}

const LONGEST = 200;
const END = '(?![\\p{L}\\p{N}])';
const LEAD =
  '(?:(?:hej|hello|hi|ok|okej|nu|snalla|please|jag|vi|i|we|vill|ska|skulle vilja|behover|har|have|want to|would like to|need to|kan du|can you|could you)(?: |, ?))*';
const VERB = '(?:avropa|avropar|avropat|avropade|call(?:ed)?[ -]?off)';
const NOTE = '(?:notera|anteckna|registrera|lagg in|skriv upp|note|record|register|log|add)';
const NOUN = '(?:ett |an? )?(?:nytt |new )?(?:avrop|call[ -]?off)';
/** "avropa …", "vi avropar …", "anteckna ett avrop …"; a bare noun is a question unless an amount follows. */
const SAID = new RegExp(`^${LEAD}(?:${NOTE} ${NOUN}|${VERB})(?: |:|$)`, 'u');
const NOUN_ALONE = new RegExp(`^${NOUN}(?: |:|$)`, 'u');

const BEFORE = '(?:(?:pa|om|for|av|of|for|about|worth|ca|cirka|c:a) )*';
const UNIT = 'kronor|kr|sek|:-|tkr|ksek|tusen|thousand|mnkr|mkr|msek|mn|miljoner|miljon|millions?';
const FIGURE = '\\d[\\d .,]*\\d|\\d';
/** With its unit it may stand anywhere; a bare figure only first, before what it is about: "MT 123" and "5 bord" are no amounts. */
const WITH_UNIT = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(${FIGURE}) ?(${UNIT})(?: (?:kr|kronor|sek))?${END}|sek ?(${FIGURE})${END})`,
  'u',
);
const BARE = new RegExp(
  `^${BEFORE}(${FIGURE})(?=$|,? (?:pa|for|fran|av|i|inom|ur|under|on|of|from|against|within|for)${END})`,
  'u',
);
const SCALE: Readonly<Record<string, number>> = {
  tkr: 1e3,
  ksek: 1e3,
  tusen: 1e3,
  thousand: 1e3,
  mnkr: 1e6,
  mkr: 1e6,
  msek: 1e6,
  mn: 1e6,
  miljon: 1e6,
  miljoner: 1e6,
  million: 1e6,
  millions: 1e6,
};

/** "200 000", "200,000" and "200.000" are one figure here; before "mnkr" a point may be a decimal's, and then it is none. */
const sekOf = (figure: string, unit: string): number | null => {
  const scale = SCALE[unit] ?? 1;
  const groups = /^\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*$/.exec(figure);
  if (groups && scale > 1 && groups[1] !== ' ') return null;
  const plain = groups ? figure.replace(/[ .,]/g, '') : figure.replace(',', '.');
  if (!/^\d{1,12}(?:\.\d{1,2})?$/.test(plain)) return null;
  const value = Math.round(Number(plain) * scale * 100) / 100;
  return value > 0 && value <= 1e12 ? value : null;
};

/** "Har vi avropat …" asks, also without its mark. */
const ASKS = /\?|^(?:har|have|ska|vill|behover|can|could|kan) (?:jag|vi|i|we|man)(?![\p{L}\p{N}])/u;
const PIECES = /^\d+ (?:st|stycken|pcs|pieces)(?![\p{L}\p{N}])/u;
const AROUND =
  /^(?:(?:,|-|:|pa|av|i|for|fran|om|inom|ur|under|till|on|of|in|from|against|within|to|the|kontraktet|avtalet|contract|upphandlingen)(?![\p{L}\p{N}]) ?)+/u;
const AFTER = /(?:[ ,:.!-]+(?:for|pa|av|om|of|on|tack|thanks|please|snalla)?)+$/u;
const bare = (text: string): string =>
  text
    .replace(/[,;:!]+|\.(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(PIECES, '')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');

/**
 * "avropa 200 000 på MT123", "vi avropar 2 mnkr på operationsbord", "call off 200,000 on MT123" → the amount and the item.
 * Null for a question, and for a text that names nothing to call off from.
 */
export const parseCallOff = (text: string, context: CallOffContext): CallOffRequest | null => {
  if (text.length > LONGEST) return null;
  const folded = fold(text);
  if (ASKS.test(folded)) return null;
  const head = SAID.exec(folded) ?? NOUN_ALONE.exec(folded);
  if (!head) return null;
  const rest = folded.slice(head[0].length).trim();
  const found = WITH_UNIT.exec(rest) ?? BARE.exec(rest);
  // "avrop MT123" asks what has been called off.
  if (!found && !SAID.test(folded)) return null;
  const value = found ? sekOf((found[1] ?? found[3] ?? '').trim(), found[2] ?? '') : null;
  const without = found ? `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}` : rest;
  const object = bare(without).replace(AROUND, '').replace(AFTER, '').trim();
  if (object === '') return null;
  const { query, choices } = context.understanding.understand(`status ${object}`, context);
  return query.item ? { value, item: query.item, choices: [] } : { value, choices };
};
