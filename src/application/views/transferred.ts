import type { AskedCase } from '#domain/coordination/state.ts';
import type { TransferredView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { isRegistrar } from '../roles.ts';
import { bodyName, escalationLine, ofItem, regionName } from './parts.ts';
import { readsWhole } from './visibility.ts';

/** Who goes on with the case after its body has ceased: to its owner and the registrars; null for others. */
export const transferred = (reading: Reading, state: AskedCase): TransferredView | null => {
  const { viewer } = reading;
  const transfer = state.transfers?.at(-1);
  if (!transfer || !readsWhole(viewer, state)) return null;
  const { from, to, archive, reading: words, registry } = transfer;
  const former = registry[viewer.region]?.number;
  const number = state.registry?.[viewer.region]?.number;
  const concerned = to.some(({ region }) => region === viewer.region);
  return {
    card: 'transferred',
    ...ofItem(reading, state),
    status: state.status,
    from: bodyName(reading, from),
    to: to.map(({ region, body }) => ({
      region: regionName(reading, region),
      body: bodyName(reading, body),
    })),
    archive: bodyName(reading, archive),
    ...(words === undefined ? {} : { reading: words }),
    ...escalationLine(reading, state),
    ...(former === undefined ? {} : { former }),
    ...(number === undefined ? {} : { number }),
    toRegister: isRegistrar(viewer) && concerned && number === undefined,
  };
};
