import type { ItemId } from '#domain/shared/ids.ts';

/** Where a case's history is; null where it has no page here. */
export type CaseLink = (item: ItemId) => string | null;

/** A name that every file system and address takes, different for different ids. */
export const caseFileName = (item: ItemId): string =>
  `case-${item.replaceAll(/[^A-Za-z0-9-]/g, (mark) => `_${mark.codePointAt(0)?.toString(16)}_`)}.html`;
