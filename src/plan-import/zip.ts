import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

const endOfDirectory = (view: DataView): number => {
  let at = view.byteLength - 22;
  while (at >= 0 && view.getUint32(at, true) !== END_OF_DIRECTORY) at -= 1;
  return at;
};

/**
 * Bytes that a zip file unpacks to, all entries together, or `Infinity` as soon as that is above `limit`; null when the
 * file is damaged. It is unpacked to know, since the sizes that a zip file states are its sender's to choose.
 */
export const unpackedSize = (bytes: Uint8Array, limit: number): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  try {
    const end = endOfDirectory(view);
    let at = view.getUint32(end + 16, true);
    for (let entries = view.getUint16(end + 10, true); entries > 0; entries -= 1) {
      if (view.getUint32(at, true) !== ENTRY) return null;
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
      size +=
        view.getUint16(at + 10, true) === DEFLATED
          ? inflateRawSync(packed, { maxOutputLength: limit - size + 1 }).byteLength
          : packed.byteLength;
      if (size > limit) return Number.POSITIVE_INFINITY;
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return size;
  } catch (error) {
    const { code } = error as { code?: unknown };
    return code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : null;
  }
};
