import { describe, expect, it } from 'vitest';
import { tasksOf } from '#application/views/tasks.ts';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { createDirectory } from '#domain/directory/directory.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import type { Actor } from '#domain/shared/actor.ts';
import {
  decides,
  declares,
  imported,
  lift,
  noNeed,
  objects,
  refusal,
  type Story,
  takes,
  told,
  yes,
} from '#support/given.ts';
import { advances, does } from '#support/stages.ts';
import { OREBRO, oDecider, oKirurgi, oMember, opens, threeRegions } from '#support/three.ts';
import * as world from '#support/world.ts';

const { asks, date, NAMNDEN, SORMLAND, sAkut, sDecider, sKirurgi, sMember, VASTMANLAND } = world;
const { vAnestesi, vDecider, vKirurgi, vMember } = world;

const cancelling = (region: typeof SORMLAND, { id }: { id: typeof sDecider.id }): MandateRow => ({
  id: `cancel-${region}`,
  validFrom: date('2020-01-01'),
  status: 'decided',
  kinds: ['cancel'],
  actsFor: [region],
  holder: { kind: 'delegate', person: id, body: NAMNDEN },
});
const rules: Governance = {
  ...threeRegions,
  mandates: [
    ...threeRegions.mandates.map((row) => ({ ...row, kinds: row.kinds.filter((kind) => kind !== 'cancel') })),
    cancelling(SORMLAND, sDecider),
    cancelling(VASTMANLAND, vDecider),
  ],
};
const known = ({ state }: Story): KnownCase => {
  if (state.status === 'new') throw new Error('nothing is known');
  return state;
};
const person = ({ id, region, unit, roles }: Actor & { kind: 'person' }): Person => ({
  id,
  name: id,
  email: `${id.replace(':', '.')}@example.se`,
  region,
  unit,
  roles: roles as readonly Role[],
  language: 'sv',
  deputy: null,
  manager: null,
});

describe('a region that takes no part decides nothing, reads nothing and counts as nobody', () => {
  it('no decision of a region that was never asked is demanded to cancel', () => {
    const asked = told(rules, imported, opens([...asks]), yes(sAkut, 10), yes(sKirurgi, 10));
    const decided = [sDecider, vDecider].map((by) =>
      does(by, {
        do: 'decide-stage',
        kind: 'cancel',
        region: by.region,
        revision: 1,
        texts: { text: 'Nej' },
      }),
    );
    const cancels = advances({ to: 'cancelled' }, { texts: { text: 'Behövs inte' } });
    expect(refusal(asked, cancels, rules)).toBe('decision-missing');
    const story = told(rules, asked, ...decided);
    expect(missingDecisions(known(story), rules, date('2026-11-23'), 'cancel')).toEqual([]);
    expect(refusal(story, cancels, rules)).toBe('allowed');
  });

  it('its member of the council has no task and reads no dispute; those of the regions that take part do', () => {
    const at = (units: typeof asks | undefined) =>
      told(
        rules,
        imported,
        opens(units && [...units]),
        yes(sAkut, 10),
        yes(sKirurgi, 10),
        yes(vAnestesi, 10),
        ...(units ? [] : [yes(oKirurgi, 10)]),
        objects(vKirurgi),
        lift(),
      );
    const tasks = (who: typeof oMember, story: Story) =>
      tasksOf(
        {
          now: story.now,
          viewer: person(who),
          directory: createDirectory([person(who)]),
          governance: rules,
          demo: false,
        },
        [known(story)],
      );
    expect(tasks(oMember, at(asks))).toEqual([]);
    expect(tasks(vMember, at(asks))).toHaveLength(1);
    expect(tasks(oMember, at(undefined))).toHaveLength(1);
  });

  it('a region whose units need nothing is none of the two that must remain', () => {
    const members = [sMember, vMember, oMember];
    const outcome = (...sormland: readonly ReturnType<typeof yes>[]) => {
      const story = told(
        rules,
        imported,
        opens(),
        ...sormland,
        yes(vAnestesi, 10),
        objects(vKirurgi),
        yes(oKirurgi, 10),
        lift(),
        ...members.map((by) => declares(by)),
        ...members.map((by) => takes(by, 'approve')),
        decides(vDecider, VASTMANLAND, 'deviate', '2029-06-30'),
        decides(sDecider, SORMLAND, 'coordinate'),
        decides(oDecider, OREBRO, 'coordinate'),
      );
      return story.state.status;
    };
    expect(outcome(noNeed(sAkut), noNeed(sKirurgi))).toBe('deviation-decided');
    expect(outcome(yes(sAkut, 10), noNeed(sKirurgi))).toBe('partly-committed');
  });
});
