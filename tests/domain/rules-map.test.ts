import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/rules.md', ROOT), 'utf8');

interface Row {
  readonly section: string;
  readonly rule: string;
  readonly tests: string;
  readonly code: string;
}
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = text.split('\n');
    const rows = lines
      .filter((line) => line.startsWith('| ') && !line.startsWith('| Rule |'))
      .map((line): Row => {
        const [, rule = '', tests = '', code = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
        return { section: title, rule, tests, code };
      });
    return { title, rows };
  });
const rows = sections.flatMap((section) => section.rows);

const spans = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
/** `a/{b,c}.ts` is two files. */
const expanded = (path: string): string[] => {
  const [, before, choices, after] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return choices === undefined
    ? [path]
    : choices.split(',').flatMap((one) => expanded(`${before}${one}${after}`));
};
const files = (cell: string): string[] =>
  spans(cell)
    .filter((text) => text.includes('.ts') || /^(src|cards|tests)\//.test(text))
    .flatMap(expanded)
    // All files of a folder: the folder has to be there.
    .map((path) => path.replace('*.ts', ''));
/** From the root, or, for the many rules of a case, from where those are. */
const whereIs = (path: string): URL | undefined =>
  [path, `src/domain/coordination/${path}`].map((one) => new URL(one, ROOT)).find((url) => existsSync(url));
const missing = (paths: readonly string[]): string[] => paths.filter((path) => whereIs(path) === undefined);
/** A file followed by the name of what in it holds the rule: `file.ts` (`name`). */
const named = (cell: string): [string, string][] =>
  [...cell.matchAll(/`([^`{]+\.ts)` \(`(\w+)`\)/g)].map(([, file = '', name = '']) => [file, name]);

/** Titles of a file's tests; the stories' laws are the keys of their own list. */
const titles = (path: string): string[] => {
  const url = new URL(path.endsWith('/laws.test.ts') ? path.replace('.test.ts', '.ts') : path, ROOT);
  const text = readFileSync(url, 'utf8');
  return [
    ...[...text.matchAll(/\b(?:describe|it|test)(?:\.each)?\(\s*'([^'\n]+)'/g)].map(
      ([, title = '']) => title,
    ),
    ...[...text.matchAll(/\)\(\s*'([^'\n]+)'/g)].map(([, title = '']) => title),
    ...(path.endsWith('/laws.test.ts')
      ? [...text.matchAll(/^ {2}'([^'\n]+)'/gm)].map(([, title = '']) => title)
      : []),
  ];
};
/** `law 5`, or `laws 2, 3 and 6`. */
const claims = (title: string, law: string): boolean =>
  [...title.matchAll(/\blaws? (\d(?:(?:, | and )\d)*)/g)].some(([, said = '']) => said.includes(law));

describe('the page of rules says what is there', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('law %i has a section with rules', (law) => {
    const own = sections.filter(({ title }) => title.startsWith(`Law ${law}:`));
    expect(own).toHaveLength(1);
    expect(own[0]?.rows.length).toBeGreaterThan(0);
  });

  it.each(sections.map(({ title, rows: own }) => [title, own.length]))('%s has rules', (_, count) => {
    expect(count).toBeGreaterThan(0);
  });

  const ofLaws = sections.flatMap(({ title, rows: own }) => {
    const law = /^Law (\d):/.exec(title)?.[1];
    return law === undefined
      ? []
      : own.flatMap((row) => files(row.tests).map((file) => [law, file] as const));
  });
  it.each([...new Map(ofLaws.map((one) => [one.join(' '), one])).values()])(
    'law %s: a test of %s says that it proves it',
    (law, file) => {
      expect(titles(file).filter((title) => claims(title, law))).not.toEqual([]);
    },
  );
  it('a title claims the laws that it names, and no others', () => {
    expect(claims('the lock (law 5)', '5')).toBe(true);
    expect(claims('laws 2, 3 and 6: minutes', '6')).toBe(true);
    expect(claims('laws 2, 3 and 6: minutes', '5')).toBe(false);
    expect(claims('LOU 5:3, and law 6', '5')).toBe(false);
    expect(claims('outlaws 5', '5')).toBe(false);
  });

  it.each(rows.map((row) => [row.rule.slice(0, 90), row] as const))('%s', (_, { tests, code }) => {
    expect(files(tests).length).toBeGreaterThan(0);
    expect(files(code).length).toBeGreaterThan(0);
    expect(missing(files(tests))).toEqual([]);
    expect(missing(files(code))).toEqual([]);
    expect(files(tests).every((path) => /^tests\/.*(\.test\.ts|\/)$/.test(path))).toBe(true);
    for (const [file, name] of named(code)) {
      expect([file, readFileSync(whereIs(file) ?? ROOT, 'utf8').includes(name)]).toEqual([file, true]);
    }
  });
});
