import { isGiven } from '#domain/coordination/answer.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { type CaseState, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { type ItemId, regionId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import type { Banner, DoneCode, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { CaseBody } from '../cases.ts';
import { createCouncilCards } from '../council/cards.ts';
import { createRegistryCards } from '../record/registry-cards.ts';
import { lessonsFor, settledFor } from '../settled.ts';
import { corrected, correctingView } from '../views/correcting.ts';
import {
  FIGURE_FORMS,
  type FigureForm,
  FORMS,
  type FormAction,
  figureForm,
  formView,
  notUnderstoodView,
  subjectView,
} from '../views/index.ts';
import { messageView } from '../views/message.ts';
import { assessing, declaring, stage } from '../views/stage.ts';
import { type Already, doneBefore, unseenAnswer } from './already.ts';
import { type CardCommand, cardCommand } from './commands.ts';
import { onceMoreCard } from './figure-cards.ts';
import { FIGURE_CHANGES, type FigureChange, figureCommand } from './figure-commands.ts';
import type { ConversationParts } from './parts.ts';

/** What a pressed button shows: the fresh card of the same thing, with a line on how it went. */
export type Pressed = (viewer: Person, action: CardAction) => Promise<View>;

/** Of whoever the directory does not know. */
const NOWHERE = regionId('-');

const isFigureForm = (action: CardAction): action is FigureForm =>
  (FIGURE_FORMS as readonly string[]).includes(action.verb);
const isFigureChange = (action: CardAction): action is FigureChange =>
  FIGURE_CHANGES.some((verb) => verb === action.verb);

/** What a press came to, where that depends on how the case stood: a decision may be another holder's. */
const doneOf = (said: DoneCode, before: CaseState, events: readonly CaseEvent[]): DoneCode => {
  const passed = events.some((event) => event.type === 'reseated' && event.passed !== undefined);
  if (passed) return 'passed-on';
  const again = before.status === 'escalated' && before.escalation.level === 'council';
  return said === 'escalated' && again ? 'proposal-changed' : said;
};

const isForm = (action: CardAction): action is FormAction =>
  (FORMS as readonly string[]).includes(action.verb);

/** Where a refused form leads back to. */
const subjectOf = (action: FormAction): CardSubject => {
  switch (action.verb) {
    case 'solution.form':
    case 'ask-again.form':
      return { card: 'objection', item: action.item, unit: action.unit };
    case 'solution.reject-form':
      return { card: 'solution', item: action.item, unit: action.unit };
    case 'evidence.ask-form':
      return { card: 'objection', item: action.item, unit: action.unit };
    case 'escalate.form':
    case 'urgent.form':
    case 'conclude.form':
    case 'round.form':
    case 'owner.form':
      return { card: 'round', item: action.item };
    default:
      return { card: 'request', item: action.item, unit: action.unit };
  }
};

