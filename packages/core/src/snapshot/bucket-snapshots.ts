import { SyncError } from '../errors.js';
import { Bucket, type BucketPlace } from './bucket.js';
import { type SnapshotPlace, versionName, versionNamed } from './place.js';
import { type SnapshotOptions, snapshotsIn } from './snapshots-in.js';
import type { SnapshotStore } from './store.js';

/** Settings of a store in a bucket. */
export interface BucketSnapshotOptions extends SnapshotOptions, BucketPlace {
  /** The folder of the bucket that the snapshots are in. Default: its root. */
  readonly prefix?: string;
}

/** An object whose only use is to learn whether the server lets one writer of a name win. */
const mark = '.schema-sync';

/**
 * Keeps snapshots as objects of S3, or of a server that speaks as it does, `PREFIX/KEY/000001.json`. Each is put where there is none, or not at all; a server that
 * would overwrite is refused before the first is written.
 */
export function bucketSnapshots({ prefix = '', clock, ...place }: BucketSnapshotOptions): SnapshotStore {
  const folder = prefix.replace(/^\/+|\/+$/g, '');
  return snapshotsIn(bucketPlace(new Bucket(place), folder === '' ? '' : `${folder}/`), { ...(clock && { clock }) });
}

function bucketPlace(bucket: Bucket, root: string): SnapshotPlace {
  const keyOf = (folder: string, version: number) => `${root}${folder}/${versionName(version)}`;
  let knowsConditions: Promise<void> | undefined;

  async function tryConditions(): Promise<void> {
    const isThere = !(await bucket.putNew(`${root}${mark}`, ''));
    if (!isThere && (await bucket.putNew(`${root}${mark}`, ''))) throw bucket.overwrites();
  }

  return {
    label: (folder, version) => bucket.label(keyOf(folder, version)),
    async folders() {
      const found: string[] = [];
      for await (const name of bucket.names(root)) if (name.endsWith('/')) found.push(name.slice(0, -1));
      return found;
    },
    async versions(folder) {
      const found: number[] = [];
      for await (const name of bucket.names(`${root}${folder}/`)) found.push(...one(versionNamed(name)));
      return found;
    },
    async read(folder, version) {
      const key = keyOf(folder, version);
      const text = await bucket.get(key);
      if (text !== undefined) return text;
      throw new SyncError({
        code: 'SNAPSHOT_CORRUPT',
        op: 'snapshot.read',
        message: `${bucket.label(key)} is not there any more: somebody deleted it meanwhile`,
        hint: 'Restore it from an older version of the object, where the bucket keeps those, or take the snapshot again.',
      });
    },
    async publish(folder, version, text) {
      knowsConditions ??= tryConditions();
      await knowsConditions;
      return bucket.putNew(keyOf(folder, version), text);
    },
  };
}

function one<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
