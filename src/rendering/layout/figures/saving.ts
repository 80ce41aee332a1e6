import { type Attribution, SOURCES } from '#domain/savings/attribution.ts';
import { METHODS } from '#domain/savings/method.ts';
import type { FiguresFace, FiguresView, Obstacles, RealisedShown, SavingShown } from '../../views/figures.ts';
import { button } from '../data.ts';
import { dotted, type Fact, fact, maybe } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { of, type Press, rangeText, type Sheet } from './parts.ts';

type Face<K extends FiguresFace['kind']> = Extract<FiguresFace, { kind: K }>;
const line = (title: Fact['title'], value: Fact['value']): Fact => ({ title, value });

/** Low, base and high, by which method, how sure, who answers for it and whether finance does too. */
export const savingFacts = (saving: SavingShown, w: Writer): readonly Fact[] => [
  ...fact(w, 'saving.annual', rangeText(saving.annual, w)),
  line(w.say('saving.term', { years: saving.years }), rangeText(saving.term, w)),
  ...fact(
    w,
    'saving.byWinner',
    maybe(saving.byWinner, (range) => rangeText(range, w)),
  ),
  ...fact(
    w,
    'saving.method',
    // "market-price-1" names the method already; a reader wants which version of it.
    w.say('saving.version', {
      method: w.say(`method.${saving.method}`),
      version: w.name(saving.version.replace(/^.*-/, '')),
    }),
  ),
  ...fact(
    w,
    'saving.matched',
    maybe(saving.matched, (share) => w.say('saving.matchedNote', { percent: w.percent(share) })),
  ),
  ...fact(w, 'saving.by', w.say('saving.byOn', { by: w.name(saving.by), on: w.day(saving.on) })),
  ...fact(
    w,
    'saving.status',
    saving.validated
      ? w.say('saving.validated', { by: w.name(saving.validated.by), when: w.moment(saving.validated.at) })
      : w.say('saving.open'),
  ),
];

export const obstacleFacts = (obstacles: Obstacles, w: Writer): readonly Fact[] =>
  METHODS.flatMap((method) => {
    const obstacle = obstacles[method];
    return obstacle === undefined
      ? []
      : [
          line(
            w.say(`method.${method}`),
            w.say('saving.obstacleWhy', { obstacle: w.say(`obstacle.${obstacle}`) }),
          ),
        ];
  });

export const outcomeFacts = (
  realised: readonly RealisedShown[],
  attribution: Attribution | undefined,
  w: Writer,
): readonly Fact[] => [
  ...realised.map(({ from, to, value, covered }) =>
    line(
      w.say('saving.realised', { from: w.day(from), to: w.day(to) }),
      value === null
        ? w.say('saving.realisedNone')
        : w.say('saving.realisedValue', { value: w.kronor(value), percent: w.percent(covered) }),
    ),
  ),
  ...fact(
    w,
    'saving.attribution',
    maybe(attribution, (shares) =>
      dotted(
        SOURCES.filter((source) => shares[source] > 0).map((source) =>
          w.say('saving.attributionPart', {
            source: w.say(`source.${source}`),
            percent: w.percent(shares[source]),
          }),
        ),
      ),
    ),
  ),
];

export const saving = (view: FiguresView, face: Face<'saving'>, w: Writer): Sheet => {
  const item = view.item.id;
  const found = face.saving;
  const impossible = METHODS.every((method) => face.obstacles[method] !== undefined);
  const { may } = face;
  const links: readonly (Press | false)[] = [
    may.realise && { label: w.say.plain('saving.realise'), press: button({ verb: 'realised.form', item }) },
    may.attribute && {
      label: w.say.plain('saving.attribute'),
      press: button({ verb: 'attribution.form', item }),
    },
    may.state && {
      label: w.say.plain(found ? 'saving.recount' : 'saving.count'),
      press: button({ verb: 'saving.methods', item }),
    },
    {
      label: w.say.plain('figures.all'),
      press: button({ verb: 'card.open', subject: { card: 'figures', item } }),
    },
  ];
  return {
    kicker: of(view, w),
    heading: w.say('saving.heading'),
    summary: w.say.plain('saving.summary', { title: w.plainName(view.item.title) }),
    intro: found ? w.say('figures.rangeNote') : w.say(impossible ? 'saving.notCalculable' : 'saving.none'),
    facts: [
      ...(found ? savingFacts(found, w) : []),
      ...obstacleFacts(face.obstacles, w),
      ...fact(
        w,
        'saving.assumptions',
        maybe(found?.assumptions, (text) => w.text(text)),
      ),
      ...fact(
        w,
        'saving.bias',
        maybe(found?.bias, ({ bidders, share }) =>
          w.say('saving.biasNote', { bidders, percent: w.percent1(share) }),
        ),
      ),
      ...outcomeFacts(face.realised, face.attribution, w),
    ],
    question: may.validate ? w.say('saving.validateQuestion') : undefined,
    send:
      may.validate && found
        ? {
            label: w.say.plain('saving.validate'),
            press: button({ verb: 'saving.validate', item, stated: found.stated }),
          }
        : undefined,
    links: links.filter((one) => one !== false),
  };
};
