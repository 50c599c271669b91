import { describe, expect, it } from 'vitest';
import { converge, steps } from './converge.js';

describe('tables that are written in unusual ways', () => {
  it('keeps all rows when NULLs are filled in a column whose conflict clause deletes', async () => {
    const table = (notNull: string) =>
      `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT${notNull} DEFAULT 'd' UNIQUE ON CONFLICT REPLACE)`;
    const rows = ";;INSERT INTO t (id, a) VALUES (1, NULL), (2, NULL), (3, 'd')";
    await expect(converge({ from: table('') + rows, to: table(' NOT NULL') })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
    });
    await converge({
      from: `${table('')};;INSERT INTO t (id, a) VALUES (1, NULL)`,
      to: table(' NOT NULL'),
      oneWay: true,
      gives: ['SELECT * FROM t', [{ id: 1, a: 'd' }]],
    });
  });

  it('drops a table whose rows refer to each other', async () => {
    const made = await converge({
      from: 'CREATE TABLE t (a INTEGER PRIMARY KEY, b REFERENCES t (a) ON DELETE RESTRICT);;INSERT INTO t VALUES (1, NULL), (2, 1)',
      to: '',
      oneWay: true,
    });
    expect(steps(made)).toEqual(['drop table t']);
  });

  it.each([
    [
      'a check that is there twice',
      'a CHECK (a > 0), b, CONSTRAINT c CHECK (b > 0), CONSTRAINT C CHECK (b > 0)',
      'a CHECK (a > 0), b',
    ],
    ['a column whose check is there twice', 'a, b CHECK (b > 0), CHECK (b > 0)', 'a'],
    ['a column whose foreign key is there twice', 'a, b REFERENCES t (a), FOREIGN KEY (b) REFERENCES t (a)', 'a'],
    ['NOT NULL that is there twice', 'a, b NOT NULL NOT NULL', 'a, b'],
    ['a check that has two names', 'a, CONSTRAINT x CONSTRAINT y CHECK (a > 0)', 'a'],
    ['a check whose name a default has too', 'a CONSTRAINT k DEFAULT 1, CONSTRAINT K CHECK (a > 0)', 'a DEFAULT 1'],
    ['a check whose name NULL has too', 'a CONSTRAINT k NULL, CONSTRAINT k CHECK (a > 0)', 'a'],
    [
      'a check whose name a collation has too',
      'a CONSTRAINT k COLLATE nocase, CONSTRAINT k CHECK (a > 0)',
      'a COLLATE nocase',
    ],
  ])('rebuilds to drop %s', async (_, from, to) => {
    const made = await converge({ from: `CREATE TABLE t (${from})`, to: `CREATE TABLE t (${to})` });
    expect(steps(made)).toEqual(['rebuild table t']);
  });

  it('takes the case of a constraint name for spelling, and keeps it', async () => {
    const table = (name: string) => `CREATE TABLE t (a CONSTRAINT ${name} CHECK (a > 0))`;
    expect(steps(await converge({ from: table('Positive'), to: table('POSITIVE') }))).toEqual([]);
    await converge({
      from: table('Positive'),
      to: 'CREATE TABLE t (a CONSTRAINT Positive CHECK (a > 0), b UNIQUE)',
      gives: ["SELECT instr(sql, '\"Positive\"') > 0 AS kept FROM sqlite_schema WHERE name = 't'", [{ kept: 1 }]],
    });
  });

  it('follows the rename of a table in a foreign key that is written on a dropped column', async () => {
    const made = await converge({
      from: 'CREATE TABLE p (id INTEGER PRIMARY KEY);;CREATE TABLE t (a, b REFERENCES p (id))',
      to: 'CREATE TABLE q (id INTEGER PRIMARY KEY);;CREATE TABLE t (a)',
      renames: ['p=q'],
    });
    expect(steps(made)).toEqual(['rename table p to q', 'drop column t.b']);
  });
});

describe('rows that refer to nothing already', () => {
  const off = (rows: string) => `;;PRAGMA foreign_keys = OFF;;${rows};;PRAGMA foreign_keys = ON`;

  it('are no obstacle where the table that they mean is spelled another way', async () => {
    const parent = 'CREATE TABLE P (id INTEGER PRIMARY KEY)';
    await converge({
      from: `${parent};;CREATE TABLE t (a REFERENCES P (id), b INT)${off('INSERT INTO t VALUES (9, 1)')}`,
      to: `${parent};;CREATE TABLE t (a REFERENCES p (id), b INT UNIQUE)`,
      keeps: 'SELECT a, b FROM t',
    });
    await converge({
      from: `${parent};;CREATE TABLE t (a, b INT)`,
      to: `${parent};;CREATE TABLE t (a REFERENCES P (id), b INT UNIQUE)`,
      gives: ["SELECT instr(sql, 'REFERENCES \"P\"') > 0 AS kept FROM sqlite_schema WHERE name = 't'", [{ kept: 1 }]],
    });
  });

  it('are no obstacle where rows lose their rowids', async () => {
    const parent = 'CREATE TABLE p (id INTEGER PRIMARY KEY)';
    await converge({
      from: `${parent};;CREATE TABLE t (k TEXT PRIMARY KEY NOT NULL, a REFERENCES p (id))${off("INSERT INTO t VALUES ('x', 1), ('y', 2)")}`,
      to: `${parent};;CREATE TABLE t (k TEXT PRIMARY KEY, a REFERENCES p (id)) WITHOUT ROWID`,
      keeps: 'SELECT k, a FROM t ORDER BY k',
    });
  });
});

