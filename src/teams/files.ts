import { z } from 'zod';
import type { IncomingFile } from '#application/ports/teams.ts';
import type { IncomingActivity } from './activity.ts';
import { isAllowedAddress } from './hosts.ts';

/** Teams keeps a person's files in OneDrive or SharePoint; the address it gives carries its own short-lived right. */
const FILE_HOSTS = ['*.sharepoint.com', 'onedrive.live.com', '*.onedrive.com', '*.1drv.com'] as const;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'] as const;
const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';
const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 3;

const Download = z.object({ downloadUrl: z.string().min(1) });

const collect = async (response: Response, limit: number): Promise<Uint8Array | null> => {
  if (!response.ok || !response.body || Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > limit) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts, size));
};

/** A plain GET: no token of ours goes to an address that a message named, and no other host is followed to. */
const download = async (address: string, limit: number): Promise<Uint8Array | null> => {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let at = address;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await fetch(at, { redirect: 'manual', signal });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return await collect(response, limit);
      await response.body?.cancel();
      const target = URL.parse(next, at);
      if (target?.origin !== new URL(at).origin) return null;
      at = target.href;
    }
  } catch {
    // Refused, unreachable, too slow, cut off: for the person it is one and the same, the file did not come.
  }
  return null;
};

/**
 * The files of a message, not fetched yet. In local mode, where no cloud drive exists, an address on this machine or a
 * `data:` address stands in for it.
 */
export const filesOf = (activity: IncomingActivity, local: boolean): IncomingFile[] =>
  (activity.attachments ?? []).flatMap((attachment) => {
    if (attachment.contentType !== DOWNLOAD_INFO) return [];
    const address = Download.safeParse(attachment.content).data?.downloadUrl ?? attachment.contentUrl ?? '';
    const allowed =
      isAllowedAddress(address, local ? [...FILE_HOSTS, ...LOCAL_HOSTS] : FILE_HOSTS) ||
      (local && address.startsWith('data:'));
    return [
      {
        name: attachment.name ?? '',
        read: async (limit) => (allowed ? download(address, limit) : null),
      },
    ];
  });
