import { BID_CLASSES, expectedSpread } from '#domain/savings/bias.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import { definedAs, indicatorWords } from '#reports/indicator-words.ts';
import type { Shown } from '../../text/safe.ts';
import type {
  Counted,
  EvidenceLinks,
  FigureTopic,
  FindingsFace,
  IndicatorLine,
  ItemTitle,
} from '../../views/findings.ts';
import { button } from '../data.ts';
import { type Line, type Press, rangeText, type Sheet } from '../figures/parts.ts';
import { dotted, type Fact, firstLines, maybe } from '../frame.ts';
import { label } from '../label.ts';
import type { Writer } from '../writer.ts';

type Face<K extends FindingsFace['kind']> = Extract<FindingsFace, { kind: K }>;

/** Where the procurements behind a figure are wanted, or what it is. */
export const showing = (
  topic: FigureTopic,
  { from, to, region, category }: Counted,
  of: 'figures' | 'behind' | 'definitions',
) =>
  button({
    verb: 'findings.show',
    topic,
    of,
    from,
    to,
    ...(region ? { region: region.id } : {}),
    ...(category ? { category } : {}),
  });

export const nameOf = (id: string, w: Writer): Shown => w.name(definedAs(id, w.language).name);

/** The value in its unit; why there is none, where there is none. */
export const valueText = (
  line: Pick<IndicatorLine, 'value' | 'reason' | 'low' | 'high' | 'measure'>,
  w: Writer,
) => {
  const { value, reason, low, high, measure } = line;
  const words = indicatorWords(w.language);
  if (value === null)
    return w.say('figured.none', { reason: w.name(reason === null ? '–' : words.noValue[reason]) });
  switch (measure) {
    case 'share':
      return w.percent1(value);
    case 'SEK':
      return low === null || high === null ? w.kronor(value) : rangeText({ low, base: value, high }, w);
    case 'count':
    case 'factor':
      return w.number(value);
    case 'days':
    case 'hours':
    case 'per-contract':
    case 'rating':
      return w.say('figured.withUnit', { value: w.number(value), unit: w.name(words.units[measure]) });
    default:
      return never(measure);
  }
};

/** "27 av 142": what it rests on. */
const restsText = (
  { measure, value, numerator, denominator, rests, id, signed }: IndicatorLine,
  w: Writer,
): Shown | undefined => {
  if (
    measure === 'share' &&
    numerator !== null &&
    denominator !== null &&
    Number.isInteger(numerator + denominator)
  )
    return id.endsWith('-by-value')
      ? w.say('figured.of', { part: rests.on, whole: rests.of })
      : w.say('figured.of', { part: numerator, whole: denominator });
  // A count says itself how many it counted.
  if (signed !== undefined && rests.of > 0)
    return w.say('figured.restsSigned', { part: rests.on, whole: rests.of, signed });
  if (rests.of === 0 || (measure === 'count' && value === rests.on)) return undefined;
  return w.say('figured.rests', { part: rests.on, whole: rests.of });
};

const excludedText = ({ excluded }: IndicatorLine, w: Writer): Shown | undefined => {
  const words = indicatorWords(w.language);
  const said = dotted(excluded.map(({ reason, count }) => w.name(`${count} ${words.excluded[reason]}`)));
  return maybe(said, (text) => w.say('figured.excluded', { text }));
};

export const factOf = (line: IndicatorLine, w: Writer): Fact => ({
  title: label(nameOf(line.id, w)),
  value: dotted([valueText(line, w), line.value === null ? undefined : restsText(line, w)]) ?? w.name('–'),
});

export const overText = ({ from, to, region, category }: Counted, w: Writer): Shown | undefined =>
  dotted([
    w.say('items.period', { from: w.day(from), to: w.day(to) }),
    maybe(region, w.region),
    maybe(category, (code) => w.say('items.category', { category: w.name(code) })),
  ]);

/** Where to go from the figures of a topic. */
const nextSteps = ({ topic, over, main }: Face<'indicators'>, w: Writer): readonly Press[] => {
  const others: Readonly<Record<FigureTopic, readonly FigureTopic[]>> = {
    share: ['control', 'savings'],
    savings: ['costs', 'share'],
    costs: ['net', 'savings'],
    net: ['costs', 'savings'],
    lessons: [],
    control: ['share'],
  };
  return [
    ...(main.rests.of > 0
      ? [{ label: w.say.plain('figured.behind'), press: showing(topic, over, 'behind') }]
      : []),
    { label: w.say.plain('figured.definitions'), press: showing(topic, over, 'definitions') },
    ...others[topic].map((other) => ({
      label: w.say.plain(`findingTopic.${other}`),
      press: showing(other, over, 'figures'),
    })),
  ];
};

/** What is opened outside of the chat, and that the address is all that opens it. */
const evidenceOf = (evidence: EvidenceLinks | undefined, w: Writer): Pick<Sheet, 'urls'> =>
  evidence
    ? {
        urls: [
          { label: w.say.plain('figured.evidence'), url: w.plainName(evidence.page) },
          { label: w.say.plain('figured.evidenceRows'), url: w.plainName(evidence.workbook) },
        ],
      }
    : {};

