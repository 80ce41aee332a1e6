import type { RegistryView } from '../views.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { firstLines, lay, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

/** The registrar's: one field per case; where the case has a number already, a tick that what is new stands under it. */
export const registry = (view: RegistryView, w: Writer): Laid => {
  const { lines } = firstLines(view.lines, w);
  const last = view.skip + lines.length;
  // Somebody else has something to register.
  const nothingHere = view.total === 0 && view.withheld !== undefined;
  return lay(
    view,
    w,
    {
      kicker: w.say('registry.kicker', { region: w.region(view.region) }),
      heading: nothingHere ? w.say('registry.notYours') : w.say('registry.heading', { count: view.total }),
      summary: nothingHere
        ? w.say.plain('registry.notYours')
        : w.say.plain('registry.summary', { count: view.total }),
    },
    {
      none: view.total === 0 && !view.withheld,
      some: view.total > 0,
      lines: lines.map((line, i) => ({
        title: w.name(line.title),
        note: w.say('registry.documents', {
          documents: w.list(
            line.documents.map(({ document, count }) => w.say(`documents.${document}`, { count })),
          ),
          waited: w.say('registry.waited', { days: line.workingDays }),
        }),
        problem: maybe(line.problem, (code) => w.say(`refusal.${code}`)),
        id: w.input(`number${i}`),
        label: w.say.plain('registry.number', { title: w.plainName(line.title) }),
        typed: line.number === undefined ? w.input(line.typed ?? '') : undefined,
        known: maybe(line.number, w.input),
        again: maybe(line.number, (number) => w.say.plain('registry.again', { number: w.plainName(number) })),
      })),
      withheld: maybe(view.withheld, (count) => w.say('registry.withheld', { count })),
      shown:
        lines.length < view.total
          ? w.say('common.shownOf', { shown: lines.length, total: view.total })
          : undefined,
      save: buttonIf(lines.length > 0, {
        verb: 'registry.save',
        cases: lines.map(({ item, through }) => ({ item, through, number: '' })),
      }),
      more: buttonIf(last < view.total, { verb: 'registry.show', skip: last }),
      back: buttonIf(view.skip > 0, { verb: 'registry.show', skip: 0 }),
      mine: button({ verb: 'say', text: w.say.plain('say.mine') }),
    },
  );
};
