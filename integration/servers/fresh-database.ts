import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Runs statements in a server's own database, as its owner. */
export async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database for one test. */
export interface FreshDatabase {
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A new database of a PostgreSQL server, empty or a copy of another one, gone when it is disposed of. */
export async function freshDatabase(url: string, template = 'template0'): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: withDatabase(url, name),
    [Symbol.asyncDispose]: () => administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${encodeURIComponent(name)}` }).href;
}
