/** Takes the documentation's pictures from the running demo: `node tests/e2e/walk.ts docs/walk`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { demoFolder, openWindows, startDemo } from './support/demo.ts';
import { mainLine } from './support/story.ts';

const folder = process.argv[2] ?? 'docs/walk';
await mkdir(folder, { recursive: true });
const data = await demoFolder();
const demo = await startDemo(data.store);
const windows = await openWindows(demo);
try {
  await mainLine(windows, (name, chat) => chat.screenshot(join(folder, `${name}.png`)));
} finally {
  await windows.close();
  await demo.end('SIGINT');
  await data.remove();
}
