import { format } from 'node:util';
import { expect as expected } from 'expect';

/** What the rules' tests use of Vitest, kept to be told again and again; what they expect is read by the library whose matchers Vitest's are like. */
export const expect = Object.assign((value: unknown, _what?: string) => expected(value), {
  any: expected.any,
  arrayContaining: expected.arrayContaining,
  closeTo: expected.closeTo,
  objectContaining: expected.objectContaining,
});

type Story = () => unknown;
export interface Test {
  /** Those of the groups it stands in, and its own. */
  readonly name: string;
  readonly tell: Story;
}

const groups: string[] = [];
let tests: Test[] = [];
let endings: Story[] = [];

/** What has been told since it was last taken: the tests of a file that was just loaded. */
export const taken = (): { readonly tests: readonly Test[]; readonly endings: readonly Story[] } => {
  const all = { tests, endings };
  tests = [];
  endings = [];
  return all;
};

const one = (name: string, ...rest: readonly unknown[]): void => {
  const tell = rest.findLast((given) => typeof given === 'function') as Story;
  tests.push({ name: [...groups, name].join(' > '), tell });
};
const many = (name: string, tell: Story): void => {
  groups.push(name);
  tell();
  groups.pop();
};

type Row = readonly unknown[] | Readonly<Record<string, unknown>> | string | number | boolean | null;
const given = (row: Row): readonly unknown[] => (Array.isArray(row) ? row : [row]);

/** A row's name has its place behind it: tests are told apart by their names. */
const nameOf = (name: string, row: Row, at: number): string => {
  const [first] = given(row);
  const filled = name.replace(/\$(\w+)/g, (mark, key: string) =>
    typeof first === 'object' && first !== null && key in first
      ? String((first as Readonly<Record<string, unknown>>)[key])
      : mark,
  );
  return `${format(filled, ...given(row))} (${at + 1})`;
};

const each =
  (tell: (name: string, story: Story) => void) =>
  (rows: readonly Row[]) =>
  (name: string, ...rest: readonly unknown[]): void => {
    const story = rest.findLast((one) => typeof one === 'function') as (
      ...row: readonly unknown[]
    ) => unknown;
    for (const [at, row] of rows.entries()) tell(nameOf(name, row, at), () => story(...given(row)));
  };

export const it = Object.assign(one, { each: each(one) });
export const test = it;
export const describe = Object.assign(many, { each: each(many) });
export const afterAll = (story: Story): void => {
  endings.push(story);
};
