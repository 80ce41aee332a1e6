import type { EventType } from '#domain/coordination/events.ts';
import { facts, html, type Markup, section, table } from '../markup.ts';
import type { Desk, Part } from './desk.ts';

/** Whose texts stand in a section of their own; every other text stands with its entry, so that none is left out. */
const QUOTED_ABOVE: readonly EventType[] = [
  'answered',
  'solution-proposed',
  'solution-answered',
  'climbed',
  'position-taken',
  'decided',
  'transferred',
];

/** Every entry of the record, and whether their chain is whole. */
export const recordParts = ({ file, w, t, who, quote, gone }: Desk): readonly Part[] => {
  const record = (): Markup =>
    section(
      t('record'),
      table(
        [t('number'), t('when'), t('who'), t('event'), t('ruleVersion'), t('fingerprint')],
        file.entries.map((one) => [
          one.seq,
          w.moment(one.at),
          who(one),
          html`${w.word(`event.${one.event}`)}${one.units.length > 0 ? html`<br><span class="note">${one.units.join(', ')}</span>` : null}${one.document === null ? null : html`<br><span class="note">${t(`document.${one.document}`)}</span>`}${QUOTED_ABOVE.includes(one.event) ? null : Object.values(one.texts).map((text) => quote(text))}${gone(one)}`,
          one.ruleVersion,
          html`<code>${one.hash.slice(0, 12)}</code>`,
        ]),
      ),
    );

  const chain = (): Markup => {
    const { entries, last, fault } = file.chain;
    const broken = fault && (fault.entry === null ? t('brokenState') : `${t('brokenAt')} ${fault.entry}.`);
    return section(
      t('chain'),
      broken ? html`<p class="warn">${broken}</p>` : html`<p>${t('whole')}</p>`,
      facts([
        [t('entries'), entries],
        [t('last'), html`<code>${last}</code>`],
      ]),
    );
  };

  return [record, chain];
};
