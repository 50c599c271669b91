import { join } from 'node:path';
import driver from '@sync/driver-timescaledb';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { readRows } from './timescaledb-rows.js';

const folder = join(import.meta.dirname, 'timescaledb/apache');

/** What both editions have. */
describe('TimescaleDB, Apache edition', () => {
  const server = realServer('timescaledb');
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const url = Object.assign(new URL(server.url), { search: '?sslmode=disable' }).href;
  const open = async () => {
    const fresh = await freshDatabase(url);
    await administer(fresh.url, 'CREATE EXTENSION timescaledb');
    return fresh;
  };
  goldenCases(folder, { driver, open, rows: readRows });
});
