import { createRequire } from 'node:module';
import type { Connection, Driver, ObjectKind, Reading, Statement } from '../../../src/contract/index.js';
import { SyncError } from '../../../src/errors.js';
import { address } from '../../../src/model/address.js';
import { schemaObject } from '../../../src/model/object.js';
import type { SourceContext } from '../../../src/source/compiled.js';

const requireFromDriver = createRequire(new URL('../../../../driver-sqlite/package.json', import.meta.url));
const Database = requireFromDriver('better-sqlite3') as new (path: string) => Database;

interface Database {
  prepare(text: string): {
    run(...params: readonly unknown[]): void;
    all(...params: readonly unknown[]): readonly unknown[];
  };
  close(): void;
}

interface Row {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string;
}

/** Objects as SQLite's own catalogue holds them: enough of a kind for sources, which only build and read back. */
function storedKind(kind: string): ObjectKind<{ readonly sql: string }> {
  return {
    kind,
    async *inspect({ session, scopes }: Reading) {
      const text =
        'SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY name';
      const rows = await session.query<Row>({ text, params: [kind] });
      for (const { name, sql } of rows) {
        if (name.startsWith('sqlite_')) continue;
        const object = schemaObject({ kind, address: address(kind, name.toLowerCase()), name, spec: { sql } });
        yield { scope: scopes[0] ?? { path: [] }, object };
      }
    },
    compare: () => [],
    render: (change) => (change.verb === 'create' ? [{ summary: change.id, sql: [{ text: change.to.spec.sql }] }] : []),
  };
}

const ignored = new Set(['PRAGMA', 'BEGIN', 'COMMIT', 'ROLLBACK', 'END', 'SAVEPOINT', 'RELEASE', 'ANALYZE', 'VACUUM']);
const data = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'SELECT', 'WITH']);

/** A driver for SQLite with the least that a source asks of one. */
export const sqliteDriver: Driver = {
  name: 'sqlite',
  contract: 1,
  protocols: ['sqlite'],
  dialect: {
    quote: (name) => `"${name.replaceAll('"', '""')}"`,
    home: 'main',
    fold: (name) => name.toLowerCase(),
    literal: (value) => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value)),
    lexis: {
      identifierQuotes: [
        ['"', '"'],
        ['`', '`'],
        ['[', ']'],
      ],
      stringQuotes: ["'"],
      backslashEscapes: false,
      dollarQuotes: false,
      lineComments: ['--'],
      nestedComments: false,
      operators: ['||', '->>', '->', '<=', '>=', '<>', '!=', '=='],
      compound: { head: /^CREATE (TEMP |TEMPORARY )?TRIGGER\b/, open: /^BEGIN$/, nested: /^CASE$/ },
    },
    classify: ([first = '', second = '', third = '']) => {
      if (ignored.has(first)) return 'ignored';
      if (data.has(first)) return 'data';
      if (first === 'ATTACH' || first === 'DETACH') return 'refused';
      return second === 'TABLE' && third.startsWith('SQLITE_') ? 'ignored' : 'schema';
    },
    print: ({ text }) => text,
    script: (statements) => statements.map(({ text }) => text),
    bookkeeping: {
      types: { key: 'TEXT', text: 'TEXT', integer: 'INTEGER' },
      placeholder: () => '?',
      exists: (table) => ({ text: 'SELECT 1 FROM sqlite_schema WHERE name = ?', params: [table] }),
    },
  },
  kinds: ['table', 'index', 'view', 'trigger'].map(storedKind),
  capabilities: { ddl: 'transactional', readOnly: true },
  options: ({ url }) => url,
  label: (url) => String(url),
  connect: (url) => Promise.resolve(openSqlite(String(url).replace(/^sqlite:/, ''))),
};

/** A connection to a real SQLite that remembers what it executed and whether it was closed. */
export function openSqlite(path = ':memory:'): Connection & { readonly executed: string[]; closed: boolean } {
  const database = new Database(path);
  const executed: string[] = [];
  const execute = ({ text, params = [] }: Statement) => {
    executed.push(text);
    try {
      database.prepare(text).run(...params);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new SyncError({ code: 'STATEMENT_FAILED', op: 'execute', message, cause });
    }
  };
  const connection = {
    executed,
    closed: false,
    server: { product: 'SQLite', version: [3, 53, 2], features: new Set<string>() },
    database: path,
    query: async <R>({ text, params = [] }: Statement) => database.prepare(text).all(...params) as readonly R[],
    execute: async (statement: Statement) => execute(statement),
    lock: () => Promise.reject(new Error('not for sources')),
    [Symbol.asyncDispose]: async () => {
      connection.closed = true;
      database.close();
    },
  };
  return connection;
}

/** A context whose scratch is a real database in memory; the connections that were opened are kept for the test to look at. */
export function contextFor(directory: string, context: Partial<SourceContext> = {}) {
  const opened: ReturnType<typeof openSqlite>[] = [];
  const keep = (connection: ReturnType<typeof openSqlite>) => {
    opened.push(connection);
    return Promise.resolve(connection);
  };
  return {
    opened,
    directory,
    driver: sqliteDriver,
    scratch: () => keep(openSqlite()),
    connect: (url: string) => keep(openSqlite(url.replace(/^sqlite:/, ''))),
    creation: () => [],
    inspect: {},
    ...context,
  };
}
