import type { CaseFile } from '#application/record/case-file.ts';
import { askingParts } from './case/asking.ts';
import { deskOf } from './case/desk.ts';
import { figureParts } from './case/figures.ts';
import { itemParts } from './case/item.ts';
import { ladderParts } from './case/ladder.ts';
import { recordParts } from './case/record.ts';
import { page } from './markup.ts';
import type { Writing } from './writing.ts';

/** A case as a document that stands alone and prints well on A4: no script, nothing fetched, every text escaped. */
export const caseHtml = (file: CaseFile, w: Writing): string => {
  const desk = deskOf(file, w);
  return page(
    w.language,
    `${file.item.id} ${file.item.title}`,
    [itemParts, askingParts, ladderParts, figureParts, recordParts].flatMap((parts) =>
      parts(desk).map((part) => part()),
    ),
  );
};
