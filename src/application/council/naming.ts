import { bodyRow, regionRow } from '#domain/authority/governance.ts';
import { asPersonId, type BodyId, type RegionId } from '#domain/shared/ids.ts';
import type { Reading } from '../reading.ts';
import type { Named } from '../record/case-file.ts';

/** Whose names a document needs: those of the directory and the governance now. */
export type Namer = Pick<Reading, 'governance' | 'directory' | 'now'>;

export const regionNamed = ({ governance }: Namer, region: RegionId): Named =>
  regionRow(governance, region)?.name ?? { sv: region, en: region };
export const bodyNamed = ({ governance }: Namer, body: BodyId): Named =>
  bodyRow(governance, body)?.name ?? { sv: body, en: body };
export const personNamed = ({ directory }: Namer, by: string): string =>
  directory.person(asPersonId(by))?.name ?? by;
