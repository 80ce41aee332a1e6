import { Command, CommanderError } from 'commander';
import { StoreError } from '#store/errors.ts';
import { ask } from './commands/ask.ts';
import { auditVerify } from './commands/audit.ts';
import { deliveries } from './commands/deliveries.ts';
import { demoPrepare } from './commands/demo.ts';
import { directoryImport } from './commands/directory.ts';
import { type ExportOptions, exportRecord } from './commands/export.ts';
import { type RemovalOptions, removeTexts } from './commands/gallring.ts';
import { governanceImport } from './commands/governance.ts';
import { type ImportOptions, importFile } from './commands/import.ts';
import { item } from './commands/item.ts';
import { type RegistryOptions, registryList, registrySet } from './commands/registry.ts';
import { openRounds } from './commands/round.ts';
import { type CliContext, type Globals, withContext } from './context.ts';
import { BAD_INPUT, Failure, type Outcome, print } from './output.ts';

const program = new Command('samordna')
  .description("Samordna's command line: exit 0 done, 1 refused by a rule, 2 bad usage or input")
  .exitOverride()
  .configureOutput({ writeOut: (text) => process.stderr.write(text) });

/** Every command takes these. */
const command = (parent: Command, name: string, description: string): Command =>
  parent
    .command(name)
    .description(description)
    .option('--store <url>', 'sqlite:PATH or cosmos:https://ACCOUNT/DATABASE (default: STORE)')
    .option('--now <instant>', 'act as if it were this instant (ISO 8601)')
    .option('--as <person>', 'act as this person (id or e-mail); otherwise as cli:<user>')
    .option('--json', 'print exactly one JSON value on stdout');

const run = async (globals: Globals, work: (context: CliContext) => Promise<Outcome>): Promise<void> => {
  const outcome = await withContext(globals, work);
  await print(outcome, globals.json === true);
  process.exitCode = outcome.exit;
};

command(program, 'import <file>', 'import a procurement plan (csv or xlsx)')
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
  .action((file: string, options: Globals & ImportOptions) =>
    run(options, (context) => importFile(context, file, options)),
  );

command(program, 'item <id>', "one item's facts, state and answers").action((id: string, options: Globals) =>
  run(options, (context) => item(context, id)),
);

command(program, 'ask [text]', 'a status question in Swedish or English, as --as PERSON')
  .option('--batch <file>', 'one question a line, each as if it were a new conversation')
  .action((text: string | undefined, options: Globals & { batch?: string }) =>
    run(options, (context) => ask(context, text, options.batch)),
  );

const round = program.command('round').description('ask the units');
command(round, 'open <items...>', 'ask the units of both regions about items')
  .requiredOption('--deadline <date>', 'last day to answer, until midnight in Stockholm')
  .option('--dry-run', 'say who would be asked, ask nobody')
  .action((items: string[], options: Globals & { deadline: string; dryRun?: boolean }) =>
    run(options, (context) =>
      openRounds(context, items, { deadline: options.deadline, dryRun: options.dryRun === true }),
    ),
  );

command(program, 'deliveries', 'what was sent to whom, and what came of it')
  .option('--round <id>', 'only of one asking: ITEM#n')
  .action((options: Globals & { round?: string }) =>
    run(options, (context) => deliveries(context, options.round)),
  );

const directory = program.command('directory').description('the people');
command(directory, 'import <file>', 'import people (csv or xlsx)').action((file: string, options: Globals) =>
  run(options, (context) => directoryImport(context, file)),
);

const governance = program.command('governance').description('bodies, mandates, ladder, regions');
command(governance, 'import <file>', 'replace the governance by a file (docs/governance.md)').action(
  (file: string, options: Globals) => run(options, (context) => governanceImport(context, file)),
);

const audit = program.command('audit').description('the record');
command(audit, 'verify', "follow every case's chain and replay it")
  .option('--against <file>', 'also compare with an export of earlier (jsonl)')
  .action((options: Globals & { against?: string }) =>
    run(options, (context) => auditVerify(context, options.against)),
  );

command(program, 'export', "one authority's part of the record, for its diarium and archive")
  .requiredOption('--region <region>', 'whose')
  .requiredOption('--format <format>', 'jsonl or csv')
  .option('--since <date>', 'only what came from that day on')
  .action((options: Globals & ExportOptions) => run(options, (context) => exportRecord(context, options)));

const registry = program.command('registry').description("the authorities' registry numbers");
command(registry, 'list', 'what is not registered yet, the longest waiting first')
  .requiredOption('--region <region>', 'whose')
  .action((options: Globals & { region: string }) =>
    run(options, (context) => registryList(context, options.region)),
  );
command(registry, 'set <item>', "the number of a case in an authority's diarium")
  .requiredOption('--region <region>', 'whose')
  .requiredOption('--number <number>', 'as in the diarium')
  .option('--replaces <number>', 'the earlier number, where this one corrects or succeeds it')
  .action((id: string, options: Globals & RegistryOptions) =>
    run(options, (context) => registrySet(context, id, options)),
  );

command(program, 'remove-texts <item>', 'remove texts on a decision on gallring (as registrar, --as)')
  .requiredOption('--entries <numbers>', 'of the record, like 3,5')
  .requiredOption('--reference <text>', 'which decision')
  .requiredOption('--date <date>', 'the day of the decision')
  .action((id: string, options: Globals & RemovalOptions) =>
    run(options, (context) => removeTexts(context, id, options)),
  );

const demo = program.command('demo').description('the demo');
command(demo, 'prepare', 'fill the store with the demo’s plan, people and governance').action(
  (options: Globals) => run(options, demoPrepare),
);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Asking for help is no mistake; commander has said everything itself.
    process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
  } else if (error instanceof Failure) {
    console.error(error.message);
    process.exitCode = error.exit;
  } else if (error instanceof StoreError) {
    console.error(error.message);
    process.exitCode = BAD_INPUT;
  } else throw error;
}
