import type { Shape } from '../shape.ts';
import type { candidates as sv } from '../sv/candidates.ts';

export const candidates: Shape<typeof sv> = {
  candidates: {
    heading:
      '{count, plural, =0 {Nothing to coordinate right now} one {1 suggestion for coordination} other {# suggestions for coordination}}',
    past: 'Nothing that starts from now on fits together. What has already started is counted too.',
    none: 'We found no procurements that seem to fit together. Try another period, or import another plan.',
    openTip: 'Assess {title}',
    plan: 'Show the plan',
    question: 'Can they be procured together?',
    together: 'Could be procured together',
    summary: 'Possible to coordinate? {title}',
    why: 'What we know',
    contractEnd: 'The present contract ends on {end}',
    possible: 'Yes, ask the units',
    not: 'No, they cannot',
    all: 'Show all suggestions',
    whyNot: 'Why can they not be coordinated?',
    reasonLabel: 'Reason',
    reason: 'Reason',
    save: 'Save the assessment',
  },
  candidateReason: {
    'same-title': 'Both procure the same thing: {title}.',
    'same-meaning': '“{one}” and “{other}” are the same kind of need.',
    'related-meaning': '“{one}” and “{other}” are closely related needs.',
    'same-cpv': 'The same CPV code: {cpv}.',
    'near-cpv': 'The CPV codes are close to each other, both under {cpv}.',
    'same-division': 'Both are in the CPV division {cpv}.',
    'other-cpv': 'The CPV codes differ ({one} and {other}): check that it is the same need.',
    'same-time':
      '{months, plural, =0 {The starts are in the same month} one {1 month between the starts} other {# months between the starts}}: {from} and {to}.',
    'contract-covers':
      'The contract of {region} can last until {until} and covers the time to the later start.',
    'start-unknown': 'At least one of them has no planned start: agree on the timing.',
    value:
      'Together {sum} excluding VAT{without, plural, =0 {} one {, one has no value} other {, # have no value}}.',
    'earlier-deviation': 'A deviation was decided on {on} for a similar need: {title}.',
    'earlier-lesson': 'There is a lesson from {on}: {title}.',
    'assessed-possible': 'Assessed on {on}: can be coordinated.',
    'assessed-not-possible': 'Assessed on {on}: cannot be coordinated.',
    'already-joint': 'Already joint: the title names {regions}.',
  },
};
