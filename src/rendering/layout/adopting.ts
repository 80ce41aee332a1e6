import { dateOf } from '#domain/shared/calendar.ts';
import type { Plain } from '../text/safe.ts';
import type { AdoptingView, RuleRow } from '../views/adopting.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { lay } from './frame.ts';
import type { Writer } from './writer.ts';

const about = ({ about: names, level, step, threshold }: RuleRow, w: Writer): Plain | undefined => {
  if (names) return w.plainName(names[w.language]);
  if (level) return w.say.plain(`level.${level}`);
  if (step) return w.say.plain(`duration.${step}`);
  return threshold && w.say.plain(`threshold.${threshold}`);
};

/** "Delegation: Regionstyrelsen får samordna och skjuta upp", never by its id. */
const ruleText = (row: RuleRow, w: Writer): Plain => {
  const list = w.say.plain(`rowList.${row.list}`);
  const named = about(row, w);
  if (named === undefined) return list;
  const kinds = row.kinds?.map((kind) => w.say.plain(`kind.${kind}`));
  const what = kinds ? w.say.plain('adopting.rowMay', { what: named, kinds: w.plainList(kinds) }) : named;
  return w.say.plain('adopting.rowOf', { list, what });
};

/** The same words twice would be no choice: then each carries its id as well. */
const ruleTexts = (rows: readonly RuleRow[], w: Writer): readonly Plain[] => {
  const said = rows.map((row) =>
    w.say.plain('adopting.row', {
      what: ruleText(row, w),
      from: w.day(row.from),
      status: w.say.plain(`rowStatus.${row.status}`),
    }),
  );
  return said.map((text, place) =>
    said.indexOf(text) === said.lastIndexOf(text)
      ? text
      : w.say.plain('adopting.rowNamed', { what: text, id: w.plainName(rows[place]?.id ?? '') }),
  );
};

/** The administrator's: which rows a decision is about, which decision it is, and what the rules are called from then on. */
export const adopting = (view: AdoptingView, w: Writer): Laid => {
  const some = view.rows.length > 0;
  const count = view.rows.length;
  return lay(
    view,
    w,
    {
      kicker: w.say('adopting.kicker'),
      heading: w.say('adopting.heading', { count }),
      summary: w.say.plain('adopting.summary', { count }),
    },
    {
      none: !some,
      some,
      now: w.say('adopting.now', { version: w.name(view.version) }),
      rows: ruleTexts(view.rows, w).map((title, place) => ({
        title,
        value: w.input(view.rows[place]?.id ?? ''),
      })),
      decided: w.input(dateOf(view.asOf)),
      version: w.input(view.suggested),
      send: buttonIf(some, { verb: 'rules.adopt', rows: [], reference: '', version: view.suggested }),
      mine: button({ verb: 'say', text: w.say.plain('say.mine') }),
    },
  );
};
