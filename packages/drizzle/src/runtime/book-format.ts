import type { Address, Hash, RenameHint, Snapshot } from '@sync/core';

/** A migration of a plugin, as the journal lists it: what Drizzle's own lists hold, and what is ours. */
export interface JournalEntry {
  readonly idx: number;
  readonly version: string;
  /** When it was made, in milliseconds. */
  readonly when: number;
  readonly tag: string;
  readonly breakpoints: boolean;
  /** What was declared; of a database that was found as it was, the hash of that. */
  readonly hash?: string;
  readonly how?: 'found' | 'migrated' | 'rolled back' | 'taken over' | 'handed over';
  /** Plugins that it took tables over from. */
  readonly from?: readonly string[];
}

/** The newest entry says what of the database is the plugin's. */
export interface NewestEntry extends JournalEntry {
  /** The schema that its tables lie in; absent where it is `public`, or the engine has none. */
  readonly namespace?: string;
  /** What it has made, and what stands in none of it. */
  readonly owns?: readonly Address[];
}

/** What is kept with each migration. */
export interface KeptSnapshot {
  /** Tells it from what other tools keep in a table of this name. */
  readonly by: 'schema-sync';
  readonly schema: Snapshot;
  /** What ran. */
  readonly sql: readonly string[];
  /** The plan that it was. */
  readonly plan?: Hash;
  readonly renames?: readonly Pick<RenameHint, 'from' | 'to'>[];
}

/** The same without the state. */
export type KeptOutline = Pick<KeptSnapshot, 'by' | 'sql' | 'renames'>;

/** How the database stands with one plugin, by the books. */
export interface PluginRecord {
  readonly plugin: string;
  readonly entries: readonly NewestEntry[];
}

/** One of the seed's rows: a migration that ran. */
export interface MigrationRow {
  readonly id: number;
  readonly hash: string;
  readonly createdAt: number;
}
