import type { EventType } from '../coordination/events.ts';
import { RECORD_RULES, type RecordRule } from './rules.ts';

/**
 * Whether an entry may leave Samordna in an export or a document. What tells of tenders or applications, also their
 * number, may not (OSL 19:3): a release after the award is a person's harm test (OSL 31:16), never a program's.
 */
export const mayLeave = (
  type: EventType,
  rules: Readonly<Record<EventType, RecordRule>> = RECORD_RULES,
): boolean => rules[type].secrecy === 'open';
