import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseEvent } from '../coordination/events.ts';

/**
 * One event as it stands in a case's record. The chain runs over ids and facts; free text and names stand in it only as
 * salted digests, so that a lawful removal (gallring) of a text leaves the chain whole.
 */
export interface HistoryEntry {
  /** 1 for the first. */
  readonly seq: number;
  readonly event: CaseEvent;
  /** The role in which the person acted, where one gave the right. */
  readonly role?: string;
  /** Version of the governance in force. */
  readonly ruleVersion: string;
  /** Random, so that a short text cannot be guessed from its digest. */
  readonly salt: string;
  /** Of each free text and name in the event. */
  readonly digests: Readonly<Record<string, string>>;
  /** Hash of the entry before, or of nothing. */
  readonly prev: string;
  readonly hash: string;
}

export const GENESIS = '0'.repeat(64);
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Item facts in which a plan may name people. */
const PERSONAL_FACTS = ['responsible', 'description'] as const;

const digestsOf = (
  salt: string,
  texts: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, sha256(`${salt}:${key}:${text}`)]],
    ),
  );

/** The texts of an event, by a name of their own each. */
const textsOf = (event: CaseEvent): Record<string, string | undefined> => {
  if (event.texts === undefined && event.type !== 'item-imported' && event.type !== 'item-revised') return {};
  const own = Object.fromEntries(
    Object.entries(event.texts ?? {}).map(([key, text]) => [`texts.${key}`, text]),
  );
  if (event.type !== 'item-imported' && event.type !== 'item-revised') return own;
  const personal = PERSONAL_FACTS.map((fact) => [`item.${fact}`, event.item[fact]]);
  return { ...own, ...Object.fromEntries(personal) };
};

const factsOf = (event: CaseEvent): unknown => {
  const { texts: _, removed: _names, ...facts } = event;
  if (facts.type !== 'item-imported' && facts.type !== 'item-revised') return facts;
  const { responsible: _name, description: _text, ...item } = facts.item;
  return { ...facts, item };
};

const hashOf = ({ seq, role, ruleVersion, prev, event, digests }: Omit<HistoryEntry, 'hash'>): string =>
  sha256(
    canonicalize({ seq, ...(role ? { role } : {}), ruleVersion, prev, digests, event: factsOf(event) }) ?? '',
  );

/** The texts that are (still) there. */
export const hasTexts = ({ event }: HistoryEntry): boolean =>
  Object.values(textsOf(event)).some((text) => text !== undefined);

/**
 * The entry without its texts; the salt goes too, so that a short text cannot be guessed from the digest that stays.
 * Which texts there were stays: that an objection had evidence is a fact, whatever the evidence said.
 */
export const strip = ({ event, ...entry }: HistoryEntry): HistoryEntry => {
  const { texts, ...bare } = event;
  const facts: CaseEvent = texts ? { ...bare, removed: Object.keys(texts).sort() } : bare;
  if (facts.type !== 'item-imported' && facts.type !== 'item-revised') {
    return { ...entry, event: facts, salt: '' };
  }
  const { responsible: _name, description: _text, ...item } = facts.item;
  return { ...entry, event: { ...facts, item }, salt: '' };
};

/** Digested texts that are not there any more. */
export const textsGone = (entry: HistoryEntry): boolean => {
  const there = textsOf(entry.event);
  return Object.keys(entry.digests).some((key) => there[key] === undefined);
};

/**
 * A text that is still there must be the one that was digested; one that was removed leaves its digest, and is not named
 * as removed without one.
 */
const textsHold = ({ salt, event, digests }: HistoryEntry): boolean =>
  Object.entries(digestsOf(salt, textsOf(event))).every(([key, digest]) => digests[key] === digest) &&
  (event.removed ?? []).every(
    (key) => digests[`texts.${key}`] !== undefined && event.texts?.[key] === undefined,
  );

const isOfItem = ({ type }: CaseEvent): boolean => type === 'item-imported' || type === 'item-revised';
/** Drawn up by the system from words that stand in other entries: the members' decision has the proposal's or a position's. */
const isDrawnUp = (event: CaseEvent): boolean => event.type === 'decided' && event.members !== undefined;

/**
 * Whether two entries hold the same text as copies of each other: a revision carries what the plan said before, the
 * members' decision the words that it rests on, and a person who says a thing anew mostly says it in the same words.
 * The same words by two people are no copy. How many tenders came is no text.
 */
export const holdsCopy = ({ event: one }: HistoryEntry, { event: other }: HistoryEntry): boolean => {
  if (one.type === 'tenders-noted' || other.type === 'tenders-noted') return false;
  const related =
    one.by === other.by || (isOfItem(one) && isOfItem(other)) || isDrawnUp(one) || isDrawnUp(other);
  if (!related) return false;
  const words = (event: CaseEvent) => Object.values(textsOf(event)).flatMap((text) => text?.trim() || []);
  const there = new Set(words(one));
  return words(other).some((text) => there.has(text));
};

/** Adds events to a record. `salt` gives a fresh random text for each. */
export const record = (
  history: readonly HistoryEntry[],
  events: readonly CaseEvent[],
  by: { readonly role?: string; readonly ruleVersion: string },
  salt: () => string,
): HistoryEntry[] => {
  let last = history.at(-1);
  return events.map((event) => {
    const grain = salt();
    const entry = {
      seq: (last?.seq ?? 0) + 1,
      event,
      ...(by.role ? { role: by.role } : {}),
      ruleVersion: by.ruleVersion,
      salt: grain,
      digests: digestsOf(grain, textsOf(event)),
      prev: last?.hash ?? GENESIS,
    };
    last = { ...entry, hash: hashOf(entry) };
    return last;
  });
};

/** The first entry at which the record cannot be what was written; `text`: the chain is whole, a text is another. */
export const breakIn = (
  history: readonly HistoryEntry[],
): { readonly entry: number; readonly why: 'chain' | 'text' } | null => {
  let prev = GENESIS;
  let seq = 0;
  for (const entry of history) {
    seq += 1;
    if (entry.seq !== seq || entry.prev !== prev || entry.hash !== hashOf(entry)) {
      return { entry: seq, why: 'chain' };
    }
    if (!textsHold(entry)) return { entry: seq, why: 'text' };
    prev = entry.hash;
  }
  return null;
};

/** The sequence number of the first entry that does not follow from those before it; null when the chain is whole. */
export const brokenAt = (history: readonly HistoryEntry[]): number | null => breakIn(history)?.entry ?? null;
