import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { fold } from '#words/text.ts';
import { withoutPoliteness } from './function-words.ts';
import { findPeriod } from './periods/find.ts';
import { type AskedReport, askedReport } from './report-requests.ts';
import type { Understander } from './understand.ts';

/** What is done about one item by its own card; a conflict of interest is anybody's to say. */
type AboutItem = 'next-step' | 'memo' | 'correct' | 'conflict' | 'assess';

/** What an officer tells the bot to do, as against what anybody asks it. */
export type OfficerRequest =
  | {
      readonly kind: 'ask-units';
      /** Absent when none, or several (`choices`), fit. */
      readonly item?: ItemId;
      readonly choices: readonly ItemId[];
      /** As said, also when it has passed: the caller refuses. */
      readonly deadline?: PlainDate;
      /** What stood where a deadline should, but is no day: "31 februari". */
      readonly unreadable?: string;
    }
  | { readonly kind: 'show-plan' }
  /** The council's meetings, and what a body is to be told. */
  | { readonly kind: 'agenda' | 'minutes' | 'reporting' }
  /** A registrar's queue, and an administrator's rows that wait to be decided. */
  | { readonly kind: 'registry' | 'rules' }
  /** The internal control: what could be coordinated and was not. */
  | { readonly kind: 'control' }
  /** An item's next step, the draft for the body that is to decide, its facts to correct, a conflict to declare; `item` as for the units. */
  | {
      readonly kind: AboutItem;
      readonly item?: ItemId;
      readonly choices: readonly ItemId[];
    }
  /** A report for the boards; without a period, the one that is usual for its kind. */
  | AskedReport
  | { readonly kind: 'time' };

export interface RequestContext {
  readonly today: PlainDate;
  readonly language: Language;
  readonly understanding: Understander;
}

const PLAN =
  /^(?:(?:visa|oppna|se|lista|oppna upp|show|open|display|see|view|list) )?(?:hela |the (?:whole |full )?|var )?(?:upphandlingsplan(?:en)?|planen|plan|procurement plan)$/;
const TIME =
  /^(?:tid|tiden|klockan|klocka|time|the time|clock|the clock|demotid(?:en)?|demo ?time|vad ar klockan|hur mycket ar klockan|what time is it|whats the time|(?:visa|show|andra|change|stall|set)(?: the)? (?:tiden|klockan|time|clock))$/;
