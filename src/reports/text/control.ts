import type { Language } from '#domain/shared/language.ts';

const sv = {
  title: 'Intern kontroll: möjlig att samordna men inte samordnad',
  intro:
    'Upphandlingar som bedömdes möjliga att samordna och som fick avtal utan samordning eller lämnade den i perioden. Målet är att var och en har ett beslutat skäl.',
  of: '{part} av {whole}',
  none: 'Kontrollen fann ingen sådan upphandling i perioden.',
  notCalculable: 'Går inte att beräkna',
  matter: 'Upphandling',
  left: 'Hur',
  on: 'När',
  reason: 'Beslutat skäl',
  missing: 'Inget beslutat skäl',
  withheld: 'Visas inte: du har anmält jäv',
  category: 'CPV-koder som börjar med {category}.',
  by: 'Beslutat av',
  rule: 'Stöd',
  registry: 'Diarienummer',
  region: 'Region',
  cpv: 'CPV',
  asOf: 'Läget',
  'how.deviation-decided': 'Avsteg',
  'how.not-possible': 'Bedömd: går inte att samordna',
  'how.contracted-alone': 'Avtal av en region ensam',
};
type Word = keyof typeof sv;
const en: Readonly<Record<Word, string>> = {
  title: 'Internal control: could be coordinated, was not',
  intro:
    'Procurements that were assessed as possible to coordinate and that were contracted without coordination or left it in the period. The target is that each has a decided reason.',
  of: '{part} of {whole}',
  none: 'The control found no such procurement in the period.',
  notCalculable: 'Not calculable',
  matter: 'Procurement',
  left: 'How',
  on: 'When',
  reason: 'Decided reason',
  missing: 'No decided reason',
  withheld: 'Not shown: you have declared a conflict',
  category: 'CPV codes that begin with {category}.',
  by: 'Decided by',
  rule: 'By',
  registry: 'Registry number',
  region: 'Region',
  cpv: 'CPV',
  asOf: 'As of',
  'how.deviation-decided': 'Deviation',
  'how.not-possible': 'Assessed: cannot be coordinated',
  'how.contracted-alone': 'Contract of one region alone',
};
export const controlWords = (language: Language): Readonly<Record<Word, string>> =>
  language === 'sv' ? sv : en;
