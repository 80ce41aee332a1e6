import type { Shown } from '../text/safe.ts';

/** A code's words after a colon: a small letter, but "IT-kompatibilitet" as it is. */
export const low = <T extends string>(text: T): T =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()) as T;

/** A phone's column of labels is narrower than some Swedish compounds: they may break where their parts meet. */
export const label = (text: Shown): Shown =>
  text.replace(/(samordnings|erfarenhets)(?=\p{Ll}{5})/giu, '$1\u00AD') as Shown;
