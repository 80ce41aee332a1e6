import type { ConversationAddress } from '#application/ports/teams.ts';
import { personId } from '#domain/shared/ids.ts';

/** A person as Teams names one. */
export interface TeamsPerson {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name?: string;
  readonly locale?: string;
}

export const BOT_CHANNEL_ID = '28:samordna';
export const personalChat = (person: TeamsPerson): string => `a:${person.objectId}`;

export interface ActivityOptions {
  readonly serviceUrl: string;
  /** Replaces or adds fields of the activity; undefined removes one. */
  readonly with?: Readonly<Record<string, unknown>>;
  readonly scope?: 'personal' | 'groupChat' | 'channel';
}

export type ActivityJson = Readonly<Record<string, unknown>>;

let serial = 0;

const activity = (
  type: string,
  person: TeamsPerson,
  options: ActivityOptions,
  own: ActivityJson,
): ActivityJson => {
  const scope = options.scope ?? 'personal';
  serial += 1;
  return {
    type,
    id: `f:${serial}`,
    timestamp: '2026-11-22T08:00:00.000Z',
    serviceUrl: options.serviceUrl,
    channelId: 'msteams',
    from: { id: `29:${person.objectId}`, name: person.name ?? 'Anna Lind', aadObjectId: person.objectId },
    recipient: { id: BOT_CHANNEL_ID, name: 'Samordna' },
    conversation: {
      id: scope === 'personal' ? personalChat(person) : `19:${scope}@thread.tacv2`,
      conversationType: scope,
      tenantId: person.tenantId,
      ...(scope === 'personal' ? {} : { isGroup: true }),
    },
    locale: person.locale ?? 'sv-SE',
    entities: [{ type: 'clientInfo', locale: person.locale ?? 'sv-SE', country: 'SE', platform: 'Web' }],
    channelData: { tenant: { id: person.tenantId } },
    ...own,
    ...options.with,
  };
};

export const installationUpdate = (
  person: TeamsPerson,
  options: ActivityOptions,
  action: 'add' | 'add-upgrade' | 'remove' | 'remove-upgrade' = 'add',
): ActivityJson => activity('installationUpdate', person, options, { action });

/** What Teams sends beside an installation: the bot, in a personal chat also the person, became members. */
export const membersAdded = (person: TeamsPerson, options: ActivityOptions): ActivityJson =>
  activity('conversationUpdate', person, options, {
    membersAdded: [{ id: BOT_CHANNEL_ID }, { id: `29:${person.objectId}`, aadObjectId: person.objectId }],
  });
export const membersRemoved = (person: TeamsPerson, options: ActivityOptions): ActivityJson =>
  activity('conversationUpdate', person, options, { membersRemoved: [{ id: BOT_CHANNEL_ID }] });

export const message = (person: TeamsPerson, text: string, options: ActivityOptions): ActivityJson =>
  activity('message', person, options, { text, textFormat: 'plain' });

/** A message to the bot in a team or group chat, as Teams writes a mention. */
export const mention = (person: TeamsPerson, text: string, options: ActivityOptions): ActivityJson =>
  activity(
    'message',
    person,
    { scope: 'channel', ...options },
    {
      text: `<at>Samordna</at> ${text}`,
      textFormat: 'plain',
      entities: [
        {
          type: 'mention',
          mentioned: { id: BOT_CHANNEL_ID, name: 'Samordna' },
          text: '<at>Samordna</at>',
        },
      ],
    },
  );

/** Action.Execute: the verb is in the data as well. */
export const cardAction = (
  person: TeamsPerson,
  data: Readonly<Record<string, unknown>>,
  options: ActivityOptions,
): ActivityJson =>
  activity('invoke', person, options, {
    name: 'adaptiveCard/action',
    replyToId: 'activity-of-the-card',
    value: { action: { type: 'Action.Execute', verb: data.verb, data }, trigger: 'manual' },
  });

/** What Teams does after some fifteen seconds without an answer: the same invoke once more, with the same id or a new one. */
export const resent = (invoked: ActivityJson, id: 'same' | 'new'): ActivityJson => {
  serial += 1;
  return id === 'same' ? { ...invoked } : { ...invoked, id: `f:${serial}` };
};

/** Action.Submit, the fallback of clients that know no Action.Execute: a message that carries the data. */
export const cardSubmit = (
  person: TeamsPerson,
  data: Readonly<Record<string, unknown>>,
  options: ActivityOptions & { readonly replyToId?: string },
): ActivityJson =>
  activity('message', person, options, {
    value: data,
    ...(options.replyToId === undefined ? {} : { replyToId: options.replyToId }),
  });

export const invoke = (
  person: TeamsPerson,
  name: string,
  value: unknown,
  options: ActivityOptions,
): ActivityJson => activity('invoke', person, options, { name, value });

/** The address that a personal activity of this person leads to. */
export const addressOf = (person: TeamsPerson, serviceUrl: string): ConversationAddress => ({
  person: personId(person.tenantId, person.objectId),
  tenantId: person.tenantId,
  conversationId: personalChat(person),
  serviceUrl,
  userId: `29:${person.objectId}`,
  botId: BOT_CHANNEL_ID,
});
