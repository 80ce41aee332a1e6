import { loadReport } from '#application/reporting/loading.ts';
import { isEvidenced } from '#domain/audit/follow-up.ts';
import { writing } from '#rendering/writing.ts';
import { evidenceText } from '#reports/report/evidence.ts';
import { tellIn } from '#reports/report/words.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome } from '../output.ts';
import { languageIn, mayReport, requestOf } from './report-request.ts';

export interface FollowUpOptions {
  readonly period: string;
  readonly region?: string;
  readonly category?: string;
  readonly lang: string;
}

/** The register of the audit's findings, with what the system itself shows for each. */
export const followUp = async (context: CliContext, options: FollowUpOptions): Promise<Outcome> => {
  const language = languageIn(options.lang);
  await mayReport(context, language);
  const { presenter, rules } = await context.samordna();
  const asOf = presenter.now();
  const request = requestOf({ ...options, kind: 'tertial' }, await rules.at(asOf));
  const { followUps } = await loadReport({ store: context.store, rules }, request, asOf);
  const [w, t] = [writing(language), tellIn(language)];
  const found = followUps.map((one) => ({
    finding: one.finding,
    words: t(`finding.${one.finding}`),
    measures: one.measures,
    evidenced: isEvidenced(one),
    evidence: one.evidence.map((evidence) => ({ kind: evidence.kind, text: evidenceText(evidence, w) })),
  }));
  return {
    exit: DONE,
    json: { asOf, period: request.period, region: request.region, findings: found },
    text: found
      .map(({ words, measures, evidenced, evidence }) =>
        [
          words,
          ...(measures.length === 0
            ? [`  ${t('noMeasure')}`]
            : measures.map(
                ({ measure, owner, due, example }) =>
                  `  ${measure[language]} (${owner}, ${due}${example ? `, ${t('example')}` : ''})`,
              )),
          `  ${t(evidenced ? 'evidenced' : 'noEvidence')}`,
          ...evidence.map(({ text }) => `    ${text}`),
        ].join('\n'),
      )
      .join('\n\n'),
  };
};
