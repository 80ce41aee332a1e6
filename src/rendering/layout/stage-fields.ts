import { type AdvanceTo, MODIFY_GROUNDS } from '#domain/coordination/stages.ts';
import { STAGE_FORMS, type StageInput } from '../stage-inputs.ts';
import type { Shown } from '../text/safe.ts';
import type { StageStep } from '../views/stage.ts';
import type { CardData } from './data.ts';
import type { Writer } from './writer.ts';

const ASKED_WITH_DATE: readonly StageInput[] = ['date', 'until', 'optionsUntil', 'optionBy'];
const LONG: readonly StageInput[] = ['text', 'worked', 'failed', 'next'];

/** One input; each kind falls away in the template where its key is absent. */
export const field = (
  id: StageInput,
  to: AdvanceTo,
  step: Extract<StageStep, { kind: 'advance' }>,
  w: Writer,
): CardData => {
  const required = STAGE_FORMS[to].required.includes(id);
  const label =
    id === 'date'
      ? w.say.plain(`stageDate.${to}`)
      : to === 'modification-proposed' && (id === 'value' || id === 'until' || id === 'text')
        ? w.say.plain(`modification.${id}`)
        : w.say.plain(id === 'reference' && to === 'advertised' ? 'stage.notice' : `stageInput.${id}`);
  const shared = { id: w.input(id), label, required, error: w.say.plain('stage.fill') };
  if (ASKED_WITH_DATE.includes(id))
    return id === 'date' ? { date: { ...shared, value: w.input(step.date) } } : { day: shared };
  if (LONG.includes(id)) return { long: shared };
  if (id === 'evaluators') {
    return {
      several: {
        ...shared,
        value: w.input((step.proposed ?? []).join(',')),
        choices: (step.people ?? []).map((person) => ({
          title: w.name(person.name),
          value: w.input(person.id),
        })),
      },
    };
  }
  if (id === 'region') {
    const [first] = step.regions ?? [];
    return {
      one: {
        ...shared,
        value: w.input(first?.id ?? ''),
        choices: (step.regions ?? []).map((region) => ({
          title: w.region(region),
          value: w.input(region.id),
        })),
      },
    };
  }
  if (id === 'ground') {
    return {
      one: {
        ...shared,
        // Nobody is led to a ground: whoever proposes says which.
        value: w.input(''),
        choices: MODIFY_GROUNDS.map((value) => ({
          title: w.say.plain(`modifyGround.${value}`),
          value: w.input(value),
        })),
      },
    };
  }
  if (id === 'sent') {
    return {
      one: {
        ...shared,
        value: w.input('electronically'),
        choices: (['electronically', 'otherwise'] as const).map((value) => ({
          title: w.say.plain(`stageSent.${value}`),
          value: w.input(value),
        })),
      },
    };
  }
  if (id === 'outcome') {
    return {
      one: {
        ...shared,
        value: w.input('award-stands'),
        choices: (['award-stands', 'evaluate-again', 'start-over'] as const).map((value) => ({
          title: w.say.plain(`stageAppeal.${value}`),
          value: w.input(value),
        })),
      },
    };
  }
  return id === 'procedure' && step.procedure
    ? { known: { ...shared, value: w.plainName(step.procedure) } }
    : { short: shared };
};

export const textField = (
  id: string,
  label: Shown | ReturnType<Writer['input']>,
  required: boolean,
  w: Writer,
) => ({
  id: w.input(id),
  label,
  required,
  error: w.say.plain('stage.fill'),
});

export const amountField = (value: number | undefined, w: Writer): CardData => {
  const field = textField('value', w.say.plain('callOff.value'), true, w);
  return value === undefined ? { short: field } : { known: { ...field, value: w.input(String(value)) } };
};
