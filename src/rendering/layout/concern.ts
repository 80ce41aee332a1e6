import type { Shown } from '../text/safe.ts';
import type { ConcernForm, ConcernSent, ConcernView, ReportingSystem } from '../views/concern.ts';
import { button, type Laid } from './data.ts';
import { lay, maybe } from './frame.ts';
import { quote } from './parts.ts';
import type { Writer } from './writer.ts';

const systemText = (system: ReportingSystem | undefined, w: Writer): Shown => {
  if (!system) return w.say('concern.noSystem');
  const name = w.name(system.name[w.language]);
  return system.url === undefined
    ? w.say('concern.system', { name })
    : w.say('concern.systemUrl', { name, url: w.name(system.url) });
};

export const concernForm = (view: ConcernForm, w: Writer): Laid => {
  const item = view.item ? { item: view.item.id } : {};
  return lay(
    view,
    w,
    {
      kicker: maybe(view.item, ({ title }) => w.name(title)),
      heading: w.say('concern.heading'),
      summary: w.say.plain('concern.summary'),
    },
    {
      nobody: view.recipients.length === 0,
      // A button each: whom to trust with this is chosen, never preset.
      recipients: view.recipients.map(({ to, name }) => ({
        label: w.say.plain(`concernSend.${to}`, { name: w.plainName(name) }),
        press: button({ verb: 'concern.send', ...item, to, text: '' }),
      })),
      system: systemText(view.reporting, w),
      counted:
        view.counted === undefined
          ? undefined
          : view.counted === null
            ? w.say('concern.few')
            : w.say('concern.counted', { count: view.counted }),
      back: maybe(view.item, ({ id }) => button({ verb: 'item.show', item: id })),
    },
  );
};

export const concern = (view: ConcernView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: maybe(view.item, ({ title }) => w.name(title)),
      heading: w.say('concern.received', { from: w.name(view.from) }),
      // A notification stands on locked screens: it says nothing of what it is about.
      summary: w.say.plain('concern.summaryReceived'),
    },
    { quote: quote(view.text, w), system: systemText(view.reporting, w) },
  );

export const concernSent = (view: ConcernSent, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      heading: w.say('concern.sent', { name: w.name(view.to.name) }),
      summary: w.say.plain('concern.summary'),
    },
    { system: systemText(view.reporting, w) },
  );
