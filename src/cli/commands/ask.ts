import { readFile } from 'node:fs/promises';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';

/** One question as `--as`'s person, or a file of them, one a line, each as if it were a new conversation. */
export const ask = async (
  { samordna, person }: CliContext,
  text: string | undefined,
  batch: string | undefined,
): Promise<Outcome> => {
  if ((text === undefined) === (batch === undefined)) {
    throw badInput('Give one question in quotes, or a file of them with --batch FILE.');
  }
  const viewer = await person();
  if (batch === undefined) {
    const answered = await samordna.ask(viewer, text ?? '');
    return { exit: DONE, json: answered, text: answered.answer.text };
  }
  const lines = await readFile(batch, 'utf8').catch(() => {
    throw badInput(`The file "${batch}" cannot be read: check its name.`);
  });
  const answers = [];
  // A last line end is no question; an empty line in the middle is one.
  for (const line of lines.replace(/\r?\n$/, '').split(/\r?\n/)) {
    answers.push(await samordna.ask(viewer, line));
  }
  return { exit: DONE, json: answers, text: answers.map(({ answer }) => answer.text).join('\n') };
};
