import type { Language } from '#domain/shared/language.ts';
import type { ImportError, ImportErrorCode, ImportErrorParams } from './import-error.ts';
import type { Issue, IssueParams, IssueReason } from './issue.ts';
import { en } from './sentences/en.ts';
import type { ImportSentences } from './sentences/shape.ts';
import { sv } from './sentences/sv.ts';

const SENTENCES: Readonly<Record<Language, ImportSentences>> = { sv, en };

const saidOf = <R extends IssueReason>(
  sentences: ImportSentences['issue'],
  issue: { readonly value: string; readonly reason: R; readonly params: IssueParams[R] },
): string => sentences[issue.reason](issue.value, issue.params);

/** What is wrong with a row, where, and what to do: "Rad 7, kolumnen ”Värde”: ”ca 3 mnkr” är en uppskattning …". */
export const issueMessage = (issue: Issue, language: Language): string => {
  const sentences = SENTENCES[language];
  return `${sentences.at(issue.row, issue.column)}: ${saidOf(sentences.issue, issue)}`;
};

/** The same without its row, for a list of rows. */
export const issueInRow = (issue: Issue, language: Language): string => {
  const sentences = SENTENCES[language];
  const said = saidOf(sentences.issue, issue);
  return issue.column === null ? said : `${sentences.within(issue.column)}: ${said}`;
};

const plain = <C extends keyof ImportSentences['error'] & ImportErrorCode>(
  sentences: ImportSentences['error'],
  error: { readonly code: C; readonly params: ImportErrorParams[C] },
): string => sentences[error.code](error.params);

/** Why nothing could be read, and what to do. */
export const importErrorMessage = (error: ImportError, language: Language): string => {
  const sentences = SENTENCES[language];
  switch (error.code) {
    case 'mapping-invalid': {
      const { path, problem } = error.params;
      const text = typeof problem === 'string' ? sentences.problem[problem] : problem[language];
      return sentences.mappingInvalid(path, text.replace(/\.$/, ''));
    }
    case 'values-unreadable':
      return sentences.valuesUnreadable(importErrorMessage(error.params.cause, language));
    case 'columns-not-recognised':
      return sentences.columnsNotRecognised(error.params.missing.map((column) => sentences.column[column]));
    default:
      return plain(sentences.error, error);
  }
};
