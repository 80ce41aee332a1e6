import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a property may hold: some words, or anything (an element, a text, a number). */
type Allowed = ReadonlySet<string> | 'anything';
export type Shapes = ReadonlyMap<string, ReadonlyMap<string, Allowed>>;

/** `'a' | 'b'`, without the `undefined` of an optional property; null where it is more than words. */
const wordsIn = (type: string): ReadonlySet<string> | null => {
  const parts = type.split('|').map((part) => part.trim());
  return parts.every((part) => /^'[^']*'$/.test(part))
    ? new Set(parts.map((part) => part.slice(1, -1)))
    : null;
};

/**
 * The elements of Teams' cards as Microsoft publishes them for TypeScript: for each `type` its properties and, where they
 * are words, which. The declarations are the only published description of the native charts.
 */
export const teamsShapes = (): { readonly elements: Shapes; readonly named: Shapes } => {
  const file = createRequire(import.meta.url)
    .resolve('@microsoft/teams.cards')
    .replace(/index\.js$/, 'core.d.ts');
  const text = readFileSync(file, 'utf8');
  const aliases = new Map(
    [...text.matchAll(/^type (\w+) = (.*);$/gm)].map(([, name = '', type = '']) => [name, wordsIn(type)]),
  );
  const [elements, named] = [
    new Map<string, Map<string, Allowed>>(),
    new Map<string, Map<string, Allowed>>(),
  ];
  for (const [, name = '', body = ''] of text.matchAll(
    /^interface (\w+) (?:extends [^{]*)?\{\n([\s\S]*?)^\}/gm,
  )) {
    const properties = new Map<string, Allowed>(
      [...body.matchAll(/^ {4}(?:readonly )?'?([\w.$]+)'?\??: (.*);$/gm)].map(([, key = '', type = '']) => [
        key,
        wordsIn(type) ?? aliases.get(type) ?? 'anything',
      ]),
    );
    named.set(name, properties);
    const type = properties.get('type');
    if (type instanceof Set && type.size === 1) elements.set([...type].join(), properties);
  }
  return { elements, named };
};
