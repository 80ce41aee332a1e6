import type { CostCategory } from '#domain/indicators/figures.ts';
import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { type Effort, findEffort } from '#words/effort.ts';
import { fold } from '#words/text.ts';
import type { Understander } from './understand.ts';

/** Somebody says what coordinating took. */
export interface CostRequest {
  readonly effort: Effort;
  /** Null where no word says on what: the card asks. */
  readonly category: CostCategory | null;
  readonly item?: ItemId;
  /** Several items fit, best first. */
  readonly choices: readonly ItemId[];
}

export interface CostContext {
  readonly today: PlainDate;
  readonly language: Language;
  readonly understanding: Understander;
}

const LONGEST = 200;
const END = '(?![\\p{L}\\p{N}])';
const LEAD =
  /^(?:(?:hej|hello|hi|ok|okej) )?(?:(?:logga|notera|registrera|skriv upp|lagg till|log|note|record|add|book) )?(?:(?:jag|vi|i|we) (?:har |have )?(?:lagt(?: ner| ned)?|lade|anvant|agnat|haft|hade|spent|used|had|put in|logged) )?/;
const CATEGORIES: readonly (readonly [RegExp, CostCategory])[] = [
  [
    new RegExp(
      `(?:extern\\w*|konsult\\w*|external\\w*|consult\\w*)(?: (?:kostnad\\w*|arvode\\w*|costs?|fees?))?${END}`,
      'u',
    ),
    'external',
  ],
  [
    new RegExp(
      `(?:krav\\w*|requirements?(?: (?:work|synchroni[sz]ation))?|specifikation\\w*|specification\\w*)${END}`,
      'u',
    ),
    'requirements',
  ],
  [new RegExp(`(?:forankr\\w*|anchor\\w*|dialog\\w*|buy-in)${END}`, 'u'), 'anchoring'],
  [
    new RegExp(
      `(?:mote\\w*|avstamning\\w*|workshop\\w*|samtal\\w*|meetings?|calls?|sammantrade\\w*|referensgrupp\\w*)${END}`,
      'u',
    ),
    'meetings',
  ],
];
/** Said of a time that is no work: "for 2 timmar sedan", "30 min kvar". */
const NO_WORK = /(?<![a-z])(?:sedan|sen|ago|kvar|left|forsenad\w*|late)(?![a-z])/;
const ASKS =
  /\?|^(?:vad|vem|vilka|vilken|vilket|hur|var|varfor|nar|finns|ar|har|kan|what|who|which|how|where|why|when|is|are|do|does|can)(?![a-z])/;
const BETWEEN =
  /^(?:(?:,|-|:|pa|av|i|med|for|om|till|kring|gallande|on|of|in|with|about|regarding|to|the|spent|work|arbete|tid|time) ?)+/;
const AFTER = /(?: (?:pa|av|i|med|for|om|till|on|of|in|with|about|the|,|-))+$/;

const bare = (text: string): string =>
  text
    .replace(/[,;:.]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(BETWEEN, '')
    .replace(AFTER, '')
    .trim();

/**
 * "2 h möte om operationsbord", "30 min förankring MT924", "konsult 12 000 kr för MT924", "2 h meeting about operating
 * tables" → what it took, on what and for which item. Null for whatever is no such message: a question, an amount without
 * an external's work, a time without an item or a kind of work.
 */
export const parseCost = (text: string, context: CostContext): CostRequest | null => {
  if (text.length > LONGEST) return null;
  const folded = fold(text);
  if (ASKS.test(folded)) return null;
  const said = folded.replace(LEAD, '');
  const found = findEffort(said);
  if (!found) return null;
  const without = `${said.slice(0, found.from)} ${said.slice(found.to)}`;
  const known = CATEGORIES.map(([pattern, category]) => ({ category, at: pattern.exec(without) })).find(
    ({ at }) => at !== null,
  );
  const { effort } = found;
  const category = known?.category ?? null;
  // An amount is a cost only where an external's work is named; an hour never is an external's.
  if ((effort.kind === 'money') !== (category === 'external')) return null;
  const kind = known?.at?.[0] ?? '';
  const first = said.startsWith(kind) && kind !== '' ? said.slice(0, kind.length) : '';
  if (found.from > first.length + 12 && !first) return null;
  if (NO_WORK.test(said.slice(found.to, found.to + 12))) return null;
  const object = bare(kind === '' ? without : without.replace(kind, ' '));
  if (object === '') return category === null ? null : { effort, category, choices: [] };
  const { query, choices } = context.understanding.understand(`status ${object}`, context);
  if (query.item) return { effort, category, item: query.item, choices: [] };
  return category === null && choices.length === 0 ? null : { effort, category, choices };
};
