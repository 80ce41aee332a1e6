import { reasonParams } from '../candidate-sentences.ts';
import type { Shown } from '../text/safe.ts';
import type { CandidateForm, CandidatesView, CandidateView } from '../views.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { dotted, type Fact, fact, firstLines, lay, maybe } from './frame.ts';
import { filterText } from './lists.ts';
import type { Writer } from './writer.ts';

type Reasons = Pick<CandidateView, 'reasons' | 'regionNames'>;
const sentences = ({ reasons, regionNames }: Reasons, w: Writer): readonly Shown[] =>
  reasons.map((reason) =>
    w.say(`candidateReason.${reason.code}`, reasonParams<Shown>(reason, w.language, regionNames, w.name)),
  );

/** Each title once: that both say the same is the point. */
const titles = (items: readonly { readonly title: string }[], w: Writer): Shown =>
  w.names([...new Set(items.map(({ title }) => title))]);

export const candidates = (view: CandidatesView, w: Writer): Laid => {
  const { lines } = firstLines(view.lines, w);
  const next = view.skip + lines.length;
  const { region, ...rest } = view.filter;
  const again = { verb: 'candidates.show', ...rest, ...(region ? { region: region.id } : {}) } as const;
  return lay(
    view,
    w,
    {
      kicker: filterText(view.filter, w),
      heading: w.say('candidates.heading', { count: view.total }),
      summary: w.say.plain('candidates.heading', { count: view.total }),
    },
    {
      none: view.total === 0,
      past: view.past ? w.say('candidates.past') : undefined,
      lines: lines.map(({ items, reasons }) => ({
        title: titles(items, w),
        note: w.regions([...new Map(items.map((item) => [item.region.id, item.region])).values()]),
        extra: sentences({ reasons, regionNames: view.regionNames }, w).join(' ') as Shown,
        label: w.say.plain('candidates.openTip', { title: w.plainName(items[0]?.title ?? '') }),
        open: button({ verb: 'candidate.show', items: items.map(({ id }) => id) }),
      })),
      shown:
        lines.length < view.total ? w.say('common.shownOf', { shown: next, total: view.total }) : undefined,
      more: buttonIf(next < view.total, { ...again, skip: next }),
      plan: button({ verb: 'say', text: w.say.plain('say.plan') }),
    },
  );
};

type Line = CandidateView['items'][number];
const itemFacts = (items: readonly Line[], w: Writer) =>
  items.map((item) => ({
    title: w.name(item.title),
    note: dotted([
      w.say('items.line', {
        id: w.name(item.id),
        region: w.region(item.region),
        status: w.say(`status.${item.status}`),
      }),
      maybe(item.value, w.money),
      maybe(item.start, (start) => w.say('items.start', { start: w.day(start) })),
    ]),
    extra: maybe(item.contractEnd, (end) => w.say('candidates.contractEnd', { end: w.day(end) })),
    label: w.say.plain('items.openTip', { title: w.plainName(item.title) }),
    open: button({ verb: 'item.show', item: item.id }),
  }));

/** One question: can these be bought together? */
export const candidate = (view: CandidateView, w: Writer): Laid => {
  const ids = view.items.map(({ id }) => id);
  const facts: readonly Fact[] = fact(w, 'candidates.reason', maybe(view.reason, w.text));
  return lay(
    view,
    w,
    {
      kicker: w.regions([...new Map(view.items.map((item) => [item.region.id, item.region])).values()]),
      heading: w.say(view.mayAssess ? 'candidates.question' : 'candidates.together'),
      summary: w.say.plain('candidates.summary', { title: w.plainName(view.items[0]?.title ?? '') }),
    },
    {
      lines: itemFacts(firstLines(view.items, w).lines, w),
      why: view.reasons.length > 0,
      reasons: sentences(view, w).map((text) => ({ text })),
      facts,
      possible: buttonIf(view.mayAssess, { verb: 'candidate.possible', items: ids }),
      not: buttonIf(view.mayAssess, { verb: 'candidate.form', items: ids }),
      all: button({ verb: 'candidates.show', skip: 0 }),
    },
  );
};

export const candidateForm = (view: CandidateForm, w: Writer): Laid => {
  const ids = view.items.map(({ id }) => id);
  return lay(
    view,
    w,
    { heading: w.say('candidates.whyNot'), summary: w.say.plain('candidates.whyNot') },
    {
      titles: titles(view.items, w),
      send: button({ verb: 'candidate.not-possible', items: ids, text: '' }),
      back: button({ verb: 'candidate.show', items: ids }),
    },
  );
};
