import type { View } from '#rendering/views.ts';
import { READ_AT_MOST } from '#words/text.ts';

/** The answer to a text, saying that the text was longer than what is read of one; what else its banner says goes first. */
export const withCut = (text: string, view: View): View =>
  text.trimEnd().length <= READ_AT_MOST || view.banner
    ? view
    : { ...view, banner: { kind: 'cut', read: READ_AT_MOST } };
