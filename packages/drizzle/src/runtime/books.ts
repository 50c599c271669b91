import { type Connection, type Dialect, type Json, type Statement, sql } from '@sync/core';
import type {
  JournalEntry,
  KeptOutline,
  KeptSnapshot,
  MigrationRow,
  NewestEntry,
  PluginRecord,
} from './book-format.js';
import { migratorError } from './errors.js';

/** How an engine has the tables that migrations are noted in. */
interface BookShape {
  /** As Drizzle calls the engine. */
  readonly dialect: string;
  readonly migrations: string;
  readonly journal: string;
  readonly snapshots: string;
  /** A query that returns a row where they are there. */
  readonly find: Statement;
  readonly create: readonly Statement[];
  /** What they lie in, where that may have to be made: whoever may write there need not be allowed to make it, even where it is. */
  readonly place?: { readonly find: Statement; readonly create: Statement };
  /** An expression for what tells of a state without being it: of what is kept, that which history is made of. */
  readonly outline: string;
}

/** Where a tenant is a schema it has books of its own, under the names that they have on engines without schemas. */
function postgres(schema: string | undefined, { quote }: Pick<Dialect, 'quote'>): BookShape {
  const within = schema === undefined ? 'migrations' : quote(schema);
  const before = schema === undefined ? '_' : 'migrations_';
  const named = (name: string) => `${within}.${before}${name}`;
  const [migrations, journal, snapshots] = [named('migrations'), named('journal'), named('snapshots')];
  return {
    dialect: 'postgresql',
    ...(schema === undefined && {
      place: {
        find: { text: "SELECT 1 AS there FROM pg_catalog.pg_namespace WHERE nspname = 'migrations'" },
        create: sql`CREATE SCHEMA IF NOT EXISTS migrations`,
      },
    }),
    migrations,
    journal,
    snapshots,
    outline: "jsonb_build_object('by', snapshot->'by', 'sql', snapshot->'sql', 'renames', snapshot->'renames')",
    find: {
      text: 'SELECT 1 AS there FROM pg_catalog.to_regclass($1) AS found WHERE found IS NOT NULL',
      params: [snapshots],
    },
    create: [
      sql`
      CREATE TABLE IF NOT EXISTS ${migrations} (
        id SERIAL PRIMARY KEY,
        plugin_name TEXT NOT NULL,
        hash TEXT NOT NULL,
        created_at BIGINT NOT NULL
      )`,
      sql`
      CREATE TABLE IF NOT EXISTS ${journal} (
        plugin_name TEXT PRIMARY KEY,
        version TEXT NOT NULL,
        dialect TEXT NOT NULL DEFAULT 'postgresql',
        entries JSONB NOT NULL DEFAULT '[]'
      )`,
      sql`
      CREATE TABLE IF NOT EXISTS ${snapshots} (
        id SERIAL PRIMARY KEY,
        plugin_name TEXT NOT NULL,
        idx INTEGER NOT NULL,
        snapshot JSONB NOT NULL,
        created_at TIMESTAMP DEFAULT NOW(),
        UNIQUE (plugin_name, idx)
      )`,
    ],
  };
}

const prefixed = {
  migrations: 'migrations_migrations',
  journal: 'migrations_journal',
  snapshots: 'migrations_snapshots',
} as const;

const sqlite: BookShape = {
  dialect: 'sqlite',
  ...prefixed,
  outline: "json_object('by', snapshot->'$.by', 'sql', snapshot->'$.sql', 'renames', snapshot->'$.renames')",
  find: { text: "SELECT 1 AS there FROM sqlite_master WHERE type = 'table' AND name = 'migrations_snapshots'" },
  create: [
    sql`
      CREATE TABLE IF NOT EXISTS migrations_migrations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plugin_name TEXT NOT NULL,
        hash TEXT NOT NULL,
        created_at INTEGER NOT NULL
      )`,
    sql`
      CREATE TABLE IF NOT EXISTS migrations_journal (
        plugin_name TEXT PRIMARY KEY,
        version TEXT NOT NULL,
        dialect TEXT NOT NULL DEFAULT 'sqlite',
        entries TEXT NOT NULL DEFAULT '[]'
      )`,
    sql`
      CREATE TABLE IF NOT EXISTS migrations_snapshots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plugin_name TEXT NOT NULL,
        idx INTEGER NOT NULL,
        snapshot TEXT NOT NULL,
        created_at TEXT DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (plugin_name, idx)
      )`,
  ],
};

