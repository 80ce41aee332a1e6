import type { Shown } from '../text/safe.ts';
import type { ChoiceView, ItemLine, ItemsView, ItemView, MineView, UnansweredView } from '../views.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { dotted, fact, firstLines, lay, maybe } from './frame.ts';
import { low } from './label.ts';
import { awaitedFacts, escalationText, keyFacts, moreFacts, ownerFacts, regionLines } from './parts.ts';
import { byUrgency, unitLine } from './round.ts';
import { factLine } from './stage-fact.ts';
import type { Writer } from './writer.ts';

const itemLine = (line: ItemLine, w: Writer, mayAsk: boolean): CardData => ({
  title: w.name(line.title),
  note: dotted([
    w.say('items.line', {
      id: w.name(line.id),
      region: w.region(line.region),
      status: w.say(`status.${line.status}`),
    }),
    maybe(line.value, w.money),
    maybe(line.start, (start) => w.say('items.start', { start: w.day(start) })),
    line.asked !== undefined && line.asked > 0
      ? w.say('items.answered', { answered: line.answered ?? 0, asked: line.asked })
      : undefined,
  ]),
  label: w.say.plain('items.openTip', { title: w.plainName(line.title) }),
  open: button({ verb: 'item.show', item: line.id }),
  askLabel: w.say.plain('items.askTip', { title: w.plainName(line.title) }),
  ask: buttonIf(mayAsk && line.status !== 'not-possible' && line.asked === undefined, {
    verb: 'round.form',
    item: line.id,
  }),
});

const period = (from: Shown | undefined, to: Shown | undefined, w: Writer): Shown | undefined => {
  if (from !== undefined && to !== undefined) return w.say('items.period', { from, to });
  if (from !== undefined) return w.say('items.from', { from });
  return maybe(to, (until) => w.say('items.to', { to: until }));
};

/** What a list was narrowed down to, in one line. */
export const filterText = (
  filter: Partial<ItemsView['filter']> & { readonly item?: { readonly title: string } },
  w: Writer,
): Shown | undefined =>
  dotted([
    maybe(filter.item, ({ title }) => w.name(title)),
    maybe(filter.region, w.region),
    maybe(filter.plan, (year) => w.say('items.planYear', { year: w.name(String(year)) })),
    period(maybe(filter.from, w.day), maybe(filter.to, w.day), w),
    maybe(filter.category, (category) =>
      w.say('items.category', { category: w.cpv(category.padEnd(8, '0')) }),
    ),
  ]);

export const items = (view: ItemsView, w: Writer): Laid => {
  const { lines } = firstLines(view.items, w);
  const last = lines.at(-1);
  // Where the card shows fewer than the view brought, "more" goes on after the last one that it did show.
  const after = lines.length < view.items.length ? last?.id : view.after;
  return lay(
    view,
    w,
    {
      kicker: w.say('items.total', { total: view.total }),
      heading: w.say(`items.${view.heading}`),
      summary: w.say.plain('items.summary', { total: view.total }),
    },
    {
      filter: filterText(view.filter, w),
      lines: lines.map((line) => itemLine(line, w, view.mayAsk)),
      none: view.items.length === 0,
      shown:
        lines.length < view.total
          ? w.say('common.shownOf', { shown: lines.length, total: view.total })
          : undefined,
      more: maybe(after, (id) =>
        button({
          verb: 'plan.show',
          after: id,
          ...(view.filter.region ? { region: view.filter.region.id } : {}),
          ...(view.filter.plan === undefined ? {} : { plan: view.filter.plan }),
          ...(view.filter.from === undefined ? {} : { from: view.filter.from }),
          ...(view.filter.to === undefined ? {} : { to: view.filter.to }),
          ...(view.filter.category === undefined ? {} : { category: view.filter.category }),
        }),
      ),
    },
  );
};

export const whichItem = (view: ChoiceView, w: Writer): Laid =>
  lay(
    view,
    w,
    { heading: w.say('which.heading'), summary: w.say.plain('which.summary') },
    { lines: firstLines(view.items, w).lines.map((line) => itemLine(line, w, false)) },
  );

interface Room {
  readonly figures: boolean;
  readonly assess: boolean;
  readonly conflict: boolean;
}
/**
 * Six buttons at most: what has no room is reached by asking for it, an assessment also from the form that asks the
 * units, a conflict from the form for another owner.
 */
const room = ({ own, may }: ItemView): Room => {
  const timeline = !(may.ask && may.openRound);
  const first = [own, may.ask, may.stage, may.openRound, may.changeOwner, timeline].filter(Boolean).length;
  const figures = may.figures === true && first < 4;
  const second = first + (figures ? 1 : 0);
  const assess = may.assess === true && second < 4;
  return { figures, assess, conflict: may.conflict === true && second + (assess ? 1 : 0) < 4 };
};

