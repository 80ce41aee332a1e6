import type { FiguresFace, FiguresView } from '../../views/figures.ts';
import { button } from '../data.ts';
import { fact } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { costFacts, exampleNote } from './cost.ts';
import { of, type Press, rangeText, type Sheet } from './parts.ts';
import { pulseFacts } from './pulse.ts';
import { obstacleFacts, outcomeFacts } from './saving.ts';

type Face<K extends FiguresFace['kind']> = Extract<FiguresFace, { kind: K }>;

/** Everything that is known in figures of one procurement, and what the viewer may add. */
export const hub = (view: FiguresView, face: Face<'hub'>, w: Writer): Sheet => {
  const item = view.item.id;
  const { saving, may } = face;
  const seen = saving !== null && saving !== 'later';
  const links: readonly (Press | false)[] = [
    may.log && { label: w.say.plain('cost.log'), press: button({ verb: 'cost.form', item }) },
    seen && {
      label: w.say.plain('saving.show'),
      press: button({ verb: 'card.open', subject: { card: 'saving', item } }),
    },
    !seen &&
      may.state && { label: w.say.plain('saving.count'), press: button({ verb: 'saving.methods', item }) },
    {
      label: w.say.plain(face.lessons ? 'lesson.open' : 'lesson.related'),
      press: face.lessons ? button({ verb: 'lesson.show', item }) : button({ verb: 'lessons.for', item }),
    },
    { label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item }) },
  ];
  return {
    kicker: of(view, w),
    heading: w.say('figures.hub'),
    summary: w.say.plain('figures.summary', { title: w.plainName(view.item.title) }),
    facts: [
      ...costFacts(face.cost, w),
      ...fact(
        w,
        'saving.heading',
        saving === 'later' ? w.say('saving.later') : seen ? rangeText(saving.annual, w) : undefined,
      ),
      ...(seen
        ? fact(
            w,
            'saving.status',
            saving.validated
              ? w.say('saving.validated', {
                  by: w.name(saving.validated.by),
                  when: w.moment(saving.validated.at),
                })
              : w.say('saving.open'),
          )
        : []),
      ...obstacleFacts(face.obstacles, w),
      ...pulseFacts(face.pulse, w),
      ...outcomeFacts(face.realised, face.attribution, w),
    ],
    note: exampleNote(face.cost, w),
    links: links.filter((one) => one !== false),
  };
};
