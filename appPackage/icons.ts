/** Draws the icons anew: `node appPackage/icons.ts`, after a change of an SVG. The PNGs are committed; Teams takes no SVG. */
import { readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from '../tests/gallery/browser.ts';

const ICONS = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
] as const;

const file = (name: string): URL => new URL(`./icons/${name}`, import.meta.url);

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const { name, size } of ICONS) {
    const svg = await readFile(file(`${name}.svg`), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await writeFile(file(`${name}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
