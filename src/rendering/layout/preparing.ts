import { asParagraphs } from '../text/safe.ts';
import type { FileRefusedView, ImportPreviewView, RoundDraftView, RoundFormView } from '../views.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { fact, firstLines, lay } from './frame.ts';
import type { Writer } from './writer.ts';

export const roundForm = (view: RoundFormView, w: Writer): Laid => {
  const item = view.item.id;
  return lay(
    view,
    w,
    {
      kicker: w.say('roundForm.kicker', { id: w.name(item) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('roundForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      deadline: w.input(view.suggestedDeadline),
      preview: button({ verb: 'round.preview', item, deadline: view.suggestedDeadline }),
      assess: buttonIf(view.assess === true, { verb: 'assess.form', item }),
      back: button({ verb: 'item.show', item }),
    },
  );
};

/** The dry run: who gets the question, who cannot be reached, how long it takes. */
export const roundDraft = (view: RoundDraftView, w: Writer): Laid => {
  const item = view.item.id;
  const { lines, more } = firstLines(view.units, w);
  const someone = view.people > 0;
  return lay(
    view,
    w,
    {
      kicker: w.say('roundDraft.kicker', { id: w.name(item) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('roundDraft.summary', { title: w.plainName(view.item.title) }),
    },
    {
      people: w.say('roundDraft.people', { count: view.people }),
      unreachable: someone ? w.say('roundDraft.unreachable', { count: view.unreachable }) : undefined,
      warn: view.unreachable > 0,
      facts: [
        ...fact(w, 'roundDraft.deadline', w.moment(view.deadlineAt)),
        ...view.doubts.flatMap((doubt) => fact(w, 'roundDraft.note', w.say(`roundDraft.${doubt}`))),
        ...fact(
          w,
          'roundDraft.time',
          someone ? w.say('roundDraft.minutes', { count: view.minutes }) : undefined,
        ),
      ],
      without:
        view.regionsWithoutUnits.length > 0
          ? w.say('roundDraft.without', { regions: w.regions(view.regionsWithoutUnits) })
          : undefined,
      lines: lines.map(({ unitName, region, respondents }) => ({
        title: w.say('roundDraft.unit', { unit: w.name(unitName), region: w.region(region) }),
        note:
          respondents.length === 0
            ? w.say('roundDraft.nobody')
            : w.list(
                respondents.map(({ name, reachable }) =>
                  reachable ? w.name(name) : w.say('roundDraft.notReachable', { name: w.name(name) }),
                ),
              ),
      })),
      more,
      // Where nobody would get the question, there is nothing to send.
      send: buttonIf(someone, { verb: 'round.send', item, deadline: view.deadline }),
      changeDate: button({ verb: 'round.form', item }),
      back: button({ verb: 'item.show', item }),
    },
  );
};

export const importPreview = (view: ImportPreviewView, w: Writer): Laid => {
  const rows = (lines: ImportPreviewView['rejected']) =>
    lines.slice(0, 10).map(({ row, message }) => ({
      text: w.say('import.row', { row, message: asParagraphs(message, 300) }),
    }));
  const plan = w.name(String(view.plan));
  return lay(
    view,
    w,
    {
      heading: w.say('import.heading', { plan }),
      summary: w.say.plain('import.summary', {
        plan: w.plainName(String(view.plan)),
        created: view.created,
        revised: view.revised,
        rejected: view.rejectedTotal,
      }),
    },
    {
      facts: [
        ...fact(w, 'import.file', w.name(view.file)),
        ...fact(w, 'import.read', w.number(view.read)),
        ...fact(w, 'import.created', w.number(view.created)),
        ...fact(w, 'import.revised', w.number(view.revised)),
        ...fact(w, 'import.unchanged', w.number(view.unchanged)),
      ],
      rejectedHeading: w.say('import.rejected', { count: view.rejectedTotal }),
      rejected: rows(view.rejected),
      warningsHeading: w.say('import.warnings', { count: view.warningsTotal }),
      warnings: rows(view.warnings),
      confirm: button({ verb: 'import.confirm', draft: view.draft }),
      discard: button({ verb: 'import.discard', draft: view.draft }),
    },
  );
};

export const fileRefused = (view: FileRefusedView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.name(view.file),
      heading: w.say('fileRefused.heading'),
      summary: w.say.plain('fileRefused.summary', { file: w.plainName(view.file) }),
    },
    { reason: w.text(view.reason) },
  );
