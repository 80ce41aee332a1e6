import type { Origin } from '../indicators/facts.ts';
import type { ItemFacts } from './item.ts';

/** Beginnings of the procedures' names as plans and notices write them, Swedish and English, in lower case. */
const NEGOTIATED = [
  'förhandlat',
  'konkurrenspräglad dialog',
  'innovationspartnerskap',
  'förenklat',
  'direktupphandling',
  'negotiated',
  'competitive procedure with negotiation',
  'competitive dialogue',
  'innovation partnership',
  'direct award',
] as const;
const NOT_NEGOTIATED = ['öppet', 'selektivt', 'open', 'restricted'] as const;

const ORIGIN: readonly (readonly [string, Origin])[] = [
  ['direktupphandling', 'direct-award'],
  ['direct award', 'direct-award'],
  ['avrop', 'call-off'],
  ['förnyad konkurrensutsättning', 'call-off'],
  ['call-off', 'call-off'],
  ['mini-competition', 'call-off'],
  ['förlängning', 'extension'],
  ['extension', 'extension'],
];

const begins = (text: string | undefined, ...beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => (text ?? '').trim().toLowerCase().startsWith(beginning));

/**
 * Whether the procedure permits negotiation: never the open and the restricted one (LOU 6 kap. 2–3 §§), the others may
 * (6 kap. 5–9 §§; below the thresholds 19 kap.). Null for a procedure that is not named or not known: nobody guesses.
 */
export const negotiationPermitted = (procedure: string | undefined): boolean | null => {
  if (begins(procedure, ...NEGOTIATED)) return true;
  return begins(procedure, ...NOT_NEGOTIATED) ? false : null;
};

/** How the item comes about, by its procedure or kind of agreement; what says nothing of the sort is to be advertised. */
export const originOf = ({
  procedure,
  agreementType,
}: Pick<ItemFacts, 'procedure' | 'agreementType'>): Origin =>
  ORIGIN.find(([beginning]) => begins(procedure, beginning) || begins(agreementType, beginning))?.[1] ??
  'advertised';
