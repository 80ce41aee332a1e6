import { debuglog } from 'node:util';
import { CommanderError } from 'commander';
import type { Access, CliContext, Globals } from './context.ts';
import { BAD_INPUT, Failure, type Outcome, print, printFailure } from './output.ts';

/** Runs one command and says what came of it. Commands load their modules themselves, and only those they need. */
export const run = async (
  globals: Globals,
  access: Access,
  work: (context: CliContext) => Promise<Outcome>,
): Promise<void> => {
  const { withContext } = await import('./context.ts');
  const outcome = await withContext(globals, access, work);
  process.exitCode = outcome.exit;
  if (outcome.note !== undefined) console.error(outcome.note);
  await print(outcome, globals.json === true);
};

/** What went wrong, in one sentence with what to do next. */
const sentenceFor = (error: unknown): string => {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return 'A command is missing: choose one of those above.';
    const words = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}. See "samordna --help", or "samordna COMMAND --help".`;
  }
  const message = error instanceof Error ? error.message : String(error);
  // Sentences of the store and of the commands; told by name, so that no store is loaded to tell them.
  if (error instanceof Failure || (error instanceof Error && error.name === 'StoreError')) return message;
  debuglog('samordna')('%s', error instanceof Error ? error.stack : message);
  return `A fault in Samordna stopped the command: ${message.replaceAll(/\s+/g, ' ')}. Please report it; with NODE_DEBUG=samordna it says where.`;
};

/** Ends the process with what went wrong; asking for help is no mistake, and commander has given it. */
export const fail = async (error: unknown, asJson: boolean): Promise<void> => {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.exitCode = error instanceof Failure ? error.exit : BAD_INPUT;
  await printFailure(sentenceFor(error), asJson);
};
