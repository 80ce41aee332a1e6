import type { ContactRow, Governance, ReportingRow } from '../authority/governance.ts';
import type { Directory } from '../directory/directory.ts';
import type { Person } from '../directory/person.ts';
import type { PersonId } from '../shared/ids.ts';

/** To whom a staff member may bring a work-environment concern; they choose. */
export const CONCERN_RECIPIENTS = ['manager', 'next-manager', 'hr', 'safety-representative'] as const;
export type ConcernRecipient = (typeof CONCERN_RECIPIENTS)[number];

export interface ConcernChoice {
  readonly to: ConcernRecipient;
  readonly person: PersonId;
}

const contact = (
  { contacts = [] }: Governance,
  { region }: Person,
  role: ContactRow['role'],
): PersonId | null => contacts.find((row) => row.region === region && row.role === role)?.person ?? null;

/**
 * Who is there to choose among: the directory's own manager and theirs, and whom the region's rows name as HR and safety
 * representative. Nobody is invented: what no row says is no choice.
 */
export const concernChoices = (
  governance: Governance,
  directory: Directory,
  from: Person,
): readonly ConcernChoice[] => {
  const next = from.manager === null ? null : (directory.person(from.manager)?.manager ?? null);
  const people: Readonly<Record<ConcernRecipient, PersonId | null>> = {
    manager: from.manager,
    'next-manager': next,
    hr: contact(governance, from, 'hr'),
    'safety-representative': contact(governance, from, 'safety-representative'),
  };
  return CONCERN_RECIPIENTS.flatMap((to) => {
    const person = people[to];
    return person !== null && person !== from.id && directory.person(person) ? [{ to, person }] : [];
  });
};

/** The region's own system for reporting incidents and risks: Samordna is none. */
export const reportingSystem = (
  { reporting = [] }: Governance,
  { region }: Pick<Person, 'region'>,
): ReportingRow | null => reporting.find((row) => row.region === region) ?? null;

/** Fewer are not counted in a report: somebody could be recognised. */
export const FEWEST_COUNTED = 5;
/** Null where the number must not be shown. */
export const countable = (concerns: number): number | null => (concerns >= FEWEST_COUNTED ? concerns : null);
