import type { Flavour } from '../../flavour.js';

/** What telling takes beside the two columns. */
export interface MisfitContext {
  readonly flavour: Flavour;
  readonly version: readonly number[];
}
