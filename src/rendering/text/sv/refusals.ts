import type { RefusalCode } from '#domain/coordination/refusal.ts';

/** What was refused, and what to do next. */
export const refusals = {
  'unknown-item': 'Upphandlingen finns inte i planen. Skriv ”planen” för att se dem som finns.',
  'unknown-person': 'Du finns inte i katalogen än. Be er administratör lägga till dig.',
  'not-allowed': 'Din roll får inte göra det här. Skriv ”hjälp” för att se vad du kan göra.',
  'people-only': 'Det här måste en människa göra själv, i Teams.',
  'not-possible-now': 'Det går inte i det läge som upphandlingen är i nu. Kortet visar vad som går.',
  'already-registered': 'Det här är redan registrerat. Du behöver inte göra något mer.',
  'round-closed': 'Frågan är stängd. Kontakta upphandlaren om du vill ändra något.',
  'old-card': 'Kortet var gammalt. Här är det nya: läs det och svara igen.',
  'item-locked': 'Upphandlingen är låst, så svaret kan inte ändras. Kontakta upphandlaren.',
  'unit-not-asked':
    'Enheten är inte tillfrågad om den här upphandlingen. Kontakta upphandlaren om den borde vara med.',
  'not-your-unit': 'Du kan inte svara för den enheten. Be dess chef eller chefens ersättare att svara.',
  'deadline-in-the-past': 'Dagen har redan varit. Välj en dag längre fram.',
  'nobody-to-ask':
    'Det finns ingen att fråga. Se till att enheterna har en chef i katalogen och försök igen.',
  'round-already-open': 'Enheterna är redan tillfrågade. Öppna upphandlingen för att se svaren.',
  'text-missing': 'Texten saknas. Skriv någon mening och skicka igen.',
  'text-too-long': 'Texten är för lång. Korta den till högst 2000 tecken och skicka igen.',
  'number-unreadable':
    'Vi förstod inte siffran. Skriv till exempel 1 200 000 eller 1,2 mnkr och skicka igen.',
  'date-unreadable': 'Vi förstod inte datumet. Välj ett i kalendern eller skriv till exempel 2026-12-04.',
  'date-in-the-future': 'Dagen har inte varit än. Välj dagen då organet beslutade.',
  'no-objection': 'Enheten har ingen invändning längre. Öppna kortet igen för att se läget.',
  'no-open-solution': 'Det finns inget förslag att svara på. Upphandlaren kan lägga ett nytt.',
  'solution-already-open': 'Ett förslag väntar redan på enhetens svar. Vänta tills enheten har svarat.',
  'no-more-time-requested': 'Enheten har inte bett om mer tid, eller har redan fått svar.',
  'not-a-colleague': 'Välj någon annan i din egen region. Bara kolleger där kan svara för enheten.',
  'not-an-officer': 'Ansvarig måste vara upphandlare. Välj någon i listan.',
  'owner-has-conflict':
    'Den personen har anmält jäv i ärendet och kan inte ansvara för det. Välj någon annan.',
  'hours-unreadable': 'Skriv antalet timmar som en siffra, mellan 1 och 2000, och skicka igen.',
  'no-evidence': 'Enheten har inte lämnat något underlag än. Be om det, eller vänta tills det kommer.',
  'concern-nobody': 'Den mottagaren finns inte. Välj en annan i listan.',
  'concern-not-delivered':
    'Meddelandet gick inte fram, och inget är sparat. Välj en annan mottagare eller ring.',
  'concern-uncertain':
    'Vi vet inte om meddelandet kom fram, och inget är sparat. Fråga personen innan du skickar igen.',
  'not-escalated': 'Ärendet är inte lyft. Öppna upphandlingen för att se läget.',
  'already-at-council': 'Ärendet ligger redan hos Inköpsrådet. Vänta på rådets ställningstagande.',
  'council-has-clock':
    'Inköpsrådet har en tidsgräns. När den går ut går ärendet vidare av sig självt; kortet visar när.',
  'not-at-council': 'Ärendet ligger inte hos Inköpsrådet nu. Öppna upphandlingen för att se läget.',
  'region-takes-no-part':
    'Ingen enhet i din region har fått frågan om den här upphandlingen. Ledamöterna från de regioner som deltar tar ställning.',
  'region-has-left':
    'Regionen har lämnat samordningen. Dess enheter får inga frågor och räknas inte längre; det som de behöver köper regionen själv.',
  'lead-region-has-left':
    'Regionen som skulle leda upphandlingen har lämnat samordningen. Läs in upphandlingen i en annan regions plan, eller avbryt den.',
  'left-region-undecided':
    'En region som har lämnat samordningen är kvar som part i det som är låst, och ingen får nu besluta för den. Be administratören föra in en beslutad rad som säger vem som gör det, och gå sedan vidare.',
  'declare-conflict-first': 'Svara först på om du är jävig. Sedan kan du gå vidare.',
  'has-conflict': 'Du har anmält jäv. Enligt lagen deltar du då inte i ärendet. Någon annan tar över.',
  'house-rule-abstain':
    'Din enhet har invänt eller du äger ärendet. Då avstår man enligt rådets egen ordning. Det är inte jäv enligt lagen: du får vara med, men tar inte ställning.',
  'not-for-decision': 'Ärendet är inte framme vid den som avgör. Öppna upphandlingen för att se läget.',
  'no-mandate': 'Du har inte mandat för det här. Skriv ”vem beslutar” för att se vem som har det.',
  'already-decided': 'Det är redan avgjort. Öppna upphandlingen för att se utfallet.',
  'no-urgent-mandate':
    'Ingen har fått i uppdrag att besluta när det brådskar (KL 6:39). Beslutet väntar på organets sammanträde.',
  'deviation-without-end': 'Ett avsteg gäller för en viss tid. Välj sista dagen och skicka igen.',
  'deviation-too-long': 'Ett avsteg kan gälla i högst fyra år. Välj en tidigare dag och skicka igen.',
  'deviation-stands':
    'Avsteget gäller fortfarande. Fråga på nytt när det har löpt ut, eller låt den som beslutade ändra beslutet.',
  'not-prepared':
    'Ärendet måste vara berett först. Fyll i när och i vilken paragraf, före dagen för beslutet.',
  'nothing-to-report':
    'Det finns inget beslut att anmäla till organet den dagen. Öppna anmälningslistan igen.',
  'objections-open': 'Det finns invändningar kvar. Lös dem eller lyft ärendet först.',
  'units-silent': 'Det finns enheter som inte har svarat. Fråga dem igen eller lyft ärendet först.',
  'not-ready-to-lock': 'Det går inte att låsa än. Alla svar måste vara inne och alla invändningar avgjorda.',
  'late-region-takes-part':
    'Upphandlingen är låst. Din region är med: enheten kan ändå avropa inom regionens takvärde. Räcker taket inte, kontakta upphandlaren: högre tak kräver ett beslut att ändra avtalet.',
  'late-region-outside':
    'Upphandlingen är låst och din region är inte med; ingen region kan läggas till nu. Kontakta upphandlaren om en egen upphandling.',
  'authorisation-missing':
    'Fullmakten från en deltagande region saknas. Registrera den med datum och diarienummer, och lås sedan.',
  'ceiling-missing':
    'En deltagande region har varken takvärde eller takvolym. Ange takvärdet under Nästa steg, och lås sedan.',
  'ceiling-stands':
    'Regionen har redan ett värde från sina enheter, eller deltar inte. Be enheterna ändra sina svar om värdet är fel.',
  'ceiling-not-raised':
    'Det nya taket måste vara högre än det som gäller. Skriv ett högre värde, eller lämna fältet tomt. Ett tak i antal får inget värde den här vägen.',
  'modification-empty': 'Skriv ett nytt tak eller en ny sista dag. Det är det som ändringen gäller.',
  'modification-not-proposed':
    'Ingen ändring av avtalet väntar. Upphandlaren föreslår en först, med stöd i lagen, och sedan beslutas den.',
  'option-covers':
    'Avtalets optioner räcker till den dagen. Förläng avtalet i stället, det är ett eget beslut.',
  'buys-together':
    'Regionen köper tillsammans med de andra, så ett eget avtal kan inte registreras här. Välj en region som har avstått.',
  'authorisation-not-needed':
    'Den regionen behöver ingen fullmakt: den leder upphandlingen eller deltar inte. Välj en annan region.',
  'decision-missing':
    'Ett beslut som krävs finns inte i ärendet. Begär det, om det inte redan är begärt, och gå vidare när det är registrerat.',
  'nobody-may-decide':
    'Ingen rad i delegationsordningen passar, så ingen kan sägas besluta. Be administratören föra in raden som saknas.',
  'no-delegation-rows':
    'Delegationsordningen säger inget om det här beslutet än. Be administratören föra in raderna, och försök igen.',
  'preparation-missing':
    'Organets ärenden ska beredas först. Skriv dag och paragraf för styrelsens beredning, inte senare än beslutet.',
  'no-mandate-that-day':
    'Organet hade ingen beslutanderätt i frågan den dagen. Kontrollera datumet; stämmer det behövs ett beslut av det organ som hade rätten.',
  'adjusted-before-meeting':
    'Protokollet kan inte vara justerat före sammanträdet. Kontrollera de båda datumen i protokollet.',
  'decided-before-matter':
    'Beslutet är äldre än det som ska beslutas. Upphandlingen har ändrats eller gått vidare sedan dess: låt organet besluta på nytt och registrera det beslutet.',
  'minutes-on-file':
    'Den paragrafen är redan registrerad och har gjort sitt. Registrera det nya beslutet med sin egen paragraf.',
  'evaluators-missing':
    'Ange minst en utvärderare. Bara de får veta något om anbuden före tilldelningsbeslutet.',
  'not-an-evaluator': 'Bara de utsedda utvärderarna hanterar anbuden. Kontakta upphandlaren.',
  'evaluator-not-named': 'Den personen är inte utvärderare här. Ange någon av dem som är utsedda.',
  'evaluator-has-conflict': 'Den personen har anmält jäv i ärendet. Ange någon annan.',
  'stage-date-in-the-future': 'Dagen har inte varit än. Skriv dagen då det hände.',
  'stage-date-too-early': 'Dagen ligger före ett tidigare steg. Kontrollera datumet och skriv det igen.',
  'standstill-running':
    'Avtalsspärren löper än. Registrera avtalet när den är slut; kortet visar sista dagen.',
  'contract-ends-too-early':
    'Avtalet måste sluta efter att det tecknades, och optionerna inte före det. Kontrollera dagarna.',
  'no-such-option': 'Avtalets optioner räcker inte till den dagen. Välj en dag inom dem.',
  'option-contract-over':
    'Avtalet hade löpt ut den dagen, så optionen kunde inte användas. Användes den i tid, ange dagen då det skedde. Annars behövs en ny upphandling.',
  'option-too-late':
    'Sista dagen att använda optionen hade passerat. Användes den i tid, ange dagen då det skedde. Annars gäller avtalet till sin sista dag, och behovet efter det upphandlas på nytt.',
  'option-day-misplaced':
    'Sista dagen att använda optionen ska ligga inom avtalstiden, och avtalet ska ha en option. Kontrollera dagarna.',
  'documentation-incomplete':
    'Dokumentationen är inte klar. Markera den som klar när den är det, och avsluta sedan.',
  'personal-chat-only': 'Skriv det här i din egen chatt med Samordna, så att bara du ser svaret.',
  'bids-secret': 'Anbuden är hemliga tills tilldelningen är beslutad. Ange besparingen efter beslutet.',
  'procedure-unknown':
    'Planen säger inte vilket förfarande det är. Rätta planen eller annonseringen, och räkna sedan.',
  'saving-impossible':
    'Siffrorna går inte ihop. Se efter att inget fattas, att låg inte är högre än hög och att andelarna blir hela.',
  'too-many-lines': 'Det är för många rader. Slå ihop dem till högst 2000 och försök igen.',
  'nothing-to-validate': 'Det finns ingen besparing att validera. Den måste beräknas först.',
  'own-figure': 'Du har själv beräknat besparingen. Någon annan på ekonomi får validera den.',
  'ceiling-reached':
    'Avropet ryms inte under regionens tak. Mer kräver en ny upphandling eller ett beslut att ändra avtalet: kontakta upphandlaren, som kan begära det.',
  'contract-over': 'Avtalet har löpt ut. Det som behövs nu kräver en ny upphandling.',
  'no-contract-yet': 'Det finns inget avtal än. Ange det här när avtalet är tecknat.',
  'period-reversed': 'Perioden slutar innan den börjar. Rätta datumen och försök igen.',
  'periods-overlap':
    'En del av perioden är redan uppföljd. Börja dagen efter den förra, eller ange samma första dag.',
  'no-such-cost': 'Den tiden finns inte, eller är redan borttagen. Öppna upphandlingen för att se läget.',
  'effort-unreadable':
    'Skriv en tid, till exempel 2 h eller 45 min. En extern kostnad skrivs som ett belopp, till exempel 12 000 kr.',
  'cost-item-missing':
    'Vi ser tiden men inte vilken upphandling. Skriv den också, till exempel ”2 h möte om MT924”.',
  'lines-unreadable':
    'En rad gick inte att läsa. Skriv en rad per artikel, med semikolon mellan antal och priser.',
  'method-unreadable':
    'Metoden går inte att läsa. Skriv varukorg, förhandling eller marknadspris, samma på upphandlingens alla rader.',
  'row-with-others':
    'En annan rad för samma upphandling går inte att läsa, och den anges helt eller inte alls. Rätta den raden och läs in igen.',
  'range-unreadable':
    'Skriv en siffra, eller tre: den lägsta, den troliga och den högsta, till exempel 90–100–110.',
  'shares-over-hundred': 'Andelarna blir mer än hundra procent tillsammans. Minska någon och skicka igen.',
  'no-lesson-yet': 'Upphandlingen har ingen erfarenhetsåterföring än.',
  'wrong-authority': 'Det här hör till den andra regionens diarium. Be dess registrator göra det.',
  'registry-number-malformed':
    'Diarienumret går inte att läsa. Skriv det som i diariet, till exempel RS 2026-0123.',
  'number-of-former-body':
    'Det numret hör till nämnden som har upphört. Ge ärendet ett nytt nummer i den egna myndighetens diarium.',
  'registered-otherwise':
    'Ärendet har redan ett annat diarienummer. Öppna ärendet för att se det; ska det rättas gör administratören det.',
  'no-texts-there': 'Där finns ingen text att gallra. Öppna handlingen för att se numren på raderna.',
  'copies-not-named':
    'Samma text står på fler rader. Gäller gallringsbeslutet den där också, ange de raderna tillsammans med de andra.',
  'other-authority-decides':
    'Er myndighet har redan beslutat om detta. Texten är kvar tills den andra myndigheten också har beslutat: be dess registrator.',
  'no-cut-off':
    'Delårets sista dag är inte beslutad, eller så är två beslutade. Be administratören rätta reglerna, eller namnge en annan period.',
  'too-few-to-show':
    'Besparingen vilar på så få upphandlingar att den skulle visa vad anbuden i en av dem var. Fråga för ett helt år eller båda regionerna.',
  'rules-row-unknown': 'En av raderna finns inte bland reglerna. Välj bland dem som står här.',
  'rules-row-decided': 'En av raderna är redan beslutad. Välj bland dem som står här.',
  'rules-rows-missing': 'Välj minst en rad som beslutet gäller.',
  'rules-version-taken': 'Reglerna heter redan så. Ge dem ett nytt namn, det står sedan på varje beslut.',
  'unreadable-card': 'Vi kunde inte läsa det du skickade. Öppna kortet på nytt och försök igen.',
  busy: 'Någon annan ändrade samtidigt. Försök igen om en liten stund.',
} as const satisfies Record<RefusalCode, string>;
