import { INDICATOR_IDS } from '../../indicators/ids.ts';
import type { BodyId } from '../../shared/ids.ts';
import { type Governance, type MandateRow, regionsOf } from '../governance.ts';
import { seatRows } from '../mandates.ts';
import { type Checking, type Finding, finding, type Span } from './finding.ts';
import { acrossSpans, ahead, boundSpans } from './spans.ts';

const isPrinciple = ({ principle }: MandateRow): boolean => principle === true;
const hasAmounts = ({ from, below, basis }: MandateRow): boolean =>
  from !== undefined || below !== undefined || basis === 'own';
const whose = ({ holder }: MandateRow): string => JSON.stringify(holder);

/** Two rows for matters of principle whatever the amount, for different holders: the upper one decides alone. */
const principles = (all: Governance, { today }: Checking): Finding[] => {
  const found = boundSpans(all, today).flatMap(({ span, rows }): (Finding & { readonly span: Span })[] => {
    const regions = regionsOf(rows);
    const own = seatRows(rows).filter(isPrinciple);
    return own.flatMap((winner, i) =>
      own.slice(i + 1).flatMap((loser) => {
        const kinds = winner.kinds.filter((kind) => loser.kinds.includes(kind));
        const both = regions.filter(
          (region) => winner.actsFor.includes(region) && loser.actsFor.includes(region),
        );
        return kinds.length === 0 || both.length === 0 || whose(winner) === whose(loser)
          ? []
          : [{ ...finding('principle-twice', [winner.id, loser.id], { kinds, regions: both }), span }];
      }),
    );
  });
  return acrossSpans(found, ({ rows, kinds, regions }) => JSON.stringify([rows, kinds, regions]));
};

/** Rows that do something else than they say: a limit that nobody looks at, an urgency that nobody can decide. */
const mandates = (all: Governance, { today }: Checking): Finding[] =>
  all.mandates
    .filter((row) => ahead(row, today) !== null)
    .flatMap((row): Finding[] => [
      ...(isPrinciple(row) && hasAmounts(row) ? [finding('principle-amounts', [row.id])] : []),
      ...(row.urgent === true && row.holder.kind !== 'delegate'
        ? [finding('urgent-without-person', [row.id], { body: row.holder.body })]
        : []),
    ]);

/** A body that ceases twice transfers each of its cases twice; an archive has to go to a body that is there. */
const successions = (all: Governance, { today }: Checking): Finding[] => {
  const rows = (all.successions ?? []).filter((row) => ahead(row, today) !== null);
  const decided = rows.filter(({ status }) => status === 'decided');
  const twice = [...Map.groupBy(decided, ({ body }) => body).entries()].flatMap(([body, same]) =>
    same.length > 1
      ? [
          finding(
            'succession-twice',
            same.map(({ id }) => id),
            { body },
          ),
        ]
      : [],
  );
  const archives = rows.flatMap(({ id, body, archive, validFrom }): Finding[] => {
    const keepers = all.bodies.filter((row) => row.body === archive);
    const gone =
      archive === body ||
      (keepers.length > 0 && !keepers.some(({ validTo }) => validTo === undefined || validTo >= validFrom)) ||
      decided.some((other) => other.body === archive && other.validFrom <= validFrom);
    return gone ? [finding('archive-ceases', [id], { body: archive, date: validFrom })] : [];
  });
  return [...twice, ...archives];
};

/** Bodies that prepare each other, so that neither can decide first; told once for each that stands in the ring. */
const rings = (all: Governance, { today }: Checking): Finding[] => {
  const found = boundSpans(all, today).flatMap(({ span, rows }) => {
    const before = (body: BodyId) => rows.bodies.find((row) => row.body === body)?.preparedBy;
    return rows.bodies.flatMap(({ id, body, preparedBy }) => {
      const seen = new Set<BodyId>();
      let next = preparedBy;
      while (next !== undefined && next !== body && !seen.has(next)) {
        seen.add(next);
        next = before(next);
      }
      return next === body && preparedBy !== body
        ? [{ ...finding('prepared-in-a-ring', [id], { body }), span }]
        : [];
    });
  });
  return acrossSpans(found, ({ rows }) => JSON.stringify(rows));
};

/** A delegate with a conflict of interest hands the case to the body, whose secretary then registers what it decides. */
const secretaries = (all: Governance, { today }: Checking): Finding[] =>
  all.bodies
    .filter((row) => row.secretary === undefined && ahead(row, today) !== null)
    .filter(({ body }) => {
      const own = all.mandates.filter(({ holder }) => holder.body === body);
      return (
        own.some((row) => row.holder.kind === 'delegate' && ahead(row, today) !== null) &&
        own.every(({ holder }) => holder.kind !== 'body')
      );
    })
    .map(({ id, body }) => finding('no-secretary-for-conflict', [id], { body }));

const INDICATORS: ReadonlySet<string> = new Set(INDICATOR_IDS);
const targets = (all: Governance): Finding[] =>
  (all.targets ?? []).flatMap(({ id, indicator, from, to }): Finding[] => [
    ...(to < from ? [finding('target-reversed', [id], { span: { from, to } })] : []),
    ...(INDICATORS.has(indicator) ? [] : [finding('target-unknown', [id])]),
  ]);

/** Which of two rates, or of two last days of a period, is meant is not guessed: nothing is counted by either. */
const ambiguous = (all: Governance, { today }: Checking): Finding[] => {
  const found = boundSpans(all, today).flatMap(({ span, rows: { rates = [], cutOffs = [] } }) => {
    const twice = (code: 'rates-twice' | 'cut-offs-twice', ids: readonly string[]) =>
      ids.length > 1 ? [{ ...finding(code, ids), span }] : [];
    return [
      ...twice(
        'rates-twice',
        rates.map(({ id }) => id),
      ),
      ...twice(
        'cut-offs-twice',
        cutOffs.map(({ id }) => id),
      ),
    ];
  });
  return acrossSpans(found, ({ code, rows }) => JSON.stringify([code, rows]));
};

/** What can be read, and can hardly be meant. */
export const senseless = (all: Governance, checking: Checking): Finding[] => [
  ...principles(all, checking),
  ...mandates(all, checking),
  ...successions(all, checking),
  ...rings(all, checking),
  ...secretaries(all, checking),
  ...targets(all),
  ...ambiguous(all, checking),
];
