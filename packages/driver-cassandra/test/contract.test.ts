import { driverContract, pureContract } from '@sync/testkit';
import { describe } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../../../integration/servers/fresh-cassandra-database.js';
import driver from '../src/index.js';
import { badTargets } from './bad-targets.js';
import { schemas } from './contract-schemas.js';

const absence = cassandraAbsence(5);

if (absence === undefined) {
  driverContract({
    driver,
    target: () => freshCassandraDatabase(5),
    schemas,
    badTargets,
    loseLocks: async (input) => {
      await using connection = await driver.connect(driver.options(input), { access: 'write' });
      await connection.execute({ text: 'TRUNCATE "_schema_sync_leases"' });
    },
  });
} else {
  pureContract({ driver, schemas });
  describe.skip(`live: absent: ${absence}`, () => {});
}
