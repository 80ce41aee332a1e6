import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock, MovableClock } from '#application/clock.ts';
import { deliveryCounts } from '#application/deliveries.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { createQuestions } from '#application/questions.ts';
import { rebuildFacts } from '#application/rebuilding.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import type { Config } from '#config';
import type { DeliveryWorkerOptions } from '#delivery/options.ts';
import { createPacing, type Pacing, TEAMS_PACING } from '#delivery/pacing.ts';
import { createDeliveryWorker } from '#delivery/worker.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { ok, type Result } from '#domain/shared/result.ts';
import { createMetrics } from '#http/metrics.ts';
import { createHttpServer, listen } from '#http/server.ts';
import type { Connector } from '#teams/connector.ts';
import { createTeamsEdge, createTeamsSender } from '#teams/edge.ts';
import { browserAt, createPrinter } from './chromium.ts';
import { createReportPages } from './report-pages.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly store: DocumentStore;
  readonly log: Logger;
  /** Business time; a movable one makes this a demo. */
  readonly clock: Clock | MovableClock;
  /** How often the clock's work is looked for, in the machine's milliseconds. */
  readonly tickMs?: number;
  /** How often a push that somebody started is looked at for them, in the machine's milliseconds. */
  readonly progressMs?: number;
  readonly delivery?: Pick<DeliveryWorkerOptions, 'pacing' | 'backoff' | 'leaseMs' | 'hooks' | 'concurrency'>;
}

export interface Server {
  readonly port: number;
  readonly samordna: Samordna;
  /** Takes no more requests, lets what is leaving arrive, and gives claims back. */
  stop(): Promise<void>;
}

const machineClock = { now: () => instantOf(Date.now()) };

/** Answers to people's own messages leave at once; what is sent beside them gives way, since Teams counts both. */
const counting = (sender: Connector, pacing: Pacing): Connector => ({
  send: (to, ...rest) => {
    pacing.spend(to);
    return sender.send(to, ...rest);
  },
  update: (to, ...rest) => {
    pacing.spend(to);
    return sender.update(to, ...rest);
  },
  say: (to, ...rest) => {
    pacing.spend(to);
    return sender.say(to, ...rest);
  },
});

/** Teams' own address of the chat with the bot, with the question begun; null where there is no bot to open. */
const chatWith = (bot: string | null, id: string): string | null =>
  bot === null
    ? null
    : `https://teams.microsoft.com/l/chat/0/0?users=28:${bot}&message=${encodeURIComponent(`status ${id.slice(0, 200)}`)}`;

/** Everything that runs in one process: HTTP, the Teams edge, delivery and the clock. A port that is taken is a sentence. */
export const startServer = async (options: ServerOptions): Promise<Result<Server, string>> => {
  const { config, store, log, clock, tickMs = 1000 } = options;
  const sender = createTeamsSender(config, log);
  const pacing =
    options.delivery?.pacing ??
    createPacing({ ...TEAMS_PACING, tenantPerSecond: config.tenantSendsPerSecond });
  const counted = counting(sender, pacing);
  let port: number | null = null;
  const base = (): string | null =>
    config.publicUrl?.replace(/\/$/, '') ??
    (config.local && port !== null ? `http://127.0.0.1:${port}` : null);
  const print = browserAt() === null ? null : createPrinter();
  const samordna = createSamordna({
    store,
    clock,
    machineClock,
    salt: randomUUID,
    publicUrl: config.publicUrl,
    base,
    printsPdf: print !== null,
    demoClock: 'moveTo' in clock ? clock : null,
    // The local Teams shows a warning in a refresh's place.
    refreshes: !config.local,
    sender: counted,
    ...(options.progressMs === undefined ? {} : { progressMs: options.progressMs }),
    committed: () => worker.nudge(),
    reached: (person) => worker.rearm(person),
  });
  const worker = createDeliveryWorker({
    store,
    outbox: samordna.outbox,
    sender,
    addresses: samordna.addresses,
    machineClock: machineClock.now,
    logger: log,
    ...options.delivery,
    pacing,
  });
  const metrics = createMetrics(() => deliveryCounts(store));
  const edge = createTeamsEdge({
    config,
    conversation: samordna.conversation,
    sender: counted,
    log,
    observe: metrics,
  });
  const http = createHttpServer({
    handle: edge.handle,
    ready: () => true,
    metrics,
    log,
    itemAddress: (id) => chatWith(config.bot.id, id),
    report: createReportPages({
      store,
      samordna,
      links: samordna.links,
      itemAddress: (id) => chatWith(config.bot.id, id),
      pageAddress: (token, file) => {
        const at = base();
        return at === null ? null : `${at}/report/${token}/${file}`;
      },
      print,
    }),
  });
  const listening = await listen(http, config);
  port = listening.ok ? listening.value : null;
  if (!listening.ok) {
    await http.close();
    return listening;
  }

  let ticking: Promise<unknown> = Promise.resolve();
  const tick = setInterval(() => {
    // One at a time: a slow store must not pile up ticks.
    ticking = ticking
      .then(() => samordna.ticker.tick())
      .catch((error) => log.error({ err: error }, 'A tick failed'));
  }, tickMs);
  worker.start();
  const questions = createQuestions(store);
  const forgetting = questions.forgetTexts().then(
    (texts) => texts > 0 && log.info({ texts }, 'Texts that an earlier version kept of questions are gone'),
    (error) => log.error({ err: error }, 'Texts that an earlier version kept of questions are still there'),
  );
  let ended = false;
  const rebuilding = rebuildFacts(store, () => ended).then(
    (cases) =>
      cases > 0 && log.info({ cases }, 'The figures of cases that another version wrote are up to date'),
    (error) =>
      log.error({ err: error }, 'The figures of cases that another version wrote could not be renewed'),
  );
  return ok({
    port: listening.value,
    samordna,
    stop: async () => {
      ended = true;
      clearInterval(tick);
      await http.close();
      await ticking;
      await rebuilding;
      await forgetting;
      await samordna.progress.end();
      await worker.stop();
    },
  });
};
