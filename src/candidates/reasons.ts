import { fold } from '#words/text.ts';
import type { CandidateItem, CandidateReason, Experience } from './candidate.ts';
import { commonCpv } from './cpv-nearness.ts';
import type { Gathering } from './gathering.ts';
import type { Need } from './needs.ts';

/** The title's own spelling of folded words. */
const asWritten = (title: string, said: string): string => {
  const written = new Map((title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [fold(word), word]));
  return said
    .split(' ')
    .map((word) => written.get(word) ?? [...written].find(([known]) => word.startsWith(known))?.[1] ?? word)
    .join(' ');
};
const saidIn = (need: Need, title: string, concept: string): string =>
  asWritten(title, need.terms.find((term) => term.concept === concept)?.said ?? concept);

/** The words of both titles that meet, the telling ones first. */
const meetingWords = ({ likeness, pair, needs: [one, other] }: Gathering): readonly [string, string] => {
  const shown = likeness.shared.filter(([a, b]) => a !== '' && b !== '').slice(0, 3);
  const inOrder = (title: string, words: readonly string[]): string =>
    [...new Set(words)].toSorted((a, b) => title.indexOf(a) - title.indexOf(b)).join(' ');
  const [{ title }, { title: otherTitle }] = pair;
  return [
    inOrder(
      title,
      shown.map(([concept]) => saidIn(one, title, concept)),
    ),
    inOrder(
      otherTitle,
      shown.map(([, concept]) => saidIn(other, otherTitle, concept)),
    ),
  ];
};

/** What a title says without ceremony and names. */
const coreOf = ({ terms }: Need): string => [...new Set(terms.map(({ said }) => said))].join(' ');

export const meaningReason = (gathering: Gathering): CandidateReason => {
  const [one, other] = gathering.needs;
  const core = coreOf(one);
  if (core === coreOf(other)) return { code: 'same-title', title: asWritten(gathering.pair[0].title, core) };
  const code = gathering.likeness.meaning >= 0.7 ? 'same-meaning' : 'related-meaning';
  return { code, words: meetingWords(gathering) };
};

export const cpvReason = ([{ cpv: one }, { cpv: other }]: Gathering['pair']): CandidateReason[] => {
  if (!one || !other) return [];
  if (one === other) return [{ code: 'same-cpv', cpv: one }];
  const common = commonCpv(one, other);
  if (common === '') return [{ code: 'other-cpv', cpvs: [one, other] }];
  return [{ code: common.length > 2 ? 'near-cpv' : 'same-division', cpv: common.padEnd(8, '0') }];
};

export const valueReason = (items: readonly CandidateItem[]): CandidateReason[] => {
  const values = items.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length === 0) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  return [{ code: 'value', sum, without: items.length - values.length }];
};

/** What was learnt about the same need: an experience counts where its title's concepts meet those of the pair. */
export const learnt = (
  { needs: [one], likeness, items }: Gathering,
  experiences: readonly (Experience & { readonly concepts: ReadonlySet<string> })[],
): CandidateReason[] => {
  const shared = likeness.shared.flat().filter((c) => (one.weights.get(c) ?? 0) > 0.3);
  return experiences
    .filter(
      ({ item, concepts }) =>
        items.some(({ id }) => id === item) ||
        (shared.length > 0 && shared.every((concept) => concepts.has(concept))),
    )
    .slice(-2)
    .map(({ kind, item, title, on }) => ({
      code: kind === 'deviation' ? 'earlier-deviation' : 'earlier-lesson',
      item,
      title,
      on,
    }));
};
