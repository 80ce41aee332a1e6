import type { Instant } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { plainText, reasonText, warningText } from './layout/timeline.ts';
import { createWriter } from './layout/writer.ts';
import { createSay } from './text/words.ts';
import type { TimelineStep, TimelineWarning } from './views.ts';

/** A timeline in plain lines, for where there is no card. */
export const timelineWriter = (language: Language, asOf: Instant) => {
  const w = createWriter(language, createSay(language), asOf, { text: 500, lines: 100 }, () => null);
  return {
    step: (step: TimelineStep): string =>
      `${step.day} ${w.say(`planStep.${step.step}`)}: ${plainText(reasonText(step, w))}`,
    warning: (warning: TimelineWarning): string => plainText(warningText(warning, w)),
  };
};
