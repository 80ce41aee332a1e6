import { COUNTED } from '#application/deliveries.ts';
import type { Resolution } from '#application/ports/delivery.ts';
import { UNREACHABLE_REASONS } from '#application/ports/teams.ts';
import type { EventType } from '#domain/coordination/events.ts';
import type { Shown } from '../text/safe.ts';
import { DICTIONARIES } from '../text/words.ts';
import type { AuthorityView, CasesView, DeliveriesView, HistoryView, NothingView } from '../views.ts';
import { button, type Laid } from './data.ts';
import { dotted, type Fact, fact, firstLines, lay, maybe } from './frame.ts';
import { filterText } from './lists.ts';
import { mandateText, quote } from './parts.ts';
import { factLine } from './stage-fact.ts';
import type { Writer } from './writer.ts';

export const cases = (view: CasesView, w: Writer): Laid => {
  const { lines } = firstLines(view.lines, w);
  // "No objections" would deny those that somebody without a part may only count.
  const heading = view.total === 0 && view.hidden > 0 ? 'cases.ownNone' : (`cases.${view.topic}` as const);
  return lay(
    view,
    w,
    {
      kicker: filterText(view.filter, w),
      heading: w.say(heading, { total: view.total }),
      summary: w.say.plain(heading, { total: view.total }),
    },
    {
      none: view.total === 0 && view.hidden === 0,
      hidden: view.hidden > 0 ? w.say('cases.hidden', { count: view.hidden }) : undefined,
      lines: lines.map((line) => ({
        title: w.name(line.title),
        note: dotted([
          maybe(line.unitName, w.name),
          maybe(line.region, w.region),
          maybe(line.reason, (reason) => w.say(`reason.${reason}`)),
          maybe(line.level, (level) => w.say(`level.${level}`)),
          maybe(line.due ?? undefined, (due) => w.say('cases.due', { due: w.moment(due) })),
          maybe(line.outcome, (outcome) => w.say(`outcome.${outcome}`)),
          maybe(line.at, w.moment),
        ]),
        extra: quote(line.text, w),
        label: w.say.plain('items.openTip', { title: w.plainName(line.title) }),
        open: button({ verb: 'item.show', item: line.item }),
      })),
      more:
        lines.length < view.total
          ? w.say('common.shownOf', { shown: lines.length, total: view.total })
          : undefined,
    },
  );
};

/** How much of a push is done, as a row of squares: one glance, in every client. */
const bar = (done: number, total: number): string => {
  const full = Math.floor((10 * done) / total);
  return '■'.repeat(full) + '□'.repeat(10 - full);
};

export const deliveries = (view: DeliveriesView, w: Writer): Laid => {
  const { counts } = view;
  const { lines, more } = firstLines(view.problems, w);
  const total = COUNTED.reduce((sum, state) => sum + counts[state], 0);
  const done = total - counts.planned;
  const item = view.item?.id;
  // Six buttons at most: those that wait longest are settled first, and the next ones get theirs then.
  const settled = new Set(
    lines.flatMap(({ message }) => (message === undefined ? [] : [message])).slice(0, 2),
  );
  const { stop, resume } = view.may;
  const left = 6 - 2 * settled.size - Number(stop) - Number(resume);
  return lay(
    view,
    w,
    {
      kicker: maybe(view.item, ({ title }) => w.name(title)),
      heading: w.say('deliveries.heading'),
      summary: w.say.plain('deliveries.summary', {
        sent: counts.sent + counts.seen + counts.answered,
        problems: view.problems.length,
      }),
    },
    {
      bar: total > 0 && counts.planned > 0 ? w.name(bar(done, total)) : undefined,
      progress: total > 0 ? w.say('deliveries.progress', { done, total }) : undefined,
      facts: COUNTED.flatMap((state): readonly Fact[] =>
        counts[state] === 0 && state !== 'sent' ? [] : fact(w, `delivery.${state}`, w.number(counts[state])),
      ),
      none: view.problems.length === 0,
      lines: lines.map(({ name, item: of, state, reason, insteadOf, message }) => {
        const known = UNREACHABLE_REASONS.find((candidate) => candidate === reason);
        const resolve = (as: Resolution) =>
          maybe(message !== undefined && settled.has(message) ? message : undefined, (id) =>
            button({ verb: 'delivery.resolve', message: id, as }),
          );
        return {
          title: w.name(name),
          note: dotted([
            w.say(`delivery.${state}`),
            item === undefined ? w.name(of) : undefined,
            maybe(insteadOf, (other) => w.say('deliveries.deputy', { name: w.name(other) })),
            maybe(known, (code) => w.say(`unreachable.${code}`)),
          ]),
          todo: maybe(known, (code) => w.say(`reach.${code}`)),
          arrived: resolve('arrived'),
          again: resolve('again'),
        };
      }),
      more,
      stop: maybe(view.may.stop ? item : undefined, (of) => button({ verb: 'push.stop', item: of })),
      resume: maybe(view.may.resume ? item : undefined, (of) => button({ verb: 'push.resume', item: of })),
      refresh: maybe(counts.planned > 0 && left > 0 ? item : undefined, (of) =>
        button({ verb: 'item.deliveries', item: of }),
      ),
    },
  );
};