describe('what refers to a primary key without naming it', () => {
  const rows = ";;INSERT INTO p VALUES (1, 'one'), (2, 'two');;INSERT INTO t VALUES (2), (1)";

  it('spells the key out when it changes under a foreign key that stays', async () => {
    const made = await converge({
      from: `CREATE TABLE p (a PRIMARY KEY, b NOT NULL UNIQUE);;CREATE TABLE t (x REFERENCES p);;CREATE INDEX i ON t (x)
        ;;CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END${rows}`,
      to: `CREATE TABLE p (a NOT NULL UNIQUE, b PRIMARY KEY);;CREATE TABLE t (x REFERENCES p (a));;CREATE INDEX i ON t (x)
        ;;CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END`,
      keeps: 'SELECT x, b FROM t JOIN p ON a = x ORDER BY x',
    });
    expect(steps(made).filter((step) => step.startsWith('rebuild'))).toEqual(['rebuild table p', 'rebuild table t']);
  });

  it('spells the key out beside other changes, and where both tables change names', async () => {
    const made = await converge({
      from: `CREATE TABLE p (a PRIMARY KEY, b NOT NULL UNIQUE);;CREATE TABLE t (x REFERENCES p)${rows}`,
      to: `CREATE TABLE q (c NOT NULL UNIQUE, b PRIMARY KEY);;CREATE TABLE u (x REFERENCES q (c), y TEXT)`,
      renames: ['p=q', 'q.a=q.c', 't=u'],
    });
    expect(made.up.flatMap((batch) => batch.steps.flatMap(({ sql }) => sql.map(({ text }) => text))).join()).toContain(
      'REFERENCES "q" ("c")',
    );
  });

  it('spells the keys out of tables that refer to each other', async () => {
    await converge({
      from: 'CREATE TABLE p (a PRIMARY KEY, b NOT NULL UNIQUE, t REFERENCES t);;CREATE TABLE t (a PRIMARY KEY, b NOT NULL UNIQUE, p REFERENCES p)',
      to: 'CREATE TABLE p (a NOT NULL UNIQUE, b PRIMARY KEY, t REFERENCES t (a));;CREATE TABLE t (a NOT NULL UNIQUE, b PRIMARY KEY, p REFERENCES p (a))',
    });
  });

  it('goes along when it means the new key afterwards', async () => {
    await converge({
      from: 'CREATE TABLE p (a PRIMARY KEY, b NOT NULL UNIQUE);;CREATE TABLE t (x REFERENCES p)',
      to: 'CREATE TABLE p (a NOT NULL UNIQUE, b PRIMARY KEY);;CREATE TABLE t (x REFERENCES p)',
    });
  });
});

describe('views, triggers and virtual tables that are written in unusual ways', () => {
  it('leaves a comment at the end of a view out of a script', async () => {
    const made = await converge({ from: '', to: 'CREATE VIEW v AS SELECT 1 AS a -- one' });
    expect(made.up[0]?.steps[0]?.sql[0]?.text).toBe('CREATE VIEW "v" AS\nSELECT 1 AS a');
  });

  it.each([
    ['SELECT a + b FROM t', 'SELECT a+b FROM t', 2],
    ['SELECT a + b AS c FROM t', 'SELECT a+b AS c FROM t', 0],
    ['SELECT count(*) n, t . a FROM t', 'SELECT count( * ) n, t.a from t', 0],
    ['SELECT a IS DISTINCT FROM b FROM t', 'SELECT a IS  DISTINCT FROM b FROM t', 2],
    ['WITH w AS (SELECT a+b FROM t) SELECT * FROM w', 'WITH w AS (SELECT a + b AS c FROM t) SELECT c FROM w', 2],
    ['SELECT a FROM t UNION SELECT a+b FROM t', 'SELECT a FROM t UNION SELECT a + b FROM t', 0],
    ['VALUES (1+2)', 'VALUES (1 + 2)', 0],
  ])('from %s to %s', async (from, to, count) => {
    const table = 'CREATE TABLE t (a, b);;CREATE VIEW v AS ';
    expect(steps(await converge({ from: table + from, to: table + to }))).toHaveLength(count);
  });

  it('reads a trigger whose condition speaks of a column named begin', async () => {
    await converge({
      from: 'CREATE TABLE t (begin)',
      to: 'CREATE TABLE t (begin);;CREATE TRIGGER g AFTER INSERT ON t WHEN new.begin > 1 BEGIN DELETE FROM t; END',
      gives: [
        "SELECT sql LIKE '%WHEN new.begin > 1 BEGIN%' AS kept FROM sqlite_schema WHERE name = 'g'",
        [{ kept: 1 }],
      ],
    });
  });

  it.each([
    ["fts5(a, content='')", 'fts5(a, CONTENT = "")', 0],
    ["fts5(a, prefix='2')", 'fts5(a, prefix=2)', 0],
    ["fts5(a, tokenize='porter ascii')", 'fts5(a, tokenize = "porter ascii")', 0],
    ["fts5(a, prefix='2')", 'fts5(a, prefix=3)', 1],
  ])('from %s to %s', async (from, to, count) => {
    const made = await converge({
      from: `CREATE VIRTUAL TABLE f USING ${from}`,
      to: `CREATE VIRTUAL TABLE f USING ${to}`,
    });
    expect(steps(made)).toHaveLength(count);
  });

  it('drops a broken view meanwhile that keeps SQLite from altering another table', async () => {
    const view = ';;CREATE VIEW v AS SELECT * FROM gone';
    const made = await converge({ from: `CREATE TABLE t (a, b)${view}`, to: `CREATE TABLE t (a)${view}` });
    expect(steps(made)).toEqual(['drop view v', 'drop column t.b', 'create view v']);
  });
});
