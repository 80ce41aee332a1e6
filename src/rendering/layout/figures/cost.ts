import { COST_CATEGORIES, type CostCategory } from '#domain/indicators/figures.ts';
import type { CostKnown, FiguresFace, FiguresView } from '../../views/figures.ts';
import { button } from '../data.ts';
import { dotted, type Fact, fact, maybe } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { effortText, lineField, of, type Press, type Sheet } from './parts.ts';

type Face<K extends FiguresFace['kind']> = Extract<FiguresFace, { kind: K }>;

const WORK: readonly CostCategory[] = COST_CATEGORIES.filter((one) => one !== 'external');

/** What everybody logged: hours, the external part, and in kronor where a rate is decided. */
export const costFacts = (known: CostKnown | null, w: Writer): readonly Fact[] => {
  if (known === null) return fact(w, 'cost.total', w.say('figures.unknown'));
  const { seconds, external, people, sek } = known;
  return [
    ...fact(
      w,
      'cost.total',
      dotted([
        seconds > 0 ? effortText({ seconds, external: 0 }, w) : undefined,
        w.say('cost.people', { count: people }),
      ]),
    ),
    ...(external > 0 ? fact(w, 'cost.external', w.kronor(external)) : []),
    ...fact(w, 'cost.money', sek === null ? w.say('cost.noRate') : w.kronor(sek)),
  ];
};
export const exampleNote = (known: CostKnown | null, w: Writer) =>
  known?.example && known.sek !== null && known.seconds > 0 ? w.say('cost.example') : undefined;

/** What somebody wrote, to be noted with one tap: as it was understood, or as something else. */
export const costConfirm = (view: FiguresView, face: Face<'cost-confirm'>, w: Writer): Sheet => {
  const item = view.item.id;
  const { category, seconds, external, said, again } = face;
  const effort = effortText(face, w);
  const save = (
    chosen: CostCategory,
    label: 'cost.saveAs' | 'cost.saveAgain' | 'cost.insteadOf' | null,
  ): Press => {
    const name = w.say.plain(`costCategory.${chosen}`);
    return {
      label: label === null ? w.plainName(capital(name)) : w.say.plain(label, { category: name }),
      press: button({ verb: 'cost.save', item, category: chosen, seconds, external, said }),
    };
  };
  const others = category === 'external' ? [] : WORK.filter((one) => one !== category);
  return {
    kicker: of(view, w),
    heading: w.say(category === undefined ? 'cost.which' : 'cost.confirm', { effort }),
    summary: w.say.plain('cost.summary', { effort, title: w.plainName(view.item.title) }),
    intro: maybe(again, (when) => w.say('cost.again', { when: w.moment(when) })),
    ...(category === undefined ? {} : { send: save(category, again ? 'cost.saveAgain' : 'cost.saveAs') }),
    links: [
      ...others.map((one) => save(one, category === undefined ? null : 'cost.insteadOf')),
      { label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item }) },
    ],
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const costForm = (view: FiguresView, { said }: Face<'cost-form'>, w: Writer): Sheet => {
  const item = view.item.id;
  return {
    kicker: of(view, w),
    heading: w.say('cost.form'),
    summary: w.say.plain('figures.summary', { title: w.plainName(view.item.title) }),
    fields: [lineField('amount', w.say.plain('cost.amount'), w.say.plain('cost.amountHint'), w)],
    note: w.say('cost.formNote'),
    sends: COST_CATEGORIES.map((category) => ({
      label: w.plainName(capital(w.say.plain(`costCategory.${category}`))),
      press: button({ verb: 'cost.send', item, category, amount: '', said }),
    })),
    links: [
      {
        label: w.say.plain('common.back'),
        press: button({ verb: 'card.open', subject: { card: 'cost', item } }),
      },
    ],
  };
};

/** The receipt, with a way back for the latest entry. */
export const cost = (view: FiguresView, face: Face<'cost'>, w: Writer): Sheet => {
  const item = view.item.id;
  const [latest] = face.own;
  return {
    kicker: of(view, w),
    heading: w.say('cost.heading'),
    summary: w.say.plain('figures.summary', { title: w.plainName(view.item.title) }),
    facts: costFacts(face.known, w),
    rows: face.own.map((entry) => ({
      title: w.say('cost.own', {
        category: w.name(capital(w.say.plain(`costCategory.${entry.category}`))),
        effort: effortText(entry, w),
      }),
      note: w.say('cost.ownAt', { when: w.moment(entry.at) }),
    })),
    note: exampleNote(face.known, w),
    links: [
      ...(latest
        ? [
            {
              label: w.say.plain('cost.undo', { effort: effortText(latest, w) }),
              press: button({ verb: 'cost.undo', item, number: latest.number }),
            },
          ]
        : []),
      ...(face.mayLog
        ? [{ label: w.say.plain('cost.more'), press: button({ verb: 'cost.form', item }) }]
        : []),
      {
        label: w.say.plain('figures.all'),
        press: button({ verb: 'card.open', subject: { card: 'figures', item } }),
      },
      { label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item }) },
    ],
  };
};
