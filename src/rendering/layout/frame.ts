import { asShown, type Plain, type Shown } from '../text/safe.ts';
import type { TextKey } from '../text/words.ts';
import type { Banner, View } from '../views.ts';
import type { CardData, Datum, Laid } from './data.ts';
import type { Writer } from './writer.ts';

/** What every card has: how it went, what it is about, and as of when. */
interface Frame {
  readonly kicker?: Shown | undefined;
  readonly heading: Shown;
  readonly summary: Plain;
}

const banner = (given: Banner, w: Writer): Datum => {
  switch (given.kind) {
    case 'done':
      return { text: w.say(`done.${given.what}`), style: asShown('good') };
    case 'refused':
      return { text: w.say(`refusal.${given.refusal.code}`), style: asShown('attention') };
    case 'occasion':
      return {
        text: w.say(`occasion.${given.occasion}`),
        style: asShown(given.occasion === 'urgent' ? 'attention' : 'accent'),
      };
  }
};

/** A first sending needs no banner: the card itself is the news. */
const worthSaying = (given: Banner | undefined): given is Banner =>
  given !== undefined && !(given.kind === 'occasion' && given.occasion === 'new');

/** A card's data within its frame. */
export const lay = (view: View, w: Writer, frame: Frame, data: CardData): Laid => ({
  summary: frame.summary,
  data: {
    ...data,
    kicker: frame.kicker,
    heading: frame.heading,
    banner: worthSaying(view.banner) ? banner(view.banner, w) : undefined,
    asOf: w.say('common.asOf', { when: w.moment(view.asOf) }),
  },
});

export interface Fact {
  readonly title: Shown;
  readonly value: Shown;
  readonly [key: string]: Shown;
}
export const fact = (w: Writer, title: TextKey, value: Shown | undefined): readonly Fact[] =>
  value === undefined ? [] : [{ title: w.say(title), value }];

/** Applies to a value that may be absent, for facts and keys that then fall away. */
export const maybe = <T, R>(value: T | undefined, make: (value: T) => R): R | undefined =>
  value === undefined ? undefined : make(value);

/** The first lines of a list, and how many more there are. */
export const firstLines = <T>(
  all: readonly T[],
  w: Writer,
): { readonly lines: readonly T[]; readonly more: Shown | undefined } => ({
  lines: all.slice(0, w.limits.lines),
  more:
    all.length > w.limits.lines ? w.say('common.andMore', { count: all.length - w.limits.lines }) : undefined,
});
