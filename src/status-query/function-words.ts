const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Folded words that only Swedish has: a sign of the language, never a sign of an item. */
export const SWEDISH = words(`
  och eller att det den de dem detta denna dessa som ar var vara varit blir blev blivit bli har hade haft ha jag mig mej min mitt mina vi
  oss vart vara vår du dig din ditt dina ni er ert era han hon dom deras dess sig sin sitt sina man en ett ej inte icke aldrig annu an
  redan fortfarande bara ocksa aven sa sadan hur vad vem vems vilka vilken vilket nar varfor varifran vart dar har hit dit nu da sen sedan
  innan fore efter under over mellan inom utan utom enligt angaende gallande avseende kring betraffande pa av till fran for med om ur vid hos i
  mot ut upp ner in fram tillbaka kan kunna kunde ska skall skulle vill ville maste bor borde far fick fatt ge ger gav
  gett ta tar tog tagit gor gora gjorde gjort ga gar gick gatt kom kommer kommit ser se sett sag saga sager sa sagt vet veta visste tror
  finns fanns lista visa visar beratta hjalp hjalpa tack snalla garna mycket manga mer mest fler flest nagon nagot nagra ingen inget inga alla allt
  allting hela varje annan annat andra sista forsta nasta forra senaste just ju val nog alltsa liksom typ hej hejsan hallo halla tjena tja tjenare
  morgon kvall dag god godmorgon lage laget nulage status hander hande hant svarat svara svarar svar saknas besvarat vantar vanta enhet
  enheter enheterna enhetens region regionen regionerna regionerna bada ihop tillsammans upphandling upphandlingar upphandlingen upphandlingarna
  upphandlingens inkop inkopen avtal avtalet avtalen arende arenden arendet kort kortet korten fragan fraga fragor forfragan forfragningar forfragningen meddelande meddelandet
  beslut beslutet besluta beslutar beslutat avsteg undantag invandning invandningar invandningarna nej ja procent andel andelen mal malet malen
  kostar kostnad kostnader kostat timmar sparat spara sparar besparing besparingar lardom lardomar lart larde lara samordna samordnad
  samordnade samordnas samordnat samordning samordningen radet fatta sagt igang langt ligger ligga star sta stod planen plan planerade planeras pagar startar
  undrar tanke gallande grej grejen saken igen alltid kanske verkligen egentligen faktiskt mvh halsningar blivit hor hort behover behovs kravs finnas
  hittills ar aret arets kvartal kvartalet halvar halvaret tertial tertialet manad manaden vecka veckan idag igar imorgon varen sommaren hosten vintern
  host vinter sommar somras varas hostas vintras denna nasta kommande senare tidigare snart kopa koper kopte gemensamt gemensamma skickat skickats skickade gang dags
  stor stort stora storst storre liten litet sma mindre minst lite lang kort ny nytt nya gammal gamla
  sak saker sakerna stallning vag vagen rolig roligt kul hjalpen hjalpt mar tid tiden samma fler nagonting ingenting ihopp pa vilkas varandra sjalv sjalva
  anledning varfor satt sagt ute inne kvar fel bra battre daligt pga bl a t ex dvs enl ang betr ok okej jaha jo fast tyvarr ursakta
`);

/** Folded words that only English has. */
export const ENGLISH = words(`
  the a an and or of to is are was were be been being have has had having do does did doing done i me my mine we us our ours you your
  he she they them their its it this that these those who whom whose which what when where why how not no never yet still already only also
  too so such than then there here now before after since until about regarding concerning on at by from with without within into onto over
  under between for up down out off can could will would shall should may might must get gets got gotten give gives gave given go goes going went
  gone come comes coming came see seen saw say says said know known think show shows list tell told help please thanks thank hello hi hey
  good morning many much more most some any anything anyone anybody everybody everyone everything someone something nobody none all every each
  other another last next first second current latest just really actually again always maybe hasnt havent isnt arent wasnt werent didnt
  doesnt dont cant wont whats hows wheres whos lets status answered answer answers replied reply replies responded respond response unit units region regions
  both together procurement procurements purchase purchases tender tenders contract contracts case cases card cards question questions
  request requests message messages decision decisions decide decides decided objection objections exception exceptions percent share target targets
  cost costs hours saved save saves savings saving lesson lessons learned learnt learn coordinate coordinated coordination council
  update progress happening happened happen year years quarter month week today yesterday tomorrow spring summer autumn fall winter half
  going allowed responsible wonder wondering like want wants wanted need needs needed wrong well far long late waiting wait missing pending
  open start starts starting started plan planned plans buy buys buying bought joint jointly sent send received receive deal stuff thing things
  pipeline agenda attention item items phase stage step everywhere somewhere money work working people person persons own same number close idea ideas
  sorry ok okay yes ever even if as in but because due per via im ive id youre weve theyre were quick quickly could possible look looking find
`);

