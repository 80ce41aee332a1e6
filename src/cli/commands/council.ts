import { councilMeeting, type MeetingKind } from '#application/council/meeting.ts';
import { memo } from '#application/council/memo.ts';
import { registersIn, reportsSome } from '#application/council/reporters.ts';
import { reportingList } from '#application/council/reporting.ts';
import { readsAll, withheldFrom } from '#application/views/visibility.ts';
import { forumOf } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { isPlainDate } from '#domain/shared/calendar.ts';
import { bodyId, itemId, type PlainDate } from '#domain/shared/ids.ts';
import { isLanguage, type Language } from '#domain/shared/language.ts';
import { refusalSentence } from '#rendering/render.ts';
import { writing } from '#rendering/writing.ts';
import { meetingHtml } from '#reports/meeting-html.ts';
import { memoHtml } from '#reports/memo-html.ts';
import { reportingHtml } from '#reports/reporting-html.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome, refusedBy } from '../output.ts';

export interface DocumentOptions {
  readonly format: string;
  readonly lang: string;
}
const languageOf = ({ format, lang }: DocumentOptions): Language => {
  if (format !== 'html' && format !== 'json') throw badInput(`--format is "${format}": say html or json.`);
  if (!isLanguage(lang)) throw badInput(`--lang is "${lang}": say sv or en.`);
  return lang;
};
const dayIn = (option: string, text: string | undefined): PlainDate | undefined => {
  if (text === undefined) return undefined;
  if (!isPlainDate(text)) throw badInput(`--${option} is "${text}": write the day like 2026-12-16.`);
  return text;
};
const printed = (format: string, json: unknown, html: () => string): Outcome => ({
  exit: DONE,
  json,
  text: (format === 'html' ? html() : JSON.stringify(json, null, 2)).trimEnd(),
});

/** Inköp's own people, those who keep or watch over the record, and whoever has the document to do with. */
const mayRead = (actor: Actor, also: boolean): boolean =>
  actor.kind === 'operator' || (actor.kind === 'person' && (also || readsAll(actor)));

const known = async (context: CliContext) => {
  const { cases, presenter, people, rules } = await context.samordna();
  const now = presenter.now();
  const [directory, governance, actor] = await Promise.all([
    people.directory(),
    rules.at(now),
    context.actor(),
  ]);
  return { cases, actor, namer: { now, directory, governance } };
};

/** The council's agenda or minutes; a case in which the reader has a conflict is only named. */
export const meetingDocument = async (
  context: CliContext,
  kind: MeetingKind,
  options: DocumentOptions & { readonly date?: string },
): Promise<Outcome> => {
  const language = languageOf(options);
  const date = dayIn('date', options.date);
  const { cases, actor, namer } = await known(context);
  const forum = forumOf(namer.governance, 'council');
  const secretary = namer.governance.bodies.find((row) => row.body === forum)?.secretary;
  const member =
    actor.kind === 'person' && (actor.roles.includes('council-member') || actor.id === secretary);
  if (!mayRead(actor, member)) throw refusedBy(refusalSentence({ code: 'not-allowed' }, language));
  const found = await cases.list(kind === 'agenda' ? { state: ['escalated'] } : {});
  const meeting = councilMeeting(kind, found, namer, {
    ...(date ? { date } : {}),
    reader: actor.kind === 'person' ? actor.id : null,
  });
  return printed(options.format, meeting, () => meetingHtml(meeting, writing(language)));
};

/** A body's reporting list (KL 6:40, 7:8). */
export const reportingDocument = async (
  context: CliContext,
  options: DocumentOptions & { readonly body: string; readonly from?: string; readonly to?: string },
): Promise<Outcome> => {
  const language = languageOf(options);
  const [from, to] = [dayIn('from', options.from), dayIn('to', options.to)];
  const { cases, actor, namer } = await known(context);
  const body = bodyId(options.body);
  const { bodies, past } = namer.governance;
  const row = [...bodies, ...(past?.bodies ?? [])].find((one) => one.body === body);
  if (!row) {
    const names = bodies.map((one) => one.body).join(', ');
    throw badInput(
      `The governance has no body "${options.body}": say one of ${names || 'none is in force'}.`,
    );
  }
  const found = await cases.list({});
  const viewer = actor.kind === 'person' ? actor : null;
  const whole = mayRead(actor, viewer?.id === row.secretary);
  // Who stands in for a secretary with a conflict reads just those cases.
  const by = viewer && { ...namer, viewer };
  if (!whole && !(by && reportsSome(by, found, body)))
    throw refusedBy(refusalSentence({ code: 'not-allowed' }, language));
  const list = reportingList(found, body, namer, {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    withheld: (state) => withheldFrom(actor, state),
    ...(whole || !by ? {} : { only: registersIn(by, body) }),
  });
  return printed(options.format, list, () => reportingHtml(list, writing(language)));
};

/** A draft of the tjänsteskrivelse for a body's case. */
export const memoDocument = async (
  context: CliContext,
  id: string,
  options: DocumentOptions & { readonly body: string },
): Promise<Outcome> => {
  const language = languageOf(options);
  const { cases, actor, namer } = await known(context);
  const row = namer.governance.bodies.find((one) => one.body === options.body);
  if (!row) {
    const names = namer.governance.bodies.map((one) => one.body).join(', ');
    throw badInput(
      `The governance has no body "${options.body}": say one of ${names || 'none is in force'}.`,
    );
  }
  const found = await cases.load(itemId(id));
  if (!found) throw badInput(`No item has the id "${id}".`);
  const registers =
    actor.kind === 'person' && registersIn({ ...namer, viewer: actor }, row.body)(found.state);
  // A secretary with a conflict is told of that, whoever registers instead.
  const own = actor.kind === 'person' && (registers || actor.id === row.secretary);
  if (!mayRead(actor, own)) throw refusedBy(refusalSentence({ code: 'not-allowed' }, language));
  if (withheldFrom(actor, found.state)) {
    throw refusedBy(refusalSentence({ code: 'has-conflict' }, language));
  }
  // A secretary reads a dispute from when it awaits the body, not before.
  const { state } = found;
  const awaited =
    state.status === 'escalated' &&
    state.escalation.level === 'decision' &&
    state.escalation.seats.some((seat) => seat.kind === 'body' && seat.body === row.body);
  if (!mayRead(actor, awaited)) {
    throw refusedBy(refusalSentence({ code: 'not-for-decision' }, language));
  }
  const draft = memo(found, row.body, namer);
  if (!draft) throw badInput(`Nobody has been asked about ${id} yet: there is nothing to write.`);
  return printed(options.format, draft, () => memoHtml(draft, writing(language)));
};
