import { z } from 'zod';
import { type Finding, finding, type KnownPeople } from '#domain/authority/checking/finding.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { bodyId, type RegionId } from '#domain/shared/ids.ts';
import { ok, type Result } from '#domain/shared/result.ts';
import { parseGovernance } from './rules.ts';

/** Rows that no governance takes, and that a check has more to say of than that they cannot be read. */
const Loose = z.looseObject({
  mandates: z.array(z.unknown()).catch([]),
  successions: z.array(z.unknown()).optional().catch(undefined),
});
const Id = z.looseObject({ id: z.string() });
const idOf = (row: unknown): string => Id.safeParse(row).data?.id ?? '?';

const PERSON = /^[^:\s]+:[^:\s]+$/;
const KINDS = ['delegate', 'body', 'members'];
const Holder = z.looseObject({
  holder: z.looseObject({ kind: z.string(), person: z.unknown().optional() }),
});
/** Of another kind than the three that there are, or a delegate who is no one person. */
const isStaffGroup = (row: unknown): boolean => {
  const parsed = Holder.safeParse(row);
  if (!parsed.success) return false;
  const { kind, person } = parsed.data.holder;
  if (!KINDS.includes(kind)) return true;
  return kind === 'delegate' && !(typeof person === 'string' && PERSON.test(person));
};

const Successor = z.looseObject({ body: z.string(), successors: z.array(z.unknown()).optional() });
const incomplete = (
  row: unknown,
): readonly ('succession-without-successor' | 'succession-without-archive')[] => {
  const parsed = Successor.safeParse(row);
  if (!parsed.success) return [];
  return [
    ...((parsed.data.successors ?? []).length === 0 ? (['succession-without-successor'] as const) : []),
    ...('archive' in parsed.data ? [] : (['succession-without-archive'] as const)),
  ];
};

export interface FileToCheck {
  /** Without the rows that cannot be taken. */
  readonly governance: Governance;
  /** What is wrong with those. */
  readonly findings: readonly Finding[];
}

/** A governance file as a check reads it; what cannot be read at all is one sentence a fault, with its place. */
export const readToCheck = (json: unknown): Result<FileToCheck, readonly string[]> => {
  const loose = Loose.safeParse(json);
  const { mandates = [], successions = [] } = loose.success ? loose.data : {};
  const groups = mandates.filter(isStaffGroup);
  const halves = successions.filter((row) => incomplete(row).length > 0);
  const taken = loose.success
    ? {
        ...loose.data,
        mandates: mandates.filter((row) => !groups.includes(row)),
        ...(loose.data.successions
          ? { successions: successions.filter((row) => !halves.includes(row)) }
          : {}),
      }
    : json;
  const parsed = parseGovernance(taken);
  if (!parsed.ok) return parsed;
  const regions = parsed.value.regions.map(({ region }) => region);
  return ok({
    governance: parsed.value,
    findings: [
      ...groups.map((row) => finding('staff-group', [idOf(row)])),
      ...halves.flatMap((row) =>
        incomplete(row).map((code) =>
          finding(code, [idOf(row)], {
            body: bodyId(Successor.parse(row).body),
            ...(code === 'succession-without-successor' ? { regions } : {}),
          }),
        ),
      ),
    ],
  });
};

/** What a check wants to know of a directory; undefined where it is empty, since then nobody would be known. */
export const knownPeople = ({ people, inRole }: Directory): KnownPeople | undefined => {
  if (people.length === 0) return undefined;
  const members = Map.groupBy(inRole('council-member'), ({ region }) => region);
  return {
    ids: new Set(people.map(({ id }) => id)),
    regionOf: new Map(people.map(({ id, region }) => [id, region])),
    councilMembers: Object.fromEntries([...members].map(([region, all]) => [region, all.length])) as Record<
      RegionId,
      number
    >,
  };
};
