import type { Language } from '#domain/shared/language.ts';

/** What the Swedish procurement acts call procedures and agreements, and what Directives 2014/24/EU and 2014/25/EU call them in English. */
const ENGLISH: Readonly<Record<string, string>> = {
  'öppet förfarande': 'Open procedure',
  'selektivt förfarande': 'Restricted procedure',
  'förenklat förfarande': 'Simplified procedure',
  urvalsförfarande: 'Selective procedure',
  'förhandlat förfarande': 'Negotiated procedure',
  'förhandlat förfarande med föregående annonsering': 'Negotiated procedure with prior publication',
  'förhandlat förfarande utan föregående annonsering': 'Negotiated procedure without prior publication',
  'konkurrenspräglad dialog': 'Competitive dialogue',
  'förfarande för inrättande av innovationspartnerskap': 'Innovation partnership',
  innovationspartnerskap: 'Innovation partnership',
  projekttävling: 'Design contest',
  direktupphandling: 'Direct award',
  'förnyad konkurrensutsättning': 'Mini-competition',
  kontrakt: 'Contract',
  ramavtal: 'Framework agreement',
  'dynamiskt inköpssystem': 'Dynamic purchasing system',
  koncession: 'Concession',
  varor: 'Supplies',
  tjänster: 'Services',
  byggentreprenad: 'Works',
  byggentreprenader: 'Works',
};

/** A word of a plan in the reader's language where the law has one for it, else as the plan writes it. */
export const wordOfPlan = (word: string, language: Language): string =>
  language === 'en' ? (ENGLISH[word.trim().toLocaleLowerCase('sv')] ?? word) : word;