/** Words of both languages that carry the question and not the item. */
export const NEUTRAL = words(`
  status info mt nr no id inkop team bot samordna chatt chat ok plan kpi log logg via etc person personal aktuell region regional
  mnkr mkr msek tkr kr sek miljoner miljon miljard million millions billion mn kronor crowns halla q1 q2 q3 q4 h1 h2 t1 t2 t3 kv tertial
  inkopsradet fullmaktige regionfullmaktige styrelsen regionstyrelsen namnden inkopsnamnden
`);

/** Beginnings of words that belong to questions about procurement in general. */
const ASKING =
  /^(?:upphandl(?!ings?[a-z]{5})|procure|samordn|coordinat|eskaler|escalat|avsteg|deviat|exception|invand|object(?:ion|ed|ing|s$)|bespar|saving|lardom|lesson|learn|besvar|obesvar|svar(?:at|ar|en|et|s|$)|unanswer|beslut|decision|decid|godkan|approv|skicka|deliver(?:ed|y)|levererats|levererad|paminn(?!else)|remind|forfrag|meddeland|utskick|histor|kandidat|candidat|delegation|mandat|tillstyrk|avstyrk|status|uppdater|planer|startar|annonser|ansvar(?:ig|ar)|respons|fullmaktig|namnd|handelse|happen|fragan|fragor|enhet(?:en|er|erna|s)?$|avtal(?:et|en|s)?$|arende|kostnad|kostar|timm|procent|percent|andel|target|eskalering|skriv(?:it|a|er|s)$|underteckn|pamin+elsen?(?:r|rna)?$|signera|sign(?:s|ed|ing)?$|lonar|vagra|motsatt|emot|tyst|silent|jamfor|borja|inled|genomfor|lyft(?:a|as|es|er|s|ts)$|raised$|advertis|tilldel|award|forlang|avslut|avbry|lopande|pagaende|aktuell|ongoing)/;

export const isAsking = (word: string): boolean =>
  SWEDISH.has(word) || ENGLISH.has(word) || NEUTRAL.has(word) || ASKING.test(word);

/** What people write to soften a question; it says nothing of the topic. */
const POLITE =
  /(?<![a-z0-9])(?:(?:kan|kunde|skulle|vill|har) (?:du|ni)(?: kunna)?(?: snalla)?(?: inte)? (?=visa|ge|beratta|saga|saja|lista|kolla|hjalpa|ta|plocka|forklara|se|hitta|sammanfatta|skicka)|(?:visa|ge|ger|beratta|berattar|sag|saga|saj|lista|skicka|hjalp|hjalpa|paminn|forklara)(?: for)? (?:mig|mej|oss)(?: med)?(?= \w)|(?:show|tell|give|send|let|help|remind|get|find) (?:me|us)(?: know)?(?: with)?|(?:can|could|would|will) you(?: please)?(?! do)|(?:kan|kunde|skulle) jag(?: kunna)? fa(?: veta| se)?|(?:can|could|may) i (?:get|see|have|ask)|jag (?:undrar|skulle vilja veta|vill veta|vill se|skulle behova veta|behover veta|vill ha|funderar pa|skulle vilja ha|skulle vilja se)|i (?:wonder|would like to know|want to know|want to see|need to know|would like to see|would like|was wondering|am wondering|need to see)|id like to (?:know|see)|do you know|vet du|sag|please|snalla|tack pa forhand|for mig|thanks in advance)(?![a-z0-9])/g;
export const withoutPoliteness = (words: string): string =>
  words.replace(POLITE, ' ').replace(/ +/g, ' ').trim();

const GREETING = words(`
  hej hejsan halla hallo tja tjena tjenare tjenixen tjabba hello hi hey hiya howdy god gott morgon kvall dag eftermiddag formiddag godmorgon goddag godkvall good morning
  afternoon evening day greetings halsningar yo moin morsning tjo there samordna bot team du alla pa er dig trevlig
`);
const GREETS =
  /^(?:hej|hejsan|hall|tja|tjen|tjab|hello|hi|hey|hiya|howdy|god|good|greetings|yo|moin|morsning|morgon|morning)/;
