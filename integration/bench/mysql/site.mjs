import { createEngine, diff, inspect, tenantContext } from '@sync/core';
import { createConnection } from 'mysql2/promise';

export const directory = '/';

/** What the bench does with the databases of a server through a driver. */
export function siteOf(driver, server) {
  const engine = createEngine({ driver });
  const made = new Set();
  const administer = async (...statements) => {
    const client = await createConnection({ uri: server });
    for (const text of statements) await client.query(text);
    await client.end();
  };
  const read = async (url) => {
    const connection = await driver.connect(driver.options({ url, directory }), { access: 'read' });
    try {
      return await inspect(connection, driver);
    } finally {
      await connection[Symbol.asyncDispose]();
    }
  };
  return {
    driver,
    engine,
    read,
    tenantOf: (url) => tenantContext({ id: 'bench', target: { url, directory } }),
    /** Two inspections and what is between them. */
    async compare(left, right, changes) {
      const [base, goal] = [await read(left), await read(right)];
      const difference = diff(base.catalogue, goal.catalogue, { driver, server: base.server });
      if (difference.changes.length !== changes)
        throw new Error(`${difference.changes.length} changes, not ${changes}`);
      return { difference, server: base.server };
    },
    /** A new, empty database of that name. */
    async create(name) {
      made.add(name);
      await administer(`DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`);
      const url = Object.assign(new URL(server), { pathname: `/${name}`, search: '?ssl-mode=DISABLED' });
      return url.href.replace(/^mysql:/, `${driver.name}:`);
    },
    drop: () => administer(...[...made].map((name) => `DROP DATABASE IF EXISTS ${name}`)),
  };
}
