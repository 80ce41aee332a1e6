import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { CandidateOptions } from './commands/candidates.ts';
import type { CaseOptions } from './commands/case.ts';
import type { ControlOptions } from './commands/control-point.ts';
import type { DocumentOptions } from './commands/council.ts';
import type { ExportOptions } from './commands/export.ts';
import type { FollowUpOptions } from './commands/follow-up.ts';
import type { RemovalOptions } from './commands/gallring.ts';
import type { AdoptOptions } from './commands/governance.ts';
import type { CheckOptions } from './commands/governance-check.ts';
import type { ImportOptions } from './commands/import.ts';
import type { IndicatorOptions } from './commands/indicators.ts';
import type { OcdsOptions } from './commands/ocds.ts';
import type { RegistryOptions } from './commands/registry.ts';
import type { ReportOptions } from './commands/report.ts';
import type { SavingsOptions } from './commands/savings.ts';
import type { AdvanceOptions } from './commands/stage.ts';
import type { Globals } from './context.ts';
import { outliveClosedPipes } from './output.ts';
import { fail, run } from './run.ts';

// Starting is most of what a command takes. In the installation and not in the shared temporary folder, where
// somebody else could put code; where it cannot be written, Node goes on without.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)));
outliveClosedPipes();

/** Also where the arguments cannot be parsed. */
const asJson = process.argv.includes('--json');

const program = new Command('samordna')
  .description("Samordna's command line: exit 0 done, 1 refused by a rule, 2 bad usage or input")
  .option('--store <url>', 'sqlite:PATH or cosmos:https://ACCOUNT/DATABASE (default: STORE)')
  .option('--now <instant>', 'act as if it were this instant (ISO 8601)')
  .option('--as <person>', 'act as this person (id or e-mail); otherwise as cli:<user>')
  .option('--json', 'print exactly one JSON value on stdout, everything else on stderr')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(asJson ? `${JSON.stringify({ help: text })}\n` : text),
    outputError: () => {},
  });

program
  .command('import <file>')
  .description('import a procurement plan (csv or xlsx)')
  .requiredOption('--plan <year>', "the plan's year")
  .option('--profile <name>', 'a known table: uhm')
  .option('--mapping <file>', 'how to read any other table (docs/import.md)')
  .option('--values <file>', 'a second table with the values, for profile uhm')
  .option('--sheet <name>', 'which sheet of a workbook')
  .option('--header-row <n>', 'row of the header, counted from 1')
  .option('--encoding <name>', 'utf-8, windows-1252, latin1 or utf-16le')
  .option('--delimiter <character>', 'between the columns of a csv file')
  .option('--no-header', 'the table has no header row')
  .option('--dry-run', 'say what would happen, write nothing')
  .action((file: string, options: ImportOptions, command: Command) =>
    run(command.optsWithGlobals(), options.dryRun ? 'read' : 'write', async (context) =>
      (await import('./commands/import.ts')).importFile(context, file, options),
    ),
  );

const item = program
  .command('item <id>')
  .description("one item's facts, state and answers; or one of the commands below")
  .action((id: string, _options: object, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/item.ts')).item(context, id),
    ),
  );
item
  .command('advance <id>')
  .description('move it one stage on, out or back in (as an officer, --as)')
  .requiredOption('--to <stage>', 'which stage: see docs/cli.md for what each needs')
  .option('--date <date>', 'when it happened')
  .option('--until <date>', 'last day of the contract')
  .option('--options-until <date>', "last day that the contract's options reach")
  .option('--reference <number>', "registry number, or the notice's")
  .option('--procedure <name>', "where it is not the plan's")
  .option('--evaluators <people...>', 'ids or e-mails: the only ones who may know of the tenders')
  .option('--sent <how>', 'electronically or otherwise')
  .option('--court <name>', 'which court')
  .option('--outcome <outcome>', 'award-stands, evaluate-again or start-over')
  .option('--arena <name>', 'purchasing centre or other cooperation')
  .option('--text <text>', 'reason, or how the contract has worked')
  .option('--worked <text>', 'lessons: what worked')
  .option('--failed <text>', 'lessons: what did not')
  .option('--next <text>', 'lessons: what to do next time')
  .action((id: string, options: AdvanceOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemAdvance(context, id, options),
    ),
  );
