import { dateOf } from '#domain/shared/calendar.ts';
import { asPlain, type Shown } from '../text/safe.ts';
import type {
  AnswerView,
  CaseFacts,
  CouncilView,
  DecisionLine,
  DecisionView,
  ManagersView,
  OutcomeView,
  RegistrationView,
} from '../views.ts';
import { brief } from './brief.ts';
import { changeLines } from './changes.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { outcomeChoices } from './dispute.ts';
import { fact, firstLines, lay, maybe } from './frame.ts';
import {
  absentLines,
  evidenceText,
  keyFacts,
  mandateText,
  positionLines,
  proposalText,
  quote,
  regionLines,
  stanceLines,
} from './parts.ts';
import { levelTimes, weighing } from './weighing.ts';
import type { Writer } from './writer.ts';

/** What was given, and whether the officer has taken it, or that none came in time. */
const evidenceOf = ({ evidence, evidenceLine }: AnswerView, w: Writer): Shown => {
  const status = maybe(evidenceLine, (line) => evidenceText(line, w));
  if (!evidence) return status ?? w.say('case.noEvidence');
  const text = w.text(evidence);
  return status === undefined
    ? w.say('case.evidence', { text })
    : w.say('case.evidenceWith', { text, status });
};

/** Both sides' facts, the same for managers, council and deciders. */
export const caseFacts = (facts: CaseFacts, w: Writer): CardData => {
  const { lines, more } = firstLines(facts.objections, w);
  return {
    objections: lines.map(({ unitName, region, answer, solution }) => ({
      title: w.say('case.objector', {
        unit: w.name(unitName),
        region: w.region(region),
        reason: w.say(answer.reason === undefined ? 'answer.objection' : `reason.${answer.reason}`),
      }),
      quote: quote(answer.text, w),
      evidence: evidenceOf(answer, w),
      solution: maybe(solution, ({ kind, status }) =>
        w.say('case.solution', {
          kind: w.say(`solution.${kind}`),
          status: w.say(`solutionStatus.${status}`),
        }),
      ),
    })),
    more,
    regions: regionLines(facts.regions, w),
    values: facts.committedValue.map(({ region, value }) => ({
      text: w.say(value > 0 ? 'regions.value' : 'regions.noValue', {
        region: w.region(region),
        value: w.money(value),
      }),
    })),
    silent: facts.silent.slice(0, w.limits.lines).map(({ unitName, region }) => ({
      text: w.say('case.silentUnit', { unit: w.name(unitName), region: w.region(region) }),
    })),
  };
};

export const managers = (view: ManagersView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('managers.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('managers.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: view.open ? w.say('managers.intro') : w.say('managers.over'),
      due: view.open
        ? view.due === null
          ? w.say('managers.dueNone')
          : w.say('managers.due', { due: w.moment(view.due) })
        : undefined,
      brief: brief(view.item, view.facts, undefined, [], w),
      item: keyFacts(view.item, w),
      facts: caseFacts(view.facts, w),
      opens: view.open
        ? view.openObjections.slice(0, 5).map(({ unit, unitName }) => ({
            label: w.say.plain('managers.openUnit', { unit: w.plainName(unitName) }),
            press: button({ verb: 'request.show', item: view.item.id, unit }),
          }))
        : [],
    },
  );

/** While the council is asked, that nobody has answered yet is no fact to weigh. */
const taken = (regions: CouncilView['regions']): CouncilView['regions'] =>
  regions.some(({ stance }) => stance !== null) ? regions : [];

const mandateKey = ({ recommendsOnly, othersDecide }: CouncilView) => {
  if (!recommendsOnly) return 'council.mandate';
  return othersDecide ? 'council.othersDecide' : 'council.recommends';
};

/**
 * The council recommends unless a dated row gives it a mandate: only then may the card speak of approving and deciding,
 * and says so.
 */
