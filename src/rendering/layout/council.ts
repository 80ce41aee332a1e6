import { asPlain } from '../text/safe.ts';
import type { CouncilView } from '../views.ts';
import { brief } from './brief.ts';
import { caseFacts } from './case-facts.ts';
import { changeLines } from './changes.ts';
import { buttonIf, type Laid } from './data.ts';
import { firstLines, lay, maybe } from './frame.ts';
import { absentLines, keyFacts, positionLines, proposalText, stanceLines } from './parts.ts';
import { weighing } from './weighing.ts';
import type { Writer } from './writer.ts';

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
      ...(view.proposal.number ? { proposal: view.proposal.number } : {}),
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
