import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { outliveClosedPipes } from './output.ts';
import { addAsking } from './program/asking.ts';
import { addBodies } from './program/bodies.ts';
import { addDemo } from './program/demo.ts';
import { addItem } from './program/item.ts';
import { addNumbers } from './program/numbers.ts';
import { addPlan } from './program/plan.ts';
import { addRecord } from './program/record.ts';
import { fail } from './run.ts';

// Starting is most of what a command takes. In the installation and not in the shared temporary folder, where
// somebody else could put code; where it cannot be written, Node goes on without.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)));
outliveClosedPipes();

/** Also where the arguments cannot be parsed. */
const asJson = process.argv.includes('--json');

const program = new Command('samordna')
  .description("Samordna's command line: exit 0 done, 1 refused by a rule, 2 bad usage or input")
  .option('--store <url>', 'sqlite:PATH or cosmos:https://ACCOUNT/DATABASE (default: STORE)')
  .option('--now <instant>', 'act as if it were this instant (ISO 8601)')
  .option('--as <person>', 'act as this person (id or e-mail); otherwise as cli:<user>')
  .option('--json', 'print exactly one JSON value on stdout, everything else on stderr')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(asJson ? `${JSON.stringify({ help: text })}\n` : text),
    outputError: () => {},
  });

addPlan(program);
addItem(program);
addNumbers(program);
addAsking(program);
addRecord(program);
addBodies(program);
addDemo(program);

try {
  await program.parseAsync();
} catch (error) {
  await fail(error, asJson);
}
