import {
  begun,
  type Day,
  dayOf,
  following,
  holding,
  piece,
  previous,
  type Recurring,
  type Span,
  week,
  yearly,
} from './recurring.ts';
import {
  COUNT,
  countOf,
  FEAST,
  MONTH,
  monthOf,
  NAME,
  ORDINAL,
  ordinalOf,
  PIECE,
  recurringOf,
  SEASON,
  seasonOf,
  WEEKDAY,
  YEAR,
  YEAR_NAME,
  yearOf,
} from './words.ts';

/** How a name without "this", "last" or a year is read: forward, back, as "before" or as "since". */
export type Reading = 'coming' | 'past' | 'ahead' | 'begun';
export interface Clock {
  readonly today: Day;
  readonly reading: Reading;
}
type Groups = Readonly<Record<string, string | undefined>>;
/** A way to name a time, and what it means; `null` when the words are no real time after all (31 February). */
export interface Expression {
  readonly pattern: RegExp;
  readonly span: (groups: Groups, clock: Clock) => Span | null;
  /** Names the end of the span: "before the end of the year" takes the whole year in. */
  readonly end?: true;
}

const pick: Readonly<Record<Reading, (of: Recurring, today: Day) => Span>> = {
  coming: holding,
  past: begun,
  ahead: following,
  begun,
};

const bare = (of: Recurring | null, { reading, today }: Clock): Span | null =>
  of ? pick[reading](of, today) : null;

const pieceIn = (year: string | undefined, count: 3 | 4 | 6, index: number, clock: Clock): Span | null => {
  const most = 12 / count;
  const number = index === -1 ? most : index;
  if (number < 1 || number > most) return null;
  const of = yearly((number - 1) * count + 1, count);
  return year ? of.at(0, dayOf(yearOf(year, clock.today.year), 1)) : bare(of, clock);
};

const date = (year: number | null, month: number, day: number, clock: Clock): Span | null => {
  const on = (of: number): Day | null => {
    if (month < 1 || month > 12 || day < 1 || day > dayOf(of, month).daysInMonth) return null;
    return dayOf(of, month, day);
  };
  if (year !== null) {
    const known = on(year);
    return known && { from: known, to: known };
  }
  const here = on(clock.today.year);
  if (!here) return null;
  const of: Recurring = {
    at: (index) => ({ from: here.add({ years: index }), to: here.add({ years: index }) }),
  };
  return bare(of, clock);
};

const make = (pattern: string, span: Expression['span']): Expression => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'),
  span,
});
const yearOrNull = (text: string | undefined): number | null => (text ? Number(text) : null);
const TAIL = `(?:[ ,/-]*(?:(?:i|av|of|in|ar|under|for) )?(?<year>${YEAR_NAME}))?`;
const HEAD = `(?:(?<early>${YEAR})[ /-]*)?`;
const THIS =
  'i|denna|detta|det har|den har|under|innevarande|nuvarande|pagaende|this|the current|current|in the current';
const LAST =
  'i forra|forra|i fjol|foregaende|forrforra|last|the last|previous|the previous|past|the past|i senaste|senaste|det senaste|den senaste';
const NEXT =
  'i nasta|nasta|kommande|det kommande|den kommande|instundande|next|the next|coming|the coming|following|the following|upcoming|the upcoming';

const LENGTHS: readonly (readonly [RegExp, 'years' | 'months' | 'weeks' | 'days', number])[] = [
  [/^(?:ar|year)/, 'years', 1],
  [/^(?:kvartal|quarter)/, 'months', 3],
  [/^(?:manad|month)/, 'months', 1],
  [/^(?:veck|week)/, 'weeks', 1],
  [/^(?:dag|day|dygn)/, 'days', 1],
];
const rolling = (groups: Groups, { today }: Clock, way: 1 | -1): Span | null => {
  const length = LENGTHS.find(([names]) => names.test(groups.unit ?? ''));
  const count = countOf(groups.count ?? '1') * (length?.[2] ?? 1);
  if (!length || !(count >= 1)) return null;
  const other = today.add({ [length[1]]: way * count });
  return way === 1 ? { from: today, to: other } : { from: other, to: today };
};
const UNIT =
  'ar(?:en)?|years?|kvartal(?:en)?|quarters?|manad(?:er|erna|en)?|months?|veck(?:a|or|orna|an)|weeks?|dag(?:ar|arna)?|days?|dygn(?:en)?';

