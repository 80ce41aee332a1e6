/** Answers in figures over several procurements. */
export const findings = {
  findingTopic: {
    share: 'Hur mycket är samordnat?',
    savings: 'Vad har vi sparat?',
    costs: 'Vad kostar samordningen?',
    net: 'Vad är nettonyttan?',
    lessons: 'Vad har vi lärt oss?',
    control: 'Kontrollpunkten',
  },
  figured: {
    lead: '{name}: {value}',
    none: 'går inte att beräkna. {reason}.',
    withUnit: '{value} {unit}',
    of: '{part, number} av {whole, number}',
    rests: 'Underlag: {part, number} av {whole, number} upphandlingar',
    excluded: 'Utanför: {text}',
    restsSigned:
      'Underlag: {part, number} av {whole, number} upphandlingar, varav ekonomi har godkänt {signed, number}',
    running: 'Perioden pågår: utfallet till och med {day}',
    joint:
      'Ett gemensamt avtal räknas helt i varje regions siffra. Siffrorna går därför inte att lägga ihop.',
    bias: 'Marknadspris: {count, number} av upphandlingarna, {range}. Den metoden visar en besparing även utan samordning: {three} av medelpriset vid 3 anbud, {five} vid 5 och {ten} vid 10.',
    target: 'Mål',
    noBasis: 'inget dokumenterat underlag',
    example: 'exempel',
    definition: '{text} (Definition {version}.)',
    definitions: 'Så räknas det',
    behind: 'Visa upphandlingarna bakom',
    behindIt: 'Upphandlingarna bakom',
    counted: 'räknas in',
    notCounted: 'räknas inte in',
    evidence: 'Öppna underlaget',
    evidenceRows: 'Hämta underlaget som tabell',
    evidenceNote:
      'Länkarna gäller i 30 minuter. Den som har dem kan läsa underlaget: skicka dem inte vidare.',
    reason: 'Beslutat skäl: {text} ({by}, {on})',
    noReason: 'Inget beslutat skäl',
    withheld: 'Skälet visas inte: du har anmält jäv',
  },
  controlHow: {
    'deviation-decided': 'avsteg {on}',
    'not-possible': 'bedömd {on}: går inte att samordna',
    'contracted-alone': 'avtal av en region ensam {on}',
  },
} as const;
