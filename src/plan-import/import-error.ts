import type { Language } from '#domain/shared/language.ts';

/** Problems of a mapping file that need words of their own. */
export const MAPPING_PROBLEMS = ['date-format', 'encoding', 'delimiter'] as const;
export type MappingProblem = (typeof MAPPING_PROBLEMS)[number];

/** Why nothing of a file could be read. */
export interface ImportErrorParams {
  readonly 'file-empty': None;
  readonly 'file-too-large': { readonly megabytes: number };
  readonly 'unpacked-too-large': { readonly megabytes: number };
  readonly 'too-many-rows': { readonly rows: number };
  /** It would have taken too long, or more memory than one file may have. */
  readonly 'too-heavy': None;
  readonly 'not-a-table': None;
  readonly 'unreadable-workbook': None;
  readonly 'password-protected': None;
  readonly 'unclosed-quote': { readonly row: number };
  readonly 'unknown-encoding': { readonly encoding: string };
  readonly 'unknown-delimiter': { readonly delimiter: string };
  readonly 'unknown-sheet': { readonly sheet: string; readonly sheets: readonly string[] };
  readonly 'header-row-missing': { readonly row: number };
  readonly 'column-missing': { readonly columns: readonly string[] };
  readonly 'column-needs-header': { readonly columns: readonly string[] };
  readonly 'columns-not-recognised': { readonly missing: readonly RequiredColumn[] };
  readonly 'mapping-invalid': {
    /** `fields.id.column`; empty when the whole file is meant. */
    readonly path: string;
    readonly problem: MappingProblem | Readonly<Record<Language, string>>;
  };
  readonly 'values-without-profile': None;
  readonly 'values-unreadable': { readonly cause: ImportError };
}
export const REQUIRED_COLUMNS = ['id', 'title', 'region'] as const;
export type RequiredColumn = (typeof REQUIRED_COLUMNS)[number];
type None = Readonly<Record<never, never>>;

export type ImportErrorCode = keyof ImportErrorParams;
export type ImportError = {
  readonly [C in ImportErrorCode]: { readonly code: C; readonly params: ImportErrorParams[C] };
}[ImportErrorCode];

type Plain = { [C in ImportErrorCode]: None extends ImportErrorParams[C] ? C : never }[ImportErrorCode];
export const importError = (code: Plain): ImportError => ({ code, params: {} });
