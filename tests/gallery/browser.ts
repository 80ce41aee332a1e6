import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

/** The machine's Chromium where there is one, otherwise the one in the npm package. */
export const launchBrowser = async (): Promise<Browser> =>
  existsSync(INSTALLED)
    ? launcher.launch({ executablePath: INSTALLED, args: ['--no-sandbox'] })
    : launcher.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
