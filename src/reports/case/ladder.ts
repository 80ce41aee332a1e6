import type { FileDecision } from '#application/record/case-file.ts';
import { facts, html, type Markup, section, table } from '../markup.ts';
import type { Desk, Part } from './desk.ts';

/** How it climbed, what the council held, and what was decided by whom. */
export const ladderParts = ({ file, w, t, named, list, who, quote, gone }: Desk): readonly Part[] => {
  const ladder = (): Markup | null =>
    file.ladders.length === 0
      ? null
      : section(
          t('ladder'),
          file.ladders.map(
            ({ cause, levels }) =>
              html`<p>${t(`cause.${cause}`)}</p>${table(
                [t('level'), t('from'), t('to'), t('workingDays')],
                levels.map(({ level, from, to, workingDays }) => [
                  w.word(`level.${level}`),
                  w.moment(from),
                  to === null ? t('ongoing') : w.moment(to),
                  workingDays ?? '',
                ]),
              )}`,
          ),
        );

  const council = (): Markup | null => {
    const rows = [
      ...file.declarations.map((one) => ({
        seq: one.seq,
        row: [w.moment(one.at), who(one), t(one.conflict ? 'conflict' : 'noConflict')],
      })),
      ...file.positions.map((one) => ({
        seq: one.seq,
        row: [
          w.moment(one.at),
          html`${who(one)}<br><span class="note">${named(one.region)}</span>`,
          html`<strong>${w.word(`stance.${one.stance}`)}</strong>${quote(one.texts.reason, t('reason'))}${quote(one.texts.dissent, t('dissent'))}${gone(one)}`,
        ],
      })),
    ].sort((a, b) => a.seq - b.seq);
    if (rows.length === 0 && file.council.length === 0 && file.proposals.length === 0) return null;
    return section(
      t('positions'),
      file.proposals.map(
        (one) =>
          html`<p><strong>${t('proposal')}: ${w.word(`outcome.${one.outcome}`)}</strong> · ${who(one)}, ${w.moment(one.at)}</p>${quote(one.texts.text)}${gone(one)}`,
      ),
      rows.length === 0
        ? null
        : table(
            [t('when'), t('who'), t('stance')],
            rows.map(({ row }) => row),
          ),
      file.council.length === 0
        ? null
        : table(
            [t('region'), t('council'), t('votes')],
            file.council.map(({ region, stance, approvals, rejections }) => [
              named(region),
              w.word(`stance.${stance}`),
              `${approvals} / ${rejections}`,
            ]),
          ),
    );
  };

  const decision = (one: FileDecision): Markup =>
    html`<h3>${w.word(`outcome.${one.outcome}`)}</h3>${facts([
      [t('forRegions'), list(one.regions)],
      [t('when'), w.moment(one.at)],
      [t('who'), who(one)],
      [t('mandate'), one.example ? html`${one.rule}<br><span class="note">${t('example')}</span>` : one.rule],
      ...(one.reference === null ? [] : [[t('restsOn'), one.reference] as const]),
      [t('ruleVersion'), one.ruleVersion],
      ...(one.minutes
        ? [
            [
              t('minutes'),
              `${named(one.minutes.body)}, ${w.day(one.minutes.date)}, ${one.minutes.paragraph}, ${one.minutes.registryNumber}`,
            ] as const,
          ]
        : []),
      ...(one.minutes?.adjusted ? [[t('adjusted'), w.day(one.minutes.adjusted)] as const] : []),
    ])}${quote(one.texts.text)}${gone(one)}`;
  const decisions = (): Markup | null =>
    file.decisions.length === 0 ? null : section(t('decisions'), file.decisions.map(decision));

  const outcomes = (): Markup | null =>
    file.outcomes.length === 0
      ? null
      : section(
          t('outcomes'),
          file.outcomes.map(
            (one) =>
              html`<p><strong>${w.word(`outcome.${one.outcome}`)}</strong> · ${t(`how.${one.how}`)} · ${w.moment(one.at)}${one.declining.length > 0 ? html`<br>${t('declining')} ${list(one.declining)}` : null}</p>`,
          ),
        );

  return [ladder, council, decisions, outcomes];
};