/** Texts cannot be keys here, and two names that differ in their case are two. */
const mysqlName = 'VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const mysql: BookShape = {
  dialect: 'mysql',
  ...prefixed,
  outline:
    "json_object('by', json_extract(snapshot, '$.by'), 'sql', json_extract(snapshot, '$.sql'), 'renames', json_extract(snapshot, '$.renames'))",
  find: {
    text: "SELECT 1 AS there FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrations_snapshots'",
  },
  create: [
    sql`
      CREATE TABLE IF NOT EXISTS migrations_migrations (
        id BIGINT AUTO_INCREMENT PRIMARY KEY,
        plugin_name ${mysqlName} NOT NULL,
        hash VARCHAR(255) NOT NULL,
        created_at BIGINT NOT NULL
      )`,
    sql`
      CREATE TABLE IF NOT EXISTS migrations_journal (
        plugin_name ${mysqlName} PRIMARY KEY,
        version VARCHAR(16) NOT NULL,
        dialect VARCHAR(16) NOT NULL DEFAULT 'mysql',
        entries LONGTEXT NOT NULL
      )`,
    sql`
      CREATE TABLE IF NOT EXISTS migrations_snapshots (
        id BIGINT AUTO_INCREMENT PRIMARY KEY,
        plugin_name ${mysqlName} NOT NULL,
        idx INT NOT NULL,
        snapshot LONGTEXT NOT NULL,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (plugin_name, idx)
      )`,
  ],
};

const shapes: Readonly<Record<string, BookShape>> = {
  sqlite,
  rqlite: sqlite,
  mysql,
  mariadb: mysql,
};

/** Whether migrations are noted in databases of this driver: those that it was tried on. */
export function hasBooks(driver: string): boolean {
  return driver === 'postgres' || Object.hasOwn(shapes, driver);
}

/** What is added to the books when something was migrated. */
export interface Note {
  readonly entry: NewestEntry;
  /** A state of ours, or one as another tool drew it. */
  readonly kept: unknown;
}

/** The parts of a query between which its parameters stand: a name in it may hold what looks like the mark of one. */
export type Question = readonly string[];

/** A question with the marks of an engine. */
export function marked(question: Question, { bookkeeping }: Pick<Dialect, 'bookkeeping'>): string {
  return question.reduce((text, part, i) => `${text}${bookkeeping.placeholder(i)}${part}`);
}

/** The tables in which migrations are noted, in the database itself: what they hold, and the statements that write them. */
export class Books {
  private readonly shape: BookShape;

  constructor(
    driver: string,
    private readonly dialect: Dialect,
    schema?: string,
  ) {
    this.shape = shapes[driver] ?? postgres(schema, dialect);
  }

  /** Whether a table is one of the books, by the name that Drizzle tells it from others by: with its schema, or `public` before it. */
  isOne(uniqueName: string): boolean {
    const { migrations, journal, snapshots } = this.shape;
    const all = this.shape.place
      ? [migrations, journal, snapshots]
      : Object.values(prefixed).map((name) => `public.${name}`);
    return all.includes(uniqueName.toLowerCase());
  }

  /** The last hash of each plugin: what is asked where nothing may have changed. */
  get newest(): Question {
    const { migrations } = this.shape;
    return [
      `SELECT plugin_name, hash FROM ${migrations} WHERE id IN (SELECT max(id) FROM ${migrations} GROUP BY plugin_name)`,
    ];
  }

