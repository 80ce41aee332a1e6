import type { Shown } from '../text/safe.ts';
import type { DigestLine, DigestView } from '../views.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { dotted, lay, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

const status = (line: DigestLine, w: Writer): Shown => {
  if (line.outcome !== undefined) return w.say(`outcome.${line.outcome}`);
  if (line.answer !== undefined) return w.say(`answer.${line.answer.kind}`);
  if (line.changed) return w.say('digest.changed');
  const value = line.asked?.commitment.value;
  return value === undefined
    ? w.say('digest.noValue')
    : w.say('digest.suggested', { value: w.kronor(value) });
};

const result = ({ result: what }: DigestLine, w: Writer): Shown | undefined => {
  switch (what?.kind) {
    case undefined:
      return undefined;
    case 'done':
      return w.say('digest.registered');
    case 'already':
      return w.say('banner.already', { name: w.name(what.by), when: w.moment(what.at) });
    case 'refused':
      return w.say(`refusal.${what.refusal.code}`);
  }
};

const row = (line: DigestLine, w: Writer): CardData => ({
  title: w.name(line.title),
  status: status(line, w),
  colour: w.input(line.answer || line.outcome ? 'Good' : line.late || line.changed ? 'Attention' : 'Default'),
  note: dotted([
    maybe(line.unitName, w.name),
    w.region(line.region),
    line.answer || line.outcome
      ? undefined
      : maybe(line.deadline, (deadline) => w.say('digest.due', { due: w.moment(deadline) })),
  ]),
  result: result(line, w),
  label: w.say.plain('digest.own', { title: w.plainName(line.title) }),
  open: maybe(line.unit, (unit) =>
    button({ verb: 'card.open', subject: { card: 'request', item: line.item, unit } }),
  ),
});

/** Several requests to one manager: yes to those on the page with one tap, and a tap on the row for any other answer. */
export const digest = (view: DigestView, w: Writer): Laid => {
  const asked = view.lines.flatMap(({ item, unit, asked: what }) =>
    what && unit ? [{ item, unit, ...what }] : [],
  );
  const paged = view.total > view.lines.length;
  const last = view.skip + view.lines.length;
  return lay(
    view,
    w,
    {
      kicker: w.say('digest.kicker'),
      heading: w.say('digest.heading', { count: view.open }),
      summary: w.say.plain('digest.summary', { count: view.open }),
    },
    {
      intro: view.open > 0 ? w.say('digest.intro') : undefined,
      lines: view.lines.map((line) => row(line, w)),
      shown: paged ? w.say('digest.page', { from: view.skip + 1, to: last, total: view.total }) : undefined,
      yesLabel: w.say.plain(paged ? 'digest.yesPage' : 'digest.yesAll', { count: asked.length }),
      yes: buttonIf(asked.length > 0, {
        verb: 'digest.yes',
        delivery: view.delivery,
        skip: view.skip,
        lines: asked,
      }),
      next: buttonIf(last < view.total, { verb: 'digest.show', delivery: view.delivery, skip: last }),
      previous: buttonIf(view.skip > 0, {
        verb: 'digest.show',
        delivery: view.delivery,
        skip: Math.max(0, view.skip - view.lines.length),
      }),
    },
  );
};