/** The more telling first: an expression claims its words, and a later one reads what is left. */
export const EXPRESSIONS: readonly Expression[] = [
  make(`(?<year>${YEAR})-(?<month>\\d\\d)-(?<day>\\d\\d)`, (g, clock) =>
    date(Number(g.year), Number(g.month), Number(g.day), clock),
  ),
  make(
    `(?:den )?(?<day>\\d{1,2})(?:[.:]?[ae]|st|nd|rd|th)?\\.? (?:of )?(?<month>${MONTH})\\.?(?:,? (?<year>${YEAR}))?`,
    (g, clock) => date(yearOrNull(g.year), monthOf(g.month ?? '') ?? 0, Number(g.day), clock),
  ),
  make(
    `(?<month>${MONTH})\\.? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>${YEAR}))?`,
    (g, clock) => date(yearOrNull(g.year), monthOf(g.month ?? '') ?? 0, Number(g.day), clock),
  ),
  make(`(?:den )?(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:[ /-](?<year>${YEAR}))?`, (g, clock) =>
    date(yearOrNull(g.year), Number(g.month), Number(g.day), clock),
  ),
  make(
    `${HEAD}(?:q(?<a>[1-4])|(?:kvartal|quarter|kv) ?(?<b>[1-4])|(?<c>${ORDINAL}) (?:kvartalet|kvartal|quarter))${TAIL}`,
    (g, clock) => pieceIn(g.year ?? g.early, 3, ordinalOf(g.a ?? g.b ?? g.c ?? ''), clock),
  ),
  make(
    `${HEAD}(?:[ht]?h(?<a>[12])|(?:halvar|half[- ]?year|half) ?(?<b>[12])|(?<c>${ORDINAL}) (?:halvaret|halvar|half[- ]?year|half(?: of the year)?))${TAIL}`,
    (g, clock) => pieceIn(g.year ?? g.early, 6, ordinalOf(g.a ?? g.b ?? g.c ?? ''), clock),
  ),
  make(
    `${HEAD}(?:t(?<a>[1-3])|(?:tertial|terti[al]+|trimester) ?(?<b>[1-3])|(?<c>${ORDINAL}) (?:tertialet|tertial|tertile|trimester))${TAIL}`,
    (g, clock) => pieceIn(g.year ?? g.early, 4, ordinalOf(g.a ?? g.b ?? g.c ?? ''), clock),
  ),
  {
    ...make(
      `(?:the )?(?:slutet|end|utgangen) (?:av|of|pa) (?:the |this |current )?(?<name>${PIECE})|(?<year>year[- ]end|arsslutet)`,
      (g, { today }) => holding(recurringOf(g.name ?? 'year') ?? piece(12), today),
    ),
    end: true,
  },
  make(`(?:i )?(?<name>(?:man|tis|ons|tors|fre|lor|son)dag)s`, (g, { today }) => {
    const of = recurringOf(g.name ?? '');
    return of && previous(of, today);
  }),
  make(`(?:i )?(?<when>somras|varas|hostas|vintras)`, (g, { today }) => {
    const month = { somras: 6, varas: 3, hostas: 9, vintras: 12 }[g.when ?? ''];
    return month ? previous(yearly(month, 3), today) : null;
  }),
  make(`i fjol|ifjol|fjolaret?s?|fjolars?`, (_, { today }) => previous(piece(12), today)),
  make(`(?:year to date|ytd)`, (_, { today }) => ({ from: dayOf(today.year, 1), to: today })),
  make(
    `(?:(?:de|the|under|over|i|in) )*(?:senaste|sista|last|past|gangna|previous) (?<count>${COUNT}) (?<unit>${UNIT})`,
    (g, clock) => rolling(g, clock, -1),
  ),
  make(
    `(?:(?:det|den|under|over|the|i|in) )*(?:senaste (?<sv>aret|manaden|veckan)|past (?<en>year|month|week))`,
    (g, clock) => rolling({ unit: g.sv ?? g.en }, clock, -1),
  ),
  make(
    `(?:(?:de|the|under|over|i|in) )*(?:kommande|narmaste|nasta|next|coming|following) (?<count>${COUNT}) (?<unit>${UNIT})`,
    (g, clock) => rolling(g, clock, 1),
  ),
  make(`(?:inom|within) (?:(?:de|the|next|narmaste) )*(?<count>${COUNT}) (?<unit>${UNIT})`, (g, clock) =>
    rolling(g, clock, 1),
  ),
  make(`(?:i )?(?:vecka|week|v) ?(?<number>\\d{1,2})${TAIL}`, (g, clock) => {
    const number = Number(g.number);
    if (number < 1 || number > 53) return null;
    const at = (year: number): Span => week.at(number - 1, dayOf(year, 1, 4));
    return g.year ? at(Number(g.year)) : bare({ at: (index, today) => at(today.year + index) }, clock);
  }),
  make(
    `(?<name>${SEASON}|var|${MONTH})(?: ar)?(?: of| i)?,? (?<year>${YEAR_NAME})(?:[/-](?:${YEAR}|\\d\\d))?`,
    (g, { today }) => {
      return recurringOf(g.name ?? '')?.at(0, dayOf(yearOf(g.year ?? '', today.year), 1)) ?? null;
    },
  ),
  make(`(?:(?:nu )?(?:${LAST}) )(?<name>${NAME}|${FEAST})`, (g, { today }) => {
    const of = recurringOf(g.name ?? '');
    return of && previous(of, today);
  }),
  make(`(?:(?:${NEXT}) )(?<name>${NAME}|${FEAST})`, (g, { today }) => {
    const of = recurringOf(g.name ?? '');
    return of && following(of, today);
  }),
  make(`(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])`, (g) =>
    yearly(Number(g.month), 1).at(0, dayOf(Number(g.year), 1)),
  ),
  make(
    `i (?<name>host|vinter|sommar)|i (?<spring>var)(?! (?:region|regionen|egen|lista|plan|enhet|gemensamma|nya|verksamhet|organisation|del|kommun|grupp|tur|upphandlingsplan|samordning)(?![\\p{L}]))`,
    (g, { today }) => {
      const month = { host: 9, vinter: 12, sommar: 6 }[g.name ?? ''] ?? 3;
      return holding(yearly(month, 3), today);
    },
  ),
  make(`(?:${THIS}) (?<name>${PIECE}|${SEASON}|${WEEKDAY})`, (g, clock) => {
    const of = recurringOf(g.name ?? '');
    if (of && seasonOf(g.name ?? '') && /en$|rn$/.test(g.name ?? '')) return bare(of, clock);
    return of && holding(of, clock.today);
  }),
  make(`(?:this) (?<name>${MONTH})`, (g, { today }) => {
    const of = recurringOf(g.name ?? '');
    return of && holding(of, today);
  }),
  make(`arets|arets?(?= upphandl)|innevarande ar|hela aret`, (_, { today }) => holding(piece(12), today)),
  make(`(?<year>${YEAR}) ?(?:-|/|till|to|och med|until) ?(?<last>${YEAR})`, (g) =>
    Number(g.year) <= Number(g.last)
      ? { from: dayOf(Number(g.year), 1), to: dayOf(Number(g.last), 12, 31) }
      : null,
  ),
  make(`(?:(?:ar|aret|year|under|for) )*(?<year>${YEAR})`, (g) => ({
    from: dayOf(Number(g.year), 1),
    to: dayOf(Number(g.year), 12, 31),
  })),
  make(`(?<name>${FEAST})`, (g, clock) => bare(recurringOf(g.name ?? ''), clock)),
  make(`(?<name>${MONTH})(?! (?:i|we|be|have|ask)(?![\\p{L}]))`, (g, clock) =>
    /^may$/.test(g.name ?? '') && clock.reading === 'coming' ? null : bare(recurringOf(g.name ?? ''), clock),
  ),
  make(
    `(?:in |by |during |(?<=(?:since|before|after|until|till|through|of|from) ))(?<name>may)`,
    (g, clock) => bare(recurringOf(g.name ?? ''), clock),
  ),
  make(
    `(?:the )?(?<name>varen|sommaren|hosten|vintern|semestern|spring|summer|autumn|winter)s?|(?:in|the|during|by) (?<fall>fall)`,
    (g, clock) => bare(recurringOf(g.name ?? 'fall'), clock),
  ),
  make(`(?:pa |on )?(?<name>${WEEKDAY})`, (g, clock) => bare(recurringOf(g.name ?? ''), clock)),
  make(`(?:i forrgar)`, (_, { today }) => ({
    from: today.subtract({ days: 2 }),
    to: today.subtract({ days: 2 }),
  })),
  make(`(?:igar|i gar|yesterday)`, (_, { today }) => ({
    from: today.subtract({ days: 1 }),
    to: today.subtract({ days: 1 }),
  })),
  make(`(?:imorgon|i morgon|i morron|tomorrow)`, (_, { today }) => ({
    from: today.add({ days: 1 }),
    to: today.add({ days: 1 }),
  })),
  make(`(?:idag|i dag|today)`, (_, { today }) => ({ from: today, to: today })),
];
