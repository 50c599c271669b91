import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine, type Hash, type HistoryEntry, type TenantContext, tenantContext } from '@sync/core';
import driver from '@sync/driver-sqlite';
import Database from 'better-sqlite3';

/** A folder with one database and the files of a user, gone afterwards. */
export class Site implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'schema-sync-fault-'));
  readonly engine: Engine = createEngine({ driver });
  url = '';
  file = '';

  constructor(name = 'app.db') {
    this.move(name);
  }

  /** Looks for the database at another path in the folder. */
  move(name: string): void {
    this.file = join(this.folder, name);
    this.url = `sqlite:./${name.split('/').map(encodeURIComponent).join('/')}`;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get tenant(): TenantContext {
    return tenantContext({ id: 'default', target: { url: this.url, directory: this.folder } });
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  /** Works on the database with SQLite alone. */
  open<T>(work: (database: Database.Database) => T): T {
    const database = new Database(this.file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  run(...statements: readonly string[]): void {
    this.open((database) => {
      for (const statement of statements) database.exec(statement);
    });
  }

  count(table: string): number {
    return this.open((database) => database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number);
  }

  /** What SQLite itself finds wrong: nothing, in a database that is whole. */
  damage(): readonly unknown[] {
    return this.open((database) => {
      const integrity = database.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
      return [
        ...integrity.map((row) => row.integrity_check).filter((message) => message !== 'ok'),
        ...(database.pragma('foreign_key_check') as readonly unknown[]),
      ];
    });
  }

  async root(): Promise<Hash> {
    return (await this.engine.inspect(this.tenant)).catalogue.root;
  }

  history(): Promise<readonly HistoryEntry[]> {
    return this.engine.history(this.tenant);
  }
}
