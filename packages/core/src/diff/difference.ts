import type { Change, Rename, RenameHint } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Unforetold } from '../contract/kind.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';

/** What stands between two catalogues. */
export interface Difference {
  /** In the order of addresses; empty means in sync. */
  readonly changes: readonly Change[];
  /** The renames that were applied. */
  readonly renames: readonly Rename[];
  /** Base address → goal address of each object that a rename moves, with what lies in it. */
  readonly moved: ReadonlyMap<Address, Address>;
  /** The same the other way: goal address → base address. */
  readonly origins: ReadonlyMap<Address, Address>;
  /** What looks like a rename and was not declared as one: planned as a drop and an add until somebody says so. */
  readonly suspects: readonly RenameSuspect[];
  /** Renames that were stated and are not made, with the reason. */
  readonly unmade: readonly UnmadeRename[];
  /** What is managed. */
  readonly base: Catalogue;
  readonly goal: Catalogue;
  /** What is managed, and what is left alone beside it: what planning looks at. */
  readonly whole: { readonly base: Catalogue; readonly goal: Catalogue };
  /** Addresses in the goal of what is left alone and will read in a way that nobody can foretell. */
  readonly unforetold: ReadonlyMap<Address, Unforetold>;
}

/** A stated rename that is not made. */
export interface UnmadeRename {
  /** Where it was written: `schema.sql:12`. */
  readonly at: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /**
   * `made`: nothing with the old name is left to rename. `missing`: neither name is there. `occupied`: both are there, and the old one is dropped. `wanted`: the
   * desired state has the old name, too. `traded`: the names seem to have traded places already, since as they are they are nearer to the desired state. `left-alone`:
   * both are there, and the old one is not managed.
   */
  readonly reason: 'traded' | 'made' | 'missing' | 'occupied' | 'wanted' | 'left-alone';
  /** Both are there because the first of two phases kept them in step, and the second, which this is a part of, takes the old one away. */
  readonly inStep?: true;
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

/** What a run that did not end took down, and did not bring back. */
export interface Lost {
  /** As it was to come back. */
  readonly object: SchemaObject;
  /** As it was. */
  readonly before: SchemaObject;
  /** Whether it was left alone. */
  readonly kept: boolean;
}

/** What a differ may look at beside the two catalogues. */
export interface DiffOptions {
  readonly driver: Driver;
  readonly server: Server;
  readonly hints?: readonly RenameHint[];
  /** What the database holds and is left alone. The goal holds it too, as far as it can stand there. */
  readonly kept?: Catalogue;
  /** What the desired state holds and is left out of it, because it is not managed. */
  readonly leftOut?: Catalogue;
  /** What is not there because a run did not end; what of it is left alone is put back. */
  readonly lost?: readonly Lost[];
}

/** Calculates differences. Replaceable through `createEngine`. */
export type Differ = (base: Catalogue, goal: Catalogue, options: DiffOptions) => Difference;
