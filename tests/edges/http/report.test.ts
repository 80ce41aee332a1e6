import { afterEach, expect, it } from 'vitest';
import type { ServedPage } from '#http/server.ts';
import { type Running, startHttp } from './requests.ts';

let at: Running;
afterEach(() => at.stop());
const start = async (report?: (token: string, file: string) => Promise<ServedPage | 'busy' | null>) => {
  at = await startHttp({ handle: async () => ({ status: 200 }), ...(report ? { report } : {}) });
};

it('a page of a report is kept by nobody and passed on to nobody', async () => {
  await start(async (token, file) =>
    token === 'right' && file === 'index.html'
      ? { type: 'text/html; charset=utf-8', body: '<!doctype html>å' }
      : null,
  );
  const response = await fetch(`${at.url}/report/right/index.html`);
  expect([response.status, await response.text()]).toEqual([200, '<!doctype html>å']);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
});

it('whatever is no link is a bare 404', async () => {
  await start(async () => null);
  for (const path of ['/report/wrong/index.html', '/report/x/', '/report/', '/report/a/b/c']) {
    const response = await fetch(`${at.url}${path}`);
    expect([path, response.status, await response.text()]).toEqual([path, 404, '']);
  }
  await at.stop();
  await start();
  expect((await fetch(`${at.url}/report/right/index.html`)).status).toBe(404);
});

it('what cannot be printed yet is asked for again, and the page says when', async () => {
  await start(async () => 'busy');
  const response = await fetch(`${at.url}/report/right/report.pdf`);
  expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
    503,
    '20',
    '',
  ]);
});