export const item = (view: ItemView, w: Writer): Laid => {
  const id = view.item.id;
  const { lines, more } = firstLines(byUrgency(view.units), w);
  return lay(
    view,
    w,
    {
      kicker: w.say('item.kicker', { id: w.name(id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('item.summary', {
        title: w.plainName(view.item.title),
        status: low(w.say.plain(`status.${view.status}`)),
      }),
    },
    {
      status: w.say(`status.${view.status}`),
      description: maybe(view.item.description || undefined, w.text),
      facts: [
        ...fact(
          w,
          'item.escalation',
          maybe(view.escalation, (line) => escalationText(line, w)),
        ),
        ...ownerFacts(view.escalation, w),
        ...awaitedFacts(view.escalation, w),
        ...fact(w, 'item.deadline', maybe(view.deadline, w.moment)),
        ...fact(
          w,
          'item.settlement',
          maybe(view.settlement, ({ outcome, at, declining }) =>
            outcome === 'deviate' && declining.length > 0
              ? w.say('item.settledDeclining', {
                  outcome: w.say(`outcome.${outcome}`),
                  when: w.moment(at),
                  regions: w.regions(declining),
                })
              : w.say('item.settled', { outcome: w.say(`outcome.${outcome}`), when: w.moment(at) }),
          ),
        ),
        ...keyFacts(view.item, w),
        ...moreFacts(view.item, w),
        ...(view.initiation ?? []).map((one) => factLine(one, w)),
        ...fact(w, 'item.owner', maybe(view.owner, w.name)),
      ],
      regions: regionLines(view.regions, w),
      units: lines.map((line) => unitLine(line, w, view.deadline)),
      more,
      own: maybe(view.own, (subject) => button({ verb: 'card.open', subject })),
      openRound: buttonIf(view.may.openRound, {
        verb: 'card.open',
        subject: { card: 'round', item: id },
      }),
      stage: buttonIf(view.may.stage === true, {
        verb: 'card.open',
        subject: { card: 'stage', item: id },
      }),
      ask: buttonIf(view.may.ask, { verb: 'round.form', item: id }),
      figures: buttonIf(room(view).figures, {
        verb: 'card.open',
        subject: { card: 'figures', item: id },
      }),
      conflict: buttonIf(room(view).conflict, { verb: 'conflict.form', item: id }),
      assess: buttonIf(room(view).assess, { verb: 'assess.form', item: id }),
      concern: button({ verb: 'concern.form', item: view.item.id }),
      // A postponed item can be asked about anew and has its answers: six buttons without this one.
      timeline: buttonIf(!(view.may.ask && view.may.openRound), { verb: 'item.timeline', item: id }),
      changeOwner: buttonIf(view.may.changeOwner === true, { verb: 'owner.form', item: id }),
      history: button({ verb: 'item.history', item: id }),
    },
  );
};

export const mine = (view: MineView, w: Writer): Laid => {
  const { lines } = firstLines(view.tasks, w);
  const toRegister = view.toRegister ?? 0;
  const toReport = view.toReport?.count ?? 0;
  const count = view.total + toRegister + toReport;
  return lay(
    view,
    w,
    {
      kicker: w.say('mine.greeting', { name: w.name(view.name) }),
      heading: w.say('mine.heading', { count }),
      summary: w.say.plain('mine.summary', { count }),
    },
    {
      none: count === 0,
      lines: lines.map((task) => {
        const name = w.say(`task.${task.what}`);
        const what =
          task.unitName === undefined
            ? name
            : w.say('mine.ofUnit', { what: name, unit: w.name(task.unitName) });
        return {
          title: w.name(task.title),
          note:
            task.due === undefined
              ? w.say(task.late ? 'mine.lateNoDue' : 'mine.noDue', { what })
              : w.say(task.late ? 'mine.late' : 'mine.due', { what, due: w.moment(task.due) }),
          colour: w.input(task.late ? 'Attention' : 'Default'),
          label: w.plainName(task.title),
          open: button({ verb: 'card.open', subject: task.subject }),
        };
      }),
      register: buttonIf(toRegister > 0, { verb: 'registry.show', skip: 0 }),
      registerLabel: w.say.plain('registry.mine', { count: toRegister }),
      report: maybe(view.toReport, ({ body }) => button({ verb: 'reporting.show', body })),
      reportLabel: w.say.plain('reporting.summary', { count: toReport }),
      more:
        lines.length < view.total
          ? w.say('common.shownOf', { shown: lines.length, total: view.total })
          : undefined,
    },
  );
};

export const unanswered = (view: UnansweredView, w: Writer): Laid => {
  const { lines } = firstLines(view.lines, w);
  // Who sees only their own unit must not read that everybody has answered.
  const heading = view.total === 0 && view.hidden > 0 ? 'unanswered.ownDone' : 'unanswered.heading';
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
      hidden: view.hidden > 0 ? w.say('unanswered.hidden', { count: view.hidden }) : undefined,
      lines: lines.map((line) => ({
        title: w.say('unanswered.unit', { unit: w.name(line.unitName), title: w.name(line.title) }),
        note: w.say(line.silent ? 'unanswered.silent' : 'unanswered.waiting', {
          region: w.region(line.region),
          deadline: w.moment(line.deadline),
        }),
        extra:
          line.respondents.length > 0
            ? w.say('unanswered.asked', { names: w.names(line.respondents) })
            : undefined,
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
