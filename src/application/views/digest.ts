import { commitmentOf } from '#rendering/layout/request.ts';
import type { DigestLine, DigestView, View } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';

/** Requests on one page of a digest: as many as are read between two patients, and far below what Teams takes. */
export const DIGEST_PAGE = 8;

const lineOf = (view: View): DigestLine | null => {
  switch (view.card) {
    case 'request':
    case 'receipt': {
      const { item, unit, unitName, round, deadline, late } = view;
      const base = { item: item.id, title: item.title, region: item.region, unit, unitName, deadline, late };
      if (view.card === 'receipt') return { ...base, answer: view.answer };
      // What has changed since the unit answered is read with before and after side by side (law 3), not in a list.
      const changed = view.stale !== undefined || view.changes.length > 0;
      const asked = { round, revision: item.revision, commitment: commitmentOf(view) };
      return { ...base, changed, ...(changed ? {} : { asked }) };
    }
    case 'outcome':
      return { item: view.item.id, title: view.item.title, region: view.item.region, outcome: view.outcome };
    default:
      return null;
  }
};

/** The requests of one delivery as a list; `views`: each one's own card as the reader must see it now. */
export const digestView = (
  reading: Reading,
  delivery: string,
  views: readonly View[],
  skip = 0,
): DigestView => {
  const lines = views.map(lineOf).filter((line) => line !== null);
  const from = skip < lines.length ? skip : 0;
  return {
    card: 'digest',
    asOf: reading.now,
    delivery,
    total: lines.length,
    open: lines.filter((line) => line.answer === undefined && line.outcome === undefined).length,
    skip: from,
    lines: lines.slice(from, from + DIGEST_PAGE),
  };
};
