import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  generateDrizzleJson,
  generateMigration,
  generateMySQLDrizzleJson,
  generateMySQLMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as overMysql } from 'drizzle-orm/mysql2';
import { migrate as migrateMysql } from 'drizzle-orm/mysql2/migrator';
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import type { Declared } from './story.js';

type Casing = 'snake_case' | 'camelCase' | undefined;

/** Drizzle Kit's own generating and Drizzle's own migrating, for one engine. */
export interface Kit {
  /** The statements from one state to another; from nothing where there is no first. */
  statements(from: Declared | undefined, to: Declared, casing: Casing): Promise<readonly string[]>;
  migrate(url: string, migrationsFolder: string): Promise<void>;
  /** A state as the tool draws it in its snapshots. */
  drawn(state: Declared): Promise<unknown>;
}

export const postgresKit: Kit = {
  drawn: (state) => Promise.resolve(generateDrizzleJson({ ...state })),
  async statements(from = {}, to, casing) {
    const [before, after] = [from, to].map((each) => generateDrizzleJson({ ...each }, undefined, undefined, casing));
    return before && after ? await generateMigration(before, after) : [];
  },
  async migrate(url, migrationsFolder) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await migratePostgres(overPostgres({ client }), { migrationsFolder });
    } finally {
      await client.end();
    }
  },
};

export const mysqlKit: Kit = {
  drawn: (state) => generateMySQLDrizzleJson({ ...state }),
  async statements(from = {}, to, casing) {
    const before = await generateMySQLDrizzleJson({ ...from }, undefined, casing);
    return await generateMySQLMigration(before, await generateMySQLDrizzleJson({ ...to }, undefined, casing));
  },
  async migrate(url, migrationsFolder) {
    const client = await createConnection({
      uri: Object.assign(new URL(url.replace('mariadb:', 'mysql:')), { search: '' }).href,
    });
    try {
      await migrateMysql(overMysql({ client }), { migrationsFolder });
    } finally {
      await client.end();
    }
  },
};

export const sqliteKit: Kit = {
  drawn: (state) => generateSQLiteDrizzleJson({ ...state }),
  async statements(from = {}, to, casing) {
    const before = await generateSQLiteDrizzleJson({ ...from }, undefined, casing);
    return await generateSQLiteMigration(before, await generateSQLiteDrizzleJson({ ...to }, undefined, casing));
  },
  migrate(url, migrationsFolder) {
    const client = new Database(url.replace('sqlite:', ''));
    try {
      migrateSqlite(overSqlite({ client }), { migrationsFolder });
      return Promise.resolve();
    } finally {
      client.close();
    }
  },
};

/** Migrations of one database, as Drizzle Kit leaves them in a folder. */
export class KitHistory {
  readonly folder = mkdtempSync(join(tmpdir(), 'schema-sync-drizzle-'));
  private readonly entries: { readonly idx: number; readonly tag: string; readonly when: number }[] = [];
  private now: Declared | undefined;

  constructor(
    private readonly kit: Kit,
    private readonly url: string,
    private readonly casing: Casing,
  ) {}

  async migrateTo(goal: Declared): Promise<void> {
    const statements = await this.kit.statements(this.now, goal, this.casing);
    const idx = this.entries.length;
    const entry = { idx, version: '7', when: 1_700_000_000_000 + idx * 1000, tag: `000${idx}_step`, breakpoints: true };
    this.entries.push(entry);
    mkdirSync(join(this.folder, 'meta'), { recursive: true });
    writeFileSync(join(this.folder, `${entry.tag}.sql`), statements.join('--> statement-breakpoint\n'));
    writeFileSync(
      join(this.folder, 'meta/_journal.json'),
      JSON.stringify({ version: '7', dialect: 'any', entries: this.entries }),
    );
    if (statements.length > 0) await this.kit.migrate(this.url, this.folder);
    this.now = goal;
  }

  /** Takes a state for the one that the database is in. */
  stand(now: Declared): void {
    this.now = now;
  }

  /** Writes the snapshot of the state that the database is in beside the migration that led there. */
  async draw(): Promise<void> {
    const drawn = JSON.stringify(await this.kit.drawn(this.now ?? {}));
    writeFileSync(join(this.folder, `meta/000${this.entries.length - 1}_snapshot.json`), drawn);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
