import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseGovernance } from '#application/rules.ts';
import { adopt, inert } from '#domain/authority/adopting.ts';
import { checkGovernance } from '#domain/authority/check.ts';
import { FINDINGS, type Finding, type FindingCode } from '#domain/authority/checking/finding.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { findingWriter } from '#rendering/findings.ts';
import { date, governance, NAMNDEN, officer, SORMLAND, sDecider } from '#support/world.ts';
import { governanceCheck } from '../../src/cli/commands/governance-check.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { type Office, office } from './record/office.ts';

let place: Office;
let folder: string;

interface Said {
  readonly faults: number;
  readonly remarks: number;
  readonly peopleChecked: boolean;
  readonly findings: readonly (Finding & {
    readonly message: { readonly sv: string; readonly en: string };
  })[];
}
const check = async (content: unknown, options: object = {}) => {
  const file = join(folder, 'governance.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  const context: CliContext = {
    store: place.sqlite.store,
    samordna: async () => place.samordna,
    person: async () => Promise.reject(new Error('nobody asks')),
    actor: async () => officer,
  };
  const outcome = await governanceCheck(context, file, { lang: 'sv', ...options });
  return { ...outcome, json: outcome.json as Said };
};
const [first, ...rest] = governance.mandates;

describe('samordna governance check (law 2)', () => {
  beforeEach(async () => {
    place = await office();
    folder = await mkdtemp(join(tmpdir(), 'samordna-governance-'));
  });
  afterEach(async () => {
    await place.sqlite.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('exits 0 where there is no fault, and counts the remarks', async () => {
    const { exit, json, text } = await check(governance);
    expect([exit, json.faults, json.remarks, json.peopleChecked]).toEqual([0, 0, 7, true]);
    expect(text).toMatch(/^Inga fel, 7 anmärkningar\nOBS /);
  });

  it('exits 1 where there is one, and says it in Swedish or English', async () => {
    const bare = { ...governance, mandates: [] };
    const { exit, json, text } = await check(bare);
    expect([exit, json.faults]).toEqual([1, 2]);
    expect(text).toContain(
      'FEL gap: Ingen får samordna, besluta om avsteg och skjuta upp för Sörmland (oavsett värde) från och med 23 november 2026.',
    );
    expect((await check(bare, { lang: 'en' })).text).toContain(
      'FAULT gap: Nobody may coordinate, decide on a deviation, and postpone for Sörmland (whatever the value)',
    );
  });

  it('exits 2, with the place, where the file cannot be read', async () => {
    await expect(check('{')).rejects.toThrow(/is no JSON/);
    await expect(check({ ...governance, regions: 1 })).rejects.toThrow(/cannot be read; correct: regions/);
    await expect(check([])).rejects.toThrow(/cannot be read/);
    await expect(check(governance, { lang: 'fi' })).rejects.toThrow(/say sv or en/);
  });

  it.each([
    ['a group', { kind: 'group', group: 'enhetscheferna', body: NAMNDEN }],
    ['several people as one delegate', { kind: 'delegate', person: [sDecider.id], body: NAMNDEN }],
    ['a title', { kind: 'delegate', person: 'verksamhetscheferna', body: NAMNDEN }],
  ])('a row for %s is named, and the gap that it leaves', async (_, holder) => {
    const { exit, json } = await check({ ...governance, mandates: [{ ...first, holder }, ...rest] });
    expect(exit).toBe(1);
    expect(json.findings.map(({ code, rows, regions }) => [code, rows, regions])).toEqual(
      expect.arrayContaining([
        ['staff-group', ['m-s'], undefined],
        ['gap', [], [SORMLAND]],
      ]),
    );
  });

  it('a succession without successors or archive is named', async () => {
    const row = { id: 'end', body: NAMNDEN, validFrom: '2027-01-01', status: 'proposed', successors: [] };
    const { json } = await check({ ...governance, successions: [row] });
    expect(json.findings.filter(({ rows }) => rows[0] === 'end').map(({ code }) => code)).toEqual([
      'succession-without-successor',
      'succession-without-archive',
    ]);
  });

  it('goes by the directory of the store: an attendance that cannot be met', async () => {
    const attendance = governance.attendance.map((row) => ({ ...row, members: 3 }));
    const { json } = await check({ ...governance, attendance });
    expect(
      json.findings
        .filter(({ code }) => code === 'attendance-unreachable')
        .map(({ wanted, found }) => [wanted, found]),
    ).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });

  it('in production no row is an example', async () => {
    const { exit, json } = await check(governance, { production: true });
    expect([exit, json.findings[0]?.code]).toEqual([1, 'example-in-production']);
  });

  it('the file of the demo is without fault, also once what it proposes for 2027 is decided', async () => {
    const file = new URL('../../src/demo/data/governance.json', import.meta.url);
    const parsed = parseGovernance(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.ok) throw new Error(parsed.error.join());
    const proposed = parsed.value;
    const ids = inert(proposed).map(({ id }) => id);
    const decided = adopt(proposed, { ids, reference: 'RF § 1', version: 'x' }, date('2026-12-08'));
    if (!decided.ok) throw new Error(decided.error.why);
    for (const all of [proposed, decided.value]) {
      const faults = checkGovernance(all, { today: date('2026-11-24') }).filter(
        ({ severity }) => severity === 'fault',
      );
      expect(faults).toEqual([]);
    }
    expect(ids).toContain('switch-2027');
  });

  it('Inköp’s mandate to go on despite resistance stands there as a draft, and goes to a person alone (law 0)', async () => {
    const file = new URL('../../src/demo/data/governance.json', import.meta.url);
    const json = JSON.parse(await readFile(file, 'utf8')) as { mandates: Record<string, unknown>[] };
    const parsed = parseGovernance(json);
    if (!parsed.ok) throw new Error(parsed.error.join());
    expect(inert(parsed.value)).toContainEqual({
      id: 'inkop-trots-motstand',
      list: 'mandates',
      status: 'draft',
      from: '2020-01-01',
    });
    const changed = (more: object) =>
      parseGovernance({
        ...json,
        mandates: json.mandates.map((one) => (one.despiteResistance ? { ...one, ...more } : one)),
      });
    for (const more of [
      { holder: { kind: 'body', body: 'inkopsnamnden' } },
      { kinds: ['coordinate', 'deviate'] },
    ]) {
      const outcome = changed(more);
      expect(outcome.ok ? '' : outcome.error.join()).toMatch(
        /^mandates\.\d+: who goes on despite resistance is one named person/,
      );
    }
  });
});

describe('every finding', () => {
  it.each(Object.keys(FINDINGS) as FindingCode[])(
    '%s has a sentence in both languages, with what it is about',
    (code) => {
      const one: Finding = {
        code,
        severity: FINDINGS[code],
        rows: ['row-a', 'row-b'],
        regions: [SORMLAND],
        kinds: ['coordinate'],
        total: { from: 10, below: null },
        own: { from: 0, below: 30 },
        span: { from: governance.regions[0]?.validFrom ?? ('' as never), to: null },
        level: 'council',
        threshold: 'direct-award',
        body: NAMNDEN,
        person: sDecider.id,
        date: governance.regions[0]?.validFrom ?? ('' as never),
        wanted: 3,
        found: 1,
      };
      const said = LANGUAGES.map((language) => findingWriter(governance, language).sentence(one));
      for (const sentence of said) {
        expect(sentence).toMatch(/[.]$/);
        expect(sentence).not.toMatch(/undefined|\{|\}|\s{2}/);
      }
      expect(said[0]).not.toBe(said[1]);
    },
  );
});
