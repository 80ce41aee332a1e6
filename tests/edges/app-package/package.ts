import { unzipSync } from 'fflate';
import { buildPackage } from '../../../appPackage/build.ts';
import { type PackageSettings, packageSettings } from '../../../appPackage/settings.ts';

export const BOT_ID = '0b07b07b-0b07-4b07-8b07-0b07b07b07b0';

export const settings = (env: Record<string, string> = {}): PackageSettings => {
  const read = packageSettings({ BOT_ID, PUBLIC_URL: 'https://samordna.example.se', ...env }, '1.2.3');
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value.settings;
};

/** The files of the built package by their names. */
export const unpacked = async (given = settings()): Promise<ReadonlyMap<string, Buffer>> => {
  const zip = await buildPackage(given);
  if (!zip.ok) throw new Error(zip.error.join('\n'));
  return new Map(Object.entries(unzipSync(zip.value)).map(([name, bytes]) => [name, Buffer.from(bytes)]));
};

const json = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse((await unpacked()).get(name)?.toString('utf8') ?? 'null');

/** The texts of one language by the manifest path that each replaces. */
export const texts = async (language: 'sv' | 'en'): Promise<ReadonlyMap<string, string>> => {
  const { $schema: _schema, ...rest } = await json(`${language}.json`);
  return new Map(Object.entries(rest).map(([path, text]) => [path, String(text)]));
};
export const manifest = (): Promise<Record<string, unknown>> => json('manifest.json');

/** What stands at a path such as `bots[0].commandLists[1].commands[0].title`. */
export const valueAt = (root: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
      root,
    );
