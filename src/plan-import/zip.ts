import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Of a large workbook the harder levels save a tenth of the bytes for three times the time. */
const FAST = 1;
const LOCAL_HEADER_LENGTH = 30;

/** One file in a zip file: its name as it stands beside the content, and the packed content. */
export interface ZipEntry {
  readonly name: string;
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

/** One file of a zip file, unpacked. */
export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * What the entries hold, or `too-large` as soon as they unpack to more than `limit` bytes together; null when one is
 * damaged. Sizes that a zip file states are its sender's to choose and are not read.
 */
export const unpack = (entries: readonly ZipEntry[], limit: number): ZipPart[] | 'too-large' | null => {
  const parts: ZipPart[] = [];
  let left = limit;
  for (const { name, deflated, packed } of entries) {
    try {
      const content = deflated ? inflateRawSync(packed, { maxOutputLength: left + 1 }) : packed;
      left -= content.byteLength;
      parts.push({ name, content });
    } catch (error) {
      const { code } = error as { code?: unknown };
      return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null;
    }
    if (left < 0) return 'too-large';
  }
  return parts;
};

/** A zip file of the parts, compressed or only stored, in which every size is true and every reader finds the same. */
export const pack = (parts: readonly ZipPart[], compressed = false): Uint8Array => {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const title = Buffer.from(name, 'latin1');
    const packed = compressed ? deflateRawSync(content, { level: FAST }) : content;
    // Both headers share the middle: version, flags, method, time, checksum, sizes, length of the name.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(compressed ? DEFLATED : STORED, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.byteLength, 14);
    shared.writeUInt32LE(content.byteLength, 18);
    shared.writeUInt16LE(title.byteLength, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL_HEADER);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(ENTRY);
    entry.writeUInt16LE(20, 4);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    files.push(local, shared, title, packed);
    directory.push(entry, shared, place, title);
    at += LOCAL_HEADER_LENGTH + title.byteLength + packed.byteLength;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.byteLength, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, entries, end]));
};
