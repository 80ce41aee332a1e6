import { fail, ok, type Result } from '#domain/shared/result.ts';
import { type ImportError, importError } from './import-error.ts';

export const ENCODINGS = ['utf-8', 'windows-1252', 'latin1', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-8-sig': 'utf-8',
  cp1252: 'windows-1252',
  'windows 1252': 'windows-1252',
  win1252: 'windows-1252',
  ansi: 'windows-1252',
  'latin-1': 'latin1',
  'iso-8859-1': 'latin1',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
};

export const parseEncoding = (name: string): Encoding | null => {
  const wanted = name.trim().toLowerCase();
  return ENCODINGS.find((encoding) => encoding === wanted) ?? ALIASES[wanted] ?? null;
};

export const REPLACEMENT = '�';
const SAMPLE = 64 * 1024;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Most Western text has a zero in every second byte of UTF-16, and no text has them elsewhere. */
const looksLikeUtf16 = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE);
  let odd = 0;
  let even = 0;
  for (const [place, byte] of sample.entries()) {
    if (byte === 0) place % 2 ? odd++ : even++;
  }
  return odd > sample.length / 4 && even < odd / 10;
};

/**
 * UTF-8 whenever its multi-byte sequences outnumber the broken ones: a single damaged letter does not turn the
 * whole file's å, ä and ö into pairs of signs. A text of another encoding has next to no valid sequence.
 */
const guessEncoding = (bytes: Uint8Array): Encoding => {
  if (looksLikeUtf16(bytes)) return 'utf-16le';
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = count(text, /�/g);
  return broken === 0 || count(text, /[^\p{ASCII}�]/gu) > broken ? 'utf-8' : 'windows-1252';
};

const ofMark = (bytes: Uint8Array): Encoding | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
};

/**
 * Bytes → text without byte order mark. A mark in the file outranks what was asked for, since only the writer of the
 * file can have put it there. What holds control characters is no table (an image, a document, a database).
 */
export const decodeText = (
  bytes: Uint8Array,
  wanted?: string,
): Result<{ text: string; encoding: Encoding }, ImportError> => {
  const asked = wanted === undefined ? undefined : parseEncoding(wanted);
  if (asked === null) return fail({ code: 'unknown-encoding', params: { encoding: wanted ?? '' } });
  const encoding = ofMark(bytes) ?? asked ?? guessEncoding(bytes);
  // TextDecoder reads latin1 as windows-1252, which differs only where latin1 has control characters.
  const text = new TextDecoder(encoding).decode(bytes);
  if (!text.trim()) return fail(importError('file-empty'));
  const controls = count(text, /[^\P{Cc}\t\n\r\v\f\u0085]/gu);
  return controls > text.length / 1000 ? fail(importError('not-a-table')) : ok({ text, encoding });
};
