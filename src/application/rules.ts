import { z } from 'zod';
import { FINDINGS } from '#domain/audit/findings.ts';
import {
  CONTACT_ROLES,
  CUT_OFF_PERIODS,
  DURATION_STEPS,
  type Governance,
  governanceOn,
  lastChange,
  THRESHOLDS,
} from '#domain/authority/governance.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { DECISION_KINDS, LEVELS } from '#domain/escalation/reasons.ts';
import { dateOf, isPlainDate } from '#domain/shared/calendar.ts';
import {
  asPersonId,
  bodyId,
  type Instant,
  type PersonId,
  type PlainDate,
  regionId,
} from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { DocumentStore } from './ports/documents.ts';

const date = z.string().refine(isPlainDate, 'a date is YYYY-MM-DD');
const region = z.string().min(1).transform(regionId);
const body = z.string().min(1).transform(bodyId);
const person = z
  .string()
  .regex(/^[^:\s]+:[^:\s]+$/, 'a person is tenantId:objectId')
  .transform((id) => asPersonId(id.toLowerCase()));
const names = z.object({ sv: z.string().min(1), en: z.string().min(1) });
const amount = z.number().nonnegative();
const row = {
  id: z.string().min(1),
  validFrom: date,
  validTo: date.exactOptional(),
  status: z.enum(['draft', 'proposed', 'decided']),
  reference: z.string().exactOptional(),
  example: z.boolean().exactOptional(),
};

/** A staff group can take no decision: nobody could be named in it (law 2). */
const holder = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('delegate'), person, body }),
    z.object({ kind: z.literal('body'), body }),
    z.object({ kind: z.literal('members'), members: z.array(person).nonempty(), body }),
  ],
  'a holder is a delegate (one named person), a body, or named members of the council, never a staff group',
);

/** The governance file: rows of configuration, each dated. Mandates name one person or a body, never a staff group. */
const Schema = z.object({
  version: z.string().min(1),
  regions: z.array(z.object({ ...row, region, name: names, tenants: z.array(z.string()) })),
  bodies: z.array(
    z.object({
      ...row,
      body,
      name: names,
      secretary: person.exactOptional(),
      substitute: person.exactOptional(),
      preparedBy: body.exactOptional(),
    }),
  ),
  ladder: z.array(
    z.object({
      ...row,
      level: z.enum(LEVELS),
      workingDays: z.int().positive(),
      remindWorkingDaysBefore: z.int().nonnegative(),
      body: body.exactOptional(),
    }),
  ),
  attendance: z.array(z.object({ ...row, region, members: z.int().positive() })),
  reminders: z.array(
    z.object({ ...row, workingDaysBefore: z.array(z.int().nonnegative()), hour: z.int().min(0).max(23) }),
  ),
  mandates: z.array(
    z
      .object({
        ...row,
        name: names.exactOptional(),
        kinds: z.array(z.enum(DECISION_KINDS)).nonempty(),
        actsFor: z.array(region).nonempty(),
        holder,
        basis: z.enum(['own', 'total']).exactOptional(),
        urgent: z.literal(true).exactOptional(),
        principle: z.literal(true).exactOptional(),
        from: amount.exactOptional(),
        below: amount.exactOptional(),
        unknownValue: z.boolean().exactOptional(),
        despiteResistance: z.literal(true).exactOptional(),
      })
      .refine(
        ({ despiteResistance, kinds, holder: { kind } }) =>
          despiteResistance === undefined ||
          (kind === 'delegate' && kinds.every((one) => one === 'coordinate')),
        'who goes on despite resistance is one named person (a delegate), for coordinate alone',
      ),
  ),
  meetings: z
    .array(z.object({ ...row, body, meetings: z.array(z.object({ date, documentsBy: date })) }))
    .exactOptional(),
  durations: z
    .array(
      z.object({
        ...row,
        step: z.enum(DURATION_STEPS),
        days: z.int().nonnegative(),
        unit: z.enum(['working', 'calendar']),
      }),
    )
    .exactOptional(),
  rates: z.array(z.object({ ...row, sekPerHour: amount })).exactOptional(),
  targets: z
    .array(z.object({ ...row, indicator: z.string().min(1), from: date, to: date, value: amount }))
    .exactOptional(),
  cutOffs: z
    .array(
      z.object({
        ...row,
        period: z.enum(CUT_OFF_PERIODS),
        endsOn: z.string().refine((text) => isPlainDate(`2025-${text}`), 'a cut-off is MM-DD, like 08-31'),
      }),
    )
    .exactOptional(),
  followUps: z
    .array(
      z.object({
        ...row,
        finding: z.enum(FINDINGS),
        measure: names,
        owner: z.string().min(1),
        due: date,
      }),
    )
    .exactOptional(),
  contacts: z.array(z.object({ ...row, region, role: z.enum(CONTACT_ROLES), person })).exactOptional(),
  reporting: z.array(z.object({ ...row, region, name: names, url: z.url().exactOptional() })).exactOptional(),
  thresholds: z
    .array(
      z.object({
        ...row,
        threshold: z.enum(THRESHOLDS),
        value: z.number().positive(),
        source: z.string().min(1),
        cpv: z
          .array(z.string().regex(/^\d{2,8}$/, 'a CPV prefix is two to eight digits'))
          .nonempty()
          .exactOptional(),
        verifyFrom: date.exactOptional(),
      }),
    )
    .exactOptional(),
  successions: z
    .array(
      z.object({
        ...row,
        body,
        successors: z.array(z.object({ region, body })).nonempty(),
        archive: body,
        reading: z.string().min(1).exactOptional(),
      }),
    )
    .exactOptional(),
});

