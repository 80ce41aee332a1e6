import { randomUUID } from 'node:crypto';
import { Application, TurnState } from '@microsoft/teams-ai';
import { ActivityTypes, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Conversation } from '#application/ports/teams.ts';
import type { IncomingActivity } from './activity.ts';
import { activityOf, type SamordnaAdapter } from './adapter.ts';
import { createArrivals } from './arrivals.ts';
import { type Turn, turnOf } from './caller.ts';
import {
  EXTENSION_LINK,
  EXTENSION_QUERY,
  extensionMessage,
  pastedLink,
  resultAnswer,
  typedText,
} from './extension.ts';
import { filesOf } from './files.ts';
import {
  actionData,
  CARD_ACTION,
  cardAnswer,
  errorAnswer,
  type InvokeBody,
  lastRead,
  otherAnswer,
} from './invokes.ts';
import type { Replies } from './replies.ts';
import { sentences } from './sentences.ts';
import { mentionsBot, plainText } from './text.ts';

/** What is counted: the outcome of a turn is `answered`, `ignored` or `failed`; before it, the HTTP status. */
export interface TeamsObserver {
  activity(type: string, outcome: string): void;
  action(seconds: number): void;
}

export interface ApplicationOptions {
  readonly adapter: SamordnaAdapter;
  readonly conversation: Conversation;
  readonly replies: Replies;
  readonly log: Logger;
  readonly observe: TeamsObserver;
  readonly local: boolean;
}

/** Nothing is kept between turns: the store knows all, and eTag conflicts of a second truth would lose writes. */
class NoState extends TurnState {
  readonly #temp: TurnState['temp'] = {
    input: '',
    inputFiles: [],
    lastOutput: '',
    actionOutputs: {},
    authTokens: {},
  };
  readonly #user: TurnState['user'] = {};
  override get temp(): TurnState['temp'] {
    return this.#temp;
  }
  override get user(): TurnState['user'] {
    return this.#user;
  }
  override async load(): Promise<boolean> {
    return false;
  }
  override async save(): Promise<void> {}
}

/** teams-ai's routing; its typing timer runs whatever `startTypingTimer` says, and each "typing" is a paid-for send. */
class Router extends Application<NoState> {
  override startTypingTimer(): void {}
}

type Outcome = 'answered' | 'ignored';

