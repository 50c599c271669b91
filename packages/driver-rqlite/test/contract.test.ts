import { driverContract, pureContract } from '@sync/testkit';
import { describe } from 'vitest';
import { freshRqliteDatabase, rqliteAbsence } from '../../../integration/servers/fresh-rqlite-database.js';
import { schemas } from '../../driver-sqlite/test/contract-schemas.js';
import driver from '../src/index.js';
import { badTargets } from './bad-targets.js';

if (rqliteAbsence === undefined) {
  driverContract({
    driver,
    target: freshRqliteDatabase,
    schemas,
    badTargets,
    loseLocks: async (input) => {
      await using connection = await driver.connect(driver.options(input), { access: 'write' });
      await connection.execute({ text: 'DELETE FROM _schema_sync_leases' });
    },
  });
} else {
  pureContract({ driver, schemas });
  describe.skip(`live: absent: ${rqliteAbsence}`, () => {});
}
