import { inspect } from '@sync/core';
import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';
import { converge, hazards, memory, read, steps } from './converge.js';

const table = 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE, b INT)';

describe('indexes', () => {
  it.each([
    ['CREATE INDEX i ON t (a)', 'CREATE UNIQUE INDEX i ON t (a)'],
    ['CREATE INDEX i ON t (a)', 'CREATE INDEX i ON t (a DESC)'],
    ['CREATE INDEX i ON t (a)', 'CREATE INDEX i ON t (a COLLATE BINARY)'],
    ['CREATE INDEX i ON t (a, b)', 'CREATE INDEX i ON t (b, a)'],
    ['CREATE INDEX i ON t (a)', 'CREATE INDEX i ON t (lower(a))'],
    ['CREATE INDEX i ON t (lower(a) COLLATE rtrim DESC, -b)', 'CREATE INDEX i ON t (lower(a), -b)'],
    ['CREATE INDEX i ON t (a)', "CREATE INDEX i ON t (a) WHERE b IS NOT NULL AND a <> 'x'"],
    ['CREATE INDEX i ON t (a)', 'CREATE INDEX i ON u (a)'],
  ])('from %s to %s', async (from, to) => {
    const both = `${table};;CREATE TABLE u (a)`;
    const made = await converge({
      from: `${both};;INSERT INTO t VALUES (1, 'x', 2);;${from}`,
      to: `${both};;${to}`,
      keeps: 'SELECT * FROM t',
    });
    expect(steps(made)).toEqual(['drop index i', 'create index i']);
  });

  it.each([
    ['CREATE INDEX i ON t (a)', 'create index if not exists main."i" on [t] ( (A) collate NoCase asc )'],
    ['CREATE INDEX i ON t (lower(a)) WHERE b=1', 'CREATE INDEX i ON t (LOWER("a")) WHERE (b == 1)'],
    ["CREATE INDEX i ON t ('a')", 'CREATE INDEX i ON t (a)'],
  ])('%s is %s', async (from, to) => {
    expect(steps(await converge({ from: `${table};;${from}`, to: `${table};;${to}` }))).toEqual([]);
  });

  it('is renamed by being made again', async () => {
    const made = await converge({
      from: `${table};;CREATE INDEX i ON t (a)`,
      to: `${table};;CREATE INDEX "i 2" ON t (a)`,
      renames: ['i=i 2'],
    });
    expect(steps(made)).toEqual(['rename index i to i 2']);
  });

  it('warns of a unique index over rows that are there, not over a new table', async () => {
    expect(hazards(await converge({ from: table, to: `${table};;CREATE UNIQUE INDEX i ON t (a, b)` }))).toEqual([
      'adds-unique',
      'builds-index',
    ]);
    expect(hazards(await converge({ from: '', to: `${table};;CREATE UNIQUE INDEX i ON t (a)` }))).toEqual([]);
  });
});

