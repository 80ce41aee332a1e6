import { describe, expect, it } from 'vitest';
import { type Config, type Environment, LOG_LEVELS, loadConfig, MICROSOFT_SERVICE_HOSTS } from '#config';

const BOT = '0b07b07b-0b07-4b07-8b07-0b07b07b07b0';
const SORMLAND = '11111111-1111-4111-8111-111111111111';
const VASTMANLAND = '22222222-2222-4222-8222-abcdefabcdef';
const production: Environment = { BOT_ID: BOT, ALLOWED_TENANTS: `${SORMLAND}=sormland` };
const local: Environment = { LOCAL_TEAMS: '1' };

const config = (env: Environment): Config => {
  const loaded = loadConfig(env);
  if (!loaded.ok) throw new Error(loaded.error.join('\n'));
  return loaded.value;
};
const faults = (env: Environment): readonly string[] => {
  const loaded = loadConfig(env);
  return loaded.ok ? [] : loaded.error;
};

describe('nothing insecure starts', () => {
  it('not without BOT_ID: nobody could be told from anybody', () => {
    const { BOT_ID: _missing, ...rest } = production;
    expect(faults(rest)).toEqual([expect.stringMatching(/^BOT_ID is missing: .*set it to the client id/)]);
  });

  it('not without ALLOWED_TENANTS: any organisation could talk to the bot', () => {
    const { ALLOWED_TENANTS: _missing, ...rest } = production;
    expect(faults(rest)).toEqual([
      expect.stringMatching(/^ALLOWED_TENANTS is missing: .*tenantId=region,tenantId=region/),
    ]);
  });

  it.each(['', '   '])('a variable that is set to "%s" is not set', (empty) => {
    expect(faults({ BOT_ID: empty, ALLOWED_TENANTS: empty })).toHaveLength(2);
  });

  it.each(['production', 'Production', ' production '])(
    'the local mode never runs with NODE_ENV=%s',
    (NODE_ENV) => {
      expect(faults({ ...local, NODE_ENV })).toEqual([
        expect.stringMatching(/^LOCAL_TEAMS is 1 while NODE_ENV is production: .*remove one of them/),
      ]);
    },
  );

  it.each(['true', 'yes', '2', 'on'])('LOCAL_TEAMS=%s is no yes, and leaves the checks on', (LOCAL_TEAMS) => {
    const sentences = faults({ LOCAL_TEAMS });
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toMatch(/^LOCAL_TEAMS is ".+": .*only 1 means yes/);
  });

  it('LOCAL_TEAMS=0 is production', () => {
    expect(config({ ...production, LOCAL_TEAMS: '0' }).local).toBe(false);
  });

  it('the local mode answers hosts of this machine only', () => {
    expect(faults({ ...local, ALLOWED_SERVICE_HOSTS: 'localhost:5000,smba.trafficmanager.net' })).toEqual([
      expect.stringContaining('"smba.trafficmanager.net": with LOCAL_TEAMS=1 nothing is checked'),
    ]);
  });

  it('the local mode binds loopback, whatever else is set; production binds all', () => {
    expect(config({ ...local, PUBLIC_URL: 'https://samordna.example.se' }).host).toBe('127.0.0.1');
    expect(config(production).host).toBe('0.0.0.0');
  });
});

describe('every fault is told at once', () => {
  const broken: Environment = {
    PORT: '70000',
    LOCAL_TEAMS: 'maybe',
    LOG_LEVEL: 'loud',
    BOT_ID: 'me',
    BOT_TENANT_ID: 'home',
    ALLOWED_TENANTS: 'everybody',
    ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net/emea',
    BOT_OPENID_METADATA_URL: 'http://login.example.se',
    PUBLIC_URL: 'samordna',
    STORE: 'postgres:db',
  };

  it('one sentence for each variable, which begins with its name and ends like a sentence', () => {
    const sentences = faults(broken);
    expect(sentences.map((sentence) => sentence.split(' ')[0]).sort()).toEqual(Object.keys(broken).sort());
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z_]+ .{20,}\.$/s);
  });

  it.each(Object.keys(broken))('and %s alone is enough to refuse', (name) => {
    const sentences = faults({ ...production, [name]: broken[name] });
    expect(sentences).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });
});

describe('no sentence tells a secret', () => {
  const SECRET = 'Abc8Q~verySecret';
  it.each<Environment>([
    { BOT_ID: SECRET, BOT_PASSWORD: BOT },
    { BOT_TENANT_ID: SECRET },
    { BOT_PASSWORD: SECRET, PORT: 'x' },
    { COSMOS_KEY: SECRET, STORE: 'cosmos:nowhere' },
    { STORE: `AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=${SECRET};` },
    { STORE: `cosmos:https://name:${SECRET}@a.documents.azure.com/samordna` },
    { PUBLIC_URL: `https://name:${SECRET}@samordna.example.se` },
    { BOT_OPENID_METADATA_URL: `http://name:${SECRET}@login.example.se/keys` },
  ])('%o', (env) => {
    const sentences = faults({ ...production, ...env });
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.join('\n')).not.toContain(SECRET);
  });
});

