import { type Book, insertRow } from '../books/book.js';
import { readRows } from '../books/read-book.js';
import { openBook } from '../books/version.js';
import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { byCodeUnit } from '../model/address.js';
import type { Snapshot } from '../model/snapshot.js';
import { decodeKey, encodeKey } from './snapshot-key.js';
import type { SnapshotStore, SnapshotVersion } from './store.js';
import { damagedIsAbsent, readSnapshotText, snapshotText } from './stored-snapshot.js';

type Column = 'key' | 'version' | 'root' | 'driver' | 'saved_at' | 'content';

/** Keys are stored encoded, since collations may take two of them for one. */
const book: Book<Column> = {
  table: '_schema_sync_snapshots',
  columns: { key: 'key', version: 'integer', root: 'text', driver: 'text', saved_at: 'text', content: 'text' },
  key: ['key', 'version'],
  version: 1,
};

/** Settings of a store in a database. */
export interface DatabaseSnapshotOptions {
  readonly clock?: () => Date;
}

/** Keeps snapshots in a table of a database that is schema-sync's own, `_schema_sync_snapshots`. The connection stays the caller's to close. */
export function databaseSnapshots(
  connection: Connection,
  driver: Driver,
  { clock = () => new Date() }: DatabaseSnapshotOptions = {},
): SnapshotStore {
  const { dialect } = driver;

  async function versions(key?: string): Promise<readonly SnapshotVersion[]> {
    const where = key === undefined ? {} : { key: encodeKey(key) };
    const rows = await readRows(connection, book, where, dialect, ['key', 'version', 'root', 'saved_at']);
    return rows
      .flatMap((row) => {
        const decoded = decodeKey(String(row.key));
        return decoded === undefined
          ? []
          : [{ key: decoded, version: Number(row.version), root: String(row.root), savedAt: String(row.saved_at) }];
      })
      .sort((a, b) => byCodeUnit(a.key, b.key) || a.version - b.version);
  }

  async function load(key: string, version: number): Promise<Snapshot | undefined> {
    const [row] = await readRows(connection, book, { key: encodeKey(key), version }, dialect, ['content']);
    return (
      row &&
      readSnapshotText(String(row.content), `snapshot ${key} version ${version} in ${connection.database}`).snapshot
    );
  }

  return {
    async read(key, version) {
      const wanted = version ?? (await versions(key)).at(-1)?.version;
      return wanted === undefined ? undefined : load(key, wanted);
    },

    async write(key, snapshot) {
      await openBook(connection, book, dialect);
      for (;;) {
        const newest = (await versions(key)).at(-1);
        const kept = newest && (await load(key, newest.version).catch(damagedIsAbsent));
        if (newest && kept?.content === snapshot.content && kept.driver === snapshot.driver) return newest;
        const version = (newest?.version ?? 0) + 1;
        const savedAt = clock().toISOString();
        const content = snapshotText(snapshot, savedAt);
        const row = {
          key: encodeKey(key),
          version,
          root: snapshot.root,
          driver: snapshot.driver,
          saved_at: savedAt,
          content,
        };
        const failure = await connection.execute(insertRow(book, row, dialect)).then(
          () => undefined,
          (error: unknown) => ({ error }),
        );
        if (!failure) return { key, version, root: snapshot.root, savedAt };
        // Another writer took the number: only then is there a newer version now.
        if (((await versions(key)).at(-1)?.version ?? 0) < version) throw failure.error;
      }
    },

    list: versions,
  };
}
