import { never } from '#domain/shared/result.ts';
import type { FiguresView } from '../../views/figures.ts';
import type { Laid } from '../data.ts';
import type { Writer } from '../writer.ts';
import { cost, costConfirm, costForm } from './cost.ts';
import { attributionForm, realisedForm, ruleOutForm, savingForm, savingMethods } from './forms.ts';
import { hub } from './hub.ts';
import { lessonForm, lessons } from './lessons.ts';
import { layOutSheet, type Sheet } from './parts.ts';
import { pulse } from './pulse.ts';
import { saving } from './saving.ts';

const sheetOf = (view: FiguresView, w: Writer): Sheet => {
  const { face } = view;
  switch (face.kind) {
    case 'hub':
      return hub(view, face, w);
    case 'cost-confirm':
      return costConfirm(view, face, w);
    case 'cost-form':
      return costForm(view, face, w);
    case 'cost':
      return cost(view, face, w);
    case 'saving-methods':
      return savingMethods(view, face, w);
    case 'saving-form':
      return savingForm(view, face, w);
    case 'rule-out-form':
      return ruleOutForm(view, face, w);
    case 'saving':
      return saving(view, face, w);
    case 'realised-form':
      return realisedForm(view, face, w);
    case 'attribution-form':
      return attributionForm(view, face, w);
    case 'pulse':
      return pulse(view, face, w);
    case 'lesson-form':
      return lessonForm(view, w);
    case 'lessons':
      return lessons(view, face, w);
    default:
      return never(face);
  }
};

/** One of an item's figures, as a card with one question. */
export const figures = (view: FiguresView, w: Writer): Laid => layOutSheet(view, w, sheetOf(view, w));