export const council = (view: CouncilView, w: Writer): Laid => {
  const { mode, recommendsOnly } = view;
  const item = view.item.id;
  const asks = mode === 'position';
  const mayPosition = asks || mode === 'registered';
  const position = (stance: 'approve' | 'reject') =>
    buttonIf(mayPosition, {
      verb: 'council.position',
      item,
      revision: view.item.revision,
      stance,
      ...(recommendsOnly ? {} : { decides: true as const }),
      text: '',
      dissent: '',
    });
  return lay(
    view,
    w,
    {
      kicker: w.say('council.kicker', { id: w.name(item) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('council.summary', { title: w.plainName(view.item.title) }),
    },
    {
      question: asks ? w.say(recommendsOnly ? 'council.question' : 'council.mandateQuestion') : undefined,
      mandate: mode === 'excluded' ? undefined : w.say(mandateKey(view)),
      declaring: mode === 'declare',
      due:
        (mode === 'declare' || mayPosition) && view.due !== null
          ? w.say('council.due', { due: w.moment(view.due) })
          : undefined,
      said:
        mode === 'excluded' || mode === 'abstains' || mode === 'over' || mode === 'registered'
          ? w.say(`council.${mode}`)
          : undefined,
      mayChange: mode === 'registered',
      own: maybe(view.own, (own) => positionLines([own], w)),
      stale: maybe(view.stale, ({ position }) =>
        w.say('council.stale', { stance: w.say(`stance.${position.stance}`) }),
      ),
      changes: changeLines(view.stale?.changes ?? [], w),
      // Whoever has a conflict of interest neither handles the case nor sees how it is argued (KL 6:28–32).
      open: mode !== 'excluded',
      proposal: proposalText(view.proposal, w),
      brief: brief(view.item, view.facts, view.stakes, taken(view.regions), w),
      item: keyFacts(view.item, w),
      facts: caseFacts(view.facts, w),
      stances: [...stanceLines(view.regions, w), ...absentLines(view.absent ?? [], w)],
      positions: positionLines(firstLines(view.positions, w).lines, w),
      ...weighing(view, w),
      undo: buttonIf(mode === 'excluded', { verb: 'council.declare', item, conflict: false }),
      no: buttonIf(mode === 'declare', { verb: 'council.declare', item, conflict: false }),
      yes: buttonIf(mode === 'declare', { verb: 'council.declare', item, conflict: true }),
      takes: mayPosition,
      reasonLabel: w.say.plain(recommendsOnly ? 'council.reason' : 'council.mandateReason'),
      reasonText: asPlain(view.own?.reason ?? '', w.limits.text),
      // Rarely given: its field comes at a tap, unless something stands in it already.
      dissents: Boolean(view.own?.dissent),
      dissentText: asPlain(view.own?.dissent ?? '', w.limits.text),
      approveLabel: w.say.plain(recommendsOnly ? 'council.approve' : 'council.mandateApprove'),
      rejectLabel: w.say.plain(recommendsOnly ? 'council.reject' : 'council.mandateReject'),
      approve: position('approve'),
      reject: position('reject'),
    },
  );
};

const decidedBy = (line: DecisionLine, w: Writer): Shown => {
  const when = w.moment(line.at);
  if (line.members) return w.say('decided.byMembers', { members: w.names(line.members), when });
  return w.say(line.urgent ? 'decided.byUrgent' : 'decided.by', { by: w.name(line.by), when });
};

const decided = (line: DecisionLine, w: Writer): CardData => ({
  title: line.until
    ? w.say('decided.lineUntil', {
        regions: w.regions(line.regions),
        outcome: w.say(`outcome.${line.outcome}`),
        until: w.day(line.until),
      })
    : w.say('decided.line', {
        regions: w.regions(line.regions),
        outcome: w.say(`outcome.${line.outcome}`),
      }),
  note: line.body
    ? w.say('decided.byBody', {
        body: w.name(line.body.name[w.language]),
        date: w.day(line.body.date),
        paragraph: w.name(line.body.paragraph),
        number: w.name(line.body.registryNumber),
        by: w.name(line.by),
      })
    : decidedBy(line, w),
  extra: maybe(line.reason || undefined, (text) => w.say('decided.reason', { text: w.text(text) })),
});

export const decision = (view: DecisionView, w: Writer): Laid => {
  const open = view.decided === undefined;
  return lay(
    view,
    w,
    {
      kicker: w.say(open ? 'decision.kicker' : 'decision.kickerDone', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('decision.summary', { title: w.plainName(view.item.title) }),
    },
    {
      example: view.example,
      due: open && view.due !== null ? w.say('decision.due', { due: w.moment(view.due) }) : undefined,
      proposal: proposalText(view.proposal, w),
      acts: open ? w.say('decision.acts', { regions: w.regions(view.actsFor) }) : undefined,
      brief: brief(view.item, view.facts, view.stakes, view.regions, w),
      mandate: [
        ...fact(w, 'decision.actsFor', w.regions(view.actsFor)),
        ...fact(w, 'decision.rule', mandateText(view.mandate, w)),
        ...fact(w, 'decision.body', w.name(view.bodyName[w.language])),
      ],
      item: keyFacts(view.item, w),
      facts: caseFacts(view.facts, w),
      stances: [...stanceLines(view.regions, w), ...absentLines(view.absent ?? [], w)],
      positions: positionLines(firstLines(view.council, w).lines, w),
      noCouncil: view.council.length === 0,
      ...weighing(view, w),
      urgency: maybe(view.urgency, ({ by, reason }) =>
        w.say('decision.urgency', { by: w.name(by), reason: w.text(reason) }),
      ),
      until: w.input(view.proposal.until ?? ''),
      conflict: buttonIf(open, {
        verb: 'decision.declare',
        item: view.item.id,
        region: view.region.id,
        conflict: true,
      }),
      decided: view.decided ? [decided(view.decided, w)] : [],
      open,
      outcomes: outcomeChoices(w),
      outcome: w.input(view.proposal.outcome),
      decide: buttonIf(open, {
        verb: 'decision.decide',
        item: view.item.id,
        region: view.region.id,
        revision: view.item.revision,
        outcome: view.proposal.outcome,
        text: '',
      }),
    },
  );
};

export const registration = (view: RegistrationView, w: Writer): Laid => {
  const open = view.decided === undefined;
  const today = dateOf(view.asOf);
  return lay(
    view,
    w,
    {
      kicker: w.say(open ? 'registration.kicker' : 'decision.kickerDone', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('registration.summary', { title: w.plainName(view.item.title) }),
    },
    {
      question: w.say('registration.question', { body: w.name(view.bodyName[w.language]) }),
      example: view.example,
      proposal: proposalText(view.proposal, w),
      mandate: fact(w, 'decision.actsFor', w.regions(view.actsFor)),
      facts: caseFacts(view.facts, w),
      stances: stanceLines(view.regions, w),
      ...weighing(view, w),
      until: w.input(view.proposal.until ?? ''),
      preparedOn: maybe(view.preparedBy, (name) =>
        w.say.plain('registration.preparedOn', { body: w.plainName(name[w.language]) }),
      ),
      preparedParagraph: maybe(view.preparedBy, (name) =>
        w.say.plain('registration.preparedParagraph', { body: w.plainName(name[w.language]) }),
      ),
      decided: view.decided ? [decided(view.decided, w)] : [],
      open,
      outcomes: outcomeChoices(w),
      outcome: w.input(view.proposal.outcome),
      date: w.input(today),
      memo: button({ verb: 'memo.show', item: view.item.id, body: view.body }),
      register: buttonIf(open, {
        verb: 'registration.register',
        item: view.item.id,
        body: view.body,
        revision: view.item.revision,
        outcome: view.proposal.outcome,
        date: today,
        paragraph: '',
        registryNumber: '',
        text: '',
      }),
    },
  );
};

/** Who buys alone: a region that postponed has not declined, even where the other's deviation settles the case. */
const buyingAlone = ({ decisions, declining }: OutcomeView): OutcomeView['declining'] => {
  const deviating = decisions.flatMap((line) => (line.outcome === 'deviate' ? line.regions : []));
  return declining.filter(({ id }) => deviating.some((one) => one.id === id));
};

export const outcome = (view: OutcomeView, w: Writer): Laid => {
  const alone = buyingAlone(view);
  return lay(
    view,
    w,
    {
      kicker: w.say('result.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('result.summary', {
        title: w.plainName(view.item.title),
        outcome: w.say.plain(`outcome.${view.outcome}`),
      }),
    },
    {
      result: w.say(`outcome.${view.outcome}`),
      how: w.say(`result.${view.how}`),
      declining:
        alone.length > 0
          ? w.say(view.outcome === 'deviate' ? 'result.declining' : 'result.othersGoOn', {
              regions: w.regions(alone),
              count: alone.length,
            })
          : undefined,
      out: maybe(view.out, (out) =>
        out.length === 0
          ? w.say('result.nobodyOut')
          : w.say('result.out', {
              units: w.list(
                out.map(({ unitName, region }) =>
                  w.say('case.silentUnit', { unit: w.name(unitName), region: w.region(region) }),
                ),
              ),
            }),
      ),
      decisions: firstLines(view.decisions, w).lines.map((line) => decided(line, w)),
      facts: [
        ...fact(w, 'result.status', w.say(`status.${view.status}`)),
        ...fact(w, 'result.levels', levelTimes(view.levels ?? [], w)),
        ...fact(
          w,
          'result.own',
          maybe(
            view.own,
            ({ unitName, answer }): Shown =>
              w.say('result.ownLine', { unit: w.name(unitName), answer: w.say(`answer.${answer.kind}`) }),
          ),
        ),
      ],
      item: button({ verb: 'item.show', item: view.item.id }),
    },
  );
};
