import type { Carriage } from '../contract/portable.js';

const ranks: Readonly<Record<Carriage, number>> = {
  lossless: 0,
  widened: 1,
  checked: 2,
  values: 3,
  lossy: 4,
  impossible: 5,
};

/** All of them, the best first. */
export const carriages = Object.keys(ranks) as readonly Carriage[];

/** How something came over, and why that is not lossless. */
export interface Mark {
  readonly carriage: Carriage;
  readonly reason?: string;
}

/** Two ways one after the other: as bad as the worse of them, for the reasons of both. */
export function along(first: Mark, second: Mark): Mark {
  const worse = ranks[second.carriage] > ranks[first.carriage] ? second.carriage : first.carriage;
  const reasons = [first.reason, second.reason].filter((reason) => reason !== undefined);
  return { carriage: worse, ...(reasons.length > 0 && { reason: [...new Set(reasons)].join('; ') }) };
}
