import { stageCommand } from '#application/conversation/stage-commands.ts';
import { nextCallOff, roomOf } from '#domain/coordination/call-offs.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import { ADVANCES, type AdvanceTo, STAGE_KINDS } from '#domain/coordination/stages.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { asPersonId, asUnitId, itemId, type PersonId, regionOf } from '#domain/shared/ids.ts';
import { parseAction } from '#rendering/parse-action.ts';
import { STAGE_FORMS } from '#rendering/stage-inputs.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome, refusedBy } from '../output.ts';
import { sentenceOf } from '../refusals.ts';
import { knownRegion } from './export.ts';

/** What a stage may be told, by the ids of its card's fields; `evaluators` are ids or e-mails. */
export interface AdvanceOptions {
  readonly to: string;
  readonly date?: string;
  readonly until?: string;
  readonly optionsUntil?: string;
  readonly optionBy?: string;
  readonly reference?: string;
  readonly procedure?: string;
  readonly evaluators?: readonly string[];
  readonly sent?: string;
  readonly court?: string;
  readonly outcome?: string;
  readonly arena?: string;
  readonly text?: string;
  readonly worked?: string;
  readonly failed?: string;
  readonly next?: string;
  readonly region?: string;
  readonly value?: string;
  readonly volume?: string;
  readonly ground?: string;
}

/** Does it to the item, and says what it came to and what may come next. */
export const execute = async (
  context: CliContext,
  id: string,
  command: CaseCommand,
  sentence = sentenceOf,
): Promise<Outcome> => {
  const { cases, presenter } = await context.samordna();
  const outcome = await cases.execute(itemId(id), command, await context.actor());
  if (!outcome.ok) throw refusedBy(sentence(outcome.error));
  const { state, events } = outcome.value;
  return {
    exit: DONE,
    json: {
      item: id,
      state: state.status,
      changed: events.length > 0,
      events: events.map(({ type }) => type),
      next: nextStages(state),
      asOf: presenter.now(),
    },
    text: `${id}: ${state.status}${events.length > 0 ? '' : ' (it was said before)'}`,
  };
};

/** The item, or what to do where there is none of that id. */
export const known = async (context: CliContext, id: string): Promise<KnownCase> => {
  const found = await (await context.samordna()).cases.load(itemId(id));
  if (!found) throw badInput(`No item has the id "${id}": import the plan first, or look the id up in it.`);
  return found.state;
};

