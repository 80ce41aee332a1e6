import { instantOf, millisecondsOf } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { Clock, MovableClock } from './clock.ts';
import type { DocumentStore } from './ports/documents.ts';

const ID = 'demo-clock';
interface ClockBody {
  readonly at: Instant;
}

/** How fast the demo's time runs: business milliseconds for each of the machine's, and how it was written. */
export interface Speed {
  readonly text: string;
  readonly factor: number;
}

const write = async (store: DocumentStore, at: Instant): Promise<void> => {
  for (;;) {
    const known = await store.get<ClockBody>('setting', ID);
    const document = { kind: 'setting', id: ID, index: {}, body: { at } satisfies ClockBody } as const;
    if ((await store.put(document, known?.etag ?? null)).ok) return;
  }
};

/** A store that a demo ran on has a time of its own, which stands still while no demo runs; any other has the machine's. */
export const storedClock = async (store: DocumentStore, machine: Clock): Promise<Clock> => {
  const known = await store.get<ClockBody>('setting', ID);
  return known ? { now: () => known.body.at } : machine;
};

/** The demo's running clock: goes on from where it was left, and is kept by `keep`, at every jump and at the end. */
export const runningClock = async (
  store: DocumentStore,
  machine: Clock,
  speed: Speed | null,
): Promise<MovableClock & { keep(): Promise<void> }> => {
  const known = await store.get<ClockBody>('setting', ID);
  let base = { business: known?.body.at ?? machine.now(), machine: machine.now() };
  const now = (): Instant =>
    instantOf(
      millisecondsOf(base.business) +
        Math.max(0, millisecondsOf(machine.now()) - millisecondsOf(base.machine)) * (speed?.factor ?? 1),
    );
  const clock = {
    now,
    speed: speed?.text ?? null,
    keep: () => write(store, now()),
    moveTo: async (instant: Instant): Promise<void> => {
      if (instant > now()) base = { business: instant, machine: machine.now() };
      await write(store, now());
    },
  };
  await clock.keep();
  return clock;
};
