import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Batch } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import type { Address } from '../model/address.js';
import type { Hash } from '../model/hash.js';

/** Everything that is going to happen, as a file: reviewed by people, run by `apply`. */
export interface Plan {
  readonly format: 1;
  /** The hash of the rest: names the plan in journals, and shows damage. */
  readonly id: Hash;
  readonly driver: string;
  /** The server that it was rendered for. */
  readonly server: {
    readonly product: string;
    readonly version: string;
    /** What the server can, as far as the statements may depend on it. */
    readonly features?: readonly string[];
  };
  /** The state that it starts from, and refuses to start from any other. */
  readonly base: PlanState;
  readonly goal: PlanState;
  /** How the database was read; running reads it the same way. */
  readonly reading: PlanReading;
  readonly changes: readonly Change[];
  /** What the way down does, as the steps of `down` refer to it. */
  readonly inverse: readonly Change[];
  readonly up: readonly Batch[];
  /** The way back, from the same planner. */
  readonly down: readonly Batch[];
  /** Why there is no way back, where what is done stays for good; `down` and `inverse` are empty then. */
  readonly lasting?: Lasting;
  /** What the way back cannot bring back. */
  readonly irreversible: readonly Irreversible[];
  /** What is changed online; absent where nothing is. */
  readonly online?: PlannedOnline;
  /** The part of a change that it is, where that is made in two. */
  readonly phase?: 'expand' | 'contract';
  /** The rows that are written, and what there is of them in the state that the plan starts from. */
  readonly seeds?: readonly PlannedSeed[];
  readonly proof?: Proof;
  /** The run that its way down takes back, together with the stopped runs whose leftovers that went on with: made when somebody went back, and not before. */
  readonly takesBack?: string;
}

/** What no way back undoes. */
export interface Lasting {
  readonly change: string;
  readonly because: string;
  readonly hint?: string;
}

/** Why a plan changes tables in steps that keep nobody waiting: all of them, as somebody asked, or those that were large when it was made. */
export interface PlannedOnline {
  readonly asked?: true;
  readonly fromRows?: number;
  /** About how many rows the server took them to have. */
  readonly large?: readonly { readonly address: Address; readonly rows: number }[];
}

/** Seed rows of one table that a plan writes. */
export interface PlannedSeed extends Seed {
  /** What the table and the columns are called before the plan; absent where the table is not there yet. */
  readonly before?: SeedNames;
  /** What the database holds of each row before the plan, null where there is no such row. */
  readonly found: readonly (FoundRow | null)[];
}

/** What a table and its columns are called at some time, each by the name that a seed has for it. What is not there has none. */
export interface SeedNames {
  readonly schema?: string;
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What a database holds in place of a seed row. */
export interface FoundRow {
  /** The columns beside the key that hold what the row says. */
  readonly same: readonly string[];
  /** The hash of what the others hold. */
  readonly others?: Hash;
}

/** A state by its hashes, enough to say what differs from it. */
export interface PlanState {
  readonly root: Hash;
  readonly objects: Readonly<Record<Address, Hash>>;
  /** What is left alone and could be harmed by the plan's changes; null where it must be there and only the server knows its text. */
  readonly kept?: Readonly<Record<Address, Hash | null>>;
}

/** The inspection options that a plan depends on. */
export interface PlanReading {
  readonly exclude: readonly string[];
  readonly with: readonly string[];
  /** The schemas inside the database that are managed; absent where all are, or the engine has none. */
  readonly schemas?: readonly string[];
  /** What is otherwise left alone, and the desired state names: another tool's bookkeeping tables, and what those stand on. */
  readonly claimed: readonly Address[];
}

/** A loss that no way down mends. */
export interface Irreversible {
  readonly change: string;
  readonly reason: string;
}

/** What was tried in a scratch database before anything touched the target. */
export interface Proof {
  /** `base → up → goal`, re-inspected. */
  readonly up: boolean;
  /** `goal → down → base`, re-inspected. */
  readonly down: boolean;
  readonly server: string;
  /** How many of the seed rows were written, too, where there are some: one that refers to rows of the target cannot be tried. */
  readonly seeds?: { readonly tried: number; readonly of: number };
  /** Why it could not be tried, where it could not. */
  readonly reason?: string;
  /** How much of a large base was built: what the plan changes, and all that its statements can meet there. */
  readonly part?: { readonly objects: number; readonly of: number };
}

/** What a planner may look at. */
export interface PlanOptions {
  readonly driver: Driver;
  readonly server: Server;
  readonly reading: PlanReading;
  /** What is to be changed online where it is there already. Default: nothing. */
  readonly online?: ReadonlySet<Address>;
  /** What `Driver.wear` says of what is altered, by its addresses in the goal. */
  readonly wear?: ReadonlyMap<Address, number>;
  /** Whether it leads back to a state that the database was in. The way down of every plan does. */
  readonly isWayBack?: boolean;
}

/** Turns a difference into a plan. Replaceable through `createEngine`. */
export type Planner = (difference: Difference, options: PlanOptions) => Plan;
