import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '#http/metrics.ts';
import { type Running, startHttp } from './requests.ts';

let states: Record<string, number>;
let broken: boolean;
let metrics: Metrics;
let at: Running;

beforeEach(async () => {
  states = { sent: 3, unknown: 1 };
  broken = false;
  metrics = createMetrics(async () => {
    if (broken) throw new Error('the store is away');
    return states;
  });
  at = await startHttp({ metrics, handle: async () => ({ status: 200 }) });
});
afterEach(() => at.stop());

const scrape = async (): Promise<string> => (await fetch(`${at.url}/metrics`)).text();

describe('/metrics', () => {
  it("is Prometheus' text: every sample has a help and a type", async () => {
    metrics.activity('message', 'answered');
    metrics.action(0.02);
    const response = await fetch(`${at.url}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    const typed = new Set(lines.flatMap((line) => /^# TYPE (\S+) \w+$/.exec(line)?.[1] ?? []));
    const samples = lines.filter((line) => !line.startsWith('#'));
    expect(samples.length).toBeGreaterThan(10);
    for (const sample of samples) {
      const name = /^([a-z_:][\w:]*)(?:\{[^}]*\})? \S+$/i.exec(sample)?.[1] ?? `unreadable: ${sample}`;
      const family = name.replace(/_(?:bucket|sum|count)$/, '');
      expect(typed.has(name) || typed.has(family), name).toBe(true);
    }
  });

  it('counts activities by type and outcome', async () => {
    metrics.activity('invoke', 'answered');
    metrics.activity('invoke', 'answered');
    metrics.activity('message', '401');
    const text = await scrape();
    expect(text).toContain('samordna_activities_total{type="invoke",outcome="answered"} 2');
    expect(text).toContain('samordna_activities_total{type="message",outcome="401"} 1');
  });

  it('times the buttons', async () => {
    metrics.action(0.02);
    metrics.action(2);
    const text = await scrape();
    expect(text).toContain('samordna_action_seconds_bucket{le="0.025"} 1');
    expect(text).toContain('samordna_action_seconds_bucket{le="3"} 2');
    expect(text).toContain('samordna_action_seconds_count 2');
  });

  it('asks for the deliveries at each look; a state that no message has any more is gone', async () => {
    expect(await scrape()).toContain('samordna_deliveries{state="unknown"} 1');
    states = { sent: 4 };
    const text = await scrape();
    expect(text).toContain('samordna_deliveries{state="sent"} 4');
    expect(text).not.toContain('state="unknown"');
  });

  it('is a bare 500 while the store is away, and there again afterwards', async () => {
    broken = true;
    const response = await fetch(`${at.url}/metrics`);
    expect([response.status, await response.text()]).toEqual([500, '']);
    broken = false;
    expect(await scrape()).toContain('samordna_deliveries{state="sent"} 3');
  });
});
