import type { KnownCase } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { regionOf } from '#domain/shared/ids.ts';
import type { LessonShown } from '#rendering/views/figures.ts';
import type { LessonLine } from '#rendering/views/findings.ts';
import type { Reading } from '../reading.ts';
import { nameOf, regionName } from '../views/parts.ts';
import { readsAll } from '../views/visibility.ts';
import { reasonsRaised, writtenIn } from './lesson-texts.ts';

export const lessonLine = (reading: Reading, state: KnownCase): LessonLine => {
  const [next] = [...writtenIn(state, 'next'), ...writtenIn(state, 'worked'), ...writtenIn(state, 'failed')];
  return {
    id: state.item.id,
    title: state.item.title,
    region: regionName(reading, state.item.region),
    ...('review' in state ? { on: dateOf(state.review.at) } : {}),
    ...(next ? { next } : {}),
    used: state.figures?.usedBy.length ?? 0,
  };
};

/** The officer's review and what participants said; who said it is named to those who read everything, others see the region. */
export const lessonsShown = (reading: Reading, state: KnownCase): LessonShown => {
  const open = readsAll(reading.viewer);
  const said = (texts: Readonly<Record<string, string>>) => ({
    ...(texts.worked ? { worked: texts.worked } : {}),
    ...(texts.failed ? { failed: texts.failed } : {}),
    ...(texts.next ? { next: texts.next } : {}),
    ...(texts.market ? { market: texts.market } : {}),
  });
  const given = Object.entries(state.figures?.lessons ?? {}).map(([person, { at, unit, texts }]) => ({
    on: dateOf(at),
    ...(open || person === reading.viewer.id ? { by: nameOf(reading, person) } : {}),
    ...(unit ? { region: regionName(reading, regionOf(unit)) } : {}),
    ...said(texts),
  }));
  const review =
    'review' in state
      ? [{ on: dateOf(state.review.at), by: nameOf(reading, state.review.by), ...said(state.review.texts) }]
      : [];
  return {
    said: [...review, ...given],
    reasons: reasonsRaised(state),
    ...(state.item.cpv ? { cpv: state.item.cpv } : {}),
    ...(state.item.category ? { category: state.item.category } : {}),
    usedBy: state.figures?.usedBy ?? [],
  };
};
