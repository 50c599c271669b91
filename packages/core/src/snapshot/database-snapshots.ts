import { type Book, insertRow } from '../books/book.js';
import { readRows } from '../books/read-book.js';
import { openBook } from '../books/version.js';
import type { Connection } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Driver } from '../contract/driver.js';
import { byCodeUnit } from '../model/address.js';
import type { Snapshot } from '../model/snapshot.js';
import { decodeKey, encodeKey } from './snapshot-key.js';
import type { SnapshotOptions } from './snapshots-in.js';
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

/** Keeps snapshots in a table of a database that is schema-sync's own, `_schema_sync_snapshots`. The connection stays the caller's to close. */
export function databaseSnapshots(
  connection: Connection,
  driver: Driver,
  { clock = () => new Date() }: SnapshotOptions = {},
): SnapshotStore {
  return new DatabaseSnapshots(connection, driver.dialect, clock);
}

class DatabaseSnapshots implements SnapshotStore {
  constructor(
    private readonly connection: Connection,
    private readonly dialect: Dialect,
    private readonly clock: () => Date,
  ) {}

  async list(key?: string): Promise<readonly SnapshotVersion[]> {
    const where = key === undefined ? {} : { key: encodeKey(key) };
    const rows = await readRows(this.connection, book, where, this.dialect, ['key', 'version', 'root', 'saved_at']);
    return rows
      .flatMap((row) => {
        const decoded = decodeKey(String(row.key));
        return decoded === undefined
          ? []
          : [{ key: decoded, version: Number(row.version), root: String(row.root), savedAt: String(row.saved_at) }];
      })
      .sort((a, b) => byCodeUnit(a.key, b.key) || a.version - b.version);
  }

  async read(key: string, version?: number): Promise<Snapshot | undefined> {
    const wanted = version ?? (await this.newest(key))?.version;
    return wanted === undefined ? undefined : this.load(key, wanted);
  }

  async write(key: string, snapshot: Snapshot): Promise<SnapshotVersion> {
    await openBook(this.connection, book, this.dialect);
    for (;;) {
      const newest = await this.newest(key);
      const kept = newest && (await this.load(key, newest.version).catch(damagedIsAbsent));
      if (newest && kept?.content === snapshot.content && kept.driver === snapshot.driver) return newest;
      const next = {
        key,
        version: (newest?.version ?? 0) + 1,
        root: snapshot.root,
        savedAt: this.clock().toISOString(),
      };
      try {
        await this.insert(next, snapshot);
        return next;
      } catch (error) {
        // Another writer took the number: only then is there a newer version now.
        if (((await this.newest(key))?.version ?? 0) < next.version) throw error;
      }
    }
  }

  private async newest(key: string): Promise<SnapshotVersion | undefined> {
    return (await this.list(key)).at(-1);
  }

  private async load(key: string, version: number): Promise<Snapshot | undefined> {
    const { connection, dialect } = this;
    const [row] = await readRows(connection, book, { key: encodeKey(key), version }, dialect, ['content']);
    return (
      row &&
      readSnapshotText(String(row.content), `snapshot ${key} version ${version} in ${connection.database}`).snapshot
    );
  }

  private insert({ key, version, root, savedAt }: SnapshotVersion, snapshot: Snapshot): Promise<void> {
    const content = snapshotText(snapshot, savedAt);
    const row = { key: encodeKey(key), version, root, driver: snapshot.driver, saved_at: savedAt, content };
    return this.connection.execute(insertRow(book, row, this.dialect));
  }
}
