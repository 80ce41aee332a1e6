import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { FigureInput, PulseWave } from '#domain/indicators/figures.ts';
import { attributed } from '#domain/savings/attribution.ts';
import { exactly } from '#domain/savings/range.ts';
import { addDays, dateOf } from '#domain/shared/calendar.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { Reading } from '../../reading.ts';
import { may } from '../rights.ts';

const note = (figure: FigureInput): CaseCommand => ({ do: 'note-figure', figure, texts: {} });

/** The rules themselves are asked with something that is nobody's: whether it would be refused is all that is wanted. */
export const mayLog = (reading: Reading, state: KnownCase): boolean =>
  may(reading, state, note({ kind: 'cost', category: 'meetings', seconds: 3600, external: 0 }));
export const mayState = (reading: Reading, state: KnownCase): boolean =>
  may(reading, state, {
    do: 'state-saving',
    input: {
      method: 'basket',
      lines: [{ quantity: exactly(1), oldPrice: 1, newPrice: 1 }],
      index: exactly(1),
      unmatchedValue: 0,
      years: 1,
    },
    texts: { assumptions: '-' },
  });
export const mayValidate = (reading: Reading, state: KnownCase): boolean =>
  may(reading, state, note({ kind: 'validated' }));
export const mayRealise = (reading: Reading, state: KnownCase): boolean => {
  const day = addDays(dateOf(reading.now), -1);
  return may(
    reading,
    state,
    note({ kind: 'realised', from: day, to: day, lines: [{ quantity: 1, invoiced: 1 }] }),
  );
};
export const mayAttribute = (reading: Reading, state: KnownCase): boolean =>
  attributed({ unknown: 1 }).ok && may(reading, state, note({ kind: 'attributed', shares: { unknown: 1 } }));
export const mayRuleOut = (reading: Reading, state: KnownCase): boolean =>
  may(reading, state, note({ kind: 'ruled-out', method: 'basket', obstacle: 'data-missing' }));
export const mayLearn = (reading: Reading, state: KnownCase): boolean =>
  may(reading, state, { do: 'note-figure', figure: { kind: 'lesson' }, texts: { next: '-' } });
export const mayUse = (reading: Reading, state: KnownCase, later: ItemId): boolean =>
  later !== state.item.id &&
  !(state.figures?.usedBy ?? []).includes(later) &&
  may(reading, state, note({ kind: 'lesson-used', item: later }));
export const mayRate = (reading: Reading, state: KnownCase, wave: PulseWave): boolean =>
  may(reading, state, note({ kind: 'rating', rating: 3, about: 'quality', wave }));
