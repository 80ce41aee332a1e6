import { refusalText } from '../refusing.ts';
import type { Plain, Shown } from '../text/safe.ts';
import type { TextKey } from '../text/words.ts';
import type { Banner, View } from '../views.ts';
import { button, type CardData, type Laid } from './data.ts';
import type { Writer } from './writer.ts';

/** What every card has: how it went, what it is about, and as of when. */
interface Frame {
  readonly kicker?: Shown | undefined;
  readonly heading: Shown;
  /** What a notification says besides the banner. */
  readonly summary?: Plain;
}

const bannerKey = (given: Banner, w: Writer): TextKey => {
  switch (given.kind) {
    case 'done':
      return `done.${given.what}`;
    case 'refused':
      return refusalText(given.refusal, w.language).key;
    case 'occasion':
      return `occasion.${given.occasion}`;
    case 'instead':
      return 'banner.instead';
    case 'cut':
      return 'banner.cut';
    case 'already':
      return 'banner.already';
  }
};
const bannerParams = (given: Banner, w: Writer) => {
  switch (given.kind) {
    case 'instead':
      return { name: w.name(given.name) };
    case 'cut':
      return { read: w.number(given.read) };
    case 'already':
      return { name: w.name(given.by), when: w.moment(given.at) };
    case 'refused':
      return refusalText(given.refusal, w.language).params;
    default:
      return {};
  }
};
const bannerPlain = (given: Banner, w: Writer) => {
  switch (given.kind) {
    case 'instead':
      return { name: w.plainName(given.name) };
    case 'cut':
      return { read: w.number(given.read) };
    case 'already':
      return { name: w.plainName(given.by), when: w.moment(given.at) };
    case 'refused':
      return refusalText(given.refusal, w.language).params;
    default:
      return {};
  }
};
const bannerStyle = (given: Banner): string => {
  switch (given.kind) {
    case 'done':
    case 'already':
      return 'good';
    case 'refused':
    case 'cut':
      return 'attention';
    case 'instead':
      return 'accent';
    case 'occasion':
      return given.occasion === 'urgent' ? 'attention' : 'accent';
  }
};

/** A first sending needs no banner: the card itself is the news. */
const worthSaying = ({ banner }: View): Banner | undefined =>
  banner?.kind === 'occasion' && banner.occasion === 'new' ? undefined : banner;

/** A card's data within its frame. The notification says first how it went, or that it is a reminder. */
export const lay = (view: View, w: Writer, frame: Frame, data: CardData): Laid => {
  const banner = worthSaying(view);
  const said = [
    maybe(banner, (given) => w.say.plain(bannerKey(given, w), bannerPlain(given, w))),
    frame.summary,
  ];
  return {
    summary: said.filter((part) => part !== undefined).join(' ') as Plain,
    data: {
      ...data,
      kicker: frame.kicker,
      heading: frame.heading,
      banner: maybe(banner, (given) => ({
        text: w.say(bannerKey(given, w), bannerParams(given, w)),
        style: w.input(bannerStyle(given)),
      })),
      asOf: w.say('common.asOf', { when: w.moment(view.asOf) }),
      ...maybe(view.asked, (text) => ({
        wrong: button({ verb: 'answer.wrong', text }),
        wrongText: w.say('common.wrong'),
        wrongTip: w.say.plain('common.wrongTip'),
      })),
    },
  };
};

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

/** Short notes of one line, side by side. */
export const dotted = (parts: readonly (Shown | undefined)[]): Shown | undefined => {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : (said.join(' · ') as Shown);
};
