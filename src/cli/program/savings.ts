import type { Command } from 'commander';
import type { RealisedOptions } from '../commands/figures.ts';
import type { SavingsOptions } from '../commands/savings.ts';
import { run } from '../run.ts';

/** What coordinating gives and takes, stated by whom it belongs to. */
export const addSavings = (program: Command): void => {
  const savings = program.command('savings').description('what an item saves, and who says so');
  savings
    .command('import <file>')
    .description('state savings by article from a csv or xlsx file (as an officer or controller, --as)')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--lang <language>', 'sv or en', 'sv')
    .action((file: string, options: SavingsOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/savings.ts')).savingsImport(context, file, options),
      ),
    );
  savings
    .command('show <item>')
    .description("what is known of an item's saving, realised values, attribution and costs")
    .action((id: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).savingsShow(context, id),
      ),
    );
  savings
    .command('validate <item>')
    .description('sign the saving that "savings show" shows (as a controller, --as)')
    .requiredOption('--stated <instant>', 'when it was stated, as "savings show" says')
    .action((id: string, options: { stated: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).savingsValidate(context, id, options),
      ),
    );
  savings
    .command('realised <item>')
    .description('what was invoiced in a stretch of time (as an officer or controller, --as)')
    .requiredOption('--from <date>', 'its first day; stated anew, it replaces')
    .requiredOption('--to <date>', 'its last day')
    .option('--line <line...>', '"QUANTITY; OLD PRICE; INVOICED PRICE", one an article')
    .option('--file <file>', 'csv or xlsx with the columns quantity, old, invoiced')
    .action((id: string, options: RealisedOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).savingsRealised(context, id, options),
      ),
    );
  savings
    .command('attribute <item>')
    .description('what the effect came from, in per cent; the rest is unknown (as an officer or controller)')
    .option('--coordination <percent>', 'buying together')
    .option('--market <percent>', 'how the market moved')
    .option('--commerce <percent>', 'e-commerce')
    .option('--category <percent>', 'category work')
    .action((id: string, options: Record<string, string>, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).savingsAttribute(context, id, options),
      ),
    );
  savings
    .command('rule-out <item>')
    .description('a method that cannot be used, and why (as an officer or controller, --as)')
    .requiredOption('--method <method>', 'basket, negotiation or market-price')
    .requiredOption('--obstacle <reason>', 'data-missing, unit-does-not-answer, not-comparable, …')
    .action((id: string, options: { method: string; obstacle: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).savingsRuleOut(context, id, options),
      ),
    );

  const costs = program.command('costs').description('what coordinating takes');
  costs
    .command('log <item> <amount>')
    .description('time ("2 h", "45 min") or an external\'s amount, as whoever coordinates (--as)')
    .requiredOption('--category <category>', 'meetings, anchoring, requirements or external')
    .option('--again', 'the same as within the last half hour, once more')
    .action((id: string, amount: string, options: { category: string; again?: boolean }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).costsLog(context, id, amount, options),
      ),
    );
  costs
    .command('withdraw <item> <number>')
    .description('take a logged cost that was wrong away (its author, or an officer, --as)')
    .action((id: string, number: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).costsWithdraw(context, id, number),
      ),
    );
};
