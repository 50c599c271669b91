import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';

const t = 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);';

const cases: readonly (readonly [string, string, string])[] = [
  ['NOT NULL', t.replace('a int', 'a int NOT NULL'), 'table "t", column "a": 1 row has no value (id 2)'],
  [
    'UNIQUE',
    t.replace('b int', 'b int UNIQUE'),
    'table "t", column "b": 2 rows share their values with others (id 1; id 2)',
  ],
  [
    'CHECK',
    t.replace('b int', 'b int, CHECK (b > 6)'),
    'table "t": 2 rows do not satisfy CHECK ((b > 6)) (id 1; id 2)',
  ],
  [
    'a shorter text',
    t.replace('a int', 'a varchar(1)'),
    'table "t", column "a": 1 row holds what is no character varying(1) (id 1)',
  ],
  [
    'a foreign key',
    t.replace('a int', 'a int REFERENCES t'),
    'table "t", column "a": 1 row refers to no row of "t" (id 1)',
  ],
];

describe.each(['postgres-13', 'postgres-18'])('rows in the way are named by %s', (name) => {
  const server = realServer(name);
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test.each(cases)('%s', async (_, goal, message) => {
    await using target = await freshDatabase(server.url);
    const directory = await mkdtemp(join(tmpdir(), 'rows-in-the-way-'));
    try {
      await writeFile(join(directory, 'goal.sql'), goal);
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const options = driver.options({ url: target.url, directory });
      await using connection = await driver.connect(options, { access: 'write' });
      await connection.execute({ text: `${t} INSERT INTO t VALUES (1, 19, 5), (2, NULL, 5);` });
      const failing = engine.sync(tenant, join(directory, 'goal.sql'), { allow: 'all' });
      await expect(failing).rejects.toMatchObject({ code: 'CHECK_FAILED', message: expect.stringContaining(message) });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

const engine = createEngine({ driver });
