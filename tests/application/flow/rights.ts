import type { Verb } from '#rendering/action.ts';
import type { ActionData } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';

/** Who answers for each of the demo's units, their superior last. */
const UNITS: Readonly<Record<string, { readonly own: readonly Name[]; readonly superior: Name }>> = {
  'sormland/Operationskliniken Nyköping': { own: ['karin', 'peter'], superior: 'gunilla' },
  'sormland/Anestesikliniken Eskilstuna': { own: ['erik'], superior: 'gunilla' },
  'vastmanland/Operationskliniken Västerås': { own: ['maria', 'oskar'], superior: 'helena' },
  'vastmanland/Kirurgkliniken Köping': { own: ['james'], superior: 'helena' },
};
export const MANAGERS: readonly Name[] = ['karin', 'erik', 'maria', 'james'];
const OFFICERS: readonly Name[] = ['anna', 'johan'];
/** Inköp, and those who keep or watch over the record. */
const READ_ALL: readonly Name[] = [...OFFICERS, 'sofia', 'anders', 'nils', 'ulrika', 'margareta', 'tobias'];
export const MEMBERS: readonly Name[] = ['lars', 'eva', 'ingrid', 'daniel'];
const REGISTRARS: readonly Name[] = ['sofia', 'anders'];
const SUPERIORS: readonly Name[] = ['gunilla', 'helena'];

type Who = readonly Name[] | 'everybody';

const unitOf = (data: ActionData) => {
  const unit = UNITS[String(data.unit)];
  if (!unit) throw new Error(`No unit ${String(data.unit)}`);
  return unit;
};
/** The superior too: whether silence has been lifted to them is a matter of time, which has tests of its own. */
const answering = (data: ActionData): Who => [...unitOf(data).own, unitOf(data).superior];
const reading = (data: ActionData): Who => [...unitOf(data).own, unitOf(data).superior, ...READ_ALL];
/** Whoever coordinates: the asked units with their deputies, the council, those who decide, Inköp and finance. */
const COORDINATE: readonly Name[] = [
  ...MANAGERS,
  'peter',
  'oskar',
  ...SUPERIORS,
  ...OFFICERS,
  'nils',
  'ulrika',
  ...MEMBERS,
  'cecilia',
  'mats',
  'ylva',
  'birgitta',
];
const coordinating = (): Who => COORDINATE;
/** Whoever handles a case or may come to: all but those who only answer for a unit. */
const HANDLE: readonly Name[] = [
  ...READ_ALL,
  ...MEMBERS,
  ...SUPERIORS,
  'cecilia',
  'mats',
  'ylva',
  'birgitta',
];
/** Savings are computed and signed by Inköp and finance. */
const RECKON: readonly Name[] = [...OFFICERS, 'nils', 'ulrika'];
const reckoning = (): Who => RECKON;
const officers = (): Who => OFFICERS;
const everybody = (): Who => 'everybody';
/** An urgent case is the chair's, for both regions. */
export const URGENT = 'DU-2';
const decider = (data: ActionData): Who => {
  if (data.item === URGENT) return ['ylva'];
  return data.region === 'sormland' ? ['cecilia'] : ['mats'];
};

const subjects = (data: ActionData): Who => {
  const subject = data.subject as ActionData;
  switch (subject.card) {
    case 'request':
    case 'solution':
      return reading(subject);
    case 'lifted':
      return [unitOf(subject).superior, ...READ_ALL];
    case 'managers':
      return [...SUPERIORS, ...READ_ALL];
    case 'council':
      return MEMBERS;
    case 'decision':
      return decider(subject);
    case 'registration':
      return ['birgitta'];
    case 'outcome':
    case 'figures':
    case 'cost':
    case 'review':
    case 'stage':
      return 'everybody';
    default:
      return READ_ALL;
  }
};

interface Right {
  /** Who may press such a button; everybody else is refused with a sentence. */
  readonly may: (data: ActionData) => Who;
  /** Whether it changes anything; the others only show. */
  readonly changes: boolean;
}
const shows = (may: Right['may']): Right => ({ may, changes: false });
const changes = (may: Right['may']): Right => ({ may, changes: true });

