import { LEVELS } from '../escalation/reasons.ts';
import type { ProcurementFacts } from './facts.ts';
import { exclusions, type Indicator, indicator, median, ratio, type Scope } from './indicator.ts';
import { askedIn, idsOf } from './population.ts';

/**
 * Indicator 10, response: of the units of the scope's region that were asked in the period and whose time is out or who
 * have answered, the share that answered; the median of whole days to the answer; and each ladder level's median days.
 */
export const response = (all: readonly ProcurementFacts[], scope: Scope): Indicator[] => {
  const asked = askedIn(all, scope);
  const parts = asked.flatMap((facts) =>
    facts.responses
      .filter(({ region }) => scope.region === null || region === scope.region)
      .map((part) => ({ facts, part })),
  );
  const due = parts.filter(({ part }) => part.due);
  const answered = due.filter(({ part }) => part.days !== null);
  const days = answered.map(({ part }) => part.days ?? 0);
  const of = [...new Set(due.map(({ facts }) => facts))];
  const behind = { counted: idsOf([...new Set(answered.map(({ facts }) => facts))]), of: idsOf(of) };
  const open = [...new Set(parts.filter(({ part }) => !part.due).map(({ facts }) => facts))];
  const excluded = exclusions(open.map((facts) => ['not-due', facts.item] as const));
  return [
    ratio(
      {
        id: 'answer-rate',
        unit: 'share',
        scope,
        numerator: answered.length,
        denominator: due.length,
        excluded,
        behind,
      },
      'nobody-asked',
    ),
    indicator({
      id: 'days-to-answer',
      unit: 'days',
      scope,
      value: median(days),
      reason: days.length === 0 ? 'nobody-asked' : null,
      numerator: answered.length,
      denominator: due.length,
      excluded,
      behind,
    }),
    ...LEVELS.map((level) => {
      const passed = asked.filter((facts) => facts.ladder.some((step) => step.level === level));
      const spent = passed.flatMap(({ ladder }) =>
        ladder.filter((step) => step.level === level).map((step) => step.days),
      );
      return indicator({
        id: `ladder-${level}`,
        unit: 'days',
        scope,
        value: median(spent),
        reason: spent.length === 0 ? 'nothing-in-the-period' : null,
        numerator: spent.length,
        behind: { counted: idsOf(passed), of: idsOf(asked) },
      });
    }),
  ];
};
