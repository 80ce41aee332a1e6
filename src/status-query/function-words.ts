import phrases from './data/phrases.json' with { type: 'json' };
import both from './data/words.both.json' with { type: 'json' };
import english from './data/words.en.json' with { type: 'json' };
import swedish from './data/words.sv.json' with { type: 'json' };

/** Folded words that only Swedish has: a sign of the language, never a sign of an item. */
export const SWEDISH: ReadonlySet<string> = new Set(swedish.function);

/** Folded words that only English has. */
export const ENGLISH: ReadonlySet<string> = new Set(english.function);
/** Words of everyday that tell the language and nothing else. */
export const SIGNS = { sv: new Set(swedish.signs), en: new Set(english.signs) } as const;

/** Everyday verbs, adverbs and nouns of talk, which name an item only where a title or label of the plan has them. */
export const EVERYDAY = { sv: new Set(swedish.everyday), en: new Set(english.everyday) } as const;
export const isEveryday = (word: string): boolean => EVERYDAY.sv.has(word) || EVERYDAY.en.has(word);

/** Words of both languages that carry the question and not the item. */
export const NEUTRAL: ReadonlySet<string> = new Set(both.neutral);

/** Beginnings of words that belong to questions about procurement in general. */
const ASKING = new RegExp(`^(?:${phrases.asking.join('|')})`);

export const isAsking = (word: string): boolean =>
  SWEDISH.has(word) || ENGLISH.has(word) || NEUTRAL.has(word) || ASKING.test(word);

/** What people write to soften a question; it says nothing of the topic. */
const POLITE = new RegExp(`(?<![a-z0-9])(?:${phrases.polite.join('|')})(?![a-z0-9])`, 'g');
export const withoutPoliteness = (words: string): string =>
  words.replace(POLITE, ' ').replace(/ +/g, ' ').trim();

const GREETING: ReadonlySet<string> = new Set(phrases.greeting);
const GREETS = new RegExp(`^(?:${phrases.greets.join('|')})`);
/** Only a greeting. */
export const isGreeting = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.length <= 6 &&
  GREETS.test(words[0] ?? '') &&
  words.every((word) => GREETING.has(word));

const THANKS = new RegExp(
  `^(?:${phrases.thanks.before.join('|')})*(?:${phrases.thanks.said.join('|')})(?![a-z])`,
);
/** Thanks, farewell, small talk: nothing asked. */
export const isSmallTalk = (text: string): boolean => THANKS.test(text);

/** Asks for something that is no procurement coordination. */
const ELSEWHERE = new RegExp(`(?<![a-z0-9])(?:${phrases.elsewhere.join('|')})(?![a-z0-9])`);
/** Words that no other subject shares: with them, coffee is something to procure. */
export const PROCUREMENT = new RegExp(`(?<![a-z0-9])(?:${phrases.procurement.join('|')})(?![a-z0-9])`);
export const isElsewhere = (text: string): boolean => ELSEWHERE.test(text) && !PROCUREMENT.test(text);

/** A poem stays a poem, also about procurement; so does an order to forget the rules. */
const NEVER = new RegExp(`(?<![a-z0-9])(?:${phrases.never.join('|')})(?![a-z0-9])`);
export const isNever = (text: string): boolean => NEVER.test(text);

const IDIOMS = new RegExp(`(?<![a-z0-9])(?:${phrases.idioms.join('|')})(?![a-z0-9])`, 'g');
/** Without turns of phrase whose words would name things: a net benefit is no benefits portal. */
export const withoutIdioms = (words: string): string => words.replace(IDIOMS, ' ');

const ALIASES = phrases.aliases.map(
  ([said = '', meant = '']) => [new RegExp(`(?<![a-z0-9])(?:${said})(?![a-z0-9])`, 'g'), meant] as const,
);
/** Names of things whose words would be read as questions: a learning platform teaches no lesson. */
export const withAliases = (folded: string): string =>
  ALIASES.reduce((text, [said, meant]) => text.replace(said, meant), folded);
