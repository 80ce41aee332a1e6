import { z } from 'zod';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { isAllowedAddress } from './hosts.ts';

const Account = z.object({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

/** What is taken of an activity; everything else that a caller sends ends here. */
export const IncomingActivity = z.object({
  type: z.string().min(1),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1),
  id: z.string().nullish(),
  name: z.string().nullish(),
  /** installationUpdate: `add`, `remove`, each also with `-upgrade`. */
  action: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  replyToId: z.string().nullish(),
  from: Account.nullish(),
  recipient: Account.nullish(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  membersAdded: z.array(Account).nullish(),
  membersRemoved: z.array(Account).nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z
    .array(
      z.object({
        contentType: z.string().nullish(),
        contentUrl: z.string().nullish(),
        name: z.string().nullish(),
        content: z.unknown().optional(),
      }),
    )
    .nullish(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish() }).nullish(),
  value: z.unknown().optional(),
});
export type IncomingActivity = z.infer<typeof IncomingActivity>;

/**
 * The body of a request as an activity, or why it is none (HTTP 400): wrong shape, another channel than Teams (rules 3
 * and 5 of decision 0004: channel ids choose validation paths in the SDK), no service url or one that is not ours to answer.
 */
export const parseActivity = (
  body: unknown,
  serviceHosts: readonly string[],
): Result<IncomingActivity, string> => {
  const parsed = IncomingActivity.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(`no activity: ${issue?.path.join('.') || 'body'} ${issue?.message ?? ''}`);
  }
  return isAllowedAddress(parsed.data.serviceUrl, serviceHosts)
    ? ok(parsed.data)
    : fail('the serviceUrl is not allowed (ALLOWED_SERVICE_HOSTS)');
};

/**
 * The tenant that speaks, in lower case, or why it may not (HTTP 403). An empty list is local mode's "every tenant".
 */
export const allowedTenant = (
  activity: IncomingActivity,
  allowed: ReadonlyMap<string, unknown>,
): Result<string, string> => {
  const tenant = activity.channelData?.tenant?.id.toLowerCase();
  const ofConversation = activity.conversation.tenantId?.toLowerCase();
  if (!tenant) return fail('the activity names no tenant');
  if (ofConversation && ofConversation !== tenant) {
    return fail(`tenant ids disagree: ${tenant} and, in the conversation, ${ofConversation}`);
  }
  return allowed.size === 0 || allowed.has(tenant)
    ? ok(tenant)
    : fail(`tenant ${tenant} is not in ALLOWED_TENANTS`);
};
