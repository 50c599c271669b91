import { createEngine, diff, inspect, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import pg from 'pg';

export const directory = '/';
export const engine = createEngine({ driver });

/** A database as a tenant. */
export function tenantOf(url) {
  return tenantContext({ id: 'bench', target: { url, directory } });
}

/** One inspection, with its connection. */
export async function read(url) {
  const connection = await driver.connect(driver.options({ url, directory }), { access: 'read' });
  try {
    return await inspect(connection, driver);
  } finally {
    await connection[Symbol.asyncDispose]();
  }
}

/** Two inspections and what is between them. */
export async function compare(left, right, changes) {
  const [base, goal] = [await read(left), await read(right)];
  const difference = diff(base.catalogue, goal.catalogue, { driver, server: base.server });
  if (difference.changes.length !== changes) throw new Error(`${difference.changes.length} changes, not ${changes}`);
  return { difference, server: base.server };
}

/** Databases of a run, dropped with it. */
export function databasesOf(server) {
  const made = new Set();
  const administer = async (...statements) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    for (const text of statements) await client.query(text);
    await client.end();
  };
  const at = (name) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return {
    async create(name, template = 'template0') {
      made.add(name);
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return at(name);
    },
    drop: () => administer(...[...made].map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}
