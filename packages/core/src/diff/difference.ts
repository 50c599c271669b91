import type { Change, Rename, RenameHint } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';

/** What stands between two catalogues. */
export interface Difference {
  /** In the order of addresses; empty means in sync. */
  readonly changes: readonly Change[];
  /** The renames that were applied. */
  readonly renames: readonly Rename[];
  /** Base address → goal address of each object that a rename moves, with what lies in it. */
  readonly moved: ReadonlyMap<Address, Address>;
  /** What looks like a rename and was not declared as one: planned as a drop and an add until somebody says so. */
  readonly suspects: readonly RenameSuspect[];
  readonly base: Catalogue;
  readonly goal: Catalogue;
}

/** A drop and an add that look like one thing under two names. */
export interface RenameSuspect {
  readonly kind: string;
  /** `['users', 'mail']` */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The object that a column belongs to. */
  readonly within?: Address;
}

/** What a differ may look at beside the two catalogues. */
export interface DiffOptions {
  readonly driver: Driver;
  readonly server: Server;
  readonly hints?: readonly RenameHint[];
}

/** Calculates differences. Replaceable through `createEngine`. */
export type Differ = (base: Catalogue, goal: Catalogue, options: DiffOptions) => Difference;
