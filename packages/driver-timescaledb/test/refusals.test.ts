import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  address,
  createCatalogue,
  createEngine,
  type SchemaObject,
  schemaObject,
  takeSnapshot,
  tenantContext,
} from '@sync/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyOf } from '../src/documents/hypertable-fields.js';
import driver from '../src/index.js';
import { columnstoreAt } from '../src/kinds/columnstore-kind.js';
import { administer, type FreshDatabase, freshDatabase, freshPostgres, server } from './servers.js';

const engine = createEngine({ driver });
const live = 'absent' in server ? describe.skip : describe;
const why = 'absent' in server ? ` (absent: ${server.absent})` : '';
const url = 'url' in server ? server.url : '';
const directory = mkdtempSync(join(tmpdir(), 'schema-sync-timescale-'));
const tenantAt = ({ url: target }: FreshDatabase) =>
  tenantContext({ id: 'default', target: { url: target, directory } });
afterAll(() => rmSync(directory, { recursive: true }));

const table = address('table', 'm');
const view = address('view', 'hourly');
const aggregate = schemaObject({
  kind: 'view',
  address: view,
  name: 'hourly',
  spec: {
    select: 'SELECT public.time_bucket(\'01:00:00\'::interval, "time") AS bucket FROM public.m GROUP BY 1',
    columns: [{ name: 'bucket', type: 'timestamp with time zone' }],
    continuous: { materializedOnly: true },
  },
  needs: [table],
});
const columnstore = schemaObject({
  kind: 'timescaledb/columnstore',
  address: columnstoreAt(table),
  name: 'columnstore',
  parent: table,
  spec: {},
});

/** What a snapshot of the Community edition may hold beside a hypertable. */
const lacked: readonly (readonly [string, readonly SchemaObject[]])[] = [
  ['m has a columnstore', [columnstore]],
  ['m has a retention policy', [policyOf('retention', { drop_after: '30 days' }, table)]],
  ['m has a columnstore policy', [policyOf('columnstore', { compress_after: '7 days' }, table)]],
  ['m has a reorder policy', [policyOf('reorder', { index_name: 'm_time_idx' }, table)]],
  ['hourly is a continuous aggregate', [aggregate]],
  ['hourly has a refresh policy', [aggregate, policyOf('refresh', { start_offset: null, end_offset: null }, view)]],
  [
    'index by_hour is on a continuous aggregate',
    [
      aggregate,
      schemaObject({
        kind: 'timescaledb/aggregate-index',
        address: address('timescaledb/aggregate-index', 'hourly', 'by_hour'),
        name: 'by_hour',
        parent: view,
        spec: { definition: 'USING btree (bucket)' },
      }),
    ],
  ],
  [
    'job tidy is declared',
    [
      schemaObject({
        kind: 'timescaledb/job',
        address: address('timescaledb/job', 'tidy'),
        name: 'tidy',
        spec: { procedure: 'public.tidy', schedule: '1 day' },
      }),
    ],
  ],
];

live(`a snapshot of the Community edition, for a server of the Apache edition${why}`, () => {
  let database: FreshDatabase;
  let there: readonly SchemaObject[];
  beforeAll(async () => {
    database = await freshDatabase(url);
    await administer(
      database.url,
      'CREATE TABLE m (time timestamptz NOT NULL)',
      "SELECT create_hypertable('m', 'time')",
    );
    there = [...(await engine.inspect(tenantAt(database))).catalogue];
  });
  afterAll(() => database?.[Symbol.asyncDispose]());

  test.each(lacked)('%s: refused by name before anything runs', async (what, objects) => {
    const snapshot = takeSnapshot(driver.name, createCatalogue([...there, ...objects]));
    writeFileSync(join(directory, 'goal.json'), JSON.stringify(snapshot));
    await expect(engine.plan(tenantAt(database), './goal.json', { directory })).rejects.toMatchObject({
      code: 'PLAN_IMPOSSIBLE',
      message: expect.stringContaining(`${what}, which the Apache edition of TimescaleDB does not have`),
      hint: expect.stringContaining('Install the Community edition'),
    });
  });
});

live(`a database with the functions of the extension in a schema of their own${why}`, () => {
  test('is refused by name', async () => {
    await using database = await freshPostgres(url);
    await administer(database.url, 'CREATE SCHEMA ts', 'CREATE EXTENSION timescaledb SCHEMA ts');
    await expect(engine.inspect(tenantAt(database))).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('in schema ts'),
      hint: expect.stringContaining('CREATE EXTENSION timescaledb SCHEMA public'),
    });
  });
});
