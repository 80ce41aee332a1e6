import type { Role } from '#domain/directory/person.ts';
import type { TextKey } from '../text/words.ts';
import type { HelpView, MessageView, NotUnderstoodView, TimeView, UnknownPersonView } from '../views.ts';
import { button, type CardData, type Laid } from './data.ts';
import { type Fact, fact, lay, maybe } from './frame.ts';
import type { Writer } from './writer.ts';

type Saying = TextKey & `say.${string}`;

/** What each role most often wants to know, first things first. */
const SAYINGS: Readonly<Record<Role, readonly Saying[]>> = {
  'unit-manager': ['say.mine', 'say.plan', 'say.authority'],
  officer: ['say.mine', 'say.plan', 'say.unanswered', 'say.objections', 'say.share', 'say.deliveries'],
  'council-member': ['say.mine', 'say.escalations', 'say.objections', 'say.deviations'],
  decider: ['say.mine', 'say.escalations', 'say.deviations', 'say.share'],
  secretary: ['say.mine', 'say.escalations', 'say.authority'],
  registrar: ['say.mine', 'say.deviations', 'say.plan'],
  controller: ['say.share', 'say.deviations', 'say.plan'],
  auditor: ['say.deviations', 'say.share', 'say.authority', 'say.plan'],
  administrator: ['say.deliveries', 'say.authority', 'say.plan'],
};

const saying = (key: Saying, w: Writer): CardData => {
  const text = w.say.plain(key);
  return { label: text, press: button({ verb: 'say', text }) };
};

/** At most six buttons, each of which says its own text: what waits first, before it a registrar's queue, then the lists. */
const sayings = (roles: readonly Role[], w: Writer): readonly CardData[] => {
  const keys = new Set<Saying>(roles.flatMap((role) => SAYINGS[role]));
  const wanted: readonly Saying[] = keys.size > 0 ? [...keys] : ['say.plan', 'say.authority'];
  const registry = roles.includes('registrar')
    ? [{ label: w.say.plain('registry.open'), press: button({ verb: 'registry.show', skip: 0 }) }]
    : [];
  const agenda = roles.includes('council-member')
    ? [{ label: w.say.plain('meeting.toAgenda'), press: button({ verb: 'meeting.show', kind: 'agenda' }) }]
    : [];
  const reporting = roles.includes('secretary')
    ? [{ label: w.say.plain('reporting.open'), press: button({ verb: 'reporting.show' }) }]
    : [];
  const rules = roles.includes('administrator')
    ? [{ label: w.say.plain('adopting.open'), press: button({ verb: 'rules.show' }) }]
    : [];
  const said = wanted.map((key) => saying(key, w));
  const mine = wanted[0] === 'say.mine' ? said.splice(0, 1) : [];
  return [...registry, ...mine, ...agenda, ...reporting, ...rules, ...said].slice(0, 6);
};

export const help = (view: HelpView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      heading: view.welcome ? w.say('help.welcome', { name: w.name(view.name) }) : w.say('help.heading'),
      summary: w.say.plain(view.welcome ? 'help.summaryWelcome' : 'help.summary'),
    },
    {
      roles:
        view.roles.length > 0
          ? w.say('help.roles', { roles: w.names(view.roles.map((role) => w.say.plain(`role.${role}`))) })
          : undefined,
      sayings: sayings(view.roles, w),
      // Only officers may move the demo's clock.
      demo: view.demo && view.roles.includes('officer'),
    },
  );

/** All that would be kept of a question. */
const keptFacts = ({ query, words }: NonNullable<NotUnderstoodView['keeps']>, w: Writer): readonly Fact[] => [
  ...fact(w, 'notUnderstood.keepTopic', w.say(`takenAs.${query.topic}`)),
  ...fact(
    w,
    'notUnderstood.keepItem',
    maybe(query.item, (item) => w.name(item)),
  ),
  ...fact(
    w,
    'notUnderstood.keepWords',
    words.length > 0 ? w.name(words.join(', ')) : w.say('notUnderstood.keepNoWords'),
  ),
];

export const notUnderstood = (view: NotUnderstoodView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      heading: w.say(view.keeps ? 'notUnderstood.keepHeading' : 'notUnderstood.heading'),
      summary: w.say.plain(view.keeps ? 'notUnderstood.keepHeading' : 'notUnderstood.summary'),
    },
    view.keeps
      ? {
          intro: w.say('notUnderstood.keepIntro'),
          facts: keptFacts(view.keeps, w),
          sayings: [
            {
              label: w.say.plain('notUnderstood.keep'),
              press: button({ verb: 'answer.keep', text: view.keeps.text }),
            },
            saying('say.help', w),
          ],
        }
      : {
          intro: w.say('notUnderstood.intro'),
          facts: [],
          sayings: [...sayings(view.roles, w).slice(0, 4), saying('say.help', w)],
        },
  );

const messageHead = ({ banner }: MessageView): 'done' | 'refused' | 'told' =>
  banner?.kind === 'refused' || banner?.kind === 'done' ? banner.kind : 'told';

/** Its banner is all that it says. */
export const message = (view: MessageView, w: Writer): Laid =>
  lay(
    view,
    w,
    { heading: w.say(`message.${messageHead(view)}`) },
    { open: maybe(view.subject, (subject) => button({ verb: 'card.open', subject })) },
  );

export const unknownPerson = (view: UnknownPersonView, w: Writer): Laid =>
  lay(
    view,
    w,
    { heading: w.say('unknownPerson.heading'), summary: w.say.plain('unknownPerson.summary') },
    {
      facts: [
        ...fact(w, 'unknownPerson.tenant', w.name(view.tenantId)),
        ...fact(w, 'unknownPerson.object', w.name(view.objectId)),
      ],
    },
  );

export const time = (view: TimeView, w: Writer): Laid => {
  const now = w.moment(view.asOf);
  return lay(
    view,
    w,
    { heading: w.say('time.heading'), summary: w.say.plain('time.summary', { now }) },
    {
      now: w.say('time.now', { now }),
      speed: maybe(view.speed ?? undefined, (speed) => w.say('time.speed', { speed: w.name(speed) })),
      next:
        view.nextDue === null ? w.say('time.nothing') : w.say('time.next', { next: w.moment(view.nextDue) }),
      hour: button({ verb: 'time.forward', by: 'hour' }),
      day: button({ verb: 'time.forward', by: 'day' }),
      week: button({ verb: 'time.forward', by: 'week' }),
      toNext: view.nextDue === null ? undefined : button({ verb: 'time.forward', by: 'next' }),
    },
  );
};
