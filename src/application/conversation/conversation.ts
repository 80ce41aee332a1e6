import type { Person } from '#domain/directory/person.ts';
import { dateOf, endOfDay } from '#domain/shared/calendar.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { carriedBy, carrying as carryingDelivery, returning, withButton } from '#rendering/carrying.ts';
import { parseAction } from '#rendering/parse-action.ts';
import { withTyped } from '#rendering/typed.ts';
import type { View } from '#rendering/views.ts';
import { keptOf } from '#status-query/known-words.ts';
import type { Addresses } from '../addresses.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import type { MovableClock } from '../clock.ts';
import { createConcernCards, type SendNow } from '../concerns.ts';
import type { Delivering } from '../delivering.ts';
import type { Lessons } from '../figures/lessons.ts';
import type { People } from '../people.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Conversation, Reply } from '../ports/teams.ts';
import type { Presenter } from '../presenter.ts';
import type { Progress } from '../progress.ts';
import { createQuestions } from '../questions.ts';
import type { Linking } from '../reporting/links.ts';
import type { Rounds } from '../rounds.ts';
import type { Rules } from '../rules.ts';
import type { Ticker } from '../ticking.ts';
import type { Understand } from '../understanding.ts';
import * as views from '../views/index.ts';
import { refusedView } from '../views/message.ts';
import { createAdoptingCards } from './adopting-cards.ts';
import type { Answers } from './answers.ts';
import { createAwayCards } from './away.ts';
import { createCallers } from './callers.ts';
import type { CandidateCards } from './candidate-cards.ts';
import { createDeliveryCards } from './deliveries.ts';
import { createDigestCards, together } from './digest.ts';
import type { FigureAnswers } from './figure-answers.ts';
import { createFileCards } from './files.ts';
import { languageFor } from './greeting.ts';
import { formAgain, isMendable } from './mending.ts';
import type { Pressed } from './pressed.ts';
import { createPressed } from './pressed.ts';
import { createReportCards } from './report-cards.ts';
import { createSharing } from './sharing.ts';
import { createTimeCards } from './time.ts';
import { createWritten, type PreviewRound } from './written.ts';

export interface ConversationOptions {
  readonly store: DocumentStore;
  readonly people: People;
  readonly rules: Rules;
  readonly addresses: Addresses;
  readonly cases: Cases;
  readonly presenter: Presenter;
  readonly rounds: Rounds;
  readonly answers: Answers;
  readonly candidates: CandidateCards;
  readonly figures: FigureAnswers;
  readonly lessons: Lessons;
  readonly ticker: Ticker;
  readonly delivering: Delivering;
  readonly understanding: () => Promise<Understand>;
  readonly demoClock: MovableClock | null;
  /** What a report is opened with from the chat. */
  readonly linking: Linking;
  readonly printsPdf: boolean;
  /** Where the server is reached: addresses of items begin with it. */
  readonly publicUrl?: string | null;
  readonly salt: () => string;
  readonly sendNow: SendNow;
  readonly progress: Pick<Progress, 'follow'>;
  /** Called when somebody can be reached who could not before. */
  readonly reached: (person: PersonId) => Promise<void>;
}

