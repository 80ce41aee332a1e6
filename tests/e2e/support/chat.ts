import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { LocalBrowser } from '#support/browser/browser.ts';

/** A text that must occur, whatever its case, or a pattern. */
export type Matcher = string | RegExp;

/** One person's open chat with the bot, as a person sees and uses it: by the words on the screen. */
export interface Chat {
  say(text: string): Promise<void>;
  /** The texts of all cards, oldest first. */
  cards(): Promise<readonly string[]>;
  /** The text of the newest card that matches, as soon as there is one. */
  waitForCard(matcher: Matcher): Promise<string>;
  /** Presses a button of the newest card that has it, and waits until the bot has answered. */
  press(button: string): Promise<void>;
  /** Presses a button whose card then says what is missing, instead of asking the bot. */
  pressInVain(button: string, complaint: string): Promise<void>;
  /** Writes into a field of the newest card that has it; a date as `2026-12-24`, a number with a point. */
  fill(label: string, text: string): Promise<void>;
  /** Takes an option of the newest card's choice, whether it is a list to open, or all are on the card. */
  choose(label: string, option: string): Promise<void>;
  /** The newest message's text, a card's or a plain one's. */
  lastText(): Promise<string>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 15_000;
/** Ignored by git. */
const FAILURES = '.gallery/failures';

/** Opens the page of a local Teams; whoever it belongs to gets the bot installed by that. */
export const openAs = async (
  browser: LocalBrowser,
  playground: { readonly url: string; readonly person: { readonly name: string } },
): Promise<Chat> => {
  const { name } = playground.person;
  const context = await browser.profile({ locale: 'sv-SE', viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const all = page.locator('.ac-adaptiveCard');
  const composer = page.locator('[role=textbox][contenteditable=true]');
  const newest = (having: Locator): Locator => all.filter({ has: having }).last();

  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw await failure(page, `${name} could not ${what}`, await all.allInnerTexts(), error);
    }
  };

  const click = async (name: string): Promise<Locator> => {
    const button = page.getByRole('button', { name, exact: true });
    const card = newest(button);
    await card.getByRole('button', { name, exact: true }).click();
    return card;
  };

  await attempt('open the chat', async () => {
    await page.goto(playground.url);
    await composer.waitFor();
  });

  return {
    say: (text) =>
      attempt(`say "${text}"`, async () => {
        const answered = answer(page);
        await composer.fill(text);
        await page.getByRole('button', { name: 'Send Message' }).click();
        await answered;
      }),
    cards: () => all.allInnerTexts(),
    waitForCard: (matcher) =>
      attempt(`see a card with ${matcher}`, async () => {
        const card = all.filter({ hasText: matcher }).last();
        await card.waitFor();
        return card.innerText();
      }),
    press: (button) =>
      attempt(`press "${button}"`, async () => {
        const answered = answer(page);
        await click(button);
        await answered;
      }),
    pressInVain: (button, complaint) =>
      attempt(`be told "${complaint}"`, async () => {
        const card = await click(button);
        await card.getByText(complaint).waitFor();
      }),
    fill: (label, text) =>
      attempt(`fill "${label}"`, async () => {
        const field = newest(page.getByLabel(label)).getByLabel(label).first();
        await field.fill(text);
        await field.blur();
      }),
    choose: (label, option) =>
      attempt(`choose "${option}" for "${label}"`, async () => {
        const field = newest(page.getByLabel(label)).getByLabel(label).first();
        if ((await field.getAttribute('role')) === 'combobox') {
          await field.click();
          await page.getByRole('option', { name: option, exact: true }).click();
        } else await field.getByLabel(option, { exact: true }).check();
      }),
    lastText: () =>
      attempt('read the newest message', () =>
        page.locator('[aria-label="Message header"] + div').last().innerText(),
      ),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    close: () => context.close(),
  };
};

/** The page tells the local Teams what the person did, which asks the bot and answers the page. */
const answer = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.url().includes('/_conversation/v1/'));

const failure = async (
  page: Page,
  what: string,
  cards: readonly string[],
  cause: unknown,
): Promise<Error> => {
  await mkdir(FAILURES, { recursive: true });
  const file = `${FAILURES}/${what.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`;
  await page.screenshot({ path: file, fullPage: true });
  const seen =
    cards.length === 0 ? 'There was no card.' : cards.map((card) => `--- card\n${card}`).join('\n');
  return new Error(`${what}.\n${seen}\nPicture: ${file}`, { cause });
};
