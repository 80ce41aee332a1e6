import { slips } from '#words/text.ts';
import { ENGLISH, isAsking, SWEDISH } from './function-words.ts';
import type { ItemIndex } from './items/index.ts';
import { isInCue } from './topics.ts';

/** The longer words of questions, which people misspell most. */
const TELLING = `
  upphandling upphandlingar upphandlingen upphandlingarna samordnade samordnad samordna samordnas samordning samordningen besparing besparingar besparingarna invandning invandningar
  invandningarna eskalering eskaleringar eskaleringarna eskalerade avsteg undantag lardomar lardom erfarenheter historik handelser delegation beslutar beslutanderatt
  besluta kandidater obesvarade forfragan meddelandet levererats utskicket kvartal kvartalet halvaret tertial sommaren nasta forra januari februari augusti september
  oktober november december march april august january february october sormland vastmanland medicinsk medicinteknisk utrustning procurement procurements coordinated coordinate coordination escalation
  escalations escalated objection objections objected deviation deviations exception exceptions savings saved unanswered answered responded delivered deliveries
  candidates history lessons learned authority decision decisions council quarter spring summer autumn winter status sparat kostar svarat hantat radet andel procent uppgifter
  sakerhet fattas ansvarig vantar saknas planerade kommande upcoming planned waiting allowed approve everybody everyone message delegation mandat lyckats
`
  .split(/\s+/)
  .filter(Boolean);
const VOCABULARY = [...new Set([...TELLING, ...SWEDISH, ...ENGLISH])].filter((word) => word.length >= 5);
const TELLS = new Set(VOCABULARY);

const nearest = (word: string): string | null => {
  const limit = word.length >= 8 ? 2 : 1;
  let best: string | null = null;
  let fewest = limit + 1;
  for (const candidate of VOCABULARY) {
    const count = slips(word, candidate, fewest - 1);
    if (count < fewest) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
};

/** Folded text with slips in the question's own words put right; what may name an item is left as it is. */
export const corrected = (folded: string, index: ItemIndex): string =>
  folded.replace(/[a-z]{5,30}/g, (word) => {
    if (TELLS.has(word) || isAsking(word) || index.knows(word) || isInCue(word)) return word;
    const better = nearest(word);
    if (better === null) return word;
    const nearItem = index.find(word).some(({ byTitle, quality }) => byTitle && quality >= 0.7);
    return nearItem && slips(word, better, 1) > 1 ? word : better;
  });
