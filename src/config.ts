import { z } from 'zod';
import { type RegionId, regionId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';

/** Where documents are kept. */
export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'cosmos';
      readonly endpoint: string;
      readonly database: string;
      /** Absent: the process's Entra identity. */
      readonly key: string | null;
    };

export interface Config {
  readonly port: number;
  /** What the server binds: loopback in local mode, whatever the environment says. */
  readonly host: string;
  /** The demo's mode: no tokens are checked, so nothing but this machine may reach it. */
  readonly local: boolean;
  readonly logLevel: LogLevel;
  readonly publicUrl: string | null;
  readonly store: StoreConfig;
  readonly bot: {
    /** Null in local mode only. */
    readonly id: string | null;
    /** Null: managed identity. */
    readonly password: string | null;
    /** The bot's home tenant, which issues its outbound token. */
    readonly tenantId: string | null;
  };
  /** Entra tenant (lower case) → region. Empty in local mode only, where it means every tenant. */
  readonly allowedTenants: ReadonlyMap<string, RegionId>;
  /** `host`, `host:port` or `*.suffix`, lower case: where Teams' connector may live. */
  readonly serviceHosts: readonly string[];
  /** Requests that Teams takes per tenant in any second; the worker stays below it. */
  readonly tenantSendsPerSecond: number;
  readonly tokens: { readonly metadataUrl: string; readonly issuer: string };
  /** Legal but probably not meant; to be logged at start. */
  readonly warnings: readonly string[];
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Teams' public connector hosts, as Microsoft's Teams SDK lists them ("Service URL Validation", cloud Public). */
export const MICROSOFT_SERVICE_HOSTS = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
] as const;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'] as const;
const PUBLIC_CLOUD = {
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
} as const;
const DEFAULT_STORE = 'sqlite:./data/samordna.db';
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HOST = /^(?:\*\.)?(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

const isLoopback = (host: string): boolean =>
  LOOPBACK.some((name) => host === name || host.startsWith(`${name}:`));

/** A value for a sentence that may end in a log; not what looks like an address or a connection string with a key in it. */
const quoted = (text: string): string =>
  /[@=;]/.test(text) ? 'not shown here, as it may hold a secret' : `"${text}"`;

/** https, or plain http on this machine, and no user name or password in it. */
const safeAddress = (text: string): URL | null => {
  const url = URL.parse(text);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host));
  return url && safe && url.username === '' && url.password === '' ? url : null;
};

/** The path of an address as a name; empty where a stray percent sign makes it none. */
const nameIn = (url: URL): string => {
  try {
    return decodeURIComponent(url.pathname.replace(/^\/+|\/+$/g, ''));
  } catch {
    return '';
  }
};

/** A variable that is set to nothing counts as not set: that is how shells and compose files leave one out. */
const variable = <T>(read: (text: string | undefined) => Result<T, string>) =>
  z
    .string()
    .optional()
    .transform((raw, context): T => {
      const result = read(raw?.trim() || undefined);
      if (result.ok) return result.value;
      context.addIssue({ code: 'custom', message: result.error });
      return z.NEVER;
    });

const guid = (name: string, what: string, missing: string | null) =>
  variable<string | null>((text) => {
    if (text === undefined) return missing === null ? ok(null) : fail(missing);
    return GUID.test(text)
      ? ok(text.toLowerCase())
      : fail(
          // Unquoted: the password in the id's place is an easy mistake.
          `${name} is no GUID: ${what} looks like 00000000-0000-0000-0000-000000000000.`,
        );
  });

const webAddress = (name: string, why: string) =>
  variable<string | null>((text) => {
    if (text === undefined) return ok(null);
    return safeAddress(text)
      ? ok(text)
      : fail(
          `${name} is ${quoted(text)}: ${why}; give an https address without a password (http only on this machine).`,
        );
  });

