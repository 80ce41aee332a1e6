import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ConversationAddress, Reply, SendResult } from '#application/ports/teams.ts';
import type { Connector } from './connector.ts';

/** Teams waits about 15 s for the turn; a person waits less. */
const ATTEMPTS = 3;
const LONGEST_WAIT_MS = 3_000;

/** Answers somebody who is waiting: what was refused for the moment is tried again, but never what may have arrived. */
const insist = async (send: () => Promise<SendResult>): Promise<SendResult> => {
  let result = await send();
  for (let attempt = 1; attempt < ATTEMPTS && result.kind === 'retry'; attempt += 1) {
    await wait(Math.min(result.afterMs ?? 500 * attempt, LONGEST_WAIT_MS));
    result = await send();
  }
  return result;
};

export interface Replies {
  post(to: ConversationAddress, replies: readonly Reply[]): Promise<void>;
  /** Replaces the card that was pressed; where that is not possible, the answer comes as a new message. */
  replace(to: ConversationAddress, activityId: string, reply: Reply): Promise<void>;
  say(to: ConversationAddress, text: string): Promise<void>;
}

export const createReplies = (connector: Connector, log: Logger): Replies => {
  const note = (result: SendResult, to: ConversationAddress): SendResult => {
    if (result.kind !== 'sent') log.warn({ ...result, person: to.person }, 'A reply did not get through');
    return result;
  };
  const post = async (to: ConversationAddress, replies: readonly Reply[]): Promise<void> => {
    for (const { card, summary } of replies) {
      note(await insist(() => connector.send(to, card, summary)), to);
    }
  };
  return {
    post,
    replace: async (to, activityId, reply) => {
      const result = await insist(() => connector.update(to, activityId, reply.card, reply.summary));
      if (result.kind !== 'sent') await post(to, [reply]);
    },
    say: async (to, text) => {
      note(await insist(() => connector.say(to, text)), to);
    },
  };
};
