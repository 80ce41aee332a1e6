import type { Memo } from '#application/council/memo.ts';
import type { Named } from '#application/record/case-file.ts';
import { capital, facts, html, type Markup, page, section } from './markup.ts';
import { councilEn } from './text/council-en.ts';
import { type CouncilWord, councilSv } from './text/council-sv.ts';
import type { Writing } from './writing.ts';

/** The draft of a tjänsteskrivelse: marked as a draft, every text escaped, for a human to finish. */
export const memoHtml = (memo: Memo, w: Writing): string => {
  const t = (key: CouncilWord): string => (w.language === 'sv' ? councilSv : councilEn)[key];
  const named = (name: Named): string => name[w.language];
  const list = (names: readonly Named[]): string => names.map(named).join(', ');
  const quote = (text: string | undefined): Markup | null =>
    text ? html`<blockquote>${text}</blockquote>` : null;
  const { item, proposal, council } = memo;
  const proposed = w.word(`outcome.${proposal.outcome}`);

  return page(w.language, `${t('memo')} ${item.title}`, [
    html`<p class="warn">${t('draft')}</p><p class="sub">${t('to')} ${named(memo.body)}</p><h1>${item.title}</h1><p>${t('memo')} · ${w.day(dayOf(memo))}</p>`,
    section(
      t('matter'),
      facts([
        [t('matter'), `${item.id} ${item.title}`],
        [t('registry'), memo.registryNumbers.length > 0 ? memo.registryNumbers.join(', ') : t('noNumber')],
        [t('officer'), memo.officer],
        [t('regions'), list(memo.actsFor)],
      ]),
      memo.urgency ? html`<p><strong>${t('urgent')}</strong></p>${quote(memo.urgency)}` : null,
    ),
    section(
      t('toDecide'),
      html`<p>${capital(named(memo.body))} ${t('decidesThat')}: <strong>${proposed}</strong>${proposal.until ? html`, ${t('until')} ${w.day(proposal.until)}` : null}. ${t('for')} ${list(memo.actsFor)}.</p>${quote(proposal.text)}`,
      memo.preparedBy ? html`<p>${t('preparedBy')} ${named(memo.preparedBy)}.</p>` : null,
    ),
    section(
      t('background'),
      facts([
        [w.word('field.value'), item.value === undefined ? t('unknown') : w.kronor(item.value)],
        [w.word('field.cpv'), item.cpv ?? t('unknown')],
        [w.word('field.advertise'), item.advertise ? w.day(item.advertise) : t('unknown')],
        [w.word('field.start'), item.start ? w.day(item.start) : t('unknown')],
        [w.word('field.contractEnd'), item.contractEnd ? w.day(item.contractEnd) : t('unknown')],
        [t('askedOn'), w.moment(memo.asked)],
      ]),
      html`<p>${memo.answers.map(({ region, units, taking }) => html`${named(region)}: ${taking} ${t('of')} ${units} ${t('unitsTake')}. `)}</p>`,
      memo.levels.length > 0
        ? html`<p>${t('levels')}: ${memo.levels.map(({ level, workingDays }) => `${w.word(`level.${level}`)} ${workingDays} ${t(workingDays === 1 ? 'day' : 'days')}`).join(', ')}.</p>`
        : null,
    ),
    section(
      t('standpoints'),
      memo.objections.length === 0 ? html`<p>${t('noObjections')}</p>` : null,
      memo.objections.map(
        (one) =>
          html`<p>${one.unit}, ${named(one.region)}: ${w.word(`reason.${one.reason}`)}</p>${quote(one.text)}`,
      ),
      council
        ? html`<h3>${t('council')}</h3><p>${council.regions.map(({ region, stance }) => html`${named(region)}: ${stance === null ? t('noStance') : w.word(`stance.${stance}`).toLowerCase()}. `)}</p>${council.positions
            .filter(({ reason, dissent }) => reason || dissent)
            .map(
              (one) =>
                html`<p>${one.name}, ${named(one.region)}: ${w.word(`stance.${one.stance}`).toLowerCase()}</p>${quote(one.reason)}${one.dissent ? html`<p>${t('dissent')}:</p>${quote(one.dissent)}` : null}`,
            )}${council.conflicted.length > 0 ? html`<p>${t('conflicted')} ${council.conflicted.map(({ name, region }) => `${name} (${named(region)})`).join(', ')}.</p>` : null}`
        : html`<p>${t('noCouncil')}</p>`,
    ),
    section(t('stakes'), html`<ul>${w.stakes(memo.stakes).map((line) => html`<li>${line}</li>`)}</ul>`),
    section(
      t('law'),
      html`<ul>${memo.provisions.map((one) => html`<li>${t(`law.${one}`)}</li>`)}</ul>`,
      memo.rule
        ? html`<p>${t('mandate')} ${memo.rule.reference ? `${memo.rule.reference} (${memo.rule.id})` : memo.rule.id}. ${memo.rule.example ? t('example') : ''}</p>`
        : html`<p>${t('noRule')}</p>`,
    ),
    html`<p class="note">${t('asOf')} ${w.moment(memo.asOf)}. ${t('names')}</p>`,
  ]);
};

const dayOf = ({ asOf }: Memo) => asOf.slice(0, 10) as NonNullable<Memo['item']['start']>;