/** What the market price shows by itself (domain: indicator 3), beside what was computed by it. */
const biasText = ({ count, sum }: NonNullable<Face<'indicators'>['market']>, w: Writer): Shown => {
  const [three, five, ten] = BID_CLASSES;
  const share = (bidders: number) => w.percent1(expectedSpread(bidders));
  return w.say('figured.bias', {
    count,
    range: rangeText(sum, w),
    three: share(three),
    five: share(five),
    ten: share(ten),
  });
};

/** The answer to a question about figures: the main one large, what it rests on, the rest as facts. */
export const indicators = (face: Face<'indicators'>, asOf: Instant, w: Writer): Sheet => {
  const { topic, over, main, others, regions, target } = face;
  const value = valueText(main, w);
  const said = w.say('figured.lead', { name: nameOf(main.id, w), value });
  const rests = main.value === null ? undefined : restsText(main, w);
  const running = maybe(face.running, (day) => w.say('figured.running', { day: w.day(day) }));
  return {
    kicker: overText(over, w),
    heading: w.say(`findingTopic.${topic}`),
    // What is read out or quoted is no bare number either: what it rests on, of which period, and as of when.
    summary: w.plainName(
      [
        w.say('figured.lead', { name: w.name(definedAs(main.id, w.language).name), value }),
        rests,
        // A quotation is cut at its end: when it was so stands before how long it will be counted.
        w.say('common.asOf', { when: w.moment(asOf) }),
        overText(over, w),
        running,
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
    ),
    lead: said,
    intro: dotted([rests, excludedText(main, w), running]),
    facts: [
      ...(target
        ? [
            {
              title: w.say('figured.target'),
              value:
                dotted([
                  valueText({ ...main, value: target.value, low: null, high: null }, w),
                  target.basis === null ? w.say('figured.noBasis') : w.name(target.basis),
                  target.example ? w.say('figured.example') : undefined,
                ]) ?? w.name('–'),
            },
          ]
        : []),
      ...regions.map(({ region, line }) => ({ ...factOf(line, w), title: w.region(region) })),
      ...others.map((line) => factOf(line, w)),
    ],
    note: [
      w.say('figured.definition', {
        text: w.text(definedAs(main.id, w.language).definition),
        version: w.name(main.version),
      }),
      ...(face.market ? [biasText(face.market, w)] : []),
      ...(regions.length > 1 ? [w.say('figured.joint')] : []),
      ...(face.evidence ? [w.say('figured.evidenceNote')] : []),
    ].join('\n\n') as Shown,
    ...evidenceOf(face.evidence, w),
    links: nextSteps(face, w),
  };
};

const back = (topic: FigureTopic, over: Counted, w: Writer): Press => ({
  label: w.say.plain('common.back'),
  press: showing(topic, over, 'figures'),
});

export const definitions = ({ topic, over, lines }: Face<'definitions'>, w: Writer): Sheet => ({
  kicker: w.say(`findingTopic.${topic}`),
  heading: w.say('figured.definitions'),
  summary: w.say.plain('figured.definitions'),
  rows: lines.map(({ id, version }) => ({
    title: nameOf(id, w),
    note: w.say('figured.definition', {
      text: w.text(definedAs(id, w.language).definition),
      version: w.name(version),
    }),
  })),
  links: [back(topic, over, w)],
});

export const itemLines = (items: readonly ItemTitle[], w: Writer, note?: Shown): readonly Line[] =>
  items.map(({ id, title, region }) => ({
    title: w.name(title),
    note: dotted([w.name(id), w.region(region), note]),
    label: w.say.plain('items.openTip', { title: w.plainName(title) }),
    open: button({ verb: 'item.show', item: id }),
  }));

/** How it was left, and each decided reason with who decided it, or that there is none. */
const controlLine = (item: Face<'behind'>['counted'][number], w: Writer): Line => {
  const [line = { title: w.name(item.title) }] = itemLines(
    [item],
    w,
    item.control
      ? w.say(`controlHow.${item.control.how}`, { on: w.day(item.control.on) })
      : w.say('figured.counted'),
  );
  if (!item.control) return line;
  const { reasons, withheld } = item.control;
  const extra = withheld
    ? w.say('figured.withheld')
    : reasons.length === 0
      ? w.say('figured.noReason')
      : dotted(
          reasons.map(({ text, by, on }) =>
            w.say('figured.reason', { text: w.text(text), by: w.name(by), on: w.day(on) }),
          ),
        );
  return { ...line, extra };
};

export const behind = (face: Face<'behind'>, w: Writer): Sheet => {
  const all = [
    ...face.counted.map((item) => controlLine(item, w)),
    ...itemLines(face.rest, w, w.say('figured.notCounted')),
  ];
  const { lines, more } = firstLines(all, w);
  return {
    kicker: overText(face.over, w),
    heading: nameOf(face.id, w),
    summary: w.say.plain('figured.behindIt'),
    intro: w.say('figured.of', { part: face.counted.length, whole: all.length }),
    lines,
    more,
    ...(face.evidence ? { note: w.say('figured.evidenceNote') } : {}),
    ...evidenceOf(face.evidence, w),
    links: [back(face.topic, face.over, w)],
  };
};
