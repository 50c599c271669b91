import { join } from 'node:path';
import driver from '@sync/driver-postgres';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { readRows } from './postgres-rows.js';

const inProcess = driver.options({ url: 'pglite', directory: '/' });
const viaPglite: typeof driver = {
  ...driver,
  scratch: (_, signal) => driver.scratch?.(inProcess, signal) ?? Promise.reject(new TypeError('there is scratch')),
};

/** Few, of kinds that say much: what is built and tried in PGlite leads to the same plans as what a server builds. */
const areas = ['every/enums', 'newest/materialized-views'];

describe('with PGlite as scratch', () => {
  const server = realServer('postgres-18');
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  for (const area of areas) {
    goldenCases(join(import.meta.dirname, 'postgres', area), {
      driver: viaPglite,
      open: () => freshDatabase(server.url),
      rows: readRows,
    });
  }
});
