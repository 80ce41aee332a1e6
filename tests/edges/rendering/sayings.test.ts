import { describe, expect, test } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { DICTIONARIES } from '#rendering/text/words.ts';
import type { Topic } from '#status-query/query.ts';
import { createUnderstanding } from '#status-query/understand.ts';
import { on } from '../../gallery/samples/people.ts';

/** What each button of the help card is about. */
const TOPIC_OF: Readonly<Record<keyof typeof DICTIONARIES.sv.say, Topic>> = {
  mine: 'mine',
  plan: 'items',
  unanswered: 'unanswered',
  objections: 'objections',
  escalations: 'escalations',
  deviations: 'deviations',
  share: 'share',
  authority: 'authority',
  deliveries: 'deliveries',
  help: 'help',
};

const { understand } = createUnderstanding([], cpvLabel);

describe.each(LANGUAGES)('the help card in %s', (language) => {
  test.each(Object.entries(TOPIC_OF))('offers nothing that is then misunderstood: %s', (key, topic) => {
    const text = DICTIONARIES[language].say[key as keyof typeof TOPIC_OF];
    const { query } = understand(text, { today: on('2026-11-24'), language });
    expect([text, query.topic, query.language]).toEqual([text, topic, language]);
  });
});
