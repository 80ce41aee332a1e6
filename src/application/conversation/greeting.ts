import type { Person } from '#domain/directory/person.ts';
import { isLanguage, type Language } from '#domain/shared/language.ts';
import type { Caller } from '../ports/teams.ts';

/** `en-US` → `en`; null for a language that Samordna does not speak. */
export const localeLanguage = (locale: string | null): Language | null => {
  const language = locale?.slice(0, 2).toLowerCase() ?? '';
  return isLanguage(language) ? language : null;
};

/** The person's in the directory, else their client's, else Swedish. */
export const languageFor = (person: Person | null, caller: Caller): Language =>
  person?.language ?? localeLanguage(caller.locale) ?? 'sv';
