import type { Time } from '#delivery/pacing.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';

export interface VirtualTime extends Time {
  readonly now: () => Instant;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Lets time pass, one appointment after the other, until the work is done. Rejects when nothing is left to wait for. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly then: () => void;
}

/** Everything that can happen without time passing has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Hours in no time: whoever waits is called when everybody else waits too, in the order of their appointments. */
export const createVirtualTime = (start: number): VirtualTime => {
  let now = start;
  let order = 0;
  /** A heap by time, then by order. */
  const heap: Appointment[] = [];
  const cancelled = new Set<number>();
  const before = (a: Appointment, b: Appointment): boolean =>
    a.at < b.at || (a.at === b.at && a.order < b.order);

  const push = (one: Appointment): void => {
    heap.push(one);
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(heap[i] as Appointment, heap[parent] as Appointment)) break;
      [heap[i], heap[parent]] = [heap[parent] as Appointment, heap[i] as Appointment];
      i = parent;
    }
  };
  const pop = (): Appointment | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < heap.length && before(heap[left] as Appointment, heap[least] as Appointment)) least = left;
      if (right < heap.length && before(heap[right] as Appointment, heap[least] as Appointment))
        least = right;
      if (least === i) return first;
      [heap[i], heap[least]] = [heap[least] as Appointment, heap[i] as Appointment];
      i = least;
    }
  };
  const after: Time['after'] = (milliseconds, then) => {
    order += 1;
    const mine = order;
    push({ at: now + Math.max(0, milliseconds), order: mine, then });
    return () => cancelled.add(mine);
  };

  return {
    ticks: () => now,
    now: () => instantOf(Math.floor(now)),
    after,
    sleep: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    run: async (work) => {
      let done = false;
      work.then(
        () => {
          done = true;
        },
        () => {
          done = true;
        },
      );
      for (;;) {
        await settled();
        if (done) return work;
        const next = pop();
        if (!next) throw new Error('Everybody waits, and nothing will ever happen');
        if (cancelled.delete(next.order)) continue;
        now = Math.max(now, next.at);
        next.then();
      }
    },
  };
};
