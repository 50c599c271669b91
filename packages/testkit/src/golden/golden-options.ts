import type { Driver } from '@sync/core';
import type { TestTarget } from '../contract/options.js';
import type { HoldingQueries } from './holdings.js';

/** What golden cases need beside their folders. */
export interface GoldenOptions extends HoldingQueries {
  readonly driver: Driver;
  /** Makes a new, empty database for each case. */
  readonly open: () => TestTarget | Promise<TestTarget>;
  /**
   * What the server is called, and what is much like it, the nearest first: `['acme-2', 'acme']`. Where it plans in words of its own, `plan.acme-2.sql` stands in the place
   * of `plan.acme.sql`, and that of `plan.sql`.
   */
  readonly flavours?: readonly string[];
  /** Of so many test files that play the cases of a folder at the same time, which one this is, from 1 on: it plays its share. Default: all. */
  readonly share?: { readonly file: number; readonly of: number };
  /** The cases to play, by their names below the folder (`columns/add`). Default: all. One that is not there is an error, so that a case that was renamed does not fall silent. */
  readonly only?: readonly string[];
  /**
   * Ends a case when it is back where it began: neither is planned for that state once more, nor run up again. For a server whose neighbour plays every case to its end.
   */
  readonly isBrief?: boolean;
}
