import { afterEach, describe, expect, it } from 'vitest';
import { type Running, startHttp } from './requests.ts';

let at: Running;
afterEach(() => at.stop());

const open = (path: string) => fetch(`${at.url}${path}`, { redirect: 'manual' });
const start = async (itemAddress?: (id: string) => string | null) => {
  at = await startHttp({ handle: async () => ({ status: 200 }), ...(itemAddress ? { itemAddress } : {}) });
};

describe('the address of an item', () => {
  it('leads into the chat with the bot, the same whether the item exists or not', async () => {
    await start((id) => `https://teams.example/chat?message=${encodeURIComponent(id)}`);
    const response = await open('/item/MT924%2F1');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'https://teams.example/chat?message=MT924%2F1',
    ]);
    expect((await open('/item/')).status).toBe(404);
    expect((await open('/item/a/b')).status).toBe(404);
  });

  it('leads nowhere where there is no bot to open', async () => {
    await start(() => null);
    expect((await open('/item/MT924')).status).toBe(404);
    await at.stop();
    await start();
    expect((await open('/item/MT924')).status).toBe(404);
  });
});
