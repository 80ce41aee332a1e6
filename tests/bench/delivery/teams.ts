import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TeamsOrder, TeamsReport } from '../servers/teams.ts';

export interface Teams {
  readonly url: string;
  /** Forgets what was, and goes on like this. */
  begin(order: Partial<TeamsOrder>): Promise<void>;
  report(): Promise<TeamsReport>;
  end(): Promise<void>;
}

export const startTeams = async (): Promise<Teams> => {
  const child = fork(new URL('../servers/teams.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const heard = async (): Promise<TeamsReport> => (await once(child, 'message'))[0] as TeamsReport;
  const { port } = await heard();
  const ask = async (message: TeamsOrder | 'report'): Promise<TeamsReport> => {
    const answer = heard();
    child.send(message);
    return answer;
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    begin: async (order) => {
      await ask({ perSecond: null, faults: { throttled: 0, gateway: 0, reset: 0 }, seed: 1, ...order });
    },
    report: () => ask('report'),
    end: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
};
