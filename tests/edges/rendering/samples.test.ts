import { expect, test } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { layOut } from '#rendering/layout/lay-out.ts';
import { assembleCards } from '#rendering/layout/templates.ts';
import { createWriter } from '#rendering/layout/writer.ts';
import { createSay, DICTIONARIES } from '#rendering/text/words.ts';
import { samples } from '../../gallery/samples.ts';
import { typedOut } from './card-tree.ts';

/** The texts that a template asks for, so that the sample holds those and no more. */
const textsOf = (template: unknown): Record<string, Record<string, string>> => {
  const wanted = [...JSON.stringify(template).matchAll(/\bt\.(\w+)\.(\w+)/g)].map(
    ([, group = '', key = '']) => [group, key],
  );
  const texts: Record<string, Record<string, string>> = {};
  for (const [group = '', key = ''] of wanted) {
    const all = DICTIONARIES.sv[group as keyof typeof DICTIONARIES.sv] as Readonly<Record<string, string>>;
    texts[group] = { ...texts[group], [key]: all[key] ?? '' };
  }
  return texts;
};

const templates = assembleCards();
const firsts = Object.keys(templates).map(
  (card) => [card, samples.find((sample) => sample.card === card)] as const,
);

test.each(firsts)(
  'cards/%s.sample.json is what the template gets from the first sample view',
  async (card, sample) => {
    if (!sample) throw new Error(`No sample view of ${card}`);
    const writer = createWriter('sv', createSay('sv'), sample.view.asOf, { text: 2000, lines: 20 }, cpvLabel);
    const data = { t: textsOf(templates[card]), ...layOut(sample.view, writer).data };
    await expect(typedOut(`${JSON.stringify(data, null, 2)}\n`)).toMatchFileSnapshot(
      new URL(`../../../cards/${card}.sample.json`, import.meta.url).pathname,
    );
  },
);
