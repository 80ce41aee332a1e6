import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine, expectSentence, NOW } from './command-line.ts';

const cli = commandLine();
const on = () => ['--store', `sqlite:${cli.path('prepared.db')}`, '--now', NOW];

describe('control-point', () => {
  it('says that nothing can be calculated where no procurement was contracted or left', async () => {
    const found = await cli.json<{ share: object; rows: object[] }>(
      'control-point',
      '--plan',
      '2021',
      ...on(),
    );
    expect(found).toMatchObject({ share: { value: null, reason: 'nothing-in-the-period' }, rows: [] });
  });

  it('writes the page and the workbook', async () => {
    for (const format of ['html', 'xlsx']) {
      const file = cli.path(`control.${format}`);
      const found = await cli.json<{ file: string }>(
        'control-point',
        '--plan',
        '2021',
        '--format',
        format,
        '--out',
        file,
        ...on(),
      );
      expect(found.file).toBe(file);
      expect(readFileSync(file).length).toBeGreaterThan(1000);
    }
  });

  it.each([
    [['--plan', '21'], /write a year/],
    [['--plan', '2021', '--format', 'pdf'], /html or xlsx/],
    [['--plan', '2021', '--format', 'xlsx'], /--out FILE/],
    [['--plan', '2021', '--region', 'mars'], /knows sormland, vastmanland/],
    [['--plan', '2021', '--lang', 'fi'], /say sv or en/],
  ] as const)('%j is refused in one sentence', async (given, like) => {
    expectSentence(await cli.run('control-point', ...given, ...on()), 2, like);
  });
});
