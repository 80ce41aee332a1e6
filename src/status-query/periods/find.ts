import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '#domain/shared/ids.ts';
import { type Clock, EXPRESSIONS, type Expression, type Reading } from './expressions.ts';
import { type Day, dayOf, type Span } from './recurring.ts';

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}
/** A period and the stretches of the text that named it. */
export interface FoundPeriod {
  readonly period: Period;
  readonly named: readonly (readonly [number, number])[];
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly limit: Limit | null;
  readonly wholeEnd: boolean;
  /** Means the same however it is read: it names its year or its distance from today. */
  readonly fixed: boolean;
}
type Limit = 'before' | 'upto' | 'since' | 'from' | 'after';

/** The word before a time that makes it a limit; `by`, and `till` before a day, include the day itself. */
const LIMITS: readonly (readonly [Limit, RegExp])[] = [
  [
    'upto',
    /(?<![\p{L}])(?:senast|allra senast|till och med|t\.? ?o\.? ?m\.?|tom|through|up to|no later than|not later than|at the latest)(?: the| den| i| pa)? $/u,
  ],
  [
    'before',
    /(?<![\p{L}])(?:fore|innan|before|fram till|fram tills|tills|until|till dess|prior to|ahead of|infor)(?: the| den| i)? $/u,
  ],
  ['since', /(?<![\p{L}])(?:sedan|sen|alltsedan|alltsen|since|ever since)(?: the| i| den)? $/u],
  [
    'from',
    /(?<![\p{L}])(?:fran och med|fr o m|fr\.o\.m\.?|starting from|as of|from and including|with effect from)(?: the| i| den)? $/u,
  ],
  ['after', /(?<![\p{L}])(?:efter|after)(?: the| i)? $/u],
];
const BY = /(?<![\p{L}])(?:by|till|til|to)(?: the| den)? $/u;
const SO_FAR =
  /(?<![\p{L}])(?:hittills|hitintills|sa har langt|sa langt|so far|to date|till dags dato|until now|up to now|tidigare|earlier)(?![\p{L}])/u;
const JOIN = /^ ?(?:-|till|to|och|and|until|through|thru|tom|t o m|till och med) ?(?:i |den |the )?$/u;

const text = (day: Day): PlainDate => day.toString() as PlainDate;
const earlier = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;

const readingOf = (limit: Limit | null, past: boolean): Reading => {
  if (limit === 'before' || limit === 'upto') return 'ahead';
  if (limit === 'since') return 'begun';
  return past ? 'past' : 'coming';
};

const limitAt = (before: string, isDay: boolean): Limit | null =>
  LIMITS.find(([, word]) => word.test(before))?.[0] ??
  (BY.test(before) ? (isDay ? 'upto' : /by(?: the)? $/.test(before) ? 'before' : null) : null);

/** A question names few times; a text of nothing else is read no further. */
const MOST = 12;

const mentionsOf = (folded: string, today: Day, past: boolean): Mention[] => {
  const taken: Mention[] = [];
  const free = (start: number, end: number): boolean =>
    taken.every((other) => end <= other.start || start >= other.end);
  const read = (expression: Expression, match: RegExpExecArray): void => {
    const start = match.index;
    const end = start + match[0].length;
    if (taken.length >= MOST || !free(start, end)) return;
    const before = folded.slice(Math.max(0, start - 30), start);
    const groups = match.groups ?? {};
    const spanAs = (reading: Reading): Span | null =>
      expression.span(groups, { today, reading } satisfies Clock);
    const guess = spanAs('coming');
    if (!guess) return;
    const limit = limitAt(before, guess.from.equals(guess.to));
    const reading = limit === 'upto' && guess.from.equals(guess.to) ? 'coming' : readingOf(limit, past);
    const span = spanAs(reading) ?? guess;
    const fixed =
      spanAs('begun')?.from.equals(guess.from) === true && spanAs('ahead')?.from.equals(guess.from) === true;
    taken.push({ start, end, span, limit, fixed, wholeEnd: expression.end === true });
  };
  for (const expression of EXPRESSIONS) {
    for (const match of folded.matchAll(expression.pattern)) read(expression, match);
  }
  return taken.sort((a, b) => a.start - b.start);
};

/** "January to March 2026": the one without a year follows the other. */
const joined = (a: Mention, b: Mention): Span => {
  let { from } = a.span;
  let { to } = b.span;
  if (!a.fixed && b.fixed) from = from.with({ year: to.year });
  while (!a.fixed && earlier(to, from)) from = from.subtract({ years: 1 });
  while (!b.fixed && earlier(to, from)) to = to.add({ years: 1 });
  return earlier(to, from) ? { from: to, to: from } : { from, to };
};

const limited = ({ span, limit, wholeEnd }: Mention, today: Day): Span => {
  const yearEnd = (day: Day): Day => dayOf(day.year, 12, 31);
  switch (limit) {
    case 'before': {
      const to = wholeEnd ? span.to : span.from.subtract({ days: 1 });
      return earlier(to, today) ? { from: dayOf(2000, 1), to } : { from: today, to };
    }
    case 'upto':
      return earlier(span.to, today) ? span : { from: today, to: span.to };
    case 'since':
      return earlier(today, span.from) ? span : { from: span.from, to: today };
    case 'from':
      return { from: span.from, to: earlier(span.from, today) ? today : yearEnd(span.from) };
    case 'after': {
      const from =
        span.from.dayOfYear === 1 && span.from.equals(span.to) ? span.from : span.to.add({ days: 1 });
      return { from, to: earlier(from, today) ? today : yearEnd(from) };
    }
    default:
      return span;
  }
};

/**
 * The time that a folded text names (contract: a year is 1 January–31 December; "this" holds or is next to come;
 * "last" has ended; "before" is from today to the day before; "since" is to today). `past`: the sentence looks back,
 * so that a bare "in March" is the latest one. Days are Stockholm's.
 */
export const findPeriod = (folded: string, todayText: PlainDate, past: boolean): FoundPeriod | null => {
  const today = Temporal.PlainDate.from(todayText);
  const mentions = mentionsOf(folded, today, past);
  const [only] = mentions;
  if (!only) return null;
  const ranges = mentions.flatMap((first, index) => {
    const second = mentions[index + 1];
    const joins = second && (first.limit === null || first.limit === 'from');
    return joins && JOIN.test(folded.slice(first.end, second.start)) ? [joined(first, second)] : [];
  });
  const span = ranges[0] ?? limited(mentions.find((mention) => mention.limit !== null) ?? only, today);
  const soFar = SO_FAR.test(folded) && earlier(today, span.to) && !earlier(today, span.from);
  return {
    period: { from: text(span.from), to: text(soFar ? today : span.to) },
    named: mentions.map(({ start, end }) => [start, end] as const),
  };
};
