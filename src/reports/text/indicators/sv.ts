import type { IndicatorWords } from './shape.ts';

export const sv: IndicatorWords = {
  indicators: {
    'share-coordinated': {
      name: 'Andel samordnade upphandlingar',
      definition:
        'Annonserade upphandlingar med avtal tecknat i perioden där minst två regioner är avtalsparter med takvärde eller takvolym över 0, delat med alla sådana upphandlingar, även dem som en region har gjort själv i stället. Direktupphandlingar, avrop, förlängningar och avbrutna räknas inte; andra arenor redovisas för sig.',
    },
    'count-coordinated': {
      name: 'Antal samordnade upphandlingar',
      definition: 'Täljaren i andelen samordnade. Fortsätter granskningens serie 27, 34, 43.',
    },
    'share-coordinated-by-value': {
      name: 'Andel samordnat värde',
      definition:
        'Samma andel, vägd med avtalets värde; saknas det, med takvärdena; saknas de, med planens uppskattning.',
    },
    'share-coordinated-of-possible': {
      name: 'Andel samordnade av de möjliga',
      definition: 'Samma andel bland dem som någon gång har bedömts möjliga att samordna.',
    },
    'share-coordinated-forecast': {
      name: 'Prognos: andel samordnade',
      definition:
        'Av dem som har avtal i perioden eller planeras börja i den: andelen som två regioner har avtal om tillsammans eller har åtagit sig. En prognos av svar, inget utfall.',
    },
    'control-point': {
      name: 'Kontrollpunkt: möjlig men inte samordnad',
      definition:
        'Möjliga att samordna som fick avtal utan samordning eller lämnade den i perioden, delat med alla möjliga som fick avtal eller lämnade. Ett avsteg räknas hos den region som avstod. Avbrutna, uppskjutna och andra arenor redovisas för sig.',
    },
    'control-point-reasoned': {
      name: 'Kontrollpunkt: med beslutat skäl',
      definition: 'Av dem som kontrollpunkten fann: andelen med ett beslut och ett skäl. Målet är 100 %.',
    },
    'enabled-saving': {
      name: 'Möjliggjord besparing',
      definition:
        'Årets beräknade besparing för avtal som gäller i perioden, räknad på de dagar de gäller. Låg och hög är summan av delarnas. En metod per upphandling, aldrig två.',
    },
    'enabled-saving-coordinated-new': {
      name: 'Möjliggjord besparing, samordnade, nya',
      definition: 'Den del som gäller samordnade upphandlingar med avtal tecknat i perioden.',
    },
    'enabled-saving-coordinated-running': {
      name: 'Möjliggjord besparing, samordnade, pågående',
      definition: 'Den del som gäller samordnade upphandlingar med avtal tecknat före perioden.',
    },
    'enabled-saving-own-new': {
      name: 'Möjliggjord besparing, egna, nya',
      definition: 'Den del som gäller egna upphandlingar med avtal tecknat i perioden.',
    },
    'enabled-saving-own-running': {
      name: 'Möjliggjord besparing, egna, pågående',
      definition: 'Den del som gäller egna upphandlingar med avtal tecknat före perioden.',
    },
    coverage: {
      name: 'Täckning',
      definition: 'Upphandlingar vars besparing har beräknats, delat med alla som fick avtal i perioden.',
    },
    'coverage-by-value': {
      name: 'Täckning av värdet',
      definition: 'Samma andel, vägd med avtalens värde.',
    },
    'realised-saving': {
      name: 'Realiserad besparing',
      definition:
        'Faktisk kvantitet gånger skillnaden mellan utgångspris och fakturerat pris, för fakturor vars period slutade i perioden. Utan gammalt pris går det inte att beräkna.',
    },
    'hit-rate': {
      name: 'Träffsäkerhet',
      definition: 'Realiserad delat med möjliggjord besparing, för samma upphandlingar och samma tid.',
    },
    'coordination-hours': {
      name: 'Samordningstid',
      definition:
        'Loggade timmar för upphandlingar som fick avtal eller avslutades i perioden. Det som ingen har noterat är okänt, inte 0.',
    },
    'coordination-cost': {
      name: 'Samordningskostnad',
      definition:
        'Timmar gånger beslutad timkostnad, plus externa kostnader. Det som ingen har noterat är okänt, inte 0.',
    },
    'net-benefit-realised': {
      name: 'Nettonytta, realiserad',
      definition:
        'Samordnade upphandlingar: den del av den realiserade besparingen som kommer av samordning, minus samordningskostnaden. Okänd kostnad eller okänt ursprung utelämnas vid namn.',
    },
    'net-benefit-theoretical': {
      name: 'Nettonytta, teoretisk',
      definition:
        'Samordnade upphandlingar: den del av den låga uppskattningen som kommer av samordning, minus samordningskostnaden. Summeras aldrig med den realiserade.',
    },
    'avoided-procedures': {
      name: 'Upphandlingar som inte behövde göras två gånger',
      definition: 'En för varje region utöver den första i ett samordnat avtal. Inget pris sätts på dem.',
    },
    nonconformities: { name: 'Avvikelser per avtal', definition: 'Medelvärdet av det som har angetts.' },
    'user-rating': {
      name: 'Användarnas betyg',
      definition: 'Medelvärdet av betyg 1–5; varje användare väger lika.',
    },
    'approved-bids': {
      name: 'Godkända anbud per upphandling',
      definition: 'Medelvärdet, först efter tilldelningsbeslut (OSL 19:3).',
    },
    'single-bid': {
      name: 'Andel med ett enda anbud',
      definition: 'Av dem vars antal godkända anbud är känt.',
    },
    appealed: {
      name: 'Andel överprövade',
      definition: 'Av dem som fick avtal i perioden, eller avbröts i den efter tilldelning.',
    },
    cancelled: {
      name: 'Andel avbrutna',
      definition: 'Av de annonserade som fick avtal eller avbröts i perioden.',
    },
    'contract-fidelity': {
      name: 'Avtalstrohet',
      definition:
        'Andelen av inköpen inom avtalets område som gjordes på avtalet; medelvärdet av det som har angetts.',
    },
    'deal-rating': {
      name: 'Affären enligt användarna',
      definition:
        'Medel av användarnas senaste betyg 1–5 på affären: pris, leverantör och villkor. Säger hur väl krav, anbud och avtal blev (anbuds- och kravkompetens).',
    },
    'administration-rating': {
      name: 'Administrationen enligt användarna',
      definition: 'Medel av användarnas senaste betyg 1–5 på hur lätt det är att beställa och få hjälp.',
    },
    sustainability: {
      name: 'Uppfyllda hållbarhetskrav',
      definition:
        'Medel av andelen hållbarhetskrav som visat sig uppfyllda bland dem som har följts upp. Avtal där ingen har följt upp räknas inte.',
    },
    'application-in-units': {
      name: 'Tillämpning i enheterna',
      definition:
        'Av enheterna som köper på avtalen och har fått frågan hur de fungerar: andelen som har svarat. Frågan går efter starten och efter ett år.',
    },
    'lead-time': { name: 'Ledtid', definition: 'Mediandagar från frågan till enheterna till tecknat avtal.' },
    'reviewed-in-time': {
      name: 'Erfarenhetsåterföring i tid',
      definition: 'Andelen vars erfarenheter togs om hand inom 90 dagar från avtalet.',
    },
    'lessons-reused': {
      name: 'Använda erfarenheter',
      definition: 'Hur många senare upphandlingar som använde dem.',
    },
    'answer-rate': {
      name: 'Svarsfrekvens',
      definition: 'Av de tillfrågade enheter som har svarat eller vars tid är ute: andelen som svarade.',
    },
    'days-to-answer': { name: 'Svarstid', definition: 'Mediandagar från frågan till svaret.' },
    'ladder-dialogue': { name: 'Tid i dialog', definition: 'Mediandagar på nivån, för dem som lämnade den.' },
    'ladder-managers': {
      name: 'Tid hos cheferna',
      definition: 'Mediandagar på nivån, för dem som lämnade den.',
    },
    'ladder-council': {
      name: 'Tid hos Inköpsrådet',
      definition: 'Mediandagar på nivån, för dem som lämnade den.',
    },
    'ladder-decision': {
      name: 'Tid till beslut',
      definition: 'Mediandagar på nivån, för dem som lämnade den.',
    },
  },
  target: (of) => ({
    name: `Måluppfyllelse: ${of}`,
    definition: 'Utfallet delat med målet för exakt samma period.',
  }),
  noValue: {
    'nothing-in-the-period': 'Inget att räkna på i perioden',
    'not-calculable': 'Ingen av dem är beräknad',
    'no-target': 'Inget mål för perioden',
    'no-log': 'Ingen har noterat tid',
    'no-rate': 'Ingen timkostnad är beslutad',
    'no-realised': 'Inget utfall med gammalt pris att jämföra med',
    'enabled-not-positive': 'Den möjliggjorda besparingen är inte över 0',
    'attribution-unknown': 'Ingen har angett vad besparingen kommer av',
    'nobody-asked': 'Ingen enhet har svarat eller fått sin tid ute',
    'not-stated': 'Ingen har angett det',
    'not-counted-yet': 'Ingen har beräknat den än',
    'value-unknown': 'Värdet är inte känt',
    'not-assessed': 'Ingen har bedömt om de gick att samordna',
    'joint-target': 'Målet gäller regionerna och alla kategorier tillsammans',
    'no-invoice': 'Inget fakturerat utfall i perioden',
  },
  excluded: {
    'direct-award': 'direktupphandlingar',
    'call-off': 'avrop',
    extension: 'förlängningar',
    external: 'via annan samverkan',
    cancelled: 'avbrutna',
    postponed: 'uppskjutna',
    'not-assessed': 'inte bedömda',
    'value-unknown': 'utan känt värde',
    'not-calculable': 'går inte att beräkna',
    'calculability-unknown': 'inte beräknade än',
    'no-log': 'utan noterad tid',
    'attribution-unknown': 'med okänt ursprung',
    'no-realised': 'utan gammalt pris',
    'not-due': 'med tid kvar att svara',
    'not-stated': 'utan uppgift',
    'other-region': 'beror på en annan regions beslut',
    'not-counted-yet': 'inte beräknade än',
    'no-rate': 'med tid men utan beslutad timkostnad',
    'no-invoice': 'utan fakturerat utfall',
    'partly-realised': 'delvis utan gammalt pris',
  },
  units: {
    share: '%',
    count: 'st',
    SEK: 'kr',
    days: 'dagar',
    hours: 'timmar',
    'per-contract': 'per avtal',
    rating: 'av 5',
    factor: '',
  },
  forecast: 'Prognos',
};
