import type { Card } from '#application/ports/teams.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import type { Language } from '#domain/shared/language.ts';
import { layOut } from './layout/lay-out.ts';
import { compileCards } from './layout/templates.ts';
import { type CpvLabel, createWriter, type Limits } from './layout/writer.ts';
import { refusalText } from './refusing.ts';
import { createSay, type Say } from './text/words.ts';
import type { View } from './views.ts';

export interface RenderedView {
  readonly card: Card;
  /** One plain sentence: what a notification shows, and what stands in for the card where there are none. */
  readonly summary: string;
}
export type RenderView = (view: View, language: Language) => RenderedView;
export interface RendererOptions {
  readonly cpvLabel: CpvLabel;
}

/** Bytes of a card as UTF-16, the way Teams counts; over about 100 KB it refuses with 413. */
const sizeOf = (card: Card): number => JSON.stringify(card).length * 2;
const LARGEST = 56_000;
/** Tried in order: a case with many or very long texts shows less of each, so that the card always gets through. */
const LIMITS: readonly [Limits, ...Limits[]] = [
  { text: 2000, lines: 20 },
  { text: 500, lines: 12 },
  { text: 120, lines: 6 },
];

const SAY: Readonly<Record<Language, Say>> = { sv: createSay('sv'), en: createSay('en') };

/** What a person reads when something was refused: what it was, and what to do next. */
export const refusalSentence = (refusal: Refusal, language: Language): string => {
  const { key, params } = refusalText(refusal, language);
  return SAY[language].plain(key, params);
};

/**
 * Makes the function that turns a view into a card and its summary. Templates are compiled here, once. Pure afterwards:
 * the same view and language give the same card, always under 60 KB as UTF-16.
 */
export const createRenderer = ({ cpvLabel }: RendererOptions): RenderView => {
  const expand = compileCards();
  return (view, language) => {
    const render = (limits: Limits): RenderedView => {
      const writer = createWriter(language, SAY[language], view.asOf, limits, cpvLabel);
      const { data, summary } = layOut(view, writer);
      return { card: expand(view.card, language, data), summary };
    };
    let rendered = render(LIMITS[0]);
    for (const limits of LIMITS.slice(1)) {
      if (sizeOf(rendered.card) <= LARGEST) break;
      rendered = render(limits);
    }
    return rendered;
  };
};
