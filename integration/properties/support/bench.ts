import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Compiled,
  createEngine,
  type Driver,
  type Engine,
  type Hash,
  inspect,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import driver from '@sync/driver-sqlite';
import Database from 'better-sqlite3';
import type { Schema } from './model.js';
import { printSchema, type Spelling } from './print.js';
import { insertRows } from './rows.js';

/** Where there is a file system in memory it is used: SQLite waits for the disk at each commit, and there are thousands of them here. */
const shared = '/dev/shm';

/** A folder for the databases of one run of a property, gone afterwards. */
export class Bench implements Disposable {
  readonly folder = mkdtempSync(join(existsSync(shared) ? shared : tmpdir(), 'schema-sync-'));
  readonly engine: Engine;
  private number = 0;

  constructor(used: Driver = driver) {
    this.engine = createEngine({ driver: used });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A new database file, made by SQLite alone. Triggers come after the rows, which they are not to touch. */
  database(schema: Schema, rows: readonly number[] = []): Target {
    const file = join(this.folder, `${++this.number}.db`);
    const database = new Database(file);
    try {
      const statements = printSchema(schema);
      const run = (triggers: boolean) => {
        for (const [i, thing] of schema.things.entries())
          if ((thing.is === 'trigger') === triggers) database.exec(statements[i] ?? '');
      };
      run(false);
      insertRows(database, schema, rows);
      run(true);
    } finally {
      database.close();
    }
    return new Target(file);
  }

  /** A database into which statements are run as they are. */
  databaseOf(statements: readonly string[]): Target {
    const file = join(this.folder, `${++this.number}.db`);
    const database = new Database(file);
    try {
      for (const statement of statements) database.exec(statement);
    } finally {
      database.close();
    }
    return new Target(file);
  }

  empty(): Target {
    return this.databaseOf([]);
  }

  /** A schema as a source that a user would write. */
  source(statements: readonly string[]): string {
    const folder = join(this.folder, `source-${++this.number}`);
    mkdirSync(folder);
    const texts = statements.length === 0 ? ['-- @empty\n'] : statements.map((statement) => `${statement};\n`);
    writeFileSync(join(folder, 'schema.sql'), texts.join('\n'));
    return folder;
  }

  compile(schema: Schema, spelling?: Spelling): Promise<Compiled> {
    return this.engine.compile(this.source(printSchema(schema, spelling)));
  }
}

/** One database file, as a tenant and as its observers see it. */
export class Target {
  readonly tenant: TenantContext;

  constructor(readonly file: string) {
    this.tenant = tenantContext({ id: 'property', target: { url: `sqlite:${encodeURI(file)}`, directory: '/' } });
  }

  async root(): Promise<Hash> {
    await using connection = await driver.connect(driver.options(this.tenant.target), { access: 'read' });
    return (await inspect(connection, driver)).catalogue.root;
  }

  /** Looks with SQLite alone. */
  observe<T>(look: (database: Database.Database) => T): T {
    const database = new Database(this.file, { readonly: true });
    try {
      return look(database);
    } finally {
      database.close();
    }
  }

  /** Does something to the database that is none of our business. */
  rewrite<T>(work: (database: Database.Database) => T): T {
    const database = new Database(this.file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  /** What SQLite itself finds wrong: nothing, in a database that is whole. */
  damage(): readonly unknown[] {
    return this.observe(damageOf);
  }
}

/** What SQLite finds wrong with a database. */
export function damageOf(database: Database.Database): readonly unknown[] {
  const integrity = database.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
  const found = integrity.map((row) => row.integrity_check).filter((message) => message !== 'ok');
  return [...found, ...(database.pragma('foreign_key_check') as readonly unknown[])];
}
