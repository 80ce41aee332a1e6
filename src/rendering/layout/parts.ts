import type { AnswerKind } from '#domain/coordination/answer.ts';
import { wordOfPlan } from '../text/plan-words.ts';
import type { Shown } from '../text/safe.ts';
import type { EvidenceLine } from '../views/sharing.ts';
import type {
  AnswerView,
  EscalationLine,
  ItemHead,
  MandateName,
  PositionView,
  ProposalView,
  RegionName,
  RegionSummary,
  SolutionView,
} from '../views.ts';
import type { Datum } from './data.ts';
import { dotted, type Fact, fact, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

/** What somebody needs in order to answer: how much, of what, from when. */
export const keyFacts = (item: ItemHead, w: Writer): readonly Fact[] => [
  ...fact(w, 'field.value', maybe(item.value, w.money)),
  ...fact(w, 'field.cpv', maybe(item.cpv, w.cpv)),
  ...fact(w, 'field.start', maybe(item.start, w.day)),
  ...fact(w, 'field.contractEnd', maybe(item.contractEnd, w.day)),
  ...fact(w, 'field.extensionUntil', maybe(item.extensionUntil, w.day)),
];

/** A plan writes the names of the law in Swedish; what it writes otherwise stands as it is. */
const planWord = (w: Writer) => (word: string) => w.name(wordOfPlan(word, w.language));

/** By what somebody may decide: its name or whose delegation it is, and the decision that it rests on. */
export const mandateText = ({ name, delegatedBy, reference }: MandateName, w: Writer): Shown | undefined => {
  const what = name
    ? w.name(name[w.language])
    : maybe(delegatedBy, (body) => w.say('decision.onDelegation', { body: w.name(body[w.language]) }));
  return what === undefined && reference === undefined ? undefined : dotted([what, maybe(reference, w.name)]);
};

/** The rest, for whoever wants to know more. */
export const moreFacts = (item: ItemHead, w: Writer): readonly Fact[] => [
  ...fact(w, 'field.advertise', maybe(item.advertise, w.day)),
  ...fact(w, 'field.procedure', maybe(item.procedure, planWord(w))),
  ...fact(w, 'field.agreementType', maybe(item.agreementType, planWord(w))),
  ...fact(w, 'field.region', plannedBy(item, w)),
];

const plannedBy = ({ region, unit }: ItemHead, w: Writer): Shown =>
  unit === undefined
    ? w.region(region)
    : w.say('dispute.from', { unit: w.name(unit), region: w.region(region) });

/** What a unit said, field by field; its free text stands beside it as a quote. */
export const answerFacts = (answer: AnswerView, w: Writer): readonly Fact[] => [
  ...fact(w, 'answerFact.answer', w.say(`answer.${answer.kind}`)),
  ...fact(
    w,
    'answerFact.reason',
    maybe(answer.reason, (reason) => w.say(`reason.${reason}`)),
  ),
  ...fact(w, 'contract.end', maybe(answer.contract?.end, w.day)),
  ...fact(w, 'contract.optionUntil', maybe(answer.contract?.optionUntil, w.day)),
  ...fact(w, 'contract.optionBy', maybe(answer.contract?.optionBy, w.day)),
  ...fact(w, 'answerFact.volume', maybe(answer.volume, w.number)),
  ...fact(w, 'answerFact.value', maybe(answer.value, w.kronor)),
  ...fact(w, 'answerFact.neededBy', maybe(answer.neededBy, w.day)),
  ...fact(
    w,
    'answerFact.binding',
    maybe(answer.binding, (binding) => w.say(`binding.${binding}`)),
  ),
  ...fact(
    w,
    'answerFact.by',
    maybe(answer.by, (by) =>
      answer.at === undefined
        ? w.name(by)
        : w.say('answerFact.byAt', { by: w.name(by), when: w.moment(answer.at) }),
    ),
  ),
];

/** How an objection's evidence stands: what is said to whoever deals with it. */
export const evidenceText = (line: EvidenceLine, w: Writer): Shown =>
  line.status === 'awaited' && line.due !== undefined
    ? w.say('evidenceStatus.awaitedBy', { due: w.moment(line.due) })
    : w.say(`evidenceStatus.${line.status}`);

/** Whom the unit lends to the reference group. */
export const referenceText = (member: { readonly name: string; readonly hours: number }, w: Writer): Shown =>
  w.say('reference.line', { name: w.name(member.name), hours: w.number(member.hours) });
export const referenceFacts = (
  member: { readonly name: string; readonly hours: number } | undefined,
  w: Writer,
): readonly Fact[] =>
  fact(
    w,
    'reference.fact',
    maybe(member, (one) => referenceText(one, w)),
  );

export const quote = (text: string | undefined, w: Writer): Shown | undefined =>
  text === undefined || text.trim() === '' ? undefined : w.say('common.quote', { text: w.text(text) });

/** What is known first, what is still open last. */
const COUNTED: readonly AnswerKind[] = [
  'yes',
  'yes-with-conditions',
  'objection',
  'no-need',
  'no-answer',
  'waiting',
];

/** One line per region: how many were asked, and what each kind of answer came to. Silence is named, never added. */
export const regionLines = (regions: readonly RegionSummary[], w: Writer): readonly { text: Shown }[] =>
  regions.map(({ region, asked, counts }) => {
    if (asked === 0) return { text: w.say('regions.none', { region: w.region(region) }) };
    const answers = COUNTED.flatMap((kind) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [w.say(`answerCount.${kind}`, { count })];
    }).join(', ') as Shown;
    return { text: w.say('regions.line', { region: w.region(region), count: asked, answers }) };
  });

