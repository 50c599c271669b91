const given = process.env.FLEET_SIZE;

/** Whether there is time for more than a few tenants. */
export const isLong = process.env.TEST_LONG === '1' || given !== undefined;

/** How many tenants a fleet has: `FLEET_SIZE` of them, or as many as there is time for. */
export function sizeOf(usual: { readonly short: number; readonly long: number }): number {
  if (given === undefined) return isLong ? usual.long : usual.short;
  const size = Number(given);
  if (!/^\d+$/.test(given) || size < 20) throw new Error(`FLEET_SIZE=${given} is no number of tenants from 20 on`);
  return size;
}

/** How long a test may take: what a slow machine needs for so many. */
export const timeoutFor = (size: number): number => 180_000 + size * 3000;
