import { createSamordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { temporarySqlite } from '#support/stores.ts';
import { texts } from './texts.ts';

export interface Fuzzed {
  readonly texts: number;
  /** One line for each text that went wrong. */
  readonly faults: readonly string[];
  /** By CPU of the whole process, which others on the machine do not lengthen; `ms` is what the clock said. */
  readonly slowest: { readonly text: string; readonly ms: number; readonly cpuMs: number };
}

/** What an answer may never hold of what was written: it would be read as a template, a link or markup. */
const UNESCAPED = [
  /\$\{/,
  /(?<!\\)\]\(https:\/\/evil/,
  /<script/i,
  /<at>/i,
  /\u202E/,
  /\\u00(?:0[0-7]|1b)/,
  /\{\{DATE/,
];

/** One question for each kind of card, before the clock runs: a server compiles each once. */
const WARM = [
  'vad kan vi samordna?',
  'visa alla upphandlingar',
  'status MT924',
  'hjälp',
  'vad väntar på mig?',
  'vem har inte svarat?',
  'hjärtkompressionsapparater',
];

/** Each text asked as an officer over the demo's store: an answer in every case, nothing echoed unescaped. */
export const fuzz = async (count: number, seed: number): Promise<Fuzzed> => {
  const { store, dispose } = await temporarySqlite();
  try {
    const clock = { now: () => '2026-11-22T08:00:00.000Z' as Instant };
    let salt = 0;
    const samordna = createSamordna({ store, clock, machineClock: clock, salt: () => `s${salt++}` });
    await prepareDemo(store, samordna);
    const anna = (await samordna.people.directory()).find('anna.lindqvist@sormland.example.se');
    if (!anna) throw new Error('The demo has no Anna');
    const [tenantId = ''] = anna.id.split(':');
    const caller = {
      person: anna.id,
      tenantId,
      name: null,
      locale: null,
      scope: 'personal',
      address: null,
    } as const;
    for (const text of WARM) await samordna.conversation.said(caller, text, []);
    const faults: string[] = [];
    let slowest = { text: '', ms: 0, cpuMs: 0 };
    for (const text of texts(count, seed)) {
      const started = performance.now();
      const before = process.cpuUsage();
      try {
        const [reply] = await samordna.conversation.said(caller, text, []);
        const ms = performance.now() - started;
        const { user, system } = process.cpuUsage(before);
        const cpuMs = (user + system) / 1e3;
        if (cpuMs > slowest.cpuMs) slowest = { text: text.slice(0, 80), ms, cpuMs };
        // The text itself travels in the button that marks the answer as wrong, as data that no client shows.
        const shown = JSON.stringify(reply?.card, (key, value) => (key === 'data' ? undefined : value)) ?? '';
        if (!reply || !shown.includes('AdaptiveCard')) faults.push(`no card: ${text.slice(0, 80)}`);
        for (const pattern of UNESCAPED)
          if (pattern.test(shown)) faults.push(`${pattern}: ${text.slice(0, 80)}`);
      } catch (error) {
        faults.push(`${error instanceof Error ? error.message : error}: ${text.slice(0, 80)}`);
      }
    }
    return { texts: count, faults, slowest };
  } finally {
    await dispose();
  }
};
