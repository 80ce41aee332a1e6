import type { CaseFile, Named, Step } from '#application/record/case-file.ts';
import { isRole } from '#domain/directory/person.ts';
import { html, type Markup } from '../markup.ts';
import { en } from '../text/en.ts';
import { type ReportWord, sv } from '../text/sv.ts';
import type { Writing } from '../writing.ts';

const WORDS: Readonly<Record<Writing['language'], Readonly<Record<ReportWord, string>>>> = { sv, en };

/** What every part of a case's document writes with: the case, its language, and how people and texts are shown. */
export const deskOf = (file: CaseFile, w: Writing) => {
  const t = (key: ReportWord): string => WORDS[w.language][key];
  const named = (name: Named): string => name[w.language];
  const list = (names: readonly Named[]): string => names.map(named).join(', ');
  const person = (by: string): string => {
    if (by === 'clock') return t('system');
    return by.startsWith('cli:') ? t('operator').replace('{name}', by.slice(4)) : by;
  };
  const who = ({ by, role }: Step): string =>
    role !== null && isRole(role) ? `${person(by)}, ${w.word(`role.${role}`)}` : person(by);
  const quote = (text: string | undefined, title?: string): Markup | null =>
    text ? html`<blockquote>${title ? html`<strong>${title}:</strong> ` : null}${text}</blockquote>` : null;
  const gone = ({ removed }: Step): Markup | null =>
    removed ? html`<p class="note">${t('removed')}</p>` : null;
  return { file, w, t, named, list, who, quote, gone };
};
export type Desk = ReturnType<typeof deskOf>;
/** One part; null where the case has none of it. */
export type Part = () => Markup | null;
