import { join } from 'node:path';
import driver from '@sync/driver-rqlite';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { freshRqliteDatabase, rqliteAbsence } from '../servers/fresh-rqlite-database.js';
import { readFacts, readRows } from './sqlite-rows.js';

/** The cases of SQLite, and its own. Its version in rqlite is an older one: where a plan is in other words for that, it is of a flavour. */
describe('rqlite', () => {
  if (rqliteAbsence !== undefined) {
    describe.skip(`absent: ${rqliteAbsence}`, () => {});
    return;
  }
  const options = { driver, rows: readRows, facts: readFacts, open: freshRqliteDatabase, flavours: ['rqlite'] };
  for (const folder of ['sqlite', 'rqlite']) goldenCases(join(import.meta.dirname, folder), options);
});
