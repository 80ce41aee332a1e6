import type { PersonId } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { CardAction } from '../action.ts';
import { STAGE_FORMS } from '../stage-inputs.ts';
import type { Plain, Shown } from '../text/safe.ts';
import type { StageStep, StageView } from '../views/stage.ts';
import type { CardData } from './data.ts';
import { saidLine } from './figures/lessons.ts';
import type { Line } from './figures/parts.ts';
import { firstLines, maybe } from './frame.ts';
import { bodyFor } from './stage-fact.ts';
import { amountField, field, textField } from './stage-fields.ts';
import type { Writer } from './writer.ts';

/** What a button holds in the place of a field beside it that is still to be filled in. */
const NOBODY = '' as PersonId;

interface Asked {
  readonly question: Shown;
  /** What is read before it is answered. */
  readonly lines?: readonly Line[];
  readonly more?: Shown | undefined;
  readonly note?: Shown | undefined;
  readonly fields: readonly CardData[];
  /** Where a human weighs two answers: neither stands out. */
  readonly choices?: readonly { readonly label: Plain; readonly press: CardAction }[];
  /** The one of them that takes the fields along. */
  readonly choose?: CardAction;
  readonly chooseTitle?: Plain;
  readonly send?: CardAction;
  readonly sendTitle?: ReturnType<Writer['input']>;
}