  /** The same of one plugin, which is its only parameter. */
  get newestOf(): Question {
    return [`SELECT hash FROM ${this.shape.migrations} WHERE plugin_name = `, ' ORDER BY id DESC LIMIT 1'];
  }

  async areThere(connection: Connection): Promise<boolean> {
    return (await connection.query(this.shape.find)).length > 0;
  }

  /** Makes the tables where they are not there; whoever else does at the same time waits. */
  async make(connection: Connection, lock: { readonly waitMs: number; readonly signal?: AbortSignal }): Promise<void> {
    if (await this.areThere(connection)) return;
    await using _ = await this.lock(connection, lock);
    if (await this.areThere(connection)) return;
    const { create, place } = this.shape;
    const isPlaced = !place || (await connection.query(place.find)).length > 0;
    const statements = [...(isPlaced ? [] : [place.create]), ...create];
    if (connection.atomically) await connection.atomically(statements);
    else for (const statement of statements) await connection.execute(statement);
  }

  /** Has others wait who would note something of any plugin. */
  lock(
    connection: Connection,
    { waitMs, signal }: { readonly waitMs: number; readonly signal?: AbortSignal | undefined },
  ) {
    return connection.lock('drizzle-books', { waitMs, ...(signal && { signal }) });
  }

  /** What is noted of all plugins. */
  async records(connection: Connection): Promise<readonly PluginRecord[]> {
    const rows = await connection.query<{ readonly plugin_name: string; readonly entries: unknown }>({
      text: `SELECT plugin_name, entries FROM ${this.shape.journal} ORDER BY plugin_name`,
    });
    return rows.map(({ plugin_name: plugin, entries: noted }) => {
      const entries = parsed(noted);
      if (Array.isArray(entries)) return { plugin, entries: entries as readonly NewestEntry[] };
      throw migratorError(
        'JOURNAL_CORRUPT',
        `what ${this.shape.journal} notes of it cannot be read: it is no list`,
        'Nothing was touched. Restore the row from a backup. Where there is none, take out the rows of the plugin in all three tables: what it declares is found as it is then.',
        { plugin },
      );
    });
  }

  async hashOf(connection: Connection, plugin: string): Promise<string | undefined> {
    const [row] = await connection.query<{ readonly hash: string }>({
      text: marked(this.newestOf, this.dialect),
      params: [plugin],
    });
    return row?.hash;
  }

  /** The migration that was noted last. */
  async lastOf(connection: Connection, plugin: string): Promise<MigrationRow | undefined> {
    const [row] = await connection.query<Record<'id' | 'hash' | 'created_at', string | number>>({
      text: `SELECT id, hash, created_at FROM ${this.shape.migrations} WHERE plugin_name = ${this.at(1)} ORDER BY id DESC LIMIT 1`,
      params: [plugin],
    });
    return row && { id: Number(row.id), hash: String(row.hash), createdAt: Number(row.created_at) };
  }

  /** How many states of a plugin are kept. */
  async countSnapshots(connection: Connection, plugin: string): Promise<number> {
    const [row] = await connection.query<{ readonly n: string | number }>({
      text: `SELECT count(*) AS n FROM ${this.shape.snapshots} WHERE plugin_name = ${this.at(1)}`,
      params: [plugin],
    });
    return Number(row?.n);
  }

  /** What is kept with a migration of a plugin. */
  async snapshot(connection: Connection, plugin: string, idx: number): Promise<unknown> {
    const [row] = await connection.query<{ readonly snapshot: unknown }>({
      text: `SELECT snapshot FROM ${this.shape.snapshots} WHERE plugin_name = ${this.at(1)} AND idx = ${this.at(2)}`,
      params: [plugin, idx],
    });
    return row && parsed(row.snapshot);
  }

