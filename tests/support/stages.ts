import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Advance, StageKind } from '#domain/coordination/stages.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { bodyId, type Instant } from '#domain/shared/ids.ts';
import { asked, locks, type Step, type Story, told, yes } from '#support/given.ts';
import * as world from '#support/world.ts';

const { at, beds, date, governance, officer, SORMLAND, VASTMANLAND } = world;

export const does = (by: Actor, command: CaseCommand, when?: Instant): Step => ({
  by,
  command,
  ...(when ? { at: when } : {}),
});
export const advances = (
  stage: Advance,
  { by = officer, when, texts = {} }: { by?: Actor; when?: Instant; texts?: Record<string, string> } = {},
): Step => does(by, { do: 'advance', stage, texts }, when);

/** All four units say yes, with a million each. */
export const committed = told(
  governance,
  asked,
  ...[world.sAkut, world.sKirurgi, world.vAnestesi, world.vKirurgi].map((by) => yes(by, 1_000_000)),
);
export const locked = told(governance, committed, ...locks);

/** Once the bidders are known: no conflict with any of them, or one. */
export const declaresAnew = (by: Actor, conflict = false): Step =>
  does(by, { do: 'declare-conflict', conflict });

export const EVALUATOR = world.vKirurgi;
/** One fixed life, each step on its own day of 2027 (winter and summer, a weekend where the standstill ends). */
export const LIFE: readonly Step[] = [
  advances(
    {
      to: 'advertised',
      date: date('2027-01-11'),
      reference: 'TED-1',
      evaluators: [officer.id, EVALUATOR.id],
    },
    { when: at('2027-01-11 10:00') },
  ),
  advances({ to: 'evaluation', date: date('2027-02-15') }, { when: at('2027-02-16 09:00') }),
  advances(
    { to: 'awarded', date: date('2027-03-01'), reference: 'RV 2027-1' },
    { when: at('2027-03-01 09:00') },
  ),
  advances(
    { to: 'standstill', date: date('2027-03-03'), sent: 'electronically' },
    { when: at('2027-03-03 12:00') },
  ),
  advances(
    {
      to: 'contract',
      date: date('2027-03-16'),
      until: date('2029-03-31'),
      optionsUntil: date('2031-03-31'),
      reference: 'RV 2027-2',
    },
    { when: at('2027-03-16 09:00') },
  ),
  does(officer, { do: 'complete-documentation' }, at('2027-04-01 09:00')),
  advances(
    { to: 'followed-up' },
    { when: at('2028-03-01 09:00'), texts: { text: 'Leveranserna kom i tid.' } },
  ),
  advances(
    { to: 'reviewed' },
    {
      when: at('2028-03-02 09:00'),
      texts: { worked: 'Referensgruppen', failed: 'Tiden', next: 'Börja tidigare' },
    },
  ),
  advances({ to: 'closed' }, { when: at('2028-03-03 09:00') }),
];
/** The life up to and including the step that leads into a status. */
export const until = (status: string): Story => {
  let story = locked;
  for (const step of LIFE) {
    if (story.state.status === status) return story;
    story = told(governance, story, step);
  }
  return story;
};

export const RF = bodyId('regionfullmaktige-sormland');
export const RS = bodyId('regionstyrelsen-sormland');
export const REGIONSTYRELSEN_V = bodyId('regionstyrelsen-vastmanland');
const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const row = (
  id: string,
  given: Partial<MandateRow> & Pick<MandateRow, 'kinds' | 'actsFor' | 'holder'>,
): MandateRow => ({
  ...always,
  id,
  ...given,
});
export const rfSecretary = { ...world.secretary, id: world.sMember2.id } as typeof world.secretary;
export const vSecretary = { ...world.secretary, id: world.vMember.id } as typeof world.secretary;

/**
 * Below 250 million SEK each region's delegate initiates; from there Sörmland's fullmäktige, prepared by its board, and
 * Västmanland's board. Invented amounts: the missive names the level for about 300 million, not where it begins.
 */
export const initiating = (...more: readonly MandateRow[]): Governance => ({
  ...governance,
  bodies: [
    ...governance.bodies,
    {
      ...always,
      id: 'b-rs',
      body: RS,
      name: { sv: 'Regionstyrelsen', en: 'the Board' },
      secretary: rfSecretary.id,
    },
    {
      ...always,
      id: 'b-rf',
      body: RF,
      name: { sv: 'Regionfullmäktige', en: 'the Assembly' },
      secretary: rfSecretary.id,
      preparedBy: RS,
    },
    {
      ...always,
      id: 'b-rs-v',
      body: REGIONSTYRELSEN_V,
      name: { sv: 'Regionstyrelsen', en: 'the Board' },
      secretary: vSecretary.id,
    },
  ],
  mandates: [
    ...governance.mandates,
    row('i-s', {
      kinds: ['initiate'],
      actsFor: [SORMLAND],
      holder: { kind: 'delegate', person: world.sDecider.id, body: RS },
      below: 250_000_000,
    }),
    row('i-v', {
      kinds: ['initiate'],
      actsFor: [VASTMANLAND],
      holder: { kind: 'delegate', person: world.vDecider.id, body: REGIONSTYRELSEN_V },
      below: 250_000_000,
    }),
    row('i-rf', {
      kinds: ['initiate'],
      actsFor: [SORMLAND],
      holder: { kind: 'body', body: RF },
      from: 250_000_000,
    }),
    row('i-rs-v', {
      kinds: ['initiate'],
      actsFor: [VASTMANLAND],
      holder: { kind: 'body', body: REGIONSTYRELSEN_V },
      from: 250_000_000,
    }),
    ...more,
  ],
});
export const kindRow = (id: string, kind: StageKind, person = world.sDecider.id): MandateRow =>
  row(id, {
    kinds: [kind],
    actsFor: [SORMLAND, VASTMANLAND],
    holder: { kind: 'delegate', person, body: world.NAMNDEN },
  });

/** About 300 million SEK for each region (the missive); 600 million together. */
export const textiles: ItemFacts = { ...beds, title: 'Textilier', value: 600_000_000, cpv: '39500000' };

export const decides = (by: Actor & { kind: 'person' }, kind: StageKind, region = by.region): Step =>
  does(by, { do: 'decide-stage', kind, region, revision: 1, texts: { text: 'Enligt planen' } });
export const assemblyDecides = (
  change: Partial<Extract<CaseCommand, { do: 'register-stage-decision' }>> = {},
  by: Actor = rfSecretary,
): Step =>
  does(by, {
    do: 'register-stage-decision',
    kind: 'initiate',
    body: RF,
    revision: 1,
    date: date('2026-11-20'),
    paragraph: '§ 118',
    registryNumber: 'RS 2026-0400',
    preparation: { date: date('2026-11-02'), paragraph: '§ 201' },
    texts: {},
    ...change,
  });
export const boardDecides: Step = does(vSecretary, {
  do: 'register-stage-decision',
  kind: 'initiate',
  body: REGIONSTYRELSEN_V,
  revision: 1,
  date: date('2026-11-18'),
  paragraph: '§ 77',
  registryNumber: 'RV 2026-0500',
  texts: {},
});
