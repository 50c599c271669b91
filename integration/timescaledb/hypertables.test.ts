import { type Driver, hazardsOf } from '@sync/core';
import timescaledb from '@sync/driver-timescaledb';
import { describe, expect, test } from 'vitest';
import { liveThrough } from '../phases/both-clients.js';
import type { PhaseCase } from '../phases/cases.js';
import { openPlace, type PhasedServer } from '../phases/place.js';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';

const isLong = process.env.TEST_LONG === '1';
const found = realServer('timescaledb');
const url = 'url' in found ? found.url : '';
const server: PhasedServer = {
  name: 'timescaledb',
  driver: timescaledb as unknown as Driver,
  url,
  open: () => freshDatabase(url),
};
const live = url === '' ? test.skip : test;

const extension = 'CREATE EXTENSION timescaledb';
const deal = "SELECT create_hypertable('readings', 'time')";
const at = (day: number) => `'2026-01-${String(day).padStart(2, '0')} 00:00:00+00'`;
const table = (column: string) =>
  `CREATE TABLE readings (time timestamptz NOT NULL, id integer NOT NULL, ${column}\n, CONSTRAINT readings_pkey PRIMARY KEY (id, time))`;

/** Rows of two chunks that were there, and of others that come between. */
const cases: readonly PhaseCase[] = [
  {
    name: 'a column is called otherwise',
    start: [
      extension,
      table('celsius integer NOT NULL'),
      deal,
      `INSERT INTO readings VALUES (${at(1)}, 1, 10), (${at(20)}, 2, 20)`,
    ],
    goal: `${table('heat integer NOT NULL -- @renamed from=celsius')}; ${deal};`,
    old: [
      `INSERT INTO readings (time, id, celsius) VALUES (${at(2)}, 3, 30)`,
      'UPDATE readings SET celsius = 41 WHERE id = 4',
      'DELETE FROM readings WHERE id = 2',
    ],
    next: [
      `INSERT INTO readings (time, id, heat) VALUES (${at(28)}, 4, 40)`,
      'UPDATE readings SET heat = 31 WHERE id = 3',
      'UPDATE readings SET heat = 11 WHERE id = 1',
    ],
    reads: {
      old: 'SELECT id, celsius AS v FROM readings ORDER BY id',
      next: 'SELECT id, heat AS v FROM readings ORDER BY id',
    },
    after: [`INSERT INTO readings (time, id, heat) VALUES (${at(29)}, 5, 50)`],
    rows: 4,
  },
  {
    name: 'a column has another type',
    start: [extension, table('v text'), deal, `INSERT INTO readings VALUES (${at(1)}, 1, '10'), (${at(20)}, 2, NULL)`],
    goal: `${table('n integer -- @derived from=v as (CAST(v AS integer)) back (CAST(n AS text))')}; ${deal};`,
    old: [`INSERT INTO readings (time, id, v) VALUES (${at(2)}, 3, '30')`, "UPDATE readings SET v = '41' WHERE id = 4"],
    next: [`INSERT INTO readings (time, id, n) VALUES (${at(28)}, 4, 40)`, 'UPDATE readings SET n = NULL WHERE id = 1'],
    reads: {
      old: 'SELECT id, v FROM readings ORDER BY id',
      next: 'SELECT id, CAST(n AS text) AS v FROM readings ORDER BY id',
    },
    after: [`INSERT INTO readings (time, id, n) VALUES (${at(29)}, 5, 50)`],
    rows: 5,
  },
];

describe('old and new clients of a hypertable, where', () => {
  // Each takes many plans; a short run takes the one.
  for (const phased of isLong ? cases : cases.slice(0, 1)) live(phased.name, () => liveThrough(server, phased));
});

describe('how large a table is', () => {
  const fill = "SELECT '2026-01-01'::timestamptz + n * interval '1 hour', n FROM generate_series(1, 3000) n";
  const plain = 'CREATE TABLE readings (time timestamptz NOT NULL, id integer)';

  live.each([
    ['a hypertable, as its chunks are', [plain, deal, `INSERT INTO readings ${fill}`], `${plain}; ${deal}`],
    [
      'what others inherit from, as they are',
      [plain, 'CREATE TABLE more () INHERITS (readings)', `INSERT INTO more ${fill}`],
      `${plain}; CREATE TABLE more () INHERITS (readings)`,
    ],
  ])('%s', async (_, start, goal) => {
    await using place = await openPlace(
      server,
      [extension, ...start],
      `${goal}; ALTER TABLE readings ADD CONSTRAINT above CHECK (id > 0);`,
    );
    const plan = await place.engine.plan(place.tenant, place.file, { online: { fromRows: 1000 } });
    expect(plan.online?.large?.map(({ address }) => address)).toContain('table:readings');
    expect(hazardsOf(plan.up).map(({ code }) => code)).not.toContain('scans-table');
  });
});
