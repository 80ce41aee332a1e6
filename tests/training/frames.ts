import { readFileSync } from 'node:fs';
import type { Topic } from '#status-query/query.ts';
import { MASKS } from '#status-query/topic-model/features.ts';
import { fold, wordsOf } from '#words/text.ts';

/** Ways to ask for each topic: `[this|that|]` is a choice, and a mask stands for an item, a kind, a place, a time, an amount. */
export type Frames = Readonly<Partial<Record<Topic, readonly string[]>>>;
export interface Framed {
  readonly topic: Topic;
  readonly words: readonly string[];
}

export const readFrames = (language: 'sv' | 'en'): Frames =>
  JSON.parse(readFileSync(new URL(`frames.${language}.json`, import.meta.url), 'utf8')) as Frames;

const MASKED: ReadonlySet<string> = new Set(MASKS);
const tokens = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => (MASKED.has(word) ? [word] : wordsOf(fold(word))));

/** The same numbers on every machine. */
export const randomly = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const CHOICE = /\[([^\]]*)\]/g;

/** At most `each` different questions of every frame, drawn by the seed. */
export const expanded = (frames: Frames, each: number, seed: number): readonly Framed[] => {
  const next = randomly(seed);
  const draw = (frame: string): string =>
    frame.replace(CHOICE, (_, choice: string) => {
      const ways = choice.split('|');
      return ways[Math.floor(next() * ways.length)] ?? '';
    });
  return Object.entries(frames).flatMap(([topic, ways]) =>
    ways.flatMap((frame) => {
      const most = [...frame.matchAll(CHOICE)].reduce(
        (count, [, way = '']) => count * way.split('|').length,
        1,
      );
      const drawn = Array.from({ length: 3 * Math.min(most, each) }, () => tokens(draw(frame)).join(' '));
      return [...new Set(drawn)]
        .slice(0, each)
        .map((text): Framed => ({ topic: topic as Topic, words: text.split(' ') }));
    }),
  );
};
