/** What could be bought together, and why, in sentences that a head of procurement can act on. */
export const candidates = {
  candidates: {
    heading:
      '{count, plural, =0 {Inget att samordna just nu} one {1 förslag att samordna} other {# förslag att samordna}}',
    past: 'Inget som startar framöver passar ihop. Här räknas även det som redan har startat.',
    none: 'Vi hittade inga upphandlingar som ser ut att passa ihop. Prova en annan period eller importera en plan till.',
    openTip: 'Bedöm {title}',
    plan: 'Visa planen',
    question: 'Går de att upphandla tillsammans?',
    together: 'Skulle kunna upphandlas tillsammans',
    summary: 'Går att samordna? {title}',
    why: 'Det här vet vi',
    contractEnd: 'Nuvarande avtal går ut {end}',
    possible: 'Ja, fråga enheterna',
    not: 'Nej, det går inte',
    all: 'Visa alla förslag',
    whyNot: 'Varför går de inte att samordna?',
    reasonLabel: 'Skäl',
    reason: 'Skäl',
    save: 'Spara bedömningen',
  },
  candidateReason: {
    'same-title': 'Båda upphandlar samma sak: {title}.',
    'same-meaning': '”{one}” och ”{other}” avser samma slags behov.',
    'related-meaning': '”{one}” och ”{other}” avser närliggande behov.',
    'same-cpv': 'Samma CPV-kod: {cpv}.',
    'near-cpv': 'CPV-koderna ligger nära varandra, båda under {cpv}.',
    'same-division': 'Båda ligger i CPV-avdelningen {cpv}.',
    'other-cpv': 'CPV-koderna skiljer sig ({one} och {other}): kontrollera att det är samma behov.',
    'same-time':
      '{months, plural, =0 {Starterna ligger i samma månad} one {1 månad mellan starterna} other {# månader mellan starterna}}: {from} och {to}.',
    'contract-covers': 'Avtalet i {region} kan räcka till {until} och täcker tiden till den senare starten.',
    'start-unknown': 'Minst en av dem saknar planerad start: stäm av tiden.',
    value:
      'Tillsammans {sum} utan moms{without, plural, =0 {} one {, en saknar värde} other {, # saknar värde}}.',
    'earlier-deviation': 'Avsteg beslutades {on} för ett liknande behov: {title}.',
    'earlier-lesson': 'Det finns en erfarenhet från {on}: {title}.',
    'assessed-possible': 'Bedömdes {on}: går att samordna.',
    'assessed-not-possible': 'Bedömdes {on}: går inte att samordna.',
    'already-joint': 'Redan gemensam: titeln nämner {regions}.',
  },
} as const;
