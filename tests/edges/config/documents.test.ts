import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseGovernance } from '#application/rules.ts';
import { type Environment, loadConfig } from '#config';

const read = (name: string): Promise<string> =>
  readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe('docs/governance.md', () => {
  it('shows rows that can be imported, each in the list under whose heading it stands', async () => {
    const text = await read('governance.md');
    const sections = text.split(/^## /m).slice(1);
    const whole: Record<string, unknown> = JSON.parse(/```json\n(.*?)```/s.exec(text)?.[1] ?? 'null');
    const rows = sections.flatMap((section) => {
      const list = /^`(\w+)`/.exec(section)?.[1];
      const blocks = [...section.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json));
      return list ? [[list, blocks] as const] : [];
    });
    expect(parseGovernance({ ...whole, ...Object.fromEntries(rows) })).toMatchObject({ ok: true });
    // Every list of the file has its example.
    const shown = rows.filter(([, blocks]) => blocks.length > 0).map(([list]) => list);
    const demo = JSON.parse(
      await readFile(new URL('../../../src/demo/data/governance.json', import.meta.url), 'utf8'),
    );
    expect(shown).toEqual(Object.keys(demo).filter((key) => key !== 'version'));
  });
});

describe('docs/operating.md', () => {
  it('has a row for every variable that the server reads, and for no other', async () => {
    const asked = new Set<string>();
    const env: Environment = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_target, name) => {
          if (typeof name === 'string' && /^[A-Z_]+$/.test(name)) asked.add(name);
          return undefined;
        },
      },
    );
    loadConfig(env);
    const table = [...(await read('operating.md')).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    // NODE_ENV is Node's own; it stands in the row of LOCAL_TEAMS.
    expect(table.sort()).toEqual([...asked].filter((name) => name !== 'NODE_ENV').sort());
  });
});
