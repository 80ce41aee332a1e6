import type { CaseCommand, DecideContext } from '../coordination/commands.ts';
import { event, nothing, type Ruling, refused, ruled } from '../coordination/deciding/draft.ts';
import { type Refusal, refuse } from '../coordination/refusal.ts';
import type { CaseState, KnownCase } from '../coordination/state.ts';
import { hasRole } from '../shared/actor.ts';
import type { RegionId } from '../shared/ids.ts';
import { authorities, type Concern, concerned } from './concerns.ts';
import type { HistoryEntry } from './history.ts';
import type { DocumentType } from './rules.ts';

/** 3–40 letters, digits and the marks that diaria use, at least one digit: `RS-UPP26-0123`, `REG 2026/14`, `26:118`. */
const FORM = /^(?=.*\d)[\p{L}\d][\p{L}\d .:/-]{1,38}[\p{L}\d]$/u;

/** A registry number as it is kept: single spaces, without a leading "dnr"; null when it cannot be one. */
export const registryNumber = (text: string): string | null => {
  const tidy = text
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^dnr[:.]? /iu, '');
  return FORM.test(tidy) ? tidy : null;
};

/** Through which entry an authority has registered a case, also under the number that it had before a transfer. */
export const registeredThrough = (state: KnownCase, region: RegionId): number =>
  state.registry?.[region]?.through ??
  (state.transfers ?? []).findLast(({ registry }) => registry[region])?.registry[region]?.through ??
  0;

/** A document that an authority has not registered since it came there. */
export interface Unregistered {
  readonly entry: HistoryEntry;
  readonly document: DocumentType;
  readonly concern: Concern;
}

/** In the order in which they came to the authority; what came together, in the order of the record. */
export const unregistered = (
  state: KnownCase,
  history: readonly HistoryEntry[],
  region: RegionId,
): Unregistered[] => {
  const through = registeredThrough(state, region);
  return concerned(history)
    .flatMap(({ entry, document, concerns }): Unregistered[] => {
      const concern = concerns.find((one) => one.region === region);
      return document !== null && concern && concern.by > through ? [{ entry, document, concern }] : [];
    })
    .sort((a, b) => a.concern.by - b.concern.by);
};

/** The registrar of the authority itself, or the operator at the command line. */
const problem = ({ actor }: DecideContext, region: RegionId): Refusal | null => {
  if (actor.kind === 'operator') return null;
  if (!hasRole(actor, 'registrar')) return refuse('not-allowed', { role: 'registrar' });
  return actor.kind === 'person' && actor.region === region ? null : refuse('wrong-authority');
};

/**
 * The number under which an authority has registered a case, and through which entry (OSL 5:1; one number per case and
 * authority). Documents that come later are to be registered again, under the same number. Refused: `not-allowed`,
 * `wrong-authority`, `registry-number-malformed`, `registered-otherwise` (unless the command names the number that it
 * replaces), `number-of-former-body` (a transferred case gets a new one), `old-card` for an entry that is not in the record.
 */
export const register = (
  state: CaseState,
  command: Extract<CaseCommand, { do: 'register' }>,
  context: DecideContext,
): Ruling => {
  if (state.status === 'new') return refused('unknown-item');
  const { region, through } = command;
  const right = problem(context, region);
  if (right) return { ok: false, error: right };
  const { history = [] } = context;
  if (!authorities(concerned(history)).includes(region)) return refused('wrong-authority');
  const number = registryNumber(command.number);
  if (number === null) return refused('registry-number-malformed');
  const known = state.registry?.[region];
  if (known && known.number !== number && command.replaces !== known.number) {
    return refused('registered-otherwise');
  }
  if (state.transfers?.some(({ registry }) => registry[region]?.number === number)) {
    return refused('number-of-former-body', { number });
  }
  if (through < 1 || through > history.length) return refused('old-card');
  const fresh = unregistered(state, history, region).some(({ concern }) => concern.by <= through);
  if (known?.number === number && !fresh) return nothing;
  return ruled(
    event(context, {
      type: 'registered',
      region,
      number,
      through: Math.max(through, registeredThrough(state, region)),
    }),
  );
};
