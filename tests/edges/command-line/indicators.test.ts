import { describe, expect, it } from 'vitest';
import { INDICATOR_IDS } from '#domain/indicators/ids.ts';
import { commandLine, expectSentence, NOW } from './command-line.ts';

interface Line {
  readonly id: string;
  readonly value: number | null;
  readonly reason: string | null;
  readonly denominator: number | null;
  readonly region: string | null;
  readonly period: { readonly from: string; readonly to: string };
}

const cli = commandLine();
const on = () => ['--store', `sqlite:${cli.path('prepared.db')}`, '--now', NOW];
const ask = (...rest: readonly string[]) => cli.json<readonly Line[]>('indicators', ...rest, ...on());

describe('indicators', () => {
  it('counts the regions together, then each, by the same definitions', async () => {
    const found = await ask('--plan', '2021');
    const regions = [...new Set(found.map(({ region }) => region))];
    expect(regions).toEqual([null, 'sormland', 'vastmanland']);
    for (const region of regions) {
      const ids = found.filter((one) => one.region === region).map(({ id }) => id);
      expect(ids.filter((id) => !id.startsWith('target-'))).toEqual([...INDICATOR_IDS]);
    }
    // Nothing is under contract in a plan that was only imported: not calculable, and not 0.
    expect(found[0]).toMatchObject({
      id: 'share-coordinated',
      value: null,
      reason: 'nothing-in-the-period',
      denominator: 0,
    });
    const forecast = found.find(({ id }) => id === 'share-coordinated-forecast');
    expect(forecast).toMatchObject({ value: 0, denominator: 131 });
  });

  it('takes a part of the year, a region and a category', async () => {
    const found = await ask('--plan', '2021', '--period', 'T1', '--region', 'sormland', '--category', '33');
    expect(new Set(found.map(({ region }) => region))).toEqual(new Set(['sormland']));
    expect(found[0]?.period).toEqual({ from: '2021-01-01', to: '2021-04-30' });
  });

  it.each([
    [['--plan', 'i år'], /write a year/],
    [['--plan', '2021', '--period', 'T4'], /write H1/],
    [['--plan', '2021', '--region', 'skane'], /knows sormland, vastmanland/],
    [['--plan', '2021', '--category', '3'], /digits of a CPV code/],
    [['--plan', '2021', '--lang', 'fi'], /write sv or en/],
  ] as const)('refuses %j in one sentence', async (options, like) => {
    expectSentence(await cli.run('indicators', ...options, ...on()), 2, like);
  });
});
