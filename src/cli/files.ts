import { readFile } from 'node:fs/promises';
import { badInput } from './output.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check its name',
  EISDIR: 'is a folder: name a file in it',
  EACCES: 'may not be read by you: check its rights',
};

export const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw badInput(`The file "${path}" ${WHY[code] ?? `cannot be read (${code}): check its name`}.`);
  }
};

/** UTF-8, with or without a byte order mark. */
export const textOf = async (path: string): Promise<string> => {
  const bytes = await bytesOf(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput(`The file "${path}" is not UTF-8: save it with that encoding.`);
  }
};

/** `guide`: where an example stands. */
export const jsonOf = async (path: string, guide: string): Promise<unknown> => {
  const text = await textOf(path);
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(`The file "${path}" is no JSON: see ${guide} for an example.`);
  }
};
