import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Candidate, CandidateItem } from '#candidates/candidate.ts';
import type { RegionNames } from '#candidates/joint.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';

const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../../src/demo/data/${name}`, import.meta.url)), {
    columns: true,
    bom: true,
  }) as Record<string, string>[];

export const SORMLAND = regionId('sormland');
export const VASTMANLAND = regionId('vastmanland');
export const regions: readonly RegionNames[] = [
  { region: SORMLAND, names: ['Region Sörmland'] },
  { region: VASTMANLAND, names: ['Region Västmanland'] },
];

const values = new Map(
  table('uhm_2021_contracted_value.csv').map((row) => [
    row['Upphandlings-ID'],
    Number(row['Kontrakterat värde, Summa']),
  ]),
);

/** The 131 procurements that both regions advertised in 2021. */
export const realPlan: readonly CandidateItem[] = table('uhm_2021_number_of_procurements.csv').map((row) => {
  const id = itemId(row['Upphandlings-ID'] ?? '');
  const value = values.get(id);
  return {
    id,
    title: row['Upphandlingens titel'] ?? '',
    region: row['Namn för köpare'] === 'REGION SÖRMLAND' ? SORMLAND : VASTMANLAND,
    cpv: (row['Huvudsaklig CPV-kod'] ?? '').slice(0, 8),
    start: row.Publiceringsdatum as PlainDate,
    ...(value === undefined ? {} : { value }),
  };
});

/** "MT1 + MT2", ids in order. */
export const idsOf = ({ items }: Candidate): string =>
  items
    .map(({ id }) => id as string)
    .toSorted()
    .join(' + ');