/** The one question of a step, what it asks for, and its button. */
export const asked = (step: StageStep, view: StageView, w: Writer): Asked => {
  const item = view.item.id;
  const { revision } = view.item;
  switch (step.kind) {
    case 'advance': {
      const { to } = step;
      const { required, oneOf = [], optional = [] } = STAGE_FORMS[to];
      const said = step.lessons ? firstLines(step.lessons, w) : null;
      return {
        question: w.say(`stageAsk.${to}`),
        ...(said
          ? {
              note: w.say('stage.lessonsSaid'),
              lines: said.lines.map((one) => saidLine(one, w)),
              more: said.more,
            }
          : {}),
        fields: [...required, ...oneOf, ...optional]
          .filter((id) => id !== 'volume' || step.volume === true)
          .map((id) => field(id, to, step, w)),
        send: { verb: 'stage.advance', item, to },
        sendTitle: w.say.plain(`stageSend.${to}`),
      };
    }
    case 'authorise': {
      const names = { region: w.region(step.region), lead: w.region(step.lead) };
      return {
        question: w.say('stage.authorise', names),
        fields: [
          {
            date: {
              ...textField('date', w.say.plain('stage.authorisedOn'), true, w),
              value: w.input(step.date),
            },
          },
          {
            short: textField('reference', w.say.plain('stageInput.reference'), true, w),
          },
        ],
        send: { verb: 'stage.authorise', item, region: step.region.id, date: step.date, reference: '' },
        sendTitle: w.say.plain('stage.authoriseSend'),
      };
    }
    case 'ask':
      return {
        question: w.say('stage.ask', { decision: w.say(`stageKind.${step.decision}`) }),
        fields: [],
        send: { verb: 'stage.ask', item, kind: step.decision },
        sendTitle: w.say.plain('stage.askSend'),
      };
    case 'wait':
      return { question: w.say('stage.wait', { decision: w.say(`stageKind.${step.decision}`) }), fields: [] };
    case 'standstill':
      return { question: w.say('stage.standstill', { until: w.day(step.until) }), fields: [] };
    case 'document':
      return {
        question: w.say('stage.document'),
        fields: [],
        send: { verb: 'stage.document', item },
        sendTitle: w.say.plain('stage.documentSend'),
      };
    case 'tenders':
      return {
        question: w.say('stage.tenders'),
        note: w.say('stage.tendersNote'),
        fields: [
          { short: textField('received', w.say.plain('stage.received'), true, w) },
          { short: textField('approved', w.say.plain('stage.approved'), true, w) },
        ],
        send: { verb: 'tenders.send', item, received: 0, approved: 0 },
        sendTitle: w.say.plain('stage.tendersSend'),
      };
    case 'call-off': {
      const [first] = step.units;
      const several = step.units.length > 1;
      const only = first && !several ? w.say('callOff.ask', { unit: w.name(first.name) }) : undefined;
      return {
        question: only ?? w.say('callOff.askWhich'),
        note: w.say('callOff.note'),
        fields: [
          ...(several
            ? [
                {
                  one: {
                    ...textField('unit', w.say.plain('callOff.unit'), true, w),
                    value: w.input(''),
                    choices: step.units.map(({ id, name }) => ({
                      title: w.plainName(name),
                      value: w.input(id),
                    })),
                  },
                },
              ]
            : []),
          amountField(step.value, w),
          ...(step.volume ? [{ short: textField('volume', w.say.plain('callOff.volume'), false, w) }] : []),
          { date: { ...textField('date', w.say.plain('callOff.date'), true, w), value: w.input(step.date) } },
        ],
        ...(first
          ? {
              send: {
                verb: 'calloff.send',
                item,
                number: step.number,
                // Of several the choice beside the button says which.
                unit: several ? ('' as typeof first.id) : first.id,
                value: 0,
                date: step.date,
              } as const,
            }
          : {}),
        sendTitle: w.say.plain('callOff.send'),
      };
    }
    case 'evaluator': {
      const [first] = step.named;
      const only = first && step.named.length === 1 ? first : undefined;
      const choices = (people: typeof step.people) =>
        people.map(({ id, name }) => ({ title: w.plainName(name), value: w.input(id) }));
      return {
        question: only ? w.say('evaluator.ask', { name: w.name(only.name) }) : w.say('evaluator.askWhich'),
        note: w.say('evaluator.note'),
        fields: [
          ...(only
            ? []
            : [
                {
                  one: {
                    ...textField('from', w.say.plain('evaluator.from'), true, w),
                    value: w.input(''),
                    choices: choices(step.named),
                  },
                },
              ]),
          {
            pick: { ...textField('to', w.say.plain('evaluator.to'), true, w), choices: choices(step.people) },
          },
        ],
        // Nobody is led to a name: whoever sends has chosen who comes, and of several who leaves.
        send: {
          verb: 'evaluator.send',
          item,
          from: only?.id ?? NOBODY,
          to: NOBODY,
        },
        sendTitle: w.say.plain('evaluator.send'),
      };
    }
    case 'assess': {
      const before = maybe(step.said, ({ possible, by, at }) =>
        w.say(possible ? 'stage.assessedPossible' : 'stage.assessedNot', {
          name: w.name(by),
          when: w.moment(at),
        }),
      );
      return {
        question: w.say('stage.assess'),
        note: before ?? w.say('stage.assessNote'),
        fields: [{ long: textField('text', w.say.plain('stage.assessWhy'), true, w) }],
        choices: [
          {
            label: w.say.plain('stage.assessYes'),
            press: { verb: 'assess.send', item, possible: true, text: '' },
          },
        ],
        choose: { verb: 'assess.send', item, possible: false, text: '' },
        chooseTitle: w.say.plain('stage.assessNo'),
      };
    }
    case 'declare':
      if (step.of === 'case') {
        return {
          question: w.say('stage.declareCase'),
          note: w.say('stage.declareCaseNote'),
          fields: [],
          send: { verb: 'stage.declare', item, conflict: true },
          sendTitle: w.say.plain('council.declareYes'),
        };
      }
      return {
        question: w.say('stage.declare'),
        note: w.say('stage.declareNote'),
        fields: [],
        choices: [
          {
            label: w.say.plain('council.declareNo'),
            press: { verb: 'stage.declare', item, conflict: false },
          },
          {
            label: w.say.plain('council.declareYes'),
            press: { verb: 'stage.declare', item, conflict: true },
          },
        ],
      };
    case 'conflicted':
      return {
        question: w.say('stage.conflicted'),
        note: w.say('stage.conflictedNote'),
        fields: [],
        ...(step.undo
          ? {
              send: { verb: 'stage.declare', item, conflict: false },
              sendTitle: w.say.plain('stage.conflictedUndo'),
            }
          : {}),
      };
    case 'more':
      return { question: w.say('stage.moreQuestion'), fields: [] };
    case 'decide':
      return {
        question: w.say(step.late ? 'stage.decideLate' : 'stage.decide', {
          what: w.say(`kind.${step.decision}`),
          regions: w.regions(step.regions),
        }),
        note: w.say('stage.rule', { body: w.name(step.body[w.language]) }),
        fields: [{ long: textField('text', w.say.plain('stage.why'), true, w) }],
        send: {
          verb: 'stage.decide',
          item,
          kind: step.decision,
          region: step.region.id,
          revision,
          ...(step.modification === undefined ? {} : { modification: step.modification }),
          text: '',
        },
        sendTitle: w.say.plain('stage.decideSend'),
      };
    case 'register': {
      const preparing = maybe(step.preparedBy, (names) => w.plainName(names[w.language]));
      return {
        question: w.say(step.late ? 'stage.registerLate' : 'stage.register', {
          what: w.say(`kind.${step.decision}`),
          who: bodyFor(step.body, step.regions, w),
        }),
        note: step.insteadOf
          ? w.say('registration.insteadOf', {
              name: w.name(step.insteadOf),
              body: w.name(step.body[w.language]),
            })
          : w.say('stage.registerNote'),
        fields: [
          {
            date: { ...textField('date', w.say.plain('stage.meeting'), true, w), value: w.input(step.date) },
          },
          {
            short: textField('paragraph', w.say.plain('stage.paragraph'), true, w),
          },
          {
            short: textField('registryNumber', w.say.plain('stageInput.reference'), true, w),
          },
          ...(preparing === undefined
            ? []
            : [
                {
                  day: textField('preparedOn', w.say.plain('stage.preparedOn', { body: preparing }), true, w),
                },
                {
                  short: textField(
                    'preparedParagraph',
                    w.say.plain('stage.preparedParagraph', { body: preparing }),
                    true,
                    w,
                  ),
                },
              ]),
        ],
        send: {
          verb: 'stage.register',
          item,
          kind: step.decision,
          body: step.id,
          revision,
          ...(step.modification === undefined ? {} : { modification: step.modification }),
          date: step.date,
          paragraph: '',
          registryNumber: '',
        },
        sendTitle: w.say.plain('stage.registerSend'),
      };
    }
    default:
      return never(step);
  }
};
