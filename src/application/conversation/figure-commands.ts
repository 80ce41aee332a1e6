import type { CaseCommand } from '#domain/coordination/commands.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { FigureInput } from '#domain/indicators/figures.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { fail, never, ok, type Result } from '#domain/shared/result.ts';
import type { FigureAction } from '#rendering/actions/figures.ts';
import { readAmount, readInvoiced, readSaving, readShares } from '#rendering/read-figures.ts';
import type { FigureForm } from '../views/index.ts';
import type { CardCommand } from './commands.ts';

/** Buttons about figures that change something. */
export type FigureChange = Exclude<FigureAction, FigureForm>;
export const FIGURE_CHANGES = [
  'cost.save',
  'cost.send',
  'cost.undo',
  'saving.send',
  'saving.rule-out',
  'saving.validate',
  'realised.send',
  'attribution.send',
  'lesson.send',
  'lesson.use',
  'pulse.rate',
] as const satisfies readonly FigureChange['verb'][];

const note = (
  item: ItemId,
  figure: FigureInput,
  done: CardCommand['done'],
  card: 'figures' | 'cost' | 'saving' | 'review',
): CardCommand => ({
  item,
  command: { do: 'note-figure', figure, texts: {} } satisfies CaseCommand,
  done,
  subject: { card, item },
});

/** What a button about figures does, or what of the typed could not be read. */
export const figureCommand = (action: FigureChange): Result<CardCommand, Refusal> => {
  const { item } = action;
  switch (action.verb) {
    case 'cost.save': {
      const { category, seconds, external, said } = action;
      return ok(note(item, { kind: 'cost', category, seconds, external, said }, 'cost-noted', 'cost'));
    }
    case 'cost.send': {
      const { category, amount, said } = action;
      const read = readAmount(amount, category);
      return read
        ? ok(note(item, { kind: 'cost', category, ...read, said }, 'cost-noted', 'cost'))
        : fail(refuse('effort-unreadable'));
    }
    case 'cost.undo':
      return ok(note(item, { kind: 'cost-withdrawn', number: action.number }, 'cost-withdrawn', 'cost'));
    case 'saving.send': {
      const read = readSaving(action);
      if (!read.ok) return fail(refuse(read.error));
      return ok({
        item,
        command: { do: 'state-saving', input: read.value, texts: { assumptions: action.assumptions } },
        done: 'saving-stated',
        subject: { card: 'saving', item },
      });
    }
    case 'saving.rule-out': {
      const { method, obstacle } = action;
      return ok(note(item, { kind: 'ruled-out', method, obstacle }, 'method-ruled-out', 'saving'));
    }
    case 'saving.validate':
      return ok(note(item, { kind: 'validated', stated: action.stated }, 'saving-validated', 'saving'));
    case 'realised.send': {
      const read = readInvoiced(action.lines);
      if (!read.ok) return fail(refuse(read.error));
      const { from, to } = action;
      return ok(note(item, { kind: 'realised', from, to, lines: read.value }, 'realised-noted', 'saving'));
    }
    case 'lesson.send': {
      const { worked, failed, next, market } = action;
      const texts = Object.fromEntries(
        Object.entries({ worked, failed, next, market }).filter(([, text]) => text !== ''),
      );
      return ok({
        item,
        command: { do: 'note-figure', figure: { kind: 'lesson' }, texts },
        done: 'lesson-saved',
        subject: { card: 'review', item },
      });
    }
    case 'pulse.rate': {
      const { wave, about, rating } = action;
      const figure = { kind: 'rating', rating, about, wave } as const;
      return ok({
        item,
        command: { do: 'note-figure', figure, texts: {} },
        done: 'rating-noted',
        subject: { card: 'pulse', item, wave },
      });
    }
    case 'lesson.use':
      return ok(note(item, { kind: 'lesson-used', item: action.for }, 'lesson-used', 'review'));
    case 'attribution.send': {
      const read = readShares(action);
      return read.ok
        ? ok(note(item, { kind: 'attributed', shares: read.value }, 'effect-attributed', 'saving'))
        : fail(refuse(read.error));
    }
    default:
      return never(action);
  }
};
