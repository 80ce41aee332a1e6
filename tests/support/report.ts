import { type Report, type ReportKind, reportOf } from '#application/reporting/report.ts';
import { FINDINGS } from '#domain/audit/findings.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import { governance } from '#support/world.ts';
import { EXAMPLE, SETTINGS } from '../domain/indicators/example.ts';
import { day, facts, S, YEAR } from '../domain/indicators/facts.ts';

const TITLES: Readonly<Record<string, string>> = {
  A: 'Operationsbord',
  B: 'Mekaniska hjärtkompressionsapparater',
  C: 'Kontorsmöbler',
  D: 'Mammografistaplar',
  E: 'Profilkläder',
  F: 'Läkemedel via annan arena',
  G: 'Måltider <b>och</b> "livsmedel"',
  H: 'Psykoterapi',
};

/** The worked example of docs/indicators.md with names, the deviation of D, and a textile case at the wrong level. */
export const NAMED_EXAMPLE: readonly ProcurementFacts[] = [
  ...EXAMPLE.map((one) => ({
    ...one,
    title: TITLES[one.item] ?? one.item,
    ...(one.item === 'D'
      ? {
          value: 8_000_000,
          cost: { seconds: 12 * 3600, external: 0 },
          deviations: [{ regions: [S], on: day('2025-05-05'), reasoned: true }],
        }
      : {}),
  })),
  facts('T', {
    title: 'Textilier och tvätt',
    advertised: day('2025-10-01'),
    levels: { missing: [S], regularised: [] },
  }),
];

const dated = { validFrom: day('2020-01-01'), status: 'decided' } as const;
export const REPORT_GOVERNANCE: Governance = {
  ...governance,
  rates: [{ ...dated, id: 'rate', sekPerHour: 600, example: true }],
  targets: SETTINGS.targets.map(({ id, indicator, period, value, basis }) => ({
    ...dated,
    id,
    indicator,
    ...period,
    value,
    ...(basis === null ? {} : { reference: basis }),
  })),
  cutOffs: [{ ...dated, id: 'cut', period: 'interim', endsOn: '08-31', reference: 'Ekonomihandbok 3.2' }],
  followUps: [
    {
      ...dated,
      id: 'follow-reasons',
      finding: 'reasons-documented',
      measure: { sv: 'Varje avsteg beslutas med skäl', en: 'Every deviation is decided with a reason' },
      owner: 'Inköpsrådet',
      due: day('2025-12-01'),
    },
    {
      ...dated,
      id: 'follow-levels',
      finding: 'decision-levels',
      measure: { sv: 'Rutin för rätt beslutsnivå', en: 'A routine for the right level of decision' },
      owner: 'Inköpsnämnden',
      due: day('2026-02-26'),
    },
  ],
};

export const exampleReport = (
  kind: ReportKind,
  region: RegionId | null = null,
  all: readonly ProcurementFacts[] = NAMED_EXAMPLE,
): Report =>
  reportOf(
    all,
    { inForce: REPORT_GOVERNANCE, whole: REPORT_GOVERNANCE },
    { kind, region, period: YEAR.period },
    YEAR.asOf,
  );

/** More than any year has brought: forty deviations, thirty wrong levels, and a long measure for every finding. */
export const fullReport = (kind: ReportKind, region: RegionId | null): Report => {
  const many = Array.from({ length: 40 }, (_, at) =>
    facts(`MÅNGA${at}`, {
      title: `Upphandling nummer ${at} med ett namn som är så långt som ett namn på en upphandling blir`,
      value: 12_000_000 + at,
      cost: { seconds: 3600 * at, external: 1000 * at },
      deviations: [{ regions: [S], on: day(`2025-0${1 + (at % 9)}-05`), reasoned: at % 3 > 0 }],
      ...(at < 30 ? { advertised: day('2025-10-01'), levels: { missing: [S], regularised: [] } } : {}),
    }),
  );
  const { followUps: [first] = [] } = REPORT_GOVERNANCE;
  const measures = FINDINGS.map((finding) => ({
    ...(first as NonNullable<typeof first>),
    id: `follow-${finding}`,
    finding,
    measure: {
      sv: 'Åtgärden beskrivs i två led: först ändras arbetssättet, sedan följs det upp i varje region två gånger om året',
      en: 'The measure has two steps: first the way of working is changed, then it is followed up in each region twice a year',
    },
  }));
  const rules = { ...REPORT_GOVERNANCE, followUps: measures };
  return reportOf(
    [...NAMED_EXAMPLE, ...many],
    { inForce: rules, whole: rules },
    { kind, region, period: YEAR.period },
    YEAR.asOf,
  );
};