/** The routes: which activity asks the conversation what, and how its answer travels back. */
export const createApplication = (options: ApplicationOptions): Application<NoState> => {
  const { adapter, conversation, replies, log, observe, local } = options;
  const router = new Router({
    adapter,
    removeRecipientMention: false,
    startTypingTimer: false,
    turnStateFactory: () => new NoState(),
  });
  const isArrival = createArrivals();

  /** A bug or broken infrastructure: logged with a reference that the person is told. */
  const failed = (activity: IncomingActivity, error: unknown): string => {
    const reference = randomUUID().slice(0, 8);
    const { type, name } = activity;
    log.error(
      { err: error, reference, type: type.slice(0, 100), name: name?.slice(0, 100) },
      'A turn failed',
    );
    return sentences(activity.locale).failed(reference);
  };

  const counted =
    (work: (activity: IncomingActivity, turn: Turn | null) => Promise<Outcome>) =>
    async (context: TurnContext): Promise<void> => {
      const activity = activityOf(context);
      const turn = turnOf(activity);
      try {
        observe.activity(activity.type, await work(activity, turn));
      } catch (error) {
        const sentence = failed(activity, error);
        if (turn) await replies.say(turn.replyTo, sentence);
        observe.activity(activity.type, 'failed');
      }
    };

  const welcome = async (turn: Turn, kind: 'installation' | 'members'): Promise<Outcome> => {
    // One welcome, in the personal chat only; a team finds the bot by mentioning it.
    if (turn.caller.scope !== 'personal' || !isArrival(turn.replyTo.conversationId, kind)) return 'ignored';
    await replies.post(turn.replyTo, await conversation.arrived(turn.caller));
    return 'answered';
  };
  const goodbye = async (turn: Turn): Promise<Outcome> => {
    if (turn.caller.scope !== 'personal') return 'ignored';
    await conversation.left(turn.caller);
    return 'answered';
  };

  router.activity(
    ActivityTypes.InstallationUpdate,
    counted(async (activity, turn) => {
      if (!turn) return 'ignored';
      if (activity.action?.startsWith('add')) return welcome(turn, 'installation');
      return activity.action?.startsWith('remove') ? goodbye(turn) : 'ignored';
    }),
  );
  router.conversationUpdate(
    'membersAdded',
    counted(async (_activity, turn) => (turn ? welcome(turn, 'members') : 'ignored')),
  );
  router.conversationUpdate(
    'membersRemoved',
    counted(async (activity, turn) => {
      const bot = activity.membersRemoved?.some((member) => member.id === activity.recipient?.id);
      return turn && bot ? goodbye(turn) : 'ignored';
    }),
  );

  router.activity(
    ActivityTypes.Message,
    counted(async (activity, turn) => {
      // Teams gives every account of an organisation its object id: this is another bot or an anonymous guest.
      if (!turn) return 'ignored';
      const { caller, replyTo } = turn;
      if (!activity.text && typeof activity.value === 'object' && activity.value !== null) {
        const reply = await conversation.pressed(caller, activity.value, activity.replyToId ?? null);
        // In a group the card under the button is everybody's: only a personal one may be replaced.
        if (activity.replyToId && caller.address) await replies.replace(replyTo, activity.replyToId, reply);
        else await replies.post(replyTo, [reply]);
        return 'answered';
      }
      if (caller.scope !== 'personal' && !mentionsBot(activity)) return 'ignored';
      const files = caller.scope === 'personal' ? filesOf(activity, local) : [];
      await replies.post(replyTo, await conversation.said(caller, plainText(activity), files));
      return 'answered';
    }),
  );

  router.activity(
    ActivityTypes.Event,
    counted(async (activity, turn) => {
      const last = turn ? lastRead(activity) : null;
      if (!turn || last === null) return 'ignored';
      await conversation.read(turn.caller, last);
      return 'answered';
    }),
  );

  const answerInvoke =
    (answer: (activity: IncomingActivity) => Promise<InvokeBody>) =>
    async (context: TurnContext): Promise<void> => {
      const activity = activityOf(context);
      let body: InvokeBody;
      let outcome = 'answered';
      try {
        body = await answer(activity);
      } catch (error) {
        body = errorAnswer(500, 'InternalError', failed(activity, error));
        outcome = 'failed';
      }
      context.turnState.set(INVOKE_RESPONSE_KEY, {
        type: ActivityTypes.InvokeResponse,
        value: { status: 200, body },
      });
      observe.activity(activity.type, outcome);
    };
  const isInvoke = (context: TurnContext): boolean => context.activity.type === ActivityTypes.Invoke;

  router.addRoute(
    async (context) => isInvoke(context) && context.activity.name === CARD_ACTION,
    answerInvoke(async (activity) => {
      const started = performance.now();
      const turn = turnOf(activity);
      if (!turn) return errorAnswer(400, 'UnknownSender', sentences(activity.locale).unknownSender);
      const { replyToId = null } = activity;
      const { card } = await conversation.pressed(turn.caller, actionData(activity), replyToId);
      observe.action((performance.now() - started) / 1000);
      return cardAnswer(card);
    }),
    true,
  );
  router.addRoute(
    async (context) => isInvoke(context) && context.activity.name === EXTENSION_QUERY,
    answerInvoke(async (activity) => {
      const turn = turnOf(activity);
      const text = typedText(activity);
      const found = turn ? await conversation.searched(turn.caller, text) : null;
      if (found === null) return extensionMessage(activity, 'searchUnknown');
      if (found.length > 0) return resultAnswer(found);
      return extensionMessage(activity, text === '' ? 'searchStart' : 'searchNothing');
    }),
    true,
  );
  router.addRoute(
    async (context) => isInvoke(context) && context.activity.name === EXTENSION_LINK,
    answerInvoke(async (activity) => {
      const turn = turnOf(activity);
      const url = pastedLink(activity);
      const found = turn && url !== null ? await conversation.linked(turn.caller, url) : null;
      // A link that names nothing for this person stays a link.
      return resultAnswer(found ? [found] : []);
    }),
    true,
  );
  router.addRoute(
    async (context) => isInvoke(context),
    answerInvoke(async (activity) => otherAnswer(activity)),
    true,
  );
  router.addRoute(
    async () => true,
    counted(async () => 'ignored'),
  );
  return router;
};
