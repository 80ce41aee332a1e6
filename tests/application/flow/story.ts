import { expect } from 'vitest';
import { isStanding } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import { type MessageBody, STANDING } from '#application/ports/delivery.ts';
import { type ItemId, type PersonId, personId } from '#domain/shared/ids.ts';
import type { Verb } from '#rendering/action.ts';
import {
  type ActionData,
  bannerOf,
  buttonsOf,
  type Card,
  dataOf,
  isRefused,
  textOf,
} from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import type { TeamsUser, Wanted } from '#support/people/people.ts';
import type { Office } from './office.ts';
import { rightOf, VERBS } from './rights.ts';

type Fill = Readonly<Record<string, string>>;

/** How often a button was pressed by whom it belongs to, and by others. */
export interface Pressed {
  readonly own: Set<Verb>;
  readonly others: Set<Verb>;
}
export const nothingPressed = (): Pressed => ({ own: new Set(), others: new Set() });

export interface Story {
  /**
   * Somebody presses a button that changes something. Before it, everybody whom it is not for presses the same and is
   * refused; after it, the same press again changes nothing; then everything is delivered and nobody has read what is
   * not theirs.
   */
  does(name: Name, wanted: Wanted, fill?: Fill): Promise<Card>;
  /** Throws a plan away that was sent but not confirmed. */
  discards(name: Name): Promise<void>;
  /** Says that rows of the governance are decided: no case has that in its record. */
  adopts(name: Name, fill: Fill): Promise<void>;
  movesTime(name: Name, by: 'hour' | 'day' | 'week' | 'next'): Promise<void>;
  /** Somebody presses a button that only shows something. */
  opens(name: Name, wanted: Wanted, fill?: Fill): Promise<Card>;
  /** Everybody presses everything in their chat that only shows something, and what that shows; strangers try too. */
  looksAround(): Promise<void>;
  /** A text that only these people may ever read. */
  secret(text: string, ...readers: readonly Name[]): string;
  /** From now on these may read it too. */
  reveal(text: string, ...readers: readonly Name[]): void;
  /** Who got which card as a message of its own since the last asking: `{ erik: ['request new'] }`. */
  news(): Promise<Readonly<Partial<Record<Name, readonly string[]>>>>;
  /** Nobody has read what is not theirs. */
  nobodyReadTooMuch(): void;
  entries(): Promise<number>;
}

