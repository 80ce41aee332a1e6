import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { LocalBrowser } from '#support/browser/browser.ts';

/** A text that must occur, whatever its case, or a pattern. */
export type Matcher = string | RegExp;

/**
 * One person's open chat with the bot, as a person sees and uses it: by the words on the screen. Where several cards fit,
 * the newest is meant; `on` narrows them to those with a text.
 */
export interface Chat {
  say(text: string): Promise<void>;
  /** The texts of all cards, oldest first. */
  cards(): Promise<readonly string[]>;
  /** The text of the card, as soon as there is one. */
  waitForCard(matcher: Matcher): Promise<string>;
  /** Presses a button and waits until the bot has answered. */
  press(button: string, on?: Matcher): Promise<void>;
  /** Presses a button that asks the bot nothing: it unfolds a part of the card, or the card says what is missing. */
  pressUnanswered(button: string, on?: Matcher): Promise<void>;
  /** Writes into a field; a date as `2026-12-24`, a number with a point. */
  fill(label: string, text: string, on?: Matcher): Promise<void>;
  /** Takes an option of a choice, whether it is a list to open, or all are on the card. */
  choose(label: string, option: string, on?: Matcher): Promise<void>;
  /** The newest message's text, a card's or a plain one's. */
  lastText(): Promise<string>;
  /** The chat alone, without the tools around it. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

const CARD = '.ac-adaptiveCard';
/** Where the chat stands on the page, in its pixels. */
const CHAT = { x: 330, y: 50, width: 620, height: 940 };
/** Seven pages at once, each with megabytes of script, are slow on a busy machine. */
const PATIENCE_MS = 120_000;
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
  const all = page.locator(CARD);
  const composer = page.locator('[role=textbox][contenteditable=true]');

  /** What is found on the newest card that has it. */
  const newest = (part: Locator, on: Matcher = ''): Locator =>
    all.filter({ has: part, hasText: on }).last().locator(part).first();
  const button = (name: string, on?: Matcher) => newest(page.getByRole('button', { name, exact: true }), on);
  /** A required field's label ends with a star. */
  const field = (label: string, on?: Matcher) =>
    newest(page.getByLabel(new RegExp(`^${RegExp.escape(label)}[ *]*$`)), on);

  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw await failure(page, `${name} could not ${what}`, error);
    }
  };

  await attempt('open the chat', async () => {
    await page.goto(playground.url, { waitUntil: 'commit' });
    await composer.waitFor();
  });

  return {
    say: (text) =>
      attempt(`say "${text}"`, async () => {
        await composer.fill(text);
        await Promise.all([answer(page), page.getByRole('button', { name: 'Send Message' }).click()]);
      }),
    cards: () => all.allInnerTexts(),
    waitForCard: (matcher) =>
      attempt(`see a card with ${matcher}`, async () => {
        const card = all.filter({ hasText: matcher }).last();
        await card.waitFor();
        return card.innerText();
      }),
    press: (name, on) =>
      attempt(`press "${name}"`, async () => {
        await Promise.all([answer(page), button(name, on).click()]);
      }),
    pressUnanswered: (name, on) => attempt(`press "${name}"`, () => button(name, on).click()),
    fill: (label, text, on) =>
      attempt(`fill "${label}"`, async () => {
        await field(label, on).fill(text);
        await field(label, on).blur();
      }),
    choose: (label, option, on) =>
      attempt(`choose "${option}" for "${label}"`, async () => {
        const choice = field(label, on);
        if ((await choice.getAttribute('role')) === 'combobox') {
          await choice.click();
          await page.getByRole('option', { name: option, exact: true }).click();
        } else await choice.getByLabel(option, { exact: true }).check();
      }),
    lastText: () =>
      attempt('read the newest message', () =>
        page.locator('[aria-label="Message header"] + div').last().innerText(),
      ),
    screenshot: async (file) => {
      await page.screenshot({ path: file, clip: CHAT });
    },
    close: () => context.close(),
  };
};

/** The page tells the local Teams what the person did, which asks the bot and answers the page. */
const answer = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.url().includes('/_conversation/v1/'));

const failure = async (page: Page, what: string, cause: unknown): Promise<Error> => {
  const file = `${FAILURES}/${what.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`;
  try {
    await mkdir(FAILURES, { recursive: true });
    await page.screenshot({ path: file, fullPage: true });
    const cards = await page.locator(CARD).allInnerTexts();
    const seen =
      cards.length === 0 ? 'There was no card.' : cards.map((card) => `--- card\n${card}`).join('\n');
    return new Error(`${what}.\n${seen}\nPicture: ${file}`, { cause });
  } catch {
    return new Error(`${what}, and its page is gone.`, { cause });
  }
};
