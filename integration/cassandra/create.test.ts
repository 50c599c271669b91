import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { describe, expect, test } from 'vitest';
import { askCassandra, cassandraAbsence } from '../servers/fresh-cassandra-database.js';
import { realServer } from '../servers/real-server.js';

const absence = cassandraAbsence(5);

describe.skipIf(absence !== undefined)(`a keyspace that is not there${absence ? `: absent: ${absence}` : ''}`, () => {
  test('is planned for as an empty one, and made by the run alone', async () => {
    const server = realServer('cassandra-5');
    if ('absent' in server) return;
    const keyspace = `sync_test_${randomBytes(6).toString('hex')}`;
    const directory = mkdtempSync(join(tmpdir(), 'schema-sync-create-'));
    const engine = createEngine({ driver });
    const tenant = tenantContext({ id: 'app', target: { url: `${server.url}/${keyspace}`, directory } });
    const there = () => askCassandra(5, `SELECT * FROM system_schema.keyspaces WHERE keyspace_name = '${keyspace}'`);
    writeFileSync(join(directory, 'goal.cql'), 'CREATE TABLE t (id int PRIMARY KEY);\n');
    try {
      expect((await engine.plan(tenant, './goal.cql', { directory })).up).toHaveLength(1);
      expect(await there()).toEqual([]);
      await engine.sync(tenant, './goal.cql', { directory });
      expect(await there()).toHaveLength(1);
      expect((await engine.validate(tenant, './goal.cql', { directory })).inSync).toBe(true);
    } finally {
      await askCassandra(5, `DROP KEYSPACE IF EXISTS ${keyspace}`);
      rmSync(directory, { recursive: true });
    }
  });
});
