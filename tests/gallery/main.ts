import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { assembleCards } from '#rendering/layout/templates.ts';
import { createRenderer } from '#rendering/render.ts';
import { launchBrowser } from './browser.ts';
import { indexPage } from './index-page.ts';
import { HOST_CONFIG, STYLE } from './look.ts';
import { samples } from './samples.ts';

/** Width of the card in Teams on a phone and on a desktop, in CSS pixels. */
const WIDTHS = { phone: 360, desktop: 640 } as const;
const OUT = new URL('../../dist/gallery/', import.meta.url);
const RENDERER = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** The part of markdown that Teams renders in a TextBlock: emphasis, links, lists, and backslash escapes. */
const SETUP = `
  const plain = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const inline = (text) => plain(text)
    .replace(/\\\\([^\\w\\s])/g, (_, mark) => '&#' + mark.charCodeAt(0) + ';')
    .replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>')
    .replace(/(^|\\W)[*_](.+?)[*_]/g, '$1<i>$2</i>')
    .replace(/\\[([^\\]]+)\\]\\(([^)]+)\\)/g, '<a href="$2">$1</a>');
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.split(/\\n{2,}/).map((block) =>
      /^- /.test(block)
        ? '<ul>' + block.split('\\n').map((line) => '<li>' + inline(line.slice(2)) + '</li>').join('') + '</ul>'
        : '<p>' + inline(block) + '</p>').join('');
    result.didProcess = true;
  };
  window.show = (payload, config) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(config);
    card.parse(payload);
    document.getElementById('card').replaceChildren(card.render());
  };
`;

const open = async (page: Page): Promise<void> => {
  await page.setContent(`<style>${STYLE}</style><div id="card"></div>`);
  await page.addScriptTag({ content: readFileSync(RENDERER, 'utf8') });
  await page.addScriptTag({ content: SETUP });
};

const render = createRenderer({ cpvLabel });
/** What is asked for: the starts of samples' names, and a device where one is enough. */
const asked = process.argv.slice(2);
const devices = Object.entries(WIDTHS).filter(
  ([device]) => asked.includes(device) || !asked.some((one) => one in WIDTHS),
);
const wanted = asked.filter((one) => !(one in WIDTHS));
rmSync(OUT, { recursive: true, force: true });
mkdirSync(new URL('designer/', OUT), { recursive: true });
for (const [name, template] of Object.entries(assembleCards())) {
  writeFileSync(new URL(`designer/${name}.json`, OUT), JSON.stringify(template, null, 2));
}

const browser = await launchBrowser();
try {
  const shown = samples.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  );
  // One page for all: the Chromium of the npm package runs as a single process and ends with its page.
  const page = await browser.newPage({ deviceScaleFactor: 1.5 });
  await open(page);
  for (const [device, width] of devices) {
    await page.setViewportSize({ width, height: 600 });
    for (const { name, view } of shown) {
      for (const language of LANGUAGES) {
        await page.evaluate(
          `show(${JSON.stringify(render(view, language).card)}, ${JSON.stringify(HOST_CONFIG)})`,
        );
        const path = new URL(`${name}.${language}.${device}.png`, OUT).pathname;
        await page.locator('body').screenshot({ path });
      }
    }
  }
  writeFileSync(
    new URL('index.html', OUT),
    indexPage(
      shown.map(({ name }) => name),
      devices.map(([device]) => device),
    ),
  );
  console.log(
    `${shown.length} views in ${LANGUAGES.length} languages: ${new URL('index.html', OUT).pathname}`,
  );
} finally {
  await browser.close();
}
