import type { FileAnswer, Named } from '#application/record/case-file.ts';
import { facts, html, type Markup, section, table } from '../markup.ts';
import type { Desk, Part } from './desk.ts';

/** Who was asked, what was answered, and what was proposed to those who objected. */
export const askingParts = ({ file, w, t, named, who, quote, gone }: Desk): readonly Part[] => {
  const rounds = (): Markup | null =>
    file.rounds.length === 0
      ? null
      : section(
          t('rounds'),
          file.rounds.map(
            (round) =>
              html`<h3>${t('round')} ${round.number}</h3>${facts([
                [t('opened'), html`${w.moment(round.at)}<br>${who(round)}`],
                [t('deadline'), w.moment(round.deadline)],
                [t('owner'), round.owner],
              ])}${table(
                [t('region'), t('unit'), t('asked')],
                round.units.map(({ region, unit, respondents }) => [
                  named(region),
                  unit,
                  respondents.join(', '),
                ]),
              )}`,
          ),
        );

  const said = (answer: FileAnswer): Markup => {
    const { kind, commitment, reason, texts } = answer;
    const figures = [
      commitment?.volume === undefined ? null : `${t('volume')}: ${w.number(commitment.volume)}`,
      commitment?.value === undefined ? null : `${t('value')}: ${w.kronor(commitment.value)}`,
      commitment?.neededBy === undefined ? null : `${t('neededBy')}: ${w.day(commitment.neededBy)}`,
      commitment === undefined ? null : w.word(`binding.${commitment.binding}`),
      reason === undefined ? null : w.word(`reason.${reason}`),
    ].filter((figure) => figure !== null);
    return html`<strong>${w.word(`answer.${kind}`)}</strong>${figures.map((figure) => html`<br>${figure}`)}${quote(texts.text)}${quote(texts.evidence, t('evidence'))}${gone(answer)}`;
  };
  const unit = ({ unit: name, region }: { readonly unit: string; readonly region: Named }): Markup =>
    html`${name}<br><span class="note">${named(region)}</span>`;
  const answers = (): Markup | null => {
    const rows = [
      ...file.answers.map((one) => ({
        seq: one.seq,
        row: [w.moment(one.at), unit(one), who(one), said(one)],
      })),
      ...file.silent.map((one) => ({
        seq: one.seq,
        row: [w.moment(one.at), unit(one), t('system'), html`<strong>${w.word('answer.no-answer')}</strong>`],
      })),
    ].sort((a, b) => a.seq - b.seq);
    return rows.length === 0
      ? null
      : section(
          t('answers'),
          table(
            [t('when'), t('unit'), t('who'), t('said')],
            rows.map(({ row }) => row),
          ),
        );
  };

  const solutions = (): Markup | null =>
    file.solutions.length === 0
      ? null
      : section(
          t('solutions'),
          table(
            [t('when'), t('unit'), t('who'), t('solutions')],
            file.solutions.map((one) => [
              w.moment(one.at),
              unit(one),
              who(one),
              html`${'proposed' in one ? w.word(`solution.${one.proposed}`) : t(one.accepted ? 'accepted' : 'rejected')}${quote(one.texts.text)}${gone(one)}`,
            ]),
          ),
        );

  return [rounds, answers, solutions];
};
