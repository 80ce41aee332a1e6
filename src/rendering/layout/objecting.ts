import { REASON_CODES } from '#domain/escalation/reasons.ts';
import type { MoreTimeForm, ObjectionForm, ObjectionReasons } from '../views.ts';
import { button, type Laid } from './data.ts';
import { lay } from './frame.ts';
import { answering, ofUnit, unitDeadline } from './request.ts';
import type { Writer } from './writer.ts';

export const objectionReasons = (view: ObjectionReasons, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('objection.kicker', { title: w.name(view.item.title) }),
      heading: w.say('objection.reasonsHeading'),
      summary: w.say.plain('objection.summaryReasons', { title: w.plainName(view.item.title) }),
    },
    {
      reasons: REASON_CODES.map((reason) => ({
        title: w.say(`reason.${reason}`),
        note: w.say(`reasonShort.${reason}`),
        label: w.say.plain(`reason.${reason}`),
        open: button({ verb: 'objection.form', ...ofUnit(view), reason }),
      })),
      back: button({ verb: 'request.show', ...ofUnit(view) }),
    },
  );

export const objectionForm = (view: ObjectionForm, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('objection.kicker', { title: w.name(view.item.title) }),
      heading: w.say(`reason.${view.reason}`),
      summary: w.say.plain('objection.summaryForm', { title: w.plainName(view.item.title) }),
    },
    {
      short: w.say(`reasonShort.${view.reason}`),
      settles: w.say(`evidence.${view.reason}`),
      // Favouring local firms is unlawful; whoever objects for their sake is told so before writing.
      unlawful: view.reason === 'sme-access',
      // Their dates show when the unit can begin instead.
      asksContract: view.reason === 'existing-contract',
      send: button({
        verb: 'objection.send',
        ...answering(view),
        reason: view.reason,
        text: '',
        evidence: '',
      }),
      otherReason: button({ verb: 'objection.reasons', ...ofUnit(view) }),
      back: button({ verb: 'request.show', ...ofUnit(view) }),
    },
  );

export const moreTimeForm = (view: MoreTimeForm, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('request.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('moreTimeForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      deadline: unitDeadline(view, w),
      send: button({ verb: 'more-time.send', ...answering(view), text: '' }),
      back: button({ verb: 'request.show', ...ofUnit(view) }),
    },
  );
