import { describe, expect, it } from 'vitest';
import { itemView, mineView, tasksOf } from '#application/views/index.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { tell, ticks } from '#support/given.ts';
import { date, governance, officer, SORMLAND, units, VASTMANLAND } from '#support/world.ts';
import {
  clockOf,
  decides,
  does,
  EVERYBODY,
  known,
  of,
  on,
  readingFor,
  registers,
  type StoryName,
  stories,
  type Who,
} from './support.ts';

const waitsFor = (who: Who, name: StoryName) =>
  tasksOf(readingFor(who, stories[name].now), [known(stories[name])]).map((task) => task.subject);
const waiting = (name: StoryName) =>
  Object.fromEntries(
    EVERYBODY.flatMap((who) => {
      const found = waitsFor(who, name);
      return found.length > 0 ? [[who, found]] : [];
    }),
  );

describe('what waits for somebody is in their list, and nobody else’s', () => {
  const asked = {
    sAkut: [on('request', 'sAkut')],
    sKirurgi: [on('request', 'sKirurgi')],
    deputy: [on('request', 'sKirurgi')],
    vAnestesi: [on('request', 'vAnestesi')],
    vKirurgi: [on('request', 'vKirurgi')],
  };
  it.each<[StoryName, Partial<Record<Who, unknown[]>>]>([
    ['draft', {}],
    ['asked', asked],
    ['moreTime', { ...asked, officer: [on('more-time', 'sKirurgi')] }],
    [
      'silent',
      {
        ...asked,
        sBoss: [on('lifted', 'sAkut'), on('lifted', 'sKirurgi')],
        vBoss: [on('lifted', 'vAnestesi'), on('lifted', 'vKirurgi')],
      },
    ],
    ['dialogue', { officer: [on('objection', 'vKirurgi')] }],
    ['proposed', { vKirurgi: [on('solution', 'vKirurgi')] }],
    [
      'managers',
      { officer: [on('objection', 'vKirurgi')], sBoss: [of('managers')], vBoss: [of('managers')] },
    ],
    ['council', { sMember: [of('council')], vMember: [of('council')] }],
    ['excluded', { vMember: [of('council')] }],
    ['declared', { sMember: [of('council')], vMember: [of('council')] }],
    ['positioned', { vMember: [of('council')] }],
    ['decision', { sDecider: [decides(SORMLAND)], vDecider: [decides(VASTMANLAND)] }],
    ['halfDecided', { vDecider: [decides(VASTMANLAND)] }],
    ['deviated', {}],
    ['body', { secretary: [registers] }],
    ['committed', { officer: [of('round')] }],
    ['locked', {}],
  ])('%s', (name, expected) => {
    expect(waiting(name)).toEqual(expected);
  });

  it('a case for which nobody has the mandate waits for its owner', () => {
    const none = { ...governance, mandates: [] };
    const story = tell(stories.council, ticks(clockOf(stories.council)));
    const state = known(story);
    if (state.status !== 'escalated' || state.escalation.level !== 'decision') throw new Error('not there');
    const unseated = {
      ...state,
      escalation: { ...state.escalation, seats: [], missing: [SORMLAND, VASTMANLAND] },
    };
    const tasks = tasksOf(readingFor('officer', story.now, none), [unseated]);
    expect(tasks.map((task) => task.subject)).toEqual([of('round')]);
  });
});

describe('the list of what waits', () => {
  it('has what is late first, and says so', () => {
    const again = tell(
      stories.silent,
      does(officer, {
        do: 'ask-again',
        unit: units.sKirurgi,
        deadline: endOfDay(date('2026-12-18')),
        texts: {},
      }),
    );
    const tasks = tasksOf(readingFor('sBoss', again.now), [known(again)]);
    expect(tasks.map(({ unitName, late }) => [unitName, late])).toEqual([['Akut', true]]);
    const both = tasksOf(readingFor('sKirurgi', again.now), [known(again), known(stories.silent)]);
    expect(both.map(({ due, late }) => [due?.slice(0, 10), late])).toEqual([
      ['2026-12-04', true],
      ['2026-12-18', false],
    ]);
  });

  it('shows eight and counts all', () => {
    const many = Array.from({ length: 11 }, () => known(stories.asked));
    const view = mineView(readingFor('sKirurgi', stories.asked.now), many);
    expect([view.tasks.length, view.total]).toEqual([8, 11]);
  });

  it('is where an item’s own card is found', () => {
    const own = (who: Who, name: StoryName) =>
      itemView(readingFor(who, stories[name].now), known(stories[name])).own;
    expect(own('sMember', 'council')).toEqual(of('council'));
    expect(own('vKirurgi', 'council')).toEqual(on('request', 'vKirurgi'));
    expect(own('outsider', 'council')).toBeUndefined();
  });
});
