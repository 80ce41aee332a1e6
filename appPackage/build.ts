import { readFile } from 'node:fs/promises';
import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { PackageSettings } from './settings.ts';

const read = (name: string): Promise<Buffer> => readFile(new URL(name, import.meta.url));

/** The manifest with its `${{NAME}}` places filled; a place without a setting is a bug of the template. */
export const fillManifest = (template: string, settings: PackageSettings): TeamsManifestLatest =>
  JSON.parse(
    template.replace(/\$\{\{(\w+)\}\}/g, (_place, name: string) => {
      const value: string | undefined = settings[name as keyof PackageSettings];
      if (value === undefined) throw new Error(`The manifest asks for ${name}, which no setting gives`);
      return JSON.stringify(value).slice(1, -1);
    }),
  );

/**
 * The zip that Teams installs: manifest, both languages, both icons, at its root. The same settings give the same bytes on
 * every machine, so that what was reviewed can be told from what was uploaded. Refused with the schema's own words.
 */
export const buildPackage = async (
  settings: PackageSettings,
): Promise<Result<Uint8Array, readonly string[]>> => {
  const manifest = fillManifest((await read('manifest.json')).toString('utf8'), settings);
  const faults = await AppManifestUtils.validateAgainstSchema(manifest);
  if (faults.length > 0) return fail(faults.map((fault) => `The manifest is not valid: ${fault}`));
  const files = {
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    'sv.json': await read('sv.json'),
    'en.json': await read('en.json'),
    'color.png': await read('icons/color.png'),
    'outline.png': await read('icons/outline.png'),
  };
  // A zip stamps local time: this is the first moment that it can, in whatever zone.
  return ok(zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 }));
};
