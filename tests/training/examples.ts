import { readFileSync } from 'node:fs';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';
import { indexing } from '#status-query/items/index.ts';
import type { PlanEntry, Topic } from '#status-query/query.ts';
import { regionReader } from '#status-query/regions.ts';
import { type Reader, scan } from '#status-query/scan.ts';
import { atOnce } from '#words/steps.ts';
import { expanded, readFrames } from './frames.ts';
import type { Example } from './learn.ts';

const FIXTURES = new URL('../fixtures/utterances/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');
const TODAY = '2026-11-22' as PlainDate;

const reader = (): Reader => {
  const plan = (
    JSON.parse(read('plan.json')) as { id: string; title: string; region: string; cpv: string }[]
  ).map(
    ({ id, title, region, cpv }): PlanEntry => ({ id: itemId(id), title, region: regionId(region), cpv }),
  );
  return {
    index: atOnce(indexing(plan, cpvLabel)),
    readRegion: regionReader([...new Set(plan.map(({ region }) => region))]),
  };
};

/** The contract's own examples, and those marked `unseen`, are for measuring and are never learnt from. */
const LABELLED = ['own.jsonl', 'more.jsonl', 'later.jsonl'] as const;
/** As they were written one after the other: a stretch is near enough a batch by one hand. */
const BATCH = 150;

/** The labelled questions in batches, each as the masked words that are learnt from. */
export const batches = (): readonly (readonly Example[])[] => {
  const index = reader();
  return LABELLED.flatMap((name) => {
    const rows = read(name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; query: { topic: Topic }; unseen?: boolean })
      .filter(({ unseen }) => !unseen)
      .map(
        ({ text, query }): Example => ({
          topic: query.topic,
          words: scan(text, index, { today: TODAY, language: 'sv' }).asked,
          worth: 1,
        }),
      );
    return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
      rows.slice(at * BATCH, (at + 1) * BATCH),
    );
  });
};

const EACH = 40;
const WORTH = 0.3;
const SEED = 7;

/** Made questions: every way of the frames to ask, in both languages. */
export const framed = (): readonly Example[] =>
  (['sv', 'en'] as const)
    .flatMap((language) => expanded(readFrames(language), EACH, SEED))
    .map(({ topic, words }) => ({ topic, words, worth: WORTH }));
