/** The part of autocannon that the benchmarks use. */
declare module 'autocannon' {
  interface Request {
    setupRequest?(request: Record<string, unknown>): Record<string, unknown>;
    onResponse?(status: number, body: string): void;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly requests: readonly Request[];
  }
  interface Result {
    readonly requests: { readonly average: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
