import { afterEach, describe, expect, it } from 'vitest';
import { type Demo, demoFolder, openWindows, startDemo, type Windows } from './support/demo.ts';
import { CAST } from './support/story.ts';

const left: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of left.splice(0).reverse()) await clean();
});
const start = async (store: string, ...options: string[]): Promise<{ demo: Demo; windows: Windows }> => {
  const demo = await startDemo(store, ...options);
  left.push(() => demo.end('SIGKILL'));
  const windows = await openWindows(demo);
  left.push(() => windows.close());
  return { demo, windows };
};

describe('the demo', () => {
  it('goes on where kill -9 left it: what waited is shown again, its time has not gone back', async () => {
    const folder = await demoFolder();
    left.push(folder.remove);
    const first = await start(folder.store);
    const anna = first.windows.of(CAST.officer);
    await anna.waitForCard('2 saker väntar på dig');
    await anna.say('fråga enheterna om MT924 till 2030-12-04');
    await anna.press('Skicka frågan');
    await first.windows.of(CAST.sUnit).waitForCard('Samordningsförfrågan');
    await anna.say('tid');
    await anna.waitForCard('Demons klocka');
    await anna.press('En vecka fram');
    const moved = await anna.waitForCard('Klockan är flyttad');
    await first.windows.close();
    await first.demo.end('SIGKILL');

    const second = await start(folder.store);
    const erik = second.windows.of(CAST.sUnit);
    await erik.waitForCard('1 sak väntar på dig');
    await erik.press('Operationsbord');
    await erik.waitForCard('Behöver ni det här?');
    await erik.press('Ja, vi deltar');
    await erik.waitForCard('Ni är med');
    const again = second.windows.of(CAST.officer);
    await again.say('tid');
    const later = await again.waitForCard('Demons klocka');
    const day = (card: string) => /Nu är det (\S+ \d+ \S+) kl/.exec(card)?.[1];
    expect(day(later)).toBe(day(moved));
    expect(day(later)).toBeDefined();
    await again.say('hur går det med operationsbord?');
    expect(await again.waitForCard('Upphandling · MT924')).toContain('Ja, deltar');
  });

  it('lets its time run, so that reminders, silence and the ladder are seen', async () => {
    const folder = await demoFolder();
    left.push(folder.remove);
    const { windows } = await start(folder.store);
    const anna = windows.of(CAST.officer);
    const erik = windows.of(CAST.sUnit);
    await anna.waitForCard('2 saker väntar på dig');
    await anna.say('fråga enheterna om MT924 på fredag');
    await anna.waitForCard('Innan du skickar');
    await anna.press('Skicka frågan');
    await erik.waitForCard('Samordningsförfrågan');
    await anna.say('tid');
    await anna.waitForCard('Demons klocka');
    // Reminder after reminder, then the deadline passes in silence.
    for (let step = 0; step < 6; step += 1) await anna.press('Till nästa händelse', 'Demons klocka');
    await erik.waitForCard('Påminnelse');
    await anna.say('vem har inte svarat?');
    expect(await anna.waitForCard('4 enheter har inte svarat')).toContain('svarade inte i tid');
  });
});
