import type { CardAction } from '../action.ts';
import { actionData } from '../parse-action.ts';
import type { Plain, Shown } from '../text/safe.ts';

declare const pressed: unique symbol;
/** What a button sends. */
export type Button = Readonly<Record<string, unknown>> & { readonly [pressed]: true };

/**
 * What a template is expanded with. Text is `Shown` or `Plain`, so that nothing that a person wrote gets into a card
 * without having been made safe; keys with undefined are absent to the template.
 */
export type Datum =
  | Shown
  | Plain
  | number
  | boolean
  | undefined
  | Button
  | readonly Datum[]
  | { readonly [key: string]: Datum };
export type CardData = { readonly [key: string]: Datum };

/** A view laid out: the template's data, and the sentence that a notification shows. */
export interface Laid {
  readonly data: CardData;
  readonly summary: Plain;
}

export const button = (action: CardAction): Button => actionData(action) as Button;
export const buttonIf = (wanted: boolean, action: CardAction): Button | undefined =>
  wanted ? button(action) : undefined;
