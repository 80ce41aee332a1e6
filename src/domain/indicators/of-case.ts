import { entries, isCommitment, isGiven, standIns } from '../coordination/answer.ts';
import { conflictedIn } from '../coordination/deciding/conflict.ts';
import { type CaseState, everPossible, isAsked, isLocked, type KnownCase } from '../coordination/state.ts';
import { participations } from '../coordination/status.ts';
import { plannedStart } from '../plan/item.ts';
import { originOf } from '../plan/procedure.ts';
import { isSecret } from '../record/secrecy.ts';
import { dateOf } from '../shared/calendar.ts';
import type { Instant, PlainDate, RegionId } from '../shared/ids.ts';
import type {
  AloneFacts,
  CostFacts,
  DeviationFacts,
  Exit,
  LevelFacts,
  ProcurementFacts,
  QualityFacts,
  ResponseFacts,
  SignedContract,
  StatedFacts,
} from './facts.ts';
import { EXITS } from './facts.ts';
import { type Figures, NO_FIGURES, PULSE_WAVES, type PulseQuestion, type StatedSaving } from './figures.ts';

const DAY_MS = 86_400_000;
const wholeDays = (from: Instant, to: Instant): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);

const contractOf = (state: KnownCase, { contractValue }: Figures): SignedContract | undefined => {
  if (!('contract' in state)) return undefined;
  const { contract, participants, item } = state;
  const from = item.start !== undefined && item.start > contract.date ? item.start : contract.date;
  return {
    signed: contract.date,
    parties: participants.map(({ region, ceiling, ceilingVolume }) => ({
      region,
      ceiling,
      ...(ceilingVolume === undefined ? {} : { volume: ceilingVolume }),
    })),
    ...(contractValue === undefined ? {} : { value: contractValue }),
    from,
    to: contract.until,
  };
};

/** When somebody last moved the item out, and how. */
const exitOf = (state: KnownCase): { readonly how: Exit; readonly on: PlainDate } | undefined => {
  // What was left stays so while it is taken up again: nobody has decided anything else.
  const left = state.status === 'escalated' && state.escalation.left === true;
  const how = left ? 'deviation-decided' : EXITS.find((exit) => exit === state.status);
  if (how === undefined) return undefined;
  if ('exit' in state && state.exit) return { how, on: dateOf(state.exit.at) };
  if (isAsked(state)) {
    const settled = state.settlements.findLast((one) => one.how === 'decided') ?? state.settlements.at(-1);
    return settled ? { how, on: dateOf(settled.at) } : undefined;
  }
  return 'assessment' in state && state.assessment ? { how, on: dateOf(state.assessment.at) } : undefined;
};

/** A round says by itself that the item could be coordinated, but not one that asked a single region. */
const possibleOf = (state: KnownCase): boolean | null => {
  const assessment = 'assessment' in state ? state.assessment : undefined;
  if (!assessment) return null;
  const impliedByRound =
    isAsked(state) && assessment.at === state.round.openedAt && Object.keys(assessment.texts).length === 0;
  const regions = isAsked(state) ? new Set(entries(state.round).map(({ region }) => region)) : new Set();
  return impliedByRound && regions.size < 2 ? null : everPossible(state);
};

const aloneOf = (state: KnownCase): AloneFacts[] | undefined =>
  state.alone &&
  Object.values(state.alone).map(({ region, date, until, value }) => ({
    region,
    signed: date,
    value,
    ...(until === undefined ? {} : { to: until }),
  }));

const committedOf = (state: KnownCase): RegionId[] =>
  isAsked(state) ? participations(state.round).map(({ region }) => region) : [];

const responsesOf = (state: KnownCase): ResponseFacts[] =>
  isAsked(state)
    ? entries(state.round).map(({ unit, region, askedAt, answer }) => ({
        unit,
        region,
        days: isGiven(answer) ? wholeDays(askedAt, answer.at) : null,
        due: answer.kind !== 'waiting',
      }))
    : [];

/** Time on each level that has been left, over all that were settled and the open one. */
const ladderOf = (state: KnownCase) => {
  if (!isAsked(state)) return [];
  const open = state.status === 'escalated' ? state.escalation.path : [];
  return [...state.settlements.flatMap(({ path }) => path), ...open].flatMap(({ level, from, to }) =>
    to === null ? [] : [{ level, days: wholeDays(from, to) }],
  );
};

/** Each decision to go separate ways, also one for some units, with whether its reason stands beside it. */
const deviationsOf = (state: KnownCase): DeviationFacts[] =>
  isAsked(state)
    ? state.settlements
        .filter(({ how, declining }) => how === 'decided' && declining.length > 0)
        .map(({ at, declining, decisions }) => ({
          regions: declining,
          on: dateOf(at),
          reasoned: decisions.some(
            (decision) => (decision.texts.reason ?? decision.texts.text ?? '').trim() !== '',
          ),
        }))
    : [];

const levelsOf = (state: KnownCase): LevelFacts | undefined => {
  // Until it is advertised a missing decision blocks, and nothing has been begun without it (law 6).
  const begun = isLocked(state) && 'advertising' in state;
  const missing = begun ? (state.flagged ?? []).map(({ region }) => region) : [];
  const regularised = (state.stageDecisions ?? [])
    .filter(({ kind, late }) => kind === 'initiate' && late)
    .flatMap(({ regions }) => regions);
  return missing.length + regularised.length === 0
    ? undefined
    : { missing, regularised: [...new Set(regularised)] };
};

