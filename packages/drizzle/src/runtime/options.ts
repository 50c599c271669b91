import type { ConnectionInput, Driver } from '@sync/core';
import type { Casing } from '../sql/language.js';

/** Tables and what goes with them, by the names that a plugin exports them by. */
export type PluginSchema = Readonly<Record<string, unknown>>;

/** Settings of one call that are told to whoever works on the database. */
export interface CallOptions {
  /** Aborted, nothing more begins, and what runs is rolled back where the engine can. */
  readonly signal?: AbortSignal;
  /** How many milliseconds to wait for whoever migrates the same plugin. Default: a minute. */
  readonly lockTimeout?: number;
  /** Whose database it is, where a program has one for each tenant: named in the journal and in errors. */
  readonly tenant?: string;
  /** Tells what is done, line by line. */
  readonly logger?: (line: string) => void;
  /** The same on standard error, where there is no logger. */
  readonly verbose?: boolean;
}

/** Settings of a call that changes the database. */
export interface ChangeOptions extends CallOptions, LossOptions {
  /** Tells what would run, and writes nothing at all. */
  readonly dryRun?: boolean;
  /** Whether a plan is tried in a throw-away database first. Default true. */
  readonly prove?: boolean;
}

/** What may be lost by a call. */
export interface LossOptions {
  /** Lets tables, columns and values go. */
  readonly allowDataLoss?: boolean;
  /** Lets everything go that a guard stops, and compares the database even where the schema is the one that was migrated last. */
  readonly force?: boolean;
}

/** Settings of a migration. */
export interface MigrateOptions extends ChangeOptions {
  /** Old names and what they are called now: `{ people: 'users', 'users.mail': 'users.email' }`. May stay for ever. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Tables that another plugin had until now, with its name: `{ notes: 'plugin-old' }`. They move with their rows, and the other forgets them. May stay for ever. */
  readonly takes?: Readonly<Record<string, string>>;
  /** Extensions of PostgreSQL that the schema needs: made where they are not there, and left when the plugin goes. */
  readonly extensions?: readonly string[];
  /** Where Drizzle Kit keeps the migrations that this plugin's tables were made by: read once, when the database is taken over. May stay for ever. */
  readonly drizzleKit?: string | DrizzleKitFolder;
}

/** A folder of Drizzle Kit's, and the table in which it notes what ran, where that is called otherwise than usual. */
export interface DrizzleKitFolder {
  readonly folder: string;
  /** Drizzle's `migrationsTable`. */
  readonly table?: string;
  /** Drizzle's `migrationsSchema`. */
  readonly schema?: string;
}

/** Settings of a migrator. */
export interface RuntimeMigratorOptions {
  /** The engine's driver. Default: `@sync/driver-…` of the engine that the database is of, found from the working directory. */
  readonly driver?: Driver;
  /** How names of columns are written. Default: what Drizzle was told. */
  readonly casing?: Casing;
  /** Plugins whose tables lie in `public`: the application itself. Default: `app`, `plugin-sql` and `@elizaos/plugin-sql`. */
  readonly main?: readonly string[];
  /** Where throw-away databases are made. Default: beside the database. */
  readonly scratch?: ConnectionInput;
}

/** A database that is reached through a driver of schema-sync, in place of Drizzle's. */
export interface SyncTarget {
  readonly driver: Driver;
  readonly url: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}
