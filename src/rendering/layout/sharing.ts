import { dateOf } from '#domain/shared/calendar.ts';
import type {
  AwayView,
  DelegateForm,
  EvidenceAskForm,
  EvidenceForm,
  OwnerForm,
  ReferenceForm,
  RequestMoreView,
} from '../views/sharing.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { lay, maybe } from './frame.ts';
import { low } from './label.ts';
import { evidenceText, quote } from './parts.ts';
import type { Writer } from './writer.ts';

/** Ways for whoever cannot answer now. */
export const requestMore = (view: RequestMoreView, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('more.heading'),
      summary: w.say.plain('more.summary', { title: w.plainName(view.item.title) }),
    },
    {
      deadline: w.say('request.deadline', { deadline: w.moment(view.deadline) }),
      delegate: buttonIf(view.may.delegate, { verb: 'delegate.form', ...of }),
      moreTime: buttonIf(view.may.moreTime, { verb: 'more-time.form', ...of }),
      away: button({ verb: 'away.form' }),
      reference: button({ verb: 'reference.form', ...of }),
      concern: button({ verb: 'concern.form', item: view.item.id }),
      back: button({ verb: 'request.show', ...of }),
    },
  );
};

export const delegateForm = (view: DelegateForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  const [first] = view.colleagues;
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('delegate.heading'),
      summary: w.say.plain('delegate.summary', { title: w.plainName(view.item.title) }),
    },
    {
      colleagues: view.colleagues.map(({ person, name, unitName }) => ({
        title: w.say.plain('delegate.choice', { name: w.plainName(name), unit: w.plainName(unitName) }),
        value: w.input(person),
      })),
      nobody: first === undefined,
      chosen: w.input(first?.person ?? ''),
      send: maybe(first, ({ person }) => button({ verb: 'delegate.send', ...of, to: person })),
      back: button({ verb: 'request.show', ...of }),
    },
  );
};

export const referenceForm = (view: ReferenceForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('reference.heading'),
      summary: w.say.plain('reference.summary', { title: w.plainName(view.item.title) }),
    },
    {
      name: w.input(view.current?.name ?? ''),
      hours: view.current?.hours ?? 8,
      send: button({ verb: 'reference.send', ...of, name: '', hours: view.current?.hours ?? 8 }),
      back: button({ verb: 'request.show', ...of }),
    },
  );
};

export const away = (view: AwayView, w: Writer): Laid =>
  lay(
    view,
    w,
    { heading: w.say('away.heading'), summary: w.say.plain('away.summary') },
    {
      said: view.until === undefined ? undefined : w.say('away.until', { until: w.day(view.until) }),
      standIn:
        view.deputy === null
          ? w.say(view.until === undefined ? 'away.nobodyWould' : 'away.nobody')
          : w.say(view.until === undefined ? 'away.deputyWould' : 'away.deputy', {
              deputy: w.name(view.deputy),
            }),
      handed: maybe(view.handed || undefined, (count) =>
        w.say(view.deputy === null ? 'away.told' : 'away.handed', { count }),
      ),
      until: w.input(view.until ?? dateOf(view.asOf)),
      saveLabel: w.say.plain(view.until === undefined ? 'away.save' : 'away.change'),
      save: button({ verb: 'away.save', until: view.until ?? dateOf(view.asOf) }),
      end: buttonIf(view.until !== undefined, { verb: 'away.end' }),
    },
  );

export const evidenceForm = (view: EvidenceForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.say('objection.kicker', { title: w.name(view.item.title) }),
      heading: w.say('evidenceForm.heading'),
      summary: w.say.plain('evidenceForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      reason: w.say(`reason.${view.reason}`),
      settles: w.say(`evidence.${view.reason}`),
      status: evidenceText(view.evidence, w),
      asked: quote(view.evidence.asked, w),
      given: view.evidence.given.map((text) => ({ text: w.say('common.quote', { text: w.text(text) }) })),
      send: button({ verb: 'evidence.send', ...of, text: '' }),
      back: button({ verb: 'request.show', ...of }),
    },
  );
};

export const evidenceAskForm = (view: EvidenceAskForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('evidenceAsk.heading'),
      summary: w.say.plain('evidenceAsk.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: w.say('evidenceAsk.intro', { unit: w.name(view.unitName) }),
      settles: w.say('dispute.settles', { evidence: low(w.say(`evidence.${view.reason}`)) }),
      send: button({ verb: 'evidence.ask', ...of, text: '' }),
      back: button({ verb: 'card.open', subject: { card: 'objection', ...of } }),
    },
  );
};

export const ownerForm = (view: OwnerForm, w: Writer): Laid => {
  const item = view.item.id;
  const [first] = view.officers;
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('ownerForm.heading'),
      summary: w.say.plain('ownerForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      now: maybe(view.owner, (owner) => w.say('ownerForm.now', { owner: w.name(owner) })),
      officers: view.officers.map(({ person, name }) => ({
        title: w.plainName(name),
        value: w.input(person),
      })),
      chosen: w.input(first?.person ?? ''),
      send: maybe(first, ({ person }) => button({ verb: 'owner.send', item, to: person })),
      conflict: buttonIf(view.declares === true, { verb: 'conflict.form', item }),
      back: button(
        view.inRound ? { verb: 'card.open', subject: { card: 'round', item } } : { verb: 'item.show', item },
      ),
    },
  );
};
