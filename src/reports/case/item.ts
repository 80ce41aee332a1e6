import type { Changed } from '#application/record/case-file.ts';
import type { ItemField } from '#domain/plan/item.ts';
import { isPlainDate } from '#domain/shared/calendar.ts';
import { facts, html, type Markup, section, table } from '../markup.ts';
import type { Desk, Part } from './desk.ts';

const ITEM_FACTS = [
  'unit',
  'description',
  'value',
  'valueWithOptions',
  'cpv',
  'category',
  'advertise',
  'start',
  'contractEnd',
  'extensionUntil',
  'procedure',
  'agreementType',
  'responsible',
] as const satisfies readonly ItemField[];

/** What it is about, where it is registered, and how it has changed. */
export const itemParts = ({ file, w, t, named, who, quote, gone }: Desk): readonly Part[] => {
  const field = (name: ItemField): string =>
    name === 'unit' || name === 'responsible' || name === 'id' ? t(name) : w.word(`field.${name}`);
  const value = (name: ItemField, given: string | number | null | undefined): string => {
    if (given === null || given === undefined) return '–';
    if (typeof given === 'number') return w.kronor(given);
    return name !== 'title' && name !== 'description' && isPlainDate(given) ? w.day(given) : given;
  };

  const heading = (): Markup =>
    html`<p class="sub">${t('kicker')} ${file.item.id} · ${named(file.region)}</p><h1>${file.item.title}</h1><p>${w.word(`status.${file.status}`)} · ${t('revision')} ${file.revision} · ${t('plan')} ${file.item.plan}</p><p class="note">${t('asOf')} ${w.moment(file.asOf)}. ${t('names')}</p>`;

  const registry = (): Markup =>
    section(
      t('registry'),
      facts(
        file.registry.map(({ region, number, waiting }) => [
          named(region),
          html`${number ?? t('noNumber')}${waiting > 0 ? html` <span class="note">(${waiting} ${t('waiting')})</span>` : null}`,
        ]),
      ),
    );

  const transfers = (): Markup | null =>
    file.transfers.length === 0
      ? null
      : section(
          t('transfers'),
          file.transfers.map(
            (one) =>
              html`<h3>${w.moment(one.at)} · ${named(one.from)}</h3>${facts([
                ...one.to.map(({ region, body }) => [named(region), named(body)] as const),
                [t('archive'), named(one.archive)] as const,
                ...one.numbers.map(
                  ({ region, number }) => [`${t('formerNumber')}, ${named(region)}`, number] as const,
                ),
              ])}${quote(one.texts.reading, t('reading'))}${gone(one)}`,
          ),
        );

  const item = (): Markup =>
    section(
      t('theItem'),
      facts(
        ITEM_FACTS.flatMap((name) =>
          file.item[name] === undefined ? [] : [[field(name), value(name, file.item[name])] as const],
        ),
      ),
    );

  const change = ({ field: name, before, after }: Changed) => [
    field(name),
    html`<span class="free">${value(name, before)}</span>`,
    html`<span class="free">${value(name, after)}</span>`,
  ];
  const revisions = (): Markup | null => {
    const changed = file.revisions.filter(({ changes }) => changes.length > 0);
    if (changed.length === 0) return null;
    return section(
      t('revisions'),
      changed.map(
        (one) =>
          html`<h3>${w.moment(one.at)} · ${who(one)}</h3>${table([t('field'), t('before'), t('after')], one.changes.map(change))}`,
      ),
    );
  };

  return [heading, registry, transfers, item, revisions];
};
