import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToRender } from '#application/ports/delivery.ts';
import type { CardSubject, Occasion } from '#domain/coordination/notice.ts';
import type { Person } from '#domain/directory/person.ts';
import { itemId, type PersonId, unitId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import { DEADLINE } from '#support/given.ts';
import {
  at,
  beds,
  date,
  governance,
  operator,
  SORMLAND,
  sDecider,
  units,
  VASTMANLAND,
} from '#support/world.ts';
import { EVERYBODY, type JointFunction, jointFunction, people, type Who } from './joint-function.ts';

const item = beds.id;
const unit = units.vKirurgi;
const showing = { item, unit, round: 1, revision: 1 } as const;
const NO_NEED: CardAction = { verb: 'request.no-need', ...showing };
const OBJECTION: CardAction = {
  verb: 'objection.send',
  ...showing,
  reason: 'other',
  text: 'SECRET-OBJECTION',
  evidence: '',
};
const decides = (region: typeof SORMLAND): CardAction => ({
  verb: 'decision.decide',
  item,
  region,
  revision: 1,
  outcome: 'coordinate',
  text: 'Skäl',
});

let region: JointFunction;
beforeEach(async () => {
  region = await jointFunction();
  await region.press('officer', { verb: 'round.send', item, deadline: date('2026-12-04') });
});
afterEach(() => region.sqlite.dispose());

const becomes = (who: Who, change: Partial<Person>) =>
  region.samordna.people.import([{ ...people[who], ...change }]);
const record = async () =>
  (await region.samordna.cases.load(item))?.history.map(({ event }) => event.type) ?? [];
const toTheCouncil = async (): Promise<void> => {
  await region.press('vKirurgi', OBJECTION);
  await region.press('officer', { verb: 'escalate.send', item, outcome: 'coordinate', text: '' });
};
const approves = async (...members: readonly Who[]): Promise<void> => {
  for (const member of members) {
    await region.press(member, { verb: 'council.declare', item, conflict: false });
    const position = {
      verb: 'council.position',
      item,
      revision: 1,
      stance: 'approve',
      text: '',
      dissent: '',
    };
    await region.press(member, position);
  }
};

const rendering = (
  person: PersonId,
  subject: CardSubject,
  occasion: Occasion,
  standing = false,
): ToRender => ({
  id: 'message',
  person,
  deliveries: [{ id: 'delivery', notice: 'notice', subject, occasion, at: at('2026-11-22 09:00') }],
  standing,
});

describe('a right that was lost is lost in open cases too', () => {
  it('who is no manager any more neither answers nor reads, on old cards or new', async () => {
    await region.expand();
    await becomes('vKirurgi', { roles: [], unit: unitId(VASTMANLAND, 'Arkiv') });
    const before = await region.entries();
    for (const data of [NO_NEED, OBJECTION]) await region.press('vKirurgi', data);
    expect(await region.entries()).toBe(before);
    const subject = { card: 'request', item, unit } as const;
    expect(await region.samordna.outbox.render(rendering(people.vKirurgi.id, subject, 'new'))).toBeNull();
    expect(
      await region.samordna.outbox.render(rendering(people.vKirurgi.id, subject, 'reminder', true)),
    ).toBeNull();
  });

  it('a successor answers, although somebody else was asked', async () => {
    await becomes('vKirurgi', { roles: [] });
    await becomes('nobody', { roles: ['unit-manager'], unit });
    await region.press('nobody', NO_NEED);
    expect(await record()).toContain('answered');
  });

  it('who is no officer, auditor or council member any more reads nothing of the dispute', async () => {
    await toTheCouncil();
    for (const who of ['officer', 'auditor', 'sMember'] as const) {
      const open: CardAction = {
        verb: 'card.open',
        subject: { card: who === 'sMember' ? 'council' : 'round', item },
      };
      const asks = 'vem invänder mot MT924?';
      await region.press(who, { verb: 'council.declare', item, conflict: false });
      expect((await region.press(who, open)) + (await region.ask(who, asks))).toContain('SECRET-OBJECTION');
      await becomes(who, { roles: [] });
      expect((await region.press(who, open)) + (await region.ask(who, asks))).not.toContain(
        'SECRET-OBJECTION',
      );
    }
  });

  it('a delegate whom a newer row has replaced decides no more', async () => {
    await toTheCouncil();
    await approves('sMember', 'vMember');
    const mandates = governance.mandates.map((row) =>
      row.id === 'm-s' && row.holder.kind === 'delegate'
        ? { ...row, holder: { ...row.holder, person: people.nobody.id } }
        : row,
    );
    await region.samordna.rules.replace({ ...governance, version: 'test-2', mandates });
    await region.press('sDecider', decides(SORMLAND));
    expect(await record()).not.toContain('decided');
  });
});

describe('a declared conflict of interest holds', () => {
  it('against the decision too, where the member is the delegate', async () => {
    await becomes('sDecider', { roles: ['decider', 'council-member'] });
    await toTheCouncil();
    await region.press('sDecider', { verb: 'council.declare', item, conflict: true });
    await approves('sMember', 'vMember');
    await region.press('sDecider', decides(SORMLAND));
    expect(await record()).not.toContain('decided');
    const subject = { card: 'decision', item, region: SORMLAND } as const;
    expect(await region.press('sDecider', { verb: 'card.open', subject })).not.toContain('SECRET-OBJECTION');
    const card = JSON.stringify(await region.samordna.outbox.render(rendering(sDecider.id, subject, 'new')));
    for (const untold of ['SECRET-OBJECTION', 'decision.decide']) expect(card).not.toContain(untold);
    await region.press('vDecider', decides(VASTMANLAND));
    expect(await record()).toContain('decided');
  });

  it('after the case has ended: how it was argued stays unread', async () => {
    await becomes('objectingMember', { unit: unitId(VASTMANLAND, 'Rådet') });
    await toTheCouncil();
    await region.press('objectingMember', { verb: 'council.declare', item, conflict: true });
    await approves('sMember', 'vMember');
    await region.press('sDecider', decides(SORMLAND));
    await region.press('vDecider', decides(VASTMANLAND));
    expect((await region.samordna.cases.load(item))?.state.status).not.toBe('escalated');
    const question = 'vem invänder mot MT924?';
    expect(await region.ask('sMember', question)).toContain('SECRET-OBJECTION');
    expect(await region.ask('objectingMember', question)).not.toContain('SECRET-OBJECTION');
  });
});

describe('what is hidden is not told by what a list leaves out', () => {
  it('which region objects', async () => {
    await toTheCouncil();
    const lists = async (who: Who, of: typeof SORMLAND): Promise<boolean> => {
      const query = { topic: 'escalations', region: of, language: 'sv' } as const;
      const view = await region.samordna.answers.answer(people[who], { query, choices: [] });
      return JSON.stringify(view).includes('Operationsbord');
    };
    const narrowed = async (who: Who) => [await lists(who, SORMLAND), await lists(who, VASTMANLAND)];
    // The item stands in Västmanland's plan; that one of its units objects changes nothing for whoever has no part.
    const objects = await narrowed('nobody');
    expect(objects).toEqual([false, true]);
    await region.press('sKirurgi', { ...OBJECTION, unit: units.sKirurgi } as CardAction);
    expect(await narrowed('nobody')).toEqual(objects);
    expect(await narrowed('officer')).toEqual([true, true]);
  });
});

describe('two at once', () => {
  it('everybody’s press is taken or refused, none twice, and the record is one chain', async () => {
    const yes = (who: Who): CardAction => ({ ...NO_NEED, unit: people[who].unit }) as CardAction;
    const managers = ['sAkut', 'sKirurgi', 'vAnestesi', 'vKirurgi'] as const;
    const all = [...managers, ...managers, ...EVERYBODY];
    await Promise.all([
      ...all.map((who) => region.press(who, yes(who))),
      region.samordna.ticker.tick(),
      region.press('deputy', { ...NO_NEED, unit: units.sKirurgi } as CardAction),
    ]);
    expect((await record()).filter((type) => type === 'answered')).toHaveLength(4);
    const found = await region.samordna.cases.load(item);
    expect(found?.history.map(({ seq }) => seq)).toEqual(found?.history.map((_, i) => i + 1));
  });

  it('a yes pressed while the item is revised is bound to the revision that was shown', async () => {
    const revised = { ...beds, value: 9_000_000 };
    await Promise.all([
      region.press('vKirurgi', NO_NEED),
      region.samordna.cases.execute(item, { do: 'import', item: revised }, operator),
      region.press('sKirurgi', { ...NO_NEED, unit: units.sKirurgi } as CardAction),
    ]);
    const state = (await region.samordna.cases.load(item))?.state;
    if (!state || !('round' in state)) throw new Error('nobody was asked');
    expect(state.revision).toBe(2);
    for (const entry of Object.values(state.round.units)) expect(entry.answer.kind).toBe('waiting');
  });

  it('an answer at the very instant of the deadline and the clock’s silence do not both stand', async () => {
    region.now = DEADLINE;
    await Promise.all([region.samordna.ticker.tick(), region.press('vKirurgi', NO_NEED)]);
    const state = (await region.samordna.cases.load(item))?.state;
    if (!state || !('round' in state)) throw new Error('nobody was asked');
    expect(state.round.units[unit]?.answer.kind).toBe('no-need');
    expect((await record()).filter((type) => type === 'not-answered')).toHaveLength(1);
    region.now = at('2026-12-05 09:00');
    await region.samordna.ticker.tick();
    expect((await record()).filter((type) => type === 'not-answered')).toHaveLength(1);
  });
});

describe('somebody else’s', () => {
  it('plan file is neither imported nor thrown away, by nobody’s guess of its name', async () => {
    const { store } = region.sqlite;
    const rows = [{ row: 2, item: { ...beds, id: itemId('FORGED') } }];
    const body = { person: people.officer.id, rows };
    await store.put({ kind: 'draft', id: 'plan-x', index: { person: body.person }, body }, null);
    await becomes('sAkut', { roles: ['officer'] });
    for (const who of ['sAkut', 'administrator', 'nobody'] as const) {
      for (const verb of ['import.discard', 'import.confirm'] as const)
        await region.press(who, { verb, draft: 'plan-x' });
    }
    expect(await region.samordna.cases.load(itemId('FORGED'))).toBeNull();
    // A draft kept by somebody who has lost the role since is refused row by row.
    await becomes('officer', { roles: [] });
    await region.press('officer', { verb: 'import.confirm', draft: 'plan-x' });
    expect(await region.samordna.cases.load(itemId('FORGED'))).toBeNull();
  });

  it('address is not learnt from an activity of another tenant, even of the same account id', async () => {
    const address = (tenantId: string) => ({
      person: people.officer.id.replace('tenant-s', tenantId) as Person['id'],
      tenantId,
      conversationId: `a:${tenantId}`,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      userId: '29:x',
      botId: '28:x',
    });
    for (const tenantId of ['tenant-s', 'tenant-v', 'tenant-x']) {
      const { person } = address(tenantId);
      await region.samordna.conversation.said(
        { person, tenantId, name: null, locale: null, scope: 'personal', address: address(tenantId) },
        'hej',
        [],
      );
    }
    expect([...(await region.samordna.addresses.reachable())]).toEqual([people.officer.id]);
    expect((await region.samordna.addresses.get(people.officer.id))?.conversationId).toBe('a:tenant-s');
  });
});
