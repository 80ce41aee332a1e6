import { describe, expect, it } from 'vitest';
import { caseFigures } from '#application/record/case-figures.ts';
import { caseFile } from '#application/record/case-file.ts';
import type { FigureInput, SavingInput } from '#domain/indicators/figures.ts';
import { exactly } from '#domain/savings/range.ts';
import { writing } from '#rendering/writing.ts';
import { caseHtml } from '#reports/case-html.ts';
import { type Step, type Story, tell } from '#support/given.ts';
import { until } from '#support/stages.ts';
import { at, deputy as controller, governance, officer } from '#support/world.ts';
import { directory, historyOf, known } from '../views/support.ts';

const market: SavingInput = {
  method: 'market-price',
  bids: [90, 100, 110, 120],
  winner: 90,
  quantity: exactly(10),
  years: 4,
};
const states: Step = {
  by: controller,
  command: { do: 'state-saving', input: market, texts: { assumptions: 'Volym som 2025' } },
};
const note = (figure: FigureInput): Step => ({
  by: officer,
  command: { do: 'note-figure', figure, texts: {} },
});
const figures = (story: Story) => caseFigures(known(story), (id) => id);

describe('from a figure to the case behind it (OSL 19:3, 31:16)', () => {
  const stated = tell(until('contract'), states);

  it('a saving is told with its method, version, term, assumptions, author and day, and whether finance has signed it', () => {
    expect(figures(stated)?.saving).toMatchObject({
      method: 'market-price',
      version: 'market-price-1',
      annual: { base: 150 },
      years: 4,
      by: controller.id,
      assumptions: 'Volym som 2025',
      validated: null,
    });
  });

  it.each(['sv', 'en'] as const)(
    'on its page in %s, never the base alone and no word of how many tenders there were',
    (language) => {
      const body = { state: known(stated), history: historyOf(stated), head: null } as never;
      const file = caseFile(body, { governance, directory, now: at('2027-04-01 09:00') });
      const page = caseHtml(file, writing(language));
      expect(page).toContain('market-price-1');
      expect(page).toContain('Volym som 2025');
      expect(page).toContain(
        language === 'sv' ? 'Inte granskad av ekonomi än' : 'Not reviewed by finance yet',
      );
      expect(page).toMatch(language === 'sv' ? /till 150|, troligast 150/ : /most likely/);
      expect(page).not.toMatch(/undefined|\[object|\{\w+\}/);
    },
  );

  it('while tenders are secret nothing of a saving is told, and never that there were too few', () => {
    const few = tell(
      until('contract'),
      note({ kind: 'ruled-out', method: 'market-price', obstacle: 'fewer-than-3-bids' }),
    );
    expect(figures(few)).toBeNull();
    const secret = { ...known(stated), status: 'evaluation', award: undefined } as never;
    expect(caseFigures(secret, (id) => id)).toBeNull();
  });

  it('costs are summed by category, and what nobody logged is not told as 0', () => {
    const logged = tell(
      until('contract'),
      note({ kind: 'cost', category: 'meetings', seconds: 5400, external: 0 }),
      note({ kind: 'cost', category: 'meetings', seconds: 1800, external: 0 }),
      note({ kind: 'cost', category: 'external', seconds: 0, external: 12_000 }),
    );
    expect(figures(logged)?.costs).toEqual([
      { category: 'meetings', seconds: 7200, external: 0 },
      { category: 'external', seconds: 0, external: 12_000 },
    ]);
    expect(figures(until('contract'))).toBeNull();
  });
});
