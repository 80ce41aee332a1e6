import type { Command } from 'commander';
import { run } from '../run.ts';

/** Who is asked, and what became of the asking. */
export const addAsking = (program: Command): void => {
  program
    .command('round')
    .description('ask the units')
    .command('open <items...>')
    .description('ask the units of both regions about items')
    .requiredOption('--deadline <date>', 'last day to answer, until midnight in Stockholm')
    .option('--dry-run', 'say who would be asked, ask nobody')
    .action((items: string[], options: { deadline: string; dryRun?: boolean }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/round.ts')).openRounds(context, items, {
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
        (await import('../commands/deliveries.ts')).deliveries(context, round),
      ),
    );

  const push = program.command('push').description('a push under way: stop it, go on, watch it');
  for (const how of ['stop', 'resume'] as const) {
    push
      .command(`${how} <item>`)
      .description(
        how === 'stop' ? 'stop what has not left yet' : 'send what was stopped, as things stand now',
      )
      .action((item: string, _options: object, command: Command) =>
        run(command.optsWithGlobals(), 'write', async (context) =>
          (await import('../commands/push.ts')).movePush(context, how, item),
        ),
      );
  }
  push
    .command('watch <item>')
    .description('wait until nothing of it is on its way, with a progress bar')
    .action((item: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/push.ts')).watchPush(context, item),
      ),
    );

  program
    .command('directory')
    .description('the people')
    .command('import <file>')
    .description('import people (csv or xlsx, docs/import.md)')
    .action((file: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'write', async (context) =>
        (await import('../commands/directory.ts')).directoryImport(context, file),
      ),
    );
};
