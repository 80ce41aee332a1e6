import { regionsOf } from '#domain/authority/governance.ts';
import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Language } from '#domain/shared/language.ts';
import { importErrorMessage, issueInRow } from '#plan-import/messages.ts';
import type { View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import { importPlan, type PlanRow, previewPlan } from '../importing.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { IncomingFile } from '../ports/teams.ts';
import type { Presenter } from '../presenter.ts';
import { messageView, refusedView } from '../views/message.ts';
import { createFileReader } from './file-reader.ts';

/** Largest plan file that is taken from the chat. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Remarks that fit on a card. */
const SHOWN = 10;

interface DraftBody {
  readonly person: string;
  readonly rows: readonly PlanRow[];
}

export interface FileCards {
  /** What importing the file would do; nothing is written but a draft that the person confirms. */
  preview(viewer: Person, file: IncomingFile, language: Language): Promise<View>;
  confirm(viewer: Person, draft: string): Promise<View>;
  discard(viewer: Person, draft: string): Promise<View>;
}

export interface FileOptions {
  readonly store: DocumentStore;
  readonly cases: Cases;
  readonly presenter: Presenter;
  readonly salt: () => string;
}

export const createFileCards = ({ store, cases, presenter, salt }: FileOptions): FileCards => {
  const readFile = createFileReader();
  const mayImport = (viewer: Person): boolean => viewer.roles.includes('officer');

  const preview: FileCards['preview'] = async (viewer, file, language) => {
    const { now, governance } = await presenter.reading(viewer);
    if (!mayImport(viewer)) {
      return refusedView(now, refuse('not-allowed', { role: 'officer' }));
    }
    const refused = (reason: string): View => ({ card: 'file-refused', asOf: now, file: file.name, reason });
    const bytes = await file.read(MAX_BYTES);
    if (!bytes) {
      return refused(importErrorMessage({ code: 'file-too-large', params: { megabytes: 20 } }, language));
    }
    const read = await readFile({
      bytes,
      name: file.name,
      regions: regionsOf(governance),
      today: dateOf(now),
    });
    if (!read.ok) return refused(importErrorMessage(read.error, language));
    const { plan, reading } = read.value;
    const rows = reading.items;
    const outcome = await previewPlan(cases, rows);
    const draft = `plan-${salt()}`;
    const body: DraftBody = { person: viewer.id, rows };
    await store.put({ kind: 'draft', id: draft, index: { person: viewer.id }, body }, null);
    const said = (issues: typeof reading.rejected) =>
      issues.slice(0, SHOWN).map((issue) => ({ row: issue.row, message: issueInRow(issue, language) }));
    const { rejected, warnings } = reading;
    return {
      card: 'import-preview',
      asOf: now,
      file: file.name,
      plan,
      read: reading.read,
      created: outcome.created,
      revised: outcome.revised,
      unchanged: outcome.unchanged,
      rejected: said(rejected),
      rejectedTotal: new Set(rejected.map((issue) => issue.row)).size + outcome.refused.length,
      warnings: said(warnings),
      warningsTotal: warnings.length,
      draft,
    };
  };

  /** Null once it was confirmed or thrown away. */
  const kept = async (draft: string): Promise<DraftBody | null> =>
    (await store.get<DraftBody>('draft', draft))?.body ?? null;
  const notTheirs = (asOf: View['asOf']): View => refusedView(asOf, refuse('not-allowed'));

  return {
    preview,
    confirm: async (viewer, draft) => {
      const { now } = await presenter.reading(viewer);
      const found = await kept(draft);
      // A second press changes nothing.
      if (!found) return refusedView(now, refuse('old-card'));
      if (found.person !== viewer.id) return notTheirs(now);
      const outcome = await importPlan(store, cases, found.rows, actorOf(viewer));
      await store.remove('draft', draft);
      const params = {
        created: String(outcome.created),
        revised: String(outcome.revised),
        unchanged: String(outcome.unchanged),
      };
      return messageView(now, { kind: 'done', what: 'imported', params });
    },
    discard: async (viewer, draft) => {
      const { now } = await presenter.reading(viewer);
      const found = await kept(draft);
      if (found && found.person !== viewer.id) return notTheirs(now);
      if (found) await store.remove('draft', draft);
      return messageView(now, { kind: 'done', what: 'discarded' });
    },
  };
};
