import type { Speed } from '#application/stored-clock.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const DURATION = /^(\d+)([smhd])$/;

const milliseconds = (text: string): number | null => {
  const [, count, unit] = DURATION.exec(text) ?? [];
  const each = UNITS[unit ?? ''];
  return count !== undefined && each !== undefined && Number(count) > 0 ? Number(count) * each : null;
};

/** `1d=10s`: a day of the demo's time passes in ten of the machine's seconds. Null for anything else, or time that would run slower. */
export const parseSpeed = (text: string): Speed | null => {
  const [business, machine, ...rest] = text.split('=').map((side) => milliseconds(side.trim()));
  if (rest.length > 0 || !business || !machine || business < machine) return null;
  return { text, factor: business / machine };
};
