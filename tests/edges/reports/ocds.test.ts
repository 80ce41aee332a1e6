import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { KnownCase } from '#domain/coordination/state.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { itemId } from '#domain/shared/ids.ts';
import { ocdsPackage } from '#reports/ocds.ts';
import { imported, type Story, told } from '#support/given.ts';
import { advances, committed, declaresAnew, does, EVALUATOR, locked, until } from '#support/stages.ts';
import { beds, governance } from '#support/world.ts';

const OPTIONS = {
  prefix: 'ocds-abc123',
  uri: 'https://example.se/plan.json',
  publisher: 'Region Sörmland',
  publishedAt: instantOf(Date.UTC(2026, 10, 23, 8)),
  language: 'sv',
  regionName: (region: string) => `Region ${region}`,
} as const;
const state = (story: Story): KnownCase => story.state as KnownCase;
const released = (story: Story) => {
  const [release] = ocdsPackage([state(story)], OPTIONS).releases;
  if (!release) throw new Error('no release');
  return release;
};
const schema = JSON.parse(
  readFileSync(new URL('../../fixtures/schemas/ocds-1.1-used.json', import.meta.url), 'utf8'),
);
const fits = new Ajv({ allErrors: true, strict: false }).compile(schema);

const opened = until('evaluation');
const withTenders = told(
  governance,
  opened,
  declaresAnew(EVALUATOR),
  does(EVALUATOR, { do: 'note-tenders', received: 7, approved: 5 }),
);
const STORIES: readonly (readonly [string, Story])[] = [
  ['imported', imported],
  ['committed', committed],
  ['locked', locked],
  ['advertised', until('advertised')],
  ['evaluated, with its tenders noted', withTenders],
  ['awarded', until('awarded')],
  ['under contract', until('contract')],
  ['closed', until('closed')],
];

describe('a plan and its outcomes as open data', () => {
  it.each(STORIES)(
    '%s: has the structure of OCDS 1.1 and no field beside those that are meant',
    (_, story) => {
      fits(ocdsPackage([state(story)], OPTIONS));
      expect(fits.errors ?? []).toEqual([]);
    },
  );

  it('an id is unique in its process and has no number sign, whatever the plan calls the procurement', () => {
    const strange = { ...state(imported), item: { ...state(imported).item, id: itemId('MT#924') } };
    const found = ocdsPackage([strange], OPTIONS);
    fits(found);
    expect(fits.errors ?? []).toEqual([]);
    expect(found.releases[0]?.id).toContain('MT%23924');
    const ids = STORIES.map(([, story]) => released(story)).map(({ ocid, id }) => `${ocid} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['planned', imported, ['planning']],
    ['planned', locked, ['planning']],
    ['active', until('advertised'), ['planning', 'tender']],
    ['active', withTenders, ['planning', 'tender']],
    ['complete', until('awarded'), ['planning', 'tender']],
    ['complete', until('closed'), ['planning', 'tender']],
  ] as const)('is %s where it stands', (status, story, tag) => {
    expect(released(story)).toMatchObject({ tag, tender: { status } });
  });

  it('a procurement that was cancelled once advertised says so, and one that never was is withdrawn', () => {
    const cancel = advances({ to: 'cancelled' }, { texts: { text: 'Behovet försvann' } });
    const free = {
      ...governance,
      mandates: governance.mandates.filter(({ kinds }) => !kinds.includes('cancel')),
    };
    expect(released(told(free, until('advertised'), cancel))).toMatchObject({
      tag: ['planning', 'tender', 'tenderCancellation'],
      tender: { status: 'cancelled' },
    });
    expect(released(told(free, committed, cancel))).toMatchObject({
      tag: ['planning'],
      tender: { status: 'withdrawn' },
    });
  });

  it('names the other regions only once it is settled that they buy', () => {
    const parties = (story: Story) => released(story).parties.map(({ id }) => id);
    expect([parties(committed), parties(locked)]).toEqual([['vastmanland'], ['vastmanland', 'sormland']]);
  });

  it('a ceiling by volume makes a buyer too', () => {
    const known = state(locked);
    if (!('participants' in known)) throw new Error('not locked');
    const participants = known.participants.map(({ region }) =>
      region === 'vastmanland' ? { region, ceiling: 1 } : { region, ceiling: 0, ceilingVolume: 100 },
    );
    const byVolume: Story = { ...locked, state: { ...known, participants } };
    expect(released(byVolume).parties.map(({ id }) => id)).toEqual(['vastmanland', 'sormland']);
  });

  it.each(STORIES)('%s: tells of no tender, estimate, unit, person, answer or description', (_, story) => {
    const secret = {
      ...state(story),
      item: {
        ...beds,
        value: 987_654_321,
        valueWithOptions: 987_654_322,
        description: 'INTERNT',
        unit: 'ENHETEN',
      },
    } as KnownCase;
    const text = JSON.stringify(ocdsPackage([secret], OPTIONS));
    expect(text).not.toMatch(/98765432|INTERNT|ENHETEN|tenderers|bid|\d{8}-\d{4}-|objection|Behov/i);
    expect(text).not.toContain('numberOf');
  });
});
