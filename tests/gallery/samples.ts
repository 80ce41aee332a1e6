import type { View, ViewName } from '#rendering/views.ts';
import { answering } from './samples/answering.ts';
import { asking } from './samples/asking.ts';
import { board } from './samples/board.ts';
import { candidates } from './samples/candidates.ts';
import { dashboard } from './samples/dashboard.ts';
import { deciding } from './samples/deciding.ts';
import { figures } from './samples/figures.ts';
import { officer } from './samples/officer.ts';
import { record } from './samples/record.ts';
import { service } from './samples/service.ts';
import { sharedItem } from './samples/shared-item.ts';
import { sharing } from './samples/sharing.ts';
import { stages } from './samples/stages.ts';

/** At least one view of every card, by what is special about it: a card without a sample does not compile. */
export type Samples = {
  readonly [Name in ViewName]: Readonly<Record<string, Extract<View, { card: Name }>>>;
};

const SAMPLES: Samples = {
  ...answering,
  ...officer,
  ...deciding,
  ...asking,
  ...candidates,
  ...record,
  ...service,
  ...stages,
  ...sharedItem,
  ...sharing,
  ...board,
  ...figures,
  ...dashboard,
};

export interface Sample {
  readonly card: ViewName;
  /** `request.reminder`. */
  readonly name: string;
  readonly view: View;
}

export const samples: readonly Sample[] = Object.values(SAMPLES).flatMap((variants) =>
  Object.entries(variants).map(([variant, view]) => ({
    card: view.card,
    name: `${view.card}.${variant}`,
    view,
  })),
);