/** Only a greeting. */
export const isGreeting = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.length <= 6 &&
  GREETS.test(words[0] ?? '') &&
  words.every((word) => GREETING.has(word));

const THANKS =
  /^(?:ok(?:ej|ay)? |super |perfekt |perfect |toppen |great |jattebra |bra |fint |stort |hej |nej |ja |yes |no )*(?:tack|tackar|tusen tack|thanks|thank you|thx|ty|cheers|hejda|hej da|hej hej da|bye|goodbye|see you|vi ses|ha det|god natt|good night|natti|sov gott|trevlig helg|have a|great|perfekt|perfect|toppen|super|bra jobbat|bra|good job|well done|ok|okej|okay|kanon|jattebra|awesome|nice|fint|jag mar|how are you|hur mar du|hur ar laget|hur star det till|how are things|how do you do|whats up|laget|ja|nej|yes|no|lol|haha|god jul|gott nytt ar|jag alskar|i love|nevermind|glom det)(?![a-z])/;
/** Thanks, farewell, small talk: nothing asked. */
export const isSmallTalk = (text: string): boolean => THANKS.test(text);

/** Asks for something that is no procurement coordination. */
const ELSEWHERE =
  /(?<![a-z0-9])(?:vader\w*|vadret|weather|regna\w*|rain(?:ing|y|s)?|forecast|temperatur\w*|skamt\w*|rolig(?:t|a)? (?:historia|skamt)|funny|vits\w*|jokes?|recept|recipes?|lunch\w*|middag(?:en)?|dinner|fika\w*|pizza\w*|kaffe\w*|coffee|fotboll\w*|hockey\w*|ishockey|football|soccer|match(?:en|er)?|film\w*|movies?|song|poem|dikt(?:en|er)?|story|saga|aktie\w*|stocks?|bitcoin|lotto\w*|bokar?|book a|book me|reservera?|bestall\w*|order \w+|translate|translation|oversatt\w*|president\w*|statsminister\w*|prime minister|kung(?:en)?|huvudstad\w*|capital of|tagen?|train|flight|flyg(?:et)?|klockan|vad ar klockan|what time is|what day is|vilken dag|fodelsedag\w*|birthday|ring (?:upp|till|mig)|call (?:me|my|a)|skriv (?:en|ett|ihop)|write (?:a|an|me|some)|rakna ut|calculate|meaning of life|(?:do|are|have) you (?:like|love|married|human|real|happy|tired|feel\w*|eat|sing|dance)|(?:gillar|alskar) du|tycker du om|ar du (?:kar|gift|manniska|trott|glad)|meningen med livet|krya|sjukanmal\w*|vabb?a?|ledig(?:t|het)?|vacation|semesterlon|lon(?:en|ebesked)?|salary|payslip|bil(?:en)? till|parkera|parking spot|losenord\w*|passwords?|printer is|skrivaren? (?:ar|funkar|fungerar)|toalett\w*|toilet|hiss(?:en)? (?:ar|funkar|fungerar) (?:trasig|inte|sonder)|nyheter(?:na)?|the news|horoskop|horoscope|tv|radio|val(?:et)? vann|vem vann|who won|plus \d|gift|dejt|restaurang tips|restaurants? (?:near|in)|hotell? i|hotel in|play (?:some|a)|spela (?:en|ett|lite)|sing|sjung|dator(?:n)? (?:ar|startar)|wifi|vaxel numret|telefonnummer\w*|phone number|ordna (?:en|ett) (?:fest|mote)|mote(?:t|srum\w*)? (?:pa|med|kl)|meeting room|set (?:a|an) (?:alarm|timer|reminder))(?![a-z0-9])/;
/** Words that no other subject shares: with them, coffee is something to procure. */
export const PROCUREMENT =
  /(?<![a-z0-9])(?:\w*upphandl\w*|procure\w*|tenders?|ramavtal\w*|samordn\w*|coordinat\w*|forfragan|forfragning\w*|enhet(?:er|erna)|units?|inkopsrad\w*|council|avsteg\w*|eskaler\w*|escalat\w*|bespar\w*|savings)(?![a-z0-9])/;
export const isElsewhere = (text: string): boolean => ELSEWHERE.test(text) && !PROCUREMENT.test(text);
