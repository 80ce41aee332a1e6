import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPackage } from '../../../appPackage/build.ts';
import { BOT_ID, manifest, settings, texts, unpacked, valueAt } from './package.ts';
import { readPng } from './png.ts';

// Whoever asks the network here would depend on it.
beforeAll(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('The schema must come with the validator')));
});
afterAll(() => vi.unstubAllGlobals());

const SCHEMAS = 'https://developer.microsoft.com/json-schemas/teams/v1.30';

describe('the zip', () => {
  it('holds exactly what Teams wants, at its root', async () => {
    expect([...(await unpacked()).keys()].sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
      'sv.json',
    ]);
  });

  it('has the same bytes whenever and in whatever time zone it is built', async () => {
    const zone = process.env.TZ;
    try {
      const built = [];
      for (const place of ['Europe/Stockholm', 'Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = place;
        built.push(await buildPackage(settings()));
      }
      const [first, ...others] = built;
      expect(first?.ok).toBe(true);
      for (const other of others) expect(other).toEqual(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is not built from settings that the schema refuses', async () => {
    const built = await buildPackage({ ...settings(), DEVELOPER_NAME: 'x'.repeat(33), BOT_ID: 'no guid' });
    expect(built).toEqual({
      ok: false,
      error: expect.arrayContaining([
        expect.stringContaining('/developer/name'),
        expect.stringContaining('/bots/0/botId'),
      ]),
    });
  });
});

describe('the manifest', () => {
  it('is valid by the newest schema that the validator knows', async () => {
    const { $schema, manifestVersion } = await manifest();
    expect({ $schema, manifestVersion }).toEqual({
      $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
      manifestVersion: '1.30',
    });
    const faults = await AppManifestUtils.validateAgainstSchema(
      (await manifest()) as unknown as TeamsManifestLatest,
    );
    expect(faults).toEqual([]);
  });

  it('has no place left unfilled, and quotes in a name do not break it', async () => {
    const files = await unpacked(settings({ DEVELOPER_NAME: 'Inköp "Öst" \\ Väst' }));
    const text = files.get('manifest.json')?.toString('utf8') ?? '';
    expect(text).not.toContain('${{');
    expect(valueAt(JSON.parse(text), 'developer.name')).toBe('Inköp "Öst" \\ Väst');
  });

  it('asks to hear when a card was read, and for nothing else of what is in the chats', async () => {
    const { authorization, webApplicationInfo } = await manifest();
    expect(authorization).toEqual({
      permissions: {
        resourceSpecific: [{ name: 'ChatMessageReadReceipt.Read.Chat', type: 'Application' }],
      },
    });
    // A permission is given to the app that the bot signs in as.
    expect(webApplicationInfo).toEqual({ id: BOT_ID, resource: `api://botid-${BOT_ID}` });
  });

  it('installs one bot for a person and for a team, which takes plan files', async () => {
    expect((await manifest()).bots).toEqual([
      expect.objectContaining({ botId: BOT_ID, scopes: ['personal', 'team'], supportsFiles: true }),
    ]);
  });

  it('finds procurements from the compose box, and unfurls links of the server alone', async () => {
    expect((await manifest()).composeExtensions).toEqual([
      expect.objectContaining({
        botId: BOT_ID,
        commands: [expect.objectContaining({ id: 'searchPlan', type: 'query', initialRun: true })],
        messageHandlers: [{ type: 'link', value: { domains: ['samordna.example.se'] } }],
      }),
    ]);
  });

  it('keeps to the lengths that Teams shows', async () => {
    const { developer, bots } = (await manifest()) as unknown as TeamsManifestLatest;
    expect(developer.name.length).toBeLessThanOrEqual(32);
    for (const address of [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl]) {
      expect(address).toMatch(/^https:\/\//);
    }
    const lists = bots?.[0]?.commandLists ?? [];
    expect(lists.map((list) => list.scopes)).toEqual([['personal'], ['team']]);
    for (const { commands } of lists) expect(commands.length).toBeLessThanOrEqual(12);
  });
});

describe('the two languages', () => {
  it('have exactly the same keys', async () => {
    expect([...(await texts('en')).keys()]).toEqual([...(await texts('sv')).keys()]);
  });

  it('cover every text of the manifest, and the Swedish file says what the manifest says', async () => {
    const whole = await manifest();
    const paths = ['name.short', 'name.full', 'description.short', 'description.full'];
    const lists = (whole as unknown as TeamsManifestLatest).bots?.[0]?.commandLists ?? [];
    lists.forEach(({ commands }, list) => {
      commands.forEach((_command, index) => {
        const at = `bots[0].commandLists[${list}].commands[${index}]`;
        paths.push(`${at}.title`, `${at}.description`);
      });
    });
    const command = 'composeExtensions[0].commands[0]';
    for (const part of ['', '.parameters[0]'])
      paths.push(`${command}${part}.title`, `${command}${part}.description`);
    const swedish = await texts('sv');
    expect([...swedish.keys()].sort()).toEqual(paths.sort());
    for (const [path, text] of swedish) expect(valueAt(whole, path)).toBe(text);
  });

  it.each(['sv', 'en'] as const)('%s keeps to the keys and lengths that Teams takes', async (language) => {
    const { $schema: _draft, ...schema } = await AppManifestUtils.fetchSchema(
      `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    );
    // Its patterns are no valid Unicode expressions, which is what ajv and the manifest's validator compile by default.
    const validate = new Ajv({ unicodeRegExp: false, strict: false, formats: { uri: true } }).compile(schema);
    const file = JSON.parse((await unpacked()).get(`${language}.json`)?.toString('utf8') ?? 'null');
    validate(file);
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('the icons', () => {
  const picture = async (name: string) => readPng((await unpacked()).get(name) ?? Buffer.alloc(0));

  it('in colour: 192 × 192, no transparent pixel, in the accent colour all around', async () => {
    const { width, height, pixels } = await picture('color.png');
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const accent = String((await manifest()).accentColor);
    const rim = pixels.filter((_pixel, at) => {
      const [x, y] = [at % 192, Math.floor(at / 192)];
      return x < 32 || y < 32 || x >= 160 || y >= 160;
    });
    const colours = new Set(
      rim.map(([red, green, blue]) => `#${Buffer.from([red, green, blue]).toString('hex').toUpperCase()}`),
    );
    expect([...colours]).toEqual([accent]);
  });

  it('in outline: 32 × 32, white on nothing', async () => {
    const { width, height, pixels } = await picture('outline.png');
    expect([width, height]).toEqual([32, 32]);
    const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    const solid = drawn.filter(([, , , alpha]) => alpha === 255);
    expect(solid.length).toBeGreaterThan(60);
    expect(drawn.length).toBeLessThan(pixels.length / 2);
  });
});
