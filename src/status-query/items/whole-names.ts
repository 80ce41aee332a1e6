import { wordsOf } from '#words/text.ts';

/** Titles or labels of several words, to be found word by word in a text whatever stands between the words. */
export class WholeNames {
  readonly #places = new Map<string, number[]>();
  readonly #beginnings = new Set<string>();
  #longest = 0;

  add(name: string, item: number): void {
    const words = wordsOf(name);
    if (words.length < 2) return;
    const key = words.join(' ');
    const known = this.#places.get(key);
    if (known) {
      if (known.at(-1) !== item) known.push(item);
      return;
    }
    this.#places.set(key, [item]);
    this.#beginnings.add(`${words[0]} ${words[1]}`);
    this.#longest = Math.max(this.#longest, words.length);
  }

  /** Every name that stands in the words: how many letters it has, from which word to which, and whose it is. */
  in(words: readonly string[]): { length: number; from: number; to: number; items: readonly number[] }[] {
    return words.flatMap((word, from) => {
      if (!this.#beginnings.has(`${word} ${words[from + 1]}`)) return [];
      const found = [];
      let key = word;
      const end = Math.min(words.length, from + this.#longest);
      for (let to = from + 1; to < end; to += 1) {
        key += ` ${words[to]}`;
        const items = this.#places.get(key);
        if (items) found.push({ length: key.length, from, to, items });
      }
      return found;
    });
  }
}
