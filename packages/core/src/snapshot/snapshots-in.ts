import { byCodeUnit } from '../model/address.js';
import type { SnapshotPlace } from './place.js';
import { decodeKey, encodeKey } from './snapshot-key.js';
import type { SnapshotStore, SnapshotVersion } from './store.js';
import { damagedIsAbsent, readSnapshotText, snapshotText } from './stored-snapshot.js';

/** Settings of a store. */
export interface SnapshotOptions {
  readonly clock?: () => Date;
}

/** How many versions are read at a time to be listed. */
const readAtOnce = 16;

/** A store of snapshots in a place that keeps texts apart by folder and number, and lets one writer of a number win. */
export function snapshotsIn(place: SnapshotPlace, { clock = () => new Date() }: SnapshotOptions = {}): SnapshotStore {
  async function load(folder: string, version: number) {
    return readSnapshotText(await place.read(folder, version), place.label(folder, version));
  }

  const newestIn = async (folder: string) => Math.max(0, ...(await place.versions(folder)));

  async function describe(key: string, version: number): Promise<SnapshotVersion> {
    const { snapshot, savedAt } = await load(encodeKey(key), version);
    return { key, version, root: snapshot.root, savedAt };
  }

  return {
    async read(key, version) {
      const folder = encodeKey(key);
      const versions = await place.versions(folder);
      const wanted = version ?? Math.max(0, ...versions);
      return versions.includes(wanted) ? (await load(folder, wanted)).snapshot : undefined;
    },

    async write(key, snapshot) {
      const folder = encodeKey(key);
      for (;;) {
        const newest = await newestIn(folder);
        const kept = newest > 0 ? await load(folder, newest).catch(damagedIsAbsent) : undefined;
        if (kept && kept.snapshot.content === snapshot.content && kept.snapshot.driver === snapshot.driver) {
          return { key, version: newest, root: snapshot.root, savedAt: kept.savedAt };
        }
        const savedAt = clock().toISOString();
        const version = newest + 1;
        if (await place.publish(folder, version, snapshotText(snapshot, savedAt))) {
          return { key, version, root: snapshot.root, savedAt };
        }
      }
    },

    async list(key) {
      const keys =
        key === undefined ? (await place.folders()).flatMap((name) => decodeKey(name) ?? []).sort(byCodeUnit) : [key];
      const found: { readonly key: string; readonly version: number }[] = [];
      for (const each of keys) {
        const versions = await place.versions(encodeKey(each));
        found.push(...versions.toSorted((a, b) => a - b).map((version) => ({ key: each, version })));
      }
      const listed: SnapshotVersion[] = [];
      for (let at = 0; at < found.length; at += readAtOnce) {
        const some = found.slice(at, at + readAtOnce);
        listed.push(...(await Promise.all(some.map((each) => describe(each.key, each.version)))));
      }
      return listed;
    },
  };
}
