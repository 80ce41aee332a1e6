import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import type { CardAction } from '#rendering/action.ts';
import type { Banner, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import { createCouncilCards } from '../council/cards.ts';
import { createRegistryCards } from '../record/registry-cards.ts';
import { notUnderstoodView } from '../views/index.ts';
import { createCarriedOut } from './carried-out.ts';
import { createForms } from './forms.ts';
import type { ConversationParts } from './parts.ts';
import { createShowing, refused } from './showing.ts';

/** What a pressed button shows: the fresh card of the same thing, with a line on how it went. */
export type Pressed = (viewer: Person, action: CardAction) => Promise<View>;

export const createPressed = (parts: ConversationParts): Pressed => {
  const { cases, presenter, rounds } = parts;
  const registry = createRegistryCards(cases, presenter);
  const councilCards = createCouncilCards(cases, presenter);
  const showing = createShowing(parts);
  const carriedOut = createCarriedOut(parts, showing);
  const forms = createForms(parts, showing);

  const pressedOn: Pressed = async (viewer, action) => {
    const view = (await carriedOut(viewer, action)) ?? (await forms(viewer, action));
    if (view) return view;
    switch (action.verb) {
      case 'request.show':
        return showing.card(viewer, { card: 'request', item: action.item, unit: action.unit });
      case 'card.open':
        return showing.card(viewer, action.subject);
      case 'card.refresh': {
        const carried = await parts.delivering.carried(viewer.id, action.delivery);
        const [first] = carried;
        if (carried.length > 1) return parts.digests.show(viewer, action.delivery, 0);
        return first
          ? showing.card(viewer, first.body.deliveries[0].subject)
          : showing.message(viewer, refused(refuse('unreadable-card')));
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
        return showing.card(viewer, { card: 'round', item: action.item }, banner);
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
        return showing.message(viewer, refused(refuse('unreadable-card')));
    }
  };
  return pressedOn;
};
