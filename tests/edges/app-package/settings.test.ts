import { describe, expect, it } from 'vitest';
import { packageSettings } from '../../../appPackage/settings.ts';
import { BOT_ID } from './package.ts';

const read = (env: Record<string, string>) => packageSettings(env, '1.2.3');
const enough = { BOT_ID, PUBLIC_URL: 'https://samordna.example.se/' };
const faults = (env: Record<string, string>): readonly string[] => {
  const result = read(env);
  return result.ok ? [] : result.error;
};

describe('the app package needs two facts', () => {
  it('the bot and an address are enough; the rest has defaults, and the missing pages are warned of', () => {
    expect(read(enough)).toEqual({
      ok: true,
      value: {
        settings: {
          VERSION: '1.2.3',
          TEAMS_APP_ID: BOT_ID,
          BOT_ID,
          DEVELOPER_NAME: 'Samordna',
          WEBSITE_URL: 'https://samordna.example.se',
          PRIVACY_URL: 'https://samordna.example.se',
          TERMS_URL: 'https://samordna.example.se',
          PUBLIC_HOST: 'samordna.example.se',
        },
        warnings: [
          expect.stringContaining('WEBSITE_URL'),
          expect.stringContaining('PRIVACY_URL'),
          expect.stringContaining('TERMS_URL'),
        ],
      },
    });
  });

  it('says everything that is missing at once, and what to do', () => {
    expect(faults({ BOT_ID: ' ' })).toEqual([
      expect.stringMatching(/^BOT_ID is missing: set it to the client id/),
      expect.stringMatching(/^PUBLIC_URL is missing: set it to the https address/),
    ]);
  });

  it('says everything that is wrong at once, and echoes no value that may be a secret in the wrong place', () => {
    const secret = 'abc8Q~not-a-guid';
    const sentences = faults({
      BOT_ID: secret,
      TEAMS_APP_ID: secret,
      PUBLIC_URL: 'http://samordna.example.se',
      DEVELOPER_NAME: 'x'.repeat(33),
      WEBSITE_URL: 'samordna',
      PRIVACY_URL: 'ftp://example.se',
      TERMS_URL: 'javascript:alert(1)',
    });
    const named = sentences.map((sentence) => sentence.split(' ')[0]);
    expect(named.sort()).toEqual([
      'BOT_ID',
      'DEVELOPER_NAME',
      'PRIVACY_URL',
      'PUBLIC_URL',
      'TEAMS_APP_ID',
      'TERMS_URL',
      'WEBSITE_URL',
    ]);
    expect(sentences.join()).not.toContain(secret);
  });
});
