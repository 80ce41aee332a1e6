/** What is said about one cell or row of a file. `row` is 1-based with the header counted. */
export interface IssueParams {
  readonly missing: None;
  readonly 'duplicate-id': { readonly first: number };
  readonly 'unknown-region': None;
  readonly 'not-in-lookup': None;
  readonly 'column-missing': None;
  readonly 'cell-error': None;
  readonly 'unreadable-characters': None;
  readonly 'text-too-long': { readonly limit: number };
  readonly 'unreadable-number': None;
  readonly 'ambiguous-number': None;
  readonly 'approximate-value': None;
  readonly 'value-range': None;
  readonly 'value-with-vat': None;
  readonly 'other-currency': None;
  readonly 'negative-value': None;
  readonly 'zero-value': None;
  readonly 'shared-value': None;
  readonly 'unreadable-date': None;
  readonly 'ambiguous-date': None;
  readonly 'imprecise-date': None;
  readonly 'unreadable-cpv': None;
  readonly 'unknown-cpv': None;
  readonly 'cpv-check-digit': None;
  readonly 'several-cpv': None;
  readonly 'not-a-guid': None;
  readonly 'unreadable-email': None;
  readonly 'duplicate-person': { readonly first: number };
  readonly 'duplicate-email': { readonly first: number };
  readonly 'unknown-role': None;
  readonly 'unknown-language': None;
  readonly 'unknown-colleague': None;
  readonly 'own-colleague': None;
}
type None = Readonly<Record<never, never>>;

export type IssueReason = keyof IssueParams;

/** `column` is the header's text, or the 0-based index where there is no header; null when no column is concerned. */
export type Issue = {
  readonly [R in IssueReason]: {
    readonly row: number;
    readonly column: string | null;
    readonly value: string;
    readonly reason: R;
    readonly params: IssueParams[R];
  };
}[IssueReason];

/** A reason with its parameters, before it is known where it stands. */
export type Fault = {
  readonly [R in IssueReason]: { readonly reason: R; readonly params: IssueParams[R] };
}[IssueReason];

type Plain = { [R in IssueReason]: None extends IssueParams[R] ? R : never }[IssueReason];
export const fault = (reason: Plain): Fault => ({ reason, params: {} }) as Fault;

const VALUE_LIMIT = 200;
export const issueAt = (row: number, column: string | null, value: string, what: Fault): Issue => ({
  row,
  column,
  value: value.length > VALUE_LIMIT ? `${value.slice(0, VALUE_LIMIT - 1)}…` : value,
  ...what,
});