item
  .command('authorise <id>')
  .description("a region's authorisation for the lead region, before the lock (as an officer, --as)")
  .requiredOption('--region <region>', 'whose')
  .requiredOption('--date <date>', 'its day')
  .requiredOption('--reference <number>', 'its registry number')
  .action((id: string, options: { region: string; date: string; reference: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemAuthorise(context, id, options),
    ),
  );
item
  .command('ask-decision <id>')
  .description('ask those who may decide (as an officer, --as)')
  .requiredOption('--kind <kind>', 'initiate, award, contract, extend, cancel, postpone or join-external')
  .action((id: string, { kind }: { kind: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemAskDecision(context, id, kind),
    ),
  );
item
  .command('declare <id>')
  .description('whether one has a conflict with a bidder (as an evaluator or a delegate, --as)')
  .requiredOption('--conflict <answer>', 'yes or no')
  .action((id: string, { conflict }: { conflict: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemDeclare(context, id, conflict),
    ),
  );
item
  .command('tenders <id>')
  .description('how many tenders came (as a named evaluator, --as); shown nowhere')
  .requiredOption('--received <n>', 'all')
  .requiredOption('--approved <n>', 'of them')
  .action((id: string, options: { received: string; approved: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemTenders(context, id, options),
    ),
  );
item
  .command('documented <id>')
  .description('its documentation is complete (as an officer, --as)')
  .action((id: string, _options: object, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemDocumented(context, id),
    ),
  );
item
  .command('principle <id>')
  .description('a matter of principle, whatever its amount (as an officer, --as)')
  .option('--not', 'it is none')
  .action((id: string, { not }: { not?: boolean }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemPrinciple(context, id, not === true),
    ),
  );
item
  .command('owner <id>')
  .description('hand it to another officer (as an officer, --as)')
  .requiredOption('--to <person>', 'id or e-mail')
  .action((id: string, { to }: { to: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/stage.ts')).itemOwner(context, id, to),
    ),
  );

program
  .command('timeline <id>')
  .description('the latest day of every step of an item, counted backwards for each region')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((id: string, { lang }: { lang: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/timeline.ts')).timeline(context, id, lang),
    ),
  );

program
  .command('ask [text]')
  .description('a status question in Swedish or English, as --as PERSON')
  .option('--batch <file>', 'one question a line, each as if it were a new conversation')
  .action((text: string | undefined, { batch }: { batch?: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/ask.ts')).ask(context, text, batch),
    ),
  );

program
  .command('questions')
  .description('texts whose answers people marked as wrong, without who wrote them')
  .option('--clear', 'forget them when they have been read')
  .action(({ clear }: { clear?: boolean }, command: Command) =>
    run(command.optsWithGlobals(), clear ? 'write' : 'read', async (context) =>
      (await import('./commands/questions.ts')).questions(context, clear === true),
    ),
  );

program
  .command('candidates')
  .description('what could be bought together, best first, and why')
  .option('--plan <year>', "only that year's plan, whatever today's date (default: what is still to start)")
  .option('--limit <n>', 'at most this many (default: 50)')
  .action((options: CandidateOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/candidates.ts')).candidates(context, options),
    ),
  );

program
  .command('indicators')
  .description('what the numbers are, exactly: every indicator with its parts')
  .requiredOption('--plan <year>', 'the year that is counted')
  .option('--period <name>', 'H1, H2, T1, T2, T3, Q1 … Q4 of it, or FROM..TO (default: the whole year)')
  .option('--region <region>', 'only of one region (default: together, and then each)')
  .option('--category <cpv>', 'only codes that begin with these digits')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((options: IndicatorOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/indicators.ts')).indicators(context, options),
    ),
  );

program
  .command('savings')
  .description('enabled savings')
  .command('import <file>')
  .description('state savings by article from a csv or xlsx file (as an officer or controller, --as)')
  .option('--dry-run', 'say what would happen, write nothing')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((file: string, options: SavingsOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/savings.ts')).savingsImport(context, file, options),
    ),
  );

program
  .command('control-point')
  .description('the internal control: what could be coordinated and was not, with the decided reasons')
  .requiredOption('--plan <year>', 'the year that is looked at')
  .option('--period <name>', 'H1, H2, T1–T3, Q1–Q4, delår, or FROM..TO (default: the whole year)')
  .option('--region <region>', 'only of one region')
  .option('--format <format>', 'html (prints well) or xlsx', 'html')
  .option('--out <file>', 'where it is written (html without it goes to stdout)')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((options: ControlOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/control-point.ts')).controlPointList(context, options),
    ),
  );

program
  .command('report')
  .description('a report as a page, a workbook and, where there is a Chromium, a PDF, into a folder')
  .requiredOption('--kind <kind>', 'tertial (regionstyrelserna), board, or region (one page for one of them)')
  .requiredOption('--period <period>', '2026, "2026 T1", "2026 delår", or FROM..TO')
  .requiredOption('--out <folder>', 'where it is written')
  .option('--region <region>', 'only of one region (default: together, and each)')
  .option('--lang <language>', 'sv or en', 'sv')
  .option('--chromium <path>', 'the Chromium or Chrome that prints the PDF (default: where they usually are)')
  .option('--no-cases', "without the cases' own pages")
  .action((options: ReportOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/report.ts')).report(context, options),
    ),
  );

program
  .command('follow-up')
  .description("the audit's findings: measures, owners, days, and what the system itself shows")
  .requiredOption('--period <period>', '2026, "2026 T1", "2026 delår", or FROM..TO')
  .option('--region <region>', 'only of one region')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((options: FollowUpOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/follow-up.ts')).followUp(context, options),
    ),
  );

program
  .command('round')
  .description('ask the units')
  .command('open <items...>')
  .description('ask the units of both regions about items')
  .requiredOption('--deadline <date>', 'last day to answer, until midnight in Stockholm')
  .option('--dry-run', 'say who would be asked, ask nobody')
  .action((items: string[], options: { deadline: string; dryRun?: boolean }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/round.ts')).openRounds(context, items, {
        deadline: options.deadline,
        dryRun: options.dryRun === true,
      }),
    ),
  );

program
  .command('deliveries')
  .description('what was sent to whom, and what came of it')
  .option('--round <id>', 'only of one round: ITEM#n')
  .action(({ round }: { round?: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/deliveries.ts')).deliveries(context, round),
    ),
  );

const push = program.command('push').description('a push under way: stop it, go on, watch it');
for (const how of ['stop', 'resume'] as const) {
  push
    .command(`${how} <item>`)
    .description(how === 'stop' ? 'stop what has not left yet' : 'send what was stopped, as things stand now')
    .action((item: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'write', async (context) =>
        (await import('./commands/push.ts')).movePush(context, how, item),
      ),
    );
}
push
  .command('watch <item>')
  .description('wait until nothing of it is on its way, with a progress bar')
  .action((item: string, _options: object, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/push.ts')).watchPush(context, item),
    ),
  );

program
  .command('directory')
  .description('the people')
  .command('import <file>')
  .description('import people (csv or xlsx, docs/import.md)')
  .action((file: string, _options: object, command: Command) =>
    run(command.optsWithGlobals(), 'write', async (context) =>
      (await import('./commands/directory.ts')).directoryImport(context, file),
    ),
  );

const governance = program.command('governance').description('bodies, mandates, ladder, regions');
governance
  .command('import <file>')
  .description('replace the governance by a file (JSON, docs/governance.md)')
  .action((file: string, _options: object, command: Command) =>
    run(command.optsWithGlobals(), 'write', async (context) =>
      (await import('./commands/governance.ts')).governanceImport(context, file),
    ),
  );
governance
  .command('adopt <rows...>')
  .description('make proposed rows decided: each binds from its own day')
  .requiredOption('--reference <text>', 'the decision: body, date, paragraph')
  .requiredOption('--rules <version>', 'what the rules are called from now on')
  .action((rows: string[], options: AdoptOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/governance.ts')).governanceAdopt(context, rows, options),
    ),
  );
governance
  .command('check <file>')
  .description('explain gaps, overlaps and mistakes of a governance file; exit 1 where there is a fault')
  .option('--lang <language>', 'sv or en', 'sv')
  .option('--production', 'no row may be an example')
  .action((file: string, options: CheckOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/governance-check.ts')).governanceCheck(context, file, options),
    ),
  );

program
  .command('audit')
  .description('the record')
  .command('verify')
  .description("follow every case's chain and replay it")
  .option('--against <file>', 'also compare with an export of earlier (jsonl)')
  .action(({ against }: { against?: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/audit.ts')).auditVerify(context, against),
    ),
  );

program
  .command('export')
  .description("one authority's part of the record, for its diarium and archive")
  .requiredOption('--region <region>', 'whose')
  .requiredOption('--format <format>', 'jsonl or csv')
  .option('--since <date>', 'only what came from that day on')
  .action((options: ExportOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/export.ts')).exportRecord(context, options),
    ),
  );

program
  .command('ocds')
  .description("a year's plan and outcomes as open data (OCDS 1.1), without tenders and estimates")
  .requiredOption('--plan <year>', 'whose procurements')
  .requiredOption('--prefix <prefix>', 'yours, registered with the Open Contracting Partnership: ocds-xxxxxx')
  .requiredOption('--uri <address>', 'where the file will be published')
  .requiredOption('--publisher <name>', 'who publishes')
  .option('--region <region>', 'only of one region')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((options: OcdsOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/ocds.ts')).ocds(context, options),
    ),
  );

program
  .command('case <item>')
  .description('one case as a readable document')
  .option('--format <format>', 'html (prints well) or json', 'html')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((id: string, options: CaseOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/case.ts')).caseDocument(context, id, options),
    ),
  );

const council = program.command('council').description("the council's meetings");
for (const [kind, said] of [
  ['agenda', 'every case that is with the council now, for its next meeting'],
  ['minutes', 'what fell to a meeting: attendance, conflicts, positions, dissent, recommendations'],
] as const) {
  council
    .command(kind)
    .description(said)
    .option('--date <date>', "the meeting's day (default: the next one, or for minutes the last)")
    .option('--format <format>', 'html (prints well) or json', 'html')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((options: DocumentOptions & { date?: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('./commands/council.ts')).meetingDocument(context, kind, options),
      ),
    );
}

program
  .command('reporting-list')
  .description('decisions taken for a body, and the meetings that have had them reported')
  .requiredOption('--body <body>', 'whose')
  .option('--from <date>', 'only what was decided from that day on')
  .option('--to <date>', 'only what was decided up to that day')
  .option('--format <format>', 'html (prints well) or json', 'html')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((options: DocumentOptions & { body: string; from?: string; to?: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/council.ts')).reportingDocument(context, options),
    ),
  );

program
  .command('memo <item>')
  .description("a draft of the tjänsteskrivelse for a body's case")
  .requiredOption('--body <body>', 'whose case')
  .option('--format <format>', 'html (prints well) or json', 'html')
  .option('--lang <language>', 'sv or en', 'sv')
  .action((id: string, options: DocumentOptions & { body: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/council.ts')).memoDocument(context, id, options),
    ),
  );

const registry = program.command('registry').description("the authorities' registry numbers");
registry
  .command('list')
  .description('what is not registered yet, the longest waiting first')
  .requiredOption('--region <region>', 'whose')
  .action(({ region }: { region: string }, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/registry.ts')).registryList(context, region),
    ),
  );
registry
  .command('set <item>')
  .description("the number of a case in an authority's diarium")
  .requiredOption('--region <region>', 'whose')
  .requiredOption('--number <number>', 'as in the diarium')
  .option('--replaces <number>', 'the earlier number, where this one corrects or succeeds it')
  .action((id: string, options: RegistryOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/registry.ts')).registrySet(context, id, options),
    ),
  );

program
  .command('remove-texts <item>')
  .description('remove texts on a decision on gallring (as registrar, --as)')
  .requiredOption('--entries <numbers>', 'of the record, like 3,5')
  .requiredOption('--reference <text>', 'which decision')
  .requiredOption('--date <date>', 'the day of the decision')
  .action((id: string, options: RemovalOptions, command: Command) =>
    run(command.optsWithGlobals(), 'read', async (context) =>
      (await import('./commands/gallring.ts')).removeTexts(context, id, options),
    ),
  );

program
  .command('demo')
  .description('the demo')
  .command('prepare')
  .description("fill the store with the demo's plan, people and governance")
  .action((_options: object, command: Command) => {
    // Its people come with it: before the first time there is nobody to act as.
    const { as: _as, ...globals } = command.optsWithGlobals<Globals>();
    return run(globals, 'write', async (context) =>
      (await import('./commands/demo.ts')).demoPrepare(context),
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  await fail(error, asJson);
}
