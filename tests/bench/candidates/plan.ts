import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CandidateItem } from '#candidates/candidate.ts';
import type { RegionNames } from '#candidates/joint.ts';
import cpv from '#domain/shared/cpv-2008.json' with { type: 'json' };
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';

/** A seeded row of numbers in 0–1 (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

interface Row {
  readonly title: string;
  readonly cpv: string;
}
const real = (
  parse(
    readFileSync(new URL('../../../src/demo/data/uhm_2021_number_of_procurements.csv', import.meta.url)),
    {
      columns: true,
      bom: true,
    },
  ) as Record<string, string>[]
).map(
  (row): Row => ({
    title: row['Upphandlingens titel'] ?? '',
    cpv: (row['Huvudsaklig CPV-kod'] ?? '').slice(0, 8),
  }),
);
/** Codes that say which thing is bought, as titles. */
const labelled = cpv.codes.flatMap((code, place): Row[] => {
  const code8 = code.slice(0, 8);
  return code8.replace(/0+$/, '').length >= 4 ? [{ title: cpv.sv[place] ?? '', cpv: code8 }] : [];
});

const BEGINNINGS = 'Norr Söder Öster Väster Mellan Inre Yttre Stor Lill Gammel Ek Björk Gran Alm Lind'.split(
  ' ',
);
const ENDINGS =
  'bygden slätten skogen dalen kusten fjärden åsen viken berget mon näset holmen sundet heden lunden marken ängen udden kullen strand'.split(
    ' ',
  );
/** Invented buyers, so that no real one is said to have planned anything. */
export const buyers = (count: number): RegionNames[] =>
  Array.from({ length: count }, (_, place) => {
    const beginning = BEGINNINGS[place % BEGINNINGS.length] ?? '';
    const ending = ENDINGS[Math.floor(place / BEGINNINGS.length) % ENDINGS.length] ?? '';
    return { region: regionId(`buyer-${place}`), names: [`Region ${beginning}${ending}`] };
  });

const day = (from: number, days: number): PlainDate =>
  new Date(Date.UTC(2026, 0, 1) + Math.floor(from * days) * 86_400_000)
    .toISOString()
    .slice(0, 10) as PlainDate;

/** A plan of that many items of 300 buyers, made from the 131 real titles and from CPV's labels; always the same. */
export const syntheticPlan = (
  count: number,
  regions: readonly RegionNames[] = buyers(300),
  seed = 20_260_101,
): CandidateItem[] => {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, (_, place): CandidateItem => {
    const { title, cpv: code } = pick(random() < 0.5 ? real : labelled);
    const buyer = pick(regions);
    const [name = ''] = buyer.names;
    const said = pick([
      title,
      `Upphandling av ${title}`,
      `${title} till ${name}`,
      `Ramavtal ${title}`,
      `${title}, ${name}`,
      `${title} etapp ${Math.floor(random() * 4) + 1}`,
      `IN-${place} ${title}`,
    ]);
    return {
      id: itemId(`S${place}`),
      title: said,
      region: buyer.region,
      cpv: code,
      start: day(random(), 1100),
      ...(random() < 0.6 ? { value: Math.round(random() * 5e7) } : {}),
    };
  });
};
