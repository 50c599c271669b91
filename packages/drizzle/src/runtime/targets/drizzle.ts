import {
  type Connection,
  type ConnectionInput,
  type ConnectRequest,
  type Driver,
  loadDriver,
  throwIfAborted,
} from '@sync/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Casing } from '../../sql/language.js';
import type { Question } from '../books.js';
import { migratorError } from '../errors.js';
import type { RuntimeMigratorOptions } from '../options.js';
import { type Patience, patiently } from '../patience.js';
import type { DrizzleDatabase, Rows } from './drizzle-database.js';
import { openInTurn, whenFree } from './in-turn.js';
import { libsqlInput } from './libsql.js';
import { mysqlDriver, mysqlInput } from './mysql.js';
import { nodePostgresInput, nodePostgresInTransaction, postgresJsInput } from './postgres.js';
import { requireUsableSqlite, sqliteInput, sqliteInTransaction } from './sqlite.js';

/** What is known of a library that Drizzle is over. */
export interface DrizzleKind {
  /** The name of the driver; asked of the server where several are spoken to in the same way. */
  driver(database: DrizzleDatabase): Promise<string>;
  rows(database: DrizzleDatabase, query: SQL): Promise<Rows>;
  /** How to get to the database beside the client; undefined where there is only the client. */
  input(database: DrizzleDatabase, scheme: string): Promise<ConnectionInput | undefined>;
  /** Refuses a client that cannot be followed in what it is asked for, as far as it tells. */
  requireUsable?(client: unknown, request: ConnectRequest): void;
  /** Whether the program has a transaction open on the client, where that is one connection and tells. */
  inTransaction?(client: unknown): boolean;
  /** What scratch databases are made near, where there is no way beside the client. */
  readonly alone?: string;
}

const executed = async (database: DrizzleDatabase, query: SQL) => {
  const found = (await database.execute(query)) as Rows | { readonly rows: Rows };
  return 'rows' in found ? found.rows : found;
};

const all = async (database: DrizzleDatabase, query: SQL) => (await database.all(query)) as Rows;

const named = (name: string) => () => Promise.resolve(name);

/** By the mark of the class that `drizzle()` makes. */
export const kinds: Readonly<Record<string, DrizzleKind>> = {
  NodePgDatabase: {
    driver: named('postgres'),
    rows: executed,
    input: ({ $client }, scheme) => nodePostgresInput($client, scheme),
    inTransaction: nodePostgresInTransaction,
  },
  PostgresJsDatabase: {
    driver: named('postgres'),
    rows: executed,
    input: ({ $client }, scheme) => postgresJsInput($client, scheme),
  },
  PgliteDatabase: {
    driver: named('postgres'),
    rows: executed,
    input: () => Promise.resolve(undefined),
    alone: 'pglite',
  },
  MySql2Database: {
    driver: mysqlDriver,
    rows: async (database, query) => {
      const [rows] = (await database.execute(query)) as readonly [Rows];
      return rows;
    },
    input: ({ $client }, scheme) => mysqlInput($client, scheme),
  },
  BetterSQLite3Database: {
    driver: named('sqlite'),
    rows: all,
    input: ({ $client }) => sqliteInput($client),
    inTransaction: sqliteInTransaction,
    requireUsable: requireUsableSqlite,
    alone: 'sqlite::memory:',
  },
  LibSQLDatabase: { driver: named('sqlite'), rows: all, input: (database) => libsqlInput(database, all) },
};

/** A database of Drizzle's as a target: what changes it goes over a connection of its own wherever there can be one. */
export async function drizzleTarget(database: object, kind: DrizzleKind, options: RuntimeMigratorOptions) {
  const known = database as DrizzleDatabase;
  const driver = options.driver ?? (await driverNamed(await kind.driver(known)));
  const beside = await kind.input(known, driver.protocols[0] ?? driver.name);
  const input = beside ?? { url: kind.alone ?? '', directory: process.cwd() };
  const client = known.$client as object;
  const given = beside?.settings?.schema;
  const schema = typeof given === 'string' ? given : undefined;
  const casing = casingOf(known);
  return {
    driver,
    input,
    ...(casing && { casing }),
    open: async (request: ConnectRequest, patience: Patience) => {
      const openFree = (how: (request: ConnectRequest) => Promise<Connection>) => (asked: ConnectRequest) => {
        kind.requireUsable?.(client, asked);
        if (kind.inTransaction?.(client)) throw inTransaction();
        return how(asked);
      };
      if (beside) return await openFree((asked) => driver.connect(driver.options(beside), asked))(request);
      return await openInTurn(client, openFree(over(driver, client)), request, patience);
    },
    ask: async (question: (schema?: string) => Question, params: readonly string[], patience: Patience) => {
      if (!beside) await whenFree(client, patience);
      const { signal } = patience;
      throwIfAborted(signal, 'migrate');
      const rows = kind.rows(known, parametrised(question(schema), params));
      // A pool of which nothing is free keeps whoever asks waiting.
      return signal ? patiently(rows, { signal }) : rows;
    },
  };
}

/** A driver is found from the project that runs, and else from where this package was installed. */
const loadFrom = { from: process.cwd(), extra: import.meta.dirname };

const loaded = new Map<string, Promise<Driver>>();

/** Looks for a driver once: a program that opens a database for each tenant has one of these at every open, and looking takes longer than the question that is asked then. */
async function driverNamed(name: string): Promise<Driver> {
  const driver = loaded.get(name) ?? loadDriver(name, loadFrom);
  loaded.set(name, driver);
  try {
    return await driver;
  } catch (error) {
    loaded.delete(name);
    throw error;
  }
}

/** What the program has not committed would be waited for by a connection of ours, and by the program for us. */
function inTransaction() {
  return migratorError(
    'USAGE',
    'the client has a transaction open',
    'Commit it or roll it back first: a migration is a transaction of its own, which cannot be a part of another.',
  );
}

function over(driver: Driver, client: unknown) {
  const open = driver.over?.(client);
  if (open) return open;
  throw migratorError(
    'UNSUPPORTED',
    `the driver ${driver.name} cannot work over this client`,
    'Give { driver, url } in place of the database of Drizzle.',
  );
}

/** A query with Drizzle's own parameters. */
function parametrised([first = '', ...rest]: Question, params: readonly string[]): SQL {
  return sql.join([sql.raw(first), ...rest.flatMap((part, i) => [sql`${params[i]}`, sql.raw(part)])]);
}

/** Drizzle keeps no more of a casing than the function that makes it. */
function casingOf({ dialect }: DrizzleDatabase): Casing | undefined {
  const convert = dialect?.casing?.convert;
  if (convert?.('aB') === 'a_b') return 'snake_case';
  return convert?.('a_b') === 'aB' ? 'camelCase' : undefined;
}
