import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '#application/views/index.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { type Story, tell } from '#support/given.ts';
import { beds, officer, operator, SORMLAND, sKirurgi, units, vAnestesi, vMember } from '#support/world.ts';
import { decides, does, of, on, see, stories, type Who, withConditions, yes } from './support.ts';

const print = (story: Story, who: Who, subject: CardSubject): string => {
  const view = see(story, who, subject);
  if (!view) throw new Error('nothing to see');
  return fingerprintOf(view);
};
const later = (story: Story): Story => ({ ...story, now: '2026-12-09T10:00:00.000Z' as Instant });

describe('a sent card is replaced only when its reader would see a difference', () => {
  it('neither the time nor the line on how it went is a difference', () => {
    const subject = on('request', 'sAkut');
    expect(print(later(stories.asked), 'sAkut', subject)).toBe(print(stories.asked, 'sAkut', subject));
    const plain = see(stories.asked, 'sAkut', subject);
    const reminded = see(stories.asked, 'sAkut', subject, { occasion: 'reminder' });
    if (!plain || !reminded) throw new Error('nothing to see');
    expect(fingerprintOf(reminded)).toBe(fingerprintOf(plain));
  });

  it.each<[string, Story, Story, Who, CardSubject]>([
    [
      'another unit answers',
      stories.asked,
      tell(stories.asked, withConditions),
      'sKirurgi',
      on('request', 'sKirurgi'),
    ],
    [
      'another unit answers while the officer weighs an objection',
      stories.dialogue,
      tell(stories.dialogue, yes(sKirurgi, 5)),
      'officer',
      on('objection', 'vKirurgi'),
    ],
    [
      'another member takes a position',
      stories.declared,
      tell(
        stories.declared,
        does(vMember, { do: 'declare-conflict', conflict: false }),
        does(vMember, { do: 'take-position', revision: 1, stance: 'approve', texts: {} }),
      ),
      'sMember',
      of('council'),
    ],
    [
      'a unit changes its figures while a delegate decides',
      stories.decision,
      tell(stories.decision, yes(vAnestesi, 7)),
      'sDecider',
      decides(SORMLAND),
    ],
  ])('an open form stays as it is when %s', (_, before, after, who, subject) => {
    expect(print(after, who, subject)).toBe(print(before, who, subject));
  });

  it.each<[string, Story, Story, Who, CardSubject]>([
    [
      'the unit has answered',
      stories.asked,
      tell(stories.asked, yes(sKirurgi)),
      'sKirurgi',
      on('request', 'sKirurgi'),
    ],
    [
      'the item changed',
      stories.asked,
      tell(stories.asked, does(operator, { do: 'import', item: { ...beds, value: 9 } })),
      'sKirurgi',
      on('request', 'sKirurgi'),
    ],
    [
      'another unit answers, on the officer’s round',
      stories.asked,
      tell(stories.asked, yes(sKirurgi)),
      'officer',
      of('round'),
    ],
    [
      'the officer proposed a solution',
      stories.dialogue,
      stories.proposed,
      'vKirurgi',
      on('request', 'vKirurgi'),
    ],
    ['the member has declared', stories.council, stories.declared, 'sMember', of('council')],
    ['the case has left the council', stories.positioned, stories.decision, 'sMember', of('council')],
    ['the delegate has decided', stories.decision, stories.halfDecided, 'sDecider', decides(SORMLAND)],
    [
      'more time was given',
      stories.moreTime,
      tell(stories.moreTime, does(officer, { do: 'grant-more-time', unit: units.sKirurgi, workingDays: 3 })),
      'sKirurgi',
      on('request', 'sKirurgi'),
    ],
  ])('a card is replaced when %s', (_, before, after, who, subject) => {
    expect(print(after, who, subject)).not.toBe(print(before, who, subject));
  });
});
