import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#domain/shared/language.ts';
import { en } from './en.ts';
import type { Plain, Shown } from './safe.ts';
import type { Key, Shape } from './shape.ts';
import { sv } from './sv.ts';

export type Dictionary = Shape<typeof sv>;
export type TextKey = Key<typeof sv>;

export const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { sv, en };

type Params<T> = Readonly<Record<string, T | number>>;
export type Say = {
  /** For a TextBlock or a fact: takes only what is safe to show there. */
  (key: TextKey, params?: Params<Shown>): Shown;
  /** For a button, a choice or a notification. */
  readonly plain: (key: TextKey, params?: Params<Plain>) => Plain;
};

const lookUp = (dictionary: Dictionary, key: TextKey): string => {
  const dot = key.indexOf('.');
  const group = dictionary[key.slice(0, dot) as keyof Dictionary] as Readonly<Record<string, string>>;
  return group[key.slice(dot + 1)] ?? '';
};

/** The texts of one language, each compiled when it is first said. Parameters are put in as they are, never parsed. */
export const createSay = (language: Language): Say => {
  const compiled = new Map<TextKey, IntlMessageFormat>();
  const message = (key: TextKey): IntlMessageFormat => {
    const known = compiled.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(lookUp(DICTIONARIES[language], key), language, undefined, {
      ignoreTag: true,
    });
    compiled.set(key, made);
    return made;
  };
  const bare = new Map<TextKey, string>();
  /** Most texts have no parameters and are always the same. */
  const unchanging = (key: TextKey): string => {
    const known = bare.get(key);
    if (known !== undefined) return known;
    const said = String(message(key).format());
    bare.set(key, said);
    return said;
  };
  /** An English name with its article may begin a sentence: "the Procurement Board" decides, and "The Procurement Board decides". */
  const begun = (said: string, key: TextKey): string => {
    if (language !== 'en' || !said.includes('the ')) return said;
    const inside = said.replace(/(?<=\. )the (?=\p{Lu})/gu, 'The ');
    return inside.startsWith('the ') && lookUp(DICTIONARIES.en, key).startsWith('{')
      ? `T${inside.slice(1)}`
      : inside;
  };
  const format = (key: TextKey, params?: Params<string>): string =>
    params ? begun(String(message(key).format(params)), key) : unchanging(key);
  return Object.assign((key: TextKey, params?: Params<Shown>) => format(key, params) as Shown, {
    plain: (key: TextKey, params?: Params<Plain>) => format(key, params) as Plain,
  });
};
