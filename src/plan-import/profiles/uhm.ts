import type { Profile } from './profile.ts';

/**
 * Upphandlingsmyndigheten's statistics of advertised procurements ("Antal upphandlingar"); contracted values come as a
 * second table ("Kontrakterat värde") with the same ids.
 */
export const uhm: Profile = {
  mapping: {
    fields: {
      id: { column: 'Upphandlings-ID' },
      title: { column: 'Upphandlingens titel' },
      region: { column: 'Namn för köpare' },
      cpv: { column: 'Huvudsaklig CPV-kod' },
      category: { column: 'CPV-Huvudgrupp', split: '000000 ' },
      advertise: { column: 'Publiceringsdatum' },
      procedure: { column: 'Förfarande' },
      agreementType: { column: 'Typ av avtal' },
    },
  },
  values: { id: 'Upphandlings-ID', value: 'Kontrakterat värde, Summa' },
};
