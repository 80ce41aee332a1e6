/** Exit codes of the contract. */
export const DONE = 0;
export const REFUSED = 1;
export const BAD_INPUT = 2;

/** What a command came to. `json` is printed alone on stdout with `--json`; otherwise `text` is. */
export interface Outcome {
  readonly exit: typeof DONE | typeof REFUSED | typeof BAD_INPUT;
  readonly json: unknown;
  readonly text: string;
}

/** One sentence for the operator, on stderr. */
export class Failure extends Error {
  readonly exit: typeof REFUSED | typeof BAD_INPUT;
  constructor(exit: typeof REFUSED | typeof BAD_INPUT, sentence: string) {
    super(sentence);
    this.exit = exit;
  }
}

export const badInput = (sentence: string): Failure => new Failure(BAD_INPUT, sentence);
export const refusedBy = (sentence: string): Failure => new Failure(REFUSED, sentence);

/** stdout carries the result and nothing else; whoever reads a pipe that was closed early is no fault of ours. */
export const print = (outcome: Outcome, asJson: boolean): Promise<void> =>
  new Promise((done) => {
    const text = asJson ? JSON.stringify(outcome.json) : outcome.text;
    process.stdout.write(text === '' ? '' : `${text}\n`, () => done());
  });
