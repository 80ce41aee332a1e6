import { isPlainDate } from '#domain/shared/calendar.ts';
import type { Shown } from '../text/safe.ts';
import type { Change } from '../views.ts';
import type { Writer } from './writer.ts';

const MONEY: readonly Change['field'][] = ['value', 'valueWithOptions'];
const DATES: readonly Change['field'][] = ['advertise', 'start', 'contractEnd', 'extensionUntil'];
const changeValue = (field: Change['field'], value: string | number | undefined, w: Writer): Shown => {
  if (value === undefined || value === '') return w.say('request.changeNone');
  if (typeof value === 'number') return MONEY.includes(field) ? w.kronor(value) : w.number(value);
  if (field === 'cpv') return w.cpv(value);
  return DATES.includes(field) && isPlainDate(value) ? w.day(value) : w.name(value);
};

/** Before and after side by side, field by field (law 3). */
export const changeLines = (changes: readonly Change[], w: Writer) =>
  changes.map(({ field, before, after }) => ({
    title: w.say(`field.${field}`),
    before: changeValue(field, before, w),
    after: changeValue(field, after, w),
  }));
