import * as fc from 'fast-check';
import type { CaseCommand, Colleague } from '#domain/coordination/commands.ts';
import type { PersonActor } from '#domain/coordination/deciding/draft.ts';
import { STANCES } from '#domain/coordination/escalation-state.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import { proposedChange } from '#domain/coordination/modifying.ts';
import {
  ADVANCES,
  type Advance,
  type AdvanceTo,
  APPEAL_OUTCOMES,
  STAGE_KINDS,
} from '#domain/coordination/stages.ts';
import { type CaseState, isAsked } from '#domain/coordination/state.ts';
import { OUTCOMES, SOLUTIONS } from '#domain/escalation/reasons.ts';
import type { FigureInput, SavingInput } from '#domain/indicators/figures.ts';
import { type HistoryEntry, hasTexts } from '#domain/record/history.ts';
import { copiesOf } from '#domain/record/removing.ts';
import { reportLines } from '#domain/record/reporting.ts';
import { exactly } from '#domain/savings/range.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { addDays, dateOf, endOfDay, instantOf } from '#domain/shared/calendar.ts';
import { itemId } from '#domain/shared/ids.ts';
import { START } from '#support/given.ts';
import {
  asks,
  beds,
  date,
  deputy,
  NAMNDEN,
  officer,
  SORMLAND,
  STYRELSE_V,
  sBoss,
  units,
  VASTMANLAND,
  vBoss,
  vKirurgi,
} from '#support/world.ts';
import {
  anyone,
  clock,
  decider,
  evaluator,
  type Given,
  manager,
  member,
  officers,
  registrar,
  registrarOf,
  secretaryOf,
} from './cast.ts';

type Do = CaseCommand['do'];
type Of<D extends Do> = Extract<CaseCommand, { do: D }>;

/** How one command comes about: what may be said with it, and who might well say it. */
interface Generator<D extends Do> {
  /** How often, beside the others; 2 by default. */
  readonly weight?: number;
  readonly make: fc.Arbitrary<Omit<Of<D>, 'do'>>;
  /** Left to chance alone, hardly a story would get beyond its first question. */
  readonly who: (command: Of<D>, given: Given) => Actor;
}

const today = dateOf(START);
/** A number that stands nowhere else, so that it can be looked for. */
export const TENDERS = 7_331_337;
const BASKET: SavingInput = {
  method: 'basket',
  lines: [{ quantity: exactly(10), oldPrice: 1000, newPrice: 900 }],
  index: exactly(1),
  unmatchedValue: 0,
  years: 4,
};
const BIDS: SavingInput = {
  method: 'market-price',
  bids: [TENDERS, TENDERS + 1, TENDERS + 2],
  winner: TENDERS,
  quantity: exactly(1),
  years: 1,
};
/** Every text that a stage asks for. */
const ALL_SAID = { text: 'x', arena: 'Adda', worked: 'x', failed: 'y', next: 'z' };
const kind = fc.constantFrom(...STAGE_KINDS);
const asColleague = ({ id, region, roles }: PersonActor): Colleague => ({ person: id, region, roles });
const ANOTHER_OFFICER: Colleague = { ...asColleague(deputy), roles: ['officer'] };
const dated = { date: today };
/** Fitted, so that its day is that of the story. */
const STAGES: { readonly [T in AdvanceTo]: Extract<Advance, { to: T }> } = {
  initiated: { to: 'initiated' },
  'ceiling-stated': { to: 'ceiling-stated', region: VASTMANLAND, value: 3_000_000 },
  locked: { to: 'locked' },
  advertised: { to: 'advertised', ...dated, reference: 'A-1', evaluators: [sBoss.id] },
  evaluation: { to: 'evaluation', ...dated },
  awarded: { to: 'awarded', ...dated, reference: 'T-1' },
  standstill: { to: 'standstill', ...dated, sent: 'electronically' },
  appealed: { to: 'appealed', ...dated, court: 'Förvaltningsrätten' },
  'appeal-settled': { to: 'appeal-settled', ...dated, outcome: 'award-stands' },
  contract: {
    to: 'contract',
    ...dated,
    until: date('2031-12-31'),
    optionsUntil: date('2033-12-31'),
    reference: 'C-1',
  },
  extended: { to: 'extended', until: date('2032-12-31') },
  'modification-proposed': {
    to: 'modification-proposed',
    ground: 'additional-needs',
    region: VASTMANLAND,
    value: 4_500_000,
  },
  'modification-dropped': { to: 'modification-dropped' },
  modified: { to: 'modified' },
  'followed-up': { to: 'followed-up' },
  reviewed: { to: 'reviewed' },
  closed: { to: 'closed' },
  'external-coordination': { to: 'external-coordination' },
  postponed: { to: 'postponed' },
  resumed: { to: 'resumed' },
  'contracted-alone': { to: 'contracted-alone', region: SORMLAND, ...dated, value: 2_000_000 },
  cancelled: { to: 'cancelled' },
};
const EXITS: readonly AdvanceTo[] = ['external-coordination', 'postponed', 'cancelled'];
const stage = fc.oneof(
  ...ADVANCES.map((to) => ({
    weight: EXITS.includes(to) ? 1 : 20,
    arbitrary:
      to === 'appeal-settled'
        ? fc.constantFrom(...APPEAL_OUTCOMES.map((outcome): Advance => ({ ...STAGES[to], outcome })))
        : to === 'modification-proposed'
          ? fc.constantFrom(...[3_000_000, 4_500_000].map((value): Advance => ({ ...STAGES[to], value })))
          : fc.constant<Advance>(STAGES[to]),
  })),
);

