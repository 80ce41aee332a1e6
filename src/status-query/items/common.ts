import { stemsOf } from '#words/text.ts';

const COMMON = new Set(
  (
    'new old low high back local lead level levels support single user users weight line lines point state platform access test tests sample samples control controls ' +
    'machine machines unit units device devices equipment system systems service services team teams project projects manager managers leader leaders public general media learning ' +
    'management supply supplies product products component components contract contracts contractor contractors works building plant facility assessment assessments review ' +
    'audit audits extension replacement exchange resource quality planning range store shop power natural wide angle close care home check checks clinic hospital staff activity activities ' +
    'professional specific travel visitor trips trip employee list lists delivery deliveries distribution food meal mat image picture ground land place program nursing ' +
    'tjanst tjanster tjansterna utrustning utrustningen systemet kontroll kontroller projekt projektet verksamhet verksamheten verksamheter arbete arbeten arbetet klinik kliniken ' +
    'kliniker sjukhus sjukhuset hus huset instrument instrumentet apparat apparaten apparater maskin maskiner ledning ledningen styrning behandling mottagning mottagningen leverans leveranser ' +
    'position positions closing handle special measure measures stand flat park brand govern assess competence application worker workers branded replaced median generate bytes ' +
    'gemensam aktivitet aktiviteter uppfoljning revision revisionen granskning granskningen revisorerna personal personalen anlaggning delar tillbehor diagnos patienter patient patients ' +
    'inriktning anvandning miljo klass dag nytta takt data date rate order forvaltning stod stodet inforande behov vard varden bild byte bord tables table medicinsk medicinska medical'
  )
    .split(' ')
    .flatMap(stemsOf),
);

/** Too common to name an item by itself; beside another word it helps. */
export const isCommon = (word: string): boolean => stemsOf(word).some((stem) => COMMON.has(stem));
