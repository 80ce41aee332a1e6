import type { Language } from '#domain/shared/language.ts';

/** What the edge itself must say: only where the application could not be asked, or failed. */
const SENTENCES = {
  sv: {
    failed: (reference: string) =>
      `Något gick fel hos oss, och det är inte säkert att det du gjorde är sparat. Försök igen om en stund. Händer det igen: kontakta er administratör och uppge referensen ${reference}.`,
    unknownSender:
      'Samordna kan inte se vilket konto du skriver från. Logga in i Teams med ditt arbetskonto och försök igen.',
    notOffered:
      'Det här kan Samordna inte göra. Skriv ”hjälp” i chatten med Samordna för att se vad som går.',
    searchUnknown:
      'Samordna visas bara för dem som står i katalogen. Be er administratör att lägga till dig.',
    searchStart: 'Skriv en del av titeln, ett CPV-ord eller ett id, till exempel ”operationsbord”.',
    searchNothing: 'Ingen upphandling passar. Prova ett annat ord eller ett id.',
  },
  en: {
    failed: (reference: string) =>
      `Something went wrong on our side, and what you did may not have been saved. Try again in a while. If it happens again, contact your administrator and give the reference ${reference}.`,
    unknownSender:
      'Samordna cannot see which account you are writing from. Sign in to Teams with your work account and try again.',
    searchUnknown: 'Samordna is for those who are in its directory. Ask your administrator to add you.',
    searchStart: 'Type a part of the title, a CPV word or an id, for example “operationsbord”.',
    searchNothing: 'No procurement fits. Try another word or an id.',
    notOffered: 'Samordna cannot do this. Write “help” in the chat with Samordna to see what is possible.',
  },
} as const satisfies Record<Language, unknown>;

/** Swedish unless the client is set to another language: then English, which more people read. */
export const languageOf = (locale: string | null | undefined): Language =>
  !locale || /^sv\b/i.test(locale) ? 'sv' : 'en';

export const sentences = (locale: string | null | undefined): (typeof SENTENCES)[Language] =>
  SENTENCES[languageOf(locale)];
