import { type Connection, diff, plan } from '@sync/core';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';
import { compiled, read, script, travel } from './converge.js';
import { folder } from './folder.js';

/** Other programs take a `"x"` that names nothing for a string; here it stands as `'x'`, and an index whose only term it is as `+'x'`. */
const schema = `CREATE TABLE t (a, b, d);;CREATE INDEX i ON t (+'x');;CREATE INDEX j ON t (a || 'y') WHERE b = 'z'
;;CREATE TABLE p (id INTEGER PRIMARY KEY, h, gone)
;;CREATE TABLE u (k INTEGER PRIMARY KEY AUTOINCREMENT, c CHECK (c <> 'q'), g AS (c || 'w'))
;;CREATE TABLE w (k REFERENCES p (id), c CHECK (c <> 'q'))
;;CREATE VIEW v AS SELECT a FROM t WHERE b = 'z'
;;CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE u SET c = 'r' WHERE k = new.a; END`;
const rows = `;;INSERT INTO t VALUES (1, 'z', 3), (2, 'y', 4);;INSERT INTO p VALUES (1, 2, 3);;INSERT INTO u (k, c) VALUES (1, 2), (9, 9)
;;DELETE FROM u WHERE k = 9;;INSERT INTO w VALUES (1, 2)`;

/** A file with that schema in which the strings stand in double quotes. */
async function withQuotedStrings(use: (connection: Connection) => Promise<void>): Promise<void> {
  using files = folder();
  const database = new Database(files.file('q.db'));
  for (const statement of (schema + rows).split(';;')) database.exec(statement);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  database.exec(`UPDATE sqlite_schema SET sql = replace(replace(sql, '+''', ''''), '''', '"')`);
  database.close();
  await using connection = await files.connect('q.db');
  await use(connection);
}

async function go(connection: Connection, to: string): Promise<readonly string[]> {
  const { server } = connection;
  const base = await read(connection);
  const goal = await compiled(to);
  const reading = { exclude: [], with: [], claimed: [] };
  const made = plan(diff(base, goal, { driver, server }), { driver, server, reading });
  await travel(connection, made.up);
  expect(diff(await read(connection), goal, { driver, server }).changes).toEqual([]);
  await sound(connection);
  await travel(connection, made.down);
  expect(diff(await read(connection), base, { driver, server }).changes).toEqual([]);
  await sound(connection);
  return made.up.flatMap((batch) => batch.steps.map((step) => step.summary));
}

async function sound(connection: Connection): Promise<void> {
  expect(await connection.query({ text: 'PRAGMA integrity_check' })).toEqual([{ integrity_check: 'ok' }]);
  expect(await connection.query({ text: 'SELECT * FROM u JOIN w USING (k, c)' })).toEqual([{ k: 1, c: 2, g: '2w' }]);
  expect(await connection.query({ text: "SELECT seq FROM sqlite_sequence WHERE name = 'u'" })).toEqual([{ seq: 9 }]);
}

describe('strings in double quotes, in a file that another program made', () => {
  it('are read as strings', async () => {
    await withQuotedStrings(async (connection) => {
      const { server } = connection;
      const { changes } = diff(await read(connection), await compiled(schema), { driver, server });
      expect(changes).toEqual([]);
    });
  });

  it('do not turn into columns of an index when columns of their names are added', async () => {
    await withQuotedStrings(async (connection) => {
      const steps = await go(connection, schema.replace('(a, b, d)', '(a, b, d, x, y, z)'));
      expect(steps.indexOf('drop index i')).toBeLessThan(steps.indexOf('add column t.x'));
      expect(steps.indexOf('create index j')).toBeGreaterThan(steps.indexOf('add column t.z'));
    });
  });

  it('make way before SQLite reads all texts again to drop a column elsewhere', async () => {
    await withQuotedStrings(async (connection) => {
      const steps = await go(connection, schema.replace(', h, gone', ', h'));
      expect(steps.slice(0, 4)).toEqual(['drop index i', 'drop index j', 'drop trigger r', 'drop view v']);
      expect(steps.indexOf('drop column p.gone')).toBeGreaterThan(steps.indexOf('rebuild table w'));
    });
  });

  it('make way before a table is rebuilt', async () => {
    await withQuotedStrings(async (connection) => {
      const steps = await go(connection, schema.replace(', h, gone', ', h TEXT UNIQUE, gone'));
      expect(steps.filter((step) => step.startsWith('rebuild')).at(-1)).toBe('rebuild table p');
    });
  });

  it('stay where the columns of a view are called after them', async () => {
    await withQuotedStrings(async (connection) => {
      await script(connection, 'CREATE VIEW n AS SELECT a || "z", "q" FROM t');
      const [view] = [...(await read(connection))].filter(({ name }) => name === 'n');
      // This connection takes no strings in double quotes, so that SQLite alters nothing beside it.
      expect(view?.layout).toMatchObject({ select: 'SELECT a || "z", "q" FROM t', unreadable: true });
    });
  });

  it('are no strings where they name a column', async () => {
    await withQuotedStrings(async (connection) => {
      await script(connection, 'CREATE VIEW n AS SELECT "a" FROM t WHERE "b" = 1');
      const [view] = [...(await read(connection))].filter(({ name }) => name === 'n');
      expect(view?.layout).toMatchObject({ select: 'SELECT "a" FROM t WHERE "b" = 1' });
    });
  });
});
