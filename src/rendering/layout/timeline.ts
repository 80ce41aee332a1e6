import type { LegalWarning } from '#domain/plan/thresholds.ts';
import type { Plain, Shown } from '../text/safe.ts';
import type { TimelineStep, TimelineView, TimelineWarning } from '../views.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { lay } from './frame.ts';
import type { Writer } from './writer.ts';

/** Why that day and no later one, in words; a card and the command line say the same. */
export const reasonText = ({ reason }: TimelineStep, w: Writer): Shown => {
  switch (reason.why) {
    case 'contract-ends':
      return w.say('planReason.contract-ends', { day: w.day(reason.on) });
    case 'planned-start':
      return w.say('planReason.planned-start');
    case 'duration':
      return w.say(reason.unit === 'working' ? 'planReason.working-days' : 'planReason.calendar-days', {
        days: reason.days,
      });
    case 'standstill':
      return w.say('planReason.standstill');
    case 'meeting':
      return w.say('planReason.meeting', { body: w.name(reason.body[w.language]), day: w.day(reason.on) });
    case 'last-day-for-option':
      return w.say('planReason.last-day-for-option', { until: w.day(reason.until) });
  }
};

/** What a threshold says, where the law says so, and that its figure may be old. */
const legalText = (warning: LegalWarning, w: Writer): Shown => {
  const said = ((): Shown => {
    switch (warning.warning) {
      case 'below-direct-award':
      case 'below-without-options':
      case 'over-direct-award':
        return w.say(`planWarning.${warning.warning}`, {
          value: w.kronor(warning.value),
          limit: w.kronor(warning.limit),
          source: w.name(warning.source),
        });
      case 'options-pass-limit':
        return w.say('planWarning.options-pass-limit', {
          value: w.kronor(warning.value),
          withOptions: w.kronor(warning.withOptions),
          limit: w.kronor(warning.limit),
          source: w.name(warning.source),
        });
      case 'may-be-split':
        return w.say('planWarning.may-be-split', {
          others: w.names(warning.others),
          total: w.kronor(warning.total),
          limit: w.kronor(warning.limit),
          source: w.name(warning.source),
        });
      case 'framework-too-long':
        return w.say('planWarning.framework-too-long', {
          until: w.day(warning.until),
          years: warning.years,
          source: w.name(warning.source),
        });
    }
  })();
  return warning.verifyFrom === undefined
    ? said
    : (`${said} ${w.say('planWarning.verify', { day: w.day(warning.verifyFrom) })}` as Shown);
};

export const warningText = (warning: TimelineWarning, w: Writer): Shown => {
  switch (warning.warning) {
    case 'july':
    case 'in-the-past':
      return w.say(`planWarning.${warning.warning}`, {
        step: w.say(`planStep.${warning.step}`),
        day: w.day(warning.day),
      });
    case 'no-meeting-in-time':
      return w.say('planWarning.no-meeting-in-time', {
        body: w.name(warning.body[w.language]),
        day: w.day(warning.before),
      });
    case 'duration-missing':
      return w.say('planWarning.duration-missing', { duration: w.say(`duration.${warning.duration}`) });
    case 'nothing-to-plan-from':
      return w.say('planWarning.nothing-to-plan-from');
    case 'gap-after-contract':
      return w.say('planWarning.gap-after-contract', {
        from: w.day(warning.from),
        start: w.day(warning.start),
      });
    default:
      return legalText(warning, w);
  }
};

export const timeline = (view: TimelineView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('timeline.kicker', { id: w.name(view.item.id), region: w.region(view.region) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('timeline.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: view.steps.length > 0 ? w.say('timeline.intro') : undefined,
      warnings: view.warnings.map((warning) => ({ text: warningText(warning, w) })),
      lines: view.steps.map((step) => ({
        title: w.say('timeline.line', { day: w.day(step.day), step: w.say(`planStep.${step.step}`) }),
        note: reasonText(step, w),
      })),
      correct: buttonIf(view.mayCorrect === true, { verb: 'item.form', item: view.item.id }),
      item: button({ verb: 'item.show', item: view.item.id }),
    },
  );

/** For the command line: one step or warning in plain words. */
export const plainText = (text: Shown): Plain => text.replaceAll('\\', '') as string as Plain;
