import { answering } from './en/answering.ts';
import { asking } from './en/asking.ts';
import { board } from './en/board.ts';
import { candidates } from './en/candidates.ts';
import { codes } from './en/codes.ts';
import { common } from './en/common.ts';
import { dashboard } from './en/dashboard.ts';
import { deciding } from './en/deciding.ts';
import { figures } from './en/figures.ts';
import { findings } from './en/findings.ts';
import { governance } from './en/governance.ts';
import { lessons } from './en/lessons.ts';
import { officer } from './en/officer.ts';
import { planning } from './en/planning.ts';
import { record } from './en/record.ts';
import { refusals } from './en/refusals.ts';
import { service } from './en/service.ts';
import { stage } from './en/stage.ts';
import type { Shape } from './shape.ts';
import type { sv } from './sv.ts';

/** The same texts in English. */
export const en: Shape<typeof sv> = {
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
};
