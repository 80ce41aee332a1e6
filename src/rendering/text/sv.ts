import { answering } from './sv/answering.ts';
import { asking } from './sv/asking.ts';
import { board } from './sv/board.ts';
import { candidates } from './sv/candidates.ts';
import { codes } from './sv/codes.ts';
import { common } from './sv/common.ts';
import { dashboard } from './sv/dashboard.ts';
import { deciding } from './sv/deciding.ts';
import { figures } from './sv/figures.ts';
import { findings } from './sv/findings.ts';
import { governance } from './sv/governance.ts';
import { lessons } from './sv/lessons.ts';
import { officer } from './sv/officer.ts';
import { planning } from './sv/planning.ts';
import { record } from './sv/record.ts';
import { refusals } from './sv/refusals.ts';
import { service } from './sv/service.ts';
import { stage } from './sv/stage.ts';

/**
 * Every Swedish text that a card shows, by group and key, in ICU message syntax. A text without an argument may stand
 * in a template as `${t.group.key}`. A group named after a union has a text for each of its members.
 */
export const sv = {
  ...common,
  ...codes,
  refusal: refusals,
  ...answering,
  ...officer,
  ...deciding,
  ...board,
  ...asking,
  ...dashboard,
  ...candidates,
  ...record,
  ...figures,
  ...findings,
  ...lessons,
  ...governance,
  ...planning,
  ...service,
  ...stage,
} as const;
