import { describe, expect, it } from 'vitest';
import { parseStaffRequest } from '#status-query/staff-requests.ts';
import { date } from '#support/world.ts';

const TODAY = date('2026-11-23');

describe('what somebody says about themselves', () => {
  it.each([
    ['jag är borta till 15 december', '2026-12-15'],
    ['Jag är borta till och med 15 december.', '2026-12-15'],
    ['Jag är på semester till 2027-01-10', '2027-01-10'],
    ['I’m away until 15 December', '2026-12-15'],
    ['I am on leave until December 15', '2026-12-15'],
    ["I'm out of office until 2026-12-01", '2026-12-01'],
  ])('%s: away until then, that day included', (text, until) => {
    expect(parseStaffRequest(text, TODAY)).toEqual({ kind: 'away', until });
  });

  it.each(['jag är borta', 'I am away', 'frånvaro', 'out of office'])(
    '%s: a form asks until when',
    (text) => {
      expect(parseStaffRequest(text, TODAY)).toEqual({ kind: 'away' });
    },
  );

  it('a day that is none is not guessed', () => {
    expect(parseStaffRequest('jag är borta till 31 februari', TODAY)).toMatchObject({
      kind: 'away',
      unreadable: '31 februari',
    });
  });

  it.each(['jag är tillbaka', "I'm back", 'I am back at work'])('%s: back', (text) => {
    expect(parseStaffRequest(text, TODAY)).toEqual({ kind: 'back' });
  });

  it.each([
    'oro för arbetsmiljön',
    'arbetsmiljö',
    'jag är orolig för arbetsmiljön',
    'I want to raise a work environment concern',
    'work environment',
  ])('%s: a form for a concern, whatever it is about', (text) => {
    expect(parseStaffRequest(text, TODAY)).toEqual({ kind: 'concern' });
  });

  it.each(['vilka har inte svarat?', 'hur går det med MT924?', 'vem är borta från planen', 'visa planen'])(
    '%s: a question, not about oneself',
    (text) => {
      expect(parseStaffRequest(text, TODAY)).toBeNull();
    },
  );
});
