import type { Chat } from './chat.ts';
import type { Windows } from './demo.ts';

/** The demo's people who have a window, by what they do. */
export const CAST = {
  officer: 'Anna Lindqvist',
  sUnit: 'Erik Sandström',
  vUnit: 'James Whitfield',
  sMember: 'Eva Sjöberg',
  vMember: 'Daniel Öberg',
  sDecider: 'Cecilia Norén',
  vDecider: 'Mats Ekström',
} as const;
export type Part = keyof typeof CAST;

export const SECRET = 'Vårt serviceavtal med leverantören löper till 2027-06-30';

/** A moment worth a look: a picture for the documentation, or nothing. */
export type Look = (name: string, chat: Chat) => Promise<void>;

/** The main job as people do it, from the question to the decision; each step waits for what its reader sees. */
export const mainLine = async (windows: Windows, look: Look = async () => {}): Promise<void> => {
  const at = (part: Part): Chat => windows.of(CAST[part]);
  const [anna, erik, james] = [at('officer'), at('sUnit'), at('vUnit')];

  // The two scenes of the textiles wait for her.
  await anna.waitForCard('2 saker väntar på dig');
  await anna.say('visa planen');
  await anna.waitForCard('133 upphandlingar');
  await look('01-plan', anna);
  await anna.say('fråga enheterna om MT924 till 4 december');
  await anna.waitForCard('Innan du skickar');
  await look('02-before-sending', anna);
  await anna.press('Skicka frågan');
  await anna.waitForCard('0 av 4 enheter har svarat');

  await erik.waitForCard('Samordningsförfrågan');
  await look('03-request', erik);
  await erik.press('Ja, vi deltar');
  await erik.waitForCard('Ni är med');
  await look('04-receipt', erik);
  await anna.waitForCard('1 av 4 enheter har svarat');

  await james.waitForCard('Coordination request');
  await look('05-request-english', james);
  await james.press('Object');
  await james.waitForCard('We already have a contract');
  await james.press('Contract or option still running');
  await james.fill('What is stopping you?', SECRET);
  await james.fill('Evidence', 'Avtal 2023-114');
  await look('06-objection', james);
  await james.press('Send the objection');
  await james.waitForCard('You have an objection');

  await anna.waitForCard('Hur går vi vidare?');
  await look('07-objection-officer', anna);
  await anna.press('Lyft till Inköpsrådet');
  await anna.choose('Ditt förslag', 'Samordna, med olika start');
  await anna.press('Lyft ärendet');
  await anna.waitForCard('Inköpsrådet');

  for (const member of [at('sMember'), at('vMember')]) {
    await member.waitForCard('Är du jävig');
    if (member === at('sMember')) await look('08-council-conflict', member);
    await member.press('Nej, jag är inte jävig');
    await member.waitForCard('Ska Inköpsrådet tillstyrka förslaget?');
    if (member === at('sMember')) await look('09-council-position', member);
    await member.press('Tillstyrk');
  }

  for (const decider of [at('sDecider'), at('vDecider')]) {
    await decider.waitForCard('Vad beslutar du?');
    await decider.choose('Ditt beslut', 'Samordna, med olika start');
    await decider.fill('Motivering', 'Enligt rådets rekommendation');
    if (decider === at('sDecider')) await look('10-decision', decider);
    await decider.press('Besluta');
    await decider.waitForCard('Beslutat');
  }

  await Promise.all(
    [anna, erik, at('sMember'), at('vDecider')].map((chat) => chat.waitForCard('Så blev det')),
  );
  await look('11-outcome', erik);
  await anna.say('hur går det med operationsbord?');
  await anna.waitForCard('Upphandling · MT924');
  await look('12-status', anna);
};
