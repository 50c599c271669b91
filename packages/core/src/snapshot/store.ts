import type { Snapshot } from '../model/snapshot.js';

/** One stored version of a snapshot. */
export interface SnapshotVersion {
  readonly key: string;
  /** Newest has the highest; from 1. */
  readonly version: number;
  readonly root: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

/** Somewhere to keep snapshots. Writers may run at the same time; a reader never sees half of one. */
export interface SnapshotStore {
  /** The newest version, or the one asked for; undefined where there is none. */
  read(key: string, version?: number): Promise<Snapshot | undefined>;
  /** Appends a version. Writing what the newest version already holds keeps that one. */
  write(key: string, snapshot: Snapshot): Promise<SnapshotVersion>;
  list(key?: string): Promise<readonly SnapshotVersion[]>;
}
