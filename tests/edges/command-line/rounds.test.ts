import { describe, expect, it } from 'vitest';
import { commandLine, expectSentence, jsonOf, NOW } from './command-line.ts';

interface Line {
  readonly item: string;
  readonly round?: string | null;
  readonly deadline?: string;
  readonly units?: readonly { readonly unit: string; readonly region: string }[];
  readonly unreachable?: readonly string[];
  readonly opened?: boolean;
  readonly refused?: string;
}

const cli = commandLine();
const on = (store: string) => ['--store', store, '--now', NOW];
const here = () => on(`sqlite:${cli.path('prepared.db')}`);
const open = (...rest: readonly string[]) => ['round', 'open', ...rest];

describe('round open', () => {
  it('--dry-run says who would be asked and who cannot be reached, and asks nobody', async () => {
    const [line] = await cli.json<[Line]>(
      ...open('MT924', '--deadline', '2026-12-04', '--dry-run'),
      ...here(),
    );
    expect(line).toMatchObject({ item: 'MT924', round: null, opened: false, people: 4 });
    expect(line.units?.map(({ unit }) => unit)).toEqual([
      'sormland/Anestesikliniken Eskilstuna',
      'sormland/Operationskliniken Nyköping',
      'vastmanland/Kirurgkliniken Köping',
      'vastmanland/Operationskliniken Västerås',
    ]);
    expect(line.unreachable).toHaveLength(4);
  });

  it('asks once: a date is the last second of that day in Stockholm, and a second time is refused', async () => {
    const store = await cli.prepared('opened.db');
    const again = open('MT924', 'MT924', '--deadline', '2026-12-04');
    expect(await cli.json(...again, ...on(store))).toEqual([
      expect.objectContaining({ round: 'MT924#1', deadline: '2026-12-04T22:59:59.000Z', opened: true }),
    ]);
    const asked = await cli.json<{ owner: string; answers: object[] }>('item', 'MT924', ...on(store));
    expect(asked).toMatchObject({
      state: 'asked',
      owner: '11111111-1111-4111-8111-111111111111:aaaaaaaa-0000-4000-8000-000000000001',
    });
    expect(asked.answers).toHaveLength(4);
    for (const answer of asked.answers) {
      expect(answer).toMatchObject({ kind: 'waiting', deadline: '2026-12-04T22:59:59.000Z' });
    }

    const second = await cli.run(...again, ...on(store), '--json');
    expect(second).toMatchObject({ exit: 1, err: '' });
    expect(jsonOf(second)).toEqual([
      expect.objectContaining({ item: 'MT924', refused: 'round-already-open' }),
    ]);
  });

  it('refuses each item by itself, and an item whose planned dates have passed is not refused', async () => {
    const store = await cli.prepared('some.db');
    await cli.json(...open('MT924', '--deadline', '2026-12-04'), ...on(store));
    const ran = await cli.run(...open('MT924', 'MT219', '--deadline', '2026-12-04'), ...on(store), '--json');
    expect(ran).toMatchObject({ exit: 1, err: '' });
    expect(jsonOf<Line[]>(ran).map(({ item, refused, opened }) => [item, refused ?? opened])).toEqual([
      ['MT924', 'round-already-open'],
      ['MT219', true],
    ]);
  });

  it('refuses a deadline that has passed', async () => {
    const past = await cli.run(...open('MT924', '--deadline', '2026-11-22'), ...here(), '--json');
    expect(past.exit).toBe(1);
    expect(jsonOf(past)).toEqual([
      {
        item: 'MT924',
        refused: 'deadline-in-the-past',
        message: 'The deadline has passed already: give a later --deadline.',
      },
    ]);
  });

  it('asks about nothing when an id or the deadline is wrong', async () => {
    const wrong = async (args: readonly string[], like: RegExp) =>
      expectSentence(await cli.run(...open(...args), ...here()), 2, like);
    await wrong(['MT924', 'MT0', '--deadline', '2026-12-04'], /^No item has the id "MT0": nobody was asked/);
    await wrong(['MT924', '--deadline', '2026-02-30'], /^--deadline is "2026-02-30", which is no date/);
  });
});

describe('deliveries', () => {
  it('are none before a server has run, and a round that nobody opened is bad input', async () => {
    expect(await cli.json('deliveries', ...here())).toEqual([]);
    expectSentence(
      await cli.run('deliveries', '--round', 'MT924#1', ...here()),
      2,
      /^There is no round "MT924#1": give it as "round open" printed it, such as ITEM#1\.$/m,
    );
  });
});
