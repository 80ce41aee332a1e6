import type { KnownCase } from '#domain/coordination/state.ts';
import { isLocked } from '#domain/coordination/state.ts';
import { plannedStart } from '#domain/plan/item.ts';
import { cpvLabel } from '#domain/shared/cpv.ts';
import type { Instant, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';

/** Open Contracting Data Standard 1.1, as far as a plan and its outcome go: no award, contract or bid section. */
export interface OcdsOptions {
  /** The publisher's own, registered with the Open Contracting Partnership: `ocds-` and six characters. */
  readonly prefix: string;
  /** Where the package is published. */
  readonly uri: string;
  readonly publisher: string;
  readonly publishedAt: Instant;
  readonly language: Language;
  readonly regionName: (region: RegionId) => string;
}

const STATUS = ['planning', 'planned', 'active', 'complete', 'cancelled', 'withdrawn'] as const;
type TenderStatus = (typeof STATUS)[number];

const statusOf = (state: KnownCase): TenderStatus => {
  switch (state.status) {
    case 'advertised':
    case 'evaluation':
      return 'active';
    case 'awarded':
    case 'standstill':
    case 'appealed':
    case 'contract':
    case 'followed-up':
    case 'reviewed':
    case 'closed':
      return 'complete';
    case 'cancelled':
      return isAdvertised(state) ? 'cancelled' : 'withdrawn';
    // Bought in another way: this procurement will not be.
    case 'external-coordination':
    case 'deviation-decided':
      return 'withdrawn';
    default:
      return state.item.advertise === undefined ? 'planning' : 'planned';
  }
};
const isAdvertised = (state: KnownCase): boolean => 'advertising' in state && state.advertising !== undefined;

/** The kinds of procedure that the standard knows; by the beginnings of their names, and left out where none fits. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/^(?:öppet|open)/i, 'open'],
  [/^(?:selektivt|restricted|förhandlat|negotiated|konkurrenspräglad|competitive)/i, 'selective'],
  [/^(?:direktupphandling|direct award)/i, 'direct'],
];
const methodOf = (procedure: string | undefined): string | undefined =>
  METHODS.find(([name]) => name.test((procedure ?? '').trim()))?.[1];

/** By CPV's divisions: 45 is works, 50 and above are services, the others goods. */
const categoryOf = (cpv: string): string => {
  const division = Number(cpv.slice(0, 2));
  if (division === 45) return 'works';
  return division >= 50 ? 'services' : 'goods';
};

const midnight = (date: PlainDate): string => `${date}T00:00:00Z`;
const dated = (date: PlainDate | undefined, key: string) =>
  date === undefined ? {} : { [key]: midnight(date) };

const tenderOf = (state: KnownCase, language: Language) => {
  const { item } = state;
  const method = methodOf(
    ('advertising' in state ? state.advertising?.procedure : undefined) ?? item.procedure,
  );
  const contract = 'contract' in state ? state.contract : null;
  const label = item.cpv === undefined ? null : cpvLabel(item.cpv, language);
  return {
    id: item.id,
    title: item.title,
    status: statusOf(state),
    ...(method === undefined ? {} : { procurementMethod: method }),
    ...(item.procedure === undefined ? {} : { procurementMethodDetails: item.procedure }),
    ...(item.cpv === undefined ? {} : { mainProcurementCategory: categoryOf(item.cpv) }),
    ...(item.cpv === undefined
      ? {}
      : {
          items: [
            {
              id: '1',
              classification: {
                scheme: 'CPV',
                id: item.cpv,
                ...(label === null ? {} : { description: label }),
              },
            },
          ],
        }),
    ...(isAdvertised(state) && 'advertising' in state
      ? { tenderPeriod: dated(state.advertising?.date, 'startDate') }
      : {}),
    ...(contract
      ? { contractPeriod: { startDate: midnight(contract.date), endDate: midnight(contract.until) } }
      : {}),
  };
};

/** From the lock on it is settled who buys; before, only whose plan it stands in is no secret between the regions. */
const partiesOf = (state: KnownCase, { regionName }: OcdsOptions) => {
  const lead = state.item.region;
  const others = isLocked(state)
    ? state.participants.filter(
        // A ceiling by volume makes a party too.
        ({ region, ceiling, ceilingVolume = 0 }) => region !== lead && (ceiling > 0 || ceilingVolume > 0),
      )
    : [];
  return [
    { id: lead, name: regionName(lead), roles: ['buyer', 'procuringEntity'] },
    ...others.map(({ region }) => ({ id: region, name: regionName(region), roles: ['buyer'] })),
  ];
};

const releaseOf = (state: KnownCase, options: OcdsOptions) => {
  const { item, revision } = state;
  const start = plannedStart(item);
  const status = statusOf(state);
  return {
    ocid: `${options.prefix}-${item.id}`,
    // The standard forbids the number sign here, which an id of a plan may have.
    id: `${item.id}-${revision}-${state.status}`.replaceAll('#', '%23'),
    date: options.publishedAt,
    language: options.language,
    tag: [
      'planning',
      ...(isAdvertised(state) ? ['tender'] : []),
      ...(status === 'cancelled' ? ['tenderCancellation'] : []),
    ],
    initiationType: 'tender',
    parties: partiesOf(state, options),
    buyer: { id: item.region, name: options.regionName(item.region) },
    planning: {
      milestones: [
        {
          id: 'start',
          type: 'preProcurement',
          status: isAdvertised(state) ? 'met' : 'scheduled',
          ...dated(start, 'dueDate'),
        },
      ],
    },
    tender: tenderOf(state, options.language),
  };
};

/**
 * The plan and its outcome as one release a procurement. Never in it: how many tenders came or from whom, also after the
 * award, since a release is a person's harm test (OSL 19:3, 31:16); estimates and volumes, which are for the two regions
 * only; units, people, answers and objections; descriptions, which are written for those who answer.
 */
export const ocdsPackage = (states: readonly KnownCase[], options: OcdsOptions) => ({
  uri: options.uri,
  version: '1.1',
  publishedDate: options.publishedAt,
  publisher: { name: options.publisher },
  releases: states.map((state) => releaseOf(state, options)),
});
