import type { Advance, AdvanceTo } from '#domain/coordination/stages.ts';
import { never } from '#domain/shared/result.ts';
import type { StageAdvance } from './actions/stage.ts';
import { parseNumber } from './parse-number.ts';

/** What a stage may be asked about, by the ids of a card's inputs and the names of the command line's options. */
export const STAGE_INPUTS = [
  'date',
  'until',
  'optionsUntil',
  'optionBy',
  'reference',
  'procedure',
  'evaluators',
  'sent',
  'court',
  'outcome',
  'arena',
  'text',
  'worked',
  'failed',
  'next',
  'region',
  'value',
  'volume',
  'ground',
] as const;
export type StageInput = (typeof STAGE_INPUTS)[number];

/** Only what the stage needs: `optional` may be left empty. */
export const STAGE_FORMS: {
  readonly [T in AdvanceTo]: {
    readonly required: readonly StageInput[];
    /** One of these at least. */
    readonly oneOf?: readonly StageInput[];
    readonly optional?: readonly StageInput[];
  };
} = {
  initiated: { required: [] },
  'ceiling-stated': { required: ['region', 'value'] },
  locked: { required: [] },
  advertised: { required: ['date', 'reference', 'evaluators'], optional: ['procedure'] },
  evaluation: { required: ['date'] },
  awarded: { required: ['date', 'reference'] },
  standstill: { required: ['date', 'sent'] },
  appealed: { required: ['date', 'court'] },
  'appeal-settled': { required: ['date', 'outcome'] },
  contract: { required: ['date', 'until', 'reference'], optional: ['optionsUntil', 'optionBy'] },
  extended: { required: ['until'], optional: ['date'] },
  'modification-proposed': {
    required: ['region', 'ground', 'text'],
    // One of them at least, which the rule asks for in its own words.
    optional: ['value', 'volume', 'until'],
  },
  'modification-dropped': { required: ['text'] },
  modified: { required: [] },
  'followed-up': { required: ['text'] },
  reviewed: { required: [], oneOf: ['worked', 'failed', 'next'] },
  closed: { required: [] },
  'external-coordination': { required: ['arena', 'text'] },
  postponed: { required: ['text'] },
  resumed: { required: [] },
  'contracted-alone': { required: ['region', 'date', 'value'], optional: ['until'] },
  cancelled: { required: ['text'] },
};

/** Undefined where nothing is written, null where it is no number. */
const amount = (text: string | undefined): number | null | undefined =>
  text === undefined ? undefined : parseNumber(text);

/** The stage that a button means, once its card has shown that nothing required is missing; null where something is. */
export const advanceOf = (action: StageAdvance): Advance | null => {
  const { to, date, until, reference = '' } = action;
  switch (to) {
    case 'initiated':
    case 'locked':
    case 'followed-up':
    case 'reviewed':
    case 'closed':
    case 'external-coordination':
    case 'postponed':
    case 'resumed':
    case 'cancelled':
    case 'modified':
    case 'modification-dropped':
      return { to };
    case 'modification-proposed': {
      const { region, ground } = action;
      const value = amount(action.value);
      const volume = amount(action.volume);
      if (!region || !ground || value === null || volume === null) return null;
      return {
        to,
        ground,
        region,
        ...(value === undefined ? {} : { value }),
        ...(volume === undefined ? {} : { volume }),
        ...(until ? { until } : {}),
      };
    }
    case 'advertised': {
      const { procedure, evaluators = [] } = action;
      return date ? { to, date, reference, evaluators, ...(procedure ? { procedure } : {}) } : null;
    }
    case 'evaluation':
      return date ? { to, date } : null;
    case 'awarded':
      return date ? { to, date, reference } : null;
    case 'standstill':
      return date && action.sent ? { to, date, sent: action.sent } : null;
    case 'appealed':
      return date ? { to, date, court: action.court ?? '' } : null;
    case 'appeal-settled':
      return date && action.outcome ? { to, date, outcome: action.outcome } : null;
    case 'contract': {
      const { optionsUntil, optionBy } = action;
      if (!date || !until) return null;
      const options = { ...(optionsUntil ? { optionsUntil } : {}), ...(optionBy ? { optionBy } : {}) };
      return { to, date, until, reference, ...options };
    }
    case 'extended':
      return until ? { to, until, ...(date ? { date } : {}) } : null;
    case 'ceiling-stated': {
      const { region } = action;
      const value = parseNumber(action.value ?? '');
      return region && value !== null ? { to, region, value } : null;
    }
    case 'contracted-alone': {
      const { region } = action;
      const value = parseNumber(action.value ?? '');
      return region && date && value !== null
        ? { to, region, date, value, ...(until ? { until } : {}) }
        : null;
    }
    default:
      return never(to);
  }
};

/** The free texts of a stage, empty ones left out. */
export const stageTexts = ({ arena, text, worked, failed, next }: StageAdvance): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ arena, text, worked, failed, next }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1].trim() !== '',
    ),
  );
