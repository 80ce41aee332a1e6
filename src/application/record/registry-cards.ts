import { type RefusalCode, refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { DocumentType } from '#domain/record/rules.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import type { Banner, RegistryView, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import type { Presenter } from '../presenter.ts';
import type { Reading } from '../reading.ts';
import { isRegistrar } from '../roles.ts';
import { refusedView } from '../views/message.ts';
import { regionName } from '../views/parts.ts';
import { hasConflict } from '../views/visibility.ts';
import { type QueueLine, type ReadQueue, readQueue, WITH_DOCUMENTS } from './queue.ts';

type Saved = Extract<CardAction, { verb: 'registry.save' }>['cases'];

/** As many fields as fit on a card. */
const SHOWN = 8;

interface Refused {
  readonly problem: RefusalCode;
  readonly typed: string;
}

const counted = ({ documents }: QueueLine): RegistryView['lines'][number]['documents'] => {
  const counts = new Map<DocumentType, number>();
  for (const { document } of documents) counts.set(document, (counts.get(document) ?? 0) + 1);
  return [...counts].map(([document, count]) => ({ document, count }));
};

/** The queue of the viewer's own authority; what was refused comes first, with what was typed beside the reason. */
export const registryView = (
  reading: Reading,
  { lines: queue, withheld }: ReadQueue,
  wanted = 0,
  refused: ReadonlyMap<ItemId, Refused> = new Map(),
): RegistryView => {
  const skip = wanted < queue.length ? wanted : 0;
  const isRefused = ({ item }: QueueLine): boolean => refused.has(item);
  const ordered = [...queue.filter(isRefused), ...queue.filter((line) => !isRefused(line))];
  return {
    card: 'registry',
    asOf: reading.now,
    region: regionName(reading, reading.viewer.region),
    total: queue.length,
    ...(withheld.length > 0 ? { withheld: withheld.length } : {}),
    skip,
    lines: ordered.slice(skip, skip + SHOWN).map((line) => ({
      item: line.item,
      title: line.title,
      ...(line.number === null ? {} : { number: line.number }),
      through: line.through,
      documents: counted(line),
      workingDays: line.workingDays,
      ...refused.get(line.item),
    })),
  };
};

/** What the viewer's authority has not registered; nothing for whoever is no registrar. */
export const ownQueue = async (cases: Cases, { viewer, now }: Reading): Promise<ReadQueue> => {
  if (!isRegistrar(viewer)) return { lines: [], withheld: [] };
  const found = await cases.list({ state: WITH_DOCUMENTS });
  return readQueue(found, viewer.region, now, (state) => hasConflict(viewer, state));
};

export interface RegistryCards {
  show(viewer: Person, skip: number): Promise<View>;
  /** Every number that was filled in; a refused one stays on the card with its reason. */
  save(viewer: Person, given: Saved): Promise<View>;
}

export const createRegistryCards = (cases: Cases, presenter: Presenter): RegistryCards => {
  const shown = async (
    viewer: Person,
    skip: number,
    banner?: Banner,
    refused?: ReadonlyMap<ItemId, Refused>,
  ): Promise<View> => {
    const reading = await presenter.reading(viewer);
    if (!isRegistrar(viewer)) return refusedView(reading.now, refuse('not-allowed', { role: 'registrar' }));
    const view = registryView(reading, await ownQueue(cases, reading), skip, refused);
    return banner ? { ...view, banner } : view;
  };
  return {
    show: (viewer, skip) => shown(viewer, skip),
    save: async (viewer, given) => {
      const refused = new Map<ItemId, Refused>();
      const filled = given.filter(({ number }) => number !== '');
      for (const { item, through, number } of filled) {
        const command = { do: 'register', region: viewer.region, number, through } as const;
        const outcome = await cases.execute(item, command, actorOf(viewer));
        if (!outcome.ok) refused.set(item, { problem: outcome.error.code, typed: number });
      }
      const [first] = refused.values();
      if (first) return shown(viewer, 0, { kind: 'refused', refusal: refuse(first.problem) }, refused);
      return shown(viewer, 0, filled.length > 0 ? { kind: 'done', what: 'registered' } : undefined);
    },
  };
};
