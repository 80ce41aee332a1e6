import type { Shape } from '../shape.ts';
import type { findings as sv } from '../sv/findings.ts';

export const findings: Shape<typeof sv> = {
  findingTopic: {
    share: 'How much is coordinated?',
    savings: 'What have we saved?',
    costs: 'What does coordination cost?',
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
