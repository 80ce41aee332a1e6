import { type Person, ROLES, type Role } from '#domain/directory/person.ts';
import { type PersonId, personId, type RegionId, regionId, unitId } from '#domain/shared/ids.ts';
import { isLanguage } from '#domain/shared/language.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { oneLine, type TableRow } from './cell.ts';
import type { ImportError } from './import-error.ts';
import { type Fault, fault, type Issue, issueAt } from './issue.ts';
import { candidateTables, cellAt, headerKey, readSheets, type Table } from './table.ts';

/** The columns of a directory file; the last three may be left out. Nothing else is kept about a person. */
export const DIRECTORY_COLUMNS = [
  'tenantId',
  'objectId',
  'name',
  'email',
  'region',
  'unit',
  'roles',
  'language',
  'deputy',
  'manager',
] as const;
export type DirectoryColumn = (typeof DIRECTORY_COLUMNS)[number];
const OPTIONAL: readonly DirectoryColumn[] = ['language', 'deputy', 'manager'];

export interface ReadDirectoryOptions {
  /** The regions of the governance: a row of another one is rejected. */
  readonly regions?: readonly RegionId[] | undefined;
}

/** `read` = people + distinct rows in `rejected`. */
export interface DirectoryReading {
  readonly read: number;
  readonly people: readonly Person[];
  readonly rejected: readonly Issue[];
  readonly warnings: readonly Issue[];
}

