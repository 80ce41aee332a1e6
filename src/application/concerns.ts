import {
  type ConcernRecipient,
  concernChoices,
  countable,
  reportingSystem,
} from '#domain/concern/concern.ts';
import { type RefusalCode, refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ItemId, RegionId } from '#domain/shared/ids.ts';
import type { ConcernForm } from '#rendering/views/concern.ts';
import type { View } from '#rendering/views.ts';
import type { Addresses } from './addresses.ts';
import type { Cases } from './cases.ts';
import type { DocumentStore } from './ports/documents.ts';
import type { Card, ConversationAddress, SendResult } from './ports/teams.ts';
import type { Presenter } from './presenter.ts';
import type { Reading } from './reading.ts';

/** Sends a card now, without keeping it anywhere. */
export type SendNow = (to: ConversationAddress, card: Card, summary: string) => Promise<SendResult>;

export interface ConcernCards {
  form(viewer: Person, item: ItemId | null): Promise<View>;
  send(viewer: Person, item: ItemId | null, to: ConcernRecipient, text: string): Promise<View>;
}

export interface ConcernOptions {
  readonly store: DocumentStore;
  readonly cases: Pick<Cases, 'load'>;
  readonly presenter: Presenter;
  readonly addresses: Addresses;
  readonly sendNow: SendNow;
}

interface CountBody {
  readonly count: number;
}
/** All that is kept of a concern: that a region had one more that year. Not when, by whom, to whom or about what. */
const countId = (region: RegionId, year: string): string => `concerns:${region}:${year}`;

/**
 * A work-environment concern goes straight to whom its giver chose and is kept nowhere: no case, record, message document
 * or log has a word of it. The price is said on the card: what did not arrive is not tried again, and the words stay with
 * their giver alone, in the form.
 */
export const createConcernCards = (options: ConcernOptions): ConcernCards => {
  const { store, cases, presenter, addresses, sendNow } = options;

  const countOf = async ({ viewer, now }: Reading): Promise<number> =>
    (await store.get<CountBody>('setting', countId(viewer.region, now.slice(0, 4))))?.body.count ?? 0;
  const countOne = async ({ viewer, now }: Reading): Promise<void> => {
    const id = countId(viewer.region, now.slice(0, 4));
    for (;;) {
      const known = await store.get<CountBody>('setting', id);
      const body: CountBody = { count: (known?.body.count ?? 0) + 1 };
      if ((await store.put({ kind: 'setting', id, index: {}, body }, known?.etag ?? null)).ok) return;
    }
  };

  const systemOf = ({ governance, viewer }: Reading): Pick<ConcernForm, 'reporting'> => {
    const row = reportingSystem(governance, viewer);
    return row
      ? { reporting: { name: row.name, example: row.example === true, ...(row.url ? { url: row.url } : {}) } }
      : {};
  };
  const titleOf = async (item: ItemId | null): Promise<{ item?: { id: ItemId; title: string } }> => {
    const found = item === null ? null : await cases.load(item);
    return found ? { item: { id: found.state.item.id, title: found.state.item.title } } : {};
  };

  const form = async (viewer: Person, item: ItemId | null): Promise<ConcernForm> => {
    const reading = await presenter.reading(viewer);
    const { governance, directory } = reading;
    const choices = concernChoices(governance, directory, viewer);
    const reports = viewer.roles.includes('controller') || viewer.roles.includes('auditor');
    return {
      card: 'concern-form',
      asOf: reading.now,
      ...(await titleOf(item)),
      recipients: choices.map(({ to, person }) => ({ to, name: directory.person(person)?.name ?? '' })),
      ...systemOf(reading),
      ...(reports ? { counted: countable(await countOf(reading)) } : {}),
    };
  };
  const refused = async (viewer: Person, item: ItemId | null, code: RefusalCode): Promise<View> => ({
    ...(await form(viewer, item)),
    banner: { kind: 'refused', refusal: refuse(code) },
  });

  return {
    form,
    send: async (viewer, item, to, text) => {
      const reading = await presenter.reading(viewer);
      const { governance, directory } = reading;
      const chosen = concernChoices(governance, directory, viewer).find((choice) => choice.to === to);
      const recipient = chosen && directory.person(chosen.person);
      if (!recipient) return refused(viewer, item, 'concern-nobody');
      const address = await addresses.get(recipient.id);
      if (!address) return refused(viewer, item, 'concern-not-delivered');
      const language = recipient.language ?? (await addresses.language(recipient.id)) ?? 'sv';
      const { card, summary } = presenter.reply(
        {
          card: 'concern',
          asOf: reading.now,
          from: viewer.name,
          text,
          ...(await titleOf(item)),
          ...systemOf(reading),
        },
        language,
      );
      const result = await sendNow(address, card, summary);
      if (result.kind === 'unknown') return refused(viewer, item, 'concern-uncertain');
      if (result.kind !== 'sent') return refused(viewer, item, 'concern-not-delivered');
      await countOne(reading);
      return {
        card: 'concern-sent',
        asOf: reading.now,
        to: { role: to, name: recipient.name },
        ...systemOf(reading),
      };
    },
  };
};