/** One sentence per fault, with its place in the file. */
export const parseGovernance = (json: unknown): Result<Governance, readonly string[]> => {
  const parsed = Schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`));
};

const ID = 'current';
const EMPTY: Governance = {
  version: 'none',
  regions: [],
  bodies: [],
  ladder: [],
  attendance: [],
  reminders: [],
  mandates: [],
};

export interface Rules {
  /** The rows that bind at an instant; none at all before a governance was loaded. */
  at(now: Instant): Promise<Governance>;
  /** Another text whenever other rows bind: the file was replaced, or a row began or ended by its date. */
  edition(now: Instant): Promise<string>;
  /** The whole file as it was imported, with rows that do not bind; null before there was one. */
  whole(): Promise<Governance | null>;
  replace(governance: Governance): Promise<'created' | 'revised' | 'unchanged'>;
}

type Known = Pick<Directory, 'person'>;

/** Who of the bodies' people has left: not in the directory, or without any role there, since nobody is removed from it. */
const goneFrom = ({ bodies, past }: Governance, directory: Known): readonly PersonId[] =>
  [...bodies, ...(past?.bodies ?? [])]
    .flatMap(({ secretary, substitute }) => [secretary, substitute])
    .filter((person) => person !== undefined)
    .filter((person) => !directory.person(person)?.roles.length);

/** A body that has ceased is carried out for by others where its people have left: only then the directory is asked. */
const withGone = (rows: Governance, directory: Known): Governance => {
  const gone = goneFrom(rows, directory);
  return gone.length > 0 ? { ...rows, gone } : rows;
};

export const createRules = (store: DocumentStore, directory?: () => Promise<Known>): Rules => {
  let seen: { readonly rows: Governance; readonly of: Known; readonly value: Governance } | null = null;
  /** The same object for as long as neither has changed: much is remembered of it. */
  const present = async (rows: Governance): Promise<Governance> => {
    if (!directory || !rows.past?.bodies.length) return rows;
    const of = await directory();
    if (seen?.rows !== rows || seen.of !== of) seen = { rows, of, value: withGone(rows, of) };
    return seen.value;
  };
  // The rows of a day, kept for as long as the store's version is the one that they were taken from.
  let kept: { readonly etag: string; readonly date: PlainDate; readonly rows: Governance } | null = null;
  return {
    at: async (now) => {
      const known = await store.get<Governance>('governance', ID);
      const etag = known?.etag ?? '';
      const date = dateOf(now);
      if (kept?.etag !== etag || kept.date !== date) {
        kept = { etag, date, rows: governanceOn(known?.body ?? EMPTY, date) };
      }
      return present(kept.rows);
    },
    edition: async (now) => {
      const known = await store.get<Governance>('governance', ID);
      return `${known?.etag ?? ''} ${(known && lastChange(known.body, dateOf(now))) ?? ''}`;
    },
    whole: async () => (await store.get<Governance>('governance', ID))?.body ?? null,
    replace: async (governance) => {
      for (;;) {
        const known = await store.get<Governance>('governance', ID);
        if (known && JSON.stringify(known.body) === JSON.stringify(governance)) return 'unchanged';
        const document = { kind: 'governance', id: ID, index: {}, body: governance } as const;
        if ((await store.put(document, known?.etag ?? null)).ok) return known ? 'revised' : 'created';
      }
    },
  };
};
