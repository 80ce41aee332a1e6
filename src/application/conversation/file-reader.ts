import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#domain/shared/result.ts';
import { type ImportError, importError } from '#plan-import/import-error.ts';
import type { FileReading, PlanFile } from './read-file.ts';

const THREAD = new URL('./file-thread.ts', import.meta.url);

export interface FileReaderLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}
/** Several times what the largest file takes that is let in. */
const LIMITS: FileReaderLimits = { milliseconds: 60_000, megabytes: 1_536 };

export type FileReader = (file: PlanFile) => Promise<Result<FileReading, ImportError>>;

const inThread = (
  file: PlanFile,
  { milliseconds, megabytes }: FileReaderLimits,
): Promise<Result<FileReading, ImportError>> =>
  new Promise((done, broken) => {
    const thread = new Worker(THREAD, {
      workerData: file,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const tooHeavy = () => done(fail(importError('too-heavy')));
    const timer = setTimeout(() => {
      tooHeavy();
      void thread.terminate();
    }, milliseconds);
    thread.once('message', done);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : broken(error),
    );
    thread.once('exit', () => clearTimeout(timer));
  });

/**
 * Reads a plan file in a thread of its own: twenty megabytes take ten seconds, in which nobody's button would be
 * answered. One file at a time; a file that takes too long or too much memory is refused (`too-heavy`) and costs the
 * process nothing.
 */
export const createFileReader = (limits: FileReaderLimits = LIMITS): FileReader => {
  let last: Promise<unknown> = Promise.resolve();
  return (file) => {
    const reading = last.then(() => inThread(file, limits));
    last = reading.catch(() => undefined);
    return reading;
  };
};