/** `sqlite:PATH` or `cosmos:https://…/database`. `name`: where the text came from, for the sentence that refuses it. */
export const parseStore = (
  text: string,
  cosmosKey: string | null = null,
  name = 'STORE',
): Result<StoreConfig, string> => {
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length) {
    return ok({ kind: 'sqlite', path: text.slice('sqlite:'.length) });
  }
  if (text.startsWith('cosmos:')) {
    const url = safeAddress(text.slice('cosmos:'.length));
    const database = url ? nameIn(url) : '';
    if (url && database !== '' && !database.includes('/')) {
      return ok({ kind: 'cosmos', endpoint: `${url.origin}/`, database, key: cosmosKey });
    }
  }
  return fail(
    `${name} is ${quoted(text)}, which names no store: give sqlite:PATH or cosmos:https://ACCOUNT.documents.azure.com/DATABASE.`,
  );
};

const tenants = (required: boolean) =>
  variable<ReadonlyMap<string, RegionId>>((text) => {
    const example = 'give it as tenantId=region,tenantId=region, with the tenants as GUIDs';
    if (text === undefined) {
      return required
        ? fail(`ALLOWED_TENANTS is missing: any organisation could talk to the bot; ${example}.`)
        : ok(new Map());
    }
    const rows = new Map<string, RegionId>();
    for (const part of text.split(',')) {
      const [tenant = '', region = '', ...rest] = part.split('=').map((side) => side.trim());
      const known = rows.has(tenant.toLowerCase());
      if (!GUID.test(tenant) || !/^[a-z][a-z0-9-]*$/.test(region) || rest.length > 0 || known) {
        const why = known ? 'stands twice' : 'is no tenant with a region';
        return fail(`ALLOWED_TENANTS has "${part.trim()}", which ${why}; ${example}.`);
      }
      rows.set(tenant.toLowerCase(), regionId(region));
    }
    return ok(rows);
  });

const serviceHosts = (local: boolean) =>
  variable<readonly string[]>((text) => {
    if (text === undefined) return ok(local ? LOOPBACK : MICROSOFT_SERVICE_HOSTS);
    const hosts = text.split(',').map((host) => host.trim().toLowerCase());
    const wrong = hosts.find((host) => !HOST.test(host) || (local && !isLoopback(host)));
    if (wrong === undefined) return ok(hosts);
    return fail(
      local && HOST.test(wrong)
        ? `ALLOWED_SERVICE_HOSTS has "${wrong}": with LOCAL_TEAMS=1 nothing is checked, so only this machine's hosts may be answered; leave it out.`
        : `ALLOWED_SERVICE_HOSTS has "${wrong}", which is no host name: give hosts such as smba.trafficmanager.net, separated by commas, without https:// and path.`,
    );
  });

const schemaFor = (local: boolean) =>
  z.object({
    PORT: variable<number>((text) => {
      const port = Number(text ?? 3978);
      return /^\d+$/.test(text ?? '0') && port <= 65_535
        ? ok(port)
        : fail(`PORT is "${text}": a port is a whole number from 0 to 65535; leave it out for 3978.`);
    }),
    LOCAL_TEAMS: variable<boolean>((text) =>
      text === undefined || text === '0' || text === '1'
        ? ok(text === '1')
        : fail(
            `LOCAL_TEAMS is "${text}": it switches token checks off, so only 1 means yes; leave it out for no.`,
          ),
    ),
    NODE_ENV: variable<null>((text) =>
      local && text?.toLowerCase() === 'production'
        ? fail(
            'LOCAL_TEAMS is 1 while NODE_ENV is production: local mode lets everybody in, so it never runs in production; remove one of them.',
          )
        : ok(null),
    ),
    LOG_LEVEL: variable<LogLevel>((text) => {
      const level = LOG_LEVELS.find((name) => name === (text ?? 'info').toLowerCase());
      return level ? ok(level) : fail(`LOG_LEVEL is "${text}": choose one of ${LOG_LEVELS.join(', ')}.`);
    }),
    BOT_ID: guid(
      'BOT_ID',
      "the app registration's client id",
      local
        ? null
        : "BOT_ID is missing: without it no token can be checked and everybody would be let in; set it to the client id (a GUID) of the bot's app registration, or LOCAL_TEAMS=1 to try Samordna on this machine.",
    ),
    BOT_PASSWORD: variable<string | null>((text) => ok(text ?? null)),
    BOT_TENANT_ID: guid('BOT_TENANT_ID', "the bot's home tenant", null),
    ALLOWED_TENANTS: tenants(!local),
    ALLOWED_SERVICE_HOSTS: serviceHosts(local),
    BOT_OPENID_METADATA_URL: webAddress(
      'BOT_OPENID_METADATA_URL',
      "the keys that prove who calls are read there, so it must not be open to anybody's changes",
    ),
    BOT_TOKEN_ISSUER: variable<string | null>((text) => ok(text ?? null)),
    TENANT_SENDS_PER_SECOND: variable<number>((text) => {
      const sends = Number(text ?? 50);
      return Number.isInteger(sends) && sends >= 1 && sends <= 10_000
        ? ok(sends)
        : fail(
            `TENANT_SENDS_PER_SECOND is "${text}": it is what Teams takes of the bot's requests per tenant and second, a whole number from 1; leave it out for 50.`,
          );
    }),
    PUBLIC_URL: webAddress('PUBLIC_URL', 'people and Teams open it'),
  });

