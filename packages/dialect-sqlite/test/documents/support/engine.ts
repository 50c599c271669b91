import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Compiled, type Connection, createEngine, type Driver, type Statement, SyncError } from '@sync/core';
import { parseVersion, sqliteFeatures } from '../../../src/features.js';
import { seedStatements, sqliteDialect, sqliteDocuments, sqliteKinds } from '../../../src/index.js';

/** The driver has the library; the dialect has none of its own. */
const requireFromDriver = createRequire(new URL('../../../../driver-sqlite/package.json', import.meta.url));
const Database = requireFromDriver('better-sqlite3') as new (path: string) => Database;

interface Database {
  prepare(text: string): {
    run(...params: readonly unknown[]): void;
    all(...params: readonly unknown[]): readonly unknown[];
  };
  pragma(text: string): void;
  close(): void;
}

/** A real SQLite in memory. */
export function openMemory(): Connection {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const [row] = database.prepare('SELECT sqlite_version() AS version').all() as readonly { readonly version: string }[];
  const version = parseVersion(row?.version ?? '');
  return {
    server: { product: 'SQLite', version, features: sqliteFeatures(version) },
    database: ':memory:',
    query: async <R>({ text, params = [] }: Statement) => database.prepare(text).all(...params) as readonly R[],
    execute: async ({ text, params = [] }: Statement) => {
      try {
        database.prepare(text).run(...params);
      } catch (cause) {
        throw new SyncError({ code: 'STATEMENT_FAILED', op: 'execute', message: (cause as Error).message, cause });
      }
    },
    lock: () => Promise.reject(new Error('not for these tests')),
    [Symbol.asyncDispose]: async () => database.close(),
  };
}

/** A driver of the dialect alone. */
export const driver: Driver = {
  name: 'sqlite',
  contract: 1,
  protocols: ['sqlite'],
  dialect: sqliteDialect,
  kinds: sqliteKinds(),
  documents: sqliteDocuments('sqlite'),
  capabilities: { ddl: 'transactional', readOnly: false },
  options: ({ url }) => url,
  label: String,
  connect: async () => openMemory(),
  scratch: async () => openMemory(),
  seed: (seed) => seedStatements(seed, sqliteDialect),
};

/** Compiles files, by their names. */
export async function compile(
  files: Readonly<Record<string, string>>,
  lenient = false,
  of = driver,
): Promise<Compiled> {
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-documents-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), text);
    }
    return await createEngine({ driver: of }).compile('.', { directory, lenient });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A Table document of the section, indented as written. */
export function table(name: string, section: string, more = ''): string {
  const indented = section
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  return `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata:
  name: ${name}
spec:
  database: app
  name: ${name}
${more}  schema:
    sqlite:
${indented}
`;
}

/** The error that a compilation ends with. */
export async function failure(files: Readonly<Record<string, string>>): Promise<SyncError> {
  const outcome = await compile(files).catch((error: unknown) => error);
  if (outcome instanceof SyncError) return outcome;
  throw new Error('it was expected to fail, and did not', { cause: outcome });
}