describe('defaults', () => {
  it('of production', () => {
    expect(config(production)).toEqual({
      port: 3978,
      host: '0.0.0.0',
      local: false,
      logLevel: 'info',
      publicUrl: null,
      store: { kind: 'sqlite', path: './data/samordna.db' },
      bot: { id: BOT, password: null, tenantId: null },
      allowedTenants: new Map([[SORMLAND, 'sormland']]),
      serviceHosts: MICROSOFT_SERVICE_HOSTS,
      tenantSendsPerSecond: 50,
      tokens: {
        metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        issuer: 'https://api.botframework.com',
      },
      warnings: [],
    });
  });

  it('of the local mode', () => {
    expect(config(local)).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      local: true,
      bot: { id: null, password: null, tenantId: null },
      allowedTenants: new Map(),
      serviceHosts: ['localhost', '127.0.0.1', '[::1]'],
    });
  });
});

describe('what each variable takes', () => {
  it.each([
    ['0', 0],
    ['80', 80],
    [' 8080 ', 8080],
    ['65535', 65_535],
  ])('PORT=%s', (PORT, port) => expect(config({ ...production, PORT }).port).toBe(port));
  it.each(['-1', '65536', '80a', '1e3', '0x50', '3.5'])('PORT=%s is none', (PORT) =>
    expect(faults({ ...production, PORT })).toEqual([expect.stringContaining('from 0 to 65535')]),
  );

  it.each(LOG_LEVELS)('LOG_LEVEL=%s, in whatever case', (level) => {
    expect(config({ ...production, LOG_LEVEL: level.toUpperCase() }).logLevel).toBe(level);
  });

  it('ids are compared in lower case, as tokens write them in either', () => {
    const loaded = config({
      BOT_ID: BOT.toUpperCase(),
      BOT_TENANT_ID: VASTMANLAND.toUpperCase(),
      ALLOWED_TENANTS: `${VASTMANLAND.toUpperCase()}=vastmanland`,
    });
    expect(loaded.bot).toMatchObject({ id: BOT, tenantId: VASTMANLAND });
    expect([...loaded.allowedTenants.keys()]).toEqual([VASTMANLAND]);
  });

  it('ALLOWED_TENANTS: several, with spaces; one region may have several tenants', () => {
    const { allowedTenants } = config({
      ...production,
      ALLOWED_TENANTS: ` ${SORMLAND} = sormland , ${VASTMANLAND}=sormland `,
    });
    expect([...allowedTenants]).toEqual([
      [SORMLAND, 'sormland'],
      [VASTMANLAND, 'sormland'],
    ]);
  });
  it.each([
    ['no region', SORMLAND],
    ['an empty region', `${SORMLAND}=`],
    ['no tenant', '=sormland'],
    ['a tenant that is no GUID', 'regionsormland.se=sormland'],
    ['two equals signs', `${SORMLAND}=sormland=x`],
    ['a comma too many', `${SORMLAND}=sormland,`],
    ['a tenant twice', `${SORMLAND}=sormland,${SORMLAND.toUpperCase()}=vastmanland`],
  ])('ALLOWED_TENANTS with %s is refused', (_name, ALLOWED_TENANTS) => {
    expect(faults({ ...production, ALLOWED_TENANTS })).toEqual([
      expect.stringMatching(/^ALLOWED_TENANTS has .*tenantId=region/),
    ]);
  });

  it('ALLOWED_SERVICE_HOSTS: hosts, ports and suffixes, in lower case', () => {
    const ALLOWED_SERVICE_HOSTS = 'SMBA.trafficmanager.net, *.teams.example.se ,127.0.0.1:5000,[::1]:80';
    expect(config({ ...production, ALLOWED_SERVICE_HOSTS }).serviceHosts).toEqual([
      'smba.trafficmanager.net',
      '*.teams.example.se',
      '127.0.0.1:5000',
      '[::1]:80',
    ]);
  });
  it.each(['https://a.se', 'a.se/path', 'a b', '*', '*.', 'a.se,,b.se', 'a.*.se'])(
    'ALLOWED_SERVICE_HOSTS=%s is refused',
    (ALLOWED_SERVICE_HOSTS) => {
      expect(faults({ ...production, ALLOWED_SERVICE_HOSTS })).toEqual([
        expect.stringMatching(/^ALLOWED_SERVICE_HOSTS has /),
      ]);
    },
  );

  it.each(['PUBLIC_URL', 'BOT_OPENID_METADATA_URL'])('%s: https, or http on this machine', (name) => {
    for (const address of ['https://a.example.se/x', 'http://127.0.0.1:80', 'http://localhost:3978/x']) {
      expect(faults({ ...production, [name]: address })).toEqual([]);
    }
    for (const address of ['http://a.example.se', 'http://127.0.0.1.example.se', 'ftp://a.se', 'a.se']) {
      expect(faults({ ...production, [name]: address })).toHaveLength(1);
    }
  });

  it('another cloud: where its keys are and what it calls itself', () => {
    const loaded = config({
      ...production,
      ALLOWED_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us',
      BOT_OPENID_METADATA_URL: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      BOT_TOKEN_ISSUER: 'https://api.botframework.us',
    });
    expect(loaded.tokens).toEqual({
      metadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      issuer: 'https://api.botframework.us',
    });
    expect(loaded.serviceHosts).toEqual(['smba.infra.gov.teams.microsoft.us']);
  });

  it('a password without the home tenant is warned of, since no new bot can send so', () => {
    const withPassword = { ...production, BOT_PASSWORD: 'x' };
    expect(config(withPassword).warnings).toEqual([expect.stringContaining('BOT_TENANT_ID is not set')]);
    expect(config({ ...withPassword, BOT_TENANT_ID: SORMLAND }).warnings).toEqual([]);
  });
});
