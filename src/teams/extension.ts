import { z } from 'zod';
import type { SharedItem } from '#application/ports/teams.ts';
import type { IncomingActivity } from './activity.ts';
import type { InvokeBody } from './invokes.ts';
import { sentences } from './sentences.ts';

export const EXTENSION_QUERY = 'composeExtension/query';
export const EXTENSION_LINK = 'composeExtension/queryLink';

const CARD = 'application/vnd.microsoft.card.adaptive';
const PREVIEW = 'application/vnd.microsoft.card.thumbnail';

const Query = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.unknown().optional() })).nullish(),
});
/** What was typed into the search; empty when the search was only opened. */
export const typedText = (activity: IncomingActivity): string => {
  const parameters = Query.safeParse(activity.value).data?.parameters ?? [];
  const value = parameters.find(({ name }) => name === 'query')?.value;
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
};

const Link = z.object({ url: z.string().max(2000) });
export const pastedLink = (activity: IncomingActivity): string | null =>
  Link.safeParse(activity.value).data?.url ?? null;

/** The list reads text as it is, without markdown; only markup of its own kind could be taken for such. */
const plain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const attachment = ({ title, text, reply }: SharedItem) => ({
  contentType: CARD,
  content: reply.card,
  preview: { contentType: PREVIEW, content: { title: plain(title), text: plain(text) } },
});

export const resultAnswer = (items: readonly SharedItem[]): InvokeBody => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: items.map(attachment) },
});

/** Said where there is no list: not known, nothing typed, nothing found. */
export const extensionMessage = (
  activity: IncomingActivity,
  what: 'searchUnknown' | 'searchStart' | 'searchNothing',
): InvokeBody => ({ composeExtension: { type: 'message', text: sentences(activity.locale)[what] } });
