import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
// The package's index drags in types of another package's sources that do not compile under our settings.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { Language } from '#domain/shared/language.ts';
import { DICTIONARIES, type Dictionary } from '../text/words.ts';
import { quickened } from './quick.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Parts = Readonly<Record<string, Json>>;

const CARDS = new URL('../../../cards/', import.meta.url);

const read = (folder: URL): Parts =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
      .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  );

const fill = (text: string, given: Parts): Json | undefined => {
  const whole = /^@(\w+)$/.exec(text)?.[1];
  if (whole !== undefined) return given[whole];
  return text.replace(/@(\w+)/g, (_, name: string) => String(given[name] ?? ''));
};

/**
 * Puts the shared parts in: `{ "$part": "button", "title": … }` becomes `cards/parts/button.json` with `@title` replaced
 * by what the card gave; a key whose `@…` was not given falls away. A part that is an array is spliced in.
 */
const assemble = (node: Json, parts: Parts, given: Parts): Json | undefined => {
  if (typeof node === 'string') return fill(node, given);
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) {
    return node.flatMap((child: Json): readonly Json[] => {
      const made = assemble(child, parts, given);
      return made === undefined ? [] : Array.isArray(made) ? made : [made];
    });
  }
  const made = Object.fromEntries(
    Object.entries(node).flatMap(([key, child]) => {
      const value = assemble(child, parts, given);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const { $part, ...arguments_ } = made;
  if ($part === undefined) return made;
  const part = parts[String($part)];
  if (part === undefined) throw new Error(`No part ${String($part)} in cards/parts`);
  return assemble(part, parts, arguments_);
};

/** Every card of `cards/` with its shared parts put in: a template in the Adaptive Card templating language. */
export const assembleCards = (): Readonly<Record<string, Json>> => {
  const parts = read(new URL('parts/', CARDS));
  return Object.fromEntries(
    Object.entries(read(CARDS)).map(([name, card]) => [name, assemble(card, parts, {}) ?? null]),
  );
};

/** What holds other elements, and by which key. */
const CHILDREN: ReadonlyMap<unknown, string> = new Map([
  ['ActionSet', 'actions'],
  ['Container', 'items'],
  ['FactSet', 'facts'],
]);
const isEmpty = (node: unknown): boolean => {
  if (node === null || node === undefined) return true;
  if (typeof node !== 'object' || !('type' in node)) return false;
  const key = CHILDREN.get(node.type);
  if (key === undefined) return false;
  const children = node[key as keyof typeof node] as unknown;
  return Array.isArray(children) && children.length === 0;
};

/** Conditions leave nulls and empty sets behind: what holds nothing falls away. A button's data stays as it is. */
const prune = (node: unknown): unknown => {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) {
    const kept: unknown[] = [];
    for (const child of node) {
      const pruned = prune(child);
      if (!isEmpty(pruned)) kept.push(pruned);
    }
    return kept;
  }
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(node)) {
    const value: unknown = node[key as keyof typeof node];
    if (value !== null && value !== undefined) kept[key] = key === 'data' ? value : prune(value);
  }
  return kept;
};

const TEXT_OF_KEY = /^\$\{(?:\$root\.)?t\.(\w+)\.(\w+)\}$/;
/** Puts the texts that stand alone in, so that they are not looked up again for each card. */
const word = (node: Json, dictionary: Dictionary): Json => {
  if (typeof node === 'string') {
    const [, group = '', key = ''] = TEXT_OF_KEY.exec(node) ?? [];
    const texts: Readonly<Record<string, string>> | undefined = dictionary[group as keyof Dictionary];
    return texts?.[key] ?? node;
  }
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((child: Json) => word(child, dictionary));
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, word(child, dictionary)]));
};

export type Expand = (name: string, language: Language, data: object) => Readonly<Record<string, unknown>>;

/** Compiles every template once per language; `expand` costs a fraction of a millisecond and never evaluates the data. */
export const compileCards = (): Expand => {
  const cards = Object.entries(assembleCards());
  const compile = (language: Language) =>
    new Map(
      cards.map(
        ([name, card]) => [name, quickened(new Template(word(card, DICTIONARIES[language])))] as const,
      ),
    );
  const templates = { sv: compile('sv'), en: compile('en') };
  return (name, language, data) => {
    const template = templates[language].get(name);
    if (!template) throw new Error(`No template cards/${name}.json`);
    return prune(template.expand({ $root: { t: DICTIONARIES[language], ...data } })) as Readonly<
      Record<string, unknown>
    >;
  };
};
