import type { CliContext } from '../context.ts';
import { textOf } from '../files.ts';
import { badInput, DONE, type Outcome } from '../output.ts';

/** Any line end; the last one begins no further line. An empty line is a question too, so that answers keep step with lines. */
const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** One question as `--as`'s person, or a file of them, one a line, each as if it were a new conversation. */
export const ask = async (
  context: CliContext,
  text: string | undefined,
  batch: string | undefined,
): Promise<Outcome> => {
  if ((text === undefined) === (batch === undefined)) {
    throw badInput('Give one question in quotes, or a file of them with --batch FILE.');
  }
  const viewer = await context.person();
  const lines = batch === undefined ? null : linesOf(await textOf(batch));
  const samordna = await context.samordna();
  if (lines === null) {
    const answered = await samordna.ask(viewer, text ?? '');
    return { exit: DONE, json: answered, text: answered.answer.text };
  }
  const answers = [];
  for (const line of lines) answers.push(await samordna.ask(viewer, line));
  return { exit: DONE, json: answers, text: answers.map(({ answer }) => answer.text).join('\n') };
};
