import { StoreError } from './errors.ts';

/**
 * Ids are any text. Cosmos DB forbids `/ \ ? #` in ids and orders by an encoding of its own choice, so there ids are
 * written in printable ASCII such that the order of the written ids is the order of the ids by UTF-8 bytes.
 * A byte that may not stand shares a prefix with its lower neighbour (`.` → `.0`, `/` → `.1`), which keeps the order
 * where a plain escape would not; all below `"` get `!xx`, all above `}` get `~xx`.
 */
const PAIRS = ['"#', '$%', './', '>?', '[\\'] as const;

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
const writtenByte = (byte: number): string => {
  const char = String.fromCharCode(byte);
  if (byte < 0x22) return `!${hex(byte)}`;
  if (byte > 0x7d) return `~${hex(byte)}`;
  const pair = PAIRS.find((both) => both.includes(char));
  return pair ? `${pair[0]}${pair.indexOf(char)}` : char;
};
const WRITTEN: readonly string[] = Array.from({ length: 256 }, (_, byte) => writtenByte(byte));
const READ: ReadonlyMap<string, number> = new Map(WRITTEN.map((text, byte) => [text, byte]));
const TOKEN = /[!~][0-9a-f]{2}|["$.>[][01]|./gs;

const PLAIN = /^[&-\-0-=@-Z\]-}]*$/;
/** What Cosmos DB takes, and therefore what both stores take. */
const LONGEST_WRITTEN = 1023;

export const writeId = (id: string): string =>
  PLAIN.test(id) ? id : Array.from(Buffer.from(id), (byte) => WRITTEN[byte]).join('');

export const readId = (written: string): string => {
  if (PLAIN.test(written)) return written;
  const bytes = (written.match(TOKEN) ?? []).map((token) => READ.get(token));
  if (bytes.some((byte) => byte === undefined)) {
    throw new StoreError(`The document id ${JSON.stringify(written)} was not written by Samordna.`);
  }
  return Buffer.from(bytes.map(Number)).toString();
};

/** Not empty, well-formed Unicode, and at most 1,023 bytes as Cosmos DB would get it. */
export const isStorable = (id: string): boolean =>
  id !== '' && id.isWellFormed() && (id.length < 100 || writeId(id).length <= LONGEST_WRITTEN);
