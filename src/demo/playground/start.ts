import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlaygroundError } from './error.ts';
import { type PlaygroundOptions, type PlaygroundPerson, playgroundFile } from './person.ts';
import { busyPort, freePort } from './port.ts';

/** One person's local Teams: a page in a browser, in which the bot is a chat. */
export interface Playground {
  readonly person: PlaygroundPerson;
  readonly url: string;
  readonly port: number;
  /** Ends the process and removes its files; safe to repeat. */
  stop(): Promise<void>;
}

const START_MS = 60_000;
const STOP_MS = 5_000;
const PROGRAM = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
const PRELOAD = new URL('./loopback.ts', import.meta.url).href;

const launch = (folder: string, port: number, { botEndpoint }: PlaygroundOptions): ChildProcess =>
  fork(
    PROGRAM,
    [
      ...['--app-endpoint', botEndpoint, '--channel-id', 'msteams', '--port', String(port)],
      // Its default names localhost, which may be the IPv6 address, where nobody listens.
      ...['--service-url', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry'],
    ],
    {
      cwd: folder,
      execArgv: ['--import', PRELOAD],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the parent alone, which ends this one in its turn.
      detached: true,
      // Nothing of ours but the path: a proxy or an option of the Playground set outside must not change what it does.
      env: {
        PATH: process.env.PATH,
        PLAYGROUND_FOLDER: folder,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(folder, '.m365agentsplayground.yml'),
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
        TEAMSAPPTESTER_BROWSER: 'none',
      },
    },
  );

/** Resolves with the port that it listens on: a port lost since the check silently becomes a random one. */
const listening = (child: ChildProcess, said: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it was silent for ${START_MS / 1000} s`)), START_MS);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code, signal) => settle(() => reject(new Error(`it ended with ${signal ?? code}`))));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said.push(text);
        const port = /^Listening on (\d+)$/m.exec(said.join(''))?.[1];
        if (port) settle(() => resolve(Number(port)));
      });
    }
  });

const end = async (child: ChildProcess, folder: string): Promise<void> => {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  }
  await rm(folder, { recursive: true, force: true });
};

/**
 * Starts one person's local Teams on 127.0.0.1 and resolves when its page answers. Rejects with a `PlaygroundError`: the
 * port is taken, or the program did not start, then with what it wrote.
 */
export const startPlayground = async (options: PlaygroundOptions): Promise<Playground> => {
  const port = await freePort(options.port);
  const folder = await mkdtemp(join(tmpdir(), 'samordna-teams-'));
  await writeFile(join(folder, '.m365agentsplayground.yml'), playgroundFile(options));
  const child = launch(folder, port, options);
  const said: string[] = [];
  const url = `http://127.0.0.1:${port}`;
  try {
    if ((await listening(child, said)) !== port) throw busyPort(port);
    const page = await fetch(url, { signal: AbortSignal.timeout(START_MS) });
    if (!page.ok) throw new Error(`its page answered ${page.status}`);
    await page.body?.cancel();
  } catch (error) {
    const log = await readFile(join(folder, 'playground.log'), 'utf8').catch(() => '');
    await end(child, folder);
    if (error instanceof PlaygroundError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlaygroundError(
      [`The local Teams of ${options.person.name} on port ${port} did not start: ${reason}.`, ...said, log]
        .join('\n')
        .trim(),
    );
  }
  return { person: options.person, url, port, stop: () => end(child, folder) };
};

/** Starts them all at once; when one cannot be started, the others are ended before its error is passed on. */
export const startPlaygrounds = async (
  list: readonly PlaygroundOptions[],
): Promise<readonly Playground[]> => {
  const starts = await Promise.allSettled(list.map(startPlayground));
  const failed = starts.find((start) => start.status === 'rejected');
  const started = starts.filter((start) => start.status === 'fulfilled').map((start) => start.value);
  if (!failed) return started;
  await Promise.all(started.map((playground) => playground.stop()));
  throw failed.reason;
};