const REGISTRY =
  /^(?:(?:vad|vilka(?: arenden)?|vilket(?: arende)?) (?:ar|har) (?:inte|ej|annu inte)(?: annu| blivit)? (?:diarieforda|diarieforts|diariefort)|(?:vad|vilka arenden|finns det nagot) (?:ska|som ska|behover|vantar pa att|att)(?: jag)? (?:diarieforas|bli diariefort|diariefora)|(?:visa |oppna )?(?:diariet|diariekon|diarieforing(?:en)?|att diariefora)|what (?:is|has)(?: not|nt|n't) (?:yet )?(?:been )?(?:yet )?registered(?: yet)?|what (?:is there )?to register|(?:show |open )?(?:the )?(?:registry|registration) queue)$/;
const RULES =
  /^(?:(?:vilka|vad for) (?:regler|rader)(?: i styrningen)? (?:vantar(?: pa beslut)?|galler inte(?: an)?|ar (?:inte|ej) beslutade(?: an)?)|(?:visa |oppna )?(?:styrning(?:en)?|regler(?:na)?(?: som vantar(?: pa beslut)?)?|regelverk(?:et)?)|which (?:rules|rows)(?: of the governance)? (?:wait(?: to be decided)?|await(?: a decision)?|are waiting|do not bind(?: yet)?|are not in force(?: yet)?|are not decided(?: yet)?)|(?:show |open )?(?:the )?(?:governance|rules(?: that wait(?: to be decided)?)?))$/;
const CONTROL =
  /^(?:(?:visa|oppna|show|open) )?(?:the )?(?:kontrollpunkt(?:en)?|intern(?:a)? kontroll(?:en)?|internkontroll(?:en)?|control point|internal control)$/;
const SHOW = '^(?:(?:visa|oppna|se|skriv|ge mig|show|open|see|view|give me) )?(?:the |vart |our )?';
const OF_COUNCIL =
  '(?: (?:for|till|fran|i|of|for|from|to) (?:(?:det |the )?(?:nasta |senaste |next |last )?(?:inkops)?(?:radet|rad(?:s)?motet?|motet|mote|procurement council|council(?: meeting)?|meeting))(?:s mote)?)?$';
const DOCUMENTS: readonly (readonly [RegExp, 'agenda' | 'minutes' | 'reporting'])[] = [
  [
    new RegExp(
      `${SHOW}(?:(?:inkops)?radets |councils? )?(?:dagordning(?:en)?|foredragningslista(?:n)?|agenda(?:n)?)${OF_COUNCIL}`,
    ),
    'agenda',
  ],
  [
    new RegExp(
      `${SHOW}(?:(?:inkops)?radets |councils? )?(?:minnesanteckning(?:ar|arna)?|motesanteckning(?:ar|arna)?|minutes)${OF_COUNCIL}`,
    ),
    'minutes',
  ],
  [
    new RegExp(
      `${SHOW}(?:(?:[a-z]+namndens|boards?) )?(?:anmalningslista(?:n)?|anmalningsarenden(?:a)?|reporting list|decisions to report)$`,
    ),
    'reporting',
  ],
];
const ABOUT_ITEM: readonly (readonly [RegExp, AboutItem])[] = [
  [
    /^(?:(?:jag )?(?:anmal|anmaler|anmala|har|declare|i have|i declare) )?(?:mitt |an? |my )?(?:jav(?:sanmalan|sdeklaration)?|conflict(?: of interest)?)(?: (?:for|i|om|pa|vid|in|on|about|with))? (?=\S)/,
    'conflict',
  ],
  [
    /^(?:(?:gor |skriv |oppna |make |write |open )?(?:an? |en )?(?:samordningsbedomning|coordination assessment|bedomning)(?:en)?(?: (?:av|for|om|of|on))?|bedom(?: samordning(?:en)?(?: (?:av|for|i))?)?|assess(?: (?:the )?coordination(?: of)?)?) (?=\S)/,
    'assess',
  ],
  [
    /^(?:ratta|korrigera|correct|amend)(?! .*\b(?:svar\w*|answers?)\b) (?:uppgifterna (?:for|i|om|pa) |the facts (?:of|on|for) )?(?=\S)/,
    'correct',
  ],
  [
    /^(?:(?:visa|oppna|vad ar|vilket ar|show|open|what is|whats|what's) )?(?:the |mitt |my )?(?:nasta steg(?:et)?|next step)(?: (?:i|for|med|pa|in|of|on|with))? (?=\S)/,
    'next-step',
  ],
  [
    /^(?:(?:visa|oppna|skriv|gor|ge mig|show|open|write|draft|give me) )?(?:an? |the |en |ett )?(?:(?:utkast(?:et)?|draft) (?:till|av|for|of) (?:en |an? |the )?)?(?:tjansteskrivelse(?:n)?|(?:official )?memo(?:randum)?)(?: (?:for|om|i|till|about|of|on|to))? (?=\S)/,
    'memo',
  ],
];
const UNITS =
  '(?:(?:alla |samtliga |the |all |all the |bada regionernas )?(?:enheter(?:na)?|enhetschefer(?:na)?|chefer(?:na)?|verksamheter(?:na)?|units?|managers|unit managers|everyone|everybody|alla))';
const ROUND =
  '(?:(?:en |ny |en ny |ett |a |a new |the |new )?(?:samordnings?)?(?:coordination )?(?:forfragan|forfragningar|fraga|frageomgang|runda|omgang|requests?|round|question|kort|cards?))';
const ASK = new RegExp(
  `^(?:${[
    `(?:fraga|tillfraga|horfor|hor med|kolla med|stam av med|be|ask|query|check with) ${UNITS}`,
    `(?:skicka|skicka ut|sand|sand ut|starta|oppna|inled|gor|send|send out|start|open|launch|issue|begin) ${ROUND}(?: (?:till|to) ${UNITS})?`,
    `(?:skicka|skicka ut|sand ut|send|send out)(?= .+ (?:till|to) ${UNITS})`,
  ].join(
    '|',
  )})(?: (?:svara|answer|att svara|to answer|to reply))?(?: (?:om|pa|for|gallande|angaende|kring|betraffande|av|about|on|regarding|concerning|of))?(?= |$)`,
);
const TO_UNITS = new RegExp(` (?:till|to) ${UNITS}(?![a-z])`);
/** What a deadline begins with; the last of them counts, since titles say "till" too. */
const DEADLINE =
  /,? ?(?<![\p{L}])(?:(?:och |and |med |with |de ska |they should )*(?:(?:vill ha |ha |fa |get )?(?:svar|svara|svarar|answers?|reply|replies|deadline|svarstid|sista (?:svars)?dag|due)(?: (?:ar|is|are))?:? )?(?:senast|till och med|till|fore|innan|inom|by|before|until|no later than|within|due|on|den|pa)|deadline|svarstid|sista svarsdag|due(?: date)?)(?: (?:ar|is))?:? (?=[\p{L}\d])/gu;
const DAYLIKE = /\d|dag$|day$|veck|week|manad|month/;

const plainly = (text: string): string =>
  withoutPoliteness(
    fold(text)
      .replace(/[!?]+|\.(?= |$)/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  )
    .replace(
      /^(?:(?:hej|hello|hi|snalla|please|jag vill|i want to|i would like to|vi vill|we want to|kan du|can you|could you|kan vi|can we|nu|ok|okej) )+/,
      '',
    )
    .replace(/ (?:tack|thanks|please|snalla)$/, '')
    .trim();

/** "om MT924 till 4 december" → the object, and the day or what stood in its place. */
const parted = (
  rest: string,
  today: PlainDate,
): { readonly object: string; readonly deadline?: PlainDate; readonly unreadable?: string } => {
  for (const begin of [...rest.matchAll(DEADLINE)].reverse()) {
    const object = rest.slice(0, begin.index);
    const tail = rest.slice(begin.index);
    const when = rest.slice(begin.index + begin[0].length);
    const day = findPeriod(tail, today, false);
    const leftOver = /\d\D{0,2}$/.test(tail.slice(0, day?.named[0]?.[0] ?? 0));
    if (day && !leftOver) return { object, deadline: day.period.to };
    if (DAYLIKE.test(when) && when.split(' ').length <= 4) return { object, unreadable: when };
  }
  const found = findPeriod(rest, today, false);
  const [first] = found?.named ?? [];
  return found && first ? { object: rest.slice(0, first[0]), deadline: found.period.to } : { object: rest };
};

/** A command in Swedish or English; null for a question, which `understand` reads. */
export const parseRequest = (text: string, context: RequestContext): OfficerRequest | null => {
  const plain = plainly(text);
  if (PLAN.test(plain)) return { kind: 'show-plan' };
  const report = askedReport(plain, context);
  if (report) return report;
  if (TIME.test(plain)) return { kind: 'time' };
  if (REGISTRY.test(plain)) return { kind: 'registry' };
  if (CONTROL.test(plain)) return { kind: 'control' };
  if (RULES.test(plain)) return { kind: 'rules' };
  const document = DOCUMENTS.find(([pattern]) => pattern.test(plain));
  if (document) return { kind: document[1] };
  for (const [pattern, kind] of ABOUT_ITEM) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const object = plain.slice(found[0].length);
    const { query, choices } = context.understanding.understand(`status ${object}`, context);
    return { kind, ...(query.item ? { item: query.item } : {}), choices: query.item ? [] : choices };
  }
  const ask = ASK.exec(plain);
  if (!ask) return null;
  const rest = plain.slice(ask[0].length).replace(TO_UNITS, '').trim();
  const { object, deadline, unreadable } = parted(rest, context.today);
  const { query, choices } = context.understanding.understand(`status ${object}`, context);
  return {
    kind: 'ask-units',
    ...(query.item ? { item: query.item } : {}),
    choices: query.item ? [] : choices,
    ...(deadline ? { deadline } : {}),
    ...(unreadable ? { unreadable } : {}),
  };
};
