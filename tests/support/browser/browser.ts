import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

/** Debian's package; else the Chromium inside an npm package, which needs the same system libraries. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever escapes the pages' own routes, the browser's services included, finds no address.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export interface LocalBrowser {
  /** A profile of its own, of which no page reaches anything but 127.0.0.1. */
  profile(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
  /** What runs. */
  readonly executablePath: string;
}

export const openBrowser = async (): Promise<LocalBrowser> => {
  const executablePath = existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : await sparticuz.executablePath();
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    executablePath,
    profile: async (options) => {
      const context = await browser.newContext(options);
      await context.route(
        (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
        (route) => route.abort(),
      );
      return context;
    },
    close: () => browser.close(),
  };
};