export const createPressed = (parts: ConversationParts): Pressed => {
  const { cases, presenter, rounds } = parts;
  const registry = createRegistryCards(cases, presenter);
  const councilCards = createCouncilCards(cases, presenter);

  const message = async (viewer: Person, banner: Banner): Promise<View> =>
    messageView((await presenter.reading(viewer)).now, banner);
  const refused = (refusal: Refusal): Banner => ({ kind: 'refused', refusal });

  /** The living card of a subject; where there is none for this person, the banner alone. */
  const showing = async (viewer: Person, subject: CardSubject, banner?: Banner): Promise<View> => {
    const found = await cases.load(subject.item);
    return found
      ? shown(viewer, subject, found.state, banner)
      : message(viewer, refused(refuse('unknown-item', { item: subject.item })));
  };
  const shown = async (
    viewer: Person,
    subject: CardSubject,
    state: KnownCase,
    banner?: Banner,
  ): Promise<View> => {
    const reading = await presenter.reading(viewer);
    const settled = await settledFor(cases, subject);
    const learnt = await lessonsFor(parts.lessons, subject, state);
    const view = subjectView({
      ...reading,
      ...settled,
      ...learnt,
      state,
      subject,
      ...(banner ? { banner } : {}),
    });
    return view ?? message(viewer, banner ?? refused(refuse('not-allowed')));
  };

  const withCase = async (
    viewer: Person,
    item: ItemId,
    show: (found: CaseBody) => Promise<View>,
  ): Promise<View> => {
    const found = await cases.load(item);
    return found ? show(found) : message(viewer, refused(refuse('unknown-item', { item })));
  };

  /** A form that cannot be read is opened again; what was typed is put back into it. */
  const figureChange = async (viewer: Person, action: FigureChange): Promise<View> => {
    const made = figureCommand(action);
    const onceMore = action.verb === 'cost.send' ? await onceMoreCard(parts, viewer, action) : null;
    if (onceMore) return onceMore;
    return made.ok
      ? carriedOut(viewer, action, made.value)
      : showing(viewer, { card: 'figures', item: action.item }, refused(made.error));
  };

  const command = async (viewer: Person, action: CardAction): Promise<View | null> => {
    const { directory } = await presenter.reading(viewer);
    const mapped = cardCommand(action, (person) => {
      const known = directory.person(person);
      return { person, region: known?.region ?? NOWHERE, roles: known?.roles ?? [] };
    });
    return mapped ? carriedOut(viewer, action, mapped) : null;
  };

  const carriedOut = async (viewer: Person, action: CardAction, mapped: CardCommand): Promise<View> => {
    const already = async (done: Already | null): Promise<Banner | null> => {
      if (done === null) return null;
      const { directory } = await presenter.reading(viewer);
      return { kind: 'already', by: directory.person(done.by)?.name ?? done.by, at: done.at };
    };
    const answering = action.verb === 'request.yes' || action.verb === 'request.no-need';
    const known = answering ? await cases.load(mapped.item) : null;
    const unseen = await already(known && unseenAnswer(action, viewer.id, known.state));
    if (unseen) return showing(viewer, mapped.subject, unseen);
    const outcome = await cases.execute(mapped.item, mapped.command, actorOf(viewer));
    const repeats = outcome.ok ? outcome.value.events.length === 0 : true;
    const history = repeats ? ((await cases.load(mapped.item))?.history ?? []) : [];
    const code = outcome.ok ? undefined : outcome.error.code;
    const done = repeats ? doneBefore(mapped.command, viewer.id, history, code) : null;
    const repeated = await already(done);
    if (repeated) return showing(viewer, mapped.subject, repeated);
    if (!outcome.ok) {
      const asks = outcome.error.code === 'decision-missing' && action.verb === 'stage.advance';
      const found = asks ? await cases.load(mapped.item) : null;
      const view = found && asks ? stage(await presenter.reading(viewer), found.state, action.to) : null;
      const banner = refused(outcome.error);
      return view ? { ...view, banner } : showing(viewer, mapped.subject, banner);
    }
    const { before, state } = outcome.value;
    const changed =
      mapped.done === 'answer-registered' && isAsked(before) && 'unit' in mapped.subject
        ? before.round.units[mapped.subject.unit]
        : undefined;
    const what =
      changed && isGiven(changed.answer)
        ? 'answer-changed'
        : doneOf(mapped.done, before, outcome.value.events);
    return shown(viewer, mapped.subject, state, { kind: 'done', what });
  };

  /** The item as it is from now on; what somebody else has changed since the card was opened is read first. */
  const correct = async (
    viewer: Person,
    action: Extract<CardAction, { verb: 'item.correct' }>,
  ): Promise<View> => {
    const found = await cases.load(action.item);
    if (!found) return message(viewer, refused(refuse('unknown-item', { item: action.item })));
    const form = correctingView(await presenter.reading(viewer), found.state);
    if (!form.ok) return message(viewer, refused(form.error));
    if (found.state.revision !== action.revision)
      return { ...form.value, banner: refused(refuse('old-card')) };
    const item = corrected(found.state.item, action);
    const outcome = await cases.execute(action.item, { do: 'import', item }, actorOf(viewer));
    const shown = await parts.answers.item(viewer, action.item);
    if (!outcome.ok) return { ...shown, banner: refused(outcome.error) };
    return outcome.value.events.length > 0
      ? { ...shown, banner: { kind: 'done', what: 'item-corrected' } }
      : shown;
  };

  const pressedOn: Pressed = async (viewer, action) => {
    const commanded = await command(viewer, action);
    if (commanded) return commanded;
    if (isFigureChange(action)) return figureChange(viewer, action);
    if (isFigureForm(action)) {
      return withCase(viewer, action.item, async ({ state }) => {
        const form = figureForm(await presenter.reading(viewer), state, action);
        const card = action.verb.startsWith('cost') ? 'cost' : 'figures';
        return form.ok ? form.value : showing(viewer, { card, item: action.item }, refused(form.error));
      });
    }
    if (isForm(action)) {
      return withCase(viewer, action.item, async ({ state }) => {
        const form = formView(await presenter.reading(viewer), state, action);
        return form.ok ? form.value : showing(viewer, subjectOf(action), refused(form.error));
      });
    }
    switch (action.verb) {
      case 'request.show':
        return showing(viewer, { card: 'request', item: action.item, unit: action.unit });
      case 'card.open':
        return showing(viewer, action.subject);
      case 'card.refresh': {
        const carried = await parts.delivering.carried(viewer.id, action.delivery);
        const [first] = carried;
        if (carried.length > 1) return parts.digests.show(viewer, action.delivery, 0);
        return first
          ? showing(viewer, first.body.deliveries[0].subject)
          : message(viewer, refused(refuse('unreadable-card')));
      }
      case 'digest.show':
        return parts.digests.show(viewer, action.delivery, action.skip);
      case 'digest.yes':
        return parts.digests.yes(viewer, action);
      case 'delivery.resolve':
        return parts.deliveryCards.resolve(viewer, action.message, action.as);
      case 'push.stop':
      case 'push.resume':
        return parts.deliveryCards[action.verb === 'push.stop' ? 'stop' : 'resume'](viewer, action.item);
      case 'item.show':
        return parts.answers.item(viewer, action.item);
      case 'item.history':
        return parts.answers.history(viewer, action.item);
      case 'item.timeline':
        return parts.answers.timeline(viewer, action.item);
      case 'item.deliveries':
        return parts.answers.deliveries(viewer, action.item);
      case 'stage.form':
        return withCase(viewer, action.item, async ({ state }) => {
          const reading = await presenter.reading(viewer);
          if (!viewer.roles.includes('officer')) {
            return showing(viewer, { card: 'stage', item: action.item }, refused(refuse('not-allowed')));
          }
          // An old card may offer what is over: the fresh one is shown instead.
          const form = nextStages(state).includes(action.to) ? action.to : undefined;
          return stage(reading, state, form) ?? message(viewer, refused(refuse('not-allowed')));
        });
      case 'stage.more':
        return withCase(viewer, action.item, async ({ state }) => {
          const view = stage(await presenter.reading(viewer), state, 'more');
          // Where everything fits again, the card itself has it.
          const banner = viewer.roles.includes('officer') ? undefined : refused(refuse('not-allowed'));
          return view ?? showing(viewer, { card: 'stage', item: action.item }, banner);
        });
      case 'tenders.form':
      case 'calloff.form':
        return withCase(viewer, action.item, async ({ state }) => {
          const reading = await presenter.reading(viewer);
          const form = action.verb === 'tenders.form' ? 'tenders' : 'call-off';
          const value = action.verb === 'calloff.form' ? action.value : undefined;
          const view = stage(reading, state, form, value);
          if (view?.step?.kind === form) return view;
          const why =
            form === 'tenders'
              ? 'not-an-evaluator'
              : 'contract' in state
                ? 'not-your-unit'
                : 'no-contract-yet';
          return showing(viewer, { card: 'stage', item: action.item }, refused(refuse(why)));
        });
      case 'evaluator.form':
        return withCase(viewer, action.item, async ({ state }) => {
          const view = stage(await presenter.reading(viewer), state, 'evaluator');
          if (view?.step?.kind === 'evaluator') return view;
          const why = viewer.roles.includes('officer')
            ? refuse('not-possible-now', { status: state.status })
            : refuse('not-allowed', { role: 'officer' });
          return showing(viewer, { card: 'stage', item: action.item }, refused(why));
        });
      case 'assess.form':
        return withCase(viewer, action.item, async ({ state }) => {
          const question = assessing(await presenter.reading(viewer), state);
          return question.ok
            ? question.value
            : showing(viewer, { card: 'round', item: action.item }, refused(question.error));
        });
      case 'conflict.form':
        return withCase(viewer, action.item, async ({ state }) => {
          const question = declaring(await presenter.reading(viewer), state);
          return question ?? message(viewer, refused(refuse('not-allowed')));
        });
      case 'plan.show': {
        const { verb: _, after, ...filter } = action;
        return parts.answers.items(viewer, 'plan', filter, after);
      }
      case 'answer.wrong': {
        const reading = await presenter.reading(viewer);
        const kept = await parts.keptOf(viewer, action.text);
        return notUnderstoodView(reading, { ...kept, text: action.text });
      }
      case 'answer.keep': {
        const reading = await presenter.reading(viewer);
        await parts.questions.mark(await parts.keptOf(viewer, action.text), reading.now);
        return { ...notUnderstoodView(reading), banner: { kind: 'done', what: 'question-noted' } };
      }
      case 'say':
        return parts.said(viewer, action.text);
      case 'candidates.show': {
        const { verb: _, skip, ...filter } = action;
        return parts.candidates.list(viewer, filter, skip);
      }
      case 'candidate.show':
        return parts.candidates.show(viewer, action.items);
      case 'candidate.form':
        return parts.candidates.form(viewer, action.items);
      case 'candidate.possible':
      case 'candidate.not-possible': {
        const possible = action.verb === 'candidate.possible';
        const text = action.verb === 'candidate.not-possible' ? action.text : '';
        const outcome = await parts.candidates.assess(viewer, action.items, possible, text);
        if ('refusal' in outcome)
          return parts.candidates.show(viewer, action.items, refused(outcome.refusal));
        const banner: Banner = {
          kind: 'done',
          what: possible ? 'assessed-possible' : 'assessed-not-possible',
        };
        if (!possible || outcome.asks === null) return parts.candidates.show(viewer, action.items, banner);
        const form = await pressedOn(viewer, { verb: 'round.form', item: outcome.asks });
        return { ...form, banner };
      }
      case 'lessons.for':
        return parts.figures.lessonsFor(viewer, action.item);
      case 'findings.show': {
        const { verb: _, topic, of, ...narrowed } = action;
        return parts.figures.show(viewer, topic, of, narrowed);
      }
      case 'meeting.show':
        return councilCards.meeting(viewer, action.kind);
      case 'reporting.show':
        return councilCards.reporting(viewer, action.body);
      case 'reporting.save':
        return councilCards.report(viewer, action);
      case 'memo.show':
        return councilCards.memo(viewer, action.item, action.body);
      case 'item.form':
        return withCase(viewer, action.item, async ({ state }) => {
          const form = correctingView(await presenter.reading(viewer), state);
          return form.ok ? form.value : message(viewer, refused(form.error));
        });
      case 'item.correct':
        return correct(viewer, action);
      case 'rules.show':
        return parts.adopting.show(viewer);
      case 'rules.adopt': {
        const { rows: ids, verb: _, ...decision } = action;
        return parts.adopting.adopt(viewer, { ids, ...decision });
      }
      case 'registry.show':
        return registry.show(viewer, action.skip);
      case 'registry.save':
        return registry.save(viewer, action.cases);
      case 'round.preview':
        return parts.previewRound(viewer, action.item, action.deadline);
      case 'round.send': {
        const opened = await rounds.open(action.item, endOfDay(action.deadline), actorOf(viewer));
        const banner: Banner = opened.ok ? { kind: 'done', what: 'round-opened' } : refused(opened.error);
        return showing(viewer, { card: 'round', item: action.item }, banner);
      }
      case 'import.confirm':
        return parts.files.confirm(viewer, action.draft);
      case 'import.discard':
        return parts.files.discard(viewer, action.draft);
      case 'concern.form':
        return parts.concerns.form(viewer, action.item ?? null);
      case 'concern.send':
        return parts.concerns.send(viewer, action.item ?? null, action.to, action.text);
      case 'away.form':
        return parts.away.show(viewer);
      case 'away.save':
        return parts.away.save(viewer, action.until);
      case 'away.end':
        return parts.away.save(viewer, null);
      case 'time.forward':
        return parts.time.forward(viewer, action.by);
      default:
        return message(viewer, refused(refuse('unreadable-card')));
    }
  };
  return pressedOn;
};
