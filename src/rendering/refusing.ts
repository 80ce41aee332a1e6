import type { Refusal } from '#domain/coordination/refusal.ts';
import { SAVING_FAULTS } from '#domain/savings/method.ts';
import type { Language } from '#domain/shared/language.ts';
import { kronor, number } from './format.ts';
import type { Plain, Shown } from './text/safe.ts';
import type { TextKey } from './text/words.ts';

/** Formatted figures hold nothing that markdown knows. */
type Safe = Shown & Plain;

/** Why something was refused, with the figures that it names; a code alone says it without them. */
export const refusalText = (
  { code, params = {} }: Refusal,
  language: Language,
): { readonly key: TextKey; readonly params: Readonly<Record<string, Safe>> } => {
  // A saving that cannot be computed says which of its figures is at fault.
  const fault = SAVING_FAULTS.find((one) => one === params.fault);
  if (code === 'saving-impossible' && fault) return { key: `savingFault.${fault}`, params: {} };
  const { left, beyond, leftVolume, beyondVolume } = params;
  if (code === 'ceiling-reached' && left !== undefined && beyond !== undefined) {
    const money = (text: string) => kronor(Number(text), language) as Safe;
    return { key: 'callOff.reached', params: { left: money(left), beyond: money(beyond) } };
  }
  if (code === 'ceiling-reached' && leftVolume !== undefined && beyondVolume !== undefined) {
    const count = (text: string) => number(Number(text), language) as Safe;
    return { key: 'callOff.reached', params: { left: count(leftVolume), beyond: count(beyondVolume) } };
  }
  if (code === 'copies-not-named' && params.entries !== undefined)
    return { key: 'removal.copies', params: { entries: params.entries as Safe } };
  return { key: `refusal.${code}`, params: {} };
};
