import { z } from 'zod';
import { fail, ok, type Result } from '#domain/shared/result.ts';

/** What the manifest's `${{NAME}}` places are filled with. */
export interface PackageSettings {
  readonly VERSION: string;
  /** The app's id in the organisations' catalogues; an update must keep it. */
  readonly TEAMS_APP_ID: string;
  readonly BOT_ID: string;
  readonly DEVELOPER_NAME: string;
  readonly WEBSITE_URL: string;
  /** Whose links Teams asks the bot about: the server's host. */
  readonly PUBLIC_HOST: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
}

const trimmed = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);

const guid = (name: string) =>
  z.guid({
    error: () =>
      `${name} is no GUID: it looks like 00000000-0000-0000-0000-000000000000, as in the app registration.`,
  });
const webPage = (name: string, what: string) =>
  z
    .url({
      protocol: /^https$/,
      error: () => `${name} is no https address: give ${what}, such as https://samordna.example.se.`,
    })
    .max(2000, `${name} is longer than Teams takes (2,000 characters).`);

const Environment = z.object({
  BOT_ID: trimmed.pipe(
    z
      .string("BOT_ID is missing: set it to the client id (a GUID) of the bot's app registration.")
      .pipe(guid('BOT_ID'))
      .transform((id) => id.toLowerCase()),
  ),
  PUBLIC_URL: trimmed.pipe(
    z
      .string(
        "PUBLIC_URL is missing: set it to the https address where people reach Samordna's server or your page about it.",
      )
      .pipe(webPage('PUBLIC_URL', "the server's public address"))
      .transform((url) => url.replace(/\/+$/, '')),
  ),
  TEAMS_APP_ID: trimmed.pipe(
    guid('TEAMS_APP_ID')
      .transform((id) => id.toLowerCase())
      .optional(),
  ),
  DEVELOPER_NAME: trimmed.pipe(
    z
      .string()
      .max(32, 'DEVELOPER_NAME is longer than the 32 characters that Teams shows.')
      .default('Samordna'),
  ),
  WEBSITE_URL: trimmed.pipe(webPage('WEBSITE_URL', 'a page about Samordna').optional()),
  PRIVACY_URL: trimmed.pipe(webPage('PRIVACY_URL', 'your page on personal data').optional()),
  TERMS_URL: trimmed.pipe(webPage('TERMS_URL', 'your terms of use').optional()),
});

/** The settings and what deserves a warning, or one sentence for each fault, all at once. */
export const packageSettings = (
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): Result<
  { readonly settings: PackageSettings; readonly warnings: readonly string[] },
  readonly string[]
> => {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => issue.message));
  const { PUBLIC_URL, TEAMS_APP_ID, ...given } = parsed.data;
  const warnings = (['WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL'] as const)
    .filter((name) => given[name] === undefined)
    .map((name) => `${name} is not set: the app's page in Teams will link to ${PUBLIC_URL} instead.`);
  return ok({
    warnings,
    settings: {
      VERSION: version,
      TEAMS_APP_ID: TEAMS_APP_ID ?? given.BOT_ID,
      BOT_ID: given.BOT_ID,
      DEVELOPER_NAME: given.DEVELOPER_NAME,
      WEBSITE_URL: given.WEBSITE_URL ?? PUBLIC_URL,
      PRIVACY_URL: given.PRIVACY_URL ?? PUBLIC_URL,
      TERMS_URL: given.TERMS_URL ?? PUBLIC_URL,
      PUBLIC_HOST: new URL(PUBLIC_URL).hostname,
    },
  });
};
