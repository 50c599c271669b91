import sqlite3InitModule, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import {
  type AtomicOptions,
  type Committed,
  type Connection,
  checkFailure,
  type ExecuteOptions,
  type Lock,
  type Server,
  type Statement,
  SyncError,
  throwIfAborted,
} from '@sync/core';
import { parseVersion, refuseLeaving, settingPragmas, sqliteDialect, sqliteFeatures } from '@sync/dialect-sqlite';
import type { Row } from './answer.js';
import { closed, moved, statementError } from './errors.js';
import { product } from './product.js';

const place = 'the scratch database';

/** The version of SQLite that comes with this package. */
export const scratchVersion = [3, 50, 4] as const;

let loading: Promise<Sqlite3Static> | undefined;

/** A database in memory, in this process, of SQLite compiled to WebAssembly: nothing is built on the machine, and nothing asked of the cluster. */
export async function openScratch(): Promise<Connection> {
  loading ??= load();
  const sqlite = await loading;
  return new ScratchConnection(new sqlite.oo1.DB(':memory:', 'c'), sqlite);
}

async function load(): Promise<Sqlite3Static> {
  const sqlite = await sqlite3InitModule();
  // It would write to the console what is an error of ours already.
  Object.assign(sqlite.config, { warn: () => undefined, error: () => undefined });
  return sqlite;
}

class ScratchConnection implements Connection {
  readonly server: Server;
  readonly database = ':memory:';

  constructor(
    private readonly native: Database,
    private readonly sqlite: Sqlite3Static,
  ) {
    const { capi } = sqlite;
    // Nodes read what is in double quotes and names nothing as a text, so that what they hold may have such.
    for (const option of [capi.SQLITE_DBCONFIG_DQS_DDL, capi.SQLITE_DBCONFIG_DQS_DML])
      capi.sqlite3_db_config(native, option as never, 1, 0 as never);
    native.exec('PRAGMA foreign_keys = ON');
    const version = parseVersion(sqlite.version.libVersion);
    this.server = { product, version, features: sqliteFeatures(version) };
  }

  async query<R = Row>(statement: Statement, { signal }: ExecuteOptions = {}): Promise<readonly R[]> {
    throwIfAborted(signal, 'query');
    return this.run(statement, 'query') as readonly R[];
  }

  async execute(statement: Statement, { settings = {}, signal }: ExecuteOptions = {}): Promise<void> {
    throwIfAborted(signal, 'execute');
    this.withSettings(settings, () => this.step(statement));
  }

  async schemaToken(): Promise<string> {
    return this.readToken();
  }

  async atomically(statements: readonly Statement[], options: AtomicOptions = {}): Promise<Committed> {
    const { settings = {}, schemaToken, signal, onStatement } = options;
    throwIfAborted(signal, 'execute');
    return this.withSettings(settings, () => {
      this.run({ text: 'BEGIN IMMEDIATE' }, 'execute');
      try {
        const before = this.readToken();
        if (schemaToken !== undefined && schemaToken !== before) throw moved(place);
        for (const [index, statement] of statements.entries()) {
          onStatement?.(index);
          throwIfAborted(signal, 'execute');
          this.step(statement, index);
        }
        const after = this.readToken();
        this.run({ text: 'COMMIT' }, 'execute');
        return { schema: { before, after } };
      } catch (error) {
        this.rollBack();
        throw error;
      }
    });
  }

  lock(): Promise<Lock> {
    return Promise.reject(
      new SyncError({
        code: 'UNSUPPORTED',
        op: 'lock',
        message: 'nobody else sees a scratch database: it has no lock',
      }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.native.close();
  }

  private rollBack(): void {
    try {
      this.native.exec('ROLLBACK');
    } catch {
      // Some errors end a transaction by themselves: https://sqlite.org/lang_transaction.html.
    }
  }

  private step(statement: Statement, index?: number): void {
    const rows = this.run(statement, 'execute', index);
    if (statement.check && rows.length > 0)
      throw checkFailure(statement, rows, 'execute', { ...(index !== undefined && { index }) });
  }

  private withSettings<T>(settings: NonNullable<AtomicOptions['settings']>, work: () => T): T {
    const pragmas = Object.entries(settings).flatMap(([name, value]) => {
      const known = Object.hasOwn(settingPragmas, name) && settingPragmas[name as keyof typeof settingPragmas];
      return known ? [{ ...known, value }] : [];
    });
    try {
      for (const { pragma, value } of pragmas) this.run({ text: `PRAGMA ${pragma} = ${String(value)}` }, 'execute');
      return work();
    } finally {
      if (this.native.isOpen()) {
        for (const { pragma, normally } of pragmas) this.native.exec(`PRAGMA ${pragma} = ${normally}`);
        this.native.exec('PRAGMA legacy_alter_table = OFF');
      }
    }
  }

  private readToken(): string {
    return String(this.run({ text: 'PRAGMA schema_version' }, 'query')[0]?.schema_version);
  }

  private run({ text, params }: Statement, op: string, index?: number): readonly Row[] {
    if (!this.native.isOpen()) throw closed(place, op);
    refuseLeaving(text, op);
    const written = params ? sqliteDialect.print({ text, params }) : text;
    try {
      return this.native.exec({ sql: written, rowMode: 'object', returnValue: 'resultRows' }) as readonly Row[];
    } catch (error) {
      const offset = written === text ? this.offsetIn(text) : undefined;
      const said = error instanceof Error ? error.message : String(error);
      throw statementError(said.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, ''), {
        op,
        statement: text,
        ...(index !== undefined && { index }),
        ...(offset !== undefined && { offset }),
      });
    }
  }

  /** SQLite counts bytes. */
  private offsetIn(text: string): number | undefined {
    const bytes = this.sqlite.capi.sqlite3_error_offset(this.native);
    return bytes < 0 ? undefined : Buffer.from(text).subarray(0, bytes).toString().length;
  }
}
