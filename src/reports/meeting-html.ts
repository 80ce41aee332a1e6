import type { CouncilMeeting, MeetingCase, MeetingPosition } from '#application/council/meeting.ts';
import type { Named } from '#application/record/case-file.ts';
import { capital, facts, html, type Markup, page, section, table } from './markup.ts';
import { councilEn } from './text/council-en.ts';
import { type CouncilWord, councilSv } from './text/council-sv.ts';
import type { Writing } from './writing.ts';

const WORDS: Readonly<Record<Writing['language'], Readonly<Record<CouncilWord, string>>>> = {
  sv: councilSv,
  en: councilEn,
};

const parts = (meeting: CouncilMeeting, w: Writing) => {
  const t = (key: CouncilWord): string => WORDS[w.language][key];
  const named = (name: Named): string => name[w.language];
  const people = (all: readonly { readonly name: string; readonly region: Named }[]): string =>
    all.map(({ name, region }) => `${name} (${named(region)})`).join(', ');
  const quote = (text: string | undefined, title?: string): Markup | null =>
    text ? html`<blockquote>${title ? html`<strong>${title}:</strong> ` : null}${text}</blockquote>` : null;
  const minutes = meeting.kind === 'minutes';

  const heading = (): Markup =>
    html`<p class="sub">${meeting.forum ? capital(named(meeting.forum)) : t('council')}</p><h1>${t(meeting.kind)}</h1><p>${
      meeting.date === null ? t('noDate') : w.day(meeting.date)
    }${meeting.documentsBy && !minutes ? html` · ${t('documentsBy')} ${w.day(meeting.documentsBy)}` : null}</p><p class="note">${t('asOf')} ${w.moment(meeting.asOf)}. ${t('names')}</p>`;

  const attendance = (): Markup | null => {
    const present = new Map(
      meeting.cases.flatMap(({ present: all }) => all).map((one) => [one.name, one] as const),
    );
    if (!minutes) {
      return section(
        t('attendance'),
        facts(
          meeting.attendance.map(({ region, members }) => [
            named(region),
            `${t('atLeast')} ${members} ${t('needed')}`,
          ]),
        ),
      );
    }
    return section(
      t('attendance'),
      present.size === 0 ? html`<p>${t('nobody')}</p>` : html`<p>${people([...present.values()])}</p>`,
      html`<p class="note">${t('attendanceNote')}</p>`,
    );
  };

  const position = (one: MeetingPosition) => [
    html`${one.name}<br><span class="note">${named(one.region)}</span>`,
    html`<strong>${w.word(`stance.${one.stance}`)}</strong>${one.decides ? html`<br><span class="note">${t('decides')}</span>` : null}`,
    html`${quote(one.reason)}${quote(one.dissent, t('dissent'))}`,
  ];

  const went = (one: MeetingCase): Markup => {
    if (one.decisions.length > 0) {
      return html`${one.decisions.map(
        (decision) =>
          html`<p><strong>${t('decision')}: ${w.word(`outcome.${decision.outcome}`)}</strong>${decision.until ? html`, ${t('until')} ${w.day(decision.until)}` : null}. ${t('decidedBy')} ${decision.members.join(', ')}, ${decision.regions.map(named).join(', ')}. ${t('mandate')} ${decision.rule}, ${t('version')} ${decision.ruleVersion}.</p>`,
      )}`;
    }
    if (!one.concluded) return html`<p>${t('open')}</p>`;
    const stances = new Set(one.regions.map(({ stance }) => stance));
    const common = stances.size === 1 && !stances.has(null) ? [...stances][0] : null;
    const said = common ? `${t('recommends')} ${w.word(`stance.${common}`).toLowerCase()}` : t('noCommon');
    return html`<p><strong>${said}</strong> ${t(`concluded.${one.concluded.how}`)} ${w.moment(one.concluded.at)}.</p>`;
  };

  const one = (item: MeetingCase, index: number): Markup => {
    const title = `${index + 1}. ${item.title}`;
    const absent =
      item.conflicted.length > 0
        ? html`<p><strong>${t('conflicted')}</strong> ${people(item.conflicted)}. ${t('notPresent')}</p>`
        : html`<p>${t('noConflicts')}</p>`;
    if (item.withheld) {
      return section(title, html`<p class="warn">${t('withheld')}</p>`);
    }
    return section(
      title,
      html`<p class="sub">${item.item} · ${named(item.region)}</p>`,
      html`<h3>${t('conflicts')}</h3>`,
      absent,
      html`<h3>${t('proposal')}</h3><p><strong>${w.word(`outcome.${item.proposal.outcome}`)}</strong>${item.proposal.until ? html`, ${t('until')} ${w.day(item.proposal.until)}` : null}. ${item.proposal.by === 'clock' ? t('byRule') : html`${t('by')} ${item.proposal.by}.`}</p>${quote(item.proposal.text)}`,
      html`<h3>${t('objections')}</h3>${item.objections.map(
        (objection) =>
          html`<p>${objection.unit}, ${named(objection.region)}: ${w.word(`reason.${objection.reason}`)}</p>${quote(objection.text)}${quote(objection.evidence, t('evidence'))}`,
      )}`,
      minutes
        ? null
        : html`<h3>${t('stakes')}</h3><ul>${w.stakes(item.stakes).map((line) => html`<li>${line}</li>`)}</ul>`,
      item.positions.length > 0
        ? html`<h3>${t('positions')}</h3>${table([t('who'), t('stance'), t('reason')], item.positions.map(position))}`
        : html`<h3>${t('positions')}</h3><p>${t('noPositions')}</p>`,
      html`<p>${item.regions.map(({ region, stance }) => html`${named(region)}: ${stance === null ? t('noStance') : w.word(`stance.${stance}`).toLowerCase()}. `)}</p>`,
      minutes ? html`<h3>${t('outcome')}</h3>${went(item)}` : null,
      !minutes && item.due ? html`<p class="note">${t('due')} ${w.moment(item.due)}.</p>` : null,
    );
  };

  return [
    heading(),
    attendance(),
    meeting.cases.length === 0 ? html`<p>${t('none')}</p>` : null,
    ...meeting.cases.map(one),
    minutes ? html`<p class="note">${t('written')}</p>` : null,
  ];
};

/** An agenda or minutes that stand alone and print well on A4; every text escaped. */
export const meetingHtml = (meeting: CouncilMeeting, w: Writing): string =>
  page(
    w.language,
    `${WORDS[w.language][meeting.kind]} ${meeting.date ?? ''}`.trim(),
    parts(meeting, w).filter((part) => part !== null),
  );