describe('views', () => {
  it.each([
    ['CREATE VIEW v AS SELECT a FROM t', 'CREATE VIEW v AS SELECT b FROM t', 2],
    ['CREATE VIEW v AS SELECT a FROM t', 'CREATE VIEW v (x) AS SELECT a FROM t', 2],
    ["CREATE VIEW v AS SELECT 'x  y' AS s", "CREATE VIEW v AS SELECT 'x y' AS s", 2],
    ['CREATE VIEW v AS SELECT a AS x FROM t', 'CREATE VIEW v AS SELECT a AS X FROM t', 2],
    ['CREATE VIEW v AS SELECT a FROM t', 'create view if not exists "v" as\n  select a -- comment\n  from "t"', 0],
    [
      'CREATE VIEW v AS SELECT count(*) AS n, -1 AS m FROM t WHERE a != 1',
      'CREATE VIEW v AS SELECT count( * ) as n, - 1 AS m FROM [t] where a <> 1',
      0,
    ],
    [
      'CREATE VIEW v AS WITH w AS (SELECT 1) SELECT * FROM w',
      'CREATE VIEW v AS with w as (select 1) select * from w',
      0,
    ],
  ])('from %s to %s', async (from, to, count) => {
    expect(steps(await converge({ from: `${table};;${from}`, to: `${table};;${to}` }))).toHaveLength(count);
  });

  it('keeps the names that columns have from how they were written', async () => {
    await converge({
      from: table,
      to: `${table};;CREATE VIEW v AS SELECT a||b,COUNT(*) FROM t`,
      gives: ["SELECT group_concat(name) AS names FROM pragma_table_info('v')", [{ names: 'a||b,COUNT(*)' }]],
    });
  });

  it('stands on other views, in the right order, whatever they are called', async () => {
    const views =
      ';;CREATE VIEW z AS SELECT a FROM t;;CREATE VIEW m AS SELECT * FROM z, (SELECT 1) JOIN t USING (a);;CREATE VIEW a AS SELECT * FROM main.m WHERE a IN (SELECT a FROM z)';
    const made = await converge({ from: '', to: `${table}${views}` });
    expect(steps(made)).toEqual(['create table t', 'create view z', 'create view m', 'create view a']);
    const changed = await converge({
      from: `${table}${views}`,
      to: `${table}${views.replace('SELECT a FROM t', 'SELECT a, b FROM t')}`,
    });
    expect(steps(changed)).toEqual([
      'drop view a',
      'drop view m',
      'drop view z',
      'create view z',
      'create view m',
      'create view a',
    ]);
  });

  it('is not taken for needed because a column or a WITH clause has its name', async () => {
    const to = `${table};;CREATE VIEW x AS SELECT 1 AS y;;CREATE VIEW y AS WITH x AS (SELECT 2 AS n) SELECT n AS x FROM x`;
    await converge({ from: '', to });
  });

  it('becomes a table, and a table becomes a view', async () => {
    await converge({ from: `${table};;CREATE VIEW n AS SELECT a FROM t`, to: `${table};;CREATE TABLE n (a TEXT)` });
  });

  it('is renamed by being made again', async () => {
    const made = await converge({
      from: `${table};;CREATE VIEW v AS SELECT a FROM t;;CREATE VIEW w AS SELECT a FROM v`,
      to: `${table};;CREATE VIEW v2 AS SELECT a FROM t;;CREATE VIEW w AS SELECT a FROM v2`,
      renames: ['v=v2'],
    });
    expect(steps(made)).toEqual(['drop view w', 'rename view v to v2', 'create view w']);
  });
});

describe('triggers', () => {
  const log = ';;CREATE TABLE log (x)';
  const trigger =
    'CREATE TRIGGER tr AFTER UPDATE OF b, a ON t WHEN new.a > (SELECT 1) BEGIN INSERT INTO log VALUES (new.a); SELECT CASE WHEN 1 THEN 2 END; END';
  it.each([
    [trigger, trigger.replace('AFTER', 'BEFORE'), 2],
    [trigger, trigger.replace('OF b, a', ''), 2],
    [trigger, trigger.replace('UPDATE OF b, a', 'DELETE').replaceAll('new.', 'old.'), 2],
    [trigger, trigger.replace('WHEN new.a > (SELECT 1)', ''), 2],
    [trigger, trigger.replace('VALUES (new.a)', 'VALUES (new.b)'), 2],
    [
      trigger,
      trigger
        .replace('OF b, a', 'OF A, "b"')
        .replace('ON t', 'on "T" FOR EACH ROW')
        .replace('SELECT CASE', '\n--x\nselect   case'),
      0,
    ],
    [
      'CREATE TRIGGER tr INSERT ON t BEGIN SELECT 1; END',
      'CREATE TRIGGER tr BEFORE INSERT ON t BEGIN SELECT 1; END',
      0,
    ],
  ])('from %s to %s', async (from, to, count) => {
    const made = await converge({ from: `${table}${log};;${from}`, to: `${table}${log};;${to}` });
    expect(steps(made)).toHaveLength(count);
  });

  it('goes with its table, and comes after what it names', async () => {
    const made = await converge({
      from: '',
      to: `CREATE TABLE a (x);;CREATE TABLE z (x);;CREATE TRIGGER b AFTER INSERT ON a BEGIN DELETE FROM z; END`,
    });
    expect(steps(made)).toEqual(['create table a', 'create table z', 'create trigger b']);
    const gone = await converge({ from: `${table}${log};;${trigger}`, to: 'CREATE TABLE log (x)' });
    expect(steps(gone)).toEqual(['drop table t']);
  });
});