type Texts = Readonly<Record<DirectoryColumn, string>>;
interface Draft {
  readonly row: number;
  readonly texts: Texts;
  readonly objectId: string;
  /** Without deputy and manager, who may stand further down in the file. */
  readonly person: Person;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+$/;
const REGION = /^[a-z][a-z0-9-]*$/;

const findTable = (bytes: Uint8Array, fileName: string): Result<Table, ImportError> => {
  const sheets = readSheets(bytes, fileName, {});
  if (!sheets.ok) return sheets;
  let missing: readonly string[] = DIRECTORY_COLUMNS.filter((column) => !OPTIONAL.includes(column));
  for (const table of candidateTables(sheets.value)) {
    const keys = table.header.map(headerKey);
    const absent = DIRECTORY_COLUMNS.filter(
      (column) => !OPTIONAL.includes(column) && !keys.includes(headerKey(column)),
    );
    if (absent.length === 0) return ok(table);
    if (absent.length < missing.length) missing = absent;
  }
  return fail({ code: 'column-missing', params: { columns: missing } });
};

const textsOf = (table: Table): ((row: TableRow) => Texts) => {
  const keys = table.header.map(headerKey);
  const places = DIRECTORY_COLUMNS.map((column) => [column, keys.indexOf(headerKey(column))] as const);
  return (row) =>
    Object.fromEntries(
      places.map(([column, place]) => [column, place < 0 ? '' : oneLine(cellAt(row, place).text)]),
    ) as Record<DirectoryColumn, string>;
};

/** Faults that leave no usable person. */
const refusals = (texts: Texts, { regions }: ReadDirectoryOptions): [DirectoryColumn, Fault][] => {
  const found: [DirectoryColumn, Fault][] = [];
  const check = (column: DirectoryColumn, isFine: (text: string) => boolean, what: Fault) => {
    if (texts[column] === '') found.push([column, fault('missing')]);
    else if (!isFine(texts[column])) found.push([column, what]);
  };
  const isGuid = (text: string) => GUID.test(text.toLowerCase());
  check('tenantId', isGuid, fault('not-a-guid'));
  check('objectId', isGuid, fault('not-a-guid'));
  check('name', () => true, fault('missing'));
  check('email', (text) => EMAIL.test(text), fault('unreadable-email'));
  const isRegion = (text: string) =>
    regions ? regions.includes(regionId(text.toLowerCase())) : REGION.test(text.toLowerCase());
  check('region', isRegion, fault('unknown-region'));
  check('unit', () => true, fault('missing'));
  return found;
};

const parts = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A role that nobody knows gives no right, and takes nobody else's away: it is left out with a warning. */
const rolesOf = (text: string): { roles: Role[]; unknown: string[] } => {
  const given = parts(text.toLowerCase());
  const roles = ROLES.filter((role) => given.includes(role));
  return { roles, unknown: given.filter((part) => !(ROLES as readonly string[]).includes(part)) };
};

const draftOf = (row: number, texts: Texts): Draft => {
  const region = regionId(texts.region.toLowerCase());
  const language = texts.language.toLowerCase();
  return {
    row,
    texts,
    objectId: texts.objectId.toLowerCase(),
    person: {
      id: personId(texts.tenantId, texts.objectId),
      name: texts.name,
      email: texts.email.toLowerCase(),
      region,
      unit: unitId(region, texts.unit),
      roles: rolesOf(texts.roles).roles,
      language: isLanguage(language) ? language : null,
      deputy: null,
      manager: null,
    },
  };
};

/** A colleague is named by object id or e-mail; an object id that two tenants use is the one of the own tenant. */
const colleagueOf = (named: string, own: Draft, drafts: ColleagueIndex): PersonId | null => {
  const text = named.toLowerCase();
  const inTenant = drafts.byId.get(personId(own.texts.tenantId, text));
  const found = inTenant ?? drafts.byEmail.get(text) ?? drafts.byObjectId.get(text) ?? drafts.byId.get(text);
  return found?.person.id ?? null;
};
interface ColleagueIndex {
  readonly byId: ReadonlyMap<string, Draft>;
  readonly byEmail: ReadonlyMap<string, Draft>;
  readonly byObjectId: ReadonlyMap<string, Draft>;
}

/**
 * A directory file (csv or xlsx) → people. A row is rejected when the account, name, e-mail, region or unit is missing or
 * unreadable, or the account or e-mail stood in an earlier row; an unknown role, language, deputy or manager is left out
 * with a warning. A person may have no role: a superior to whom silence is lifted needs none.
 */
export const readDirectory = (
  bytes: Uint8Array,
  fileName: string,
  options: ReadDirectoryOptions = {},
): Result<DirectoryReading, ImportError> => {
  const table = findTable(bytes, fileName);
  if (!table.ok) return table;
  const read = textsOf(table.value);
  const rejected: Issue[] = [];
  const warnings: Issue[] = [];
  const byId = new Map<string, Draft>();
  const byEmail = new Map<string, Draft>();
  const byObjectId = new Map<string, Draft>();

  for (const line of table.value.rows) {
    const texts = read(line);
    const refused = refusals(texts, options);
    const draft = draftOf(line.row, texts);
    const twin = byId.get(draft.person.id);
    const namesake = byEmail.get(draft.person.email);
    if (refused.length === 0 && twin)
      refused.push(['objectId', { reason: 'duplicate-person', params: { first: twin.row } }]);
    else if (refused.length === 0 && namesake)
      refused.push(['email', { reason: 'duplicate-email', params: { first: namesake.row } }]);
    rejected.push(...refused.map(([column, what]) => issueAt(line.row, column, texts[column], what)));
    if (refused.length > 0) continue;
    byId.set(draft.person.id, draft);
    byEmail.set(draft.person.email, draft);
    if (!byObjectId.has(draft.objectId)) byObjectId.set(draft.objectId, draft);
  }

  const people = [...byId.values()].map((draft): Person => {
    const { row, texts, person } = draft;
    const warn = (column: DirectoryColumn, value: string, what: Fault) =>
      warnings.push(issueAt(row, column, value, what));
    for (const role of rolesOf(texts.roles).unknown) warn('roles', role, fault('unknown-role'));
    if (texts.language !== '' && person.language === null)
      warn('language', texts.language, fault('unknown-language'));
    const colleague = (column: 'deputy' | 'manager'): PersonId | null => {
      if (texts[column] === '') return null;
      const id = colleagueOf(texts[column], draft, { byId, byEmail, byObjectId });
      if (id === null) warn(column, texts[column], fault('unknown-colleague'));
      else if (id === person.id) warn(column, texts[column], fault('own-colleague'));
      return id === person.id ? null : id;
    };
    return { ...person, deputy: colleague('deputy'), manager: colleague('manager') };
  });
  return ok({ read: table.value.rows.length, people, rejected, warnings });
};
