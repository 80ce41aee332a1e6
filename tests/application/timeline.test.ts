import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timelineOf } from '#application/planning.ts';
import type { Governance } from '#domain/authority/governance.ts';
import { initialState, type KnownCase } from '#domain/coordination/state.ts';
import { PLAN_STEPS } from '#domain/plan/timeline.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { bodyId, itemId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { beds, date, governance, NAMNDEN, officer, SORMLAND, VASTMANLAND, vKirurgi } from '#support/world.ts';
import { timeline } from '../../src/cli/commands/timeline.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { type Office, office } from './record/office.ts';

const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const duration = (
  step: 'round' | 'preparing' | 'advertising' | 'evaluation' | 'mobilisation',
  days: number,
) => ({ ...always, id: `d-${step}`, step, days, unit: 'calendar' }) as const;
/** The board decides to initiate for both regions, and meets on a Wednesday of each month. */
const rules: Governance = {
  ...governance,
  mandates: [
    ...governance.mandates,
    {
      ...always,
      id: 'initiate',
      kinds: ['initiate'],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body', body: NAMNDEN },
      from: 0,
    },
  ],
  durations: [
    duration('round', 14),
    duration('preparing', 30),
    duration('advertising', 35),
    duration('evaluation', 30),
    duration('mobilisation', 30),
  ],
  meetings: [
    {
      ...always,
      id: 'calendar',
      body: NAMNDEN,
      meetings: [
        { date: date('2027-06-09'), documentsBy: date('2027-05-26') },
        { date: date('2027-09-08'), documentsBy: date('2027-08-25') },
      ],
    },
  ],
};
const item = {
  ...beds,
  contractEnd: date('2027-12-31'),
  extensionUntil: date('2028-12-31'),
  start: date('2028-01-01'),
};
const draft: KnownCase = { status: 'draft', item, revision: 1 };
const TODAY = date('2026-11-24');

describe('deadlines are counted backwards per region, from its contract and its bodies’ meetings', () => {
  const { steps, warnings } = timelineOf(draft, rules, TODAY);
  const by = (region: typeof SORMLAND, step: string) =>
    steps.find((one) => one.region === region && one.step === step)?.by;

  it('the region whose plan it is starts the day after its contract, the other as planned', () => {
    expect([by(VASTMANLAND, 'start'), by(SORMLAND, 'start')]).toEqual(['2028-01-01', '2028-01-01']);
    expect(steps.find(({ region, step }) => region === VASTMANLAND && step === 'start')?.reason).toEqual({
      why: 'contract-ends',
      on: '2027-12-31',
    });
    expect(steps.find(({ region, step }) => region === SORMLAND && step === 'start')?.reason).toEqual({
      why: 'planned-start',
    });
  });

  it('an option is to be used by the last day of the contract, in the region that has it', () => {
    expect([by(VASTMANLAND, 'option-notice'), by(SORMLAND, 'option-notice')]).toEqual([
      '2027-12-31',
      undefined,
    ]);
  });

  it('the body that the delegation order names for initiating decides in a meeting, with its last day for documents', () => {
    for (const region of [SORMLAND, VASTMANLAND]) {
      expect([by(region, 'initiation-meeting'), by(region, 'initiation-documents')]).toEqual([
        '2027-09-08',
        '2027-08-25',
      ]);
    }
  });

  it('July is warned about', () => {
    expect(warnings.map(({ warning }) => warning)).toContain('july');
  });

  it('a delegate needs no meeting, and a board that prepares comes before', () => {
    const [first] = rules.mandates.slice(-1);
    if (!first) throw new Error('no row');
    const delegated = {
      ...rules,
      mandates: [{ ...first, holder: { kind: 'delegate', person: officer.id, body: NAMNDEN } as const }],
    };
    expect(timelineOf(draft, delegated, TODAY).steps.map(({ step }) => step)).not.toContain(
      'initiation-meeting',
    );
    const prepared = {
      ...rules,
      bodies: rules.bodies.map((row) => ({ ...row, preparedBy: bodyId('styrelsen') })),
      meetings: [
        ...(rules.meetings ?? []),
        {
          ...always,
          id: 'c2',
          body: bodyId('styrelsen'),
          meetings: [{ date: date('2027-08-11'), documentsBy: date('2027-08-01') }],
        },
      ],
    };
    const found = timelineOf(draft, prepared, TODAY).steps.filter(({ region }) => region === SORMLAND);
    expect(found.find(({ step }) => step === 'preparation-meeting')?.by).toBe('2027-08-11');
  });

  it('an item that is not planned at all has no timeline', () => {
    expect(initialState()).toEqual({ status: 'new' });
    const { start: _s, advertise: _a, contractEnd: _c, extensionUntil: _e, ...bare } = item;
    expect(timelineOf({ ...draft, item: bare }, rules, TODAY)).toEqual({
      steps: [],
      warnings: [
        { region: SORMLAND, warning: 'nothing-to-plan-from' },
        { region: VASTMANLAND, warning: 'nothing-to-plan-from' },
      ],
    });
  });
});

