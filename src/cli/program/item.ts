import type { Command } from 'commander';
import type { ItemNoteOptions } from '../commands/figures.ts';
import type { MinutesOptions } from '../commands/minutes.ts';
import type { AdvanceOptions, AssessOptions, CallOffOptions } from '../commands/stage.ts';
import { run } from '../run.ts';

/** One item, moved through its stages. */
export const addItem = (program: Command): void => {
  const item = program
    .command('item <id>')
    .description("one item's facts, state and answers; or one of the commands below")
    .action((id: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/item.ts')).item(context, id),
      ),
    );
  item
    .command('advance <id>')
    .description('move it one stage on, out or back in (as an officer, --as)')
    .requiredOption('--to <stage>', 'which stage: see docs/cli.md for what each needs')
    .option('--date <date>', 'when it happened')
    .option('--until <date>', 'last day of the contract')
    .option('--options-until <date>', "last day that the contract's options reach")
    .option('--option-by <date>', 'last day on which the first option can be used')
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
    .option('--region <region>', 'whose ceiling, or who has contracted alone')
    .option('--value <sek>', 'SEK excluding VAT, whole term')
    .option('--volume <n>', 'a new ceiling in what the item is counted in')
    .option('--ground <ground>', 'of a change of the contract: small-value, option-clause, additional-needs…')
    .action((id: string, options: AdvanceOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemAdvance(context, id, options),
      ),
    );
  item
    .command('assess <id>')
    .description('whether it could be coordinated, until the units are asked (as an officer, --as)')
    .option('--possible', 'it could')
    .option('--not-possible', 'it could not; needs --reason')
    .option('--reason <text>', 'why not')
    .action((id: string, options: AssessOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemAssess(context, id, options),
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
        (await import('../commands/stage.ts')).itemAuthorise(context, id, options),
      ),
    );
  item
    .command('ask-decision <id>')
    .description('ask those who may decide (as an officer, --as)')
    .requiredOption(
      '--kind <kind>',
      'initiate, award, contract, extend, modify, cancel, postpone or join-external',
    )
    .action((id: string, { kind }: { kind: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemAskDecision(context, id, kind),
      ),
    );
  item
    .command('register-decision <id>')
    .description('what a body decided in its meeting (as its secretary, --as)')
    .requiredOption('--body <body>', 'which body')
    .requiredOption('--date <date>', 'the day of its meeting')
    .requiredOption('--paragraph <text>', 'of the minutes, like "§ 12"')
    .requiredOption('--number <number>', "the decision's registry number")
    .option('--outcome <outcome>', 'of an escalated case: coordinate, deviate, postpone…')
    .option('--kind <kind>', 'of a stage: initiate, award, contract, extend, modify, cancel…')
    .option('--prepared-on <date>', "of an assembly: the day of its board's preparation")
    .option('--prepared-paragraph <text>', "of the board's minutes")
    .option('--region <region>', 'escalated: for which, where the body has several questions before it')
    .option('--adjusted <date>', 'escalated: the day on which the minutes were adjusted')
    .option('--until <date>', 'escalated: the last day of a deviation')
    .option('--text <text>', 'escalated: the reason; a deviation needs one')
    .option('--revision <n>', 'of the item, as it was before the body (default: as it is)')
    .action((id: string, options: MinutesOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/minutes.ts')).itemRegisterDecision(context, id, options),
      ),
    );
  item
    .command('declare <id>')
    .description('whether one has a conflict of interest in it (as whoever handles it, --as)')
    .requiredOption('--conflict <answer>', 'yes or no')
    .action((id: string, { conflict }: { conflict: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemDeclare(context, id, conflict),
      ),
    );
  item
    .command('evaluator <id>')
    .description('name somebody instead of an evaluator, until the award (as an officer, --as)')
    .requiredOption('--from <person>', 'id or e-mail of who was named')
    .requiredOption('--to <person>', 'id or e-mail')
    .action((id: string, options: { from: string; to: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemEvaluator(context, id, options),
      ),
    );
  item
    .command('tenders <id>')
    .description('how many tenders came (as a named evaluator, --as); shown nowhere')
    .requiredOption('--received <n>', 'all')
    .requiredOption('--approved <n>', 'of them')
    .action((id: string, options: { received: string; approved: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemTenders(context, id, options),
      ),
    );
  item
    .command('call-off <id>')
    .description('what a unit calls off within its region’s ceiling (as its manager or an officer, --as)')
    .requiredOption('--unit <unit>', 'region/name')
    .requiredOption('--value <sek>', 'without VAT; 0 with --correct takes it back')
    .option('--volume <n>', 'in what the item is counted in')
    .option('--date <date>', 'today without it')
    .option('--correct <n>', 'the call-off of that number is changed')
    .action((id: string, options: CallOffOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemCallOff(context, id, options),
      ),
    );
  item
    .command('documented <id>')
    .description('its documentation is complete (as an officer, --as)')
    .action((id: string, _options: object, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemDocumented(context, id),
      ),
    );
  item
    .command('principle <id>')
    .description('a matter of principle, whatever its amount (as an officer, --as)')
    .option('--not', 'it is none')
    .action((id: string, { not }: { not?: boolean }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemPrinciple(context, id, not === true),
      ),
    );
  item
    .command('owner <id>')
    .description('hand it to another officer (as an officer, --as)')
    .requiredOption('--to <person>', 'id or e-mail')
    .action((id: string, { to }: { to: string }, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/stage.ts')).itemOwner(context, id, to),
      ),
    );
  item
    .command('note <id>')
    .description("a figure from the contract's follow-up, one at a time (as an officer or controller, --as)")
    .option('--nonconformities <n>', 'how many there were')
    .option('--fidelity <percent>', 'of the purchases that the contract covers, made on it')
    .option('--sustainability <percent>', 'of the sustainability requirements that were followed up, met')
    .option('--contract-value <sek>', 'of the signed contract over its whole term, without VAT')
    .action((id: string, options: ItemNoteOptions, command: Command) =>
      run(command.optsWithGlobals(), 'read', async (context) =>
        (await import('../commands/figures.ts')).itemNote(context, id, options),
      ),
    );
};
