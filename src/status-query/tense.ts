import type { Topic } from './query.ts';

const FORWARD =
  /(?<![a-z])(?:ska|skall|kommer|kommande|planeras?|planerad\w*|planerat|startar|borjar|annonseras|upphandlas|will|coming|upcoming|planned|start|starts|going to|kan|could|can|behandlar?|behandlas|behandla|tas upp|nasta|next|infor|ahead|due|ligger|vantar|avvaktar|waiting|pending|agenda|dagordning\w*)(?![a-z])/;
const BACK =
  /(?<![a-z])(?:hade|blev|gjorde|gjordes|skedde|hande|hant|startade|startades|annonserades|annonserade|genomfordes|beslutad?e?s?|beslutat|sparade|sparat|kostade|gick|fick|var|was|were|did|had|happened|started|decided|saved|made|went|advertised|signed|inleddes|koptes|kopte|gjordes|togs|gavs|skrevs|(?!planer|samordn)[a-z]{3,}ades?)(?![a-z])/;
/** What has been saved, spent, decided or learnt lies behind, whatever the verb. */
const LOOKING_BACK: ReadonlySet<Topic> = new Set([
  'savings',
  'costs',
  'share',
  'objections',
  'escalations',
  'history',
  'deviations',
  'lessons',
  'deliveries',
  'unanswered',
]);

/** The sentence looks back, so that a bare "in March" is the latest one. */
export const looksBack = (words: string, topic: Topic): boolean =>
  !FORWARD.test(words) && (BACK.test(words) || LOOKING_BACK.has(topic));
