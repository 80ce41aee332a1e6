import type { FindingsFace } from '../../views/findings.ts';
import { button } from '../data.ts';
import type { Sheet } from '../figures/parts.ts';
import { dotted, firstLines, maybe } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { factOf, overText } from './indicators.ts';

/** Lessons that fit: what to do next time in one line each, the rest behind a tap. */
export const lessons = (face: Extract<FindingsFace, { kind: 'lessons' }>, w: Writer): Sheet => {
  const { lines } = firstLines(face.lines, w);
  return {
    kicker: maybe(face.about, w.name) ?? maybe(face.over, (over) => overText(over, w)),
    heading: w.say('lesson.found', { count: face.total }),
    summary: w.say.plain('lesson.found', { count: face.total }),
    intro:
      face.total === 0
        ? w.say('lesson.noneFound')
        : maybe(face.unsaid, (words) => w.say('lesson.unsaid', { words: w.name(words) })),
    lines: lines.map(({ id, title, region, on, next, used }) => ({
      title: w.name(title),
      note: dotted([
        w.name(id),
        w.region(region),
        maybe(on, w.day),
        used > 0 ? w.say('lesson.used', { count: used }) : undefined,
      ]),
      extra: maybe(next, (text) => w.say('common.quote', { text: w.text(text.slice(0, 300)) })),
      label: w.say.plain('items.openTip', { title: w.plainName(title) }),
      open: button({ verb: 'lesson.show', item: id, ...(face.for ? { for: face.for } : {}) }),
    })),
    more:
      lines.length < face.total
        ? w.say('common.shownOf', { shown: lines.length, total: face.total })
        : undefined,
    facts: face.figures.map((line) => factOf(line, w)),
    links: face.for
      ? [{ label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item: face.for }) }]
      : [],
  };
};
