import { describe, expect, it } from 'vitest';
import { ANNA, commandLine, expectSentence, NOW } from './command-line.ts';

interface Asked {
  readonly query: { readonly topic: string; readonly item?: string; readonly language: string };
  readonly answer: {
    readonly text: string;
    readonly card: { readonly type: string };
    readonly asOf: string;
    readonly items: readonly string[];
  };
}

const cli = commandLine();
const here = () => ['--store', `sqlite:${cli.path('prepared.db')}`, '--now', NOW];
const asAnna = () => [...here(), '--as', ANNA];

/** A person is named by id or e-mail. */
const ANNA_ID = '11111111-1111-4111-8111-111111111111:aaaaaaaa-0000-4000-8000-000000000001';

describe('item ID', () => {
  it('gives the fields of the contract, the revision, the state, the owner and the answers', async () => {
    expect(await cli.json('item', 'MT924', ...here())).toEqual({
      item: {
        id: 'MT924',
        title: 'Operationsbord',
        region: 'vastmanland',
        cpv: '33192230',
        category: '33',
        value: 4_000_000,
        advertise: '2021-02-01',
        procedure: 'Öppet förfarande',
        agreementType: 'Ramavtal',
      },
      revision: 1,
      state: 'draft',
      owner: null,
      answers: [],
    });
  });

  it('that nobody knows is bad input, and a mistyped store shows', async () => {
    const { exit, err } = await cli.run('item', 'MT924', '--store', 'sqlite:mistyped.db');
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/^There is no database at mistyped\.db yet.*\nNo item has the id "MT924".*\n$/),
    ]);
  });
});

it('candidates are pairs of both regions with their reasons, best first', async () => {
  const [best, ...others] = await cli.json<{ items: { id: string }[]; score: number; reasons: string[] }[]>(
    ...['candidates', '--plan', '2021', '--limit', '3', ...here()],
  );
  expect(best).toMatchObject({
    items: [
      { id: 'MT2651', title: 'Mekaniska hjärtkompressionsapparater', region: 'sormland', cpv: '33182200' },
      { id: 'MT12572', region: 'vastmanland', start: '2021-11-12' },
    ],
  });
  expect(best?.reasons.length).toBeGreaterThan(0);
  for (const { score } of others) expect(score).toBeLessThanOrEqual(best?.score ?? 0);
});

describe('ask', () => {
  it('answers with the query, and text, card, time and items of the answer', async () => {
    const { query, answer } = await cli.json<Asked>('ask', 'hur går det med operationsbord?', ...asAnna());
    expect(query).toEqual({ topic: 'item', item: 'MT924', language: 'sv' });
    expect(answer).toEqual({
      text: expect.stringContaining('Operationsbord'),
      card: expect.objectContaining({ type: 'AdaptiveCard', version: '1.5' }),
      asOf: '2026-11-23T08:00:00.000Z',
      items: ['MT924'],
    });
  });

  it('--batch takes one text a line, also an empty one, in a file with any line ends', async () => {
    const lines = ['vem har inte svarat?', '', 'What is waiting for me?', 'asdf qwer'];
    const file = await cli.file('texts.txt', `\uFEFF${lines.join('\r\n')}\r\n`);
    const answers = await cli.json<Asked[]>('ask', '--batch', file, ...here(), '--as', ANNA_ID);
    expect(answers.map(({ query }) => [query.topic, query.language])).toEqual([
      ['unanswered', 'sv'],
      ['help', 'sv'],
      ['mine', 'en'],
      ['none', 'sv'],
    ]);
    for (const { answer } of answers) expect(answer.text).not.toBe('');
  });

  it('needs somebody who asks, and one question or one file', async () => {
    expectSentence(await cli.run('ask', 'hej', ...here()), 2, /^Say who asks with --as PERSON/);
    expectSentence(
      await cli.run('ask', 'hej', ...here(), '--as', 'ingen@example.se'),
      2,
      /^Nobody in the directory has the id or e-mail "ingen@example.se": correct --as/,
    );
    const latin = await cli.file('latin.txt', Buffer.from('hur går det?\n', 'latin1'));
    expectSentence(await cli.run('ask', '--batch', latin, ...asAnna()), 2, /is not UTF-8/);
  });
});
