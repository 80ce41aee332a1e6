import { SOURCES } from '#domain/savings/attribution.ts';
import type { Range } from '#domain/savings/range.ts';
import { facts, html, type Markup, section } from '../markup.ts';
import type { ReportWord } from '../text/sv.ts';
import type { Desk, Part } from './desk.ts';

/** What its money came to: never the base of a saving alone, and always who answers for it. */
export const figureParts = ({ file, w, t, quote }: Desk): readonly Part[] => {
  const filled = (key: ReportWord, fill: Readonly<Record<string, string>>): string =>
    t(key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);
  const range = ({ low, base, high }: Range): string =>
    filled('figures.rangeOf', { low: w.kronor(low), base: w.kronor(base), high: w.kronor(high) });

  const figures = (): Markup | null => {
    if (file.figures === null) return null;
    const { saving, obstacles, realised, attribution, costs } = file.figures;
    const ofSaving: [string, string | Markup][] = saving
      ? [
          [t('figures.annual'), range(saving.annual)],
          [filled('figures.term', { years: w.number(saving.years) }), range(saving.term)],
          [
            t('figures.method'),
            html`${w.word(`method.${saving.method}`)} (${saving.version})${saving.method === 'market-price' ? html`<br><span class="note">${t('figures.marketNote')}</span>` : null}`,
          ],
          [t('figures.by'), `${saving.by}, ${w.day(saving.on)}`],
          [
            t('figures.signed'),
            saving.validated
              ? `${saving.validated.by}, ${w.moment(saving.validated.at)}`
              : t('figures.notSigned'),
          ],
        ]
      : [];
    return section(
      t('figures.figures'),
      facts([
        ...ofSaving,
        ...obstacles.map(
          ({ method, obstacle }) =>
            [
              `${t('figures.obstacles')}: ${w.word(`method.${method}`)}`,
              w.word(`obstacle.${obstacle}`),
            ] as const,
        ),
        ...realised.map(
          ({ from, to, value }) =>
            [
              `${t('figures.realised')}, ${w.day(from)} – ${w.day(to)}`,
              value === null ? t('figures.unknown') : w.kronor(value),
            ] as const,
        ),
        ...(attribution
          ? [
              [
                t('figures.attribution'),
                SOURCES.filter((source) => attribution[source] > 0)
                  .map(
                    (source) =>
                      `${w.word(`source.${source}`)} ${w.number(Math.round(attribution[source] * 100))} %`,
                  )
                  .join(', '),
              ] as const,
            ]
          : []),
        ...costs.map(
          ({ category, seconds, external }) =>
            [
              `${t('figures.costs')}: ${w.word(`costCategory.${category}`)}`,
              [
                seconds > 0
                  ? filled('figures.hours', { hours: w.number(Math.round(seconds / 360) / 10) })
                  : null,
                external > 0 ? filled('figures.external', { sek: w.kronor(external) }) : null,
              ]
                .filter((part) => part !== null)
                .join(', '),
            ] as const,
        ),
      ]),
      quote(saving?.assumptions ?? undefined, t('figures.assumptions')),
    );
  };
  return [figures];
};
