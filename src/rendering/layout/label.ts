import type { Shown } from '../text/safe.ts';

/** A phone's column of labels is narrower than some Swedish compounds: they may break where their parts meet. */
export const label = (text: Shown): Shown =>
  text.replace(/(samordnings|erfarenhets)(?=\p{Ll}{5})/giu, '$1\u00AD') as Shown;
