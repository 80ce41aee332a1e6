import type { Command } from 'commander';
import type { CandidateOptions } from '../commands/candidates.ts';
import type { ImportOptions } from '../commands/import.ts';
import { run } from '../run.ts';

/** The plan itself: taking it in, what it may be asked, what in it could be joint. */
export const addPlan = (program: Command): void => {
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
        (await import('../commands/import.ts')).importFile(context, file, options),
      ),
    );
  program
    .command('timeline <id>')
    .description('the latest day of every step of an item, counted backwards for each region')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((id: string, { lang }: { lang: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/timeline.ts')).timeline(context, id, lang),
      ),
    );

  program
    .command('ask [text]')
    .description('a status question in Swedish or English, as --as PERSON')
    .option('--batch <file>', 'one question a line, each as if it were a new conversation')
    .action((text: string | undefined, { batch }: { batch?: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/ask.ts')).ask(context, text, batch),
      ),
    );

  program
    .command('questions')
    .description('what questions with wrong answers were understood as, without who wrote them or how')
    .option('--clear', 'forget them when they have been read')
    .action(({ clear }: { clear?: boolean }, command: Command) =>
      run(command.optsWithGlobals(), clear ? 'write' : 'read', async (context) =>
        (await import('../commands/questions.ts')).questions(context, clear === true),
      ),
    );

  program
    .command('candidates')
    .description('what could be bought together, best first, and why')
    .option('--plan <year>', "only that year's plan, whatever today's date (default: what is still to start)")
    .option('--limit <n>', 'at most this many (default: 50)')
    .action((options: CandidateOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/candidates.ts')).candidates(context, options),
      ),
    );
};
