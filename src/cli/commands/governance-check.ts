import { knownPeople, readToCheck } from '#application/governance-file.ts';
import { checkGovernance } from '#domain/authority/check.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { isLanguage } from '#domain/shared/language.ts';
import { findingWriter } from '#rendering/findings.ts';
import type { CliContext } from '../context.ts';
import { jsonOf } from '../files.ts';
import { badInput, DONE, type Outcome, REFUSED } from '../output.ts';

export interface CheckOptions {
  readonly lang: string;
  readonly production?: boolean;
}

/**
 * What a governance file leaves out, says twice or names that is not there, from today on. Exit 0 without a fault
 * (remarks may be there), 1 with one, 2 where the file cannot be read. Nothing is changed.
 */
export const governanceCheck = async (
  context: CliContext,
  file: string,
  { lang, production = false }: CheckOptions,
): Promise<Outcome> => {
  if (!isLanguage(lang)) throw badInput(`--lang is "${lang}": say sv or en.`);
  const read = readToCheck(await jsonOf(file, 'docs/governance.md'));
  if (!read.ok) {
    throw badInput(`The governance in "${file}" cannot be read; correct: ${read.error.join('; ')}.`);
  }
  const { governance, findings: unread } = read.value;
  const { people, presenter } = await context.samordna();
  const known = knownPeople(await people.directory());
  const found = [
    ...unread,
    ...checkGovernance(governance, {
      today: dateOf(presenter.now()),
      production,
      ...(known ? { people: known } : {}),
    }),
  ];
  const faults = found.filter(({ severity }) => severity === 'fault').length;
  const sv = findingWriter(governance, 'sv');
  const en = findingWriter(governance, 'en');
  return {
    exit: faults > 0 ? REFUSED : DONE,
    json: {
      version: governance.version,
      faults,
      remarks: found.length - faults,
      peopleChecked: known !== undefined,
      findings: found.map((one) => ({ ...one, message: { sv: sv.sentence(one), en: en.sentence(one) } })),
    },
    text: (lang === 'sv' ? sv : en).lines(found, known !== undefined),
  };
};
