import { bodyRow, type Governance } from '#domain/authority/governance.ts';
import type { PlannedStep, PlanWarning } from '#domain/plan/timeline.ts';
import type { BodyId } from '#domain/shared/ids.ts';
import type { TimelineStep, TimelineWarning } from '#rendering/views.ts';

/** Steps and warnings with the bodies' names, for whoever reads them. */
export const planNamer = (governance: Governance) => {
  const name = (body: BodyId) => bodyRow(governance, body)?.name ?? { sv: body, en: body };
  return {
    step: ({ step, by, reason }: PlannedStep): TimelineStep => ({
      step,
      day: by,
      reason: reason.why === 'meeting' ? { ...reason, body: name(reason.body) } : reason,
    }),
    warning: ({ region: _, ...warning }: PlanWarning): TimelineWarning => {
      switch (warning.warning) {
        case 'no-meeting-in-time':
          return { ...warning, body: name(warning.body) };
        case 'july':
        case 'in-the-past':
          return { warning: warning.warning, step: warning.step, day: warning.by };
        default:
          return warning;
      }
    },
  };
};
