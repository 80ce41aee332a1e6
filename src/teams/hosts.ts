const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);

/** `host` (any port), `host:port` or `*.suffix` (not the suffix itself). */
const matches = (url: URL, allowed: string): boolean =>
  allowed.startsWith('*.')
    ? url.hostname.endsWith(allowed.slice(1))
    : url.hostname === allowed || url.host === allowed;

/**
 * Whether an address may be called: https, or plain http on this machine, at an allow-listed host, and without a user
 * name that could make a stranger's host look like ours.
 */
export const isAllowedAddress = (address: string, hosts: readonly string[]): boolean => {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) return false;
  return hosts.some((host) => matches(url, host));
};
