import type { Connection, ConnectionInput, ConnectRequest, Driver } from '@sync/core';
import { entityKind } from 'drizzle-orm';
import type { Casing } from '../sql/language.js';
import { marked, type Question } from './books.js';
import { migratorError } from './errors.js';
import type { RuntimeMigratorOptions, SyncTarget } from './options.js';
import type { Patience } from './patience.js';
import { drizzleTarget, kinds } from './targets/drizzle.js';

/** A database, and the two ways to it: the program's own client, for a question that is asked at every start, and a connection for whatever changes it. */
export interface Target {
  readonly driver: Driver;
  /** What scratch databases are made near. */
  readonly input: ConnectionInput;
  /** What the program tells Drizzle of the names of columns. */
  readonly casing?: Casing;
  /** Over a client that others work over, too, it waits for its turn as long as is said. */
  open(request: ConnectRequest, patience: Patience): Promise<Connection>;
  /** Asks over what is open already: one round trip. The question is told the schema that the database's part of the program is, where it is no more than one. */
  ask(
    question: (schema?: string) => Question,
    params: readonly string[],
    patience: Patience,
  ): Promise<readonly Record<string, unknown>[]>;
}

/** Finds out what a program has handed over. */
export async function targetOf(database: object, options: RuntimeMigratorOptions): Promise<Target> {
  requireDatabase(database);
  if (isSyncTarget(database)) return syncTarget(database);
  const kind = kindOf(database);
  const known = kinds[kind ?? ''];
  if (known) return drizzleTarget(database, known, options);
  throw notKnown(kind);
}

/** Refuses what is no object at all. */
export function requireDatabase(database: unknown): void {
  if (typeof database !== 'object' || database === null) throw notKnown(undefined);
}

function notKnown(kind: string | undefined) {
  return migratorError(
    'UNSUPPORTED',
    kind === undefined ? 'this is neither a database of Drizzle nor a target of schema-sync' : `${kind} is not known`,
    `Give what drizzle() returns over node-postgres, postgres-js, PGlite, mysql2, better-sqlite3 or libsql, or { driver, url } of schema-sync.`,
  );
}

/** Drizzle marks its classes, since several copies of it may be loaded. */
function kindOf(database: object): string | undefined {
  const type = database.constructor as { readonly [entityKind]?: string } | undefined;
  return type?.[entityKind];
}

function isSyncTarget(value: object): value is SyncTarget {
  const { driver, url } = value as Partial<SyncTarget>;
  return typeof url === 'string' && typeof driver?.connect === 'function';
}

function syncTarget({ driver, url, settings }: SyncTarget): Target {
  const input = { url, directory: process.cwd(), ...(settings && { settings }) };
  const open = (request: ConnectRequest) => driver.connect(driver.options(input), request);
  return {
    driver,
    input,
    open,
    async ask(question, params, patience) {
      await using connection = await open({ access: 'read', missing: 'stand-in', ...patience });
      return connection.query({ text: marked(question(connection.scope?.[0]), driver.dialect), params });
    },
  };
}
