import { PULSE_QUESTIONS } from '#domain/indicators/figures.ts';
import type { FiguresFace, FiguresView } from '../../views/figures.ts';
import { button } from '../data.ts';
import type { Fact } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { of, type Press, type Sheet } from './parts.ts';

type Face<K extends FiguresFace['kind']> = Extract<FiguresFace, { kind: K }>;
const RATINGS = [1, 2, 3, 4, 5] as const;

/** What users have said, and how few of them. */
export const pulseFacts = (pulse: Face<'hub'>['pulse'], w: Writer): readonly Fact[] =>
  pulse.map(({ wave, about, mean, of: count }) => ({
    title: w.say('pulse.fact', { about: w.say(`pulseAbout.${about}`), wave: w.say(`pulseWave.${wave}`) }),
    value: w.say('pulse.mean', { mean: w.number(Math.round(mean * 10) / 10), count }),
  }));

/** One question, five buttons; the next question takes its place. */
export const pulse = (view: FiguresView, { wave, mine, asks }: Face<'pulse'>, w: Writer): Sheet => {
  const item = view.item.id;
  const label = (rating: number): Press['label'] =>
    rating === 1 ? w.say.plain('pulse.worst') : rating === 5 ? w.say.plain('pulse.best') : w.input(rating);
  return {
    kicker: of(view, w),
    heading: w.say('pulse.heading'),
    summary: w.say.plain('pulse.summary', { title: w.plainName(view.item.title) }),
    intro: asks === null ? w.say('pulse.done') : undefined,
    facts: PULSE_QUESTIONS.flatMap((about) => {
      const rating = mine[about];
      return rating === undefined
        ? []
        : [{ title: w.say(`pulseAbout.${about}`), value: w.say('pulse.said', { rating }) }];
    }),
    question: asks === null ? undefined : w.say(`pulseAsk.${asks}`),
    note: asks === null ? undefined : w.say('pulse.note'),
    links:
      asks === null
        ? [{ label: w.say.plain('figures.back'), press: button({ verb: 'item.show', item }) }]
        : RATINGS.map((rating) => ({
            label: label(rating),
            press: button({ verb: 'pulse.rate', item, wave, about: asks, rating }),
          })),
  };
};
