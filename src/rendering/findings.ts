import type { Finding, Span, ValueRange } from '#domain/authority/checking/finding.ts';
import { bodyRow, type Governance } from '#domain/authority/governance.ts';
import type { BodyId, RegionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { day, number } from './format.ts';
import { asPlain, type Plain } from './text/safe.ts';
import { createSay } from './text/words.ts';

const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  sv: new Intl.ListFormat('sv', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};
/** Whom or what may be named in one sentence without losing its reader. */
const NAMED = 12;

/** Says findings in words, with the names that the governance itself has for its bodies and regions. */
export const findingWriter = (governance: Governance, language: Language) => {
  const say = createSay(language);
  const list = (words: readonly string[]): Plain => {
    const shown = words.slice(0, NAMED);
    return asPlain(LISTS[language].format(words.length > NAMED ? [...shown, '…'] : shown), 1000);
  };
  const region = (id: RegionId): string =>
    governance.regions.find((row) => row.region === id)?.name[language] ?? id;
  const body = (id: BodyId): string => bodyRow(governance, id)?.name[language] ?? id;
  const amount = (value: number): Plain => asPlain(number(value, language));
  const range = ({ from, below }: ValueRange): Plain => {
    if (below === null) return say.plain('range.from', { from: amount(from) });
    return from === 0
      ? say.plain('range.below', { below: amount(below) })
      : say.plain('range.between', { from: amount(from), below: amount(below) });
  };
  const ranges = ({ total, own }: Finding): Plain => {
    const said = [
      ...(total ? [say.plain('range.total', { range: range(total) })] : []),
      ...(own ? [say.plain('range.own', { range: range(own) })] : []),
    ];
    return said.length > 0 ? list(said) : say.plain('range.any');
  };
  const span = ({ from, to }: Span): Plain =>
    to === null
      ? say.plain('span.from', { from: asPlain(day(from, language)) })
      : say.plain('span.between', { from: asPlain(day(from, language)), to: asPlain(day(to, language)) });
  const sentence = (finding: Finding): string => {
    const { code, rows, regions, kinds, level, threshold, person, date, wanted, found } = finding;
    const [first = '', second = ''] = rows;
    return say.plain(`finding.${code}`, {
      rows: list(rows),
      first: asPlain(first),
      second: asPlain(second),
      regions: list((regions ?? []).map(region)),
      kinds: list((kinds ?? []).map((kind) => say.plain(`kind.${kind}`))),
      range: ranges(finding),
      span: finding.span ? span(finding.span) : asPlain(''),
      level: level ? say.plain(`level.${level}`) : asPlain(''),
      threshold: threshold ? say.plain(`threshold.${threshold}`) : asPlain(''),
      body: finding.body ? asPlain(body(finding.body)) : asPlain(''),
      person: asPlain(person ?? ''),
      date: date ? asPlain(day(date, language)) : asPlain(''),
      wanted: wanted ?? 0,
      found: found ?? 0,
    });
  };
  const lines = (findings: readonly Finding[], withPeople: boolean): string => {
    const faults = findings.filter(({ severity }) => severity === 'fault').length;
    return [
      say.plain('governanceCheck.heading', { faults, remarks: findings.length - faults }),
      ...findings.map(
        (finding) =>
          `${say.plain(`governanceCheck.${finding.severity}`)} ${finding.code}: ${sentence(finding)}`,
      ),
      ...(withPeople ? [] : [say.plain('governanceCheck.without-people')]),
    ].join('\n');
  };
  return { sentence, lines };
};