/** Deviations end; an end that has passed is refused. */
/** Near enough to end within a story, far enough to stand through it, or past. */
const until = fc.constantFrom(date('2027-01-12'), date('2029-12-31'), date('2020-01-01'));
const unit = fc.constantFrom(...Object.values(units));
const region = fc.constantFrom(SORMLAND, VASTMANLAND);
const outcome = fc.constantFrom(...OUTCOMES);
const texts = fc.constantFrom<Record<string, string>[]>({}, { text: 'x' }, { text: 'x', reason: 'y' });
const said = fc.constant({ text: 'x', reason: 'y' });
/** Fitted to what the case is when the command is sent, unless chance wants an old card. */
const revision = fc.constant(1);
const inDays = (days: number) => endOfDay(addDays(dateOf(START), days));
const commitment = fc.record({
  binding: fc.constantFrom('estimate' as const, 'binding' as const),
  value: fc.constantFrom(undefined, 500_000, 6_000_000),
});

/** Complete by type: whoever adds a command says here, in a line, what it may say and who might say it. */
export const GENERATORS: { readonly [D in Do]: Generator<D> } = {
  import: {
    weight: 1,
    make: fc.record({
      item: fc.constantFrom(
        beds,
        { ...beds, value: 12_000_000 },
        { ...beds, title: 'Nya bord' },
        { ...beds, advertise: date('2026-12-11') },
        { ...beds, advertise: date('2027-03-12') },
      ),
    }),
    who: officers,
  },
  assess: { weight: 1, make: fc.record({ possible: fc.boolean(), texts: said }), who: officers },
  'assess-together': {
    weight: 1,
    make: fc.record({
      others: fc.constant([itemId('MT925')]),
      possible: fc.boolean(),
      texts: said,
    }),
    who: officers,
  },
  'open-round': {
    make: fc.record({
      owner: fc.constant(officer.id),
      deadline: fc.constantFrom(inDays(7), inDays(14), inDays(60)),
      units: fc.constantFrom(asks, asks.slice(1)),
    }),
    who: officers,
  },
  answer: {
    weight: 8,
    make: fc.record({
      unit,
      round: fc.constant(1),
      revision,
      answer: fc.oneof(
        {
          weight: 3,
          arbitrary: commitment.map(({ value, binding }) => ({
            kind: 'yes' as const,
            commitment: { binding, ...(value === undefined ? {} : { value }) },
          })),
        },
        {
          weight: 1,
          arbitrary: fc.constant({
            kind: 'yes-with-conditions' as const,
            commitment: { binding: 'estimate' as const },
          }),
        },
        { weight: 1, arbitrary: fc.constant({ kind: 'no-need' as const }) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            { kind: 'objection' as const, reason: 'other' as const },
            { kind: 'objection' as const, reason: 'legal' as const },
          ),
        },
      ),
      texts: said,
    }),
    who: manager,
  },
  'request-more-time': { make: fc.record({ unit, round: fc.constant(1), texts }), who: manager },
  'grant-more-time': { make: fc.record({ unit, workingDays: fc.constantFrom(1, 5, 20) }), who: officers },
  'refuse-more-time': { weight: 1, make: fc.record({ unit }), who: officers },
  'ask-again': {
    make: fc.record({ unit, deadline: fc.constantFrom(inDays(14), inDays(90)), texts }),
    who: officers,
  },
  'propose-solution': {
    weight: 4,
    make: fc.record({ unit, solution: fc.constantFrom(...SOLUTIONS), texts: said }),
    who: officers,
  },
  'answer-solution': {
    weight: 5,
    make: fc.record({ unit, number: fc.constantFrom(1, 1, 2), accept: fc.boolean(), texts: said }),
    who: manager,
  },
  escalate: { weight: 3, make: fc.record({ proposal: outcome, until, texts }), who: officers },
  'declare-conflict': {
    weight: 4,
    make: fc.record({ conflict: fc.constantFrom(false, false, true) }),
    // Evaluators declare anew once the bidders are known.
    who: (one, given) =>
      given.turn % 3 === 0 ? evaluator() : given.turn % 7 === 0 ? officers() : member(one, given),
  },
  'take-position': {
    weight: 5,
    make: fc.record({
      revision,
      proposal: fc.constantFrom(1, 1, 1, 2),
      stance: fc.constantFrom(...STANCES),
      texts: said,
    }),
    who: member,
  },
  decide: { weight: 5, make: fc.record({ region, revision, outcome, until, texts: said }), who: decider },
  'register-decision': {
    weight: 3,
    make: fc.record({
      body: fc.constantFrom(NAMNDEN),
      revision,
      outcome,
      date: fc.constantFrom(date('2026-11-20'), date('2027-03-01')),
      paragraph: fc.constantFrom('§ 4', ''),
      registryNumber: fc.constant('RS 2026-9'),
      until,
      texts: said,
    }),
    who: secretaryOf,
  },
  delegate: {
    make: fc.record({ unit, to: fc.constantFrom(asColleague(deputy), asColleague(vBoss)) }),
    who: manager,
  },
  'note-absence': {
    make: fc.record({
      unit,
      until: fc.constantFrom(null, date('2026-12-02'), date('2027-02-01')),
      deputy: fc.constantFrom(null, deputy.id),
    }),
    who: manager,
  },
  'name-reference': {
    make: fc.record({ unit, hours: fc.constantFrom(0, 40), texts: fc.constant({ name: 'Ulla' }) }),
    who: manager,
  },
  'add-evidence': { weight: 3, make: fc.record({ unit, texts: said }), who: manager },
  'ask-evidence': { make: fc.record({ unit, texts }), who: officers },
  'accept-evidence': { make: fc.record({ unit }), who: officers },
  'withdraw-objection': { make: fc.record({ unit, texts }), who: manager },
  'change-owner': {
    weight: 1,
    make: fc.record({ to: fc.constantFrom(asColleague(officer), ANOTHER_OFFICER, asColleague(vKirurgi)) }),
    who: officers,
  },
  'state-saving': {
    make: fc.record({ input: fc.constantFrom(BASKET, BIDS), texts: fc.constant({ assumptions: 'x' }) }),
    who: officers,
  },
  'note-figure': {
    make: fc.record({
      figure: fc.constantFrom<FigureInput>(
        { kind: 'ruled-out', method: 'basket', obstacle: 'data-missing' },
        { kind: 'ruled-out', method: 'market-price', obstacle: 'fewer-than-3-bids' },
      ),
      texts,
    }),
    who: officers,
  },
  'conclude-council': { weight: 1, make: fc.record({ texts: said }), who: officers },
  'mark-urgent': { weight: 1, make: fc.record({ texts: said }), who: officers },
  'report-decisions': {
    make: fc.record({
      body: fc.constantFrom(NAMNDEN, STYRELSE_V),
      entries: fc.constant([1]),
      date: fc.constant(today),
    }),
    who: secretaryOf,
  },
  advance: {
    weight: 8,
    make: fc.record({ stage, texts: fc.constant({ ...ALL_SAID }) }),
    who: officers,
  },
  'ask-stage-decision': { weight: 1, make: fc.record({ kind }), who: officers },
  'decide-stage': { weight: 5, make: fc.record({ kind, region, revision, texts: said }), who: decider },
  'register-stage-decision': {
    make: fc.record({
      kind,
      body: fc.constantFrom(NAMNDEN, NAMNDEN, STYRELSE_V),
      revision,
      date: fc.constant(today),
      paragraph: fc.constant('§ 7'),
      registryNumber: fc.constant('RS 2026-9'),
      texts,
    }),
    who: secretaryOf,
  },
  'file-authorisation': {
    weight: 3,
    make: fc.record({ region, date: fc.constant(today), reference: fc.constant('RS 2026-0099') }),
    who: officers,
  },
  'set-principle': { weight: 1, make: fc.record({ principle: fc.boolean() }), who: officers },
  'note-tenders': {
    weight: 3,
    make: fc.record({ received: fc.constant(TENDERS), approved: fc.integer({ min: 0, max: 5 }) }),
    who: evaluator,
  },
  'replace-evaluator': {
    weight: 1,
    make: fc.record({
      from: fc.constantFrom(sBoss.id, vKirurgi.id),
      to: fc.constantFrom(sBoss.id, vKirurgi.id),
    }),
    who: officers,
  },
  'call-off': {
    weight: 5,
    make: fc.record({
      unit,
      number: fc.constantFrom(1, 1, 2),
      value: fc.constantFrom(0, 400_000, 400_000, 9_000_000),
      date: fc.constant(today),
      corrects: fc.constantFrom(false, false, true),
      texts,
    }),
    who: officers,
  },
  'complete-documentation': { weight: 3, make: fc.constant({}), who: officers },
  'close-escalation': { make: fc.constant({}), who: officers },
  lock: { make: fc.constant({}), who: officers },
  register: {
    make: fc.record({
      region,
      number: fc.constantFrom('RS 2026-1', 'RS 2027-2', 'none'),
      through: fc.integer({ min: 0, max: 30 }),
    }),
    who: registrar,
  },
  'remove-texts': {
    weight: 1,
    make: fc.record({
      entries: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
      reference: fc.constantFrom('', 'RS 2026-77 § 4'),
      date: fc.constant(dateOf(START)),
    }),
    // Each authority decides for itself, and a text is gone once both have.
    who: (_command, { turn }) => registrarOf(turn % 2 === 0 ? SORMLAND : VASTMANLAND),
  },
  tick: { weight: 6, make: fc.constant({}), who: () => clock },
};

