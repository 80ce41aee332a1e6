import type { Shown } from '../text/safe.ts';
import type { MeetingView, MemoView, ReportingView } from '../views.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { lay, maybe } from './frame.ts';
import { low } from './label.ts';
import { quote } from './parts.ts';
import { stakeTexts } from './weighing.ts';
import type { Writer } from './writer.ts';

type Named = ReportingView['bodyName'];
const named = (name: Named, w: Writer): Shown => w.name(name[w.language]);
const regions = (all: readonly Named[], w: Writer): Shown => w.list(all.map((name) => named(name, w)));

const stance = ({ region, stance: taken }: MeetingView['lines'][number]['regions'][number], w: Writer) =>
  w.say('council.regionPosition', {
    region: named(region, w),
    stance: taken === null ? w.say('common.noStance') : w.say(`stance.${taken}`),
  });

const went = (line: MeetingView['lines'][number], w: Writer): Shown => {
  if (line.decided) return w.say('meeting.decided');
  return line.concluded ? w.say(`meeting.concluded.${line.concluded}`) : w.say('meeting.waiting');
};

const meetingLine = (view: MeetingView, line: MeetingView['lines'][number], w: Writer): CardData => {
  const { item, title } = line;
  if (line.withheld) return { title: w.name(title), note: w.say('meeting.withheld') };
  const said = [
    ...(line.regions.length > 0 ? [w.list(line.regions.map((region) => stance(region, w)))] : []),
    ...(line.conflicted.length > 0 ? [w.say('meeting.conflicted', { names: w.names(line.conflicted) })] : []),
    ...(line.dissents > 0 ? [w.say('meeting.dissents', { count: line.dissents })] : []),
  ].join('. ') as Shown;
  return {
    title: w.name(title),
    proposal: w.say('meeting.proposal', { outcome: low(w.say(`outcome.${line.outcome}`)) }),
    note:
      view.kind === 'minutes'
        ? went(line, w)
        : line.objectors.length > 0
          ? w.say('meeting.objectors', { units: w.names(line.objectors) })
          : undefined,
    extra: said === '' ? undefined : said,
    label: w.say.plain('meeting.open'),
    open:
      line.opens === 'council'
        ? button({ verb: 'card.open', subject: { card: 'council', item } })
        : button({ verb: 'item.show', item }),
  };
};

/** One agenda a meeting, and what came of it: each case in a few words, with a way to its own card. */
export const meeting = (view: MeetingView, w: Writer): Laid => {
  const agenda = view.kind === 'agenda';
  const date = maybe(view.date, w.day);
  return lay(
    view,
    w,
    {
      heading: w.say(`meeting.${view.kind}`),
      summary: agenda
        ? w.say.plain('meeting.summaryAgenda', { count: view.total })
        : w.say.plain('meeting.summaryMinutes'),
    },
    {
      intro: date
        ? view.documentsBy && agenda
          ? w.say('meeting.introDocuments', { date, documents: w.day(view.documentsBy) })
          : w.say('meeting.intro', { date })
        : w.say('meeting.noDate'),
      none: view.total === 0,
      lines: view.lines.map((line) => meetingLine(view, line, w)),
      shown:
        view.lines.length < view.total
          ? w.say('common.shownOf', { shown: view.lines.length, total: view.total })
          : undefined,
      document: w.say('meeting.document'),
      other: w.say.plain(agenda ? 'meeting.toMinutes' : 'meeting.toAgenda'),
      switch: button({ verb: 'meeting.show', kind: agenda ? 'minutes' : 'agenda' }),
    },
  );
};

const what = (line: ReportingView['lines'][number], w: Writer): Shown => {
  if ('kind' in line.what) return w.say(`decisionKind.${line.what.kind}`);
  const outcome = w.say(`outcome.${line.what.outcome}`);
  return line.what.until ? w.say('reporting.until', { what: outcome, day: w.day(line.what.until) }) : outcome;
};

/** The secretary's: what is to be reported, and one press when a meeting has had it. */
export const reporting = (view: ReportingView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('reporting.kicker', { body: named(view.bodyName, w) }),
      heading: w.say('reporting.heading', { count: view.total }),
      summary: w.say.plain('reporting.summary', { count: view.total }),
    },
    {
      none: view.total === 0,
      intro: view.total > 0 ? w.say('reporting.intro') : undefined,
      lines: view.lines.map((line) => ({
        title: w.say('reporting.line', { title: w.name(line.title), what: what(line, w) }),
        note: w.say('reporting.note', {
          by: w.names(line.by),
          when: w.moment(line.at),
          regions: regions(line.regions, w),
        }),
        extra: line.urgent ? w.say('reporting.urgent') : undefined,
      })),
      shown:
        view.lines.length < view.total
          ? w.say('common.shownOf', { shown: view.lines.length, total: view.total })
          : undefined,
      today: w.input(view.today),
      save: buttonIf(view.entries.length > 0, {
        verb: 'reporting.save',
        body: view.body,
        date: view.today,
        paragraph: '',
        cases: view.entries,
      }),
      reported: view.reported > 0 ? w.say('reporting.reported', { count: view.reported }) : undefined,
      others: view.others.map(({ body, name }) => ({
        label: w.say.plain('reporting.other', { body: w.plainName(name[w.language]) }),
        open: button({ verb: 'reporting.show', body }),
      })),
    },
  );

export const memo = (view: MemoView, w: Writer): Laid => {
  const decides = {
    body: named(view.bodyName, w),
    outcome: low(w.say(`outcome.${view.outcome}`)),
    regions: regions(view.actsFor, w),
  };
  return lay(
    view,
    w,
    {
      kicker: w.say('memo.kicker', { body: named(view.bodyName, w), id: w.name(view.id) }),
      heading: w.name(view.title),
      summary: w.say.plain('memo.summary', { title: w.plainName(view.title) }),
    },
    {
      proposal: view.until
        ? w.say('memo.decidesUntil', { ...decides, until: w.day(view.until) })
        : w.say('memo.decides', decides),
      quote: quote(view.text, w),
      prepared: maybe(view.preparedBy, (name) => w.say('memo.prepared', { body: named(name, w) })),
      answers: view.answers.map(({ region, units, taking }) => ({
        text: w.say('memo.answers', { region: named(region, w), units, taking }),
      })),
      objections: view.objections.map(({ unit, region, reason, text }) => ({
        title: w.say('case.objector', {
          unit: w.name(unit),
          region: named(region, w),
          reason: low(w.say(`reason.${reason}`)),
        }),
        note: quote(text, w),
      })),
      stances: view.council.map((one) => ({ text: stance(one, w) })),
      stakes: stakeTexts<Shown>(view.stakes, { say: w.say, money: w.money, day: w.day }).map((text) => ({
        text,
      })),
      provisions: view.provisions.map((one) => ({ text: w.say(`provision.${one}`) })),
      back: button({ verb: 'card.open', subject: view.back }),
    },
  );
};
