import type { ConnectionInput, Driver, Seed, Site } from '@sync/core';

/** A database made for a test: how to reach it, and how to get rid of it. */
export interface TestTarget {
  readonly url: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What relative paths are relative to. Default: the working directory. */
  readonly directory?: string;
  [Symbol.asyncDispose]?(): Promise<void>;
}

/** Two versions of one schema in the engine's own language, and the few statements that the suite needs beside them. */
export interface ContractSchemas {
  /** Builds the first version in an empty database. Holds at least one object of every kind that the driver lists, but for those that are opt-in. */
  readonly first: readonly string[];
  /** Adds at least one object of every opt-in kind to the first version. */
  readonly optIn?: readonly string[];
  /** The first version again, its statements in another order. */
  readonly reordered: readonly string[];
  /** The second version: something is new in it, something gone, something altered and something renamed. */
  readonly second: readonly string[];
  /** What is renamed between the versions, as `--rename` writes it: `people=users`, `users.mail=users.email`. */
  readonly renames: readonly string[];
  /** Writes one row into the first version. */
  readonly insert: string;
  /** Finds that row; finds nothing before it is written. */
  readonly select: string;
  /** A statement that the server refuses, on any schema. */
  readonly refused: string;
  /** Definitions that the server takes and that do not hold, on the first version: a statement each, or what it takes to have the server take it. Needed as soon as a kind has a `check`. */
  readonly flawed?: readonly (string | readonly string[])[];
  /** Queries that show the session's settings. Needed as soon as a batch of the driver's plans sets one. */
  readonly settings?: readonly string[];
  /** Rows for a table of the first version. */
  readonly seed: Seed;
}

/** Places that cannot be connected to, as far as the engine knows them. Each must fail in its own words. */
export interface BadTargets {
  /** Nobody answers. */
  readonly unreachable?: BadTarget;
  /** The server is there and does not let us in. */
  readonly credentials?: BadTarget;
  /** The server, or the folder, is there; the database is not. */
  readonly missing?: BadTarget;
  /** Something else is there. */
  readonly foreign?: BadTarget;
}

/** Makes one such place. */
export type BadTarget = () => TestTarget | Promise<TestTarget>;

/** What a driver's author says to the suite. What is tested follows from the driver itself. */
export interface ContractOptions {
  readonly driver: Driver;
  /** Makes a new, empty database for each test. */
  readonly target: () => TestTarget | Promise<TestTarget>;
  readonly schemas: ContractSchemas;
  readonly badTargets: BadTargets;
  /** Takes every lock on a database from whoever holds it, as a crash, a network or a lease that ran out may. Leave it out where that cannot happen while a process lives. */
  readonly loseLocks?: (target: ConnectionInput) => Promise<void>;
  /** By each word of the driver's `tenancy` the place in which a test's database lies, and a pattern with a star that meets its name. */
  readonly tenancy?: Readonly<
    Record<string, (target: ConnectionInput) => { readonly place: Site; readonly pattern: string }>
  >;
}

/** What a user would have written to reach a test's database. */
export function inputOf(target: TestTarget): ConnectionInput {
  const { url, settings, directory } = target;
  return { url, directory: directory ?? process.cwd(), ...(settings && { settings }) };
}
