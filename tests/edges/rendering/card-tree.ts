import { NO_BREAK } from '#rendering/layout/writer.ts';

/** Any object within a card. */
export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every element, action and choice of a card, outermost first; the data of its buttons is not looked into. */
export const nodesOf = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, child]) => (key === 'data' ? [] : nodesOf(child)))];
};

export const ofType = (card: unknown, start: string): readonly Node[] =>
  nodesOf(card).filter((node) => typeof node.type === 'string' && node.type.startsWith(start));

/** As somebody would type it: what keeps an amount or a time on one line reads as a space. */
export const typedOut = (text: string): string => text.replaceAll(NO_BREAK, ' ');

/** What a person reads in a card: texts, facts, labels and titles. */
export const wordsOf = (card: unknown): readonly string[] =>
  nodesOf(card)
    .flatMap((node) =>
      [node.text, node.title, node.value, node.label, node.placeholder, node.errorMessage].filter(
        (word): word is string => typeof word === 'string',
      ),
    )
    .map(typedOut);
