/** Deadlines counted backwards. */
export const planning = {
  correcting: {
    kicker: 'Correct {id}',
    heading: 'What applies to {title}?',
    summary: 'Correct {title}',
    note: '{count, plural, =0 {Nobody has answered yet, so nobody needs to answer again.} one {One unit has answered and is asked again, with before and after side by side.} other {# units have answered and are asked again, with before and after side by side.}}',
    value: 'Value in SEK, excluding VAT',
    valueWithOptions: 'Value with options, excluding VAT',
    advertise: 'Planned advertising',
    start: 'Contract start',
    contractEnd: 'Current contract until',
    send: 'Save',
    open: 'Correct the facts',
  },
  timeline: {
    kicker: 'Timeline for {region} · {id}',
    intro: 'The latest day of each step, counted backwards.',
    line: '{day}: {step}',
    open: 'Show the timeline',
    summary: 'The timeline for {title}',
  },
  planStep: {
    'option-notice': 'Use the option',
    'open-round': 'Ask the units',
    'answers-in': 'All answers in',
    'preparation-documents': 'Documents for the preparation',
    'preparation-meeting': 'Preparation',
    'initiation-documents': 'Documents for the decision',
    'initiation-meeting': 'Decision to initiate',
    advertise: 'Advertise',
    'tenders-in': 'Last day for tenders',
    'award-notice': 'Send the award decision',
    contract: 'Sign the contract',
    start: 'The contract starts',
  },
  planReason: {
    'contract-ends': 'The present contract ends on {day}.',
    'planned-start': 'The planned start.',
    'working-days': '{days, plural, one {1 working day} other {# working days}} before the next step.',
    'calendar-days': '{days, plural, one {1 day} other {# days}} before the next step.',
    standstill: 'The standstill must have ended (LOU 20:1).',
    meeting: '{body} meets on {day}.',
    'last-day-for-option': 'The contract then runs until {until}.',
  },
  duration: {
    round: 'time to answer',
    preparing: 'preparation',
    advertising: 'time for tenders',
    evaluation: 'evaluation',
    mobilisation: 'time from contract to start',
  },
  planWarning: {
    july: '{step}: {day} falls in July, when few answer and no body meets.',
    'in-the-past': '{step}: the latest day was {day}.',
    'no-meeting-in-time': '{body} has no meeting in its calendar before {day}.',
    'duration-missing':
      'The length of the {duration} has not been entered. The administrator needs to enter it.',
    'nothing-to-plan-from': 'The plan has neither an end of contract nor a start to count from.',
    'gap-after-contract': 'From {from} until the start on {start} there is no contract.',
    'below-direct-award': '{value} with options is below the limit for a direct award, {limit} ({source}).',
    'below-without-options':
      '{value} is below the limit for a direct award, {limit} ({source}). Enter the value with options: they count (LOU 5:3).',
    'over-direct-award':
      'Planned as a direct award, but {value} reaches the limit {limit} ({source}). Choose another procedure, or look at the value again.',
    'options-pass-limit':
      'Without options the value is {value}, with them {withOptions}. Options count (LOU 5:3), so the limit {limit} is reached ({source}).',
    'may-be-split':
      'The same kind of purchase is planned in {others} too: together {total}, which reaches the limit {limit} ({source}). A procurement may not be split to come below it (LOU 5:6–7 a). Judge whether they belong together.',
    'framework-too-long':
      'The framework can run until {until}, longer than {years, plural, one {1 year} other {# years}} ({source}). Special reasons are needed, on record.',
    verify: 'The amount is to be checked anew since {day}.',
  },
} as const;
