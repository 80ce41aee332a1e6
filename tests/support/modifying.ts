import type { Governance } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { type Step, type Story, told } from '#support/given.ts';
import { advances, declaresAnew, does, kindRow, until } from '#support/stages.ts';
import { at, date, governance, officer, SORMLAND, sDecider, units, VASTMANLAND } from '#support/world.ts';

type Proposed = Extract<Advance, { to: 'modification-proposed' }>;
export type Signed = Extract<KnownCase, { contract: unknown; callOffs?: unknown }>;

/** Signed on 16 March 2027, until 31 March 2029 with options until 2031; each region's ceiling is two million. */
export const signed: Story = { ...until('contract'), now: at('2027-06-01 10:00') };
export const proposes = (more: Partial<Proposed> = {}, text = 'Vårdköer', by: Actor = officer): Step =>
  advances(
    {
      to: 'modification-proposed',
      ground: 'additional-needs',
      region: VASTMANLAND,
      value: 2_600_000,
      ...more,
    } as Proposed,
    { by, texts: { text } },
  );
export const only = (more: Omit<Proposed, 'to' | 'ground'>): Step =>
  advances(
    { to: 'modification-proposed', ground: 'unforeseen', ...more },
    { texts: { text: 'Leveransen dröjer' } },
  );
export const makes = advances({ to: 'modified' });
export const drops = (text = 'Behövs inte'): Step =>
  advances({ to: 'modification-dropped' }, { texts: { text } });
export const asks: Step = does(officer, { do: 'ask-stage-decision', kind: 'modify' });
export const decides = (
  change: Partial<Extract<CaseCommand, { do: 'decide-stage' }>> = {},
  by: Actor = sDecider,
): Step =>
  does(by, {
    do: 'decide-stage',
    kind: 'modify',
    region: SORMLAND,
    revision: 1,
    modification: 1,
    texts: { text: 'Enligt avtalets klausul' },
    ...change,
  });
export const rules: Governance = { ...governance, mandates: [kindRow('k-modify', 'modify')] };
export const proposed = (): Story => told(rules, signed, proposes());
export const decided = (): Story => told(rules, proposed(), declaresAnew(sDecider), decides());
export const changed = (): Story => told(rules, decided(), makes);
export const of = (state: CaseState): Signed => {
  if (!('contract' in state)) throw new Error(state.status);
  return state as Signed;
};
export const ceilings = (story: Story) =>
  Object.fromEntries(of(story.state).participants.map(({ region, ceiling }) => [region, ceiling]));
export const calls = (value: number): Step =>
  does(officer, {
    do: 'call-off',
    unit: units.vKirurgi,
    number: 1,
    value,
    date: date('2027-06-01'),
    texts: {},
  });

/** Sörmland is in for forty pieces, of which nobody has named the price. */
export const counted: Story = {
  ...signed,
  state: {
    ...of(signed.state),
    participants: of(signed.state).participants.map((part) =>
      part.region === SORMLAND ? { ...part, ceiling: 0, ceilingVolume: 40 } : part,
    ),
  },
};
