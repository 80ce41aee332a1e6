import type { Shown } from '../text/safe.ts';
import type { CouncilView, OutcomeView, PrecedentView, StakesView } from '../views.ts';
import type { CardData } from './data.ts';
import type { Writer } from './writer.ts';

type Lines = readonly { readonly text: Shown }[];

const weeks = (count: number, w: Writer): Shown => w.say('weighing.weeks', { weeks: count });

const withoutObjectors = ({ without }: StakesView, w: Writer): Shown => {
  const { units, value, unknown } = without;
  if (units === 0) return w.say('weighing.withoutNobody');
  if (unknown === units) return w.say('weighing.withoutUnknown');
  return unknown === 0
    ? w.say('weighing.without', { value: w.money(value) })
    : w.say('weighing.withoutSome', { value: w.money(value), count: unknown });
};

const inTime = ({ procedureWeeks, earliestStart, weeksLate }: StakesView, w: Writer): Shown[] => {
  if (procedureWeeks === null || earliestStart === null) return [w.say('weighing.timeUnknown')];
  const start = w.day(earliestStart);
  const late =
    weeksLate === null
      ? []
      : [weeksLate > 0 ? w.say('weighing.late', { weeks: weeks(weeksLate, w) }) : w.say('weighing.inTime')];
  return [
    [w.say('weighing.time', { weeks: weeks(procedureWeeks, w), start }), ...late].join(' ') as Shown,
    w.say('weighing.own', { weeks: weeks(procedureWeeks, w) }),
  ];
};

const contract = ({ contractWeeks }: StakesView, w: Writer): Shown[] => {
  if (contractWeeks === null) return [];
  return contractWeeks < 0
    ? [w.say('weighing.contractOver')]
    : [w.say('weighing.contract', { weeks: weeks(contractWeeks, w) })];
};

/** Kronor first, then time: what is unknown is said, never filled in. */
const stakeLines = (stakes: StakesView, w: Writer): Lines =>
  [
    stakes.planned === null
      ? w.say('weighing.togetherUnknown')
      : w.say('weighing.together', { value: w.money(stakes.planned) }),
    withoutObjectors(stakes, w),
    ...(stakes.objecting > 0 ? [w.say('weighing.objectors', { count: stakes.objecting })] : []),
    ...inTime(stakes, w),
    ...contract(stakes, w),
  ].map((text) => ({ text }));

const alikeText = ({ alike, reason }: PrecedentView, w: Writer): Shown =>
  alike
    .flatMap((one) => {
      if (one !== 'reason') return [w.say(`weighing.${one}`)];
      return reason ? [w.say('weighing.reason', { reason: w.say(`reason.${reason}`) })] : [];
    })
    .join(', ') as Shown;

const precedentLine = (line: PrecedentView, w: Writer): CardData => {
  const said = { when: w.moment(line.at), alike: alikeText(line, w) };
  return {
    title: w.say('weighing.precedent', {
      title: w.name(line.title),
      outcome: w.say(`outcome.${line.outcome}`),
    }),
    note:
      line.declining.length > 0
        ? w.say('weighing.alikeDeclining', { ...said, regions: w.regions(line.declining) })
        : w.say('weighing.alike', said),
  };
};

/** What those who are to decide weigh, beside both sides' facts. */
export const weighing = (
  { stakes, precedents }: Pick<CouncilView, 'stakes' | 'precedents'>,
  w: Writer,
): CardData => ({
  stakes: stakes ? stakeLines(stakes, w) : [],
  precedents: (precedents ?? []).map((line) => precedentLine(line, w)),
});

/** "Dialogue 3 working days, the managers 5 working days": how long a case stood on each level. */
export const levelTimes = (levels: NonNullable<OutcomeView['levels']>, w: Writer): Shown | undefined =>
  levels.length === 0
    ? undefined
    : w.list(
        levels.map(({ level, workingDays }) =>
          w.say('weighing.level', {
            level: w.say(`level.${level}`),
            days: w.say('weighing.workingDays', { days: workingDays }),
          }),
        ),
      );
