import { type Governance, THRESHOLDS } from '../governance.ts';
import { type Checking, type Finding, finding, type Span } from './finding.ts';
import { acrossSpans, ahead, boundSpans } from './spans.ts';

/** Thresholds that no row gives for everything, and the days: what is not there is claimed nowhere. */
const missing = (all: Governance, { today }: Checking): Finding[] => {
  const found = boundSpans(all, today).flatMap(({ span, rows }): (Finding & { readonly span: Span })[] =>
    THRESHOLDS.filter(
      (threshold) =>
        !(rows.thresholds ?? []).some((row) => row.threshold === threshold && row.cpv === undefined),
    ).map((threshold) => ({ ...finding('threshold-missing', [], { threshold }), span })),
  );
  return acrossSpans(found, ({ threshold }) => String(threshold));
};

/** Figures that the law may have changed since they were entered. */
const toVerify = (all: Governance, { today }: Checking): Finding[] =>
  (all.thresholds ?? [])
    .filter((row) => row.status === 'decided' && ahead(row, today) !== null)
    .flatMap(({ id, threshold, verifyFrom }) =>
      verifyFrom !== undefined && verifyFrom <= today
        ? [finding('threshold-to-verify', [id], { threshold, date: verifyFrom })]
        : [],
    );

export const thresholds = (all: Governance, checking: Checking): Finding[] => [
  ...missing(all, checking),
  ...toVerify(all, checking),
];
