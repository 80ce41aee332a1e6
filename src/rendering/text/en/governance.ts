/** What is said of a governance file before anybody decides by it. */
export const governance = {
  adopting: {
    kicker: 'Rules awaiting a decision',
    heading:
      '{count, plural, =0 {Nothing awaits a decision} one {1 rule is not in force yet} other {# rules are not in force yet}}',
    summary:
      '{count, plural, =0 {Nothing awaits a decision} one {1 rule is not in force yet} other {# rules are not in force yet}}',
    none: 'All rules have been decided.',
    intro:
      'They apply only once they have been decided, and then from their day. Fill this in once the decision has been taken.',
    now: 'Rules in force: version {version}',
    rows: 'Which rules is the decision about?',
    row: '{what}, from {from} ({status})',
    rowOf: '{list}: {what}',
    rowMay: '{what} may {kinds}',
    rowNamed: '{what}, “{id}”',
    reference: 'Decision: body, day and paragraph',
    decided: 'The day on which it was decided',
    referenceHint: 'For example RF 2026-12-08 § 1',
    version: 'Name of the new version',
    fill: 'Fill in this field.',
    send: 'Register the decision',
    open: 'Which rules await a decision?',
  },
  rowStatus: { draft: 'draft', proposed: 'proposed' },
  rowList: {
    regions: 'Region',
    bodies: 'Body',
    ladder: 'Level',
    attendance: 'Attendance',
    reminders: 'Reminder',
    mandates: 'Delegation',
    meetings: 'Meetings',
    durations: 'Duration',
    successions: 'Change of body',
    rates: 'Hourly rate',
    targets: 'Target',
    cutOffs: 'Cut-off',
    followUps: 'Measure',
    contacts: 'Contact',
    reporting: 'Reporting system',
    thresholds: 'Threshold of the law',
  },
  threshold: {
    'direct-award': 'direct awards',
    'framework-years': 'the longest term of frameworks',
    'standstill-electronically': 'the standstill after electronic notice',
    'standstill-otherwise': 'the standstill after other notice',
  },
  kind: {
    initiate: 'initiate a procurement',
    award: 'award',
    contract: 'sign a contract',
    extend: 'extend',
    coordinate: 'coordinate',
    deviate: 'decide on a deviation',
    postpone: 'postpone',
    cancel: 'cancel',
    modify: 'change a contract',
    'join-external': 'join an external arena',
  },
  range: {
    from: 'from {from} SEK',
    below: 'below {below} SEK',
    between: 'from {from} to below {below} SEK',
    total: 'the whole procurement {range}',
    own: "the region's own part {range}",
    any: 'whatever the value',
  },
  span: {
    from: 'from {from} on',
    between: 'from {from} to {to}',
  },
  finding: {
    gap: 'Nobody may {kinds} for {regions} ({range}) {span}. Add a row, or expect the case to stop there.',
    overlap:
      'Both "{first}" and "{second}" apply when somebody is to {kinds} for {regions} ({range}) {span}. The upper one, "{first}", wins. Narrow them, or remove one.',
    'overlap-same-holder':
      'Both "{first}" and "{second}" give the same person or body the right to {kinds} for {regions} ({range}) {span}. The upper one, "{first}", is the one that stands on the decision.',
    'never-used':
      'By the row "{rows}" nobody will ever decide: rows above it always win, or no region is in force then.',
    'kind-unspoken': 'No row says who may {kinds}. Samordna does not guess, but says that it is missing.',
    'gap-unknown-value':
      'Nobody may {kinds} for {regions} {span} when the procurement has no value. Set unknownValue on the row that is to apply.',
    'staff-group':
      'The row "{rows}" gives a mandate to a group. Then nobody can be named in the decision: give one named person, a body, or named members of the council.',
    'id-twice': 'Several rows have the id "{rows}". Give each its own: a decision names its row.',
    'dates-reversed': 'The row "{rows}" ends before it begins ({span}). Correct the dates.',
    'range-empty': 'The row "{rows}" begins at or above where it ends ({range}). Correct the amounts.',
    'two-in-force':
      'The rows {rows} say the same of one day, {span}. Only the first applies: end one of them.',
    'unknown-region': 'The row "{rows}" names the region {regions}, which is not among the regions.',
    'unknown-body': 'The row "{rows}" names {body}, which is not among the bodies.',
    'body-not-in-force': 'The row "{rows}" names {body}, but {span} no decided row is in force for it.',
    'unknown-person': 'The row "{rows}" names {person}, who is not in the directory.',
    'no-secretary':
      '{body} decides in its meeting but has no secretary (row "{rows}"): nobody can register its decisions.',
    'prepared-by-missing':
      '{body} is an assembly (fullmäktige) without preparedBy (row "{rows}"): name the board that prepares its cases (KL 5:26).',
    'prepared-by-itself':
      '{body} prepares its own cases (row "{rows}"): name another body, or remove preparedBy.',
    'level-without-row': 'The level {level} has no clock {span}: nothing climbs from there by itself.',
    'reminder-before-start':
      'The level {level} reminds before it has begun (row "{rows}"): lower remindWorkingDaysBefore.',
    'attendance-missing':
      'For {regions} no attendance is required {span}: the council concludes only when its time is out.',
    'members-of-another-region':
      'The row "{rows}" lets members of the council decide for {regions}, but none of them is from there. Name members of the region, or take it out of actsFor.',
    'council-without-end':
      'For {regions} there is neither a clock for the council nor a required attendance {span}: a case stays with the council for ever. Enter one of the two rows.',
    'attendance-unreachable':
      'The row "{rows}" requires {wanted} members for {regions}, but the directory has {found}: the council never concludes early.',
    'no-meetings': '{body} has no meeting calendar: no deadline can be counted back from its meetings.',
    'meetings-end': 'The calendar of {body} ends on {date}. Add the meetings that follow in time.',
    'meetings-over': 'The calendar of {body} is over: its last meeting was on {date}. Add those to come.',
    'documents-after-meeting':
      'The meeting on {date} of {body} takes documents after the meeting itself (row "{rows}"). Correct documentsBy.',
    'succession-without-successor':
      'The row "{rows}" does not say who takes over from {body} in {regions}: open cases there are left without a body.',
    'succession-without-archive': 'The row "{rows}" does not say who takes over the archive of {body}.',
    'succession-by-itself': 'The row "{rows}" lets {body} succeed itself.',
    'succession-proposed':
      'The row "{rows}" lets {body} cease on {date}, but is not decided: it does nothing until it is.',
    'succession-twice':
      'The rows {rows} let {body} cease more than once: each open case would be transferred as many times. Keep one of them.',
    'archive-ceases':
      'The row "{rows}" leaves the archive to {body}, which is not there on {date}. Name a body that remains then.',
    'prepared-in-a-ring':
      '{body} is in the end prepared by itself (row "{rows}"): of bodies that prepare each other none can decide first. Correct preparedBy.',
    'principle-twice':
      'Both "{first}" and "{second}" apply when somebody is to {kinds} in matters of principle for {regions} {span}. The upper one, "{first}", wins. Remove one of them.',
    'principle-amounts':
      'The row "{rows}" is for matters of principle, where no amounts count: from, below and basis do nothing. Remove them, or make a row of its own for the amounts.',
    'urgent-without-person':
      'The row "{rows}" is for what cannot wait for {body}, but no person has it (KL 6:39). Name the chair or another named member.',
    'no-secretary-for-conflict':
      '{body} has delegated but has no secretary (row "{rows}"): when a delegate has a conflict of interest nobody can register the body\'s own decision. Name a secretary.',
    'target-reversed': 'The target "{rows}" ends before it begins ({span}). Correct from and to.',
    'target-unknown':
      'The target "{rows}" is for an indicator that does not exist. Name one of those that docs/indicators.md lists.',
    'rates-twice':
      'The rows {rows} give one hourly rate each {span}: no cost is counted then. End one of them.',
    'cut-offs-twice':
      'The rows {rows} give one last day of the interim period each {span}: none is counted then. End one of them.',
    'example-in-production':
      '{found, plural, one {1 row is an example} other {# rows are examples}} ({rows}) and may give nobody a real mandate. Replace them.',
    'threshold-missing':
      "No row gives the law's threshold of {threshold} {span}. Nothing is then said of it; for the standstill LOU 20:1 holds as it is.",
    'threshold-to-verify':
      'The threshold of {threshold} (row “{rows}”) is to be checked anew since {date}. Enter a new row once you have.',
    'no-regions': 'No region is in force {span}: nobody can take part.',
  },
  governanceCheck: {
    heading:
      '{faults, plural, =0 {No faults} one {1 fault} other {# faults}}, {remarks, plural, =0 {no remarks} one {1 remark} other {# remarks}}',
    fault: 'FAULT',
    remark: 'NOTE',
    'without-people': 'There is no directory in the store, so people and attendance were not checked.',
  },
} as const;
