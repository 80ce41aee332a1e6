import type { CardSender, ConversationAddress, SendResult } from '#application/ports/teams.ts';
import { refusedAnswer } from '#teams/outcome.ts';
import type { Drawn } from './faults.ts';
import type { VirtualTime } from './virtual-time.ts';

const TIMEOUT_MS = 15_000;

/** A card as it stands in somebody's chat. */
export interface Shown {
  readonly person: string;
  /** Deliveries that it shows. */
  readonly carries: readonly string[];
  /** The id that a press would carry. */
  readonly carried: string;
}

/** Teams as people see it: which cards stand in their chats. */
export interface Chats {
  readonly sender: CardSender;
  /** By activity id. */
  readonly shown: Map<string, Shown>;
  /** Cards of one delivery that stand in chats now. */
  count(delivery: string): number;
  /** The most of them that ever stood there at the same time: a card may be taken out of a chat afterwards. */
  most(delivery: string): number;
}

interface CardBody {
  readonly carries: readonly string[];
  readonly carried: string;
}

/** A connector in this process, on virtual time; `draw` says what becomes of each request. */
export const createChats = (time: VirtualTime, draw: (method: 'POST' | 'PUT') => Drawn): Chats => {
  const shown = new Map<string, Shown>();
  const counts = new Map<string, number>();
  const most = new Map<string, number>();
  let serial = 0;
  const change = (carries: readonly string[], by: number): void => {
    for (const delivery of carries) {
      const now = (counts.get(delivery) ?? 0) + by;
      counts.set(delivery, now);
      most.set(delivery, Math.max(now, most.get(delivery) ?? 0));
    }
  };

  const request = async (
    method: 'POST' | 'PUT',
    to: ConversationAddress,
    named: string | null,
    card: CardBody,
  ): Promise<SendResult> => {
    const behaviour = draw(method);
    if (behaviour.kind === 'unconnected') return { kind: 'retry', afterMs: null, reason: 'econnrefused' };
    const delay = behaviour.kind === 'ok' ? (behaviour.delayMs ?? 0) : 20;
    await time.sleep(delay / 2);
    serial += 1;
    const id = named ?? `activity-${serial}`;
    // A card that was lost from the chat is not there to be replaced, whatever else goes wrong.
    if (named !== null && !shown.has(named)) return { kind: 'gone' };
    const lost = behaviour.kind === 'status' && behaviour.status === 404 && named !== null;
    const accepted = behaviour.kind === 'ok' || behaviour.accept === true;
    if (accepted || lost) {
      change(shown.get(id)?.carries ?? [], -1);
      shown.delete(id);
    }
    if (accepted) {
      shown.set(id, { person: to.person, carries: card.carries, carried: card.carried });
      change(card.carries, 1);
    }
    if (behaviour.kind === 'silence') {
      await time.sleep(TIMEOUT_MS);
      return { kind: 'unknown', reason: 'timeouterror' };
    }
    await time.sleep(delay / 2);
    if (behaviour.kind === 'reset') return { kind: 'unknown', reason: 'econnreset' };
    if (behaviour.kind === 'status') {
      const after = behaviour.headers?.['retry-after'] ?? null;
      return refusedAnswer(
        method,
        behaviour.status,
        after,
        JSON.stringify(behaviour.body ?? ''),
        time.ticks(),
      );
    }
    if (delay > TIMEOUT_MS) return { kind: 'unknown', reason: 'timeouterror' };
    return { kind: 'sent', activityId: id };
  };
  return {
    sender: {
      send: (to, card) => request('POST', to, null, card as unknown as CardBody),
      update: (to, activityId, card) => request('PUT', to, activityId, card as unknown as CardBody),
    },
    shown,
    count: (delivery) => counts.get(delivery) ?? 0,
    most: (delivery) => most.get(delivery) ?? 0,
  };
};
