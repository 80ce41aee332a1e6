import type { ImportErrorCode, ImportErrorParams, MappingProblem, RequiredColumn } from '../import-error.ts';
import type { IssueParams, IssueReason } from '../issue.ts';

/** These contain another sentence. */
type Nested = 'mapping-invalid' | 'values-unreadable' | 'columns-not-recognised';

/** Every sentence of an import in one language; a reason or code without its sentence is a type error. */
export interface ImportSentences {
  readonly at: (row: number, column: string | null) => string;
  readonly within: (column: string) => string;
  readonly issue: { readonly [R in IssueReason]: (value: string, params: IssueParams[R]) => string };
  readonly error: {
    readonly [C in Exclude<ImportErrorCode, Nested>]: (params: ImportErrorParams[C]) => string;
  };
  readonly problem: Readonly<Record<MappingProblem, string>>;
  readonly mappingInvalid: (path: string, problem: string) => string;
  readonly valuesUnreadable: (cause: string) => string;
  readonly columnsNotRecognised: (missing: readonly string[]) => string;
  readonly column: Readonly<Record<RequiredColumn, string>>;
}
