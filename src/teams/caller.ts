import type { Caller, ConversationAddress } from '#application/ports/teams.ts';
import { personId } from '#domain/shared/ids.ts';
import type { IncomingActivity } from './activity.ts';

const scopeOf = (activity: IncomingActivity): Caller['scope'] => {
  const type = activity.conversation.conversationType?.toLowerCase();
  return type === 'channel' ? 'team' : type === 'groupchat' ? 'group' : 'personal';
};

/** The speaker and where an answer goes, whatever the scope. */
export interface Turn {
  readonly caller: Caller;
  readonly replyTo: ConversationAddress;
}

/**
 * Null when the activity names no account of a tenant: another bot, an anonymous guest, the platform itself. Only for an
 * activity whose tenant was found to be allowed.
 */
export const turnOf = (activity: IncomingActivity): Turn | null => {
  const objectId = activity.from?.aadObjectId;
  const tenantId = activity.channelData?.tenant?.id.toLowerCase();
  if (!activity.from || !objectId || !tenantId) return null;
  const person = personId(tenantId, objectId);
  const scope = scopeOf(activity);
  const replyTo: ConversationAddress = {
    person,
    tenantId,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    userId: activity.from.id,
    botId: activity.recipient?.id ?? '',
  };
  return {
    replyTo,
    caller: {
      person,
      tenantId,
      name: activity.from.name ?? null,
      locale: activity.locale ?? null,
      scope,
      address: scope === 'personal' ? replyTo : null,
    },
  };
};