const isEvent = (type: string): type is EventType => Object.hasOwn(DICTIONARIES.sv.event, type);

/** A person's name, the clock, or whoever sat at the command line: `cli:` and their user there. */
const byText = (by: string, w: Writer): Shown => {
  if (by === 'clock') return w.say('history.clock');
  return by.startsWith('cli:')
    ? w.say('history.commandLine', { user: w.name(by.slice('cli:'.length)) })
    : w.name(by);
};

export const history = (view: HistoryView, w: Writer): Laid => {
  const { lines } = firstLines(view.lines, w);
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('history.heading'),
      summary: w.say.plain('history.summary', { title: w.plainName(view.item.title) }),
    },
    {
      none: view.lines.length === 0,
      lines: lines.map(({ at, by, type, unitName, left, to }) => {
        const what = isEvent(type) ? w.say(`event.${type}`) : w.name(type);
        const stood = left
          ? w.say('history.left', {
              what,
              level: w.say(`level.${left.level}`),
              days: w.say('weighing.workingDays', { days: left.workingDays }),
            })
          : what;
        return {
          title: unitName === undefined ? stood : w.say('history.unit', { what, unit: w.name(unitName) }),
          note: w.say(to === undefined ? 'history.line' : 'history.lineTo', {
            when: w.moment(at),
            by: byText(by, w),
            to: w.name(to ?? ''),
          }),
        };
      }),
      more:
        lines.length < view.total
          ? w.say('common.shownOf', { shown: lines.length, total: view.total })
          : undefined,
      item: button({ verb: 'item.show', item: view.item.id }),
    },
  );
};

export const authority = (view: AuthorityView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: maybe(view.item, ({ title }) => w.name(title)),
      heading: w.say('authority.heading'),
      summary: w.say.plain('authority.summary'),
    },
    {
      value: maybe(view.value, (value) => w.say('authority.value', { value: w.kronor(value) })),
      seats: view.seats.map(({ regions, holder, person, mandate }) => ({
        title: w.say('authority.seat', {
          regions: w.regions(regions),
          holder: w.name(holder[w.language]),
        }),
        note: dotted([maybe(person, w.name), mandateText(mandate, w)]),
      })),
      example: view.seats.some(({ example }) => example),
      missing:
        view.missing.length > 0
          ? w.say('authority.missing', { regions: w.regions(view.missing) })
          : undefined,
      initiation: (view.initiation ?? []).map((one) => factLine(one, w)),
      none: view.seats.length === 0 && view.missing.length === 0 && !view.initiation?.length,
    },
  );

export const nothing = (view: NothingView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: maybe(view.item, ({ title }) => w.name(title)),
      heading: w.say('nothing.heading'),
      summary: w.say.plain('nothing.heading'),
    },
    {
      intro: w.say(`nothingAbout.${view.topic}`),
      item: maybe(view.item, ({ id }) => button({ verb: 'item.show', item: id })),
    },
  );
