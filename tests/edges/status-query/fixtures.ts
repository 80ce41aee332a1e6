import { readFileSync } from 'node:fs';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';
import type { PlanEntry, StatusQuery, Understanding } from '#status-query/query.ts';
import { createUnderstanding } from '#status-query/understand.ts';

const FIXTURES = new URL('../../fixtures/utterances/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');

/** The 131 procurements that both regions advertised in 2021. */
export const plan: readonly PlanEntry[] = (
  JSON.parse(read('plan.json')) as { id: string; title: string; region: string; cpv: string }[]
).map(({ id, title, region, cpv }) => ({ id: itemId(id), title, region: regionId(region), cpv }));

export interface Utterance {
  readonly text: string;
  readonly query: StatusQuery;
  /** Written before the reader was tuned, and never tuned on. */
  readonly unseen?: boolean;
}
export const utterances = (name: string): Utterance[] =>
  read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Utterance);

export const today = '2026-11-22' as PlainDate;
export const understanding = createUnderstanding(plan, cpvLabel);
export const understood = (text: string, previous?: StatusQuery): Understanding =>
  understanding.understand(text, { today, language: 'sv', ...(previous ? { previous } : {}) });

const words = (text: string): number => text.split(/\s+/).length;

/** What is wrong by the contract's scoring; empty when the text was understood. */
export const mistakes = ({ text, query: wanted }: Utterance): string[] => {
  const { query } = understood(text);
  const told = wanted.topic !== 'none' && wanted.topic !== 'help';
  return [
    query.topic === wanted.topic ? [] : ['topic'],
    told && query.item !== wanted.item ? ['item'] : [],
    told && JSON.stringify(query.period) !== JSON.stringify(wanted.period) ? ['period'] : [],
    told && !wanted.item && query.region !== wanted.region ? ['region'] : [],
    wanted.topic === 'items' &&
    (wanted.category ? !query.category?.startsWith(wanted.category) : query.category)
      ? ['category']
      : [],
    words(text) > 2 && query.language !== wanted.language ? ['language'] : [],
  ].flat();
};
export const wrong = (all: readonly Utterance[]): string[] =>
  all.flatMap((one) => {
    const found = mistakes(one);
    return found.length > 0 ? [`${one.text}: ${found.join(', ')}`] : [];
  });
