/** Exit codes of the contract. */
export const DONE = 0;
export const REFUSED = 1;
export const BAD_INPUT = 2;

/** What a command came to. `json` is printed alone on stdout with `--json`; otherwise `text` is. */
export interface Outcome {
  readonly exit: typeof DONE | typeof REFUSED | typeof BAD_INPUT;
  readonly json: unknown;
  readonly text: string;
  /** What whoever reads the result should know about it; on stderr. */
  readonly note?: string;
}

/** One sentence for the operator. */
export class Failure extends Error {
  readonly exit: typeof REFUSED | typeof BAD_INPUT;
  /** Whether it would perhaps have gone well with another store. */
  readonly inStore: boolean;
  constructor(exit: typeof REFUSED | typeof BAD_INPUT, sentence: string, inStore = false) {
    super(sentence);
    this.exit = exit;
    this.inStore = inStore;
  }
}

export const badInput = (sentence: string): Failure => new Failure(BAD_INPUT, sentence);
/** What was named is not in the store. */
export const notThere = (sentence: string): Failure => new Failure(BAD_INPUT, sentence, true);
export const refusedBy = (sentence: string): Failure => new Failure(REFUSED, sentence);

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const written = (text: string): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(text, (error) => {
      // Whoever closed the pipe has read enough.
      if (!error || codeOf(error) === 'EPIPE') done();
      else failed(badInput(`The result could not be written to stdout: ${error.message}.`));
    });
  });

/** stdout carries the result and nothing else. */
export const print = async ({ json, text }: Outcome, asJson: boolean): Promise<void> => {
  if (asJson) await written(`${JSON.stringify(json)}\n`);
  else if (text !== '') await written(`${text}\n`);
};

/** The sentence on stderr and, where exactly one JSON value is promised, as that. */
export const printFailure = async (sentence: string, asJson: boolean): Promise<void> => {
  console.error(sentence);
  // What went wrong may be stdout itself.
  if (asJson) await written(`${JSON.stringify({ error: sentence })}\n`).catch(() => {});
};

/** Without listeners a closed pipe ends the process in the middle of its work; what it means is `written`'s to say. */
export const outliveClosedPipes = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
};
