import { describe, expect, test } from 'vitest';
import { parseRequest } from '#status-query/requests.ts';
import { today, understanding } from './fixtures.ts';

const request = (text: string) => parseRequest(text, { today, language: 'sv', understanding });

describe('an officer commands in plain words', () => {
  test.each([
    ['fråga enheterna om MT924 till 4 december', '2026-12-04'],
    ['ask the units about operating tables by 4 December', '2026-12-04'],
    ['skicka förfrågan om operationsbord, svar senast fredag', '2026-11-27'],
    ['Kan du fråga alla enheter om operationsbordet till fredag den 4 december?', '2026-12-04'],
    ['skicka ut MT924 till enheterna senast den 4/12', '2026-12-04'],
    ['starta en runda för operationsbord, deadline 2026-12-04', '2026-12-04'],
    ['please send a request about operating tables to all units before 5 December', '2026-12-04'],
    ['ask the units about MT924 within two weeks', '2026-12-06'],
  ])('the units are asked, with a deadline: %s', (text, deadline) =>
    expect(request(text)).toEqual({ kind: 'ask-units', item: 'MT924', choices: [], deadline }),
  );

  test('a deadline that has passed is handed on, so that the caller can say so', () =>
    expect(request('fråga enheterna om MT924 senast 2026-11-01')).toMatchObject({ deadline: '2026-11-01' }));

  test('a day that does not exist is handed on as it was written', () => {
    const asked = request('fråga enheterna om operationsbord till 31 februari');
    expect(asked).toEqual({ kind: 'ask-units', item: 'MT924', choices: [], unreadable: '31 februari' });
  });

  test('without an item, or with several, it is still a request', () => {
    expect(request('fråga enheterna')).toEqual({ kind: 'ask-units', choices: [] });
    expect(request('fråga enheterna om undersökningslamporna')).toEqual({
      kind: 'ask-units',
      choices: ['MT4222', 'MT11583'],
    });
  });

  test('a title with "till" in it keeps it', () =>
    expect(
      request(
        'fråga enheterna om upphandling av datortomograf till strålbehandlingskliniken till 4 december',
      ),
    ).toMatchObject({ item: 'MT10490', deadline: '2026-12-04' }));

  test.each(['visa planen', 'Show the plan', 'upphandlingsplanen', 'Kan du visa planen?'])(
    'the plan is shown: %s',
    (text) => expect(request(text)).toEqual({ kind: 'show-plan' }),
  );
  test.each([
    ['nästa steg MT924', 'next-step'],
    ['Vad är nästa steg för operationsbord?', 'next-step'],
    ['next step MT924', 'next-step'],
    ["what's the next step for operating tables", 'next-step'],
    ['tjänsteskrivelse MT924', 'memo'],
    ['Skriv ett utkast till tjänsteskrivelse om operationsbord', 'memo'],
    ['memo MT924', 'memo'],
    ['draft of the memo on operating tables', 'memo'],
  ])('an item’s next step, or the draft for its body, is opened: %s', (text, kind) =>
    expect(request(text)).toEqual({ kind, item: 'MT924', choices: [] }),
  );
  test('of several items that fit, all are handed on', () =>
    expect(request('nästa steg för undersökningslamporna')).toEqual({
      kind: 'next-step',
      choices: ['MT4222', 'MT11583'],
    }));
  test.each(['tid', 'klockan', 'time', 'Vad är klockan?'])('the clock is shown: %s', (text) =>
    expect(request(text)).toEqual({ kind: 'time' }),
  );

  test.each([
    'Vad är inte diariefört?',
    'vilka ärenden har inte diarieförts',
    'vad ska diarieföras',
    'diariekön',
    'What is not registered?',
    'show the registry queue',
  ])('the registrar’s queue is shown: %s', (text) => expect(request(text)).toEqual({ kind: 'registry' }));

  test.each(['rätta MT924', 'rätta uppgifterna för MT924', 'correct the operating tables'])(
    'the facts of an item are corrected: %s',
    (text) => expect(request(text)).toMatchObject({ kind: 'correct', item: 'MT924' }),
  );

  test.each([
    'bedöm MT924',
    'samordningsbedömning av MT924',
    'assess MT924',
    'assess the coordination of the operating tables',
  ])('an item is assessed: %s', (text) =>
    expect(request(text)).toMatchObject({ kind: 'assess', item: 'MT924' }),
  );

  test.each([
    'jäv MT924',
    'anmäl jäv i MT924',
    'jag har jäv i MT924',
    'declare a conflict of interest in MT924',
  ])('a conflict of interest is declared: %s', (text) =>
    expect(request(text)).toMatchObject({ kind: 'conflict', item: 'MT924' }),
  );

  test.each(['rätta mitt svar om MT924', 'correct my answer'])('an answer is none: %s', (text) =>
    expect(request(text)?.kind).not.toBe('correct'),
  );

  test.each([
    'Vilka regler väntar på beslut?',
    'vilka rader gäller inte än',
    'styrningen',
    'visa reglerna som väntar',
    'Which rules wait to be decided?',
    'Which rules await a decision?',
    'Which rules are not in force yet?',
    'show the governance',
  ])('the rows that wait to be decided are shown: %s', (text) =>
    expect(request(text)).toEqual({ kind: 'rules' }),
  );

  test.each([
    'Har vi frågat enheterna om MT924?',
    'Vilka enheter har svarat?',
    'planen för 2027',
    'tidigare',
    '',
  ])('a question is no command: %s', (text) => expect(request(text)).toBeNull());
});
