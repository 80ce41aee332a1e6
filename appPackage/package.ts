/** `npm run package`: the app package from the environment, as `dist/samordna.zip`. Exit 2 with sentences when it cannot be. */
import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import packageJson from '../package.json' with { type: 'json' };
import { buildPackage } from './build.ts';
import { packageSettings } from './settings.ts';

const refuse = (sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(2);
};

const read = packageSettings(process.env, packageJson.version);
if (!read.ok) refuse(read.error);
else {
  for (const warning of read.value.warnings) console.error(warning);
  const zip = await buildPackage(read.value.settings);
  if (!zip.ok) refuse(zip.error);
  else {
    await mkdir('dist', { recursive: true });
    await writeFile('dist/samordna.zip', zip.value);
    console.log(`dist/samordna.zip: Samordna ${packageJson.version} for bot ${read.value.settings.BOT_ID}`);
  }
}
