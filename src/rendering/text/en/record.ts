/** The registrar's card. */
export const record = {
  registry: {
    kicker: 'The register of {region}',
    heading:
      '{count, plural, =0 {Everything is registered} one {1 case to register} other {# cases to register}}',
    intro: 'Write the number as it stands in the register. Leave what is not done empty.',
    none: 'New answers, objections, positions and decisions will show up here.',
    documents: '{documents}. {waited}',
    waited:
      '{days, plural, =0 {Came today.} one {The oldest has waited 1 working day.} other {The oldest has waited # working days.}}',
    withheld:
      '{count, plural, one {A case in which you have declared a conflict of interest. Somebody else registers it.} other {# cases in which you have declared a conflict of interest. Somebody else registers them.}}',
    notYours: 'Nothing for you to register',
    number: 'Registry number for {title}',
    numberHint: 'For example RS 2026-0123',
    numberError: 'Write the number as in the register.',
    again: 'Registered under {number}',
    save: 'Save the numbers',
    more: 'Show the next',
    back: 'Back to the oldest',
    open: 'What is not registered?',
    mine: '{count, plural, one {1 case to register} other {# cases to register}}',
    summary:
      '{count, plural, =0 {Everything is registered} one {1 case to register} other {# cases to register}}',
  },
  documents: {
    answer: '{count, plural, one {1 answer} other {# answers}}',
    objection: '{count, plural, one {1 objection} other {# objections}}',
    position: '{count, plural, one {1 position} other {# positions}}',
    decision: '{count, plural, one {1 decision} other {# decisions}}',
    transfer: '{count, plural, one {1 transfer} other {# transfers}}',
  },
  transferred: {
    kicker: 'The case changes hands · {id}',
    moved: '{from} has ceased. The case goes on with {to}.',
    stands: 'Its level, its deadline, the answers and what was decided stand as before.',
    wanted: 'The case needs a new registry number from you.',
    reading: 'Our reading: {text}',
    status: 'Status',
    level: 'Level',
    due: 'Deadline',
    archive: 'The archive goes to',
    former: 'Earlier registry number',
    number: 'Registry number',
    summary: 'The case {title} goes on with another body',
  },
} as const;
