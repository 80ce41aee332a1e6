const PAIR_MS = 10_000;
const MOST = 10_000;

/**
 * Teams tells of one installation twice, by `installationUpdate` and by `conversationUpdate`, in any order, and on some
 * ways only once. The first of a pair is welcomed; the other kind within seconds is the same arrival. Forgetting
 * (a restart between the two) costs a second welcome, nothing else.
 */
export const createArrivals = (now: () => number = Date.now) => {
  const open = new Map<string, { readonly kind: string; readonly until: number }>();
  /** True when this is an arrival of its own. */
  return (conversationId: string, kind: 'installation' | 'members'): boolean => {
    const other = open.get(conversationId);
    if (other && other.kind !== kind && other.until > now()) {
      open.delete(conversationId);
      return false;
    }
    if (open.size >= MOST) open.clear();
    open.set(conversationId, { kind, until: now() + PAIR_MS });
    return true;
  };
};
