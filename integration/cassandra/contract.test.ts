import driver from '@sync/driver-cassandra';
import { driverContract } from '@sync/testkit';
import { describe } from 'vitest';
import { schemas } from '../../packages/driver-cassandra/test/contract-schemas.js';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';
import { badTargets } from './bad-targets.js';

const absence = cassandraAbsence(5);

/** Here and not beside the driver: it takes minutes, and the Node that asks makes no difference. */
if (absence === undefined) {
  driverContract({
    driver,
    target: () => freshCassandraDatabase(5),
    schemas,
    badTargets,
    tenancy: { keyspace: (target) => ({ place: target, pattern: 'sync_test_*' }) },
    loseLocks: async (input) => {
      await using connection = await driver.connect(driver.options(input), { access: 'write' });
      await connection.execute({ text: 'TRUNCATE "_schema_sync_leases"' });
    },
  });
} else {
  describe.skip(`contract: absent: ${absence}`, () => {});
}
