import type { Command } from 'commander';
import type { Globals } from '../context.ts';
import { run } from '../run.ts';

/** The demo. */
export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('the demo')
    .command('prepare')
    .description("fill the store with the demo's plan, people and governance")
    .action((_options: object, command: Command) => {
      // Its people come with it: before the first time there is nobody to act as.
      const { as: _as, ...globals } = command.optsWithGlobals<Globals>();
      return run(globals, 'write', async (context) =>
        (await import('../commands/demo.ts')).demoPrepare(context),
      );
    });
};
