import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '#support/connector/activities.ts';
import { ANNA, card, type Harness, localHarness } from './harness.ts';

let at: Harness;
beforeAll(async () => {
  at = await localHarness();
});
afterAll(() => at.close());
beforeEach(() => {
  at.calls.length = 0;
});

const ask = async (name: string, value: unknown, scope: 'personal' | 'groupChat' | 'channel' = 'groupChat') =>
  at.edge.handle(invoke(ANNA, name, value, { serviceUrl: at.connector.url, scope }), undefined);
const query = (text: string) => ({
  commandId: 'searchPlan',
  parameters: [{ name: 'query', value: text }],
  queryOptions: { skip: 0, count: 25 },
});

describe('the search in the compose box', () => {
  it.each(['personal', 'groupChat', 'channel'] as const)(
    'finds in a %s, with a line without markup and the card itself',
    async (scope) => {
      const answer = await ask('composeExtension/query', query(' bord '), scope);
      expect(answer).toEqual({
        status: 200,
        body: {
          composeExtension: {
            type: 'result',
            attachmentLayout: 'list',
            attachments: [
              {
                contentType: 'application/vnd.microsoft.card.adaptive',
                content: card('delat'),
                preview: {
                  contentType: 'application/vnd.microsoft.card.thumbnail',
                  content: { title: 'A &amp; &lt;B>', text: 'om bord' },
                },
              },
            ],
          },
        },
      });
      expect(at.calls).toMatchObject([{ method: 'searched', text: 'bord' }]);
    },
  );

  it('says what to type when it is opened, and what to try when nothing fits', async () => {
    const nothing = await ask('composeExtension/query', query('ingen'));
    expect(nothing.body).toEqual({
      composeExtension: { type: 'message', text: expect.stringContaining('Prova ett annat ord') },
    });
  });

  it('takes a question of any shape without harm', async () => {
    for (const value of [null, {}, { parameters: 'x' }, { parameters: [{ name: 'query', value: 7 }] }]) {
      expect((await ask('composeExtension/query', value)).status).toBe(200);
    }
    expect(at.calls.every((call) => call.method === 'searched' && call.text === '')).toBe(true);
  });
});

describe('a pasted link', () => {
  it('of an item becomes its card', async () => {
    const answer = await ask('composeExtension/queryLink', { url: 'https://samordna.example.se/item/MT924' });
    expect(answer.body).toMatchObject({
      composeExtension: { type: 'result', attachments: [{ content: card('delat') }] },
    });
  });

  it('that names nothing stays a link', async () => {
    for (const value of [{ url: 'https://samordna.example.se/other' }, {}, null, { url: 'x'.repeat(5000) }]) {
      expect((await ask('composeExtension/queryLink', value)).body).toEqual({
        composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] },
      });
    }
  });
});
