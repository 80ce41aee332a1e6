import type { PlainDate } from '#domain/shared/ids.ts';
import { fold } from '#words/text.ts';
import { findPeriod } from './periods/find.ts';

/** What anybody tells the bot about themselves. */
export type StaffRequest =
  /** Without `until`: a form asks for the day; `unreadable`: what stood where a day should. */
  | { readonly kind: 'away'; readonly until?: PlainDate; readonly unreadable?: string }
  | { readonly kind: 'back' }
  /** What troubles them stays unread here: a form asks for it. */
  | { readonly kind: 'concern' };

const LEAD = '(?:(?:hej|hello|hi|ok|okej) )?';
const AWAY = new RegExp(
  `^${LEAD}(?:(?:jag|i|im|i am|ill|i will) (?:(?:ar|kommer att vara|kommer vara|blir|har|be|am|have|will be|shall be) )?)?(?:pa |on |out of |taking )?(?:borta|franvarande|ledig|semester|tjanstledig|foraldraledig|foraldraledighet|bortrest|sjukskriven|tjansteresa|away|absent|off|off work|leave|holiday|vacation|the office|office|parental leave)(?= |$)`,
);
const ANY_ABSENCE = /^(?:min |my )?(?:franvaro|absence|out of office)$/;
const BACK = new RegExp(
  `^${LEAD}(?:jag ar|i am|im) (?:tillbaka|ater|back)(?: (?:nu|igen|now|again|pa jobbet|at work))*$`,
);
/** Anything that names the work environment as a trouble, or the word alone. */
const CONCERN =
  /^(?:(?:oro|orolig|oroad|problem|concern|worried|worry|risk)\b.*\b(?:arbetsmiljo\w*|work(?:ing)? environment)|(?:jag (?:ar|vill|kanner)|i (?:am|want|have)|im|anmal|rapportera|report|raise)\b.*\b(?:arbetsmiljo\w*|work(?:ing)? environment)|arbetsmiljo(?:n)?|work environment)\b/;
/** What stands before the last day. */
const UNTIL = / (?:till och med|t\.?o\.?m\.?|till|fram till|tills|until|till the|through|to|thru)(?= )/;

const plainly = (text: string): string =>
  fold(text)
    .replace(/['’]/g, '')
    .replace(/[!?,]+|\.(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** "jag är borta till 15 december" → the last day away, in Swedish or English; null for everything else. */
export const parseStaffRequest = (text: string, today: PlainDate): StaffRequest | null => {
  const plain = plainly(text);
  if (CONCERN.test(plain)) return { kind: 'concern' };
  if (BACK.test(plain)) return { kind: 'back' };
  if (ANY_ABSENCE.test(plain)) return { kind: 'away' };
  const away = AWAY.exec(plain);
  if (!away) return null;
  const rest = plain.slice(away[0].length);
  if (rest.trim() === '') return { kind: 'away' };
  const until = UNTIL.exec(rest);
  const tail = until ? rest.slice(until.index + until[0].length) : rest;
  const found = findPeriod(tail, today, false);
  // "31 februari" is no day, though its month is one.
  const leftOver = /\d/.test(tail.slice(0, found?.named[0]?.[0] ?? 0));
  if (found && !leftOver) return { kind: 'away', until: found.period.to };
  return until ? { kind: 'away', unreadable: tail.trim() } : null;
};
