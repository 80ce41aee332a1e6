import {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
} from 'botbuilder';
import type { PersonId } from '#domain/shared/ids.ts';
import { addressAt } from './push.ts';
import type { Teams } from './teams.ts';

/**
 * What the samples do: one after the other, and whoever fails is caught and forgotten. The SDK's client repeats a send
 * after 5xx by itself, and so shows some cards several times.
 */
export const runNaive = async (teams: Teams, people: readonly PersonId[], card: object) => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const started = performance.now();
  let failed = 0;
  for (const person of people) {
    const { serviceUrl, conversationId, tenantId, userId, botId } = addressAt(teams.url, person);
    const reference = {
      channelId: 'msteams',
      serviceUrl,
      bot: { id: botId, name: 'Samordna' },
      user: { id: userId, name: '' },
      conversation: { id: conversationId, tenantId, isGroup: false, conversationType: 'personal', name: '' },
    } as unknown as ConversationReference;
    try {
      await adapter.continueConversationAsync('', reference, async (context) => {
        await context.sendActivity({
          type: ActivityTypes.Message,
          attachments: [CardFactory.adaptiveCard(card)],
        });
      });
    } catch {
      failed += 1;
    }
  }
  return { failed, seconds: (performance.now() - started) / 1000 };
};