describe('virtual tables', () => {
  const fts = "CREATE VIRTUAL TABLE f USING fts5 (a, b UNINDEXED, tokenize = 'porter ascii')";

  it('leaves their shadow tables alone, and says so', async () => {
    await using connection = await memory();
    await connection.execute({ text: fts });
    await connection.execute({ text: 'CREATE VIRTUAL TABLE r USING rtree (id, x0, x1)' });
    await connection.execute({ text: 'CREATE TABLE f_mine (a)' });
    const { catalogue, unmanaged } = await inspect(connection, driver);
    expect(Array.from(catalogue, (object) => object.address)).toEqual([
      'sqlite/virtual-table:f',
      'sqlite/virtual-table:r',
      'table:f_mine',
    ]);
    expect(unmanaged.map(({ name }) => name).sort()).toEqual([
      'f_config',
      'f_content',
      'f_data',
      'f_docsize',
      'f_idx',
      'r_node',
      'r_parent',
      'r_rowid',
    ]);
    expect(new Set(unmanaged.map(({ reason }) => reason))).toEqual(new Set(['belongs to a virtual table']));
  });

  it('creates, drops and tells spellings apart', async () => {
    expect(hazards(await converge({ from: fts, to: '' }))).toEqual(['drops-virtual-table']);
    expect(
      steps(await converge({ from: fts, to: fts.replace('tokenize = ', 'tokenize=').replace('(a,', '( a ,') })),
    ).toEqual([]);
    expect(
      steps(await converge({ from: '', to: 'CREATE VIRTUAL TABLE r USING rtree (id, x0, x1, +note TEXT)' })),
    ).toEqual(['create virtual table r']);
  });

  it('renames in place', async () => {
    const made = await converge({
      from: `${fts};;INSERT INTO f VALUES ('running', 'x')`,
      to: fts.replace('TABLE f', 'TABLE "g h"'),
      renames: ['f=g h'],
      gives: [`SELECT a FROM "g h" ('run')`, [{ a: 'running' }]],
    });
    expect(steps(made)).toEqual(['rename virtual table f to g h']);
  });

  it('fills an index over another table again', async () => {
    const external = "CREATE VIRTUAL TABLE f USING fts5 (a, content='t', content_rowid='id')";
    const made = await converge({
      from: `${table};;INSERT INTO t VALUES (3, 'runs', 1);;${external};;INSERT INTO f (f) VALUES ('rebuild')`,
      to: `${table};;${external.replace('(a,', "(a, tokenize='porter',")}`,
      gives: ["SELECT rowid AS id FROM f ('running')", [{ id: 3 }]],
    });
    expect(hazards(made)).toEqual(['refills-virtual-table']);
  });

  it('keeps an index over a table that is rebuilt', async () => {
    const rest = ";;CREATE VIRTUAL TABLE f USING fts5 (a, content='t', content_rowid='rowid')";
    await converge({
      from: `CREATE TABLE t (a TEXT);;INSERT INTO t (rowid, a) VALUES (42, 'needle')${rest};;INSERT INTO f (f) VALUES ('rebuild')`,
      to: `CREATE TABLE t (a TEXT UNIQUE)${rest}`,
      keeps: "SELECT rowid AS id, a FROM f ('needle')",
    });
  });
});

describe('what is left alone', () => {
  it('skips what SQLite and schema-sync keep for themselves', async () => {
    await using connection = await memory();
    for (const text of [
      'CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE)',
      "INSERT INTO t (a) VALUES ('x')",
      'ANALYZE',
      'CREATE TABLE _schema_sync_runs (a)',
      'CREATE INDEX _i ON _schema_sync_runs (a)',
      'CREATE TEMP TABLE temporary (a)',
      "ATTACH ':memory:' AS other",
      'CREATE TABLE other.elsewhere (a)',
    ]) {
      await connection.execute({ text });
    }
    const catalogue = await read(connection);
    expect(Array.from(catalogue, (object) => object.address)).toEqual(['table:t']);
  });

  it('takes one query, however many tables there are', async () => {
    await using connection = await memory();
    for (let i = 0; i < 40; i++) await connection.execute({ text: `CREATE TABLE t${i} (a UNIQUE REFERENCES t0)` });
    let queries = 0;
    const query: typeof connection.query = (statement) => {
      queries++;
      return connection.query(statement);
    };
    await inspect({ ...connection, server: connection.server, query } as typeof connection, driver);
    expect(queries).toBe(1);
  });
});
