import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type SyncError } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

const before = [
  'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, n INT)',
  "INSERT INTO users VALUES (1, 'a', 1), (2, 'b', NULL), (3, 'a', 5), (4, NULL, NULL)",
  'CREATE TABLE plans (k INTEGER PRIMARY KEY)',
  'INSERT INTO plans VALUES (1)',
  'CREATE TABLE pairs (a TEXT, b INT, PRIMARY KEY (a, b)) WITHOUT ROWID',
  "INSERT INTO pairs VALUES ('x', 1), ('y', 2)",
];
const users = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, n INT)';
const plans = 'CREATE TABLE plans (k INTEGER PRIMARY KEY)';
const pairs = 'CREATE TABLE pairs (a TEXT, b INT, PRIMARY KEY (a, b)) WITHOUT ROWID';

const cases = {
  'a new NOT NULL': [
    [users.replace('n INT', 'n INT NOT NULL'), plans, pairs],
    'table "users", column "n": 2 rows have no value (id 2; id 4)',
    [2, 4],
  ],
  'a required column': [
    [users.replace('n INT', 'n INT, q INT NOT NULL, CHECK (n IS NULL OR n > 0)'), plans, pairs],
    'table "users", column "q": 4 rows have no value (id 1; id 2; id 3; id 4)',
    [1, 2, 3, 4],
  ],
  'a new UNIQUE': [
    [users.replace('mail TEXT', 'mail TEXT UNIQUE'), plans, pairs],
    'table "users", column "mail": 1 value occurs more than once (id 1 and 3)',
    ['a'],
  ],
  'a new UNIQUE on a column that is renamed': [
    [users.replace('mail TEXT', '\n-- @renamed from=mail\nemail TEXT UNIQUE'), plans, pairs],
    'table "users", column "email": 1 value occurs more than once (id 1 and 3)',
    ['a'],
  ],
  'a new UNIQUE index': [
    [users, 'CREATE UNIQUE INDEX i ON users (mail)', plans, pairs],
    'table "users", "mail": 1 value occurs more than once (id 1 and 3)',
    ['a'],
  ],
  'a new CHECK': [
    [users, plans, pairs.replace('b INT', 'b INT CHECK (b > 1)')],
    'table "pairs": 1 row does not satisfy CHECK (b > 1) (a x, b 1)',
    ['x'],
  ],
  'a new foreign key': [
    [users.replace('n INT', 'n INT REFERENCES plans (k)'), plans, pairs],
    'table "users", column "n": 1 row refers to no row of table "plans" (id 3)',
    [3],
  ],
  STRICT: [
    [`${users.replace('mail TEXT', 'mail INT')} STRICT`, plans, pairs],
    'table "users", column "mail": 3 rows hold what is no INT (id 1; id 2; id 3)',
    [1, 2, 3],
  ],
} as const;

describe('rows that do not fit', () => {
  test.each(Object.entries(cases))('%s are named, counted and shown', async (_, [goal, line, found]) => {
    const directory = folder();
    const tenant = tenantIn(directory);
    await execute(tenant, ...before);
    writeFileSync(join(directory, 'schema.sql'), `${goal.join(';\n')};`);
    const engine = createEngine({ driver });
    const error = await engine.sync(tenant, join(directory, 'schema.sql'), { allow: 'all' }).then(
      () => expect.fail('it went through'),
      (thrown: SyncError) => thrown,
    );
    expect(error).toMatchObject({
      code: 'CHECK_FAILED',
      exitCode: 3,
      message: expect.stringContaining(`\n  ${line}\n`),
    });
    const [conflict] = (error.details as { conflicts: readonly { rows: number; query: string }[] }).conflicts;
    expect(error.hint).toContain(conflict?.query);
    const shown = await rows(tenant, conflict?.query ?? '');
    expect(shown.map((row) => Object.values(row)[0])).toEqual(found);
    expect(await rows(tenant, 'SELECT count(*) AS n FROM users')).toEqual([{ n: 4 }]);
  });

  test('are asked for before anything runs, under the names that they have now', async () => {
    const directory = folder();
    const tenant = tenantIn(directory);
    await execute(tenant, ...before);
    const goal = [
      '-- @renamed from=users\nCREATE TABLE people (id INTEGER PRIMARY KEY, \n-- @renamed from=mail\nemail TEXT UNIQUE, n INT NOT NULL)',
      '-- @renamed from=plans\nCREATE TABLE tariffs (\n-- @renamed from=k\nid INTEGER PRIMARY KEY)',
      pairs.replace('b INT', 'b INT REFERENCES tariffs (id)'),
      'CREATE UNIQUE INDEX i ON people (email COLLATE NOCASE)',
    ];
    writeFileSync(join(directory, 'schema.sql'), `${goal.join(';\n')};`);
    const engine = createEngine({ driver });
    const asked = { checkData: true, allow: 'all' } as const;
    const { data } = await engine.sync(tenant, join(directory, 'schema.sql'), { ...asked, dryRun: true });
    expect(data?.unasked).toEqual([]);
    expect(data?.inTheWay.map(({ message, first }) => `${message} (${first.join('; ')})`).sort()).toEqual([
      'table "pairs", column "b": 1 row refers to no row of table "tariffs" (a y, b 2)',
      'table "users", "email" COLLATE NOCASE: 1 value occurs more than once (id 1 and 3)',
      'table "users", column "email": 1 value occurs more than once (id 1 and 3)',
      'table "users", column "n": 2 rows have no value (id 2; id 4)',
    ]);
    for (const { query } of data?.inTheWay ?? []) expect((await rows(tenant, query)).length).toBeGreaterThan(0);
    await expect(engine.sync(tenant, join(directory, 'schema.sql'), asked)).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      exitCode: 3,
      message: expect.stringMatching(/^rows stand in the way of \d steps:\n/),
    });
    expect(await rows(tenant, 'SELECT count(*) AS n FROM users')).toEqual([{ n: 4 }]);
  });

  test('are shown by the check that found them, where nothing else tells', async () => {
    const directory = folder();
    const tenant = tenantIn(directory);
    await execute(
      tenant,
      'CREATE TABLE parents (k TEXT PRIMARY KEY COLLATE NOCASE)',
      "INSERT INTO parents VALUES ('A')",
      'CREATE TABLE children (x TEXT COLLATE NOCASE REFERENCES parents (k))',
      "INSERT INTO children VALUES ('a')",
    );
    writeFileSync(
      join(directory, 'schema.sql'),
      'CREATE TABLE parents (k TEXT PRIMARY KEY); CREATE TABLE children (x TEXT COLLATE NOCASE REFERENCES parents (k));',
    );
    await expect(
      createEngine({ driver }).sync(tenant, join(directory, 'schema.sql'), { allow: 'all' }),
    ).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringMatching(/would refer to nothing.*:\n {2}table children, rowid 1, parent parents/),
    });
  });
});
