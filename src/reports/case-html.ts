import type {
  CaseFile,
  Changed,
  FileAnswer,
  FileDecision,
  Named,
  Step,
} from '#application/record/case-file.ts';
import type { EventType } from '#domain/coordination/events.ts';
import { isRole } from '#domain/directory/person.ts';
import type { ItemField } from '#domain/plan/item.ts';
import { isPlainDate } from '#domain/shared/calendar.ts';
import { facts, html, type Markup, page, section, table } from './markup.ts';
import { en } from './text/en.ts';
import { type ReportWord, sv } from './text/sv.ts';
import type { Writing } from './writing.ts';

const WORDS: Readonly<Record<Writing['language'], Readonly<Record<ReportWord, string>>>> = { sv, en };
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

/** The parts of a case's document in one language. */
const parts = (file: CaseFile, w: Writing) => {
  const t = (key: ReportWord): string => WORDS[w.language][key];
  const named = (name: Named): string => name[w.language];
  const list = (names: readonly Named[]): string => names.map(named).join(', ');
  const person = (by: string): string => {
    if (by === 'clock') return t('system');
    return by.startsWith('cli:') ? t('operator').replace('{name}', by.slice(4)) : by;
  };
  const who = ({ by, role }: Step): string =>
    role !== null && isRole(role) ? `${person(by)}, ${w.word(`role.${role}`)}` : person(by);
  const quote = (text: string | undefined, title?: string): Markup | null =>
    text ? html`<blockquote>${title ? html`<strong>${title}:</strong> ` : null}${text}</blockquote>` : null;
  const gone = ({ removed }: Step): Markup | null =>
    removed ? html`<p class="note">${t('removed')}</p>` : null;
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

  const rounds = (): Markup | null =>
    file.rounds.length === 0
      ? null
      : section(
          t('rounds'),
          file.rounds.map(
            (round) =>
              html`<h3>${t('round')} ${round.number}</h3>${facts([
                [t('opened'), html`${w.moment(round.at)}<br>${who(round)}`],
                [t('deadline'), w.moment(round.deadline)],
                [t('owner'), round.owner],
              ])}${table(
                [t('region'), t('unit'), t('asked')],
                round.units.map(({ region, unit, respondents }) => [
                  named(region),
                  unit,
                  respondents.join(', '),
                ]),
              )}`,
          ),
        );

  const said = (answer: FileAnswer): Markup => {
    const { kind, commitment, reason, texts } = answer;
    const figures = [
      commitment?.volume === undefined ? null : `${t('volume')}: ${w.number(commitment.volume)}`,
      commitment?.value === undefined ? null : `${t('value')}: ${w.kronor(commitment.value)}`,
      commitment?.neededBy === undefined ? null : `${t('neededBy')}: ${w.day(commitment.neededBy)}`,
      commitment === undefined ? null : w.word(`binding.${commitment.binding}`),
      reason === undefined ? null : w.word(`reason.${reason}`),
    ].filter((figure) => figure !== null);
    return html`<strong>${w.word(`answer.${kind}`)}</strong>${figures.map((figure) => html`<br>${figure}`)}${quote(texts.text)}${quote(texts.evidence, t('evidence'))}${gone(answer)}`;
  };
  const unit = ({ unit: name, region }: { readonly unit: string; readonly region: Named }): Markup =>
    html`${name}<br><span class="note">${named(region)}</span>`;
  const answers = (): Markup | null => {
    const rows = [
      ...file.answers.map((one) => ({
        seq: one.seq,
        row: [w.moment(one.at), unit(one), who(one), said(one)],
      })),
      ...file.silent.map((one) => ({
        seq: one.seq,
        row: [w.moment(one.at), unit(one), t('system'), html`<strong>${w.word('answer.no-answer')}</strong>`],
      })),
    ].sort((a, b) => a.seq - b.seq);
    return rows.length === 0
      ? null
      : section(
          t('answers'),
          table(
            [t('when'), t('unit'), t('who'), t('said')],
            rows.map(({ row }) => row),
          ),
        );
  };

  const solutions = (): Markup | null =>
    file.solutions.length === 0
      ? null
      : section(
          t('solutions'),
          table(
            [t('when'), t('unit'), t('who'), t('solutions')],
            file.solutions.map((one) => [
              w.moment(one.at),
              unit(one),
              who(one),
              html`${'proposed' in one ? w.word(`solution.${one.proposed}`) : t(one.accepted ? 'accepted' : 'rejected')}${quote(one.texts.text)}${gone(one)}`,
            ]),
          ),
        );

  const ladder = (): Markup | null =>
    file.ladders.length === 0
      ? null
      : section(
          t('ladder'),
          file.ladders.map(
            ({ cause, levels }) =>
              html`<p>${t(`cause.${cause}`)}</p>${table(
                [t('level'), t('from'), t('to'), t('workingDays')],
                levels.map(({ level, from, to, workingDays }) => [
                  w.word(`level.${level}`),
                  w.moment(from),
                  to === null ? t('ongoing') : w.moment(to),
                  workingDays ?? '',
                ]),
              )}`,
          ),
        );

  const council = (): Markup | null => {
    const rows = [
      ...file.declarations.map((one) => ({
        seq: one.seq,
        row: [w.moment(one.at), who(one), t(one.conflict ? 'conflict' : 'noConflict')],
      })),
      ...file.positions.map((one) => ({
        seq: one.seq,
        row: [
          w.moment(one.at),
          html`${who(one)}<br><span class="note">${named(one.region)}</span>`,
          html`<strong>${w.word(`stance.${one.stance}`)}</strong>${quote(one.texts.reason, t('reason'))}${quote(one.texts.dissent, t('dissent'))}${gone(one)}`,
        ],
      })),
    ].sort((a, b) => a.seq - b.seq);
    if (rows.length === 0 && file.council.length === 0 && file.proposals.length === 0) return null;
    return section(
      t('positions'),
      file.proposals.map(
        (one) =>
          html`<p><strong>${t('proposal')}: ${w.word(`outcome.${one.outcome}`)}</strong> · ${who(one)}, ${w.moment(one.at)}</p>${quote(one.texts.text)}${gone(one)}`,
      ),
      rows.length === 0
        ? null
        : table(
            [t('when'), t('who'), t('stance')],
            rows.map(({ row }) => row),
          ),
      file.council.length === 0
        ? null
        : table(
            [t('region'), t('council'), t('votes')],
            file.council.map(({ region, stance, approvals, rejections }) => [
              named(region),
              w.word(`stance.${stance}`),
              `${approvals} / ${rejections}`,
            ]),
          ),
    );
  };

  const decision = (one: FileDecision): Markup =>
    html`<h3>${w.word(`outcome.${one.outcome}`)}</h3>${facts([
      [t('forRegions'), list(one.regions)],
      [t('when'), w.moment(one.at)],
      [t('who'), who(one)],
      [t('mandate'), one.example ? html`${one.rule}<br><span class="note">${t('example')}</span>` : one.rule],
      ...(one.reference === null ? [] : [[t('restsOn'), one.reference] as const]),
      [t('ruleVersion'), one.ruleVersion],
      ...(one.minutes
        ? [
            [
              t('minutes'),
              `${named(one.minutes.body)}, ${w.day(one.minutes.date)}, ${one.minutes.paragraph}, ${one.minutes.registryNumber}`,
            ] as const,
          ]
        : []),
      ...(one.minutes?.adjusted ? [[t('adjusted'), w.day(one.minutes.adjusted)] as const] : []),
    ])}${quote(one.texts.text)}${gone(one)}`;
  const decisions = (): Markup | null =>
    file.decisions.length === 0 ? null : section(t('decisions'), file.decisions.map(decision));

  const outcomes = (): Markup | null =>
    file.outcomes.length === 0
      ? null
      : section(
          t('outcomes'),
          file.outcomes.map(
            (one) =>
              html`<p><strong>${w.word(`outcome.${one.outcome}`)}</strong> · ${t(`how.${one.how}`)} · ${w.moment(one.at)}${one.declining.length > 0 ? html`<br>${t('declining')} ${list(one.declining)}` : null}</p>`,
          ),
        );

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

  return [
    heading,
    registry,
    transfers,
    item,
    revisions,
    rounds,
    answers,
    solutions,
    ladder,
    council,
    decisions,
    outcomes,
    record,
    chain,
  ];
};

/** A case as a document that stands alone and prints well on A4: no script, nothing fetched, every text escaped. */
export const caseHtml = (file: CaseFile, w: Writing): string =>
  page(
    w.language,
    `${file.item.id} ${file.item.title}`,
    parts(file, w).map((part) => part()),
  );
