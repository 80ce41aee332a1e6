import { isGiven } from '#domain/coordination/answer.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { refuse } from '#domain/coordination/refusal.ts';
import { type CaseState, isAsked } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import { regionId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import type { Banner, DoneCode, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import { corrected, correctingView } from '../views/correcting.ts';
import { stage } from '../views/stage.ts';
import { type Already, doneBefore, unseenAnswer } from './already.ts';
import { type CardCommand, cardCommand } from './commands.ts';
import { onceMoreCard } from './figure-cards.ts';
import { FIGURE_CHANGES, type FigureChange, figureCommand } from './figure-commands.ts';
import type { ConversationParts } from './parts.ts';
import { refused, type Showing } from './showing.ts';

/** Of whoever the directory does not know. */
const NOWHERE = regionId('-');

const isFigureChange = (action: CardAction): action is FigureChange =>
  FIGURE_CHANGES.some((verb) => verb === action.verb);

/** What a press came to, where that depends on how the case stood: a decision may be another holder's. */
const doneOf = (said: DoneCode, before: CaseState, events: readonly CaseEvent[]): DoneCode => {
  const passed = events.some((event) => event.type === 'reseated' && event.passed !== undefined);
  if (passed) return 'passed-on';
  const again = before.status === 'escalated' && before.escalation.level === 'council';
  return said === 'escalated' && again ? 'proposal-changed' : said;
};

/** What a press changes, carried out: the fresh card of the same thing. Null where it is a button that only shows. */
export const createCarriedOut = (parts: ConversationParts, showing: Showing) => {
  const { cases, presenter } = parts;

  /** A form that cannot be read is opened again; what was typed is put back into it. */
  const figureChange = async (viewer: Person, action: FigureChange): Promise<View> => {
    const made = figureCommand(action);
    const onceMore = action.verb === 'cost.send' ? await onceMoreCard(parts, viewer, action) : null;
    if (onceMore) return onceMore;
    return made.ok
      ? carriedOut(viewer, action, made.value)
      : showing.card(viewer, { card: 'figures', item: action.item }, refused(made.error));
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
    if (unseen) return showing.card(viewer, mapped.subject, unseen);
    const outcome = await cases.execute(mapped.item, mapped.command, actorOf(viewer));
    const repeats = outcome.ok ? outcome.value.events.length === 0 : true;
    const history = repeats ? ((await cases.load(mapped.item))?.history ?? []) : [];
    const code = outcome.ok ? undefined : outcome.error.code;
    const done = repeats ? doneBefore(mapped.command, viewer.id, history, code) : null;
    const repeated = await already(done);
    if (repeated) return showing.card(viewer, mapped.subject, repeated);
    if (!outcome.ok) {
      const asks = outcome.error.code === 'decision-missing' && action.verb === 'stage.advance';
      const found = asks ? await cases.load(mapped.item) : null;
      const view = found && asks ? stage(await presenter.reading(viewer), found.state, action.to) : null;
      const banner = refused(outcome.error);
      return view ? { ...view, banner } : showing.card(viewer, mapped.subject, banner);
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
    return showing.of(viewer, mapped.subject, state, { kind: 'done', what });
  };

  /** The item as it is from now on; what somebody else has changed since the card was opened is read first. */
  const correct = async (
    viewer: Person,
    action: Extract<CardAction, { verb: 'item.correct' }>,
  ): Promise<View> => {
    const found = await cases.load(action.item);
    if (!found) return showing.message(viewer, refused(refuse('unknown-item', { item: action.item })));
    const form = correctingView(await presenter.reading(viewer), found.state);
    if (!form.ok) return showing.message(viewer, refused(form.error));
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

  return async (viewer: Person, action: CardAction): Promise<View | null> => {
    if (isFigureChange(action)) return figureChange(viewer, action);
    return action.verb === 'item.correct' ? correct(viewer, action) : command(viewer, action);
  };
};