/** The store alone, for the command line: `given` (its `--store`) or `STORE`, and `COSMOS_KEY`. */
export const loadStoreConfig = (
  env: Environment = process.env,
  given?: string,
): Result<StoreConfig, string> => {
  const key = env.COSMOS_KEY?.trim() || null;
  return given === undefined
    ? parseStore(env.STORE?.trim() || DEFAULT_STORE, key)
    : parseStore(given, key, '--store');
};

/**
 * The server's configuration, or every sentence about what is wrong at once. Nothing insecure gets through: without
 * `LOCAL_TEAMS=1` both `BOT_ID` and `ALLOWED_TENANTS` are demanded.
 */
export const loadConfig = (env: Environment = process.env): Result<Config, readonly string[]> => {
  const local = env.LOCAL_TEAMS?.trim() === '1';
  const parsed = schemaFor(local).safeParse(env);
  const store = loadStoreConfig(env);
  if (!parsed.success || !store.ok) {
    const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
    return fail(store.ok ? wrong : [...wrong, store.error]);
  }
  const values = parsed.data;
  return ok({
    port: values.PORT,
    host: local ? '127.0.0.1' : '0.0.0.0',
    local,
    logLevel: values.LOG_LEVEL,
    publicUrl: values.PUBLIC_URL,
    store: store.value,
    bot: { id: values.BOT_ID, password: values.BOT_PASSWORD, tenantId: values.BOT_TENANT_ID },
    allowedTenants: values.ALLOWED_TENANTS,
    serviceHosts: values.ALLOWED_SERVICE_HOSTS,
    tenantSendsPerSecond: values.TENANT_SENDS_PER_SECOND,
    tokens: {
      metadataUrl: values.BOT_OPENID_METADATA_URL ?? PUBLIC_CLOUD.metadataUrl,
      issuer: values.BOT_TOKEN_ISSUER ?? PUBLIC_CLOUD.issuer,
    },
    warnings:
      !local && values.BOT_PASSWORD !== null && values.BOT_TENANT_ID === null
        ? [
            'BOT_TENANT_ID is not set, so the bot is taken for an old multi-tenant one; a SingleTenant bot (every new one) cannot send without it.',
          ]
        : [],
  });
};

const DEMO_STORE = 'sqlite:./data/demo.db';

/** The demo's: no tokens, this machine alone, a store of its own unless `--store` or `STORE` names one; quieter than a server. */
export const loadDemoConfig = (
  { port, store }: { readonly port: number; readonly store?: string | undefined },
  env: Environment = process.env,
): Result<Config, readonly string[]> => {
  const wanted = loadStoreConfig({ ...env, STORE: env.STORE?.trim() || DEMO_STORE }, store);
  if (!wanted.ok) return fail([wanted.error]);
  const config = loadConfig({
    LOCAL_TEAMS: '1',
    NODE_ENV: env.NODE_ENV,
    LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
    PORT: String(port),
  });
  return config.ok ? ok({ ...config.value, store: wanted.value }) : config;
};