export const solutionText = (solution: SolutionView, w: Writer): Shown =>
  w.say('receipt.solutionLine', {
    kind: w.say(`solution.${solution.kind}`),
    status: w.say(`solutionStatus.${solution.status}`),
  });

export const escalationText = (escalation: EscalationLine, w: Writer): Shown =>
  w.say('common.levelSince', {
    level: w.say(`level.${escalation.level}`),
    since: w.moment(escalation.since),
  });

/** Whom a case waits for at its decision; nothing below that level. */
export const awaitedFacts = (escalation: EscalationLine | undefined, w: Writer): readonly Fact[] => [
  ...(escalation?.awaits ?? []).flatMap((seat) =>
    fact(
      w,
      'common.awaits',
      w.say(seat.registers ? 'common.awaitsBody' : 'common.awaitsDelegate', {
        regions: w.regions(seat.regions),
        holder: w.name(seat.holder[w.language]),
        person: w.name(seat.person ?? '–'),
      }),
    ),
  ),
  ...(escalation?.missing
    ? fact(w, 'common.awaits', w.say('common.nobody', { regions: w.regions(escalation.missing) }))
    : []),
];

/** Below the decision: who owns the level (law 4). At the decision those whom it waits for do. */
export const ownerFacts = (escalation: EscalationLine | undefined, w: Writer): readonly Fact[] =>
  escalation?.owners && escalation.level !== 'decision'
    ? fact(w, 'common.levelOwner', w.names(escalation.owners))
    : [];

export const proposalText = (proposal: ProposalView, w: Writer): Datum => ({
  until: maybe(proposal.until, (day) => w.say('common.until', { day: w.day(day) })),
  // When time lifted the case nobody proposed anything: coordination is the norm.
  text:
    proposal.by === 'clock'
      ? w.say('common.proposalByRule', { outcome: w.say(`outcome.${proposal.outcome}`) })
      : w.say('common.proposalBy', {
          outcome: w.say(`outcome.${proposal.outcome}`),
          by: w.name(proposal.by),
        }),
  quote: quote(proposal.text, w),
});

export const stanceLines = (
  regions: readonly { readonly region: RegionName; readonly stance: PositionView['stance'] | null }[],
  w: Writer,
): readonly { text: Shown }[] =>
  regions.map(({ region, stance }) => ({
    text: w.say('council.regionPosition', {
      region: w.region(region),
      stance: stance === null ? w.say('common.noStance') : w.say(`stance.${stance}`),
    }),
  }));

export const absentLines = (
  absent: readonly { readonly name: string; readonly region: RegionName }[],
  w: Writer,
): readonly { text: Shown }[] =>
  absent.map(({ name, region }) => ({
    text: w.say('council.absent', { name: w.name(name), region: w.region(region) }),
  }));

export const positionLines = (positions: readonly PositionView[], w: Writer) =>
  positions.map((position) => ({
    title: w.say('council.position', {
      name: w.name(position.name),
      region: w.region(position.region),
      stance: w.say(`stance.${position.stance}`),
    }),
    note: maybe(position.reason || undefined, (text) =>
      w.say('council.positionReason', { text: w.text(text) }),
    ),
    extra: maybe(position.dissent || undefined, (text) =>
      w.say('council.positionDissent', { text: w.text(text) }),
    ),
  }));
