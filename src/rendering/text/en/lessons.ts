import type { Shape } from '../shape.ts';
import type { lessons as sv } from '../sv/lessons.ts';

export const lessons: Shape<typeof sv> = {
  lesson: {
    heading: 'Lessons',
    form: 'What do you take along to the next time?',
    formNote: 'One line is enough. It is shown to the next who buys something similar.',
    worked: 'What worked?',
    failed: 'What did not work?',
    next: 'Do this next time',
    market: 'About the market',
    marketHint: 'For example: few suppliers, long delivery times',
    send: 'Save the lesson',
    say: 'Add your lesson',
    somebody: 'A participant',
    reasons: 'Objections then',
    none: 'Nobody has written down a lesson yet.',
    usedBy: 'Used in',
    use: 'Use in {item}',
    used: '{count, plural, one {used in 1 procurement} other {used in # procurements}}',
    related: 'Lessons from similar ones',
    open: 'Lessons',
    found: '{count, plural, =0 {No lessons yet} one {1 lesson} other {# lessons}}',
    noneFound: 'When a procurement is closed, those who took part are asked. Their answers turn up here.',
    summary: 'Lessons: {title}',
  },
  lessonSaid: {
    worked: 'Worked: {text}',
    failed: 'Did not work: {text}',
    next: 'Next time: {text}',
    market: 'The market: {text}',
  },
};
