import type { CorrectingView } from '../views/correcting.ts';
import { button, type Laid } from './data.ts';
import { lay, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

/** What the plan says of an item, to be corrected; whoever has answered is told beforehand to be asked again (law 3). */
export const correcting = (view: CorrectingView, w: Writer): Laid => {
  const { id: item, revision } = view.item;
  return lay(
    view,
    w,
    {
      kicker: w.say('correcting.kicker', { id: w.name(item) }),
      heading: w.say('correcting.heading', { title: w.name(view.item.title) }),
      summary: w.say.plain('correcting.summary', { title: w.plainName(view.item.title) }),
    },
    {
      note: w.say('correcting.note', { count: view.answered }),
      value: maybe(view.value, (value) => w.input(String(value))) ?? w.input(''),
      valueWithOptions: maybe(view.valueWithOptions, (value) => w.input(String(value))) ?? w.input(''),
      advertise: w.input(view.advertise ?? ''),
      start: w.input(view.start ?? ''),
      contractEnd: w.input(view.contractEnd ?? ''),
      send: button({ verb: 'item.correct', item, revision }),
      back: button({ verb: 'item.show', item }),
    },
  );
};
