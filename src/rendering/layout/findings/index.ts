import { never } from '#domain/shared/result.ts';
import type { FindingsFace, FindingsView } from '../../views/findings.ts';
import { button, type Laid } from '../data.ts';
import { effortText, layOutSheet, type Sheet } from '../figures/parts.ts';
import { dotted, firstLines } from '../frame.ts';
import type { Writer } from '../writer.ts';
import { behind, definitions, indicators } from './indicators.ts';
import { lessons } from './lessons.ts';

type Face<K extends FindingsFace['kind']> = Extract<FindingsFace, { kind: K }>;

const costWhich = (face: Face<'cost-which'>, w: Writer): Sheet => {
  const { category, seconds, external, said } = face;
  const { lines, more } = firstLines(face.items, w);
  return {
    heading: w.say('cost.choose', { effort: effortText(face, w) }),
    summary: w.say.plain('cost.chooseSummary'),
    lines: lines.map(({ id, title, region }) => ({
      title: w.name(title),
      note: dotted([w.name(id), w.region(region)]),
      label: w.say.plain('cost.chooseTip', { title: w.plainName(title) }),
      open: button({
        verb: 'cost.show',
        item: id,
        ...(category ? { category } : {}),
        seconds,
        external,
        said,
      }),
    })),
    more,
  };
};

const sheetOf = ({ face, asOf }: FindingsView, w: Writer): Sheet => {
  switch (face.kind) {
    case 'cost-which':
      return costWhich(face, w);
    case 'indicators':
      return indicators(face, asOf, w);
    case 'definitions':
      return definitions(face, w);
    case 'behind':
      return behind(face, w);
    case 'lessons':
      return lessons(face, w);
    default:
      return never(face);
  }
};

/** What was found over several items. */
export const findings = (view: FindingsView, w: Writer): Laid => layOutSheet(view, w, sheetOf(view, w));
