import type { TransferredView } from '../views.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { fact, lay, maybe } from './frame.ts';
import { escalationText } from './parts.ts';
import type { Writer } from './writer.ts';

export const transferred = (view: TransferredView, w: Writer): Laid => {
  const from = w.name(view.from[w.language]);
  const bodies = new Map(view.to.map(({ body }) => [body[w.language], w.name(body[w.language])]));
  return lay(
    view,
    w,
    {
      kicker: w.say('transferred.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('transferred.summary', { title: w.plainName(view.item.title) }),
    },
    {
      moved: w.say('transferred.moved', { from, to: w.list([...bodies.values()]) }),
      stands: w.say('transferred.stands'),
      wanted: view.toRegister ? w.say('transferred.wanted') : undefined,
      reading: maybe(view.reading, (text) => w.say('transferred.reading', { text: w.text(text) })),
      facts: [
        ...fact(w, 'transferred.status', w.say(`status.${view.status}`)),
        ...fact(
          w,
          'transferred.level',
          maybe(view.escalation, (line) => escalationText(line, w)),
        ),
        ...fact(w, 'transferred.due', maybe(view.escalation?.due ?? undefined, w.moment)),
        ...fact(w, 'transferred.archive', w.name(view.archive[w.language])),
        ...fact(w, 'transferred.former', maybe(view.former, w.name)),
        ...fact(w, 'transferred.number', maybe(view.number, w.name)),
      ],
      register: buttonIf(view.toRegister, { verb: 'registry.show', skip: 0 }),
      item: button({ verb: 'item.show', item: view.item.id }),
    },
  );
};
