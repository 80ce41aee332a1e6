import type { Level } from '../escalation/reasons.ts';
import type { Attribution } from '../savings/attribution.ts';
import type { Method, Obstacle } from '../savings/method.ts';
import type { Range } from '../savings/range.ts';
import type { ItemId, PersonId, PlainDate, RegionId, UnitId } from '../shared/ids.ts';

/** How a procurement came about. Only an advertised one counts among those that could have been coordinated. */
export const ORIGINS = ['advertised', 'direct-award', 'call-off', 'extension'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How an item left the plan without a contract of its own. */
export const EXITS = [
  'not-possible',
  'deviation-decided',
  'external-coordination',
  'postponed',
  'cancelled',
] as const;
export type Exit = (typeof EXITS)[number];

export interface Party {
  readonly region: RegionId;
  /** SEK excluding VAT; 0 where only a volume was named. */
  readonly ceiling: number;
  /** Ceiling volume (takvolym); absent where none was named. */
  readonly volume?: number;
}
/** A ceiling by value or by volume, above 0. */
export const isParty = ({ ceiling, volume = 0 }: Party): boolean => ceiling > 0 || volume > 0;

/** What a region bought by itself instead of together: a procurement of its own, beside the item's. */
export interface AloneFacts {
  readonly region: RegionId;
  readonly signed: PlainDate;
  readonly to?: PlainDate;
  /** SEK excluding VAT, whole term. */
  readonly value: number;
}

export interface SignedContract {
  readonly signed: PlainDate;
  readonly parties: readonly Party[];
  /** SEK excluding VAT over the whole term; absent where nobody has stated it. */
  readonly value?: number;
  /** First and last day in force; without an end it runs until further notice. */
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** Invoiced outcome of a stretch of time. `value` null: no article had an old price. */
export interface RealisedFacts {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly value: number | null;
  /** The share of what was invoiced that had an old price, 0–1; absent: all of it. */
  readonly covered?: number;
}

/** How a saving was computed and who answers for it. */
export interface StatedFacts {
  readonly version: string;
  /** Of the whole term. */
  readonly years: number;
  readonly by: string;
  readonly on: PlainDate;
  /** The author's text; absent where a gallring has taken it. */
  readonly assumptions?: string;
  /** By market price: from how many approved bids. Never told as it is (OSL 31:16). */
  readonly bidders?: number;
  /** Finance's signature. */
  readonly signed?: { readonly by: string; readonly on: PlainDate };
}

/** What was logged for coordinating an item. Absent from the facts altogether where nobody has logged: unknown, not 0. */
export interface CostFacts {
  readonly seconds: number;
  /** SEK excluding VAT. */
  readonly external: number;
}

/** One unit's part in the latest round: whole days from the question to its answer, null while or when it gave none. */
export interface ResponseFacts {
  readonly unit: UnitId;
  readonly region: RegionId;
  readonly days: number | null;
  /** False until the deadline has passed or the unit has answered: it is not late yet. */
  readonly due: boolean;
}

/** Known after the award decision only (OSL 19:3); absent before, and where nobody has stated it. */
export interface MarketFacts {
  readonly approvedBids?: number;
  readonly appealed?: boolean;
}

/** What users and the contract's follow-up have said. */
export interface QualityFacts {
  /** 1–5, one for each who answered. */
  readonly ratings: readonly number[];
  readonly nonconformities?: number;
  /** Share of the purchases of what the contract covers that were made on it, 0–1. */
  readonly fidelity?: number;
  /** What users say of the affair (price, supplier, terms) and of ordering and help, 1–5, one for each who answered; absent for none. */
  readonly business?: readonly number[];
  readonly administration?: readonly number[];
  /** Share of the followed-up sustainability requirements that was met, 0–1. */
  readonly sustainability?: number;
  /** Units that buy on the contract: of those whose users were asked about it, how many have answered. Absent before they were. */
  readonly units?: { readonly asked: number; readonly answered: number };
}

export interface LearningFacts {
  readonly reviewed?: PlainDate;
  /** How many who took part have said what they learnt; absent for none. */
  readonly given?: number;
  /** How many later items have used its lessons. */
  readonly reused: number;
}

/** A decided deviation: the regions to which it belongs. */
export interface DeviationFacts {
  readonly regions: readonly RegionId[];
  readonly on: PlainDate;
  /** With a decision and its reason. */
  readonly reasoned: boolean;
}

/** Decisions to initiate that came at the wrong level or not at all (law 6). */
export interface LevelFacts {
  /** Found missing after the lock, and not on file yet. */
  readonly missing: readonly RegionId[];
  /** Taken after the stage had begun. */
  readonly regularised: readonly RegionId[];
}

/** Everything that indicators and reports read of one procurement, derived from its case at commit. */
export interface ProcurementFacts {
  readonly item: ItemId;
  readonly title?: string;
  /** The plan's year. */
  readonly plan: number;
  /** The region in whose plan it stands. */
  readonly region: RegionId;
  readonly cpv?: string;
  /** SEK excluding VAT, estimated. */
  readonly value?: number;
  readonly origin: Origin;
  /** In the joint plan's own procedures, or through a purchasing body or other arena, which is shown apart. */
  readonly arena: 'own' | 'external';
  readonly planned?: PlainDate;
  /**
   * Whether anybody has assessed it as possible to coordinate, whatever was said later; null before anybody has. That one
   * region alone was asked about it assesses nothing.
   */
  readonly possible: boolean | null;
  /** Regions that have committed themselves or take part, while there is no contract yet. */
  readonly committed: readonly RegionId[];
  readonly asked?: PlainDate;
  readonly advertised?: PlainDate;
  readonly contract?: SignedContract;
  readonly exit?: { readonly how: Exit; readonly on: PlainDate };
  /** Absent where no region is known to have bought by itself. */
  readonly alone?: readonly AloneFacts[];
  /** One of another's `alone`, counted as the procurement that it is; only ever made while counting. */
  readonly apart?: true;
  /** A decision with a reason stands behind its being procured uncoordinated. */
  readonly reasoned: boolean;
  /** Absent where none was decided. */
  readonly deviations?: readonly DeviationFacts[];
  /** Absent where every decision to initiate was on file in time. */
  readonly levels?: LevelFacts;
  readonly closed?: PlainDate;
  /** Who has declared a conflict of interest in it; absent for nobody. */
  readonly conflicted?: readonly PersonId[];
  readonly saving?: {
    readonly method: Method;
    readonly annual: Range;
    readonly term: Range;
    readonly stated?: StatedFacts;
  };
  readonly obstacles: Readonly<Partial<Record<Method, Obstacle>>>;
  /** Finance has signed the saving. */
  readonly validated: boolean;
  readonly realised: readonly RealisedFacts[];
  readonly attribution?: Attribution;
  readonly cost?: CostFacts;
  readonly responses: readonly ResponseFacts[];
  /** Whole days spent on each level of the ladder that has been left. */
  readonly ladder: readonly { readonly level: Level; readonly days: number }[];
  readonly market: MarketFacts;
  readonly quality: QualityFacts;
  readonly learning: LearningFacts;
}

/** At least two regions are parties to the signed contract with a ceiling above 0, in value or volume (domain: indicator 1). */
export const isCoordinated = ({ contract }: ProcurementFacts): boolean => {
  // Asked of every contract again and again: counted without a list of its own.
  let parties = 0;
  for (const party of contract?.parties ?? []) if (isParty(party)) parties += 1;
  return parties >= 2;
};
