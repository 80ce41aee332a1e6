import { bodyRow } from '#domain/authority/governance.ts';
import { entries } from '#domain/coordination/answer.ts';
import { type TimeOnLevel, timeOnLevels } from '#domain/coordination/levels.ts';
import { proposedFor, undecided } from '#domain/coordination/seating.ts';
import { stakesOf } from '#domain/coordination/stakes.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Outcome, ReasonCode } from '#domain/escalation/reasons.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { type BodyId, type Instant, type PlainDate, regionOf, unitName } from '#domain/shared/ids.ts';
import type { ItemHead, StakesView } from '#rendering/views.ts';
import type { CaseBody } from '../cases.ts';
import type { Named } from '../record/case-file.ts';
import { type CouncilMeeting, councilMeeting } from './meeting.ts';
import { bodyNamed, type Namer, personNamed, regionNamed } from './naming.ts';

/** Provisions that a body's case about coordination rests on; each has a sentence in the dictionaries. */
export const PROVISIONS = ['kl-5-26', 'kl-6-28', 'kl-6-38', 'kl-6-39', 'lou-5-3', 'osl-19-3'] as const;
export type Provision = (typeof PROVISIONS)[number];

/** A draft of the tjänsteskrivelse for a body's case, from what is on record. A human finishes it. */
export interface Memo {
  readonly asOf: Instant;
  readonly body: Named;
  readonly preparedBy: Named | null;
  readonly item: Pick<ItemHead, 'id' | 'title' | 'value' | 'cpv' | 'advertise' | 'start' | 'contractEnd'>;
  readonly region: Named;
  readonly registryNumbers: readonly string[];
  readonly officer: string;
  readonly proposal: { readonly outcome: Outcome; readonly text?: string; readonly until?: PlainDate };
  /** The regions that the body's mandate row acts for; all that take part where no seat says so. */
  readonly actsFor: readonly Named[];
  readonly rule: { readonly id: string; readonly example: boolean; readonly reference: string | null } | null;
  readonly asked: Instant;
  readonly answers: readonly { readonly region: Named; readonly units: number; readonly taking: number }[];
  readonly objections: readonly {
    readonly unit: string;
    readonly region: Named;
    readonly reason: ReasonCode;
    readonly text?: string;
  }[];
  readonly levels: readonly TimeOnLevel[];
  readonly council: CouncilMeeting['cases'][number] | null;
  readonly urgency: string | null;
  readonly stakes: StakesView;
  readonly provisions: readonly Provision[];
}

/** Null for an item that nobody has been asked about: there is nothing to write yet. */
export const memo = (
  { state, history }: Pick<CaseBody, 'state' | 'history'>,
  body: BodyId,
  namer: Namer,
): Memo | null => {
  if (!isAsked(state)) return null;
  const { governance, now } = namer;
  const { item, round } = state;
  const escalation = state.status === 'escalated' ? state.escalation : null;
  const common = escalation && 'proposal' in escalation ? escalation.proposal : null;
  const seat =
    escalation?.level === 'decision'
      ? (undecided(escalation).find((candidate) => candidate.body === body) ??
        escalation.seats.find((candidate) => candidate.body === body))
      : undefined;
  const [own] = seat?.regions ?? [];
  const proposed =
    escalation?.level === 'decision' && own !== undefined ? proposedFor(escalation, own) : common;
  const row = seat && governance.mandates.find(({ id }) => id === seat.rule);
  const preparing = bodyRow(governance, body)?.preparedBy;
  const byRegion = Map.groupBy(entries(round), (entry) => regionOf(entry.unit));
  const urgency = escalation?.level === 'decision' ? (escalation.urgency?.texts.reason ?? null) : null;
  return {
    asOf: now,
    body: bodyNamed(namer, body),
    preparedBy: preparing ? bodyNamed(namer, preparing) : null,
    item: factsOf(state),
    region: regionNamed(namer, item.region),
    registryNumbers: Object.values(state.registry ?? {}).map(({ number }) => number),
    officer: personNamed(namer, state.owner),
    proposal: {
      outcome: proposed?.outcome ?? 'coordinate',
      ...(proposed?.texts.text ? { text: proposed.texts.text } : {}),
      ...(proposed?.until ? { until: proposed.until } : {}),
    },
    actsFor: (seat?.regions ?? [...byRegion.keys()]).map((region) => regionNamed(namer, region)),
    rule: row ? { id: row.id, example: row.example === true, reference: row.reference ?? null } : null,
    asked: round.openedAt,
    answers: [...byRegion].map(([region, units]) => ({
      region: regionNamed(namer, region),
      units: units.length,
      taking: units.filter(({ answer }) => answer.kind === 'yes' || answer.kind === 'yes-with-conditions')
        .length,
    })),
    objections: entries(round).flatMap(({ unit, region, answer }) =>
      answer.kind === 'objection'
        ? [
            {
              unit: unitName(unit),
              region: regionNamed(namer, region),
              reason: answer.reason,
              ...(answer.texts.text ? { text: answer.texts.text } : {}),
            },
          ]
        : [],
    ),
    levels: timeOnLevels(escalation?.path ?? state.settlements.at(-1)?.path ?? [], now),
    council: lastCouncil({ state, history }, namer),
    urgency,
    stakes: stakesOf(state, governance, dateOf(now)),
    provisions: PROVISIONS.filter(
      (one) => (one !== 'kl-5-26' || preparing !== undefined) && (one !== 'kl-6-39' || urgency !== null),
    ),
  };
};

const factsOf = ({ item }: KnownCase): Memo['item'] => ({
  id: item.id,
  title: item.title,
  ...(item.value === undefined ? {} : { value: item.value }),
  ...(item.cpv === undefined ? {} : { cpv: item.cpv }),
  ...(item.advertise === undefined ? {} : { advertise: item.advertise }),
  ...(item.start === undefined ? {} : { start: item.start }),
  ...(item.contractEnd === undefined ? {} : { contractEnd: item.contractEnd }),
});

/** The case's latest time with the council. */
const lastCouncil = (found: Pick<CaseBody, 'state' | 'history'>, namer: Namer): Memo['council'] => {
  const at = found.history.findLast(({ event }) => event.type === 'climbed' && event.to === 'council');
  if (!at) return null;
  return councilMeeting('minutes', [found], namer, { date: dateOf(at.event.at) }).cases.at(-1) ?? null;
};
