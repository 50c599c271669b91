import { join } from 'node:path';
import driver from '@sync/driver-sqlite';
import { goldenCases } from '@sync/testkit';
import { openFolder } from './open-folder.js';
import { readFacts, readRows } from './sqlite-rows.js';

for (const folder of ['sqlite', 'sqlite-alone'])
  goldenCases(join(import.meta.dirname, folder), { driver, rows: readRows, facts: readFacts, open: openFolder });
