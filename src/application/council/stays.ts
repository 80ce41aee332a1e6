import type { ConcludedHow, MemberPosition, RegionPosition } from '#domain/coordination/escalation-state.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import { asPersonId, type Instant, type PersonId, type PlainDate } from '#domain/shared/ids.ts';
import type { Named } from '../record/case-file.ts';
import { type Namer, personNamed, regionNamed } from './naming.ts';

export interface MeetingProposal {
  readonly outcome: Outcome;
  readonly by: string;
  readonly text?: string;
  readonly until?: PlainDate;
}
/** How a case left the council. */
export type Concluded = ConcludedHow | 'urgent';
export interface MeetingDecision {
  readonly regions: readonly Named[];
  readonly outcome: Outcome;
  readonly until?: PlainDate;
  readonly by: string;
  readonly members: readonly string[];
  readonly rule: string;
  readonly ruleVersion: string;
}
/** A case's time with the council: from the entry that brought it there to the one that ended it. */
export interface Stay {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly due: Instant | null;
  readonly how?: Concluded;
  readonly proposal: MeetingProposal;
  readonly declarations: ReadonlyMap<PersonId, boolean>;
  readonly positions: ReadonlyMap<PersonId, MemberPosition>;
  readonly concluded: readonly RegionPosition[] | null;
  readonly decisions: readonly MeetingDecision[];
}

/** Every stay of a case with the council, as its record has it. */
export const staysOf = (history: readonly HistoryEntry[], namer: Namer): Stay[] => {
  const stays: Stay[] = [];
  let proposal: MeetingProposal | null = null;
  const change = (make: (stay: Stay) => Stay): void => {
    const last = stays.pop();
    if (last) stays.push(make(last));
  };
  for (const { event } of history) {
    const open = stays.at(-1)?.to === null;
    switch (event.type) {
      case 'climbed': {
        if (event.to !== 'council') break;
        if (event.proposal !== undefined) {
          const { texts, until } = event;
          proposal = {
            outcome: event.proposal,
            by: event.by === 'clock' ? 'clock' : personNamed(namer, event.by),
            ...(texts?.text ? { text: texts.text } : {}),
            ...(until ? { until } : {}),
          };
        }
        if (!proposal) break;
        const asked = proposal;
        if (open) {
          change((stay) => ({ ...stay, due: event.due, proposal: asked, positions: new Map() }));
          break;
        }
        const declarations = new Map<PersonId, boolean>();
        const positions = new Map<PersonId, MemberPosition>();
        const { at, due } = event;
        stays.push({
          from: at,
          to: null,
          due,
          proposal,
          declarations,
          positions,
          concluded: null,
          decisions: [],
        });
        break;
      }
      case 'level-reminded':
      case 'clock-moved':
        if (open && event.level === 'council') change((stay) => ({ ...stay, due: event.due }));
        break;
      case 'item-revised':
        if (open && event.material) change((stay) => ({ ...stay, positions: new Map() }));
        break;
      case 'conflict-declared':
        // What somebody said of their handling of the case is no member's presence.
        if (open && !event.handling) {
          const person = asPersonId(event.by);
          change((stay) => {
            const positions = new Map(stay.positions);
            if (event.conflict) positions.delete(person);
            return {
              ...stay,
              positions,
              declarations: new Map(stay.declarations).set(person, event.conflict),
            };
          });
        }
        break;
      case 'position-taken':
        if (open) {
          const { by, at, region, stance, decides, texts } = event;
          const person = asPersonId(by);
          const taken: MemberPosition = {
            person,
            region,
            stance,
            at,
            revision: 0,
            texts: texts ?? {},
            ...(decides ? { decides } : {}),
          };
          change((stay) => ({ ...stay, positions: new Map(stay.positions).set(person, taken) }));
        }
        break;
      case 'council-concluded':
        change((stay) => ({ ...stay, to: event.at, how: event.how, concluded: event.positions }));
        break;
      case 'marked-urgent':
        if (open) change((stay) => ({ ...stay, to: event.at, how: 'urgent', concluded: event.positions }));
        break;
      case 'escalation-closed':
        if (open) change((stay) => ({ ...stay, to: event.at }));
        break;
      case 'decided':
        if (event.members) {
          const { regions, outcome, until, by, members, rule, ruleVersion } = event;
          const decision: MeetingDecision = {
            regions: regions.map((region) => regionNamed(namer, region)),
            outcome,
            ...(until ? { until } : {}),
            by: personNamed(namer, by),
            members: members.map((member) => personNamed(namer, member)),
            rule,
            ruleVersion,
          };
          change((stay) => ({ ...stay, decisions: [...stay.decisions, decision] }));
        }
        break;
      default:
    }
  }
  return stays;
};
