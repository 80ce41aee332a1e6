import type { Governance, MeetingRow } from '#domain/authority/governance.ts';
import type { EscalatedCase } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { bodyId } from '#domain/shared/ids.ts';
import { answers, asked, type Step, type Story, tell, told, types } from '#support/given.ts';
import { beds, date, governance, officer, vKirurgi } from '#support/world.ts';

/** Monday 23 November: the ladder's own days are 5, 5, 10 and 10 working days. */
export const revises = (facts: Partial<ItemFacts>): Step => ({
  by: officer,
  command: { do: 'import', item: { ...beds, ...facts } },
});
export const objectsTo = (revision: number, by = vKirurgi): Step =>
  answers(by, { kind: 'objection', reason: 'other' }, { text: 'Nej', evidence: 'Ja' }, undefined, revision);
export const planned = (day: string | undefined): Story => {
  const { advertise: _, ...without } = beds;
  const item = day === undefined ? without : { ...beds, advertise: date(day) };
  return tell(asked, { by: officer, command: { do: 'import', item } });
};
export const disputed = (day: string | undefined, rules: Governance = governance): Story =>
  told(rules, planned(day), objectsTo(2));
export const escalated = ({ state }: Story): EscalatedCase => {
  if (state.status !== 'escalated') throw new Error(state.status);
  return state;
};
export const due = (story: Story): string | null => escalated(story).escalation.due;
export const told1 = (story: Story): string[] =>
  types(story.events).filter((type) => type === 'ladder-too-late');

export const RADET = bodyId('inkopsradet');
export const row = { validFrom: date('2020-01-01'), status: 'decided' } as const;
export const calendar = (
  body: typeof RADET,
  ...meetings: readonly (readonly [string, string])[]
): MeetingRow => ({
  ...row,
  id: `calendar-${body}`,
  body,
  meetings: meetings.map(([day, documentsBy]) => ({ date: date(day), documentsBy: date(documentsBy) })),
});
export const meeting = (...meetings: readonly MeetingRow[]): Governance => ({
  ...governance,
  ladder: governance.ladder.map((one) => (one.level === 'council' ? { ...one, body: RADET } : one)),
  meetings,
});
