import related from './data/related-cpv.json' with { type: 'json' };

const significant = (cpv: string): string => {
  const digits = cpv.replace(/0+$/, '');
  return digits.length < 2 ? cpv.slice(0, 2) : digits;
};

/** The digits that two codes have in common, at least a division; empty where not even that. */
export const commonCpv = (a: string, b: string): string => {
  let length = 0;
  while (length < 8 && a[length] === b[length]) length += 1;
  const common = a.slice(0, length).replace(/0+$/, '');
  return length < 2 ? '' : common.length < 2 ? a.slice(0, 2) : common;
};

/** Nearness by digits in common; a division says little, a class nearly all. */
const BY_DIGITS = [0, 0, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 1] as const;
const UNKNOWN = 0.35;
const ANCESTOR = 0.75;
const NEIGHBOURS = 0.35;

const areRelated = (a: string, b: string): boolean =>
  related.some(
    ([one = '', other = '']) =>
      (a.startsWith(one) && b.startsWith(other)) || (b.startsWith(one) && a.startsWith(other)),
  );

/** 0–1. A code that is the other's ancestor does not contradict it; related branches of the tree are near by data. */
export const cpvNearness = (a: string | undefined, b: string | undefined): number => {
  if (!a || !b) return UNKNOWN;
  const [one, other] = [significant(a), significant(b)];
  if (one === other) return one.length > 3 ? 1 : one.length > 2 ? 0.75 : 0.5;
  const digits = commonCpv(a, b);
  if (digits === one || digits === other) {
    const near = BY_DIGITS[digits.length] ?? 0;
    return digits.length > 2 ? Math.max(ANCESTOR, near) : 0.5;
  }
  const near = BY_DIGITS[digits.length] ?? 0;
  return Math.max(near, areRelated(a, b) ? NEIGHBOURS : 0);
};

export const PURCHASES = ['goods', 'works', 'services'] as const;
/** The sort of purchase that a code stands for: CPV divisions up to 44 and 48 are goods, 45 works, others services. */
export const purchaseOf = (cpv: string | undefined): (typeof PURCHASES)[number] | null => {
  if (!cpv) return null;
  const division = Number(cpv.slice(0, 2));
  if (division === 45) return 'works';
  return division < 45 || division === 48 ? 'goods' : 'services';
};
