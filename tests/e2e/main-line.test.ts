import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Demo,
  type DemoFolder,
  demoFolder,
  openWindows,
  startDemo,
  type Windows,
} from './support/demo.ts';
import { CAST, mainLine, SECRET } from './support/story.ts';

let folder: DemoFolder;
let demo: Demo;
let windows: Windows;
beforeAll(async () => {
  folder = await demoFolder();
  demo = await startDemo(folder.store);
  windows = await openWindows(demo);
});
afterAll(async () => {
  await windows?.close();
  await demo?.end('SIGINT');
  await folder?.remove();
});

const everything = async (name: string): Promise<string> => (await windows.of(name).cards()).join('\n');

describe('the main job, from question to decision, in seven windows of two organisations', () => {
  it('can be done from the cards alone', async () => {
    await mainLine(windows);
  });

  it('showed each person what is theirs and nobody what is not', async () => {
    const erik = await everything(CAST.sUnit);
    expect(erik).toContain('Så blev det');
    for (const secret of [SECRET, 'James Whitfield', 'Avtal 2023-114']) expect(erik).not.toContain(secret);
    const james = await everything(CAST.vUnit);
    expect(james).not.toContain('Erik Sandström');
    for (const part of ['officer', 'sMember', 'vMember', 'sDecider', 'vDecider'] as const) {
      expect(await everything(CAST[part]), part).toContain('MT924');
    }
    expect(await everything(CAST.sMember)).not.toMatch(/Godkänn|Besluta\b/);
  });

  it('answers questions in the language of the person, within what they may see', async () => {
    const james = windows.of(CAST.vUnit);
    await james.say('who has not answered?');
    const others = await james.waitForCard('2 further units have not answered');
    expect(others).not.toContain('Operationskliniken');
    const anna = windows.of(CAST.officer);
    await anna.say('vem har inte svarat?');
    const late = await anna.waitForCard('enheter har inte svarat');
    expect(late).toContain('Operationskliniken Nyköping');
    await anna.say('vilka upphandlingar är på gång i Västmanland?');
    await anna.waitForCard('Region Västmanland');
    const cecilia = windows.of(CAST.sDecider);
    await cecilia.say('vad väntar på mig?');
    await cecilia.waitForCard('Inget väntar på dig');
    await cecilia.say('hjälp');
    expect(await cecilia.waitForCard('Du är beslutsfattare')).toContain('kl.');
  });
});
