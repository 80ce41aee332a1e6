import type { Adoption, AdoptionProblem } from '#domain/authority/adopting.ts';
import type { Governance } from '#domain/authority/governance.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import type { Banner, View } from '#rendering/views.ts';
import { adoptRows } from '../adopting.ts';
import type { Presenter } from '../presenter.ts';
import type { Rules } from '../rules.ts';
import type { Ticker } from '../ticking.ts';
import { refusedView } from '../views/message.ts';
import { ruleRows } from '../views/rule-rows.ts';

export interface AdoptingCards {
  show(viewer: Person): Promise<View>;
  adopt(viewer: Person, adoption: Adoption): Promise<View>;
}

export interface AdoptingOptions {
  readonly rules: Rules;
  readonly ticker: Ticker;
  readonly presenter: Presenter;
}

const refusalOf = (problem: AdoptionProblem | null): Refusal => {
  switch (problem?.why) {
    case 'unknown-row':
      return refuse('rules-row-unknown');
    case 'already-decided':
      return refuse('rules-row-decided');
    case 'same-version':
      return refuse('rules-version-taken');
    case 'no-reference':
      return refuse('text-missing');
    case 'decided-later':
      return refuse('stage-date-in-the-future');
    case 'no-rows':
    case undefined:
      return refuse('rules-rows-missing');
  }
};

/** The day, and a number where the rules have changed on it already. */
const suggestedVersion = (version: string, today: PlainDate): string =>
  version.startsWith(today) ? `${today}-${Number(version.slice(today.length + 1) || 1) + 1}` : today;

/** Who may say that rows of the governance are decided: the administrator, as at the command line. */
export const createAdoptingCards = ({ rules, ticker, presenter }: AdoptingOptions): AdoptingCards => {
  const card = async (governance: Governance | null, banner?: Banner): Promise<View> => {
    const version = governance?.version ?? '–';
    return {
      card: 'adopting',
      asOf: presenter.now(),
      version,
      rows: governance ? ruleRows(governance) : [],
      suggested: suggestedVersion(version, dateOf(presenter.now())),
      ...(banner ? { banner } : {}),
    };
  };
  const denied = (viewer: Person): View | null =>
    viewer.roles.includes('administrator')
      ? null
      : refusedView(presenter.now(), refuse('not-allowed', { role: 'administrator' }));
  return {
    show: async (viewer) => denied(viewer) ?? card(await rules.whole()),
    adopt: async (viewer, adoption) => {
      const stop = denied(viewer);
      if (stop) return stop;
      const adopted = await adoptRows(rules, ticker, adoption, dateOf(presenter.now()));
      return adopted.ok
        ? card(adopted.value, { kind: 'done', what: 'rules-adopted' })
        : card(await rules.whole(), { kind: 'refused', refusal: refusalOf(adopted.error) });
    },
  };
};
