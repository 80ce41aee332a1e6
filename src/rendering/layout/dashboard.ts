import type { Indicator, Unit } from '#domain/indicators/indicator.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import { definedAs, indicatorWords } from '#reports/indicator-words.ts';
import type { Plain, Shown } from '../text/safe.ts';
import { DASHBOARD_FIGURES, type DashboardView } from '../views/dashboard.ts';
import type { Laid } from './data.ts';
import { showing } from './findings/indicators.ts';
import { dotted, type Fact, fact, lay } from './frame.ts';
import { label } from './label.ts';
import type { Writer } from './writer.ts';

const MILLION = 1_000_000;
const inUnit = (value: number, unit: Unit, w: Writer): Shown => {
  if (unit === 'share') return w.percent1(value);
  return unit === 'SEK' ? w.money(value) : w.number(value);
};

/** "33,3 % (1 av 3)", "500 000 kr (250 000 kr till 750 000 kr)": never a bare number. */
const told = (figure: Indicator, value: number, w: Writer): Shown => {
  const { unit, low, high, basis } = figure;
  const shown = inUnit(value, unit, w);
  const beside =
    low !== null && high !== null
      ? w.say('dashboard.range', { low: inUnit(low, unit, w), high: inUnit(high, unit, w) })
      : unit === 'SEK'
        ? w.say('dashboard.over', {
            counted: figure.behind.counted.length,
            whole: figure.behind.of.length,
          })
        : w.say('dashboard.of', partsOf(figure));
  return w.say(basis === 'forecast' ? 'dashboard.forecast' : 'dashboard.value', { value: shown, beside });
};

const named = ({ id }: Indicator, w: Writer): Shown => label(w.name(definedAs(id, w.language).name));

/** The figures that there are, and once for each reason those that there are not. */
const figureFacts = (figures: readonly Indicator[], w: Writer): readonly Fact[] => {
  const missing = Map.groupBy(
    figures.filter(({ value }) => value === null),
    ({ reason }) => reason ?? 'not-stated',
  );
  return [
    ...figures.flatMap((figure) =>
      figure.value === null ? [] : [{ title: named(figure, w), value: told(figure, figure.value, w) }],
    ),
    ...[...missing].flatMap(([reason, without]) =>
      fact(
        w,
        'dashboard.none',
        w.say('dashboard.noneOf', {
          names: w.list(without.map((figure) => named(figure, w))),
          reason: w.name(indicatorWords(w.language).noValue[reason]),
        }),
      ),
    ),
  ];
};

const partsOf = ({ numerator, denominator }: Indicator) => ({
  part: numerator ?? 0,
  whole: denominator ?? 0,
});
/** A chart's bar says of how many its share is: "Sörmland, 1 av 2". */
const barName = (name: Plain, figure: Indicator, w: Writer): Plain =>
  w.say.plain('dashboard.bar', { name, ...partsOf(figure) });

/** A chart where the client draws one, else a table with the same numbers; the facts below are those that no chart shows. */
export const dashboard = (view: DashboardView, w: Writer): Laid => {
  const [first] = view.scopes;
  const of = (id: string, region: RegionId | null) =>
    view.figures.find((one) => one.id === id && one.scope.region === region);
  const name = (scope: (typeof view.scopes)[number]): Plain =>
    view.scopes.length > 1 && scope.region === null
      ? w.say.plain('dashboard.together')
      : w.plainName(scope.name[w.language].replace(/^Region /, ''));
  const shares = view.scopes.flatMap((scope) => {
    const figure = of('share-coordinated', scope.region);
    return figure?.value == null ? [] : [{ name: name(scope), figure, value: figure.value }];
  });
  const share = of('share-coordinated', first?.region ?? null);
  const saving = of('enabled-saving', first?.region ?? null);
  const ends =
    saving?.value == null || saving.low === null || saving.high === null
      ? []
      : ([
          ['dashboard.low', saving.low],
          ['dashboard.base', saving.value],
          ['dashboard.high', saving.high],
        ] as const);
  const charted: readonly Indicator['id'][] = [
    ...(share?.value == null ? [] : (['share-coordinated'] as const)),
    ...(ends.length === 0 ? [] : (['enabled-saving'] as const)),
  ];
  const percents = (value: number) => Math.round(value * 1000) / 10;
  const millions = (value: number) => Math.round((value / MILLION) * 100) / 100;
  const period = { from: w.day(view.period.from), to: w.day(view.period.to) };
  /** The same period, region and category, for the cards that lead on to the procurements. */
  const over = {
    ...view.period,
    ...(first && first.region !== null ? { region: { id: first.region, ...first.name } } : {}),
    ...(view.category ? { category: view.category } : {}),
  };
  return lay(
    view,
    w,
    {
      kicker: dotted([
        w.say('dashboard.period', period),
        view.category ? w.say('items.category', { category: w.name(view.category) }) : undefined,
      ]),
      heading: w.say('dashboard.heading'),
      summary: w.say.plain('dashboard.summary', {
        ...period,
        part: share?.numerator ?? 0,
        whole: share?.denominator ?? 0,
      }),
    },
    {
      running: view.running ? w.say('dashboard.running') : undefined,
      shares:
        shares.length === 0
          ? undefined
          : shares.map((one) => ({ x: barName(one.name, one.figure, w), y: percents(one.value) })),
      shareRows: shares.map((one) => ({
        name: w.name(one.name),
        value: w.percent1(one.value),
        parts: w.say('dashboard.of', partsOf(one.figure)),
      })),
      ends:
        ends.length === 0
          ? undefined
          : ends.map(([key, value]) => ({ x: w.say.plain(key), y: millions(value) })),
      endRows: ends.map(([key, value]) => ({ name: w.say(key), value: w.number(millions(value)) })),
      facts: figureFacts(
        DASHBOARD_FIGURES.flatMap((id) => of(id, first?.region ?? null) ?? []).filter(
          ({ id }) => !charted.includes(id),
        ),
        w,
      ),
      links: [
        ...((share?.behind.of.length ?? 0) > 0
          ? [{ label: w.say.plain('figured.behind'), press: showing('share', over, 'behind') }]
          : []),
        { label: w.say.plain('dashboard.control'), press: showing('control', over, 'figures') },
      ],
      report: view.links ? w.plainName(view.links.report) : undefined,
      workbook: view.links ? w.plainName(view.links.workbook) : undefined,
      pdf: view.links?.pdf ? w.plainName(view.links.pdf) : undefined,
      linkNote: w.say(view.links ? 'dashboard.linkNote' : 'dashboard.noLink'),
    },
  );
};
