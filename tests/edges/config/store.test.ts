import { describe, expect, it } from 'vitest';
import { loadDemoConfig, loadStoreConfig, parseStore } from '#config';

describe('STORE', () => {
  it.each([
    ['sqlite:./data/samordna.db', './data/samordna.db'],
    ['sqlite:/var/lib/samordna/a b.db', '/var/lib/samordna/a b.db'],
    ['sqlite:C:\\data\\samordna.db', 'C:\\data\\samordna.db'],
  ])('%s is a file', (text, path) => {
    expect(parseStore(text)).toEqual({ ok: true, value: { kind: 'sqlite', path } });
  });

  it.each([
    ['cosmos:https://a.documents.azure.com/samordna', 'https://a.documents.azure.com/', 'samordna'],
    ['cosmos:https://a.documents.azure.com:443/samordna/', 'https://a.documents.azure.com/', 'samordna'],
    ['cosmos:https://a.documents.azure.com/inköp%20öst', 'https://a.documents.azure.com/', 'inköp öst'],
    ['cosmos:http://127.0.0.1:8081/samordna', 'http://127.0.0.1:8081/', 'samordna'],
  ])('%s is an account and a database', (text, endpoint, database) => {
    expect(parseStore(text)).toEqual({
      ok: true,
      value: { kind: 'cosmos', endpoint, database, key: null },
    });
  });

  it.each([
    'sqlite:',
    'samordna.db',
    'cosmos:',
    'cosmos:https://a.documents.azure.com',
    'cosmos:https://a.documents.azure.com/',
    'cosmos:https://a.documents.azure.com/one/two',
    'cosmos:https://a.documents.azure.com/one%2Ftwo',
    'cosmos:https://a.documents.azure.com/50%',
    'cosmos:http://a.documents.azure.com/samordna',
    'cosmos:a.documents.azure.com/samordna',
    'postgres://a/b',
  ])('%s names no store, and the sentence says what does', (text) => {
    expect(parseStore(text)).toEqual({
      ok: false,
      error: `STORE is "${text}", which names no store: give sqlite:PATH or cosmos:https://ACCOUNT.documents.azure.com/DATABASE.`,
    });
  });
});

describe('the store of the command line', () => {
  it('is a file in the working directory by default', () => {
    expect(loadStoreConfig({})).toEqual({
      ok: true,
      value: { kind: 'sqlite', path: './data/samordna.db' },
    });
  });

  it('takes the key of a Cosmos account from COSMOS_KEY; without it, the identity of the process', () => {
    const STORE = 'cosmos:https://a.documents.azure.com/samordna';
    expect(loadStoreConfig({ STORE, COSMOS_KEY: ' key ' })).toMatchObject({ value: { key: 'key' } });
    expect(loadStoreConfig({ STORE, COSMOS_KEY: '' })).toMatchObject({ value: { key: null } });
  });
});

describe('the demo', () => {
  it('keeps its data apart from a server’s unless somebody says where, and never asks for a token', () => {
    const path = (given?: string, env: Record<string, string> = {}) => {
      const config = loadDemoConfig({ port: 4000, store: given }, env);
      return config.ok ? [config.value.local, config.value.port, config.value.store] : config.error;
    };
    const file = (name: string) => ({ kind: 'sqlite', path: name });
    expect(path()).toEqual([true, 4000, file('./data/demo.db')]);
    expect(path(undefined, { STORE: 'sqlite:env.db' })).toEqual([true, 4000, file('env.db')]);
    expect(path('sqlite:given.db', { STORE: 'sqlite:env.db' })).toEqual([true, 4000, file('given.db')]);
    expect(path('given.db')).toEqual([expect.stringContaining('--store')]);
    expect(path(undefined, { NODE_ENV: 'production' })).toEqual([expect.stringContaining('NODE_ENV')]);
  });
});
