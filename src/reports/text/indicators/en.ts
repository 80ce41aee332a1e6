import type { IndicatorWords } from './shape.ts';

export const en: IndicatorWords = {
  indicators: {
    'share-coordinated': {
      name: 'Share coordinated',
      definition:
        'Advertised procurements with contract signed in the period where at least two regions are parties with a ceiling (value or volume) above 0, divided by all such procurements, also those that a region made by itself instead. Direct awards, call-offs, extensions and cancelled ones do not count; other arenas stand apart.',
    },
    'count-coordinated': {
      name: 'Coordinated procurements',
      definition: 'The numerator of the share coordinated. Continues the audit’s series 27, 34, 43.',
    },
    'share-coordinated-by-value': {
      name: 'Share of value coordinated',
      definition:
        'The same share, weighed by the contract’s value; else by its ceilings; else by the plan’s estimate.',
    },
    'share-coordinated-of-possible': {
      name: 'Share coordinated of the possible',
      definition: 'The same share among those that were ever assessed as possible to coordinate.',
    },
    'share-coordinated-forecast': {
      name: 'Forecast: share coordinated',
      definition:
        'Of what has a contract in the period or is planned to start in it: the share that two regions have contracted together or committed themselves to. A forecast from answers, no outcome.',
    },
    'control-point': {
      name: 'Control point: possible, not coordinated',
      definition:
        'Possible to coordinate, and contracted uncoordinated or left in the period, divided by all possible ones that were contracted or left. A deviation counts at the region that declined. Cancelled, postponed and other arenas stand apart.',
    },
    'control-point-reasoned': {
      name: 'Control point: with a decided reason',
      definition:
        'Of those that the control point found: the share with a decision and a reason. The target is 100%.',
    },
    'enabled-saving': {
      name: 'Enabled saving',
      definition:
        'The annual calculated saving of contracts in force in the period, for the days in force. Low and high are sums of the parts’. One method per procurement, never two.',
    },
    'enabled-saving-coordinated-new': {
      name: 'Enabled saving, coordinated, new',
      definition: 'The part of coordinated procurements with contract signed in the period.',
    },
    'enabled-saving-coordinated-running': {
      name: 'Enabled saving, coordinated, running',
      definition: 'The part of coordinated procurements with contract signed before the period.',
    },
    'enabled-saving-own-new': {
      name: 'Enabled saving, own, new',
      definition: 'The part of own procurements with contract signed in the period.',
    },
    'enabled-saving-own-running': {
      name: 'Enabled saving, own, running',
      definition: 'The part of own procurements with contract signed before the period.',
    },
    coverage: {
      name: 'Coverage',
      definition:
        'Procurements whose saving has been calculated, divided by all that were contracted in the period.',
    },
    'coverage-by-value': {
      name: 'Coverage by value',
      definition: 'The same share, weighed by the contracts’ value.',
    },
    'realised-saving': {
      name: 'Realised saving',
      definition:
        'Actual quantity times the difference between baseline and invoiced price, for invoices whose stretch ended in the period. Without an old price it is not calculable.',
    },
    'hit-rate': {
      name: 'Hit rate',
      definition: 'Realised divided by enabled saving, over the same procurements and the same time.',
    },
    'coordination-hours': {
      name: 'Coordination hours',
      definition:
        'Logged hours for procurements contracted or ended in the period. What is not logged is unknown, not 0.',
    },
    'coordination-cost': {
      name: 'Coordination cost',
      definition: 'Hours times the decided rate, plus externals. What is not logged is unknown, not 0.',
    },
    'net-benefit-realised': {
      name: 'Net benefit, realised',
      definition:
        'Coordinated procurements: the part of the realised saving that comes from coordination, less the coordination cost. Unknown cost or origin is left out by name.',
    },
    'net-benefit-theoretical': {
      name: 'Net benefit, theoretical',
      definition:
        'Coordinated procurements: the part of the low estimate that comes from coordination, less the coordination cost. Never summed with the realised one.',
    },
    'avoided-procedures': {
      name: 'Procedures that were not needed twice',
      definition: 'One for each region beyond the first in a coordinated contract. No price is put on them.',
    },
    nonconformities: { name: 'Nonconformities per contract', definition: 'The mean of what was stated.' },
    'user-rating': { name: 'Users’ rating', definition: 'The mean of ratings 1–5; each user weighs alike.' },
    'approved-bids': {
      name: 'Approved bids per procurement',
      definition: 'The mean, only after the award decision (OSL 19:3).',
    },
    'single-bid': {
      name: 'Share with a single bid',
      definition: 'Of those whose number of approved bids is known.',
    },
    appealed: {
      name: 'Share appealed',
      definition: 'Of those contracted in the period, or cancelled in it after an award.',
    },
    cancelled: {
      name: 'Share cancelled',
      definition: 'Of the advertised ones that were contracted or cancelled in the period.',
    },
    'contract-fidelity': {
      name: 'Contract fidelity',
      definition:
        'The share of purchases within the contract’s scope that were made on it; the mean of what was stated.',
    },
    'deal-rating': {
      name: 'The deal, according to users',
      definition:
        "Mean of the users' latest marks 1–5 for the deal: price, supplier and terms. It says how well requirements, tenders and contract turned out (bid and requirement competence).",
    },
    'administration-rating': {
      name: 'The administration, according to users',
      definition: "Mean of the users' latest marks 1–5 for how easy it is to order and to get help.",
    },
    sustainability: {
      name: 'Sustainability requirements met',
      definition:
        'Mean of the share of sustainability requirements shown to be met among those that were followed up. Contracts where nobody has followed up do not count.',
    },
    'application-in-units': {
      name: 'Application in the units',
      definition:
        'Of the units that buy on the contracts and were asked how they work: the share that has answered. They are asked after the start and after a year.',
    },
    'lead-time': {
      name: 'Lead time',
      definition: 'Median days from the question to the units to the signature.',
    },
    'reviewed-in-time': {
      name: 'Lessons reviewed in time',
      definition: 'The share whose lessons were reviewed within 90 days of the contract.',
    },
    'lessons-reused': { name: 'Lessons reused', definition: 'How many later procurements used them.' },
    'answer-rate': {
      name: 'Answer rate',
      definition: 'Of the asked units that have answered or whose time is out: the share that answered.',
    },
    'days-to-answer': { name: 'Time to answer', definition: 'Median days from the question to the answer.' },
    'ladder-dialogue': {
      name: 'Time in dialogue',
      definition: 'Median days on the level, for those that left it.',
    },
    'ladder-managers': {
      name: 'Time with the managers',
      definition: 'Median days on the level, for those that left it.',
    },
    'ladder-council': {
      name: 'Time with the council',
      definition: 'Median days on the level, for those that left it.',
    },
    'ladder-decision': {
      name: 'Time to a decision',
      definition: 'Median days on the level, for those that left it.',
    },
  },
  target: (of) => ({
    name: `Target fulfilment: ${of}`,
    definition: 'The outcome divided by the target of exactly the same period.',
  }),
  noValue: {
    'nothing-in-the-period': 'Nothing to count in the period',
    'not-calculable': 'None of them has been calculated',
    'no-target': 'No target for the period',
    'no-log': 'Nobody has logged time',
    'no-rate': 'No hourly rate has been decided',
    'no-realised': 'No outcome with an old price to compare with',
    'enabled-not-positive': 'The enabled saving is not above 0',
    'attribution-unknown': 'Nobody has said what the saving comes from',
    'nobody-asked': 'No unit has answered or run out of time',
    'not-stated': 'Nobody has stated it',
    'not-counted-yet': 'Nobody has calculated it yet',
    'value-unknown': 'The value is not known',
    'not-assessed': 'Nobody has assessed whether they could be coordinated',
    'joint-target': 'The target is for the regions and all categories together',
    'no-invoice': 'No invoiced outcome in the period',
  },
  excluded: {
    'direct-award': 'direct awards',
    'call-off': 'call-offs',
    extension: 'extensions',
    external: 'through other cooperation',
    cancelled: 'cancelled',
    postponed: 'postponed',
    'not-assessed': 'not assessed',
    'value-unknown': 'without a known value',
    'not-calculable': 'cannot be calculated',
    'calculability-unknown': 'not calculated yet',
    'no-log': 'without logged time',
    'attribution-unknown': 'of unknown origin',
    'no-realised': 'without an old price',
    'not-due': 'with time left to answer',
    'not-stated': 'not stated',
    'other-region': 'owing to another region’s decision',
    'not-counted-yet': 'not calculated yet',
    'no-rate': 'with hours but no decided rate',
    'no-invoice': 'without invoiced outcome',
    'partly-realised': 'partly without an old price',
  },
  units: {
    share: '%',
    count: '',
    SEK: 'SEK',
    days: 'days',
    hours: 'hours',
    'per-contract': 'per contract',
    rating: 'of 5',
    factor: '',
  },
  forecast: 'Forecast',
};
