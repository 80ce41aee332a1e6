import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { commandLine, DIRECTORY_FILE, expectSentence, GOVERNANCE_FILE } from './command-line.ts';

interface Prepared {
  readonly items: number;
  readonly people: readonly Readonly<Record<string, unknown>>[];
}

const cli = commandLine();
const here = () => ['--store', `sqlite:${cli.path('prepared.db')}`];
const TOBIAS = 'tobias.wester@sormland.example.se';
const ERIK = 'erik.sandstrom@sormland.example.se';

describe('demo prepare', () => {
  it('is exactly the 131 real items, nothing assessed, with the example people', async () => {
    const store = ['--store', await cli.prepared('again.db')];
    await cli.json('round', 'open', 'MT924', '--deadline', '2030-12-04', ...store);
    const before = await cli.json('audit', 'verify', ...store);
    // Each item: imported, and who must decide to begin (law 6); one of them: assessed and asked.
    expect(before).toEqual({ cases: 131, entries: 264, broken: [] });
    const { items, people } = await cli.json<Prepared>('demo', 'prepare', ...store);
    expect(items).toBe(131);
    expect(people.length).toBeGreaterThan(20);
    for (const person of people) {
      expect(Object.keys(person)).toEqual(['id', 'name', 'roles', 'region', 'unit', 'email', 'language']);
    }
    const officer = people.find(({ roles }) => (roles as string[]).includes('officer'));
    expect(officer).toMatchObject({ name: 'Anna Lindqvist', region: 'sormland', language: 'sv' });
    const holders = (role: string, region: string) =>
      people.filter((one) => (one.roles as string[]).includes(role) && one.region === region).length;
    for (const region of ['sormland', 'vastmanland']) {
      expect(holders('unit-manager', region)).toBeGreaterThanOrEqual(2);
      expect(holders('council-member', region)).toBeGreaterThanOrEqual(1);
      // The board's chair is one more, where it cannot wait.
      expect(holders('decider', region)).toBe(region === 'vastmanland' ? 2 : 1);
      expect(holders('registrar', region)).toBe(1);
    }
    expect(holders('secretary', 'sormland')).toBe(1);
    // Idempotent, and what people have done since stays.
    expect(await cli.json('audit', 'verify', ...store)).toEqual(before);
  });
});

describe('directory import', () => {
  it('adds and corrects people, removes nobody, rejects the rows that lack something and keeps the others', async () => {
    const store = ['--store', await cli.prepared('people.db')];
    const text = await readFile(DIRECTORY_FILE, 'utf8');
    const lines = text.split('\n');
    const [header = '', anna = '', johan = ''] = lines;
    // Nobody stands behind her, so that the file without the others says the same of her.
    const eva = lines.find((line) => line.includes('Eva Sjöberg')) ?? '';
    const married = anna.replaceAll('Lindqvist', 'Holm');
    const added = anna.replace('000000000001', '000000000099').replace('anna.lindqvist', 'ny.person');
    const rows = [
      header,
      married,
      eva,
      added.replace(',officer,', ',officer|king,'),
      anna.replace('Anna Lindqvist', ''),
      johan.replace('vastmanland,Inköp', 'uppsala,Inköp'),
    ];
    const file = await cli.file('people.csv', `${rows.join('\n')}\n`);
    const found = await cli.json<{ rejected: { row: number }[]; warnings: { value: string }[] }>(
      ...['directory', 'import', file, ...store, '--as', TOBIAS],
    );
    expect(found).toMatchObject({ read: 5, created: 1, revised: 1, unchanged: 1 });
    expect([...new Set(found.rejected.map(({ row }) => row))]).toEqual([5, 6]);
    expect(found.warnings).toContainEqual(
      expect.objectContaining({ row: 4, value: 'king', reason: 'unknown-role' }),
    );
  });

  it('of a file that is no directory is bad input, and by a unit manager is refused', async () => {
    const letter = await cli.file('letter.csv', 'Hej\n');
    expectSentence(
      await cli.run('directory', 'import', letter, ...here()),
      2,
      /^The file does not have the columns “tenantId”/,
    );
    expectSentence(
      await cli.run('directory', 'import', DIRECTORY_FILE, ...here(), '--as', ERIK),
      1,
      /^Only an administrator may do that/,
    );
  });
});

describe('governance import', () => {
  it('replaces the whole, and says whether anything changed', async () => {
    const store = ['--store', await cli.prepared('rules.db')];
    const governance = JSON.parse(await readFile(GOVERNANCE_FILE, 'utf8')) as object;
    const file = await cli.file(
      'rules.json',
      JSON.stringify({ ...governance, version: '2027-1', mandates: [] }),
    );
    expect(await cli.json('governance', 'import', file, ...store, '--as', TOBIAS)).toEqual({
      version: '2027-1',
      outcome: 'revised',
    });
    expect(await cli.json('governance', 'import', file, ...store)).toMatchObject({ outcome: 'unchanged' });
  });

  it('changes nothing when anything is wrong, and names the place', async () => {
    const governance = JSON.parse(await readFile(GOVERNANCE_FILE, 'utf8')) as { mandates: object[] };
    const [first, ...others] = governance.mandates;
    const mandates = [{ ...first, validFrom: 'i går' }, ...others];
    const file = await cli.file('wrong.json', JSON.stringify({ ...governance, mandates }));
    const wrong = await cli.run('governance', 'import', file, ...here());
    expectSentence(wrong, 2, /nothing was changed; correct: mandates\.0\.validFrom: /);
  });
});
