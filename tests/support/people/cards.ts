import { type Node, ofType, wordsOf } from '../../edges/rendering/card-tree.ts';

export type Card = Node;
export type ActionData = Readonly<Record<string, unknown>>;

export interface Banner {
  readonly style: string;
  readonly text: string;
}

/** The line above a card that says how it went. */
export const bannerOf = (card: Card): Banner | null => {
  const [first] = Array.isArray(card.body) ? (card.body as readonly Node[]) : [];
  if (first?.type !== 'Container' || first.bleed !== true) return null;
  return { style: String(first.style), text: wordsOf(first).join(' ') };
};
/** Refused with a sentence: what to do next stands in it. */
export const isRefused = (card: Card): boolean => {
  const banner = bannerOf(card);
  return banner?.style === 'attention' && banner.text.length > 10;
};
export const textOf = (card: Card): string => wordsOf(card).join('\n');

/** What a card's buttons and lines that can be tapped send, in their order. */
export const buttonsOf = (card: Card): readonly Node[] =>
  ofType(card, 'Action.').filter((node) => node.type === 'Action.Execute');
export const dataOf = (button: Node): ActionData => button.data as ActionData;

const matches = (data: unknown, wanted: unknown): boolean =>
  typeof wanted === 'object' && wanted !== null
    ? typeof data === 'object' &&
      data !== null &&
      Object.entries(wanted).every(([key, value]) => matches((data as ActionData)[key], value))
    : data === wanted;
export const buttonLike = (card: Card, wanted: ActionData): Node | undefined =>
  buttonsOf(card).find((button) => matches(dataOf(button), wanted));

/**
 * What a client sends for a button: its data with the card's inputs merged in by their ids. Throws for what no client
 * would send: an input that is not there, a choice that is not offered, a required field left empty.
 */
export const pressedData = (card: Card, button: Node, fill: Readonly<Record<string, string>>): ActionData => {
  const associated = button.associatedInputs !== 'none';
  const inputs = associated ? ofType(card, 'Input.') : [];
  for (const id of Object.keys(fill)) {
    if (!inputs.some((input) => input.id === id)) throw new Error(`There is no field ${id} to fill`);
  }
  const values = inputs.map((input): [string, unknown] => {
    const id = String(input.id);
    const value = fill[id] ?? input.value ?? '';
    if (input.isRequired === true && value === '') throw new Error(`The field ${id} must be filled`);
    const choices = Array.isArray(input.choices) ? (input.choices as readonly Node[]) : null;
    // A choice of several is sent as one text with commas.
    const chosen = input.isMultiSelect === true ? String(value).split(',') : [value];
    if (choices && !chosen.every((one) => choices.some((choice) => choice.value === one))) {
      throw new Error(`The field ${id} does not offer ${String(value)}`);
    }
    return [id, value];
  });
  return { ...dataOf(button), ...Object.fromEntries(values) };
};
