import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import driver from '@sync/driver-sqlite';
import { goldenCases } from '@sync/testkit';
import { readFacts, readRows } from './sqlite-rows.js';

goldenCases(join(import.meta.dirname, 'sqlite'), {
  driver,
  rows: readRows,
  facts: readFacts,
  open: async () => {
    const directory = await mkdtemp(join(tmpdir(), 'schema-sync-golden-'));
    return { url: 'sqlite:./golden.db', directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
  },
});
