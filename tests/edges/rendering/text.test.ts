import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#domain/shared/language.ts';
import { assembleCards } from '#rendering/layout/templates.ts';
import * as answering from '#rendering/text/sv/answering.ts';
import * as asking from '#rendering/text/sv/asking.ts';
import * as codes from '#rendering/text/sv/codes.ts';
import * as common from '#rendering/text/sv/common.ts';
import * as deciding from '#rendering/text/sv/deciding.ts';
import * as officer from '#rendering/text/sv/officer.ts';
import * as service from '#rendering/text/sv/service.ts';
import { DICTIONARIES } from '#rendering/text/words.ts';
import { nodesOf } from './card-tree.ts';

const ROOT = new URL('../../../', import.meta.url);
const texts = (language: (typeof LANGUAGES)[number]): readonly (readonly [string, string])[] =>
  Object.entries(DICTIONARIES[language]).flatMap(([group, entries]) =>
    Object.entries(entries as Record<string, string>).map(
      ([key, text]) => [`${group}.${key}`, text] as const,
    ),
  );
/** The arguments of an ICU message, found by asking for them. */
const argumentsOf = (text: string): readonly string[] =>
  [...JSON.stringify(new IntlMessageFormat(text, 'sv').getAst()).matchAll(/"type":[1-6],"value":"(\w+)"/g)]
    .map(([, name]) => name ?? '')
    .sort();

describe('the texts', () => {
  test('take the same arguments in both languages', () => {
    const english = new Map(texts('en'));
    for (const [key, swedish] of texts('sv')) {
      expect([key, new Set(argumentsOf(english.get(key) ?? ''))]).toEqual([
        key,
        new Set(argumentsOf(swedish)),
      ]);
    }
  });

  test('stand in one group each: no part of the dictionary hides another', () => {
    const parts = [
      common.common,
      codes.codes,
      answering.answering,
      officer.officer,
      deciding.deciding,
      asking.asking,
      service.service,
    ];
    const groups = parts.flatMap((part) => Object.keys(part));
    expect(groups.filter((group, place) => groups.indexOf(group) !== place)).toEqual([]);
  });

  test('are all shown somewhere', () => {
    const folders = [
      'src/rendering/',
      'src/rendering/layout/',
      'src/rendering/layout/figures/',
      'src/rendering/layout/findings/',
      'cards/',
      'cards/parts/',
    ];
    const source = folders
      .flatMap((folder) =>
        readdirSync(new URL(folder, ROOT), { withFileTypes: true })
          .filter((file) => file.isFile() && !file.name.endsWith('.sample.json'))
          .map((file) => readFileSync(new URL(folder + file.name, ROOT), 'utf8')),
      )
      .join('\n');
    const unused = texts('sv')
      .map(([key]) => key)
      .filter((key) => {
        const group = key.slice(0, key.indexOf('.'));
        return (
          !source.includes(`'${key}'`) && !source.includes(`t.${key}`) && !source.includes(`\`${group}.\${`)
        );
      });
    expect(unused).toEqual([]);
  });
});

describe.each(Object.entries(assembleCards()))('the template %s', (_name, template) => {
  const strings = nodesOf(template).flatMap((node) =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );

  test('speaks only through the dictionaries, with texts that need no argument', () => {
    const keys = strings.flatMap(([, value]) => [...value.matchAll(/\bt\.(\w+)\.(\w+)/g)]);
    for (const language of LANGUAGES) {
      const known = new Map(texts(language));
      for (const [, group, key] of keys) {
        const text = known.get(`${group}.${key}`);
        expect([`${group}.${key}`, text]).toEqual([`${group}.${key}`, expect.any(String)]);
        expect(argumentsOf(text ?? '')).toEqual([]);
      }
    }
  });

  test('holds no word that a person would read', () => {
    const shown = ['text', 'title', 'value', 'label', 'placeholder', 'errorMessage'];
    for (const [key, value] of strings) {
      if (shown.includes(key)) expect(value.replace(/\$\{[^}]*\}/g, '')).not.toMatch(/\p{L}/u);
    }
  });
});
