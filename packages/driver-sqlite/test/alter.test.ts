import { describe, expect, it } from 'vitest';
import { converge, hazards, steps } from './converge.js';

const rows = ";;INSERT INTO t (id, a, b) VALUES (1, 'x', 'y'), (2, 'z', NULL), (7, 'q', 'r')";
const base = `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT)${rows}`;
const keeps = 'SELECT id, a, b FROM t ORDER BY id';

describe('altering a table in place', () => {
  it('adds a column', async () => {
    const made = await converge({
      from: base,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c INT)',
      keeps,
    });
    expect(steps(made)).toEqual(['add column t.c']);
  });

  it('adds a column with a constant default, NOT NULL', async () => {
    const made = await converge({
      from: base,
      to: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c TEXT NOT NULL DEFAULT 'it''s')",
      keeps,
      gives: ['SELECT DISTINCT c FROM t', [{ c: "it's" }]],
    });
    expect(steps(made)).toEqual(['add column t.c']);
    expect(hazards(made)).toEqual([]);
  });

  it.each([
    ['-1.5e3', -1500],
    ["x'00ff'", Buffer.from([0, 255])],
    ['TRUE', 1],
    ['+5', 5],
    ['(7)', 7],
    ['foo', 'foo'],
  ])('adds a column with the default %s', async (text, value) => {
    const made = await converge({
      from: base,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c DEFAULT ${text})`,
      keeps,
      gives: ['SELECT DISTINCT c FROM t', [{ c: value }]],
    });
    expect(steps(made)).toEqual(['add column t.c']);
  });

  it('adds a virtual column, a check, a collation and a foreign key without a default', async () => {
    const made = await converge({
      from: base,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT,
        g TEXT AS (a || h) VIRTUAL, h TEXT COLLATE NOCASE DEFAULT 'h' CHECK (length(h) < 9), f INT REFERENCES t (id) ON DELETE SET NULL)`,
      keeps,
      gives: ['SELECT g FROM t WHERE id = 1', [{ g: 'xh' }]],
    });
    expect(steps(made)).toEqual(['add column t.h', 'add column t.g', 'add column t.f']);
  });

  it('adds a check that speaks of an old and a new column', async () => {
    const made = await converge({
      from: base,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c TEXT, CHECK (c <> a))',
      keeps,
    });
    expect(steps(made)).toEqual(['add column t.c']);
    expect(hazards(made)).toEqual([]);
  });

  it('renames columns, in keys, checks, generated columns, indexes, triggers, views and children', async () => {
    const made = await converge({
      from: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE CHECK (length(a) < 10), g AS (upper(a)), p TEXT REFERENCES t (a))
        ;;CREATE TABLE child (x TEXT REFERENCES t (a))
        ;;CREATE INDEX i ON t (a, lower(a) DESC) WHERE a IS NOT NULL
        ;;CREATE VIEW v AS SELECT a FROM t
        ;;CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN INSERT INTO log VALUES (new.a); END
        ;;CREATE TABLE log (x)
        ;;INSERT INTO t (id, a) VALUES (1, 'x')`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, "new name" TEXT UNIQUE CHECK (length("new name") < 10), g AS (upper("new name")), p TEXT REFERENCES t ("new name"))
        ;;CREATE TABLE child (x TEXT REFERENCES t ("new name"))
        ;;CREATE INDEX i ON t ("new name", lower("new name") DESC) WHERE "new name" IS NOT NULL
        ;;CREATE VIEW v AS SELECT "new name" FROM t
        ;;CREATE TRIGGER tr AFTER UPDATE OF "new name" ON t BEGIN INSERT INTO log VALUES (new."new name"); END
        ;;CREATE TABLE log (x)`,
      renames: ['t.a=t.new name'],
      gives: ['SELECT * FROM v', [{ 'new name': 'x' }]],
    });
    expect(steps(made)).toEqual([
      'drop trigger tr',
      'drop view v',
      'rename column a to new name in table t',
      'create trigger tr',
      'create view v',
    ]);
  });

  it('changes the case of a column name', async () => {
    const made = await converge({ from: base, to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, A TEXT NOT NULL, b TEXT)' });
    expect(steps(made)).toEqual(['rename column a to A in table t']);
    expect(hazards(made)).toEqual([]);
  });

  it('renames columns one after the other, where each takes the name of the next', async () => {
    const made = await converge({
      from: base,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT NOT NULL, c TEXT)',
      renames: ['t.a=t.b', 't.b=t.c'],
      gives: ['SELECT b, c FROM t WHERE id = 1', [{ b: 'x', c: 'y' }]],
    });
    expect(made.up.flatMap((batch) => batch.steps.flatMap((step) => step.sql.map((each) => each.text)))).toEqual([
      'ALTER TABLE "t" RENAME COLUMN "b" TO c',
      'ALTER TABLE "t" RENAME COLUMN "a" TO b',
    ]);
  });

  it.each([
    ['c INT CHECK (c > 0)', ['drop column t.c']],
    ['f INT REFERENCES t', ['drop column t.f']],
    ['g AS (h), h', ['drop column t.g', 'drop column t.h']],
  ])('drops the plain column %s, with its own checks and foreign keys', async (column, expected) => {
    const made = await converge({
      from: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, ${column})${rows}`,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT)',
      keeps,
    });
    expect(steps(made)).toEqual(expected);
    expect(hazards(made)).toEqual(['drops-column', 'rewrites-table']);
  });

  it('drops several columns in one rebuild, since each DROP COLUMN would write the table again', async () => {
    const made = await converge({
      from: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c INT, d INT)${rows}`,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT)',
      keeps,
    });
    expect(steps(made)).toEqual(['rebuild table t']);
    expect(hazards(made)).toEqual(['drops-column', 'rebuilds-table']);
  });

  it('drops a column that indexes, views and triggers use, once they let go of it', async () => {
    const made = await converge({
      from: `${base};;CREATE INDEX i ON t (a) WHERE b IS NOT NULL;;CREATE VIEW v AS SELECT a, b FROM t
        ;;CREATE TRIGGER tr AFTER DELETE ON t BEGIN DELETE FROM t WHERE b = old.b; END`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL);;CREATE INDEX i ON t (a);;CREATE VIEW v AS SELECT a FROM t
        ;;CREATE TRIGGER tr AFTER DELETE ON t BEGIN DELETE FROM t WHERE a = old.a; END`,
      keeps: 'SELECT id, a FROM t',
    });
    expect(steps(made)).toContain('drop column t.b');
  });

  it('sets and drops NOT NULL, adds and drops checks', async () => {
    const made = await converge({
      from: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c INT CONSTRAINT positive CHECK (c > 0))${rows}`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c INT, CONSTRAINT short CHECK (length(a) < 9), CHECK (id > 0 AND a NOT IN ('no')))`,
      keeps,
    });
    expect(steps(made)).toEqual([
      'drop constraint positive of table t',
      "add check id > 0 AND a NOT IN ('no') to table t",
      'add check short to table t',
    ]);
    const back = await converge({ from: base, to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)', keeps });
    expect(steps(back)).toEqual(['drop NOT NULL from t.a']);
  });

  it('rebuilds for a check that NULLs satisfy, which ADD CHECK would refuse', async () => {
    const made = await converge({
      from: base,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, CHECK (a <> b))',
      keeps,
    });
    expect(steps(made)).toEqual(['rebuild table t']);
  });

  it('fills NULLs when a column with a default becomes NOT NULL, without firing triggers', async () => {
    const made = await converge({
      from: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT DEFAULT 'd')${rows};;CREATE TABLE log (x)
        ;;CREATE TRIGGER tr AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (1); END`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT NOT NULL DEFAULT 'd');;CREATE TABLE log (x)
        ;;CREATE TRIGGER tr AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (1); END`,
      gives: ['SELECT b, (SELECT count(*) FROM log) AS fired FROM t WHERE id = 2', [{ b: 'd', fired: 0 }]],
    });
    expect(steps(made)).toEqual(['drop trigger tr', 'fill and set t.b NOT NULL', 'create trigger tr']);
    expect(hazards(made)).toEqual(['fills-nulls']);
  });

  it('renames a table with everything that hangs on it', async () => {
    const made = await converge({
      from: `${base};;CREATE TABLE child (x INT REFERENCES t (id) ON DELETE CASCADE);;INSERT INTO child VALUES (1);;CREATE INDEX i ON t (a)
        ;;CREATE VIEW v AS SELECT a FROM t;;CREATE VIEW w AS SELECT * FROM v;;CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END`,
      to: `CREATE TABLE "u u" (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT);;CREATE TABLE child (x INT REFERENCES "u u" (id) ON DELETE CASCADE)
        ;;CREATE INDEX i ON "u u" (a);;CREATE VIEW v AS SELECT a FROM "u u";;CREATE VIEW w AS SELECT * FROM v
        ;;CREATE TRIGGER tr AFTER INSERT ON "u u" BEGIN SELECT 1; END`,
      renames: ['t=u u'],
      keeps: 'SELECT x FROM child',
      gives: ['SELECT id, a, b FROM "u u" WHERE id = 1', [{ id: 1, a: 'x', b: 'y' }]],
    });
    expect(steps(made)).toContain('rename table t to u u');
    expect(hazards(made)).toContain('breaks-clients');
  });

  it('renames and alters a table in one plan', async () => {
    await converge({
      from: `${base};;CREATE TABLE child (x INT REFERENCES t (id));;INSERT INTO child VALUES (1)`,
      to: `CREATE TABLE u (id INTEGER PRIMARY KEY, a2 TEXT NOT NULL, b TEXT UNIQUE);;CREATE TABLE child (x INT REFERENCES u (id), y)`,
      renames: ['t=u', 't.a=u.a2'],
      keeps: 'SELECT x FROM child',
      gives: ['SELECT a2 FROM u WHERE id = 7', [{ a2: 'q' }]],
    });
  });
});
