import driver from '@sync/driver-sqlite';
import { goldenCases } from '@sync/testkit';
import { openFolder } from '../open-folder.js';
import { readFacts, readRows } from '../sqlite-rows.js';

// Not a test of its own: `harness.test.ts` runs it over cases that must fail.
goldenCases(process.env.GOLDEN_CASES ?? '', { driver, rows: readRows, facts: readFacts, open: openFolder });
