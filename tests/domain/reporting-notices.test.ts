import { describe, expect, it } from 'vitest';
import type { Settlement } from '#domain/coordination/escalation-state.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import { reportersOf, reportersOfAll } from '#domain/coordination/report-notices.ts';
import { attempt, type Step, type Story } from '#support/given.ts';
import {
  assemblyDecides,
  committed,
  decides,
  initiating,
  RF,
  RS,
  rfSecretary,
  vSecretary,
} from '#support/stages.ts';
import { governance, NAMNDEN, sDecider, secretary, vDecider } from '#support/world.ts';

const rules = initiating();
const told = (story: Story, step: Step, by = rules) => {
  const outcome = attempt(story, step, by);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const context = { now: story.now, actor: step.by, governance: by };
  return noticesFor(story.state, outcome.value.events, context)
    .filter(({ occasion }) => occasion === 'to-report')
    .flatMap(({ subject, audience }) =>
      audience.map((to) => [subject.card, 'person' in to ? to.person : to]),
    );
};

describe('a delegate’s decision is reported to the body that delegated it (KL 6:40, 7:8)', () => {
  it('its secretary, and nobody else, is told when it is taken', () => {
    expect(told(committed, decides(sDecider, 'initiate'))).toEqual([['stage', rfSecretary.id]]);
    expect(told(committed, decides(vDecider, 'initiate'))).toEqual([['stage', vSecretary.id]]);
  });

  it('what a body itself decided stands in its minutes and is reported to nobody', () => {
    const large = {
      ...committed.state,
      item: { ...('item' in committed.state ? committed.state.item : {}), value: 600_000_000 },
    };
    expect(told({ ...committed, state: large as Story['state'] }, assemblyDecides())).toEqual([]);
    expect(reportersOf({ body: RF }, rules)).toEqual([]);
  });

  it('of decisions that end an escalation each body’s secretary is told once', () => {
    const decisions = [
      { reportTo: NAMNDEN },
      { reportTo: NAMNDEN },
      {},
    ] as unknown as Settlement['decisions'];
    expect(reportersOfAll({ decisions } as Settlement, governance)).toEqual([secretary.id]);
    expect(reportersOfAll(undefined, governance)).toEqual([]);
  });

  it('a body without a secretary has nobody to tell', () =>
    expect(reportersOf({ delegate: sDecider.id, body: RS }, governance)).toEqual([]));
});
