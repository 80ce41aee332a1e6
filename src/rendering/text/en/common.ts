import type { Shape } from '../shape.ts';
import type { common as swedish } from '../sv/common.ts';

export const common: Shape<typeof swedish> = {
  common: {
    asOf: 'As of {when}',
    openCard: 'Open',
    showItem: 'Show the procurement',
    back: 'Back',
    more: 'Show more',
    shownOf: 'Showing {shown, number} of {total, number}.',
    andMore: '… and {count, number} more.',
    quote: '“{text}”',
    example: 'Example: this row of the delegation order is made up for the demonstration.',
    facts: 'About the procurement',
    others: 'What the regions say',
    otherUnits: 'What the other units say',
    evidence: 'Evidence',
    due: 'Due by',
    proposal: 'The proposal',
    proposalByRule: '{outcome}. That is the starting point when nothing else has been proposed.',
    proposalBy: '{outcome}. Proposed by {by}.',
    textError: 'Write a sentence, at most 2000 characters.',
    dateError: 'Choose a date.',
    levelSince: '{level}, since {since}',
    noStance: 'Has not given a view',
  },
  answerFact: {
    answer: 'Answer',
    by: 'Answered by',
    byAt: '{by}, {when}',
    volume: 'Volume',
    value: 'Value',
    neededBy: 'Needed by',
    binding: 'How firm',
    reason: 'Reason',
  },
  regions: {
    none: '{region}: no units asked',
    line: '{region}: {count, plural, one {1 unit asked} other {# units asked}}. {answers}',
    value: '{region}: {value} committed',
    noValue: '{region}: no value committed',
  },
};
