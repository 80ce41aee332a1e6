import type { SharedItemView } from '../views.ts';
import type { Laid } from './data.ts';
import { dotted, fact, lay, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

/** A procurement's card in somebody else's chat. */
export const sharedItem = (view: SharedItemView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('item.kicker', { id: w.name(view.id) }),
      heading: w.name(view.title),
      summary: w.say.plain('sharing.summary', {
        id: w.plainName(view.id),
        region: w.plainName(view.region[w.language]),
        start: maybe(view.start, w.day) ?? w.say.plain('sharing.noStart'),
      }),
    },
    {
      facts: [
        ...fact(w, 'field.region', w.region(view.region)),
        ...fact(w, 'field.cpv', maybe(view.cpv, w.cpv)),
        ...fact(w, 'field.start', maybe(view.start, w.day)),
      ],
      note: dotted([w.say('sharing.note')]),
      link: maybe(view.link, w.input),
    },
  );
