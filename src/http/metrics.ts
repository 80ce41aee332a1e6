import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** One incoming activity by its type (`message`, `invoke` …) and what came of it. */
  activity(type: string, outcome: string): void;
  /** How long a card's button took to be answered; Teams gives up after some seconds. */
  action(seconds: number): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** `deliveries` is asked at each scrape: how many messages are in which state. */
export const createMetrics = (deliveries: () => Promise<Readonly<Record<string, number>>>): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const activities = new Counter({
    name: 'samordna_activities_total',
    help: 'Activities from Teams by type and outcome.',
    labelNames: ['type', 'outcome'],
    registers: [registry],
  });
  const actions = new Histogram({
    name: 'samordna_action_seconds',
    help: "Seconds from a card button's arrival to its answer.",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'samordna_deliveries',
    help: 'Messages by delivery state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await deliveries())) this.set({ state }, count);
    },
  });
  return {
    activity: (type, outcome) => activities.inc({ type, outcome }),
    action: (seconds) => actions.observe(seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
