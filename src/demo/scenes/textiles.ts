import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { addDays, dateOf, endOfDay } from '#domain/shared/calendar.ts';
import { itemId, regionId } from '#domain/shared/ids.ts';
import type { Scene } from './scene.ts';

const SORMLAND = regionId('sormland');
/** About 300 million SEK for each region, as the auditors' letter has it; the items and people are invented. */
const TOGETHER = 600_000_000;
const facts = (id: string, title: string): ItemFacts => ({
  id: itemId(id),
  plan: 2026,
  title,
  region: SORMLAND,
  cpv: '39500000',
  category: '39',
  value: TOGETHER,
  description: 'Exempel. Ungefär 300 mnkr per region.',
});

const YES: Omit<Extract<CaseCommand, { do: 'answer' }>, 'unit'> = {
  do: 'answer',
  round: 1,
  revision: 1,
  answer: { kind: 'yes', commitment: { binding: 'estimate', value: TOGETHER / 4 } },
  texts: {},
};

/** Asked about, and every unit has said yes. */
const settled = async ({ officer, managers, does, open, later }: Scene, item: ItemFacts, days: number) => {
  await does(null, item.id, { do: 'import', item });
  later(1);
  await open(item.id, endOfDay(addDays(dateOf(later(0)), days)));
  later(2);
  for (const manager of managers) await does(manager, item.id, { ...YES, unit: manager.unit });
  return officer;
};

/**
 * The textile case in both variants. Planned: everybody wants it, and it cannot begin before regionfullmäktige has
 * decided. Found late: it was advertised while nobody had entered the delegation orders, and is flagged.
 */
export const textiles = async (scene: Scene): Promise<void> => {
  const { officer, does, later, without, tick } = scene;
  const late = facts('TEXTIL-1', 'Textilier och tvätt, nuvarande');
  await without('initiate', async () => {
    await settled(scene, late, 10);
    const reference = 'RS 2026-0099';
    const authorised = { do: 'file-authorisation', region: regionId('vastmanland'), reference } as const;
    await does(officer, late.id, { ...authorised, date: dateOf(later(1)) });
    await does(officer, late.id, { do: 'lock' });
    const advertised: Advance = {
      to: 'advertised',
      date: dateOf(later(1)),
      reference: 'Exempel 2026-1',
      evaluators: [officer.id],
    };
    await does(officer, late.id, { do: 'advance', stage: advertised, texts: {} });
  });
  await tick(late.id);
  await settled(scene, facts('TEXTIL-2', 'Textilier och tvätt, nästa avtal'), 10);
};
