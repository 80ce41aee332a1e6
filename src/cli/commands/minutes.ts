import { decidingCommand } from '#application/conversation/commands.ts';
import { stageCommand } from '#application/conversation/stage-commands.ts';
import { type BodyRow, bodyRow } from '#domain/authority/governance.ts';
import { proposedChange } from '#domain/coordination/modifying.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { STAGE_KINDS } from '#domain/coordination/stages.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { OUTCOMES } from '#domain/escalation/reasons.ts';
import { bodyId, itemId } from '#domain/shared/ids.ts';
import { parseAction } from '#rendering/parse-action.ts';
import type { CliContext } from '../context.ts';
import { badInput, type Outcome } from '../output.ts';
import { sentenceOf } from '../refusals.ts';
import { knownRegion } from './export.ts';
import { execute, known } from './stage.ts';

export interface MinutesOptions {
  readonly body: string;
  readonly kind?: string;
  readonly outcome?: string;
  readonly date: string;
  readonly paragraph: string;
  readonly number: string;
  readonly preparedOn?: string;
  readonly preparedParagraph?: string;
  readonly region?: string;
  readonly adjusted?: string;
  readonly until?: string;
  readonly text?: string;
  readonly revision?: string;
}

/** What only minutes of an escalated case have. */
const LADDER_ONLY = ['region', 'adjusted', 'until', 'text'] as const;

/** A body of the governance, also one that has ceased: what it decided in time is still registered. */
const knownBody = async (context: CliContext, body: string): Promise<BodyRow> => {
  const { rules, presenter } = await context.samordna();
  const governance = await rules.at(presenter.now());
  const row = bodyRow(governance, bodyId(body));
  if (row) return row;
  const names = governance.bodies.map((one) => one.body).join(', ');
  throw badInput(`The governance has no body "${body}": say one of ${names || 'none is in force'}.`);
};

const oneOf = (option: string, value: string, values: readonly string[]): void => {
  if (!values.includes(value))
    throw badInput(`--${option} is "${value}": choose one of ${values.join(', ')}.`);
};

/** Without --revision the item as it stands: minutes of a day before it came to that are refused (law 3). */
const revisionOf = (state: KnownCase, text: string | undefined): number => {
  if (text === undefined) return state.revision;
  if (!/^[1-9]\d*$/.test(text))
    throw badInput(`--revision is "${text}": write the number that "item ID" shows.`);
  return Number(text);
};

/** In a chat a refused card comes back with what is asked now; here it has to be looked up. */
const sentence = (refusal: Refusal): string =>
  refusal.code === 'old-card'
    ? 'That is not what is before the body now: see "item ID" for the revision, name the --region whose question it was, and try again.'
    : sentenceOf(refusal);

/**
 * What a body decided in its meeting, registered by whoever registers for it in the case (`--as`): of an escalated case
 * with `--outcome`, of a stage with `--kind`. The same command of the case as the card's, with all that guards it.
 */
export const itemRegisterDecision = async (
  context: CliContext,
  id: string,
  { number: registryNumber, revision, kind, outcome, ...given }: MinutesOptions,
): Promise<Outcome> => {
  const state = await known(context, id);
  if ((kind === undefined) === (outcome === undefined))
    throw badInput('Write either --outcome, for an escalated case, or --kind, for a stage.');
  if (kind !== undefined) oneOf('kind', kind, STAGE_KINDS);
  if (outcome !== undefined) oneOf('outcome', outcome, OUTCOMES);
  const astray = LADDER_ONLY.filter((option) => kind !== undefined && given[option] !== undefined);
  if (astray.length > 0)
    throw badInput(
      `--${astray.join(', --')} belongs to an escalated case: leave it out, or write --outcome.`,
    );
  if ((given.preparedOn === undefined) !== (given.preparedParagraph === undefined))
    throw badInput('The preparation needs both --prepared-on and --prepared-paragraph.');
  const { body } = await knownBody(context, given.body);
  const region = given.region === undefined ? {} : { region: await knownRegion(context, given.region) };
  const modification = kind === 'modify' ? proposedChange(state)?.number : undefined;
  const action = parseAction({
    ...given,
    ...region,
    verb: kind === undefined ? 'registration.register' : 'stage.register',
    item: itemId(id),
    body,
    revision: revisionOf(state, revision),
    registryNumber,
    ...(kind === undefined ? { outcome } : { kind }),
    ...(modification === undefined ? {} : { modification }),
  });
  if (!action.ok)
    throw badInput(
      'The minutes cannot be read: days are YYYY-MM-DD; --paragraph and --number may not be empty.',
    );
  const mapped = decidingCommand(action.value) ?? stageCommand(action.value);
  if (!mapped) throw badInput('The minutes cannot be read: see "samordna item register-decision --help".');
  return execute(context, id, mapped.command, sentence);
};
