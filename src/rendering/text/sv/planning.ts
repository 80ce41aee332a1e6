/** Deadlines counted backwards. */
export const planning = {
  correcting: {
    kicker: 'Rätta {id}',
    heading: 'Vad gäller för {title}?',
    summary: 'Rätta {title}',
    note: '{count, plural, =0 {Ingen har svarat än, så ingen behöver svara på nytt.} one {En enhet har svarat och får frågan på nytt, med före och efter bredvid varandra.} other {# enheter har svarat och får frågan på nytt, med före och efter bredvid varandra.}}',
    value: 'Värde i kronor, utan moms',
    valueWithOptions: 'Värde med optioner, utan moms',
    advertise: 'Planerad annonsering',
    start: 'Avtalsstart',
    contractEnd: 'Dagens avtal till',
    send: 'Spara',
    open: 'Rätta uppgifterna',
  },
  timeline: {
    kicker: 'Tidsplan för {region} · {id}',
    intro: 'Senaste dag för varje steg, räknat baklänges.',
    line: '{day}: {step}',
    open: 'Visa tidsplanen',
    summary: 'Tidsplanen för {title}',
  },
  planStep: {
    'option-notice': 'Utnyttja optionen',
    'open-round': 'Fråga enheterna',
    'answers-in': 'Alla svar inne',
    'preparation-documents': 'Handlingar till beredningen',
    'preparation-meeting': 'Beredning',
    'initiation-documents': 'Handlingar till beslutet',
    'initiation-meeting': 'Beslut att inleda',
    advertise: 'Annonsera',
    'tenders-in': 'Sista dag för anbud',
    'award-notice': 'Skicka tilldelningsbeslut',
    contract: 'Teckna avtal',
    start: 'Avtalet börjar',
  },
  planReason: {
    'contract-ends': 'Det nuvarande avtalet slutar {day}.',
    'planned-start': 'Planerad start.',
    'working-days': '{days, plural, one {1 arbetsdag} other {# arbetsdagar}} före nästa steg.',
    'calendar-days': '{days, plural, one {1 dag} other {# dagar}} före nästa steg.',
    standstill: 'Avtalsspärren ska ha löpt ut (LOU 20:1).',
    meeting: '{body} möts {day}.',
    'last-day-for-option': 'Då löper avtalet till {until}.',
  },
  duration: {
    round: 'svarstiden',
    preparing: 'förberedelserna',
    advertising: 'annonstiden',
    evaluation: 'utvärderingen',
    mobilisation: 'tiden från avtal till start',
  },
  planWarning: {
    july: '{step}: {day} ligger i juli, när få svarar och inga nämnder möts.',
    'in-the-past': '{step}: sista dagen var {day}.',
    'no-meeting-in-time': '{body} har inget möte i kalendern före {day}.',
    'duration-missing': 'Hur lång {duration} är finns inte inlagt. Administratören behöver lägga in det.',
    'nothing-to-plan-from': 'Planen har varken avtalsslut eller start att räkna från.',
    'gap-after-contract': 'Från {from} till starten {start} finns inget avtal.',
    'below-direct-award':
      '{value} med optioner ligger under gränsen för direktupphandling, {limit} ({source}).',
    'below-without-options':
      '{value} ligger under gränsen för direktupphandling, {limit} ({source}). Ange värdet med optioner: de räknas med (LOU 5:3).',
    'over-direct-award':
      'Planerad som direktupphandling, men {value} når gränsen {limit} ({source}). Välj ett annat förfarande eller pröva värdet.',
    'options-pass-limit':
      'Utan optioner är värdet {value}, med dem {withOptions}. Optioner räknas med (LOU 5:3), så gränsen {limit} nås ({source}).',
    'may-be-split':
      'Samma slags köp planeras också i {others}: tillsammans {total}, som når gränsen {limit} ({source}). En upphandling får inte delas upp för att komma under (LOU 5:6–7 a). Bedöm om de hör ihop.',
    'framework-too-long':
      'Ramavtalet kan löpa till {until}, längre än {years, plural, one {1 år} other {# år}} ({source}). Särskilda skäl behövs och ska dokumenteras.',
    verify: 'Beloppet ska kontrolleras på nytt sedan {day}.',
  },
} as const;
