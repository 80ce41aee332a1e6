import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { IncomingActivity } from './activity.ts';

const Mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
  text: z.string().nullish(),
});

const mentionsOfBot = (activity: IncomingActivity): z.infer<typeof Mention>[] =>
  (activity.entities ?? [])
    .map((entity) => Mention.safeParse(entity).data)
    .filter((mention) => mention !== undefined)
    .filter((mention) => mention.mentioned.id === activity.recipient?.id);

/** Whether the message is meant for the bot; outside a personal chat only a mention says so. */
export const mentionsBot = (activity: IncomingActivity): boolean => mentionsOfBot(activity).length > 0;

/** What the person wrote: without the bot's mention and without markup. A `<` before a figure is no markup. */
export const plainText = (activity: IncomingActivity): string => {
  let text = activity.text ?? '';
  for (const mention of mentionsOfBot(activity)) {
    text = text.replaceAll(mention.text || `<at>${mention.mentioned.name ?? ''}</at>`, ' ');
  }
  const unmarked = text.replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, '');
  return decodeHTML(unmarked)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
};
