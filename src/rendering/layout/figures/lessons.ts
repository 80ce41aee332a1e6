import type { FiguresFace, FiguresView, LessonShown } from '../../views/figures.ts';
import { button } from '../data.ts';
import { dotted, type Fact, fact, maybe } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { areaField, type Field, type Line, lineField, of, type Press, type Sheet } from './parts.ts';

type Face<K extends FiguresFace['kind']> = Extract<FiguresFace, { kind: K }>;

const optional = (field: Field): Field => {
  const area = field.area as { readonly [key: string]: never } | undefined;
  return area ? { area: { ...area, required: false } } : field;
};

/** Three short questions, of which one answer is enough. */
export const lessonForm = (view: FiguresView, w: Writer): Sheet => {
  const item = view.item.id;
  return {
    kicker: of(view, w),
    heading: w.say('lesson.form'),
    summary: w.say.plain('lesson.summary', { title: w.plainName(view.item.title) }),
    intro: w.say('lesson.formNote'),
    fields: [
      optional(areaField('worked', w.say.plain('lesson.worked'), w.input(''), w)),
      optional(areaField('failed', w.say.plain('lesson.failed'), w.input(''), w)),
      optional(areaField('next', w.say.plain('lesson.next'), w.input(''), w)),
      lineField('market', w.say.plain('lesson.market'), w.say.plain('lesson.marketHint'), w, '', false),
    ],
    send: {
      label: w.say.plain('lesson.send'),
      press: button({ verb: 'lesson.send', item, worked: '', failed: '', next: '', market: '' }),
    },
    links: [{ label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item }) }],
  };
};

/** Who said it, and what worked, did not, and is to be done next time. */
export const saidLine = (one: LessonShown['said'][number], w: Writer): Line => {
  const parts = (['worked', 'failed', 'next', 'market'] as const).flatMap((key) => {
    const text = one[key];
    return text === undefined ? [] : [w.say(`lessonSaid.${key}`, { text: w.text(text) })];
  });
  return {
    title:
      dotted([
        maybe(one.by, w.name) ?? w.say('lesson.somebody'),
        maybe(one.region, w.region),
        w.day(one.on),
      ]) ?? w.day(one.on),
    note: parts.join('\n\n') as never,
  };
};

/** By what they are found again. */
const tags = ({ cpv, category, reasons }: LessonShown, w: Writer): readonly Fact[] => [
  ...fact(w, 'field.cpv', maybe(cpv, w.cpv)),
  ...fact(w, 'field.category', maybe(category, w.name)),
  ...fact(
    w,
    'lesson.reasons',
    reasons.length > 0 ? w.list(reasons.map((code) => w.say(`reason.${code}`))) : undefined,
  ),
];

export const lessons = (view: FiguresView, face: Face<'lessons'>, w: Writer): Sheet => {
  const item = view.item.id;
  const later = face.for;
  const { said, usedBy } = face.lessons;
  const links: readonly (Press | false)[] = [
    face.maySay && { label: w.say.plain('lesson.say'), press: button({ verb: 'lesson.form', item }) },
    { label: w.say.plain('lesson.related'), press: button({ verb: 'lessons.for', item }) },
    { label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item }) },
  ];
  return {
    kicker: of(view, w),
    heading: w.say('lesson.heading'),
    summary: w.say.plain('lesson.summary', { title: w.plainName(view.item.title) }),
    intro: said.length === 0 ? w.say('lesson.none') : undefined,
    facts: [
      ...tags(face.lessons, w),
      ...(usedBy.length > 0 ? fact(w, 'lesson.usedBy', w.names(usedBy)) : []),
    ],
    rows: said.map((one) => saidLine(one, w)),
    send:
      later === undefined
        ? undefined
        : {
            label: w.say.plain('lesson.use', { item: w.plainName(later) }),
            press: button({ verb: 'lesson.use', item, for: later }),
          },
    links: links.filter((one) => one !== false),
  };
};
