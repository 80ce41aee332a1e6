import { fold, wordsOf } from '#words/text.ts';
import type { StatusQuery, Understanding } from './query.ts';

/** Opens or closes like something that goes on: "och …", "what about …", "… då?", "is it …". */
const GOES_ON =
  /^(?:och|men|samt|eller|fast|and|but|or|what about|how about|hur ar det med|hur ser det ut (?:i|for|med)|vad galler|samma|same|also|ocksa|aven)(?![a-z])|(?<![a-z])(?:da|then|instead|istallet|ocksa|too|as well)$|(?<![a-z])(?:dess|den upphandlingen|den har|denna|it|that one|this one|its|there|samma|om den|pa den|for den|med den|about that|on that|darifran)(?![a-z])/;

/**
 * A question that goes on from the one before takes over what it leaves out: topic, item, period, category.
 * What it names itself stands.
 */
export const followUp = (text: string, understood: Understanding, previous: StatusQuery): Understanding => {
  const { query, choices } = understood;
  if (previous.topic === 'none' || previous.topic === 'help' || query.topic === 'help') return understood;
  const words = wordsOf(fold(text)).join(' ');
  const goesOn = GOES_ON.test(words);
  const opens = /^(?:och|men|samt|and|but|or|what about|how about|hur ar det med|samma|same)(?![a-z])/.test(
    words,
  );
  const short = words.split(' ').length <= 6;
  if (!goesOn || !(short || opens || query.topic !== 'none')) return understood;
  const namesItem = query.item !== undefined || choices.length > 0;
  const bareTopic =
    query.topic === 'none' ||
    query.topic === 'item' ||
    (query.topic === 'items' && !/upphandl|procure|inkop|plan/.test(words));
  const topic = bareTopic ? previous.topic : query.topic;
  const scopes = query.region !== undefined || query.period !== undefined || query.category !== undefined;
  if (query.topic === 'none' && !scopes && !namesItem) return understood;
  const wantsItem = topic !== 'items' && topic !== 'mine';
  const item = query.item ?? (namesItem || !wantsItem || query.category ? undefined : previous.item);
  const single = topic === 'items' && namesItem ? 'item' : topic;
  const region = query.region ?? (namesItem ? undefined : previous.region);
  const period = query.period ?? previous.period;
  const category = query.category ?? (item ? undefined : previous.category);
  return {
    query: {
      topic: single,
      ...(item ? { item } : {}),
      ...(region ? { region } : {}),
      ...(period ? { period } : {}),
      ...(category ? { category } : {}),
      ...(query.value === undefined ? {} : { value: query.value }),
      language: query.language,
    },
    choices,
  };
};
