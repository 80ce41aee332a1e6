import { candidatesFrom } from '#application/candidates.ts';
import { reasonSentence } from '#rendering/candidate-sentences.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';

export interface CandidateOptions {
  readonly plan?: string;
  readonly limit?: string;
}

const wholeNumber = (text: string | undefined, name: string, least: number): number | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d{1,6}$/.test(text) && number >= least) return number;
  throw badInput(`--${name} is "${text}": write a whole number from ${least}.`);
};

/** What could be bought together, best first, with the reasons as sentences. */
export const candidates = async (context: CliContext, options: CandidateOptions): Promise<Outcome> => {
  const plan = wholeNumber(options.plan, 'plan', 1900);
  const limit = wholeNumber(options.limit, 'limit', 1) ?? 50;
  const { store } = context;
  const { people, presenter, rules } = await context.samordna();
  const now = presenter.now();
  const [actor, directory, governance] = await Promise.all([
    context.actor(),
    people.directory(),
    rules.at(now),
  ]);
  const language = (actor.kind === 'person' ? directory.person(actor.id)?.language : null) ?? 'sv';
  const names = governance.regions.map(({ region, name }) => ({ id: region, ...name }));
  const found = await candidatesFrom(store, { now, governance, ...(plan === undefined ? {} : { plan }) });
  const json = found.slice(0, limit).map(({ kind, items, score, reasons }) => ({
    items: items.map(({ id, title, region, cpv, start }) => ({
      id,
      title,
      region,
      cpv: cpv ?? null,
      start: start ?? null,
    })),
    score,
    reasons: reasons.map((reason) => reasonSentence(reason, language, names)),
    kind,
  }));
  return {
    exit: DONE,
    json,
    text:
      json.length === 0
        ? 'Nothing in the plan could be coordinated: give another year with --plan, or import more.'
        : json
            .map(({ items, score, reasons }) =>
              [
                `${score.toFixed(2)}  ${items.map(({ id, title, region }) => `${id} ${title} (${region})`).join('  +  ')}`,
                ...reasons.map((reason) => `      ${reason}`),
              ].join('\n'),
            )
            .join('\n'),
  };
};
