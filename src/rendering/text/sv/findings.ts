/** Answers in figures over several procurements. */
export const findings = {
  findingTopic: {
    share: 'Hur mycket är samordnat?',
    savings: 'Vad har vi sparat?',
    costs: 'Vad kostar samordningen?',
    lessons: 'Vad har vi lärt oss?',
    control: 'Kontrollpunkten',
  },
  figured: {
    lead: '{name}: {value}',
    none: 'går inte att beräkna. {reason}.',
    withUnit: '{value} {unit}',
    of: '{part, number} av {whole, number}',
    rests: 'bygger på {part, number} av {whole, number} upphandlingar',
    excluded: 'Utanför: {text}',
    target: 'Mål',
    noBasis: 'inget dokumenterat underlag',
    example: 'exempel',
    definition: '{text} (Definition {version}.)',
    definitions: 'Så räknas det',
    behind: 'Upphandlingarna bakom',
    counted: 'räknas in',
    notCounted: 'räknas inte in',
  },
} as const;
