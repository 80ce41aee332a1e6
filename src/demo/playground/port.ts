import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { PlaygroundError } from './error.ts';

/** The port itself when it is free (for 0: some free one); a busy one is refused in words. */
export const freePort = async (port: number): Promise<number> => {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw busyPort(port);
    if (code === 'EACCES') {
      throw new PlaygroundError(`Port ${port} may not be opened by this user: choose one above 1023.`);
    }
    throw error;
  } finally {
    probe.close();
  }
};

export const busyPort = (port: number): PlaygroundError =>
  new PlaygroundError(`Port ${port} is taken by another program: stop that one, or choose another port.`);
