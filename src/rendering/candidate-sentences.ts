import type { CandidateReason } from '#candidates/candidate.ts';
import { cpvLabel } from '#domain/shared/cpv.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { never } from '#domain/shared/result.ts';
import { day, money } from './format.ts';
import { asPlain, type Plain } from './text/safe.ts';
import { createSay, type Say } from './text/words.ts';
import type { RegionName } from './views.ts';

/** How a word that people chose gets into the sentence: literally for a card, or as it is for plain text. */
type Put<T extends string> = (text: string) => T;
type Params<T extends string> = Readonly<Record<string, T | number>>;

const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  sv: new Intl.ListFormat('sv', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** The parameters of a reason's sentence in one language. */
export const reasonParams = <T extends string>(
  reason: CandidateReason,
  language: Language,
  regionNames: readonly RegionName[],
  put: Put<T>,
): Params<T> => {
  const region = (id: RegionId): string => regionNames.find((name) => name.id === id)?.[language] ?? id;
  const cpv = (code: string): string => {
    const label = cpvLabel(code, language);
    return label === null ? code : `${code} ${label}`;
  };
  switch (reason.code) {
    case 'same-title':
      return { title: put(reason.title) };
    case 'same-meaning':
    case 'related-meaning':
      return { one: put(reason.words[0]), other: put(reason.words[1]) };
    case 'same-cpv':
    case 'near-cpv':
    case 'same-division':
      return { cpv: put(cpv(reason.cpv)) };
    case 'other-cpv':
      return { one: put(cpv(reason.cpvs[0])), other: put(cpv(reason.cpvs[1])) };
    case 'same-time':
      return {
        months: reason.months,
        from: put(day(reason.from, language)),
        to: put(day(reason.to, language)),
      };
    case 'contract-covers':
      return { region: put(region(reason.region)), until: put(day(reason.until, language)) };
    case 'start-unknown':
      return {};
    case 'value':
      return { sum: put(money(reason.sum, language)), without: reason.without };
    case 'earlier-deviation':
    case 'earlier-lesson':
      return { on: put(day(reason.on, language)), title: put(reason.title) };
    case 'assessed-possible':
    case 'assessed-not-possible':
      return { on: put(day(reason.on, language)) };
    case 'already-joint':
      return { regions: put(LISTS[language].format(reason.regions.map(region))) };
    default:
      return never(reason);
  }
};

const SAY: Readonly<Record<Language, Say>> = { sv: createSay('sv'), en: createSay('en') };

/** Why the items should be assessed together, as one plain sentence. */
export const reasonSentence = (
  reason: CandidateReason,
  language: Language,
  regionNames: readonly RegionName[],
): string =>
  SAY[language].plain(
    `candidateReason.${reason.code}`,
    reasonParams<Plain>(reason, language, regionNames, asPlain),
  );
