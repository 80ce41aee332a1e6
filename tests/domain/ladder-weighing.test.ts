import { describe, expect, it } from 'vitest';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import { managersOf } from '#domain/coordination/levels.ts';
import { isAsked } from '#domain/coordination/state.ts';
import {
  asked,
  bothApprove,
  brings,
  decides,
  declares,
  imported,
  lift,
  notices,
  objected,
  objects,
  refusal,
  type Step,
  type Story,
  takes,
  tell,
  told,
  yes,
} from '#support/given.ts';
import { OREBRO, objectedInThree, oMember, opens, threeRegions } from '#support/three.ts';
import {
  asks,
  beds,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  secretary,
  sKirurgi,
  sMember,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const principle: MandateRow = {
  validFrom: date('2020-01-01'),
  status: 'decided',
  example: true,
  id: 'm-principle',
  kinds: ['coordinate', 'deviate', 'postpone'],
  actsFor: [SORMLAND, VASTMANLAND],
  principle: true,
  holder: { kind: 'body', body: NAMNDEN },
};
const withPrinciple: Governance = { ...governance, mandates: [...governance.mandates, principle] };
const setPrinciple: Step = { by: officer, command: { do: 'set-principle', principle: true } };
const registers = (outcome: 'coordinate' | 'deviate' = 'coordinate'): Step => ({
  by: secretary,
  command: {
    do: 'register-decision',
    body: NAMNDEN,
    revision: 1,
    outcome,
    date: date('2026-11-23'),
    paragraph: '§ 12',
    registryNumber: 'IN 2026-0042',
    texts: {},
  },
});
const seats = ({ state }: Story): string[] =>
  state.status === 'escalated' && state.escalation.level === 'decision'
    ? state.escalation.seats.map(({ rule, kind }) => `${rule} ${kind}`)
    : [];

describe('laws 2 and 6 on the ladder: the deciding level weighs the whole matter', () => {
  it('a matter of principle goes to whom the principle row names, whatever its amount', () => {
    const done = told(withPrinciple, objected, setPrinciple, lift(), ...bothApprove());
    expect(seats(done)).toEqual(['m-principle body']);
    expect(refusal(done, decides(sDecider, SORMLAND, 'deviate'), withPrinciple)).toBe('no-mandate');
  });

  it('what becomes a matter of principle at the decision is at once another’s to decide', () => {
    const done = told(withPrinciple, objected, lift(), ...bothApprove());
    expect(seats(done)).toEqual(['m-s delegate', 'm-v delegate']);
    expect(brings(done, setPrinciple, withPrinciple)).toEqual(['principle-set', 'reseated']);
    expect(seats(told(withPrinciple, done, setPrinciple))).toEqual(['m-principle body']);
  });

  it('what the units have committed counts where it is more than the plan', () => {
    const dear = tell(
      asked,
      yes(sAkut, 6_000_000),
      yes(sKirurgi, 3_000_000),
      yes(vAnestesi, 2_000_000),
      objects(vKirurgi),
      lift(),
      ...bothApprove(),
    );
    expect(seats(dear)).toEqual(['m-both body']);
  });

  it('options count', () => {
    const withOptions = tell(
      tell(
        { ...imported, state: { status: 'new' }, events: [] },
        { by: operator, command: { do: 'import', item: { ...beds, valueWithOptions: 12_000_000 } } },
      ),
      opens(asks as never),
      yes(sAkut),
      yes(sKirurgi),
      yes(vAnestesi),
      objects(vKirurgi),
      lift(),
      ...bothApprove(),
    );
    expect(seats(withOptions)).toEqual(['m-both body']);
  });

  it('a row of the own part fits by that part, and where it is unknown only if it covers any part of the whole', () => {
    const own: Governance = {
      ...governance,
      mandates: governance.mandates.map((row) => ({ ...row, basis: 'own' as const })),
    };
    const small = told(own, objected, lift(), ...bothApprove());
    expect(seats(small)).toEqual(['m-s delegate', 'm-v delegate']);
    const large = told(
      own,
      asked,
      yes(sAkut, 11_000_000),
      yes(sKirurgi, 3_000_000),
      yes(vAnestesi, 2_000_000),
      objects(vKirurgi),
      lift(),
      ...bothApprove(),
    );
    // Sörmland's part is known, and the board's; Västmanland's surgeons have not said what they would buy.
    expect(large.state).toMatchObject({ escalation: { missing: [VASTMANLAND] } });
    expect(seats(large)).toEqual(['m-both body']);
  });
});

describe('law 0 on the ladder: only regions that take part decide', () => {
  const two = told(
    threeRegions,
    imported,
    opens(asks as never),
    yes(sAkut),
    yes(sKirurgi),
    yes(vAnestesi),
    objects(vKirurgi),
    lift(),
  );

  it('a region that was not asked takes no position, and nobody waits for it', () => {
    expect(refusal(two, declares(oMember), threeRegions)).toBe('region-takes-no-part');
    const done = told(threeRegions, two, ...bothApprove());
    expect(done.state).toMatchObject({ escalation: { level: 'decision' } });
    expect(seats(done)).toEqual(['m-s delegate', 'm-v delegate']);
    const over = told(
      threeRegions,
      done,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(over.state.status).toBe('committed');
  });

  it('it does not count among the two that must remain', () => {
    const over = told(
      threeRegions,
      two,
      declares(sMember),
      declares(vMember),
      takes(sMember, 'approve'),
      takes(vMember, 'reject'),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate'),
    );
    expect(over.state).toMatchObject({
      status: 'deviation-decided',
      settlements: [{ outcome: 'deviate', declining: [VASTMANLAND] }],
    });
  });

  it('its members are not asked; those of a region that was are', () => {
    const ofTwo = notices(
      told(threeRegions, imported, opens(asks as never), objects(vKirurgi)),
      lift(),
      threeRegions,
    );
    expect(ofTwo.find(({ subject }) => subject.card === 'council')?.audience).toEqual([
      { to: 'role', role: 'council-member', regions: [SORMLAND, VASTMANLAND] },
    ]);
    const ofThree = notices(objectedInThree, lift(), threeRegions);
    expect(ofThree.find(({ subject }) => subject.card === 'council')?.audience).toEqual([
      { to: 'role', role: 'council-member', regions: [SORMLAND, VASTMANLAND, OREBRO] },
    ]);
  });
});

describe('the managers’ level', () => {
  const bossed = tell(
    imported,
    opens(asks.map((ask) => ({ ...ask, superior: `boss ${ask.unit}` })) as never),
  );
  const managers = ({ state }: Story) => (isAsked(state) ? managersOf(state).length : 0);

  it('has the objectors’ managers and those of the other region’s asked units, each way round', () => {
    expect(managers(tell(bossed, objects(vKirurgi)))).toBe(3);
    expect(managers(tell(bossed, objects(sKirurgi)))).toBe(3);
    expect(managers(tell(bossed, objects(vKirurgi), objects(sKirurgi)))).toBe(4);
  });
});

describe('a delegate with a conflict (KL 6:28–32)', () => {
  const atDecision = tell(objected, lift(), ...bothApprove());

  it('hands the decision to the body itself, whose secretary registers it', () => {
    expect(brings(atDecision, declares(sDecider, true))).toEqual(['conflict-declared', 'reseated']);
    expect(notices(atDecision, declares(sDecider, true))).toMatchObject([
      { subject: { card: 'round' }, occasion: 'conflict-declared' },
      {
        subject: { card: 'registration', body: NAMNDEN },
        audience: [{ to: 'person', person: secretary.id }],
      },
      { subject: { card: 'round' }, occasion: 'reseated' },
    ]);
    const without = tell(atDecision, declares(sDecider, true));
    expect(without.state).toMatchObject({
      escalation: {
        seats: [
          { rule: 'm-s', kind: 'body', secretary: secretary.id, insteadOf: sDecider.id },
          { rule: 'm-v', kind: 'delegate' },
        ],
      },
    });
    const done = tell(without, registers(), decides(vDecider, VASTMANLAND, 'coordinate'));
    expect(done.state.status).toBe('committed');
    expect(done.events.find(({ type }) => type === 'decided')).toMatchObject({
      rule: 'm-s',
      regions: [SORMLAND],
      by: secretary.id,
      body: { paragraph: '§ 12' },
    });
  });

  it('takes it back when the conflict was said by mistake', () => {
    const undone = tell(atDecision, declares(sDecider, true), declares(sDecider, false));
    expect(seats(undone)).toEqual(['m-s delegate', 'm-v delegate']);
  });

  it('leaves what is decided on a special row to whoever would have decided without it', () => {
    const urgent: Governance = {
      ...governance,
      mandates: [
        ...governance.mandates.map((row) => (row.id === 'm-both' ? { ...row, from: 0 } : row)).slice(2),
        {
          ...principle,
          id: 'chair',
          principle: false,
          urgent: true,
          holder: { kind: 'delegate', person: sMember.id, body: NAMNDEN },
        },
      ],
    };
    const hurried = told(urgent, objected, {
      by: officer,
      command: { do: 'mark-urgent', texts: { reason: 'Avtalet upphör på fredag' } },
    });
    expect(seats(hurried)).toEqual(['chair delegate']);
    expect(seats(told(urgent, hurried, declares(sMember, true)))).toEqual(['m-both body']);
  });
});
