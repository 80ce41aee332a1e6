import { expect, it } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Topic } from '#status-query/query.ts';
import { createUnderstanding } from '#status-query/understand.ts';
import { texts } from './package.ts';

const TITLE = 'Mekaniska hjärtkompressionsapparater';
const ITEM = itemId('MT1');
const { understand } = createUnderstanding(
  [
    { id: ITEM, title: TITLE, region: regionId('sormland'), cpv: '33182200' },
    { id: itemId('MT2'), title: 'Arbetskläder', region: regionId('vastmanland'), cpv: '18110000' },
  ],
  cpvLabel,
);

/** What each command asks for, in the order of the personal list. */
const PERSONAL: readonly Topic[] = [
  'help',
  'mine',
  'items',
  'item',
  'unanswered',
  'objections',
  'escalations',
  'deviations',
  'authority',
  'share',
];
const TEAM: readonly Topic[] = ['help', 'items', 'item', 'unanswered', 'share'];

const titles = async (language: Language, list: number): Promise<string[]> =>
  [...(await texts(language))]
    .filter(([path]) => path.startsWith(`bots[0].commandLists[${list}]`) && path.endsWith('.title'))
    .map(([, text]) => text);

it.each([
  ['sv', 'personal', 0, PERSONAL],
  ['en', 'personal', 0, PERSONAL],
  ['sv', 'team', 1, TEAM],
  ['en', 'team', 1, TEAM],
] as const)('every command of the list is understood (%s, %s)', async (language, _scope, list, topics) => {
  const understood = (await titles(language, list)).map((title, index) => {
    // The one command that a person completes: its description says with what.
    const text = topics[index] === 'item' ? `${title} ${TITLE}` : title;
    return understand(text, { today: '2026-11-22' as PlainDate, language }).query;
  });
  expect(understood.map(({ topic }) => topic)).toEqual(topics);
  expect(understood.every((query) => query.language === language)).toBe(true);
  expect(understood.map(({ item }) => item)).toEqual(
    topics.map((topic) => (topic === 'item' ? ITEM : undefined)),
  );
});
