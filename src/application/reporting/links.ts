import { instantOf } from '#domain/shared/calendar.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Clock } from '../clock.ts';
import { allDocuments } from '../paging.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { ReportRequest } from './report.ts';

/** The evidence of the internal control, as somebody asked for it. */
export interface ControlRequest extends Pick<ReportRequest, 'period' | 'region' | 'category'> {
  readonly kind: 'control';
}
export type LinkedRequest = ReportRequest | ControlRequest;

/** How long a link holds: long enough to read and print, too short to be found in a forwarded message. */
const HOLDS_MS = 30 * 60_000;
const PREFIX = 'report-';

/** What a link opens, and for whom it was made. The report is counted anew whenever it is opened. */
export interface ReportLink {
  readonly person: PersonId;
  readonly request: LinkedRequest;
  readonly language: Language;
  readonly until: Instant;
}

export interface ReportLinks {
  /** A token that nobody guesses; the person's lapsed ones are forgotten. */
  issue(link: Omit<ReportLink, 'until'>): Promise<string>;
  /** Null once it has lapsed, and for what never was one. */
  open(token: string): Promise<ReportLink | null>;
}

/** By the machine's clock: a demo's may be moved by weeks. */
export const createReportLinks = (
  store: DocumentStore,
  { machineClock, salt }: { readonly machineClock: Clock; readonly salt: () => string },
): ReportLinks => ({
  issue: async ({ person, request, language }) => {
    const now = machineClock.now();
    const drafts = allDocuments<ReportLink>(store, { kind: 'draft', where: { person } });
    for await (const { id, body } of drafts) {
      if (id.startsWith(PREFIX) && body.until <= now) await store.remove('draft', id);
    }
    // Twice what a salt has: what opens a report is not to be guessed in any number of attempts.
    const token = `${salt()}${salt()}`;
    const until = instantOf(Date.parse(now) + HOLDS_MS);
    const body: ReportLink = { person, request, language, until };
    await store.put({ kind: 'draft', id: `${PREFIX}${token}`, index: { person }, body }, null);
    return token;
  },
  open: async (token) => {
    if (!/^[\w-]{20,200}$/.test(token)) return null;
    const body = (await store.get<ReportLink>('draft', `${PREFIX}${token}`))?.body;
    return body && machineClock.now() < body.until ? body : null;
  },
});

/** Makes a link to what somebody may read: the address of each of its files; null where no address leads to the server. */
export type Linking = (link: Omit<ReportLink, 'until'>) => Promise<((file: string) => string) | null>;

export const createLinking =
  (links: ReportLinks, base: () => string | null): Linking =>
  async (link) => {
    const address = base();
    if (address === null) return null;
    const token = await links.issue(link);
    return (file) => `${address}/report/${token}/${file}`;
  };