/** What the Teams edge drives: every person gets an answer, refused or not. */
export const createConversation = (options: ConversationOptions): Conversation => {
  const { people, cases, presenter, rounds, answers, delivering, understanding, demoClock } = options;
  const { meet, stranger, elsewhere } = createCallers(options);
  const files = createFileCards(options);
  const time = createTimeCards({ clock: demoClock, store: options.store, ticker: options.ticker });
  const concerns = createConcernCards(options);
  const away = createAwayCards(options.store, cases, presenter);
  const digests = createDigestCards(options);
  const reports = createReportCards(options);
  const sharing = createSharing(cases, presenter, understanding, options.publicUrl ?? null);

  const previewRound: PreviewRound = async (viewer, item, deadline) => {
    const reading = await presenter.reading(viewer);
    const preview = await rounds.preview(item, endOfDay(deadline), actorOf(viewer));
    if (preview.ok) return views.roundDraftView(reading, preview.value, deadline);
    return refusedView(reading.now, preview.error);
  };

  const pressed: Pressed = createPressed({
    cases,
    presenter,
    rounds,
    answers,
    candidates: options.candidates,
    figures: options.figures,
    lessons: options.lessons,
    questions: createQuestions(options.store),
    keptOf: async (viewer, text) => {
      const { now } = await presenter.reading(viewer);
      const context = { today: dateOf(now), language: viewer.language ?? 'sv' };
      return keptOf(text, (await understanding()).understand(text, context).query);
    },
    files,
    time,
    delivering,
    deliveryCards: createDeliveryCards(options),
    adopting: createAdoptingCards(options),
    away,
    concerns,
    digests,
    previewRound,
    said: async (viewer, text) => (await answerText(viewer, text, viewer.language ?? 'sv')).view,
  });

  const answerText = createWritten({
    cases,
    presenter,
    answers,
    figures: options.figures,
    understanding,
    demoClock,
    concerns,
    away,
    reports,
    time,
    previewRound,
    pressed,
  });

  /** What can be put right is asked for again on the same form, with what was written still in it. */
  const mended = async (
    viewer: Person,
    data: unknown,
    { banner }: View,
    language: Language,
  ): Promise<Reply | null> => {
    if (banner?.kind !== 'refused' || !isMendable(banner.refusal.code)) return null;
    const again = formAgain(data);
    const form = again ? await pressed(viewer, again) : null;
    if (!form || form.card === 'message' || form.banner?.kind === 'refused') return null;
    const reply = presenter.reply({ ...form, banner }, language);
    return { ...reply, card: withTyped(reply.card, data) };
  };

  return {
    arrived: async (caller) => {
      const { viewer, language } = await meet(caller, true);
      if (!viewer) return [stranger(caller, language)];
      const reading = await presenter.reading(viewer);
      const mine = await answers.mine(viewer);
      // Who has something waiting sees that, and nobody is welcomed twice.
      const first = mine.card === 'mine' && mine.tasks.length > 0 ? mine : views.helpView(reading, true);
      return [presenter.reply(first, language)];
    },
    said: async (caller, text, sent) => {
      const { viewer, language } = await meet(caller, true);
      if (!viewer) return [stranger(caller, language)];
      // Others read along in a team or group: nobody's rights would be the right measure there.
      if (caller.scope !== 'personal') return [elsewhere(language)];
      if (sent.length > 0) {
        const shown: Reply[] = [];
        for (const file of sent) {
          shown.push(presenter.reply(await files.preview(viewer, file, language), language));
        }
        return shown;
      }
      const { view, query } = await answerText(viewer, text, language);
      // What was asked is kept on the card only where it was a question: a greeting has no wrong answer.
      const asked =
        query && query.topic !== 'help' && text.trim() !== '' ? { asked: text.slice(0, 800) } : {};
      return [presenter.reply({ ...view, ...asked }, query?.language ?? language)];
    },
    pressed: async (caller, data, activityId = null) => {
      const { viewer, language } = await meet(caller, false);
      if (!viewer) return stranger(caller, language);
      if (caller.scope !== 'personal') return elsewhere(language);
      const delivery = carriedBy(data);
      const carried = delivery === null ? [] : await delivering.carried(viewer.id, delivery);
      await delivering.pressed(carried, activityId);
      /** The answer to a card goes on to prove that it came, and leads back to the list where it was one. */
      const carrying = (reply: Reply, view: View): Reply => {
        if (delivery === null) return reply;
        const listed = together(carried) !== null && view.card !== 'digest';
        const back = listed ? returning(delivery, language) : null;
        return {
          ...reply,
          card: carryingDelivery(back ? withButton(reply.card, back) : reply.card, delivery),
        };
      };
      const action = parseAction(data);
      const view: View = action.ok
        ? await pressed(viewer, action.value)
        : refusedView(presenter.now(), action.error);
      // What leaves for many takes its time, and whoever started it sees how it goes.
      const pushes = action.ok && (action.value.verb === 'round.send' || action.value.verb === 'push.resume');
      if (pushes && view.banner?.kind === 'done') {
        options.progress.follow(viewer, action.value.item, language);
      }
      // Whoever has answered one of a list goes on with the next.
      const done = view.banner?.kind === 'done' || view.banner?.kind === 'already';
      const rest = done && view.card !== 'digest' ? together(carried) : null;
      const next = rest ? await presenter.digest(viewer, rest) : null;
      const shown: View = next && view.banner ? { ...next, banner: view.banner } : view;
      const again = rest ? null : await mended(viewer, data, view, language);
      return carrying(again ?? presenter.reply(shown, language), shown);
    },
    read: async (caller, lastReadId) => {
      if (caller.scope === 'personal') await delivering.read(caller.person, lastReadId);
    },
    searched: async (caller, text) => {
      const viewer = (await people.directory()).person(caller.person);
      return viewer ? sharing.search(viewer, text, languageFor(viewer, caller)) : null;
    },
    linked: async (caller, url) => {
      const viewer = (await people.directory()).person(caller.person);
      return viewer ? sharing.link(viewer, url, languageFor(viewer, caller)) : null;
    },
    left: async (caller) => options.addresses.forget(caller.person),
  };
};
