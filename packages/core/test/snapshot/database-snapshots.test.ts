import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Connection } from '../../src/contract/connection.js';
import { loadDriver } from '../../src/load/load-driver.js';
import { databaseSnapshots } from '../../src/snapshot/database-snapshots.js';
import { encodeKey } from '../../src/snapshot/snapshot-key.js';
import { storeSuite } from './store-suite.js';

const driver = await loadDriver('sqlite', { extra: resolve(import.meta.dirname, '../../../../examples/demo') });

storeSuite('a database', async (clock) => {
  const directory = await mkdtemp(join(tmpdir(), 'snapshots-'));
  const connections: Connection[] = [];
  const connect = async () => {
    const connection = await driver.connect(driver.options({ url: 'sqlite:./app.db', directory }), { access: 'write' });
    connections.push(connection);
    return connection;
  };
  return {
    open: async () => databaseSnapshots(await connect(), driver, { clock }),
    async damage(key, version, change) {
      const connection = await connect();
      const where = {
        text: 'SELECT content FROM _schema_sync_snapshots WHERE key = ? AND version = ?',
        params: [encodeKey(key), version],
      };
      const [row] = await connection.query<{ content: string }>(where);
      await connection.execute({
        text: 'UPDATE _schema_sync_snapshots SET content = ? WHERE key = ? AND version = ?',
        params: [change(row?.content ?? ''), encodeKey(key), version],
      });
      return `snapshot ${key} version ${version}`;
    },
    async close() {
      for (const connection of connections) await connection[Symbol.asyncDispose]();
      await rm(directory, { recursive: true });
    },
  };
});
