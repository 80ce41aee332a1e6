import type { Shown } from '../text/safe.ts';
import type { DecisionLine } from '../views.ts';
import type { CardData } from './data.ts';
import { maybe } from './frame.ts';
import type { Writer } from './writer.ts';

const decidedBy = (line: DecisionLine, w: Writer): Shown => {
  const when = w.moment(line.at);
  if (line.members) return w.say('decided.byMembers', { members: w.names(line.members), when });
  return w.say(line.urgent ? 'decided.byUrgent' : 'decided.by', { by: w.name(line.by), when });
};

/** One decision: for whom, what, by whom and why. */
export const decided = (line: DecisionLine, w: Writer): CardData => ({
  title: line.until
    ? w.say('decided.lineUntil', {
        regions: w.regions(line.regions),
        outcome: w.say(`outcome.${line.outcome}`),
        until: w.day(line.until),
      })
    : w.say('decided.line', {
        regions: w.regions(line.regions),
        outcome: w.say(`outcome.${line.outcome}`),
      }),
  note: line.body
    ? w.say('decided.byBody', {
        body: w.name(line.body.name[w.language]),
        date: w.day(line.body.date),
        paragraph: w.name(line.body.paragraph),
        number: w.name(line.body.registryNumber),
        by: w.name(line.by),
      })
    : decidedBy(line, w),
  extra: maybe(line.reason || undefined, (text) => w.say('decided.reason', { text: w.text(text) })),
});
