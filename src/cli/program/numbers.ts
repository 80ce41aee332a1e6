import type { Command } from 'commander';
import type { ControlOptions } from '../commands/control-point.ts';
import type { FollowUpOptions } from '../commands/follow-up.ts';
import type { IndicatorOptions } from '../commands/indicators.ts';
import type { LessonsOptions } from '../commands/lessons.ts';
import type { ReportOptions } from '../commands/report.ts';
import { run } from '../run.ts';
import { addSavings } from './savings.ts';

/** What is counted, and the reports of it. */
export const addNumbers = (program: Command): void => {
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
        (await import('../commands/indicators.ts')).indicators(context, options),
      ),
    );

  addSavings(program);

  program
    .command('lessons [words...]')
    .description('what was learnt: by the words of the lessons, their titles and tags')
    .option('--region <region>', 'only of one region')
    .option('--category <cpv>', 'only codes that begin with these digits')
    .option('--limit <n>', 'at most this many', '20')
    .action((words: string[], options: LessonsOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/lessons.ts')).lessons(context, words, options),
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
    .option('--category <cpv>', 'only codes that begin with these digits')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((options: ControlOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/control-point.ts')).controlPointList(context, options),
      ),
    );

  program
    .command('report')
    .description('a report as a page, a workbook and, where there is a Chromium, a PDF, into a folder')
    .requiredOption(
      '--kind <kind>',
      'tertial (regionstyrelserna), board, or region (one page for one of them)',
    )
    .requiredOption('--period <period>', '2026, "2026 T1", "2026 delår", or FROM..TO')
    .requiredOption('--out <folder>', 'where it is written')
    .option('--region <region>', 'only of one region (default: together, and each)')
    .option('--category <cpv>', 'only codes that begin with these digits')
    .option('--lang <language>', 'sv or en', 'sv')
    .option(
      '--chromium <path>',
      'the Chromium or Chrome that prints the PDF (default: where they usually are)',
    )
    .option('--no-cases', "without the cases' own pages")
    .action((options: ReportOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/report.ts')).report(context, options),
      ),
    );

  program
    .command('follow-up')
    .description("the audit's findings: measures, owners, days, and what the system itself shows")
    .requiredOption('--period <period>', '2026, "2026 T1", "2026 delår", or FROM..TO')
    .option('--region <region>', 'only of one region')
    .option('--category <cpv>', 'only codes that begin with these digits')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((options: FollowUpOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/follow-up.ts')).followUp(context, options),
      ),
    );
};
