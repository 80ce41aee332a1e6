import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { type ItemId, itemId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Cases } from '../cases.ts';
import type { SharedItem } from '../ports/teams.ts';
import type { Presenter } from '../presenter.ts';
import type { Understand } from '../understanding.ts';
import { sharedItemView } from '../views/shared-item.ts';

/** Items for the compose box: found by what is typed, or by the link that was pasted. */
export interface Sharing {
  search(viewer: Person, text: string, language: Language): Promise<readonly SharedItem[]>;
  link(viewer: Person, url: string, language: Language): Promise<SharedItem | null>;
}

/** As many as Teams shows without scrolling far. */
const MOST = 10;

/** The item that an address of this server names; null for every other address. */
export const itemOfLink = (url: string, publicUrl: string | null): ItemId | null => {
  if (publicUrl === null || !URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  const id = /^\/item\/([^/]{1,600})$/.exec(pathname)?.[1];
  if (id === undefined || host !== new URL(publicUrl).host) return null;
  try {
    return itemId(decodeURIComponent(id));
  } catch {
    return null;
  }
};

export const createSharing = (
  cases: Cases,
  presenter: Presenter,
  understanding: () => Promise<Understand>,
  publicUrl: string | null,
): Sharing => {
  const shared = async (viewer: Person, id: ItemId, language: Language): Promise<SharedItem | null> => {
    const [reading, found] = await Promise.all([presenter.reading(viewer), cases.load(id)]);
    if (!found) return null;
    const link = publicUrl === null ? null : `${publicUrl}/item/${encodeURIComponent(id)}`;
    const view = sharedItemView(reading, found.state, link);
    const reply = presenter.reply(view, language);
    return { title: found.state.item.title, text: reply.summary, reply };
  };
  return {
    search: async (viewer, text, language) => {
      const { lookUp, understand } = await understanding();
      const typed = lookUp(text, MOST);
      // Nothing has these letters: what the words mean, in either language and with slips.
      const meant = (): readonly ItemId[] => {
        const { query, choices } = understand(text, { today: dateOf(presenter.now()), language });
        return query.item ? [query.item] : choices;
      };
      const ids = typed.length > 0 ? typed : meant();
      const found = await Promise.all(ids.map((id) => shared(viewer, id, language)));
      return found.filter((one) => one !== null);
    },
    link: async (viewer, url, language) => {
      const id = itemOfLink(url, publicUrl);
      return id === null ? null : shared(viewer, id, language);
    },
  };
};
