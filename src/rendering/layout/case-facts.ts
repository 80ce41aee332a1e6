import type { Shown } from '../text/safe.ts';
import type { AnswerView, CaseFacts } from '../views.ts';
import type { CardData } from './data.ts';
import { firstLines, maybe } from './frame.ts';
import { low } from './label.ts';
import { evidenceText, quote, regionLines } from './parts.ts';
import type { Writer } from './writer.ts';

/** What was given, and whether the officer has taken it, or that none came in time. */
const evidenceOf = ({ evidence, evidenceLine }: AnswerView, w: Writer): Shown => {
  const status = maybe(evidenceLine, (line) => evidenceText(line, w));
  if (!evidence) return status ?? w.say('case.noEvidence');
  const text = w.text(evidence);
  return status === undefined
    ? w.say('case.evidence', { text })
    : w.say('case.evidenceWith', { text, status });
};

/** Both sides' facts, the same for managers, council and deciders. */
export const caseFacts = (facts: CaseFacts, w: Writer): CardData => {
  const { lines, more } = firstLines(facts.objections, w);
  return {
    objections: lines.map(({ unitName, region, answer, solution }) => ({
      title: w.say('case.objector', {
        unit: w.name(unitName),
        region: w.region(region),
        reason: low(w.say(answer.reason === undefined ? 'answer.objection' : `reason.${answer.reason}`)),
      }),
      quote: quote(answer.text, w),
      evidence: evidenceOf(answer, w),
      solution: maybe(solution, ({ kind, status }) =>
        w.say('case.solution', {
          kind: low(w.say(`solution.${kind}`)),
          status: w.say(`solutionStatus.${status}`),
        }),
      ),
    })),
    more,
    regions: regionLines(facts.regions, w),
    values: facts.committedValue.map(({ region, value }) => ({
      text: w.say(value > 0 ? 'regions.value' : 'regions.noValue', {
        region: w.region(region),
        value: w.money(value),
      }),
    })),
    silent: facts.silent.slice(0, w.limits.lines).map(({ unitName, region }) => ({
      text: w.say('case.silentUnit', { unit: w.name(unitName), region: w.region(region) }),
    })),
  };
};
