import type { Shape } from '../shape.ts';
import type { findings as sv } from '../sv/findings.ts';

export const findings: Shape<typeof sv> = {
  findingTopic: {
    share: 'How much is coordinated?',
    savings: 'What have we saved?',
    costs: 'What does coordination cost?',
    net: 'What is the net benefit?',
    lessons: 'What have we learnt?',
    control: 'The control point',
  },
  figured: {
    lead: '{name}: {value}',
    none: 'not calculable. {reason}.',
    withUnit: '{value} {unit}',
    of: '{part, number} of {whole, number}',
    rests: 'Based on {part, number} of {whole, number} procurements',
    excluded: 'Left out: {text}',
    restsSigned:
      'Based on {part, number} of {whole, number} procurements, of which finance has signed {signed, number}',
    running: 'The period is still running: the outcome up to {day}',
    joint: 'A joint contract counts in full in each region’s figure. So the figures do not add up.',
    bias: 'Market price: {count, number} of the procurements, {range}. That method shows a saving even without coordination: {three} of the mean price at 3 bids, {five} at 5 and {ten} at 10.',
    target: 'Target',
    noBasis: 'no documented basis',
    example: 'example',
    definition: '{text} (Definition {version}.)',
    definitions: 'How it is counted',
    behind: 'Show the procurements behind it',
    behindIt: 'The procurements behind it',
    counted: 'counts',
    notCounted: 'does not count',
    evidence: 'Open the evidence',
    evidenceRows: 'Get the evidence as a table',
    evidenceNote:
      'The links hold for 30 minutes. Whoever has them can read the evidence: do not pass them on.',
    reason: 'Decided reason: {text} ({by}, {on})',
    noReason: 'No decided reason',
    withheld: 'The reason is not shown: you have declared a conflict',
  },
  controlHow: {
    'deviation-decided': 'deviation on {on}',
    'not-possible': 'assessed on {on}: cannot be coordinated',
    'contracted-alone': 'contract of one region alone, {on}',
  },
};
