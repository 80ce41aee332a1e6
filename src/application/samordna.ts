import { cpvLabel } from '#domain/shared/cpv.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { createRenderer } from '#rendering/render.ts';
import { type Addresses, createAddresses } from './addresses.ts';
import { type Cases, createCases } from './cases.ts';
import type { Clock, MovableClock } from './clock.ts';
import { type Answers, createAnswers } from './conversation/answers.ts';
import { type Asked, createAsking } from './conversation/asking.ts';
import { createCandidateCards } from './conversation/candidate-cards.ts';
import { createConversation } from './conversation/conversation.ts';
import { createFigureAnswers } from './conversation/figure-answers.ts';
import { createDelivering, type Delivering } from './delivering.ts';
import { createLessons, type Lessons } from './figures/lessons.ts';
import { listingOf } from './listing.ts';
import { createOutbox } from './outbox.ts';
import { createPeople, type People } from './people.ts';
import type { Outbox } from './ports/delivery.ts';
import type { DocumentStore } from './ports/documents.ts';
import type { CardSender, Conversation, SendResult } from './ports/teams.ts';
import { createPresenter, type Presenter } from './presenter.ts';
import { createProgress, type Progress } from './progress.ts';
import { createLinking, createReportLinks, type ReportLinks } from './reporting/links.ts';
import { createRounds, type Rounds } from './rounds.ts';
import { createRules, type Rules } from './rules.ts';
import { createTicker, type Ticker } from './ticking.ts';
import { understandingOf } from './understanding.ts';

export interface SamordnaOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly machineClock: Clock;
  /** A fresh random text: salts of the record, names of drafts. */
  readonly salt: () => string;
  /** Where the server is reached from outside; addresses of items begin with it. */
  readonly publicUrl?: string | null;
  /** Where people reach the server, once it listens; without it no report is led to from the chat. */
  readonly base?: () => string | null;
  /** Whether the server prints a report as a PDF: there is a browser on its machine. */
  readonly printsPdf?: boolean;
  /** The demo's clock, which its officer may move. */
  readonly demoClock?: MovableClock | null;
  /** Whether Teams asks for a card's fresh look when its reader sees it. */
  readonly refreshes?: boolean;
  /** After each commit that changed a case: the delivery worker has something to do. */
  readonly committed?: () => void;
  /** Sends a card to somebody at once, kept nowhere. */
  readonly sender?: CardSender;
  /** The machine's milliseconds between two looks at a push that is followed. */
  readonly progressMs?: number;
  /** Somebody can be reached who could not before. */
  readonly reached?: (person: PersonId) => Promise<void>;
}

/** Everything that Samordna can do, over one store and one clock; the edges drive it. */
export interface Samordna {
  readonly people: People;
  readonly rules: Rules;
  readonly addresses: Addresses;
  readonly cases: Cases;
  readonly rounds: Rounds;
  readonly presenter: Presenter;
  readonly lessons: Lessons;
  readonly answers: Answers;
  readonly ask: Asked;
  readonly outbox: Outbox;
  readonly delivering: Delivering;
  readonly ticker: Ticker;
  readonly conversation: Conversation;
  /** To be ended with the process. */
  readonly progress: Progress;
  readonly links: ReportLinks;
}

/** Where nothing can be sent at once, as at the command line. */
const nowhere = async (): Promise<SendResult> => ({ kind: 'unreachable', reason: 'no-conversation' });

export const createSamordna = (options: SamordnaOptions): Samordna => {
  const { store, clock, machineClock, salt, demoClock = null } = options;
  const people = createPeople(store);
  const rules = createRules(store, people.directory);
  const addresses = createAddresses(store);
  const cases = createCases({
    store,
    clock,
    rules,
    salt,
    ...(options.committed ? { committed: options.committed } : {}),
  });
  const listing = listingOf(store);
  const lessons = createLessons(store);
  const presenter = createPresenter({
    clock,
    people,
    rules,
    cases,
    lessons,
    addresses,
    renderView: createRenderer({ cpvLabel }),
    demo: demoClock !== null,
  });
  const refreshes = options.refreshes ?? false;
  const outbox = createOutbox({ store, people, presenter, addresses, machineClock, refreshes });
  const delivering = createDelivering({
    store,
    machineClock,
    expand: () => outbox.expand(Number.MAX_SAFE_INTEGER),
    nudge: options.committed ?? (() => {}),
  });
  const rounds = createRounds({ cases, people, rules, addresses, presenter, clock });
  const candidates = createCandidateCards(store, cases, presenter);
  const links = createReportLinks(store, { machineClock, salt });
  const base = options.base ?? (() => null);
  const linking = createLinking(links, base);
  const figures = createFigureAnswers({ store, cases, people, presenter, listing, lessons, linking });
  const answers = createAnswers(store, cases, presenter, candidates, listing, figures);
  const ticker = createTicker({ store, cases, rules, clock });
  const understanding = understandingOf(listing);
  const ask = createAsking({ understanding, answers, presenter });
  const sender = options.sender ?? { send: nowhere, update: nowhere };
  const { progressMs } = options;
  const progress = createProgress({
    store,
    presenter,
    addresses,
    sender,
    ...(progressMs === undefined ? {} : { everyMs: progressMs }),
  });
  const conversation = createConversation({
    store,
    people,
    rules,
    addresses,
    cases,
    presenter,
    rounds,
    answers,
    candidates,
    figures,
    lessons,
    ticker,
    delivering,
    understanding,
    publicUrl: options.publicUrl ?? null,
    linking,
    printsPdf: options.printsPdf ?? false,
    demoClock,
    salt,
    sendNow: sender.send,
    progress,
    reached: options.reached ?? (async () => {}),
  });
  return {
    people,
    rules,
    addresses,
    cases,
    rounds,
    presenter,
    lessons,
    answers,
    ask,
    outbox,
    delivering,
    ticker,
    conversation,
    progress,
    links,
  };
};
