/**
 * Loaded into a Playground's process before its own code. The Playground listens on all interfaces, loads fonts from the
 * internet and outlives whoever started it, with no option against any of that; a demo with real people's names must do
 * none of it.
 */
import { subscribe } from 'node:diagnostics_channel';
import { rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { Server, Socket } from 'node:net';

const HOST = '127.0.0.1';
const LOOPBACK = new Set([HOST, '::1', 'localhost', undefined]);

const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server, port: unknown, ...rest: unknown[]) {
  if (typeof port !== 'number') throw new Error('The Playground listens in a way that cannot be kept local');
  const callback = rest.findLast((part) => typeof part === 'function');
  return Reflect.apply(listen, this, [{ port, host: HOST }, callback]);
} as typeof listen;

/** Node calls it with `[options, callback]` in one array, programs with options or with `port, host`. */
const hostOf = ([first, second]: readonly unknown[]): unknown => {
  const target: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof target !== 'object' || target === null) return typeof second === 'string' ? second : undefined;
  return 'host' in target ? target.host : undefined;
};

const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (LOOPBACK.has(host as string)) return Reflect.apply(connect, this, args);
  // After the caller has had time to listen for the error.
  process.nextTick(() =>
    this.destroy(new Error(`The local Teams calls nobody else on a network, not ${host}`)),
  );
  return this;
} as typeof connect;

// What the browser may load for the page: this server's own files.
subscribe('http.server.response.created', (message) => {
  const { response } = message as { readonly response: ServerResponse };
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self' ws://127.0.0.1:*",
  );
});

// The parent's end, also a violent one, is this one's.
process.on('disconnect', () => {
  if (process.env.PLAYGROUND_FOLDER) rmSync(process.env.PLAYGROUND_FOLDER, { recursive: true, force: true });
  process.exit(0);
});
