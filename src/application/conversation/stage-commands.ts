import type { CardAction } from '#rendering/action.ts';
import { advanceOf, stageTexts } from '#rendering/stage-inputs.ts';
import type { CardCommand } from './commands.ts';

/** The buttons of an item's stages that change it. */
export const stageCommand = (action: CardAction): CardCommand | null => {
  switch (action.verb) {
    case 'stage.advance': {
      const { item } = action;
      const stage = advanceOf(action);
      if (!stage) return null;
      return {
        item,
        command: { do: 'advance', stage, texts: stageTexts(action) },
        done: 'advanced',
        subject: { card: 'stage', item },
      };
    }
    case 'stage.authorise': {
      const { item, region, date, reference } = action;
      return {
        item,
        command: { do: 'file-authorisation', region, date, reference },
        done: 'authorised',
        subject: { card: 'stage', item },
      };
    }
    case 'stage.ask':
      return {
        item: action.item,
        command: { do: 'ask-stage-decision', kind: action.kind },
        done: 'decision-asked',
        subject: { card: 'stage', item: action.item },
      };
    case 'stage.document':
      return {
        item: action.item,
        command: { do: 'complete-documentation' },
        done: 'documented',
        subject: { card: 'stage', item: action.item },
      };
    case 'stage.principle': {
      const { item, principle } = action;
      return {
        item,
        command: { do: 'set-principle', principle },
        done: principle ? 'principle-marked' : 'principle-unmarked',
        subject: { card: 'stage', item },
      };
    }
    case 'tenders.send': {
      const { item, received, approved } = action;
      return {
        item,
        command: { do: 'note-tenders', received, approved },
        done: 'tenders-noted',
        subject: { card: 'stage', item },
      };
    }
    case 'evaluator.send': {
      const { item, from, to } = action;
      return {
        item,
        command: { do: 'replace-evaluator', from, to },
        done: 'evaluator-replaced',
        subject: { card: 'stage', item },
      };
    }
    case 'calloff.send': {
      const { item, verb: _, ...facts } = action;
      return {
        item,
        command: { do: 'call-off', ...facts, texts: {} },
        done: action.value === 0 ? 'call-off-undone' : 'called-off',
        subject: { card: 'stage', item },
      };
    }
    case 'assess.send': {
      const { item, possible, text } = action;
      return {
        item,
        command: { do: 'assess', possible, texts: text === '' ? {} : { text } },
        done: possible ? 'assessed-possible' : 'assessed-not-possible',
        subject: { card: 'round', item },
      };
    }
    case 'stage.declare': {
      const { item, conflict } = action;
      return {
        item,
        command: { do: 'declare-conflict', conflict },
        done: conflict ? 'conflict-declared' : 'conflict-none',
        subject: { card: 'stage', item },
      };
    }
    case 'stage.decide': {
      const { item, kind, region, revision, modification, text } = action;
      return {
        item,
        command: {
          do: 'decide-stage',
          kind,
          region,
          revision,
          ...(modification === undefined ? {} : { modification }),
          texts: { text },
        },
        done: 'decided',
        subject: { card: 'stage', item },
      };
    }
    case 'stage.register': {
      const { item, kind, body, revision, modification, date, paragraph, registryNumber } = action;
      const { preparedOn, preparedParagraph } = action;
      return {
        item,
        command: {
          do: 'register-stage-decision',
          kind,
          body,
          revision,
          ...(modification === undefined ? {} : { modification }),
          date,
          paragraph,
          registryNumber,
          ...(preparedOn && preparedParagraph
            ? { preparation: { date: preparedOn, paragraph: preparedParagraph } }
            : {}),
          texts: {},
        },
        done: 'decision-registered',
        subject: { card: 'stage', item },
      };
    }
    default:
      return null;
  }
};
