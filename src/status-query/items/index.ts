import { fold, stemsOf, wordsOf } from '#words/text.ts';
import type { PlanEntry } from '../query.ts';
import { type CodeNames, type CpvLabel, codeNames, NO_CODE } from './codes.ts';
import { Lexicon } from './lexicon.ts';
import { coreOf, headOf, phrasesIn } from './names.ts';
import { createFinder, type Found } from './search.ts';
import { WholeNames } from './whole-names.ts';

export type { CpvLabel } from './codes.ts';

export interface IndexedItem {
  readonly entry: PlanEntry;
  /** Folded. */
  readonly id: string;
  /** Folded. */
  readonly title: string;
  readonly code: CodeNames;
}

export interface ItemIndex {
  /** By lower-case id, and the letters that ids of this plan begin with. */
  readonly byId: ReadonlyMap<string, IndexedItem>;
  readonly prefixes: ReadonlySet<string>;
  /** Ids that are no single word. */
  readonly spacedIds: readonly (readonly [string, IndexedItem])[];
  /** Titles and labels of several words. */
  readonly titles: WholeNames;
  readonly labels: WholeNames;
  /** Words of English labels that no Swedish label or title has: a sign of the language. */
  readonly english: ReadonlySet<string>;
  readonly items: readonly IndexedItem[];
  readonly find: (word: string) => readonly Found[];
  /** Words that stand in titles, labels or their translations, stemmed. */
  readonly knows: (word: string) => boolean;
  /** Words that stand in titles or their translations. */
  readonly names: (word: string) => boolean;
  /** A name of several words (`joinedName`) that some title has. */
  readonly isJoined: (name: string) => boolean;
  /** As `find`, without looking for slips of the pen, which takes long. */
  readonly findAsWritten: (word: string) => readonly Found[];
}

const AT_ONCE = 500;

/** Finds the items of a plan by the words of their titles, translations of these and CPV labels; made in short steps. */
export function* indexing(plan: readonly PlanEntry[], cpvLabel: CpvLabel): Generator<void, ItemIndex> {
  const lexicon = new Lexicon();
  const titles = new WholeNames();
  const labels = new WholeNames();
  const codes = new Map<string, CodeNames>();
  const swedish = new Set<string>();
  const items: IndexedItem[] = [];
  const byId = new Map<string, IndexedItem>();
  const namesOf = (cpv: string | undefined): CodeNames => {
    if (!cpv) return NO_CODE;
    const known = codes.get(cpv);
    if (known) return known;
    const made = codeNames(cpv, cpvLabel);
    codes.set(cpv, made);
    return made;
  };
  for (const [place, entry] of plan.entries()) {
    const title = fold(entry.title);
    const core = coreOf(title);
    const head = headOf(core);
    const words = wordsOf(title);
    const headWords = wordsOf(head);
    const inHead = new Set(headWords);
    // "EL-mäklare" is also written as one word.
    const joined = title.includes('-')
      ? [...title.matchAll(/(?<![a-z])([a-z]{1,12})-([a-z]{4,})/g)].map(([, a = '', b = '']) => a + b)
      : [];
    for (const word of new Set([...words, ...joined])) {
      swedish.add(word);
      if (word.length > 1 || !/^\d$/.test(word)) lexicon.addWord(word, place, inHead.has(word));
    }
    const phrases = new Set(phrasesIn(headWords));
    for (const part of phrasesIn(words)) lexicon.addPhrase(part, place, phrases.has(part));
    const code = namesOf(entry.cpv);
    if (code !== NO_CODE) lexicon.addCode(code, place);
    titles.add(title, place);
    titles.add(core, place);
    for (const text of code.texts) labels.add(text, place);
    const item: IndexedItem = { entry, id: fold(entry.id), title, code };
    items.push(item);
    byId.set(item.id, item);
    if (place % AT_ONCE === AT_ONCE - 1) yield;
  }
  const lexemes = yield* lexicon.finish();
  for (const word of [...codes.values()].flatMap((names) => names.swedish)) swedish.add(word);
  return {
    items,
    byId,
    prefixes: new Set(items.flatMap(({ id }) => /^[a-z]+/.exec(id) ?? [])),
    spacedIds: [...byId].filter(([id]) => id.length > 3 && /[\s,;?!]/.test(id)),
    titles,
    labels,
    english: new Set(
      [...codes.values()]
        .flatMap((names) => names.english)
        .filter((word) => word.length > 3 && !swedish.has(word)),
    ),
    ...createFinder(lexemes, items.length),
    isJoined: (name) => lexemes.counts.has(name),
    knows: (word) => stemsOf(word).some((stem) => lexemes.known.has(stem)),
    names: (word) => stemsOf(word).some((stem) => lexemes.named.has(stem)),
  };
}
