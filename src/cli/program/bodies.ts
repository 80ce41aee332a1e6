import type { Command } from 'commander';
import type { DocumentOptions } from '../commands/council.ts';
import type { RemovalOptions } from '../commands/gallring.ts';
import type { RegistryOptions } from '../commands/registry.ts';
import { run } from '../run.ts';

/** What the council, the bodies and the registrars need: agendas, lists, drafts, numbers, gallring. */
export const addBodies = (program: Command): void => {
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
          (await import('../commands/council.ts')).meetingDocument(context, kind, options),
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
        (await import('../commands/council.ts')).reportingDocument(context, options),
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
        (await import('../commands/council.ts')).memoDocument(context, id, options),
      ),
    );

  const registry = program.command('registry').description("the authorities' registry numbers");
  registry
    .command('list')
    .description('what is not registered yet, the longest waiting first')
    .requiredOption('--region <region>', 'whose')
    .action(({ region }: { region: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/registry.ts')).registryList(context, region),
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
        (await import('../commands/registry.ts')).registrySet(context, id, options),
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
        (await import('../commands/gallring.ts')).removeTexts(context, id, options),
      ),
    );
};