const costOf = ({ costs }: Figures): CostFacts | undefined =>
  costs.length === 0
    ? undefined
    : {
        seconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
        external: costs.reduce((sum, { external }) => sum + external, 0),
      };

/** A person's latest answer about it, whichever wave it was of. */
const latest = ({ pulse = {} }: Figures, about: PulseQuestion): number[] => {
  const said = new Map<string, number>();
  for (const wave of PULSE_WAVES) {
    for (const [person, answers] of Object.entries(pulse[wave] ?? {})) {
      const rating = answers[about];
      if (rating !== undefined) said.set(person, rating);
    }
  }
  return [...said.values()];
};

/** Whether those who buy on the contract say how it works: the application in the units (domain: indicator 9). */
const unitsOf = (state: KnownCase, { pulse = {}, pulses = [] }: Figures): QualityFacts['units'] => {
  if (pulses.length === 0 || !isAsked(state)) return undefined;
  const said = new Set(PULSE_WAVES.flatMap((wave) => Object.keys(pulse[wave] ?? {})));
  const buying = entries(state.round).filter(({ answer }) => isCommitment(answer));
  return {
    asked: buying.length,
    answered: buying.filter((entry) =>
      [...entry.respondents, ...standIns(entry)].some((person) => said.has(person)),
    ).length,
  };
};

/** What users and follow-up have said of a contract; what nobody has is left out. */
const qualityOf = (state: KnownCase, figures: Figures): QualityFacts => {
  const [business, administration] = [latest(figures, 'business'), latest(figures, 'administration')];
  const units = unitsOf(state, figures);
  return {
    ratings: Object.values(figures.ratings),
    ...(figures.nonconformities === undefined ? {} : { nonconformities: figures.nonconformities }),
    ...(figures.fidelity === undefined ? {} : { fidelity: figures.fidelity }),
    ...(figures.sustainability === undefined ? {} : { sustainability: figures.sustainability }),
    ...(business.length > 0 ? { business } : {}),
    ...(administration.length > 0 ? { administration } : {}),
    ...(units && units.asked > 0 ? { units } : {}),
  };
};

/** Tenders count for nothing anywhere until the award (OSL 19:3). */
const approvedBids = (state: KnownCase): number | undefined =>
  'award' in state && state.award && 'tenders' in state ? state.tenders?.approved : undefined;

/** Appeals that ended in a new evaluation or a new procurement are appeals too. */
const appealsOf = (state: KnownCase) => ('appeals' in state ? (state.appeals ?? []) : []);
const leftAfterAward = (state: KnownCase): boolean =>
  state.status === 'cancelled' && 'award' in state && state.award !== undefined;

const statedOf = (
  { version, years, by, on, bias, texts }: StatedSaving,
  { validated }: Figures,
): StatedFacts => ({
  version,
  years,
  by,
  on,
  ...(texts?.assumptions ? { assumptions: texts.assumptions } : {}),
  ...(bias ? { bidders: bias.bidders } : {}),
  ...(validated ? { signed: { by: validated.by, on: dateOf(validated.at) } } : {}),
});

const without = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

/** Everything that indicators read of a case; null for one that is not known yet. Pure reading, made anew at each commit. */
export const factsOf = (state: CaseState): ProcurementFacts | null => {
  if (state.status === 'new') return null;
  const { item } = state;
  const figures = state.figures ?? NO_FIGURES;
  const approved = approvedBids(state);
  // An evaluation that a court ordered anew is secret anew, and so is what was computed from its tenders.
  const saving = isSecret(state) ? undefined : figures.saving;
  const deviations = deviationsOf(state);
  const conflicted = conflictedIn(state);
  const closed = state.status === 'closed' && 'review' in state ? dateOf(state.review.at) : undefined;
  return without({
    item: item.id,
    title: item.title,
    plan: item.plan,
    region: item.region,
    cpv: item.cpv,
    value: item.value,
    origin: originOf(item),
    arena: state.status === 'external-coordination' ? ('external' as const) : ('own' as const),
    planned: plannedStart(item),
    possible: possibleOf(state),
    committed: committedOf(state),
    asked: isAsked(state) ? dateOf(state.round.openedAt) : undefined,
    advertised: 'advertising' in state ? state.advertising?.date : undefined,
    contract: contractOf(state, figures),
    exit: exitOf(state),
    alone: aloneOf(state),
    reasoned: deviations.some(({ reasoned }) => reasoned),
    deviations: deviations.length > 0 ? deviations : undefined,
    levels: levelsOf(state),
    closed,
    conflicted: conflicted.length > 0 ? conflicted : undefined,
    saving: saving && {
      method: saving.method,
      annual: saving.annual,
      term: saving.term,
      stated: statedOf(saving, figures),
    },
    obstacles: isSecret(state) ? {} : figures.obstacles,
    validated: figures.validated !== undefined,
    realised: Object.values(figures.realised).map(({ from, to, value, covered }) => ({
      from,
      to,
      value,
      ...(value !== null && covered < 1 ? { covered } : {}),
    })),
    attribution: figures.attribution,
    cost: costOf(figures),
    responses: responsesOf(state),
    ladder: ladderOf(state),
    market: {
      ...(approved === undefined ? {} : { approvedBids: approved }),
      ...('contract' in state || leftAfterAward(state) ? { appealed: appealsOf(state).length > 0 } : {}),
    },
    quality: qualityOf(state, figures),
    learning: {
      ...('review' in state ? { reviewed: dateOf(state.review.at) } : {}),
      ...(figures.lessons ? { given: Object.keys(figures.lessons).length } : {}),
      reused: figures.usedBy.length,
    },
  }) as ProcurementFacts;
};
