import { writeFileSync } from 'node:fs';
import { diff, hashOf, plan } from '@sync/core';
import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';
import { compiled, read, script, travel } from './converge.js';
import { folder } from './folder.js';
import { start } from './process.js';

const child = ';;CREATE TABLE child (x INT REFERENCES t (id) ON DELETE CASCADE);;CREATE INDEX i ON t (a)';
const before = `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)${child}
  ;;INSERT INTO t SELECT value, 'row ' || value FROM json_each('[1,2,3,4,5,6,7,8,9]');;INSERT INTO child SELECT id FROM t`;
const after = `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE)${child}`;

async function prepared() {
  const place = folder();
  await using connection = await place.connect('app.db');
  await script(connection, before);
  const base = await read(connection);
  const { server } = connection;
  const goal = await compiled(after);
  const made = plan(diff(base, goal, { driver, server }), {
    driver,
    server,
    reading: { exclude: [], with: [], claimed: [] },
  });
  return { place, base, goal, made };
}

const count = { text: 'SELECT (SELECT count(*) FROM t) AS rows, (SELECT count(*) FROM child) AS children' };

describe('kill -9 in the middle of a rebuild', async () => {
  const [batch] = (await prepared()).made.up;
  const statements = batch?.steps.flatMap((step) => step.sql) ?? [];

  it.each(statements.map((statement, i) => [i, statement.text.split('\n')[0]] as const))(
    'before statement %i: %s',
    async (stopAt) => {
      const { place, base, goal, made } = await prepared();
      using _ = place;
      const job = place.file('job.json');
      writeFileSync(job, JSON.stringify({ statements, settings: batch?.settings, stopAt }));
      await using other = start('run', place.file('app.db'), job);
      expect(await other.line()).toBe(`at ${stopAt}`);
      await other.kill();
      await using connection = await place.connect('app.db');
      expect((await read(connection)).root).toBe(base.root);
      expect(await connection.query(count)).toEqual([{ rows: 9, children: 9 }]);
      expect(await connection.query({ text: 'PRAGMA integrity_check' })).toEqual([{ integrity_check: 'ok' }]);
      await travel(connection, made.up);
      expect(Array.from(await read(connection), hashOf)).toEqual(Array.from(goal, hashOf));
      expect(await connection.query(count)).toEqual([{ rows: 9, children: 9 }]);
    },
  );
});