export const tellStory = (office: Office, items: readonly ItemId[], pressed: Pressed): Story => {
  const { people, samordna, store } = office;
  const names = Object.keys(people) as readonly Name[];
  const stranger = office.teams.user({
    id: personId('33333333-3333-4333-8333-333333333333', 'cccccccc-0000-4000-8000-000000000001'),
    name: 'Okänd Person',
  });
  const secrets = new Map<string, Set<PersonId>>();
  const read = new WeakSet<Card>();
  const told = new Set<string>();
  const shown = new Set<string>();
  let turn = 0;

  const entries = async (): Promise<number> => {
    const found = await Promise.all(items.map((item) => samordna.cases.load(item)));
    return found.reduce((sum, body) => sum + (body?.history.length ?? 0), 0);
  };
  const unchanged = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const before = await entries();
    const result = await work();
    expect(await entries(), `${what} changed the record`).toBe(before);
    return result;
  };
  const nobodyReadTooMuch = (): void => {
    for (const user of [...Object.values(people), stranger]) {
      for (const card of user.received()) {
        if (read.has(card)) continue;
        read.add(card);
        const text = JSON.stringify(card);
        for (const [secret, readers] of secrets) {
          if (text.includes(secret) && !readers.has(user.id)) {
            throw new Error(`${user.name} reads "${secret}" in:\n${textOf(card)}`);
          }
        }
      }
    }
  };
  const isKept = (user: TeamsUser, card: Card): boolean =>
    isRefused(card) || (user === stranger && textOf(card).includes(stranger.id.split(':')[1] ?? ''));
  const othersPress = async (data: ActionData, most = 6): Promise<void> => {
    const may = rightOf(data).may(data);
    const others = may === 'everybody' ? [] : names.filter((name) => !may.includes(name));
    turn += 1;
    const chosen = others.map((_, i) => others[(i + turn) % others.length] as Name).slice(0, most);
    const what = JSON.stringify(data);
    for (const user of [...chosen.map((name) => people[name]), stranger]) {
      const card = await user.submits(data);
      expect(isKept(user, card), `${user.name} pressed ${what} and was shown:\n${textOf(card)}`).toBe(true);
    }
    pressed.others.add(data.verb as Verb);
  };

  /** The plan has 131 items; this is about some of them. */
  const isElsewhere = (data: ActionData): boolean =>
    data.item !== undefined && !(items as readonly unknown[]).includes(data.item);
  const look = async (user: TeamsUser, card: Card, depth: number): Promise<void> => {
    for (const button of buttonsOf(card)) {
      const data = dataOf(button);
      const what = `${user.name} pressed ${JSON.stringify(data)}`;
      if (rightOf(data).changes || shown.has(what) || isElsewhere(data)) continue;
      shown.add(what);
      const next = await user.submits(data);
      expect(isRefused(next), `${what} and was told: ${textOf(next)}`).toBe(false);
      pressed.own.add(data.verb as Verb);
      if (!shown.has(JSON.stringify(data))) await othersPress(data, 2);
      shown.add(JSON.stringify(data));
      if (depth > 1) await look(user, next, depth - 1);
    }
  };

  /** What changes no case, but something else that is not everybody's. */
  const steps = async (name: Name, wanted: Wanted, fill?: Fill): Promise<void> => {
    const data = people[name].about(wanted, fill);
    await othersPress(data);
    const card = await people[name].presses(wanted, fill);
    expect(bannerOf(card)?.style, textOf(card)).toBe('good');
    pressed.own.add(data.verb as Verb);
    await office.settled();
    nobodyReadTooMuch();
  };

  return {
    entries,
    discards: (name) => unchanged('Discarding', () => steps(name, 'import.discard')),
    adopts: (name, fill) => unchanged('Adopting', () => steps(name, 'rules.adopt', fill)),
    movesTime: async (name, by) => {
      const before = office.now();
      await steps(name, { verb: 'time.forward', by });
      expect(office.now() > before).toBe(true);
    },
    nobodyReadTooMuch,
    secret: (text, ...readers) => {
      secrets.set(text, new Set(readers.map((name) => people[name].id)));
      return text;
    },
    reveal: (text, ...readers) => {
      for (const name of readers) secrets.get(text)?.add(people[name].id);
    },
    opens: async (name, wanted, fill) => {
      const data = people[name].about(wanted, fill);
      const card = await unchanged(`Looking at ${String(data.verb)}`, async () => {
        await othersPress(data, 2);
        return people[name].presses(wanted, fill);
      });
      expect(isRefused(card), `${name} was told: ${textOf(card)}`).toBe(false);
      pressed.own.add(data.verb as Verb);
      nobodyReadTooMuch();
      return card;
    },
    does: async (name, wanted, fill) => {
      const data = people[name].about(wanted, fill);
      await unchanged(`A stranger's ${String(data.verb)}`, () => othersPress(data));
      const before = await entries();
      const card = await people[name].presses(wanted, fill);
      expect(isRefused(card), `${name} was told: ${textOf(card)}`).toBe(false);
      expect(await entries(), `${String(data.verb)} by ${name} is not in the record`).toBeGreaterThan(before);
      pressed.own.add(data.verb as Verb);
      await unchanged(`A second ${String(data.verb)}`, () => people[name].submits(data));
      await office.settled();
      nobodyReadTooMuch();
      return card;
    },
    looksAround: async () => {
      shown.clear();
      await unchanged('Looking around', async () => {
        for (const name of names) {
          for (const card of people[name].cards()) await look(people[name], card, 2);
        }
      });
      nobodyReadTooMuch();
    },
    news: async () => {
      const got: Partial<Record<Name, string[]>> = {};
      const found = allDocuments<MessageBody>(store, { kind: 'message', where: { state: STANDING } });
      for await (const { id, body } of found) {
        if (told.has(id)) continue;
        told.add(id);
        const name = names.find((one) => people[one].id === body.person);
        if (!name || !isStanding(body.state)) throw new Error(`A card went to ${body.person}`);
        const { activityId } = body.state;
        const arrived = office.connector.received.filter(
          (activity) => activity.method === 'POST' && activity.activityId === activityId,
        );
        expect(arrived.map(({ accepted }) => accepted)).toEqual([true]);
        const [{ subject, occasion }] = body.deliveries;
        const what = `${subject.card} ${occasion}`;
        got[name] = [...(got[name] ?? []), what].toSorted();
      }
      return got;
    },
  };
};

/** What is still to be pressed for each button to have been pressed by its owner, and by a stranger. */
/** Buttons of a push that is under way or went wrong, and of a concern that leaves no trace: they have tests of their own. */
const ELSEWHERE: readonly Verb[] = [
  'card.refresh',
  'digest.show',
  'digest.yes',
  'delivery.resolve',
  'push.stop',
  'push.resume',
  'concern.send',
  // More than fits on a card there is after a contract only.
  'stage.more',
  // Savings come after an award, follow-up and call-offs after a contract.
  'calloff.form',
  'calloff.send',
  'cost.form',
  'lesson.form',
  'lesson.show',
  'lesson.send',
  'lesson.use',
  'pulse.rate',
  'cost.send',
  'cost.undo',
  'saving.methods',
  'saving.form',
  'saving.rule-out-form',
  'saving.send',
  'saving.rule-out',
  'saving.validate',
  'realised.form',
  'realised.send',
  'attribution.form',
  'attribution.send',
  'cost.show',
  'cost.save',
];

export const unpressed = ({ own, others }: Pressed) => ({
  own: VERBS.filter((verb) => !own.has(verb) && !ELSEWHERE.includes(verb)),
  others: VERBS.filter((verb) => !others.has(verb) && !ELSEWHERE.includes(verb)),
});
