import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ItemId, itemId } from '#domain/shared/ids.ts';
import { isRefused, textOf } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { emulatedCosmos, temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';
import { type Office, openOffice } from './office.ts';
import { MEMBERS, URGENT } from './rights.ts';
import { nothingPressed, type Story, tellStory, unpressed } from './story.ts';

// Long stories over an emulated Cosmos DB, on whatever machine there is.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const START = at('2026-11-23 09:00');
const READ_ALL = ['anna', 'johan', 'sofia', 'anders', 'nils', 'ulrika', 'margareta', 'tobias'] as const;
const MANAGERS = ['karin', 'erik', 'maria', 'james'] as const;
const each = (names: readonly string[], ...cards: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, cards]));

const STORES = [
  ['SQLite', temporarySqlite],
  ['Cosmos DB', emulatedCosmos],
] as const;

describe.each(STORES)('the main job over %s', (_store, make) => {
  const pressed = nothingPressed();
  let office: Office;
  let dispose: () => Promise<void>;
  beforeEach(async () => {
    const temporary = await make();
    dispose = temporary.dispose;
    office = await openOffice(temporary.store, START);
  });
  afterEach(async () => {
    await office.stop();
    await dispose();
  });

  const toStage = async (story: Story, name: Name, item: ItemId) =>
    story.opens(name, { verb: 'card.open', subject: { card: 'stage', item } });
  /** Each region's delegate decides to begin (law 6), and the other region lets the lead region act (law 5). */
  const begins = async (story: Story, item: ItemId) => {
    await office.people.anna.says(`visa ${item}`);
    await toStage(story, 'anna', item);
    await story.does('anna', { verb: 'stage.ask', kind: 'initiate' });
    await story.does('cecilia', 'stage.decide', { text: 'Enligt planen' });
    await story.does('mats', 'stage.decide', { text: 'Enligt planen' });
    await story.does('anna', 'stage.authorise', { date: '2026-11-20', reference: 'RS 2026-9' });
  };

  const objects = async (story: Story, name: 'james' | 'maria', text: string, evidence: string) => {
    await story.opens(name, 'objection.reasons');
    await story.opens(name, { verb: 'objection.form', reason: 'existing-contract' });
    await story.does(name, 'objection.send', { text, evidence });
  };

  it('goes from the question to the outcome, and everybody gets what is theirs and nothing else', async () => {
    const story = tellStory(office, [itemId('MT924')], pressed);
    const { anna } = office.people;
    await anna.says('fråga enheterna om MT924 till 4 december');
    await story.does('anna', 'round.send');
    expect(await story.news()).toEqual({ ...each(MANAGERS, 'request new'), anna: ['round new'] });

    await story.does('erik', 'request.yes', { volume: '12', value: '1,2 mnkr', binding: 'binding' });
    const conditions = story.secret('VILLKOR-AV-KARIN', 'karin', 'peter', 'gunilla', ...READ_ALL);
    await story.opens('karin', 'request.conditions-form');
    await story.does('karin', 'request.conditions', { text: conditions });
    await story.does('maria', 'request.no-need');
    expect(await story.news()).toEqual({});
    expect(anna.sees('3 av 4 enheter har svarat')).toBe(true);

    const why = story.secret('AVTAL-AV-JAMES', 'james', 'helena', ...READ_ALL);
    const evidence = story.secret('UNDERLAG-AV-JAMES', 'james', 'helena', ...READ_ALL);
    await objects(story, 'james', why, evidence);
    expect(await story.news()).toEqual({ anna: ['objection new'] });

    const solution = story.secret('LÖSNING-AV-ANNA', 'james', 'helena', ...READ_ALL);
    await story.opens('anna', 'solution.form');
    await story.does('anna', 'solution.propose', { solution: 'staggered-start', text: solution });
    expect(await story.news()).toEqual({ james: ['solution new'] });
    await story.looksAround();
    const reply = story.secret('SVAR-AV-JAMES', 'james', 'helena', ...READ_ALL);
    await story.opens('james', 'solution.reject-form');
    await story.does('james', 'solution.reject', { text: reply });
    expect(await story.news()).toEqual({ anna: ['objection solution-rejected'] });

    // The dispute is read by the council from here on, but not by whoever has declared a conflict.
    for (const text of [why, evidence, solution, reply]) story.reveal(text, ...MEMBERS);
    const proposal = story.secret('FÖRSLAG-AV-ANNA', ...MEMBERS, ...READ_ALL);
    await story.opens('anna', 'escalate.form');
    await story.does('anna', 'escalate.send', {
      outcome: 'coordinate-with-staggered-start',
      text: proposal,
    });
    expect(await story.news()).toEqual(each(MEMBERS, 'council new'));
    await story.does('lars', { verb: 'council.declare', conflict: true });
    const [excluded] = office.people.lars.cards().slice(-1);
    expect(textOf(excluded ?? {})).not.toContain(why);
    await story.does('eva', { verb: 'council.declare', conflict: false });
    const dissent = story.secret('AVVIKANDE-AV-EVA', 'eva', 'ingrid', 'daniel', ...READ_ALL);
    await story.does('eva', { verb: 'council.position', stance: 'approve' }, { dissent });
    await story.does('ingrid', { verb: 'council.declare', conflict: false });
    await story.does('daniel', { verb: 'council.declare', conflict: false });
    await story.looksAround();
    expect(await story.news()).toEqual({});
    for (const text of [why, evidence, solution, reply, proposal, dissent, conditions]) {
      story.reveal(text, 'cecilia', 'mats');
    }
    const reason = story.secret('SKÄL-AV-DANIEL', 'eva', 'ingrid', 'daniel', 'cecilia', 'mats', ...READ_ALL);
    await story.does('daniel', { verb: 'council.position', stance: 'reject' }, { text: reason });
    expect(await story.news()).toEqual({
      ...each(['cecilia', 'mats'], 'decision new'),
      anna: ['round council-concluded'],
    });
    expect(office.people.cecilia.sees(reason)).toBe(true);

    const outcome = 'coordinate-with-staggered-start';
    await story.does('cecilia', 'decision.decide', { outcome, text: 'Enligt rådet' });
    expect(await story.news()).toEqual({});
    await story.does('mats', 'decision.decide', { outcome, text: 'Vi delar bedömningen' });
    expect(await story.news()).toEqual({
      ...each(['anna', 'cecilia', 'mats', ...MANAGERS, ...MEMBERS], 'outcome new'),
      // Two decisions by delegation, which the board's secretary reports to it.
      birgitta: ['outcome to-report'],
    });
    for (const name of [...MANAGERS, ...MEMBERS]) {
      expect(office.people[name].sees('Vi delar bedömningen'), name).toBe(true);
    }
    await begins(story, itemId('MT924'));
    // Västmanland takes part by a decision over its objection: nobody there has named a value.
    await story.does('anna', 'stage.advance', { value: '2,5 mnkr' });
    await office.people.anna.says('visa MT924');
    await story.does('anna', 'item.lock');
    // Each authority's own registrar, in its own diarium.
    for (const [name, number0] of [
      ['sofia', 'RS 2026-0123'],
      ['anders', 'RV 2026-0456'],
    ] as const) {
      await story.opens(name, 'registry.show');
      await story.does(name, 'registry.save', { number0 });
    }
    await story.looksAround();
    // Locked: no card that still stands in a chat can change anything.
    expect((await office.samordna.cases.load(itemId('MT924')))?.state.status).toBe('locked');
  });

  it('lets time remind, lift silence to the superior and climb to the council, but never decide', async () => {
    const story = tellStory(office, [itemId('MT924')], pressed);
    const { anna, karin } = office.people;
    const later = async (when: string) => {
      await office.until(at(when));
      story.nobodyReadTooMuch();
      return story.news();
    };
    await anna.says('fråga enheterna om MT924 till 4 december');
    await story.does('anna', 'round.send');
    const wish = story.secret('MER-TID-FÖR-ERIK', 'erik', 'gunilla', ...READ_ALL);
    await story.opens('erik', 'request.more');
    await story.opens('erik', 'more-time.form');
    await story.does('erik', 'more-time.send', { text: wish });
    await story.does('anna', { verb: 'more-time.grant', workingDays: 5 });
    await story.opens('karin', 'request.more');
    await story.opens('karin', 'more-time.form');
    await story.does('karin', 'more-time.send');
    await story.does('anna', { verb: 'more-time.refuse', unit: 'sormland/Operationskliniken Nyköping' });
    const why = story.secret('AVTAL-AV-JAMES', 'james', 'helena', ...READ_ALL);
    await objects(story, 'james', why, '');
    expect(await story.news()).toEqual({
      ...each(['karin'], 'request more-time-refused', 'request new'),
      ...each(['erik'], 'request more-time-granted', 'request new'),
      ...each(['maria', 'james'], 'request new'),
      anna: ['more-time new', 'more-time new', 'objection new', 'round new'],
    });

    // Five working days before the deadline; the day before the dialogue's clock runs out.
    expect(await later('2026-11-27 08:59')).toEqual({});
    expect(await later('2026-11-27 09:00')).toEqual({
      ...each(['karin', 'maria'], 'request reminder'),
      anna: ['round reminder'],
    });
    expect(await later('2026-11-27 09:00')).toEqual({});
    // The dialogue's five working days are over: the other region's managers see the objection too.
    story.reveal(why, 'gunilla');
    expect(await later('2026-11-30 16:00')).toEqual({
      ...each(['gunilla', 'helena'], 'managers new'),
      anna: ['round climbed'],
    });
    // James gave no evidence in five working days: said, and the case goes on.
    expect(await later('2026-12-03 09:00')).toEqual({
      ...each(['karin', 'maria'], 'request reminder'),
      anna: ['objection evidence-missed'],
    });
    // The deadline of who got more time is a week later.
    expect(await later('2026-12-04 09:00')).toEqual({
      ...each(['karin', 'maria', 'erik'], 'request reminder'),
      ...each(['gunilla', 'helena'], 'managers reminder'),
    });
    const early = await office.people.gunilla.submits(karin.about('request.yes'));
    expect(textOf(early)).toContain('enhet');
    expect(await later('2026-12-05 00:00')).toEqual({
      ...each(['gunilla', 'helena'], 'lifted new'),
      anna: ['round time-ran-out'],
    });
    await story.looksAround();

    await story.opens('gunilla', { verb: 'request.show', unit: 'sormland/Operationskliniken Nyköping' });
    await story.does('gunilla', 'request.yes', { value: '300 000' });
    expect(anna.sees('Gunilla Forsberg') || anna.sees('2 av 4 enheter har svarat')).toBe(true);
    story.reveal(why, ...MEMBERS);
    expect(await later('2026-12-07 16:00')).toEqual({
      ...each(MEMBERS, 'council new'),
      anna: ['round climbed'],
    });
    expect(await later('2026-12-10 09:00')).toEqual({ erik: ['request reminder'] });
    expect(await later('2026-12-11 09:00')).toEqual({ erik: ['request reminder'] });
    expect(await later('2026-12-12 00:00')).toEqual({
      gunilla: ['lifted new'],
      anna: ['round time-ran-out'],
    });
    expect(await later('2026-12-17 09:00')).toEqual(each(MEMBERS, 'council reminder'));
    // Nobody took a position; the case goes on to those who may decide.
    story.reveal(why, 'cecilia', 'mats');
    story.reveal(wish, 'cecilia', 'mats');
    expect(await later('2026-12-21 16:00')).toEqual({
      ...each(['cecilia', 'mats'], 'decision new'),
      anna: ['round council-concluded'],
    });
    // Christmas lies between: ten working days end on 11 January.
    expect(await later('2027-01-07 09:00')).toEqual(each(['cecilia', 'mats'], 'decision reminder'));
    const entries = await story.entries();
    expect(await later('2027-01-11 16:00')).toEqual(each(['cecilia', 'mats'], 'decision reminder'));
    expect(await story.entries()).toBe(entries + 1);
    const waiting = (await office.samordna.cases.load(itemId('MT924')))?.state;
    expect(waiting?.status === 'escalated' && waiting.escalation.level).toBe('decision');

    await story.does('cecilia', 'decision.decide', { outcome: 'coordinate', text: 'Vi köper gemensamt' });
    await story.does('mats', 'decision.decide', {
      outcome: 'deviate',
      until: '2027-12-31',
      text: 'Avtalet löper',
    });
    expect(await story.news()).toEqual({
      ...each(['anna', 'cecilia', 'mats', 'gunilla', 'helena', ...MANAGERS, ...MEMBERS], 'outcome new'),
      birgitta: ['outcome to-report'],
    });
    expect(office.people.maria.sees('Region Västmanland')).toBe(true);
    const ended = (await office.samordna.cases.load(itemId('MT924')))?.state;
    expect(ended?.status).toBe('deviation-decided');
  });

  it('asks again only those who had answered when the plan is revised (law 3), and a body decides by its secretary', async () => {
    const item = itemId('DU-1');
    const story = tellStory(office, [item], pressed);
    const { anna, erik, james } = office.people;
    const plan = (value: string) =>
      `Upphandlings-ID;Benämning;Region;CPV;Värde;Startdatum\nDU-1;Ultraljud;Region Sörmland;33112200;${value};2027-03-01\n`;
    await anna.sends('plan.csv', plan('70 000 000'));
    const discarded = anna.about('import.discard');
    await story.does('anna', 'import.confirm');
    await anna.sends('plan.csv', plan('80 000 000'));
    await story.discards('anna');
    await anna.submits(discarded);

    await anna.says('visa DU-1');
    await story.opens('anna', 'round.form');
    await story.opens('anna', 'round.preview', { deadline: '2026-12-04' });
    await story.does('anna', 'round.send');
    await story.does('erik', 'request.yes');
    const why = story.secret('AVTAL-AV-JAMES', 'james', 'helena', ...READ_ALL);
    await objects(story, 'james', why, '');
    const before = erik.about('request.change');
    const oldYes = { ...before, verb: 'request.no-need', round: 1, revision: 1 };
    expect(await story.news()).toEqual({
      ...each(MANAGERS, 'request new'),
      anna: ['objection new', 'round new'],
    });

    await anna.sends('plan.csv', plan('90 000 000'));
    await story.does('anna', 'import.confirm');
    expect(await story.news()).toEqual(each(['erik', 'james'], 'request revised'));
    for (const user of [erik, james]) {
      expect(user.sees('70'), user.name).toBe(true);
      expect(user.sees('90'), user.name).toBe(true);
    }
    // A card that still shows the old value decides nothing.
    const refused = await erik.submits(oldYes);
    expect(isRefused(refused)).toBe(true);
    await story.does('erik', 'request.yes');
    await objects(story, 'james', why, '');
    story.reveal(why, ...MEMBERS);
    await story.opens('anna', 'escalate.form');
    await story.does('anna', 'escalate.send', { outcome: 'coordinate' });
    for (const name of ['eva', 'ingrid'] as const) {
      await story.does(name, { verb: 'council.declare', conflict: false });
    }
    await story.does('eva', { verb: 'council.position', stance: 'approve' });
    await story.news();
    const stance = office.people.ingrid.about({ verb: 'council.position', stance: 'approve' });

    await anna.sends('plan.csv', plan('95 000 000'));
    await story.does('anna', 'import.confirm');
    expect(await story.news()).toEqual({
      ...each(['erik', 'james'], 'request revised'),
      // The others have taken no position that could have gone stale; their card shows the change.
      eva: ['council revised'],
    });
    expect(isRefused(await office.people.ingrid.submits(stance))).toBe(true);
    await story.does('erik', 'request.yes');
    await objects(story, 'james', why, '');
    await story.does('eva', { verb: 'council.position', stance: 'approve' });
    story.reveal(why, 'birgitta');
    await story.does('ingrid', { verb: 'council.position', stance: 'approve' });
    expect(await story.news()).toMatchObject({ birgitta: ['registration new'] });
    await story.opens('birgitta', { verb: 'memo.show', body: 'inkopsnamnden' });
    await story.opens('birgitta', 'card.open');
    // The same by its name, for whoever may read it and for nobody else.
    for (const user of [office.people.birgitta, anna]) {
      expect(textOf(await user.says('tjänsteskrivelse DU-1')), user.name).toContain(why);
    }
    expect(isRefused(await erik.says('tjänsteskrivelse DU-1'))).toBe(true);
    await office.people.birgitta.says('vad väntar på mig?');
    await story.opens('birgitta', { verb: 'card.open', subject: { card: 'registration' } });
    await story.does('birgitta', 'registration.register', {
      outcome: 'coordinate',
      paragraph: '§ 12',
      registryNumber: 'IN 2026/1',
    });
    const closed = await story.news();
    expect(closed).toEqual(each(['anna', 'birgitta', ...MANAGERS, ...MEMBERS], 'outcome new'));
    expect(office.people.maria.sees('IN 2026/1')).toBe(true);
  });

  it('takes an urgent case straight to the chair, and the decision to the next meeting (KL 6:39, 6:40)', async () => {
    const item = itemId(URGENT);
    const story = tellStory(office, [item], pressed);
    const { anna, birgitta, eva } = office.people;
    await anna.sends(
      'plan.csv',
      `Upphandlings-ID;Benämning;Region;CPV;Värde;Startdatum\n${URGENT};Respiratorer;Region Sörmland;33157400;90 000 000;2027-03-01\n`,
    );
    await story.does('anna', 'import.confirm');
    await anna.says(`visa ${URGENT}`);
    await story.opens('anna', 'round.form');
    await story.opens('anna', 'round.preview', { deadline: '2026-12-04' });
    await story.does('anna', 'round.send');
    const why = story.secret('AVTAL-AV-JAMES', 'james', 'helena', ...READ_ALL);
    await objects(story, 'james', why, '');
    story.reveal(why, ...MEMBERS, 'birgitta');
    await story.opens('anna', 'escalate.form');
    await story.does('anna', 'escalate.send', { outcome: 'coordinate' });
    await eva.says('dagordning');
    await story.opens('eva', 'meeting.show');
    await story.news();
    const reason = story.secret('BRÅDSKAR-ENLIGT-ANNA', 'ylva', ...READ_ALL);
    story.reveal(why, 'ylva');
    await story.opens('anna', 'urgent.form');
    await story.does('anna', 'urgent.send', { text: reason });
    expect(await story.news()).toMatchObject({ ylva: ['decision urgent'] });
    await story.does('ylva', { verb: 'decision.declare', conflict: true });
    // The body itself would decide, and its secretary is asked; the chair takes it back.
    expect(await story.news()).toMatchObject({ birgitta: ['registration new'] });
    await story.does('ylva', { verb: 'council.declare', conflict: false });
    await story.does('ylva', 'decision.decide', { outcome: 'coordinate', text: 'Vården kan inte vänta' });
    expect((await office.samordna.cases.load(item))?.state.status).not.toBe('escalated');
    expect(await story.news()).toMatchObject({ birgitta: ['outcome to-report'] });
    await birgitta.says('vad väntar på mig?');
    expect(birgitta.sees('1 beslut att anmäla')).toBe(true);
    await story.opens('birgitta', 'reporting.show');
    await story.does('birgitta', 'reporting.save', { date: '2026-11-23' });
    expect(textOf(await birgitta.says('vad väntar på mig?'))).not.toContain('att anmäla');
  });

  it('passes a case on from a council that no row ends, with the reason (section 3)', async () => {
    const item = itemId('MT924');
    const story = tellStory(office, [item], pressed);
    const rules = await office.samordna.rules.whole();
    if (!rules) throw new Error('no rules');
    await office.samordna.rules.replace({
      ...rules,
      version: 'no-end',
      ladder: rules.ladder.filter(({ level }) => level !== 'council'),
      attendance: [],
    });
    await office.people.anna.says('fråga enheterna om MT924 till 4 december');
    await story.does('anna', 'round.send');
    const why = story.secret('AVTAL-AV-JAMES', 'james', 'helena', ...READ_ALL);
    await objects(story, 'james', why, '');
    story.reveal(why, ...MEMBERS);
    await story.opens('anna', 'escalate.form');
    await story.does('anna', 'escalate.send', { outcome: 'coordinate' });
    await story.news();
    story.reveal(why, 'cecilia', 'mats');
    await story.opens('anna', 'conclude.form');
    await story.does('anna', 'conclude.send', { text: 'Ingen tid är beslutad för rådet' });
    expect(await story.news()).toMatchObject({ cecilia: ['decision new'], mats: ['decision new'] });
  });

  it('ends in agreement: a solution accepted, a unit asked again, the case closed by its officer', async () => {
    const item = itemId('MT924');
    const story = tellStory(office, [item], pressed);
    const { anna } = office.people;
    await anna.says('fråga enheterna om MT924 till 4 december');
    await story.does('anna', 'round.send');
    await story.does('erik', 'request.yes');
    await story.does('karin', 'request.yes');
    const texts = ['AVTAL-AV-MARIA', 'AVTAL-AV-JAMES'] as const;
    story.secret(texts[0], 'maria', 'oskar', 'helena', ...READ_ALL);
    story.secret(texts[1], 'james', 'helena', ...READ_ALL);
    await objects(story, 'maria', texts[0], '');
    await objects(story, 'james', texts[1], '');
    const maria = 'vastmanland/Operationskliniken Västerås';
    const james = 'vastmanland/Kirurgkliniken Köping';
    await story.opens('anna', { verb: 'solution.form', unit: maria });
    await story.does('anna', 'solution.propose', { solution: 'lots', text: 'Två delar' });
    await story.does('maria', 'solution.accept');
    for (const text of texts) story.reveal(text, 'gunilla', ...MEMBERS);

    // Time by the officer's own card; nobody else may move it.
    await anna.says('tid');
    for (const by of ['hour', 'day', 'week', 'next'] as const) await story.movesTime('anna', by);
    await office.until(at('2026-12-05 00:00'));
    await story.opens('anna', { verb: 'ask-again.form', unit: james });
    await story.does('anna', 'ask-again.send', { deadline: '2026-12-18', text: 'Kan ni vara med senare?' });
    await story.does('james', 'request.yes');
    await story.does('anna', 'case.close');
    const ended = (await office.samordna.cases.load(item))?.state;
    expect(ended?.status).toBe('committed');
    await begins(story, item);
    await story.does('anna', 'stage.advance', { value: '2,5 mnkr' });
    await office.people.anna.says(`visa ${item}`);
    await story.does('anna', 'item.lock');

    // From advertising on nothing of the tenders is shown; the way out asks why, and what is left is documented.
    await toStage(story, 'anna', item);
    await story.does(
      'anna',
      { verb: 'stage.advance', to: 'advertised' },
      { date: '2026-12-07', reference: 'TED-1', evaluators: office.people.anna.id },
    );
    await story.does('anna', { verb: 'stage.advance', to: 'evaluation' }, { date: '2026-12-07' });
    // A wrong tap shows nothing of the case any more, but the way to take it back.
    await story.does('anna', { verb: 'stage.declare', conflict: true });
    expect(office.people.anna.sees('TED-1')).toBe(false);
    await story.does('anna', { verb: 'stage.declare', conflict: false });
    expect(office.people.anna.sees('TED-1')).toBe(true);
    await story.opens('anna', 'tenders.form');
    await story.does('anna', 'tenders.send', { received: '771', approved: '4' });
    expect(office.people.anna.sees('771')).toBe(false);
    await story.opens('anna', 'evaluator.form');
    await story.does('anna', 'evaluator.send', { to: office.people.johan.id });
    await story.opens('anna', { verb: 'stage.form', to: 'cancelled' });
    await story.does('anna', { verb: 'stage.advance', to: 'cancelled' }, { text: 'Behovet har ändrats' });
    expect(Object.values(await story.news()).flat()).toContain('stage new');
    await story.does('anna', 'stage.document');
  });

  it('asks fullmäktige before a large procurement begins, and registers what it decided (law 6)', async () => {
    const item = itemId('MT11616');
    const story = tellStory(office, [item], pressed);
    // What the plan says, and its timeline is counted from, can be corrected on a card.
    await office.people.anna.says(`visa ${item}`);
    await story.opens('anna', { verb: 'card.open', subject: { card: 'figures' } });
    await story.opens('anna', 'cost.form');
    await office.people.anna.says(`visa ${item}`);
    await story.opens('anna', { verb: 'card.open', subject: { card: 'figures' } });
    await story.opens('anna', 'lessons.for');
    await office.people.anna.says(`visa ${item}`);
    await story.opens('anna', 'item.timeline');
    await story.opens('anna', 'item.form');
    await story.does('anna', 'item.correct', { start: '2027-06-01' });
    expect((await office.samordna.cases.load(item))?.state).toMatchObject({
      revision: 2,
      item: { start: '2027-06-01' },
    });
    expect(textOf(await office.people.anna.says(`nästa steg ${item}`))).toContain('Beslut att inleda');
    // A matter of principle, whatever the amount; and no such matter after all.
    await story.does('anna', { verb: 'stage.principle', principle: true });
    expect(office.people.anna.sees('Principiell fråga')).toBe(true);
    await story.does('anna', { verb: 'stage.principle', principle: false });
    await story.does('anna', { verb: 'stage.ask', kind: 'initiate' });
    // What was corrected today is another matter than the one before.
    const minutes = { date: '2026-11-23', paragraph: '§ 118', registryNumber: 'RS 2026-0400' };
    const prepared = { preparedOn: '2026-11-02', preparedParagraph: '§ 201' };
    await story.does('birgitta', 'stage.register', { ...minutes, ...prepared });
    const known = (await office.samordna.cases.load(item))?.state;
    expect(known?.stageDecisions).toMatchObject([{ regions: ['sormland'], late: false }]);
  });

  it('lets a question find somebody who can answer, and an objection its evidence or its end', async () => {
    const item = itemId('MT924');
    const story = tellStory(office, [item], pressed);
    const { anna, peter, johan, maria } = office.people;
    await anna.says('fråga enheterna om MT924 till 4 december');
    await story.does('anna', 'round.send');
    await story.news();

    await story.opens('karin', 'request.more');
    await story.opens('karin', 'delegate.form');
    await story.does('karin', 'delegate.send', { to: peter.id });
    expect(await story.news()).toEqual({ peter: ['request new'] });
    await story.opens('peter', 'request.more');
    await story.opens('peter', 'reference.form');
    const name = story.secret('LISA-I-REFERENSGRUPPEN', 'karin', 'peter', 'gunilla', ...READ_ALL);
    await story.does('peter', 'reference.send', { name, hours: '12' });
    expect(anna.sees('12 timmar')).toBe(true);
    await story.does('peter', 'request.yes');

    // Who is away is stood in for by the deputy; without one the officer is told.
    await maria.says('jag är borta till 15 december');
    expect(maria.sees('Oskar Nyman')).toBe(true);
    await office.settled();
    expect(await story.news()).toEqual({ oskar: ['request new'] });
    await story.opens('james', 'request.more');
    await story.opens('james', 'away.form');
    await story.does('james', 'away.save', { until: '2026-12-01' });
    expect(await story.news()).toEqual({ anna: ['round absence-noted'] });
    await story.does('james', 'away.end');
    expect(await story.news()).toEqual({});

    const why = story.secret('INVÄNDNING-AV-OSKAR', 'maria', 'oskar', 'helena', ...READ_ALL);
    await story.opens('oskar', 'objection.reasons');
    await story.opens('oskar', { verb: 'objection.form', reason: 'existing-contract' });
    await story.does('oskar', 'objection.send', { text: why, contractEnd: '2027-06-30' });
    await story.opens('anna', { verb: 'card.open', subject: { card: 'objection' } });
    expect(anna.sees('1 juli')).toBe(true);
    await story.opens('anna', 'evidence.ask-form');
    const wanted = story.secret('FRÅGA-OM-UNDERLAG', 'maria', 'oskar', 'helena', ...READ_ALL);
    await story.does('anna', 'evidence.ask', { text: wanted });
    await story.opens('oskar', 'evidence.form');
    const evidence = story.secret('UNDERLAG-AV-OSKAR', 'maria', 'oskar', 'helena', ...READ_ALL);
    await story.does('oskar', 'evidence.send', { text: evidence });
    await story.does('anna', 'evidence.accept');
    await story.looksAround();
    await story.does('oskar', 'objection.withdraw');
    const open = (await office.samordna.cases.load(item))?.state;
    expect(open?.status).toBe('asked');
    await story.does('oskar', 'request.yes');

    await story.news();
    await anna.says('visa MT924');
    await story.opens('anna', { verb: 'card.open', subject: { card: 'round' } });
    // Whoever hands a case over because of a conflict says so there, and sees nothing of the case any more (KL 6:28–32).
    await story.opens('anna', 'owner.form');
    await story.opens('anna', 'conflict.form');
    await story.opens('anna', { verb: 'item.show' });
    await story.opens('anna', { verb: 'card.open', subject: { card: 'round' } });
    await story.opens('anna', 'owner.form');
    await story.does('anna', 'owner.send', { to: johan.id });
    expect(await story.news()).toEqual({ johan: ['round new'] });
  });

  it('finds what could be bought together, which an officer assesses and everybody may read', async () => {
    const items = ['MT2651', 'MT12572'];
    const story = tellStory(office, items.map(itemId), pressed);
    const { anna, erik } = office.people;
    await anna.says('vad kan samordnas med MT2651?');
    await story.opens('anna', { verb: 'candidate.show', items });
    await story.opens('anna', 'candidate.form');
    await story.does('anna', 'candidate.not-possible', { text: 'Olika fabrikat i ambulanserna till 2028' });
    // What was a no can become a yes; then the units are asked.
    await story.does('anna', 'candidate.possible');
    expect(anna.sees('Välj svarstid')).toBe(true);
    await anna.says('vad kan samordnas med MT2651?');
    await story.opens('anna', { verb: 'candidate.show', items });
    await story.opens('anna', 'candidates.show');
    await erik.says('vad kan samordnas med MT2651?');
    await story.opens('erik', { verb: 'candidate.show', items });
    await story.looksAround();
    // What was misunderstood is marked as such, and no case knows of it.
    await erik.says('blå elefanter i en sås');
    await story.opens('erik', 'answer.wrong');
    await story.opens('erik', 'answer.keep');
  });

  it('lets the administrator, and nobody else, say that proposed rows are decided', async () => {
    const story = tellStory(office, [], pressed);
    const { tobias } = office.people;
    await tobias.says('hjälp');
    await story.opens('tobias', 'rules.show');
    const rows = 'switch-2027';
    await story.adopts('tobias', { rows, reference: 'RF 2026-12-08 § 1', version: '2027-1' });
    const { successions = [] } = (await office.samordna.rules.whole()) ?? {};
    expect(successions).toMatchObject([{ status: 'decided', reference: 'RF 2026-12-08 § 1' }]);
  });

  it('assesses whether one procurement could be coordinated at all: a no has its reason, and can be changed', async () => {
    const item = itemId('MT10647');
    const story = tellStory(office, [item], pressed);
    const status = async () => (await office.samordna.cases.load(item))?.state.status;
    await office.people.anna.says(`bedöm ${item}`);
    await story.does(
      'anna',
      { verb: 'assess.send', possible: false },
      { text: 'Bara en region har behovet' },
    );
    expect(await status()).toBe('not-possible');
    await story.opens('anna', 'assess.form');
    await story.does('anna', { verb: 'assess.send', possible: true });
    expect(await status()).toBe('assessed');
  });

  it('with every button pressed by whom it is for, and refused to everybody else', () => {
    expect(unpressed(pressed)).toEqual({ own: [], others: [] });
  });
});
