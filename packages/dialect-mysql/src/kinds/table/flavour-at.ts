import type { Flavour } from '../../flavour.js';

/** A flavour as a server of this version has it: what changes of tables cost has become less over the years. */
export function flavourAt(flavour: Flavour, version: readonly number[]): Flavour {
  const earlier = flavour.earlierCosts?.(version);
  return earlier === undefined ? flavour : { ...flavour, costs: { ...flavour.costs, ...earlier } };
}