export const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  ...(Object.entries(GENERATORS) as [Do, Generator<Do>][]).map(([name, { make, weight = 2 }]) => ({
    weight,
    arbitrary: make.map((facts) => ({ do: name, ...facts }) as CaseCommand),
  })),
);

/** Who might well send it; sometimes anybody at all. */
export const senderOf = (one: CaseCommand, given: Given, chance: number): Actor => {
  if (chance < 15) return anyone(given.turn);
  const { who } = GENERATORS[one.do] as Generator<typeof one.do>;
  return who(one as never, given);
};

/** The command as somebody sends it who has read the card: about what the case is now. */
export const fitted = (
  one: CaseCommand,
  state: CaseState,
  history: readonly HistoryEntry[],
  { turn, now }: Given,
): CaseCommand => {
  const known = state.status === 'new' ? null : state;
  const facts: Record<string, unknown> = { ...one };
  if ('revision' in one) facts.revision = known?.revision ?? 1;
  if (one.do === 'decide-stage' || one.do === 'register-stage-decision')
    facts.modification = known && proposedChange(known)?.number;
  if ('round' in one) facts.round = known && isAsked(known) ? known.round.number : 1;
  if ('through' in one) facts.through = history.length;
  // A deadline of long ago stops the story; the card suggests a later one.
  if ('deadline' in one && one.deadline <= now)
    facts.deadline = endOfDay(addDays(dateOf(now), 7 + (turn % 20)));
  if (one.do === 'remove-texts') {
    const worded = history.filter(hasTexts).map(({ seq }) => seq);
    const chosen = worded.slice(turn % 3, (turn % 3) + 2);
    facts.entries = [...chosen, ...copiesOf(history, chosen).map(({ seq }) => seq)];
  }
  if (one.do === 'report-decisions') {
    facts.entries = reportLines(history, one.body).map(({ seq }) => seq);
  }
  if ('date' in one && one.do !== 'remove-texts') facts.date = dateOf(now);
  // Minutes are often registered weeks after the meeting, and now and then once the body has ceased.
  if (one.do === 'register-decision' || one.do === 'register-stage-decision')
    facts.date = addDays(dateOf(now), -(turn % 3) * 9);
  if (one.do === 'advance') {
    // Left to chance alone, no story would come beyond its award: every other time it is a stage that is ahead.
    const ahead = known ? nextStages(known).filter((to) => !EXITS.includes(to)) : [];
    const next = turn % 2 === 0 ? ahead[Math.floor(turn / 2) % ahead.length] : undefined;
    const stage: Advance = next ? STAGES[next] : one.stage;
    facts.stage = 'date' in stage ? { ...stage, date: dateOf(now) } : stage;
  }
  return facts as CaseCommand;
};

export const at = (milliseconds: number) => instantOf(milliseconds);
