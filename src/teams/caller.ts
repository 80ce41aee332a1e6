import type { Caller, ConversationAddress } from '#application/ports/teams.ts';
import { personId } from '#domain/shared/ids.ts';
import type { IncomingActivity } from './activity.ts';

/**
 * Others read along wherever it is not said to be personal: a kind that Teams has yet to invent, or a thread (`19:…`)
 * whose kind is not said, must not be shown what is one person's.
 */
const scopeOf = ({ conversation }: IncomingActivity): Caller['scope'] => {
  const type = conversation.conversationType?.toLowerCase();
  if (type === 'channel') return 'team';
  const personal = type ? type === 'personal' : !conversation.id.startsWith('19:');
  return personal ? 'personal' : 'group';
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
