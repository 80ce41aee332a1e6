import type { Figures } from '../indicators/figures.ts';
import type { ItemFacts } from '../plan/item.ts';
import type { BodyId, Instant, ItemId, PersonId, PlainDate, RegionId, UnitId } from '../shared/ids.ts';
import type { Round, Texts, UnitEntry } from './answer.ts';
import type { CalledOff } from './call-offs.ts';
import type { Declaration, Escalation, Settlement } from './escalation-state.ts';
import type {
  Advertising,
  AloneContract,
  Appeal,
  Authorisation,
  AuthorityNote,
  Award,
  Contract,
  Documentation,
  Exit,
  MissingDecision,
  Modification,
  Modified,
  StageDecision,
  StageKind,
  Standstill,
  Tenders,
  Written,
} from './stages.ts';

export const STATUSES = [
  'new',
  'draft',
  'assessed',
  'asked',
  'committed',
  'partly-committed',
  'escalated',
  'initiated',
  'locked',
  'advertised',
  'evaluation',
  'awarded',
  'standstill',
  'appealed',
  'contract',
  'followed-up',
  'reviewed',
  'closed',
  'not-possible',
  'deviation-decided',
  'external-coordination',
  'postponed',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

export interface Assessment {
  readonly possible: boolean;
  readonly by: string;
  readonly at: Instant;
  readonly texts: Texts;
}

/** An officer's reading of whether an item could be bought together with another one. */
export type TogetherAssessment = Assessment;

/** A region's part of the locked item: after advertising no region may be added and each ceiling stands (law 5). */
export interface Participation {
  readonly region: RegionId;
  /**
   * SEK excluding VAT: the sum of the region's commitments that named a value, else what an officer stated; 0: neither. A
   * decided change of the contract raises it.
   */
  readonly ceiling: number;
  /** Pieces, hours or whatever the item is counted in; absent where no unit of the region named a volume. */
  readonly ceilingVolume?: number;
}

/** How an authority has registered the case (one number per case and authority), and through which entry. */
export interface Registration {
  readonly number: string;
  readonly through: number;
}

/** The body that kept the case has ceased: who goes on with it, by which row, and under which numbers it was known till then. */
export interface Transfer {
  readonly at: Instant;
  readonly rule: string;
  readonly from: BodyId;
  readonly to: readonly { readonly region: RegionId; readonly body: BodyId }[];
  /** The body that takes over the archive of the one that ceased. */
  readonly archive: BodyId;
  /** What the row says of itself where it rests on a reading of a proposal. */
  readonly reading?: string;
  readonly registry: Readonly<Record<RegionId, Registration>>;
}

/** A region whose row ended while the item could still be added to or left (law 5). */
export interface Departed {
  readonly at: Instant;
  readonly rule: string;
  /** The last day of its row. */
  readonly last: PlainDate;
  /** As they stood in the round. */
  readonly units: Readonly<Record<UnitId, UnitEntry>>;
}

interface Known {
  /** In the order in which they took effect; absent while nothing was transferred. */
  readonly transfers?: readonly Transfer[];
  /** Money, quality and learning; absent while nobody has stated any. */
  readonly figures?: Figures;
  /** By the other item: the latest assessment of the two together. Absent where nobody has assessed any. */
  readonly together?: Readonly<Record<ItemId, TogetherAssessment>>;
  /**
   * Said by those who handle the case, before the bidders are known and apart from what the council and a decider are
   * asked first; absent while nobody has.
   */
  readonly conflicts?: Readonly<Record<PersonId, Declaration>>;
  /**
   * Assessed as not possible after it had been assessed as possible: internal control still counts it among what could
   * have been coordinated. Absent where no such assessment was changed.
   */
  readonly everPossible?: true;
  readonly registry?: Readonly<Record<RegionId, Registration>>;
  /** By region: what it bought by itself instead of together. Absent while nobody has said so. */
  readonly alone?: Readonly<Record<RegionId, AloneContract>>;
  readonly item: ItemFacts;
  /** 1 at import, +1 with each material change. */
  readonly revision: number;
  /** What the latest revision changed, before and after. */
  readonly change?: { readonly before: ItemFacts; readonly at: Instant };
  /** The revision that last changed scope or category: what was decided before it was about another matter. */
  readonly matterSince?: number;
  /** Said by an officer: a matter of principle, whatever the amount. */
  readonly principle?: true;
  /** Who must decide to initiate, as last found; absent while the governance says nothing about it. */
  readonly authority?: AuthorityNote;
  /** Decisions that stages rest on, in the order in which they came on file. */
  readonly stageDecisions?: readonly StageDecision[];
  /** When those who may take a kind of decision were last asked for it. */
  readonly decisionsAsked?: Readonly<Partial<Record<StageKind, Instant>>>;
  /** Who was asked for it then; absent for what was asked before this was kept. */
  readonly askedOf?: Readonly<Partial<Record<StageKind, readonly PersonId[]>>>;
}
interface Assessed extends Known {
  readonly assessment: Assessment;
  /** Law 4: who took it over; before that, whoever assessed. */
  readonly owner?: PersonId;
}
interface Asked extends Assessed {
  readonly owner: PersonId;
  readonly round: Round;
  readonly settlements: readonly Settlement[];
  /** How many proposals the council or a decider has been asked about; absent while none. */
  readonly proposals?: number;
  /** By region: who was asked in this round and has left since. Absent while nobody has. */
  readonly departed?: Readonly<Record<RegionId, Departed>>;
  /** SEK excluding VAT: stated by an officer for a region whose units named no value. */
  readonly ceilings?: Readonly<Record<RegionId, number>>;
  readonly authorisations?: Readonly<Record<RegionId, Authorisation>>;
  /** By a deviation's last day, what the owner was told: that it comes, or (true) that it is over. Absent while nothing. */
  readonly endingsTold?: Readonly<Record<PlainDate, boolean>>;
}
interface Locked extends Asked {
  readonly participants: readonly Participation[];
  /** Decisions to initiate that were found missing after the lock, until they are on file (law 6). */
  readonly flagged?: readonly MissingDecision[];
}
interface Advertised extends Locked {
  readonly advertising: Advertising;
  readonly tenders?: Tenders;
  /** Also of an evaluation that a court has ordered anew. */
  readonly appeals?: readonly Appeal[];
  /** Declarations since the bidders are known; absent while nobody has made one. */
  readonly declaredAnew?: Readonly<Record<PersonId, Declaration>>;
}
interface Awarded extends Advertised {
  readonly award: Award;
}
interface InStandstill extends Awarded {
  readonly standstill: Standstill;
}
interface Contracted extends InStandstill {
  readonly contract: Contract;
  readonly documentation?: Documentation;
  /** By their numbers; absent while nobody has noted any. */
  readonly callOffs?: readonly CalledOff[];
  /** A change that is proposed and not made; absent while there is none. */
  readonly modification?: Modification;
  /** Changes that were made, in order; absent while there is none. */
  readonly modifications?: readonly Modified[];
  /** How many changes were ever proposed. */
  readonly modificationsProposed?: number;
}
interface FollowedUp extends Contracted {
  readonly followUp: Written;
}
interface Reviewed extends FollowedUp {
  readonly review: Written;
}
/** Out, with a reason and all that was known. */
interface Left {
  readonly status: 'external-coordination' | 'cancelled';
  readonly exit: Exit;
  readonly documentation?: Documentation;
}

/** An item and everything said and decided about it; data exists only where it is legal. */
export type CaseState =
  | { readonly status: 'new' }
  | (Known & { readonly status: 'draft' })
  | (Assessed & { readonly status: 'assessed' | 'not-possible' })
  | (Asked & { readonly status: 'asked' | 'committed' | 'partly-committed' | 'initiated' })
  | (Asked & { readonly status: 'escalated'; readonly escalation: Escalation })
  | (Locked & { readonly status: 'locked' })
  | (Advertised & { readonly status: 'advertised' | 'evaluation' })
  | (Awarded & { readonly status: 'awarded' })
  | (InStandstill & { readonly status: 'standstill' | 'appealed' })
  | (Contracted & { readonly status: 'contract' })
  | (FollowedUp & { readonly status: 'followed-up' })
  | (Reviewed & { readonly status: 'reviewed' | 'closed' })
  | (Asked & { readonly status: 'deviation-decided' | 'postponed'; readonly exit?: Exit })
  | (Known & { readonly assessment?: Assessment; readonly status: 'postponed'; readonly exit: Exit })
  | (Known & { readonly assessment?: Assessment } & Left)
  | (Asked & Left)
  | (Locked & {
      readonly advertising?: Advertising;
      readonly award?: Award;
      readonly appeals?: readonly Appeal[];
    } & Left);

export type KnownCase = Exclude<CaseState, { status: 'new' }>;
export type AskedCase = Extract<CaseState, { round: Round }>;
export type EscalatedCase = Extract<CaseState, { status: 'escalated' }>;

/** Whether somebody has assessed it as possible to coordinate, whatever was said later; null where nobody has assessed it. */
export const everPossible = (state: CaseState): boolean | null =>
  'assessment' in state && state.assessment ? state.everPossible === true || state.assessment.possible : null;

export const initialState = (): CaseState => ({ status: 'new' });
export const isAsked = (state: CaseState): state is AskedCase => 'round' in state;

export type LockedCase = Extract<CaseState, { participants: readonly Participation[] }>;
/** From the lock on: no region may be added and each ceiling stands (law 5). */
export const isLocked = (state: CaseState): state is LockedCase => 'participants' in state;
/** Out of coordination, or done: nothing is asked or answered any more. */
export const isOver = (state: CaseState): boolean =>
  state.status === 'closed' ||
  state.status === 'deviation-decided' ||
  state.status === 'external-coordination' ||
  state.status === 'cancelled';
