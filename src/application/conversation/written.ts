import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { View } from '#rendering/views.ts';
import { type CallOffRequest, parseCallOff } from '#status-query/call-off-requests.ts';
import { parseCost } from '#status-query/cost-requests.ts';
import type { StatusQuery } from '#status-query/query.ts';
import { parseRequest } from '#status-query/requests.ts';
import { parseStaffRequest, type StaffRequest } from '#status-query/staff-requests.ts';
import type { Cases } from '../cases.ts';
import type { MovableClock } from '../clock.ts';
import type { createConcernCards } from '../concerns.ts';
import type { Presenter } from '../presenter.ts';
import type { Understand } from '../understanding.ts';
import { refusedView } from '../views/message.ts';
import type { Answers } from './answers.ts';
import type { createAwayCards } from './away.ts';
import { withCut } from './cut.ts';
import type { FigureAnswers } from './figure-answers.ts';
import { costCard } from './figure-cards.ts';
import type { Pressed } from './pressed.ts';
import { createRecall } from './recall.ts';
import type { createReportCards } from './report-cards.ts';
import type { createTimeCards } from './time.ts';

/** What somebody wrote, answered: `query` where it was a question, so that its answer can be marked as wrong. */
export interface Written {
  readonly view: View;
  readonly query: StatusQuery | null;
}
export type AnswerText = (viewer: Person, text: string, language: Language) => Promise<Written>;
export type PreviewRound = (viewer: Person, item: ItemId, deadline: PlainDate) => Promise<View>;

export interface WrittenParts {
  readonly cases: Cases;
  readonly presenter: Presenter;
  readonly answers: Answers;
  readonly figures: FigureAnswers;
  readonly understanding: () => Promise<Understand>;
  readonly demoClock: MovableClock | null;
  readonly concerns: ReturnType<typeof createConcernCards>;
  readonly away: ReturnType<typeof createAwayCards>;
  readonly reports: ReturnType<typeof createReportCards>;
  readonly time: ReturnType<typeof createTimeCards>;
  readonly previewRound: PreviewRound;
  /** What a written request comes to where a button says the same. */
  readonly pressed: Pressed;
}

/** What is written instead of pressed: about oneself, a call-off, a cost, an officer's command, or else a question about the plan. */
export const createWritten = (parts: WrittenParts): AnswerText => {
  const { cases, presenter, answers, figures, understanding, demoClock } = parts;
  const { concerns, away, reports, time, previewRound, pressed } = parts;
  const recall = createRecall();

  /** What somebody says about themselves. */
  const aboutThemselves = async (viewer: Person, told: StaffRequest): Promise<View> => {
    if (told.kind === 'concern') return concerns.form(viewer, null);
    if (told.kind === 'back') return away.save(viewer, null);
    if (told.until) return away.save(viewer, told.until);
    const form = await away.show(viewer);
    return told.unreadable && form.card === 'away'
      ? {
          ...form,
          banner: { kind: 'refused', refusal: refuse('date-unreadable', { text: told.unreadable }) },
        }
      : form;
  };

  /** The item's form with the amount filled in, for whoever may call off; it notes nothing by itself. */
  const callingOff = async (
    viewer: Person,
    { item, value, choices }: CallOffRequest,
    language: Language,
  ): Promise<View> =>
    item
      ? pressed(viewer, { verb: 'calloff.form', item, ...(value === null ? {} : { value }) })
      : answers.answer(viewer, { query: { topic: 'items', language }, choices });

  /** An officer's own commands; null for what is a question. */
  const requested = async (viewer: Person, text: string, language: Language): Promise<View | null> => {
    const understand = await understanding();
    const { now } = await presenter.reading(viewer);
    const told = parseStaffRequest(text, dateOf(now));
    if (told) return aboutThemselves(viewer, told);
    const calls = parseCallOff(text, { today: dateOf(now), language, understanding: understand });
    if (calls) return callingOff(viewer, calls, language);
    const spent = parseCost(text, { today: dateOf(now), language, understanding: understand });
    if (spent) return costCard({ cases, presenter }, pressed, viewer, spent);
    const request = parseRequest(text, { today: dateOf(now), language, understanding: understand });
    if (!request) return null;
    switch (request.kind) {
      case 'show-plan':
        return answers.items(viewer, 'plan', {});
      case 'agenda':
      case 'minutes':
        return pressed(viewer, { verb: 'meeting.show', kind: request.kind });
      case 'reporting':
        return pressed(viewer, { verb: 'reporting.show' });
      case 'rules':
        return pressed(viewer, { verb: 'rules.show' });
      case 'control':
        return figures.show(viewer, 'control', 'figures', {});
      case 'registry':
        return pressed(viewer, { verb: 'registry.show', skip: 0 });
      case 'next-step':
      case 'correct':
      case 'conflict':
      case 'assess':
      case 'memo': {
        const { item, choices } = request;
        if (!item) return answers.answer(viewer, { query: { topic: 'items', language }, choices });
        if (request.kind === 'conflict') return pressed(viewer, { verb: 'conflict.form', item });
        if (request.kind === 'assess') return pressed(viewer, { verb: 'assess.form', item });
        if (request.kind === 'correct') return pressed(viewer, { verb: 'item.form', item });
        return request.kind === 'memo'
          ? pressed(viewer, { verb: 'memo.show', item })
          : pressed(viewer, { verb: 'card.open', subject: { card: 'stage', item } });
      }
      case 'report':
        return reports.show(viewer, request, language);
      case 'time':
        return demoClock ? time.show(viewer) : null;
      case 'ask-units': {
        if (!viewer.roles.includes('officer')) {
          return refusedView(now, refuse('not-allowed', { role: 'officer' }));
        }
        if (!request.item) {
          return answers.answer(viewer, {
            query: { topic: 'items', language },
            choices: request.choices,
          });
        }
        if (request.unreadable) {
          const form = await pressed(viewer, { verb: 'round.form', item: request.item });
          const refusal = refuse('date-unreadable', { text: request.unreadable });
          return { ...form, banner: { kind: 'refused', refusal } };
        }
        return request.deadline
          ? previewRound(viewer, request.item, request.deadline)
          : pressed(viewer, { verb: 'round.form', item: request.item });
      }
    }
  };

  const answered: AnswerText = async (viewer, text, language) => {
    const view = await requested(viewer, text, language);
    if (view) return { view, query: null };
    const { now } = await presenter.reading(viewer);
    const previous = recall.of(viewer.id);
    const understood = (await understanding()).understand(text, {
      today: dateOf(now),
      language,
      ...(previous ? { previous } : {}),
    });
    recall.keep(viewer.id, understood.query);
    return { view: await answers.answer(viewer, understood), query: understood.query };
  };

  return async (viewer, text, language) => {
    const written = await answered(viewer, text, language);
    return { ...written, view: withCut(text, written.view) };
  };
};