/** Every button there is, and whose it is: written down apart from the rules that decide it. */
export const BUTTONS: Readonly<Record<Verb, Right>> = {
  'request.yes': changes(answering),
  'request.conditions': changes(answering),
  'request.no-need': changes(answering),
  'objection.send': changes(answering),
  'more-time.send': changes(answering),
  'request.show': shows(reading),
  'request.change': shows(answering),
  'request.conditions-form': shows(answering),
  'objection.reasons': shows(answering),
  'objection.form': shows(answering),
  'more-time.form': shows(answering),
  'more-time.grant': changes(officers),
  'more-time.refuse': changes(officers),
  'solution.form': shows(officers),
  'solution.propose': changes(officers),
  'solution.accept': changes(answering),
  'solution.reject-form': shows(answering),
  'solution.reject': changes(answering),
  'ask-again.form': shows(officers),
  'ask-again.send': changes(officers),
  'escalate.form': shows(officers),
  'escalate.send': changes(officers),
  'conclude.form': shows(officers),
  'conclude.send': changes(officers),
  'urgent.form': shows(officers),
  'urgent.send': changes(officers),
  'case.close': changes(officers),
  'item.lock': changes(officers),
  'item.show': shows(everybody),
  'item.history': shows(everybody),
  'item.timeline': shows(everybody),
  'item.deliveries': shows(everybody),
  'plan.show': shows(everybody),
  'candidates.show': shows(everybody),
  'candidate.show': shows(everybody),
  'candidate.form': shows(officers),
  'candidate.possible': changes(officers),
  'candidate.not-possible': changes(officers),
  'meeting.show': shows(() => [...MEMBERS, ...READ_ALL, 'birgitta']),
  'reporting.show': shows(() => ['birgitta']),
  'reporting.save': changes(() => ['birgitta']),
  'memo.show': shows(() => [...READ_ALL, 'birgitta']),
  'item.form': shows(officers),
  'item.correct': changes(officers),
  'rules.show': shows(() => ['tobias']),
  // It changes no case; that it changes the rules is told by the recipe of the switch.
  'rules.adopt': changes(() => ['tobias']),
  'registry.show': shows(() => REGISTRARS),
  'registry.save': changes(() => REGISTRARS),
  'answer.wrong': shows(everybody),
  'answer.keep': shows(everybody),
  say: shows(everybody),
  'round.form': shows(officers),
  'round.preview': shows(officers),
  'round.send': changes(officers),
  // That there is a conflict is anybody's to say who handles the case, whosever card it stood on.
  'council.declare': changes(({ item, conflict }) => {
    if (conflict === true) return HANDLE;
    return item === URGENT ? [...MEMBERS, 'ylva'] : MEMBERS;
  }),
  'council.position': changes(() => MEMBERS),
  'decision.declare': changes((data) => (data.conflict === true ? HANDLE : decider(data))),
  'decision.decide': changes(decider),
  'registration.register': changes(() => ['birgitta']),
  'stage.advance': changes(officers),
  'stage.form': shows(officers),
  'stage.more': shows(officers),
  'stage.authorise': changes(officers),
  'stage.ask': changes(officers),
  'stage.document': changes(officers),
  'stage.decide': changes(decider),
  'stage.principle': changes(officers),
  // The story's evaluator, and those who may decide on what came in.
  'stage.declare': changes(({ conflict }) => (conflict === true ? HANDLE : ['anna', 'cecilia', 'mats'])),
  'conflict.form': shows(() => HANDLE),
  'assess.form': shows(officers),
  'assess.send': changes(officers),
  'stage.register': changes(() => ['birgitta']),
  // The story's evaluator alone.
  'tenders.form': shows(() => ['anna']),
  'tenders.send': changes(() => ['anna']),
  'evaluator.form': shows(officers),
  'evaluator.send': changes(officers),
  'calloff.form': shows(() => ['anna', 'johan']),
  'calloff.send': changes(() => ['anna', 'johan']),
  'cost.form': shows(coordinating),
  'cost.show': shows(coordinating),
  'cost.save': changes(coordinating),
  'cost.send': changes(coordinating),
  'cost.undo': changes(coordinating),
  'saving.methods': shows(reckoning),
  'saving.form': shows(reckoning),
  'saving.rule-out-form': shows(reckoning),
  'saving.send': changes(reckoning),
  'saving.rule-out': changes(reckoning),
  'saving.validate': changes(() => ['nils', 'ulrika']),
  'realised.form': shows(reckoning),
  'realised.send': changes(reckoning),
  'attribution.form': shows(reckoning),
  'attribution.send': changes(reckoning),
  'findings.show': shows(everybody),
  'lessons.for': shows(everybody),
  'lesson.show': shows(everybody),
  'lesson.form': shows(coordinating),
  'lesson.send': changes(coordinating),
  'lesson.use': changes(coordinating),
  'pulse.rate': changes(() => [...MANAGERS, 'peter', 'oskar', ...SUPERIORS]),
  'card.open': shows(subjects),
  'card.refresh': shows(everybody),
  'digest.show': shows(everybody),
  'digest.yes': changes(everybody),
  'delivery.resolve': changes(officers),
  'push.stop': changes(officers),
  'push.resume': changes(officers),
  'import.confirm': changes(() => ['anna']),
  'import.discard': changes(() => ['anna']),
  'time.forward': changes(officers),
  'request.more': shows(answering),
  'delegate.form': shows(answering),
  'delegate.send': changes(answering),
  'reference.form': shows(answering),
  'reference.send': changes(answering),
  'evidence.form': shows(answering),
  'evidence.send': changes(answering),
  'evidence.ask-form': shows(officers),
  'evidence.ask': changes(officers),
  'evidence.accept': changes(officers),
  'objection.withdraw': changes(answering),
  'owner.form': shows(officers),
  'owner.send': changes(officers),
  'concern.form': shows(everybody),
  // It leaves no trace in any record; looking around must not write to people.
  'concern.send': changes(everybody),
  'away.form': shows(() => MANAGERS),
  'away.save': changes(() => MANAGERS),
  'away.end': changes(() => MANAGERS),
};
export const VERBS = Object.keys(BUTTONS) as readonly Verb[];
export const rightOf = (data: ActionData): Right => {
  const right = BUTTONS[data.verb as Verb];
  if (!right) throw new Error(`No button is known as ${String(data.verb)}`);
  return right;
};
