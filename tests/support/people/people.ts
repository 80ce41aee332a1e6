import type { Person } from '#domain/directory/person.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import {
  type ActivityJson,
  cardAction,
  installationUpdate,
  message,
  personalChat,
  type TeamsPerson,
} from '#support/connector/activities.ts';
import type { ConnectorSimulator } from '#support/connector/connector.ts';
import { type ActionData, buttonLike, type Card, pressedData, textOf } from './cards.ts';

/** A button by its verb, or by some of what it sends where a card has several of one verb. */
export type Wanted = string | ({ readonly verb: string } & ActionData);

/** Somebody at their Teams: what they see, write and press. */
export interface TeamsUser {
  readonly id: PersonId;
  readonly name: string;
  /** Installs the bot or opens the chat: what it says then stands in the chat. */
  arrives(): Promise<void>;
  /** The last card that came in answer. */
  says(text: string): Promise<Card>;
  sends(name: string, content: string): Promise<Card>;
  /** Presses the newest such button in the chat, with the fields filled; the answer takes the card's place. */
  presses(wanted: Wanted, fill?: Readonly<Record<string, string>>): Promise<Card>;
  /** What pressing that button would send. */
  about(wanted: Wanted, fill?: Readonly<Record<string, string>>): ActionData;
  /** A press as the bare data, from wherever it comes: another's card, an old one, a forged one. */
  submits(data: ActionData): Promise<Card>;
  /** The cards in the chat as they look now, oldest first. */
  cards(): readonly Card[];
  /** Whether some card in the chat has these words. */
  sees(words: string): boolean;
  /** Every card that ever reached the person, each look of it. */
  received(): readonly Card[];
}

export interface Teams {
  user(person: Pick<Person, 'id' | 'name'>): TeamsUser;
}

const cardIn = (body: Readonly<Record<string, unknown>>): Card | null => {
  const [attachment] = (body.attachments ?? []) as readonly { readonly content?: Card }[];
  return attachment?.content ?? null;
};

interface InvokeAnswer {
  readonly statusCode: number;
  readonly value: Card;
}

/** Teams as far as people see it: the connector shows what is sent, and `endpoint` is where their doings arrive. */
export const teamsOf = (connector: ConnectorSimulator, endpoint: () => string): Teams => {
  const post = async (activity: ActivityJson): Promise<unknown> => {
    const response = await fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The bot answered ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };

  const user = ({ id, name }: Pick<Person, 'id' | 'name'>): TeamsUser => {
    const [tenantId = '', objectId = ''] = id.split(':');
    const account: TeamsPerson = { tenantId, objectId, name };
    const chat = personalChat(account);
    const options = { serviceUrl: connector.url };
    /** Answers to pressed buttons: each stands in its card's place until the card is updated. */
    const answers: { readonly card: Card; readonly activityId: string | null; readonly after: number }[] = [];

    const arrived = () =>
      connector.received.flatMap((activity, at) => {
        const card = activity.conversationId === chat && activity.accepted ? cardIn(activity.body) : null;
        return card ? [{ card, at, activityId: activity.activityId }] : [];
      });
    const shown = (): ReadonlyMap<string, Card> => {
      const cards = new Map<string, { readonly card: Card; readonly at: number }>();
      for (const { card, at, activityId } of arrived()) cards.set(activityId, { card, at });
      for (const { card, activityId, after } of answers) {
        const under = activityId === null ? undefined : cards.get(activityId);
        if (activityId !== null && under && under.at < after) cards.set(activityId, { card, at: under.at });
      }
      return new Map([...cards].map(([activityId, { card }]) => [activityId, card]));
    };
    const find = (wanted: Wanted) => {
      const like = typeof wanted === 'string' ? { verb: wanted } : wanted;
      for (const [activityId, card] of [...shown()].toReversed()) {
        const button = buttonLike(card, like);
        if (button) return { activityId, card, button };
      }
      const last = [...shown().values()].at(-1);
      throw new Error(
        `${name} has no button ${JSON.stringify(like)}; the last card says: ${last ? textOf(last) : '–'}`,
      );
    };
    const invoke = async (data: ActionData, activityId: string | null): Promise<Card> => {
      const answer = (await post(cardAction(account, data, options))) as InvokeAnswer;
      if (answer.statusCode !== 200) throw new Error(`${name} got ${JSON.stringify(answer)}`);
      answers.push({ card: answer.value, activityId, after: connector.received.length });
      return answer.value;
    };
    const lastCard = (): Card => {
      const card = arrived().at(-1)?.card;
      if (!card) throw new Error(`Nothing has reached ${name}`);
      return card;
    };
    return {
      id,
      name,
      arrives: async () => {
        await post(installationUpdate(account, options));
      },
      says: async (text) => {
        await post(message(account, text, options));
        return lastCard();
      },
      sends: async (file, content) => {
        const downloadUrl = `data:text/csv;base64,${Buffer.from(content).toString('base64')}`;
        const contentType = 'application/vnd.microsoft.teams.file.download.info';
        const attachments = [{ contentType, name: file, content: { downloadUrl } }];
        await post(message(account, '', { ...options, with: { attachments } }));
        return lastCard();
      },
      presses: async (wanted, fill = {}) => {
        const { activityId, card, button } = find(wanted);
        return invoke(pressedData(card, button, fill), activityId);
      },
      about: (wanted, fill = {}) => {
        const { card, button } = find(wanted);
        return pressedData(card, button, fill);
      },
      submits: (data) => invoke(data, null),
      cards: () => [...shown().values()],
      sees: (words) => [...shown().values()].some((card) => textOf(card).includes(words)),
      received: () => [...arrived(), ...answers].map(({ card }) => card),
    };
  };
  return { user };
};
