import { isDeviation, type Outcome } from '#domain/escalation/reasons.ts';
import type { Shown } from '../text/safe.ts';
import type { OutcomeView } from '../views.ts';
import { button, type Laid } from './data.ts';
import { decided } from './decided.ts';
import { fact, firstLines, lay, maybe } from './frame.ts';
import { low } from './label.ts';
import { levelTimes } from './weighing.ts';
import type { Writer } from './writer.ts';

/** Who buys alone: a region that postponed has not declined, even where the other's deviation settles the case. */
const buyingAlone = ({ decisions, declining, outcome: common }: OutcomeView): OutcomeView['declining'] => {
  // Where too few remain, who let all its units out buys alone too.
  const alone = common === 'deviate' ? isDeviation : (own: Outcome) => own === 'deviate';
  const deviating = decisions.flatMap((line) => (alone(line.outcome) ? line.regions : []));
  return declining.filter(({ id }) => deviating.some((one) => one.id === id));
};

export const outcome = (view: OutcomeView, w: Writer): Laid => {
  const alone = buyingAlone(view);
  return lay(
    view,
    w,
    {
      kicker: w.say('result.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('result.summary', {
        title: w.plainName(view.item.title),
        outcome: low(w.say.plain(`outcome.${view.outcome}`)),
      }),
    },
    {
      result: w.say(`outcome.${view.outcome}`),
      how: w.say(`result.${view.how}`),
      declining:
        alone.length > 0
          ? w.say(view.outcome === 'deviate' ? 'result.declining' : 'result.othersGoOn', {
              regions: w.regions(alone),
              count: alone.length,
            })
          : undefined,
      out: maybe(view.out, (out) =>
        out.length === 0
          ? w.say('result.nobodyOut')
          : w.say('result.out', {
              units: w.list(
                out.map(({ unitName, region }) =>
                  w.say('case.silentUnit', { unit: w.name(unitName), region: w.region(region) }),
                ),
              ),
            }),
      ),
      decisions: firstLines(view.decisions, w).lines.map((line) => decided(line, w)),
      facts: [
        ...fact(w, 'result.status', w.say(`status.${view.status}`)),
        ...fact(w, 'result.levels', levelTimes(view.levels ?? [], w)),
        ...fact(
          w,
          'result.own',
          maybe(
            view.own,
            ({ unitName, answer }): Shown =>
              w.say('result.ownLine', {
                unit: w.name(unitName),
                answer: low(w.say(`answer.${answer.kind}`)),
              }),
          ),
        ),
      ],
      item: button({ verb: 'item.show', item: view.item.id }),
    },
  );
};