describe('the timeline is on a card and at the command line', () => {
  let place: Office;
  beforeEach(async () => {
    place = await office();
    await place.samordna.rules.replace(rules);
    await place.does(officer, { do: 'import', item });
  });
  afterEach(() => place.sqlite.dispose());
  const cli = (): CliContext => ({
    store: place.sqlite.store,
    samordna: async () => place.samordna,
    person: async () => Promise.reject(new Error('nobody asks')),
    actor: async () => officer,
  });

  it('from the item’s card with one press, for the viewer’s own region', async () => {
    expect(await place.press(officer, { verb: 'item.show', item: item.id })).toContain('Visa tidsplanen');
    const shown = await place.press(vKirurgi, { verb: 'item.timeline', item: item.id });
    expect(shown).toContain('Tidsplan för Västmanland');
    expect(shown).toContain('Utnyttja optionen');
    expect(shown).toContain('ligger i juli');
    expect(await place.press(officer, { verb: 'item.timeline', item: item.id })).not.toContain(
      'Utnyttja optionen',
    );
  });

  it('says what the law’s thresholds say, to whomever; two small purchases of a kind may belong together', async () => {
    const thresholds = [
      {
        ...always,
        id: 'direct',
        threshold: 'direct-award',
        value: 700_000,
        source: 'LOU 19 a kap. 2 §',
      } as const,
    ];
    await place.samordna.rules.replace({ ...rules, thresholds });
    await place.does(officer, { do: 'import', item: { ...item, value: 500_000 } });
    const alone = await place.press(vKirurgi, { verb: 'item.timeline', item: item.id });
    expect(alone).toContain('under gränsen för direktupphandling, 700');
    expect(alone).not.toContain('Samma slags köp');
    const second = { ...item, id: itemId('MT925'), title: 'Bord', cpv: '33192100', value: 300_000 };
    const other = { ...second, id: itemId('MT926'), cpv: '33180000' };
    for (const one of [second, other]) {
      const imported = await place.samordna.cases.execute(one.id, { do: 'import', item: one }, officer);
      expect(imported.ok).toBe(true);
    }
    const shown = await place.press(officer, { verb: 'item.timeline', item: item.id });
    expect(shown).toContain('Samma slags köp planeras också i MT925: tillsammans 800');
    const { json, text } = await timeline(cli(), item.id, 'en');
    expect(text).toContain('The same kind of purchase is planned in MT925 too');
    expect(json).toMatchObject({
      warnings: expect.arrayContaining([
        expect.objectContaining({ warning: 'may-be-split', others: ['MT925'], total: 800_000 }),
      ]),
    });
    const cancel = { do: 'advance', stage: { to: 'cancelled' }, texts: { text: 'Behövs inte' } } as const;
    expect((await place.samordna.cases.execute(second.id, cancel, officer)).ok).toBe(true);
    expect((await timeline(cli(), item.id, 'en')).text).not.toContain('The same kind');
  });

  it('a framework that was signed for too long, options counted, is warned about', () => {
    const thresholds = [
      { ...always, id: 'framework', threshold: 'framework-years', value: 4, source: 'LOU 7:2' } as const,
    ];
    const { state } = until('contract');
    if (!('contract' in state)) throw new Error('no contract');
    const framework: KnownCase = {
      ...state,
      item: { ...state.item, agreementType: 'Ramavtal', start: date('2027-01-01') },
      contract: { ...state.contract, until: date('2030-12-31'), optionsUntil: date('2032-12-31') },
    };
    const { warnings } = timelineOf(framework, { ...rules, thresholds }, TODAY);
    expect(warnings).toContainEqual({
      region: VASTMANLAND,
      warning: 'framework-too-long',
      row: 'framework',
      source: 'LOU 7:2',
      until: '2032-12-31',
      years: 4,
    });
  });

  it('every step of both regions at the command line, in Swedish or English', async () => {
    const { text, json, exit } = await timeline(cli(), item.id, 'en');
    expect(exit).toBe(0);
    expect(text).toContain('2027-09-08 Decision to initiate: The Procurement Board meets on');
    expect(text).toContain('falls in July');
    expect((await timeline(cli(), item.id, 'sv')).text).toContain('Beslut att inleda');
    const { steps } = json as { steps: { step: (typeof PLAN_STEPS)[number] }[] };
    expect(new Set(steps.map(({ step }) => step)).size).toBe(PLAN_STEPS.length - 2);
    await expect(timeline(cli(), 'nothing', 'sv')).rejects.toThrow(/No item has the id/);
    await expect(timeline(cli(), item.id, 'fi')).rejects.toThrow(/say sv or en/);
    expect(dateOf(place.now)).toBe('2026-11-23');
  });
});
