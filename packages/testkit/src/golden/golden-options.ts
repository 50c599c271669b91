import type { Driver } from '@sync/core';
import type { TestTarget } from '../contract/options.js';
import type { HoldingQueries } from './holdings.js';

/** What golden cases need beside their folders. */
export interface GoldenOptions extends HoldingQueries {
  readonly driver: Driver;
  /** Makes a new, empty database for each case. */
  readonly open: () => TestTarget | Promise<TestTarget>;
}