const isAdvance = (text: string): text is AdvanceTo => (ADVANCES as readonly string[]).includes(text);
const option = (input: string): string =>
  `--${input.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;

const idsOf = async (
  context: CliContext,
  people: readonly string[],
  option = '--evaluators',
): Promise<PersonId[]> => {
  const directory = await (await context.samordna()).people.directory();
  return people.map((who) => {
    const person = directory.find(who);
    if (person) return person.id;
    throw badInput(`Nobody in the directory has the id or e-mail "${who}": correct ${option}.`);
  });
};

/** Moves an item one stage on, out or back in, as the officer whom `--as` names. */
export const itemAdvance = async (
  context: CliContext,
  id: string,
  { to, evaluators, ...given }: AdvanceOptions,
): Promise<Outcome> => {
  if (!isAdvance(to)) throw badInput(`--to is "${to}": choose one of ${ADVANCES.join(', ')}.`);
  const state = await known(context, id);
  const named = evaluators ? { evaluators: await idsOf(context, evaluators) } : {};
  const region = given.region === undefined ? {} : { region: await knownRegion(context, given.region) };
  const fields = { ...given, ...named, ...region };
  const { required, oneOf = [] } = STAGE_FORMS[to];
  const lacking = required.filter((input) => !fields[input]?.length);
  if (lacking.length > 0) throw badInput(`"${to}" needs ${lacking.map(option).join(', ')}.`);
  if (oneOf.length > 0 && oneOf.every((input) => !fields[input]?.length))
    throw badInput(`"${to}" needs one of ${oneOf.map(option).join(', ')}.`);
  const action = parseAction({ verb: 'stage.advance', item: id, to, ...fields });
  if (!action.ok)
    throw badInput(`"${to}" cannot be read: dates are YYYY-MM-DD; see "samordna item advance --help".`);
  const mapped = stageCommand(action.value);
  if (!mapped)
    throw badInput(`"${to}" from ${state.status} lacks something: see "samordna item advance --help".`);
  return execute(context, id, mapped.command);
};

/** A region's authorisation for the lead region, on file before the lock. */
export const itemAuthorise = async (
  context: CliContext,
  id: string,
  given: { readonly region: string; readonly date: string; readonly reference: string },
): Promise<Outcome> => {
  await known(context, id);
  const region = await knownRegion(context, given.region);
  const action = parseAction({ verb: 'stage.authorise', item: id, ...given, region });
  if (!action.ok) throw badInput('The authorisation needs --date as YYYY-MM-DD and a --reference.');
  const mapped = stageCommand(action.value);
  if (!mapped) throw badInput('The authorisation cannot be read.');
  return execute(context, id, mapped.command);
};

export interface AssessOptions {
  readonly possible?: boolean;
  readonly notPossible?: boolean;
  readonly reason?: string;
}

/** Samordningsbedömning: possible to coordinate, or not and why. */
export const itemAssess = async (
  context: CliContext,
  id: string,
  { possible = false, notPossible = false, reason }: AssessOptions,
): Promise<Outcome> => {
  await known(context, id);
  if (possible === notPossible) throw badInput('Write either --possible or --not-possible.');
  return execute(context, id, { do: 'assess', possible, texts: reason ? { text: reason } : {} });
};

/** Asks those who may take a kind of decision for it. */
export const itemAskDecision = async (context: CliContext, id: string, kind: string): Promise<Outcome> => {
  await known(context, id);
  const wanted = STAGE_KINDS.find((name) => name === kind);
  if (!wanted) throw badInput(`--kind is "${kind}": choose one of ${STAGE_KINDS.join(', ')}.`);
  return execute(context, id, { do: 'ask-stage-decision', kind: wanted });
};

/** Whether there is a conflict: said by whoever handles the case, and anew by evaluators and delegates once the bidders are known. */
export const itemDeclare = async (context: CliContext, id: string, said: string): Promise<Outcome> => {
  await known(context, id);
  if (said !== 'yes' && said !== 'no') throw badInput(`--conflict is "${said}": write yes or no.`);
  return execute(context, id, { do: 'declare-conflict', conflict: said === 'yes' });
};

/** How many tenders came and passed, by a named evaluator; nothing shows it again. */
export const itemTenders = async (
  context: CliContext,
  id: string,
  given: { readonly received: string; readonly approved: string },
): Promise<Outcome> => {
  await known(context, id);
  const [received, approved] = [given.received, given.approved].map((text) =>
    /^\d+$/.test(text) ? Number(text) : null,
  );
  if (received == null || approved == null) throw badInput('--received and --approved are whole numbers.');
  return execute(context, id, { do: 'note-tenders', received, approved });
};

export interface CallOffOptions {
  readonly unit: string;
  readonly value: string;
  readonly volume?: string;
  readonly date?: string;
  readonly correct?: string;
}
/** What a unit calls off within its region's ceiling (law 5); `--correct N --value 0` takes number N back. */
export const itemCallOff = async (
  context: CliContext,
  id: string,
  { unit, value, volume, date, correct }: CallOffOptions,
): Promise<Outcome> => {
  const state = await known(context, id);
  if (correct !== undefined && !/^[1-9]\d*$/.test(correct))
    throw badInput('--correct is a number of a call-off.');
  const { presenter } = await context.samordna();
  const action = parseAction({
    verb: 'calloff.send',
    item: id,
    unit,
    number: correct === undefined ? nextCallOff(state) : Number(correct),
    value,
    ...(volume === undefined ? {} : { volume }),
    date: date ?? dateOf(presenter.now()),
    ...(correct === undefined ? {} : { corrects: true }),
  });
  const mapped = action.ok ? stageCommand(action.value) : null;
  if (!mapped)
    throw badInput('A call-off needs --unit as region/name, --value in SEK and --date as YYYY-MM-DD.');
  const outcome = await execute(context, id, mapped.command);
  const after = await known(context, id);
  const room = roomOf(after, regionOf(asUnitId(unit)));
  const left = room?.value ? `${room.value.left} SEK left of ${room.value.ceiling}` : 'counted in pieces';
  return { ...outcome, json: { ...(outcome.json as object), room }, text: `${outcome.text}; ${left}` };
};

/** The documentation of a contract or a cancellation is complete. */
export const itemDocumented = async (context: CliContext, id: string): Promise<Outcome> => {
  await known(context, id);
  return execute(context, id, { do: 'complete-documentation' });
};

/** Marks a matter of principle, which the delegation order may give to others, or takes the mark away. */
export const itemPrinciple = async (context: CliContext, id: string, no: boolean): Promise<Outcome> => {
  await known(context, id);
  return execute(context, id, { do: 'set-principle', principle: !no });
};

/** The next named owner: an officer. */
export const itemOwner = async (context: CliContext, id: string, who: string): Promise<Outcome> => {
  await known(context, id);
  const person = (await (await context.samordna()).people.directory()).find(who);
  if (!person) throw badInput(`Nobody in the directory has the id or e-mail "${who}": correct --to.`);
  if (!person.roles.includes('officer'))
    throw badInput(`${person.name} is no procurement officer: name one with --to.`);
  return execute(context, id, {
    do: 'change-owner',
    to: { person: person.id, region: person.region, roles: person.roles },
  });
};

/** Somebody else evaluates instead of one who was named, while the tenders are secret; who left may be known by id alone. */
export const itemEvaluator = async (
  context: CliContext,
  id: string,
  given: { readonly from: string; readonly to: string },
): Promise<Outcome> => {
  const state = await known(context, id);
  const named = 'advertising' in state ? (state.advertising?.evaluators ?? []) : [];
  const left = named.find((person) => person === asPersonId(given.from));
  const from = left ?? (await idsOf(context, [given.from], '--from'))[0];
  const [to] = await idsOf(context, [given.to], '--to');
  if (!from || !to) throw badInput('Name --from and --to.');
  return execute(context, id, { do: 'replace-evaluator', from, to });
};
