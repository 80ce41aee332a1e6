import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import type { Shown } from '../text/safe.ts';
import type { TextKey } from '../text/words.ts';
import type { CouncilView, OutcomeView, PrecedentView, StakesView } from '../views.ts';
import type { CardData } from './data.ts';
import { low } from './label.ts';
import type { Writer } from './writer.ts';

type Lines = readonly { readonly text: Shown }[];

/** How the lines are said: on a card, or plainly in a document. */
export interface Talk<T extends string> {
  readonly say: (key: TextKey, params?: Readonly<Record<string, T | number>>) => T;
  readonly money: (value: number) => T;
  readonly day: (date: PlainDate) => T;
}

const withoutObjectors = <T extends string>({ without }: StakesView, talk: Talk<T>): T => {
  const { units, value, unknown } = without;
  if (units === 0) return talk.say('weighing.withoutNobody');
  if (unknown === units) return talk.say('weighing.withoutUnknown');
  return unknown === 0
    ? talk.say('weighing.without', { value: talk.money(value) })
    : talk.say('weighing.withoutSome', { value: talk.money(value), count: unknown });
};

const inTime = <T extends string>(stakes: StakesView, talk: Talk<T>): T[] => {
  const { procedureWeeks, earliestStart, weeksLate } = stakes;
  if (procedureWeeks === null || earliestStart === null) return [talk.say('weighing.timeUnknown')];
  const weeks = (count: number): T => talk.say('weighing.weeks', { weeks: count });
  return [
    talk.say('weighing.time', { weeks: weeks(procedureWeeks), start: talk.day(earliestStart) }),
    ...(weeksLate === null
      ? []
      : [
          weeksLate > 0
            ? talk.say('weighing.late', { weeks: weeks(weeksLate) })
            : talk.say('weighing.inTime'),
        ]),
    talk.say('weighing.own', { weeks: weeks(procedureWeeks) }),
  ];
};

const contract = <T extends string>({ contractWeeks }: StakesView, talk: Talk<T>): T[] => {
  if (contractWeeks === null) return [];
  return contractWeeks < 0
    ? [talk.say('weighing.contractOver')]
    : [talk.say('weighing.contract', { weeks: talk.say('weighing.weeks', { weeks: contractWeeks }) })];
};

/** Kronor first, then time: what is unknown is said, never filled in. */
export const stakeTexts = <T extends string>(stakes: StakesView, talk: Talk<T>): T[] => [
  stakes.planned === null
    ? talk.say('weighing.togetherUnknown')
    : talk.say('weighing.together', { value: talk.money(stakes.planned) }),
  withoutObjectors(stakes, talk),
  ...(stakes.objecting > 0 ? [talk.say('weighing.objectors', { count: stakes.objecting })] : []),
  ...inTime(stakes, talk),
  ...contract(stakes, talk),
];

const stakeLines = (stakes: StakesView, w: Writer): Lines =>
  stakeTexts<Shown>(stakes, { say: w.say, money: w.money, day: w.day }).map((text) => ({ text }));

const alikeText = ({ alike, reason }: PrecedentView, w: Writer): Shown =>
  alike
    .flatMap((one) => {
      if (one !== 'reason') return [w.say(`weighing.${one}`)];
      return reason ? [w.say('weighing.reason', { reason: low(w.say(`reason.${reason}`)) })] : [];
    })
    .join('. ') as Shown;

const precedentLine = (line: PrecedentView, w: Writer): CardData => {
  const said = { when: w.day(dateOf(line.at)), alike: alikeText(line, w) };
  return {
    title: w.say('weighing.precedent', {
      title: w.name(line.title),
      outcome: low(w.say(`outcome.${line.outcome}`)),
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
