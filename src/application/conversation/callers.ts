import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Addresses } from '../addresses.ts';
import type { People } from '../people.ts';
import type { Caller, Reply } from '../ports/teams.ts';
import type { Presenter } from '../presenter.ts';
import { refusedView } from '../views/message.ts';
import { languageFor, localeLanguage } from './greeting.ts';

export interface Met {
  /** Null where the directory does not know them. */
  readonly viewer: Person | null;
  readonly language: Language;
}
export interface CallersParts {
  readonly people: People;
  readonly addresses: Addresses;
  readonly presenter: Presenter;
  /** Called when somebody can be reached who could not before. */
  readonly reached: (person: PersonId) => Promise<void>;
}
export interface Callers {
  /** `spoke` where somebody wrote or arrived, and did not only press a button. */
  readonly meet: (caller: Caller, spoke: boolean) => Promise<Met>;
  readonly stranger: (caller: Caller, language: Language) => Reply;
  readonly elsewhere: (language: Language) => Reply;
}

/** Who calls: known and reachable, unknown, or not alone with the bot. */
export const createCallers = (options: CallersParts): Callers => {
  const { people, addresses, presenter } = options;

  /** The caller as the directory knows them; what they can be reached by is learnt on the way. */
  const meet = async (caller: Caller, spoke: boolean): Promise<Met> => {
    const viewer = (await people.directory()).person(caller.person);
    if (viewer && caller.address) {
      const news = await addresses.learn(caller.address, localeLanguage(caller.locale));
      // Whoever writes can be reached, also at the address where they could not be before (the bot was blocked).
      if (news || spoke) await options.reached(caller.person);
    }
    return { viewer, language: languageFor(viewer, caller) };
  };

  const stranger = (caller: Caller, language: Language): Reply => {
    const [tenantId, objectId = ''] = caller.person.split(':');
    const asOf = presenter.now();
    return presenter.reply(
      { card: 'unknown-person', asOf, tenantId: tenantId ?? caller.tenantId, objectId },
      language,
    );
  };
  const elsewhere = (language: Language): Reply =>
    presenter.reply(refusedView(presenter.now(), refuse('personal-chat-only')), language);
  return { meet, stranger, elsewhere };
};
