import { resolve } from 'node:path';
import { interpolate } from '../config/interpolate.js';
import type { LoadedConfig } from '../config/load-config.js';
import { placeIn } from '../config/place.js';
import type { ConnectionInput } from '../contract/connection-input.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { databaseSnapshots } from '../snapshot/database-snapshots.js';
import { fileSnapshots } from '../snapshot/file-snapshots.js';
import { gitSnapshots } from '../snapshot/git-snapshots.js';
import type { SnapshotStore } from '../snapshot/store.js';
import { usage } from './arguments.js';
import { bucketStore, type StoreCall } from './bucket-store.js';
import type { World } from './world.js';

const defaultStore = 'file:./.schema-sync/snapshots';

/** The store that the config names: one beside the target, or a table in it, which is connected to when something is read or written. */
export function snapshotStore(
  loaded: LoadedConfig,
  call: StoreCall,
  driver: Driver,
  target: (() => Promise<ConnectionInput>) | undefined,
): SnapshotStore {
  return storeBeside(loaded, call) ?? inDatabase(driver, target, call.world);
}

/** The store that the config names if it takes no driver to read; undefined for one in a database. */
export function storeBeside(loaded: LoadedConfig, call: StoreCall): SnapshotStore | undefined {
  const { config, directory, file } = loaded;
  const { world } = call;
  const store = interpolate(
    config.snapshots?.store ?? defaultStore,
    placeIn(file, 'snapshots.store'),
    world.environment,
  );
  if (store === 'database') return undefined;
  const clock = world.now;
  if (store.startsWith('file:')) return fileSnapshots(resolve(directory, store.slice('file:'.length)), { clock });
  const ref = /^git(?::(.+))?$/.exec(store);
  if (ref) return gitSnapshots(directory, { clock, ...(ref[1] !== undefined && { ref: ref[1] }) });
  if (/^s3:/i.test(store)) return bucketStore(store, loaded, call);
  throw new SyncError({
    code: 'CONFIG_INVALID',
    op: 'config',
    message: `${placeIn(file, 'snapshots.store')} cannot be ${JSON.stringify(store)}`,
    hint: 'It is file:FOLDER, git or git:BRANCH, s3://BUCKET/PREFIX, or database for a table in the target.',
  });
}

function inDatabase(driver: Driver, target: (() => Promise<ConnectionInput>) | undefined, world: World): SnapshotStore {
  async function use<T>(access: 'read' | 'write', work: (store: SnapshotStore) => Promise<T>): Promise<T> {
    if (!target) throw usage('snapshots are kept in the database, and none was named', 'Pass --url or --profile.');
    const options = driver.options(await target());
    await using connection = await driver.connect(options, { access, missing: 'refuse', recover: true });
    return await work(databaseSnapshots(connection, driver, { clock: world.now }));
  }
  return {
    read: (key, version) => use('read', (store) => store.read(key, version)),
    write: (key, snapshot) => use('write', (store) => store.write(key, snapshot)),
    list: (key) => use('read', (store) => store.list(key)),
  };
}
