import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ANNA, commandLine, expectSentence, NOW } from './command-line.ts';

const cli = commandLine();
const on = () => ['--store', `sqlite:${cli.path('prepared.db')}`, '--now', NOW];
/** No browser is there: what is written must not depend on the machine. */
const WITHOUT = ['--chromium', '/nowhere/chromium'];

interface Made {
  readonly folder: string;
  readonly files: readonly string[];
  readonly pdf: boolean;
  readonly period: { readonly from: string; readonly to: string };
  readonly region: string | null;
  readonly cases: number;
  readonly notes: readonly string[];
}
const report = (...args: readonly string[]) => cli.json<Made>('report', ...args, ...WITHOUT, ...on());

describe('report', () => {
  it('writes the page, the cases behind it with their histories, and the workbook; no browser is said plainly', async () => {
    const out = cli.path('tertial');
    // Still running, so that what is planned in it stands behind its forecast.
    const made = await report('--kind', 'tertial', '--period', '2021-01-01..2027-12-31', '--out', out);
    expect(made).toMatchObject({
      pdf: false,
      period: { from: '2021-01-01', to: '2027-12-31' },
      region: null,
      notes: [expect.stringMatching(/^There is no browser at .*, so no PDF was made: .*\.$/)],
    });
    expect((await readdir(out)).sort()).toEqual([...made.files].sort());
    expect(made.files).toEqual(expect.arrayContaining(['index.html', 'cases.html', 'figures.xlsx']));
    const pages = made.files.filter((name) => name.startsWith('case-'));
    expect(pages).toHaveLength(made.cases);
    const cases = await readFile(`${out}/cases.html`, 'utf8');
    for (const [, href = ''] of cases.matchAll(/<a href="(case-[^"]+)"/g)) expect(pages).toContain(href);
    const history = await readFile(`${out}/${pages[0]}`, 'utf8');
    expect(history).toContain('Alla händelser i ordning');
  });

  it('narrows to a category, and says so on the page', async () => {
    const args = ['--kind', 'board', '--period', '2021 T1', '--category', '33', '--no-cases'];
    const made = await report(...args, '--out', cli.path('category'));
    expect(made).toMatchObject({ category: '33', period: { from: '2021-01-01', to: '2021-04-30' } });
    expect(await readFile(cli.path('category/index.html'), 'utf8')).toContain(
      'Bara upphandlingar vars CPV-kod börjar med 33.',
    );
  });

  it('an interim period ends on the decided day', async () => {
    const args = ['--kind', 'region', '--region', 'sormland', '--period', '2026 delår', '--lang', 'en'];
    const made = await report(...args, '--out', cli.path('interim'), '--no-cases');
    expect(made).toMatchObject({ period: { to: '2026-08-31' }, region: 'sormland' });
    const page = await readFile(cli.path('interim/index.html'), 'utf8');
    expect(page).toContain('<html lang="en">');
    expect(page.replaceAll('\u00a0', ' ')).toContain(
      'The interim period ends on 31 August 2026. Basis: no documented basis (example).',
    );
    expect(made.files.some((name) => name.startsWith('case-'))).toBe(false);
  });

  it.each([
    [['--kind', 'month', '--period', '2021'], 2, /say tertial, board, region/],
    [['--kind', 'region', '--period', '2021'], 2, /add --region \(sormland, vastmanland\)/],
    [['--kind', 'board', '--period', 'i år'], 2, /--period is "i år"/],
    [['--kind', 'board', '--period', '2021 T4'], 2, /--period is "T4"/],
    [['--kind', 'board', '--period', '2021', '--region', 'skane'], 2, /knows sormland, vastmanland/],
    [['--kind', 'board', '--period', '2021', '--lang', 'fi'], 2, /say sv or en/],
    [['--kind', 'board', '--period', '2021', '--category', 'IT'], 2, /digits of a CPV code/],
    [['--kind', 'board', '--period', '2021', '--as', 'erik.sandstrom@sormland.example.se'], 1, /./],
  ] as const)('refuses %j in one sentence, and writes nothing', async (args, exit, like) => {
    const out = cli.path('refused');
    expectSentence(await cli.run('report', ...args, '--out', out, ...on()), exit, like);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('a folder that cannot be is one sentence', async () => {
    const file = await cli.file('a-file', 'x');
    const args = ['report', '--kind', 'board', '--period', '2021', '--out', file, ...on()];
    expectSentence(await cli.run(...args), 2, /which cannot be made a folder \(EEXIST\): name another/);
  });

  it('without a decided last day there is no interim period, and none is guessed', async () => {
    const store = await cli.prepared('no-cut-off.db');
    const rows = JSON.parse(
      await readFile(new URL('../../../src/demo/data/governance.json', import.meta.url), 'utf8'),
    );
    const file = await cli.file('rows.json', JSON.stringify({ ...rows, cutOffs: [] }));
    await cli.json('governance', 'import', file, '--store', store);
    const at = ['--store', store, '--now', NOW];
    const like = /No last day of an interim period is decided/;
    expectSentence(await cli.run('indicators', '--plan', '2026', '--period', 'delår', ...at), 2, like);
    const twice = { ...rows, cutOffs: [...rows.cutOffs, { ...rows.cutOffs[0], id: 'b', endsOn: '07-31' }] };
    await cli.json(
      'governance',
      'import',
      await cli.file('two.json', JSON.stringify(twice)),
      '--store',
      store,
    );
    expectSentence(
      await cli.run('indicators', '--plan', '2026', '--period', 'interim', ...at),
      2,
      /more than one last day/,
    );
  });
});

describe('follow-up', () => {
  it('has each finding with its measures, and says where the system shows nothing', async () => {
    const found = await cli.json<{
      findings: readonly {
        finding: string;
        measures: readonly unknown[];
        evidenced: boolean;
        evidence: readonly { text: string }[];
      }[];
    }>('follow-up', '--period', '2021', '--as', ANNA, ...on());
    expect(found.findings).toHaveLength(7);
    const deviation = found.findings.find(({ finding }) => finding === 'deviation-handling');
    expect(deviation).toMatchObject({ evidenced: false, measures: [{ example: true }] });
    expect(deviation?.evidence.map(({ text }) => text)).toContain(
      'Eskaleringsstegens nivåer: 0 beslutade, 4 exempel, 0 inte beslutade',
    );
    const said = await cli.run('follow-up', '--period', '2021', '--lang', 'en', ...on());
    expect(said.out).toContain('No evidence in the system.');
  });
});

describe('ocds', () => {
  const args = ['--plan', '2021', '--prefix', 'ocds-abc123', '--uri', 'https://example.se/p.json'];
  const named = ['--publisher', 'Region Sörmland'];
  it('writes one release a procurement of the plan, or of one region of it', async () => {
    const made = await cli.json<{ releases: readonly { ocid: string; buyer: { id: string } }[] }>(
      'ocds',
      ...args,
      ...named,
      ...on(),
    );
    expect(made.releases).toHaveLength(131);
    const own = await cli.json<typeof made>('ocds', ...args, ...named, '--region', 'sormland', ...on());
    expect(new Set(own.releases.map(({ buyer }) => buyer.id))).toEqual(new Set(['sormland']));
  });

  it.each([
    [['--prefix', 'abc'], 2, /--prefix is "abc"/],
    [['--uri', 'här'], 2, /--uri is "här"/],
    [['--plan', 'x'], 2, /--plan is "x"/],
    [['--region', 'skane'], 2, /knows sormland, vastmanland/],
    [['--as', 'erik.sandstrom@sormland.example.se'], 1, /Only an officer or an administrator may publish/],
  ] as const)('refuses %j in one sentence', async (more, exit, like) => {
    expectSentence(await cli.run('ocds', ...args, ...named, ...more, ...on()), exit, like);
  });
});
