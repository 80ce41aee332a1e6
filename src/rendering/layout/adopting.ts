import { dateOf } from '#domain/shared/calendar.ts';
import type { AdoptingView } from '../views/adopting.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { lay } from './frame.ts';
import type { Writer } from './writer.ts';

/** The administrator's: which rows a decision is about, which decision it is, and what the rules are called from then on. */
export const adopting = (view: AdoptingView, w: Writer): Laid => {
  const some = view.rows.length > 0;
  const count = view.rows.length;
  return lay(
    view,
    w,
    {
      kicker: w.say('adopting.kicker'),
      heading: w.say('adopting.heading', { count }),
      summary: w.say.plain('adopting.summary', { count }),
    },
    {
      none: !some,
      some,
      now: w.say('adopting.now', { version: w.name(view.version) }),
      rows: view.rows.map(({ id, list, from, status }) => ({
        title: w.say.plain('adopting.row', {
          id: w.plainName(id),
          list: w.say.plain(`rowList.${list}`),
          from: w.day(from),
          status: w.say.plain(`rowStatus.${status}`),
        }),
        value: w.input(id),
      })),
      decided: w.input(dateOf(view.asOf)),
      version: w.input(view.suggested),
      send: buttonIf(some, { verb: 'rules.adopt', rows: [], reference: '', version: view.suggested }),
      mine: button({ verb: 'say', text: w.say.plain('say.mine') }),
    },
  );
};
