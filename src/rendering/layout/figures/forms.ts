import { METHODS } from '#domain/savings/method.ts';
import type { FiguresFace, FiguresView } from '../../views/figures.ts';
import { button } from '../data.ts';
import type { Writer } from '../writer.ts';
import { areaField, dateField, type Field, lineField, of, type Press, type Sheet } from './parts.ts';

type Face<K extends FiguresFace['kind']> = Extract<FiguresFace, { kind: K }>;

const shell = (view: FiguresView, w: Writer) => ({
  kicker: of(view, w),
  summary: w.say.plain('saving.summary', { title: w.plainName(view.item.title) }),
});
const toSaving = (view: FiguresView, w: Writer): Press => ({
  label: w.say.plain('common.back'),
  press: button({ verb: 'card.open', subject: { card: 'saving', item: view.item.id } }),
});

/** One tap to the method's form; what the procedure does not permit is no button. */
export const savingMethods = (view: FiguresView, face: Face<'saving-methods'>, w: Writer): Sheet => {
  const item = view.item.id;
  const usable = METHODS.filter((method) => method !== 'negotiation' || face.negotiation === true);
  return {
    ...shell(view, w),
    heading: w.say('saving.methods'),
    rows: METHODS.filter((method) => !usable.includes(method)).map((method) => ({
      title: w.say(`method.${method}`),
      note: w.say(face.negotiation === null ? 'saving.procedureUnknown' : 'saving.notPermitted'),
    })),
    lines: usable.map((method) => {
      const obstacle = face.obstacles[method];
      return {
        title: w.say(`method.${method}`),
        note: w.say(`methodNeeds.${method}`),
        extra: obstacle && w.say(`obstacle.${obstacle}`),
        label: w.say.plain(`method.${method}`),
        open: button({ verb: 'saving.form', item, method }),
      };
    }),
    note: w.say('saving.methodsNote'),
    links: [
      {
        label: w.say.plain('saving.cannot'),
        press: button({ verb: 'saving.rule-out-form', item, method: firstOpen(face) }),
      },
      toSaving(view, w),
    ],
  };
};
/** The first method of which nobody has said why it cannot be used. */
const firstOpen = ({ obstacles }: Face<'saving-methods'>) =>
  METHODS.find((method) => obstacles[method] === undefined) ?? METHODS[0];

const years = (w: Writer): Field =>
  lineField('years', w.say.plain('saving.years'), w.say.plain('saving.yearsHint'), w);
const assumptions = (w: Writer): Field =>
  areaField('assumptions', w.say.plain('saving.assumptionsLabel'), w.input(''), w);

export const savingForm = (view: FiguresView, { method }: Face<'saving-form'>, w: Writer): Sheet => {
  const item = view.item.id;
  const empty = { verb: 'saving.send', item, method, lines: '', years: '', assumptions: '' } as const;
  const shared = {
    ...shell(view, w),
    heading: w.say(`method.${method}`),
    note: w.say('saving.rangeHelp'),
    links: [{ label: w.say.plain('common.back'), press: button({ verb: 'saving.methods', item }) }],
  };
  const send = (press: Press['press']): Press => ({ label: w.say.plain('saving.save'), press });
  if (method === 'market-price') {
    return {
      ...shared,
      fields: [
        areaField('lines', w.say.plain('saving.linesMarket'), w.say.plain('saving.bidsHint'), w),
        lineField('winner', w.say.plain('saving.winner'), w.say.plain('saving.bidsHint'), w),
        lineField('quantity', w.say.plain('saving.quantity'), w.say.plain('saving.quantityHint'), w),
        years(w),
        assumptions(w),
      ],
      send: send(button({ ...empty, winner: '', quantity: '' })),
    };
  }
  const basket = method === 'basket';
  return {
    ...shared,
    fields: [
      areaField(
        'lines',
        w.say.plain(basket ? 'saving.linesBasket' : 'saving.linesNegotiation'),
        w.say.plain('saving.linesHint'),
        w,
      ),
      ...(basket
        ? [
            lineField('index', w.say.plain('saving.index'), w.say.plain('saving.indexHint'), w),
            lineField('unmatched', w.say.plain('saving.unmatched'), w.say.plain('saving.unmatchedHint'), w),
          ]
        : []),
      years(w),
      assumptions(w),
    ],
    send: send(button(basket ? { ...empty, index: '', unmatched: '' } : empty)),
  };
};

export const ruleOutForm = (view: FiguresView, face: Face<'rule-out-form'>, w: Writer): Sheet => {
  const item = view.item.id;
  const { method, obstacles } = face;
  return {
    ...shell(view, w),
    heading: w.say('saving.ruleOut', { method: w.say(`method.${method}`) }),
    links: [
      ...obstacles.map((obstacle) => ({
        label: w.say.plain(`obstacle.${obstacle}`),
        press: button({ verb: 'saving.rule-out', item, method, obstacle }),
      })),
      ...METHODS.filter((one) => one !== method)
        .slice(0, Math.max(0, 5 - obstacles.length))
        .map((other) => ({
          label: w.say.plain('saving.obstacle', { method: w.say.plain(`method.${other}`) }),
          press: button({ verb: 'saving.rule-out-form', item, method: other }),
        })),
      toSaving(view, w),
    ],
  };
};

export const realisedForm = (view: FiguresView, face: Face<'realised-form'>, w: Writer): Sheet => ({
  ...shell(view, w),
  heading: w.say('saving.realisedForm'),
  fields: [
    dateField('from', w.say.plain('saving.from'), w, face.from),
    dateField('to', w.say.plain('saving.to'), w, face.to),
    areaField('lines', w.say.plain('saving.linesRealised'), w.say.plain('saving.linesHint'), w),
  ],
  send: {
    label: w.say.plain('saving.saveRealised'),
    press: button({
      verb: 'realised.send',
      item: view.item.id,
      from: face.from ?? face.to,
      to: face.to,
      lines: '',
    }),
  },
  links: [toSaving(view, w)],
});

export const attributionForm = (view: FiguresView, face: Face<'attribution-form'>, w: Writer): Sheet => {
  const { current } = face;
  const percent = (share: number | undefined): string =>
    share === undefined || share === 0 ? '' : String(Math.round(share * 1000) / 10).replace('.', ',');
  const field = (id: string, source: 'coordination' | 'market' | 'e-commerce' | 'category-work'): Field =>
    lineField(
      id,
      w.say.plain(`source.${source}`),
      w.say.plain('saving.percentHint'),
      w,
      percent(current?.[source]),
      false,
    );
  return {
    ...shell(view, w),
    heading: w.say('saving.attributionForm'),
    intro: w.say('saving.attributionHelp'),
    fields: [
      field('coordination', 'coordination'),
      field('market', 'market'),
      field('commerce', 'e-commerce'),
      field('category', 'category-work'),
    ],
    send: {
      label: w.say.plain('saving.saveAttribution'),
      press: button({
        verb: 'attribution.send',
        item: view.item.id,
        coordination: '',
        market: '',
        commerce: '',
        category: '',
      }),
    },
    links: [toSaving(view, w)],
  };
};
