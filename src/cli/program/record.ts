import type { Command } from 'commander';
import type { CaseOptions } from '../commands/case.ts';
import type { ExportOptions } from '../commands/export.ts';
import type { AdoptOptions } from '../commands/governance.ts';
import type { CheckOptions } from '../commands/governance-check.ts';
import type { OcdsOptions } from '../commands/ocds.ts';
import { run } from '../run.ts';

/** What binds, and what is on record: governance, audit, exports and one case as a document. */
export const addRecord = (program: Command): void => {
  const governance = program.command('governance').description('bodies, mandates, ladder, regions');
  governance
    .command('import <file>')
    .description('replace the governance by a file (JSON, docs/governance.md)')
    .action((file: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'write', async (context) =>
        (await import('../commands/governance.ts')).governanceImport(context, file),
      ),
    );
  governance
    .command('adopt <rows...>')
    .description('make proposed rows decided: each binds from its own day, none from before the decision')
    .requiredOption('--reference <text>', 'the decision: body, date, paragraph')
    .option('--decided <date>', 'the day on which it was taken; absent: today')
    .requiredOption('--rules <version>', 'what the rules are called from now on')
    .action((rows: string[], options: AdoptOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/governance.ts')).governanceAdopt(context, rows, options),
      ),
    );
  governance
    .command('check <file>')
    .description('explain gaps, overlaps and mistakes of a governance file; exit 1 where there is a fault')
    .option('--lang <language>', 'sv or en', 'sv')
    .option('--production', 'no row may be an example')
    .action((file: string, options: CheckOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/governance-check.ts')).governanceCheck(context, file, options),
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
        (await import('../commands/audit.ts')).auditVerify(context, against),
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
        (await import('../commands/export.ts')).exportRecord(context, options),
      ),
    );

  program
    .command('ocds')
    .description("a year's plan and outcomes as open data (OCDS 1.1), without tenders and estimates")
    .requiredOption('--plan <year>', 'whose procurements')
    .requiredOption(
      '--prefix <prefix>',
      'yours, registered with the Open Contracting Partnership: ocds-xxxxxx',
    )
    .requiredOption('--uri <address>', 'where the file will be published')
    .requiredOption('--publisher <name>', 'who publishes')
    .option('--region <region>', 'only of one region')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((options: OcdsOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/ocds.ts')).ocds(context, options),
      ),
    );

  program
    .command('case <item>')
    .description('one case as a readable document')
    .option('--format <format>', 'html (prints well) or json', 'html')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((id: string, options: CaseOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/case.ts')).caseDocument(context, id, options),
      ),
    );
};
