import type { Refusal } from '#domain/coordination/refusal.ts';
import type { Language } from '#domain/shared/language.ts';
import { never } from '#domain/shared/result.ts';
import * as answers from './layout/answers.ts';
import type { Laid } from './layout/data.ts';
import * as deciding from './layout/deciding.ts';
import * as dispute from './layout/dispute.ts';
import * as lists from './layout/lists.ts';
import * as objecting from './layout/objecting.ts';
import * as objector from './layout/objector.ts';
import * as preparing from './layout/preparing.ts';
import * as request from './layout/request.ts';
import { round } from './layout/round.ts';
import * as service from './layout/service.ts';
import { compileCards } from './layout/templates.ts';
import { type CpvLabel, createWriter, type Limits, type Writer } from './layout/writer.ts';
import { createSay, DICTIONARIES, type Say } from './text/words.ts';
import type { View } from './views.ts';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;
export interface RenderedView {
  readonly card: Card;
  /** One plain sentence: what a notification shows, and what stands in for the card where there are none. */
  readonly summary: string;
}
export type RenderView = (view: View, language: Language) => RenderedView;
export interface RendererOptions {
  readonly cpvLabel: CpvLabel;
}

const layOut = (view: View, w: Writer): Laid => {
  switch (view.card) {
    case 'request':
      return request.request(view, w);
    case 'request-conditions':
      return request.conditions(view, w);
    case 'objection-reasons':
      return objecting.objectionReasons(view, w);
    case 'objection-form':
      return objecting.objectionForm(view, w);
    case 'more-time-form':
      return objecting.moreTimeForm(view, w);
    case 'receipt':
      return request.receipt(view, w);
    case 'round':
      return round(view, w);
    case 'objection':
      return dispute.objection(view, w);
    case 'solution-form':
      return dispute.solutionForm(view, w);
    case 'ask-again-form':
      return dispute.askAgainForm(view, w);
    case 'escalate-form':
      return dispute.escalateForm(view, w);
    case 'solution':
      return objector.solution(view, w);
    case 'solution-reject-form':
      return objector.solutionRejectForm(view, w);
    case 'more-time':
      return objector.moreTime(view, w);
    case 'lifted':
      return objector.lifted(view, w);
    case 'managers':
      return deciding.managers(view, w);
    case 'council':
      return deciding.council(view, w);
    case 'decision':
      return deciding.decision(view, w);
    case 'registration':
      return deciding.registration(view, w);
    case 'outcome':
      return deciding.outcome(view, w);
    case 'items':
      return lists.items(view, w);
    case 'item':
      return lists.item(view, w);
    case 'which-item':
      return lists.whichItem(view, w);
    case 'mine':
      return lists.mine(view, w);
    case 'unanswered':
      return lists.unanswered(view, w);
    case 'cases':
      return answers.cases(view, w);
    case 'deliveries':
      return answers.deliveries(view, w);
    case 'history':
      return answers.history(view, w);
    case 'authority':
      return answers.authority(view, w);
    case 'share':
      return answers.share(view, w);
    case 'nothing':
      return answers.nothing(view, w);
    case 'help':
      return service.help(view, w);
    case 'not-understood':
      return service.notUnderstood(view, w);
    case 'message':
      return service.message(view, w);
    case 'unknown-person':
      return service.unknownPerson(view, w);
    case 'round-draft':
      return preparing.roundDraft(view, w);
    case 'round-form':
      return preparing.roundForm(view, w);
    case 'import-preview':
      return preparing.importPreview(view, w);
    case 'file-refused':
      return preparing.fileRefused(view, w);
    case 'time':
      return service.time(view, w);
    default:
      return never(view);
  }
};

/** Bytes of a card as UTF-16, the way Teams counts; over about 100 KB it refuses with 413. */
const sizeOf = (card: Card): number => JSON.stringify(card).length * 2;
const LARGEST = 56_000;
/** Tried in order: a case with many or very long texts shows less of each, so that the card always gets through. */
const LIMITS: readonly [Limits, ...Limits[]] = [
  { text: 2000, lines: 20 },
  { text: 500, lines: 12 },
  { text: 120, lines: 6 },
];

const SAY: Readonly<Record<Language, Say>> = { sv: createSay('sv'), en: createSay('en') };

/** What a person reads when something was refused: what it was, and what to do next. */
export const refusalSentence = (refusal: Refusal, language: Language): string =>
  SAY[language].plain(`refusal.${refusal.code}`);

/**
 * Makes the function that turns a view into a card and its summary. Templates are compiled here, once. Pure afterwards:
 * the same view and language give the same card, always under 60 KB as UTF-16.
 */
export const createRenderer = ({ cpvLabel }: RendererOptions): RenderView => {
  const expand = compileCards();
  return (view, language) => {
    const render = (limits: Limits): RenderedView => {
      const writer = createWriter(language, SAY[language], view.asOf, limits, cpvLabel);
      const { data, summary } = layOut(view, writer);
      return { card: expand(view.card, { t: DICTIONARIES[language], ...data }), summary };
    };
    let rendered = render(LIMITS[0]);
    for (const limits of LIMITS.slice(1)) {
      if (sizeOf(rendered.card) <= LARGEST) break;
      rendered = render(limits);
    }
    return rendered;
  };
};
