import type { IndicatorId } from '#domain/indicators/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { en } from './text/indicators/en.ts';
import type { Defined, IndicatorWords } from './text/indicators/shape.ts';
import { sv } from './text/indicators/sv.ts';

const WORDS: Readonly<Record<Language, IndicatorWords>> = { sv, en };
export const indicatorWords = (language: Language): IndicatorWords => WORDS[language];

const TARGET = 'target-';
/** The name and definition of an indicator, or of a target's fulfilment. */
export const definedAs = (id: string, language: Language): Defined => {
  const words = WORDS[language];
  return id.startsWith(TARGET)
    ? words.target(definedAs(id.slice(TARGET.length), language).name)
    : words.indicators[id as IndicatorId];
};
