import { globTest, type Tenancy } from '@sync/core';
import { databaseAt, optionsOf } from '@sync/wire-postgres';
import { engine } from '../engine.js';
import { isMissing, scratchPrefix, usualDatabase } from './scratch.js';
import { startSession } from './start-session.js';

/** Tenants as databases of a cluster. Nothing tells cheaply how large one is, or whether it is as it was: each is read. */
export const databaseTenancy: Tenancy = {
  async *list(site, pattern, { signal }) {
    const options = optionsOf({ ...site, engine });
    // The URL of a cluster need not name a database that is there.
    const { session } = await startSession(options, 'read', signal).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
      return startSession({ ...options, database: usualDatabase }, 'read', signal);
    });
    try {
      const found = await session.send<{ readonly name: string }>({ text: listing }, { op: 'fleet', signal });
      const test = globTest(pattern);
      for (const { name } of found) if (test(name) && !name.startsWith(scratchPrefix)) yield name;
    } finally {
      await session.close();
    }
  },
  at: databaseAt(engine),
};

/** `system` is the cluster's own: https://www.cockroachlabs.com/docs/stable/show-databases#preloaded-databases */
const listing = `
SELECT database_name AS name
FROM [SHOW DATABASES]
WHERE database_name <> 'system'
ORDER BY database_name`.trim();
