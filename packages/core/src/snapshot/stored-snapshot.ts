import { isSyncError, SyncError } from '../errors.js';
import { openSnapshot, type Snapshot, takeSnapshot } from '../model/snapshot.js';

/** A snapshot as a store keeps it: readable as a snapshot file by itself. */
export function snapshotText(snapshot: Snapshot, savedAt: string): string {
  const { objects, ...header } = snapshot;
  return `${JSON.stringify({ ...header, savedAt, objects }, undefined, 1)}\n`;
}

/** Reads what {@link snapshotText} wrote. What was damaged since is refused, by name. */
export function readSnapshotText(
  text: string,
  origin: string,
): { readonly snapshot: Snapshot; readonly savedAt: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SyncError({
      code: 'SNAPSHOT_CORRUPT',
      op: 'snapshot.read',
      message: `${origin} is not JSON: it was damaged after it was written`,
      cause,
      hint: 'Restore the file from where it is kept, or take the snapshot again.',
    });
  }
  const { driver, catalogue } = openSnapshot(value, origin);
  const savedAt = (value as { readonly savedAt?: unknown }).savedAt;
  return { snapshot: takeSnapshot(driver, catalogue), savedAt: typeof savedAt === 'string' ? savedAt : '' };
}

/** For writers: a newest version that was damaged is no reason not to write the next. */
export function damagedIsAbsent(error: unknown): undefined {
  if (isSyncError(error) && error.code === 'SNAPSHOT_CORRUPT') return undefined;
  throw error;
}
