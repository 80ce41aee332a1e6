/** What is said of a governance file before anybody decides by it. */
export const governance = {
  adopting: {
    kicker: 'Regler som väntar på beslut',
    heading:
      '{count, plural, =0 {Inget väntar på beslut} one {1 regel gäller inte än} other {# regler gäller inte än}}',
    summary:
      '{count, plural, =0 {Inget väntar på beslut} one {1 regel gäller inte än} other {# regler gäller inte än}}',
    none: 'Alla regler är beslutade.',
    intro: 'De gäller från sin dag, men aldrig från tiden före beslutet. Fyll i när beslutet är fattat.',
    now: 'Gällande regler: version {version}',
    rows: 'Vilka regler gäller beslutet?',
    row: '{what}, från {from} ({status})',
    rowOf: '{list}: {what}',
    rowMay: '{what} får {kinds}',
    rowNamed: '{what}, ”{id}”',
    reference: 'Beslut: organ, dag och paragraf',
    decided: 'Dagen då beslutet fattades',
    referenceHint: 'Till exempel RF 2026-12-08 § 1',
    version: 'Namn på den nya versionen',
    fill: 'Fyll i det här fältet.',
    send: 'Registrera beslutet',
    open: 'Vilka regler väntar på beslut?',
  },
  rowStatus: { draft: 'utkast', proposed: 'förslag' },
  rowList: {
    regions: 'Region',
    bodies: 'Nämnd',
    ladder: 'Nivå',
    attendance: 'Närvaro',
    reminders: 'Påminnelse',
    mandates: 'Delegation',
    meetings: 'Sammanträden',
    durations: 'Tidsåtgång',
    successions: 'Byte av nämnd',
    rates: 'Timkostnad',
    targets: 'Mål',
    cutOffs: 'Brytdag',
    followUps: 'Åtgärd',
    contacts: 'Kontakt',
    reporting: 'Rapporteringssystem',
    thresholds: 'Gräns i lagen',
  },
  threshold: {
    'direct-award': 'direktupphandling',
    'framework-years': 'ramavtals längsta tid',
    'standstill-electronically': 'avtalsspärren efter elektroniskt besked',
    'standstill-otherwise': 'avtalsspärren efter annat besked',
  },
  kind: {
    initiate: 'inleda upphandling',
    award: 'tilldela',
    contract: 'teckna avtal',
    extend: 'förlänga',
    coordinate: 'samordna',
    deviate: 'besluta om avsteg',
    postpone: 'skjuta upp',
    cancel: 'avbryta',
    modify: 'ändra avtal',
    'join-external': 'ansluta till annan samverkan',
  },
  range: {
    from: 'från {from} kr',
    below: 'under {below} kr',
    between: 'från {from} till under {below} kr',
    total: 'hela upphandlingen {range}',
    own: 'regionens egen del {range}',
    any: 'oavsett värde',
  },
  span: {
    from: 'från och med {from}',
    between: '{from} till och med {to}',
  },
  finding: {
    gap: 'Ingen får {kinds} för {regions} ({range}) {span}. Lägg till en rad, eller räkna med att ärendet stannar där.',
    overlap:
      'Både ”{first}” och ”{second}” gäller när någon ska {kinds} för {regions} ({range}) {span}. Den översta, ”{first}”, går före. Avgränsa dem, eller ta bort den ena.',
    'overlap-same-holder':
      'Både ”{first}” och ”{second}” ger samma person eller nämnd rätt att {kinds} för {regions} ({range}) {span}. Den översta, ”{first}”, är den som står i beslutet.',
    'never-used':
      'Efter raden ”{rows}” kommer ingen någonsin att besluta: rader ovanför går alltid före, eller ingen region gäller då.',
    'kind-unspoken': 'Ingen rad säger vem som får {kinds}. Samordna gissar inte, utan säger att det saknas.',
    'gap-unknown-value':
      'Ingen får {kinds} för {regions} {span} när upphandlingen saknar värde. Sätt unknownValue på raden som ska gälla.',
    'staff-group':
      'Raden ”{rows}” ger mandat till en grupp. Då kan ingen namnges i beslutet: ange en namngiven person, en nämnd eller namngivna rådsmedlemmar.',
    'id-twice': 'Flera rader har id ”{rows}”. Ge var och en sitt eget: ett beslut hänvisar till sin rad.',
    'dates-reversed': 'Raden ”{rows}” slutar innan den börjar ({span}). Rätta datumen.',
    'range-empty': 'Raden ”{rows}” börjar vid eller över där den slutar ({range}). Rätta beloppen.',
    'two-in-force':
      'Raderna {rows} säger samma sak om samma dag, {span}. Bara den första gäller: avsluta den ena.',
    'unknown-region': 'Raden ”{rows}” nämner regionen {regions}, som inte finns bland regionerna.',
    'unknown-body': 'Raden ”{rows}” nämner {body}, som inte finns bland nämnderna.',
    'body-not-in-force': 'Raden ”{rows}” nämner {body}, men {span} finns ingen beslutad rad för den.',
    'unknown-person': 'Raden ”{rows}” nämner {person}, som inte finns i katalogen.',
    'no-secretary':
      '{body} beslutar i sammanträde men har ingen sekreterare (raden ”{rows}”): ingen kan registrera besluten.',
    'prepared-by-missing':
      '{body} är en fullmäktigeförsamling utan preparedBy (raden ”{rows}”): ange styrelsen som bereder ärendena (KL 5:26).',
    'prepared-by-itself':
      '{body} bereder sina egna ärenden (raden ”{rows}”): ange en annan nämnd, eller ta bort preparedBy.',
    'level-without-row': 'Nivån {level} har ingen tidsgräns {span}: inget klättrar därifrån av sig självt.',
    'reminder-before-start':
      'Nivån {level} påminner innan den har börjat (raden ”{rows}”): minska remindWorkingDaysBefore.',
    'attendance-missing':
      'För {regions} finns inget krav på närvaro {span}: rådet blir klart först när tiden går ut.',
    'members-of-another-region':
      'Raden ”{rows}” låter rådets ledamöter besluta för {regions}, men ingen av dem är därifrån. Ange ledamöter från regionen, eller ta bort den ur actsFor.',
    'council-without-end':
      'För {regions} finns varken en tidsgräns för rådet eller ett krav på närvaro {span}: ett ärende blir kvar hos rådet för alltid. Lägg in den ena av raderna.',
    'attendance-unreachable':
      'Raden ”{rows}” kräver {wanted} medlemmar för {regions}, men katalogen har {found}: rådet blir aldrig klart i förtid.',
    'no-meetings': '{body} har ingen möteskalender: inga tider kan räknas baklänges från dess sammanträden.',
    'meetings-end': 'Kalendern för {body} slutar {date}. Lägg till de följande mötena i tid.',
    'meetings-over': 'Kalendern för {body} är slut: det sista mötet var {date}. Lägg till de kommande.',
    'documents-after-meeting':
      'Mötet {date} för {body} tar emot handlingar efter själva mötet (raden ”{rows}”). Rätta documentsBy.',
    'succession-without-successor':
      'Raden ”{rows}” säger inte vem som tar över efter {body} i {regions}: de öppna ärendena där blir kvar utan nämnd.',
    'succession-without-archive': 'Raden ”{rows}” säger inte vem som tar över arkivet efter {body}.',
    'succession-by-itself': 'Raden ”{rows}” låter {body} ta över efter sig själv.',
    'succession-proposed':
      'Raden ”{rows}” låter {body} upphöra {date}, men är inte beslutad: den gör ingenting förrän den är det.',
    'succession-twice':
      'Raderna {rows} låter {body} upphöra mer än en gång: varje öppet ärende skulle föras över lika många gånger. Behåll en av dem.',
    'archive-ceases':
      'Raden ”{rows}” lämnar arkivet till {body}, som inte finns {date}. Ange en nämnd som finns kvar då.',
    'prepared-in-a-ring':
      '{body} bereds till slut av sig själv (raden ”{rows}”): nämnder som bereder varandra kan ingen av dem besluta först. Rätta preparedBy.',
    'principle-twice':
      'Både ”{first}” och ”{second}” gäller när någon ska {kinds} i principiella frågor för {regions} {span}. Den översta, ”{first}”, går före. Ta bort den ena.',
    'principle-amounts':
      'Raden ”{rows}” gäller principiella frågor, och då räknas inga belopp: from, below och basis gör ingenting. Ta bort dem, eller gör en egen rad för beloppen.',
    'urgent-without-person':
      'Raden ”{rows}” gäller det som inte kan vänta på {body}, men ingen person har den (KL 6:39). Ange ordföranden eller en annan namngiven ledamot.',
    'no-secretary-for-conflict':
      '{body} har delegerat men har ingen sekreterare (raden ”{rows}”): när en delegat är jävig kan ingen registrera nämndens eget beslut. Ange en sekreterare.',
    'target-reversed': 'Målet ”{rows}” slutar innan det börjar ({span}). Rätta from och to.',
    'target-unknown':
      'Målet ”{rows}” gäller en indikator som inte finns. Ange en av dem som docs/indicators.md räknar upp.',
    'rates-twice':
      'Raderna {rows} ger var sin timkostnad {span}: då räknas ingen kostnad alls. Avsluta den ena.',
    'cut-offs-twice':
      'Raderna {rows} ger var sin sista dag för delåret {span}: då räknas inget delår. Avsluta den ena.',
    'example-in-production':
      '{found, plural, one {1 rad är ett exempel} other {# rader är exempel}} ({rows}) och får inte ge någon mandat på riktigt. Ersätt dem.',
    'threshold-missing':
      'Ingen rad ger lagens gräns för {threshold} {span}. Ingenting sägs då om den; för avtalsspärren gäller LOU 20:1 som den är.',
    'threshold-to-verify':
      'Gränsen för {threshold} (raden ”{rows}”) ska kontrolleras på nytt sedan {date}. Lägg in en ny rad när du har gjort det.',
    'no-regions': 'Inga regioner gäller {span}: ingen kan delta.',
  },
  governanceCheck: {
    heading:
      '{faults, plural, =0 {Inga fel} one {1 fel} other {# fel}}, {remarks, plural, =0 {inga anmärkningar} one {1 anmärkning} other {# anmärkningar}}',
    fault: 'FEL',
    remark: 'OBS',
    'without-people': 'Ingen katalog finns i databasen, så personer och närvaro är inte prövade.',
  },
} as const;
