import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { openSnapshot, takeSnapshot } from '../model/snapshot.js';
import type { PlanReading } from '../plan/plan-format.js';

/** A database as a run left it, and how it was read. */
export interface LeftState {
  readonly catalogue: Catalogue;
  readonly reading: PlanReading;
}

/** A state as the journal keeps it: a snapshot, packed, since that of a large database is of many megabytes. */
export async function packState({ catalogue, reading }: LeftState, { name }: Pick<Driver, 'name'>): Promise<string> {
  const text = JSON.stringify({ reading, snapshot: takeSnapshot(name, catalogue) });
  return (await promisify(gzip)(text, { level: 1 })).toString('base64');
}

/** Reads what {@link packState} wrote; what was damaged since is refused. */
export async function unpackState(packed: string, run: string): Promise<LeftState> {
  const origin = `the state that run ${run.slice(0, 8)} left`;
  let kept: { readonly reading: PlanReading; readonly snapshot: unknown };
  try {
    kept = JSON.parse((await promisify(gunzip)(Buffer.from(packed, 'base64'))).toString('utf8'));
  } catch (cause) {
    throw new SyncError({
      code: 'JOURNAL_CORRUPT',
      op: 'journal.read',
      message: `${origin} cannot be read: the journal (_schema_sync_runs) was edited or damaged`,
      cause,
      hint: 'Put the row right from a backup, or take what is there for the new base: schema-sync drift --adopt.',
    });
  }
  return { catalogue: openSnapshot(kept.snapshot, origin).catalogue, reading: kept.reading };
}
