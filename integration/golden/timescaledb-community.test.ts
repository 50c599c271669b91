import { join } from 'node:path';
import { goldenCases } from '@sync/testkit';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Community, openCommunity } from '../timescaledb/community.js';
import { readRows } from './timescaledb-rows.js';

const folder = join(import.meta.dirname, 'timescaledb/community');

/** Starting it and each statement take long in WebAssembly: the rest is for long runs. */
const areas = process.env.TEST_LONG === '1' ? ['brief', 'long'] : ['brief'];

describe('TimescaleDB, Community edition', () => {
  let community: Community;
  beforeAll(async () => {
    community = await openCommunity();
  }, 120_000);
  afterAll(() => community?.[Symbol.asyncDispose]());
  const driver = () => community.driver;
  for (const area of areas) {
    goldenCases(join(folder, area), {
      get driver() {
        return driver();
      },
      open: () => community.target(),
      rows: readRows,
    });
  }
});