  /** What is kept with all migrations of a plugin, without the states: a plugin may have as many as the years have weeks, each with all of its tables. */
  async outlines(connection: Connection, plugin: string): Promise<ReadonlyMap<number, KeptOutline>> {
    const { outline, snapshots } = this.shape;
    const rows = await connection.query<{ readonly idx: number; readonly outline: unknown }>({
      text: `SELECT idx, ${outline} AS outline FROM ${snapshots} WHERE plugin_name = ${this.at(1)} ORDER BY idx`,
      params: [plugin],
    });
    return new Map(
      rows.flatMap((row) => {
        const kept = parsed(row.outline);
        return isOurs(kept) ? [[Number(row.idx), kept]] : [];
      }),
    );
  }

  /**
   * Says that something has begun which does not commit at once: until it is noted as done, no declaration is the one that was migrated last. A plugin of which nothing is
   * noted needs none of that.
   */
  begin(plugin: string): Statement {
    return this.insert(this.shape.migrations, { plugin_name: plugin, hash: unfinished, created_at: Date.now() });
  }

  /**
   * The statements that note migrations after those that are noted: all of them commit with what they are about. Where each commits by itself, the hash comes last, and what
   * stopped before that is noted again.
   */
  note(plugin: string, before: readonly NewestEntry[] | undefined, notes: readonly Note[]): readonly Statement[] {
    const { migrations, journal, snapshots, dialect } = this.shape;
    const older = (before ?? []).map(({ namespace, owns, ...entry }): JournalEntry => entry);
    const added = notes.map(({ entry }) => entry);
    const entries = [...older, ...added.slice(0, -1).map(({ namespace, owns, ...entry }) => entry), ...added.slice(-1)];
    const list = JSON.stringify(entries);
    return [
      ...notes.flatMap(({ entry: { idx }, kept }) => [
        this.delete(snapshots, { plugin_name: plugin, idx }),
        this.insert(snapshots, { plugin_name: plugin, idx, snapshot: JSON.stringify(kept) }),
      ]),
      before
        ? {
            text: `UPDATE ${journal} SET entries = ${this.at(1)} WHERE plugin_name = ${this.at(2)}`,
            params: [list, plugin],
          }
        : this.insert(journal, { plugin_name: plugin, version: bookVersion, dialect, entries: list }),
      ...notes.map(({ entry: { hash = '', when } }) =>
        this.insert(migrations, { plugin_name: plugin, hash, created_at: when }),
      ),
      this.delete(migrations, { plugin_name: plugin, hash: unfinished }),
    ];
  }

  /** The statements that take out all that is noted of a plugin. */
  forget(plugin: string): readonly Statement[] {
    const { migrations, journal, snapshots } = this.shape;
    return [migrations, journal, snapshots].map((table) => this.delete(table, { plugin_name: plugin }));
  }

  private insert(table: string, row: Readonly<Record<string, Json>>): Statement {
    const marks = Object.keys(row).map((_, i) => this.at(i + 1));
    return {
      text: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`,
      params: Object.values(row),
    };
  }

  private delete(table: string, row: Readonly<Record<string, Json>>): Statement {
    const parts = Object.keys(row).map((name, i) => `${name} = ${this.at(i + 1)}`);
    return { text: `DELETE FROM ${table} WHERE ${parts.join(' AND ')}`, params: Object.values(row) };
  }

  private at(position: number): string {
    return this.dialect.bookkeeping.placeholder(position);
  }
}

/** In place of the hash of what is declared, while the database is on its way. */
const unfinished = 'unfinished';

/** As Drizzle Kit numbers the lists that it writes. */
export const bookVersion = '7';

/** What a column of JSON holds: a text, or what a client made of it. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Whether what is kept was kept by this package. */
export function isKept(value: unknown): value is KeptSnapshot {
  return isOurs(value);
}

function isOurs(value: unknown): value is KeptOutline {
  return (value as Partial<KeptOutline> | null | undefined)?.by === 'schema-sync';
}
