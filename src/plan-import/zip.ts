import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const LOCAL_HEADER_LENGTH = 30;

/** One file in a zip file: its name as it stands beside the content, where that name begins, and the packed content. */
export interface ZipEntry {
  readonly name: string;
  readonly nameAt: number;
  readonly deflated: boolean;
  readonly packed: Uint8Array;
}

const endOfDirectory = (view: DataView): number => {
  let at = view.byteLength - 22;
  while (at >= 0 && view.getUint32(at, true) !== END_OF_DIRECTORY) at -= 1;
  return at;
};

/** The entries of a zip file's directory; null when it is damaged. */
export const zipEntries = (bytes: Uint8Array): ZipEntry[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  try {
    const end = endOfDirectory(view);
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== ENTRY) return null;
      const local = view.getUint32(at + 42, true);
      const nameAt = local + LOCAL_HEADER_LENGTH;
      const start = nameAt + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      entries.push({
        name: String.fromCharCode(...bytes.subarray(nameAt, nameAt + view.getUint16(local + 26, true))),
        nameAt,
        deflated: view.getUint16(local + 8, true) === DEFLATED,
        packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
      });
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch {
    // An offset that points outside of the file.
    return null;
  }
};

/**
 * Bytes that all entries unpack to, or `Infinity` as soon as that is above `limit`; null when one is damaged. They are
 * unpacked to know, since the sizes that a zip file states are its sender's to choose.
 */
export const unpackedSize = (entries: readonly ZipEntry[], limit: number): number | null => {
  let size = 0;
  for (const { deflated, packed } of entries) {
    try {
      size += deflated
        ? inflateRawSync(packed, { maxOutputLength: limit - size + 1 }).byteLength
        : packed.byteLength;
    } catch (error) {
      const { code } = error as { code?: unknown };
      return code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : null;
    }
    if (size > limit) return Number.POSITIVE_INFINITY;
  }
  return size;
};
