import type { Driver } from '@sync/core';
import { driverContract, pureContract } from '@sync/testkit';
import { describe } from 'vitest';
import {
  administerMysql,
  databaseUrl,
  freshMysqlDatabase,
  type MysqlScheme,
} from '../../../integration/servers/fresh-mysql-database.js';
import { realServer } from '../../../integration/servers/real-server.js';
import { type OwnSchemas, schemasWith } from './contract-schemas.js';

/** The contract suite on these servers; `own` is what only they have. */
export function contractOn(names: readonly string[], driver: Driver, scheme: MysqlScheme, own: OwnSchemas = {}): void {
  const schemas = schemasWith(own);
  describe.each(names.map((name) => ({ name, ...realServer(name) })))('$name', (server) => {
    if ('absent' in server) {
      pureContract({ driver, schemas });
      describe.skip(`live: absent: ${server.absent}`, () => {});
      return;
    }
    const { url } = server;
    driverContract({
      driver,
      target: () => freshMysqlDatabase(url, scheme),
      schemas,
      tenancy: { database: (target) => ({ place: target, pattern: 'test_*' }) },
      loseLocks: async (target) => {
        const name = decodeURIComponent(new URL(target.url).pathname.slice(1));
        await endSessions(url, name);
      },
      badTargets: {
        unreachable: () => ({ url: `${scheme}://tester:hunter2@127.0.0.1:1/contract` }),
        missing: () => ({ url: databaseUrl(url, scheme, 'no such database') }),
        credentials: () => {
          const shut = Object.assign(new URL(databaseUrl(url, scheme, 'mysql')), {
            username: 'nobody',
            password: 'hunter2',
          });
          return { url: shut.href };
        },
      },
    });
  });
}

/** Ends every session that is in a database, as an administrator may. */
async function endSessions(server: string, database: string): Promise<void> {
  const rows = await administerMysql(server, `SELECT id FROM information_schema.processlist WHERE db = '${database}'`);
  for (const { id } of rows) {
    // One that has ended by itself since is no failure (ER_NO_SUCH_THREAD).
    await administerMysql(server, `KILL ${String(id)}`).catch((error: { readonly errno?: number }) => {
      if (error.errno !== 1094) throw error;
    });
  }
}
