import { describe, expect, it } from 'vitest';
import { converge, hazards, steps } from './converge.js';

const pair = `
  CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);; CREATE TABLE b (id INTEGER PRIMARY KEY, y INT);;
  INSERT INTO a VALUES (1, 'from a');; INSERT INTO b VALUES (1, 5)`;
const traded = 'CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT);; CREATE TABLE a (id INTEGER PRIMARY KEY, y INT)';

describe('names that trade places', () => {
  it('are those of two tables', async () => {
    const made = await converge({
      from: pair,
      to: traded,
      renames: ['a=b', 'b=a'],
      gives: ['SELECT a.y, b.x FROM a, b', [{ y: 5, x: 'from a' }]],
    });
    expect(steps(made)).toEqual([
      'rename table b to _schema_sync_aside_1',
      'rename table a to b',
      'rename table _schema_sync_aside_1 to a',
    ]);
    expect(hazards(made)).toEqual(['breaks-clients']);
    expect(made.up.flatMap((batch) => batch.steps.flatMap((step) => step.hazards))).toHaveLength(2);
  });

  it('are those of three tables that refer to each other, with all that hangs on them', async () => {
    const tables = (one: string, two: string, three: string) => `
      CREATE TABLE ${one} (id INTEGER PRIMARY KEY, r1 INT REFERENCES ${two}, v TEXT);;
      CREATE TABLE ${two} (id INTEGER PRIMARY KEY, r2 INT REFERENCES ${three} (id) ON DELETE CASCADE, w TEXT);;
      CREATE TABLE ${three} (id INTEGER PRIMARY KEY, r3 INT REFERENCES ${three}, z TEXT);;
      CREATE TABLE child (id INTEGER PRIMARY KEY, p INT REFERENCES ${one} (id));;
      CREATE INDEX i ON ${one} (v);; CREATE INDEX j ON ${two} (w) WHERE w > '';;
      CREATE VIEW seen AS SELECT v FROM ${one} JOIN ${two} USING (id);;
      CREATE TRIGGER logged AFTER INSERT ON ${three} BEGIN DELETE FROM ${one} WHERE id = new.id + 100; END`;
    const rows = `;; INSERT INTO c VALUES (1, NULL, 'c');; INSERT INTO b VALUES (1, 1, 'b');; INSERT INTO a VALUES (1, 1, 'a');;
      INSERT INTO child VALUES (1, 1)`;
    await converge({
      from: tables('a', 'b', 'c') + rows,
      to: tables('b', 'c', 'a'),
      renames: ['a=b', 'b=c', 'c=a'],
      gives: ['SELECT b.v, c.w, a.z, child.p FROM a, b, c, child', [{ v: 'a', w: 'b', z: 'c', p: 1 }]],
    });
  });

  it('are those of tables that are altered and rebuilt on the way', async () => {
    await converge({
      from: pair,
      to: 'CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT NOT NULL UNIQUE);; CREATE TABLE a (id INTEGER PRIMARY KEY, y INT, more TEXT)',
      renames: ['a=b', 'b=a'],
      gives: ['SELECT a.y, b.x FROM a, b', [{ y: 5, x: 'from a' }]],
    });
  });

  it('are those of tables that look alike, and of columns in them', async () => {
    const twins =
      'CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT, y TEXT);; CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT, y TEXT)';
    await converge({
      from: `${twins};; INSERT INTO a VALUES (1, 'ax', 'ay');; INSERT INTO b VALUES (2, 'bx', 'by')`,
      to: twins,
      renames: ['a=b', 'b=a', 'b.x=b.y', 'b.y=b.x'],
      gives: ['SELECT a.x ax, a.y ay, b.x bx, b.y by FROM a, b', [{ ax: 'bx', ay: 'by', bx: 'ay', by: 'ax' }]],
    });
  });

  it('are those of a table and a view', async () => {
    await converge({
      from: 'CREATE TABLE a (id INTEGER PRIMARY KEY);; INSERT INTO a VALUES (7);; CREATE VIEW b AS SELECT 1 AS one',
      to: 'CREATE TABLE b (id INTEGER PRIMARY KEY);; CREATE VIEW a AS SELECT 1 AS one',
      renames: ['a=b', 'b=a'],
      gives: ['SELECT a.one, b.id FROM a, b', [{ one: 1, id: 7 }]],
    });
  });

  it('are those of virtual tables', async () => {
    await converge({
      from: "CREATE VIRTUAL TABLE a USING fts5(x);; CREATE VIRTUAL TABLE b USING fts5(y);; INSERT INTO a VALUES ('in a')",
      to: 'CREATE VIRTUAL TABLE b USING fts5(x);; CREATE VIRTUAL TABLE a USING fts5(y)',
      renames: ['a=b', 'b=a'],
      gives: ['SELECT x FROM b', [{ x: 'in a' }]],
    });
  });

  it.each([
    ['indexes', ['CREATE INDEX $1 ON t (x)', 'CREATE UNIQUE INDEX $2 ON t (y)']],
    ['indexes of a table that is renamed', ['CREATE INDEX $1 ON t (x)', 'CREATE INDEX $2 ON t (y) WHERE x > 1']],
    ['views', ['CREATE VIEW $1 AS SELECT x FROM t', 'CREATE VIEW $2 AS SELECT y FROM t']],
    ['views, one of the other', ['CREATE VIEW $1 AS SELECT x FROM t', 'CREATE VIEW $2 AS SELECT * FROM $1']],
    [
      'triggers',
      [
        'CREATE TRIGGER $1 AFTER INSERT ON t BEGIN DELETE FROM t; END',
        'CREATE TRIGGER $2 AFTER DELETE ON t BEGIN SELECT 1; END',
      ],
    ],
  ])('are those of %s', async (what, made) => {
    const table = (name: string) => `CREATE TABLE ${name} (id INTEGER PRIMARY KEY, x INT, y INT)`;
    const state = (one: string, two: string, name: string) =>
      [
        table(name),
        ...made.map((text) => text.replaceAll('$1', one).replaceAll('$2', two).replaceAll(' t ', ` ${name} `)),
      ].join(';;');
    const next = what.includes('renamed') ? 't2' : 't';
    await converge({
      from: state('m', 'n', 't'),
      to: state('n', 'm', next),
      renames: ['m=n', 'n=m', ...(next === 't' ? [] : [`t=${next}`])],
    });
  });

  it('are those of three columns, in keys, checks, generated columns, indexes and references', async () => {
    const table = (a: string, b: string, c: string) => `
      CREATE TABLE t (id INTEGER PRIMARY KEY, ${a} TEXT UNIQUE, ${b} INT CHECK (${b} > 0), ${c} REAL, g AS (${b} + ${c}));;
      CREATE INDEX i ON t (${b}, ${c} DESC);; CREATE TABLE child (id INTEGER PRIMARY KEY, p TEXT REFERENCES t (${a}));;
      CREATE VIEW v AS SELECT ${a}, ${b} FROM t`;
    await converge({
      from: `${table('a', 'b', 'c')};; INSERT INTO t (a, b, c) VALUES ('k', 2, 0.5);; INSERT INTO child VALUES (1, 'k')`,
      to: table('b', 'c', 'a'),
      renames: ['t.a=t.b', 't.b=t.c', 't.c=t.a'],
      gives: ['SELECT b, c, a, g FROM t', [{ b: 'k', c: 2, a: 0.5, g: 2.5 }]],
    });
  });

  it('are given on in chains of tables', async () => {
    const made = await converge({
      from: pair,
      to: 'CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT);; CREATE TABLE c (id INTEGER PRIMARY KEY, y INT)',
      renames: ['a=b', 'b=c'],
      gives: ['SELECT b.x, c.y FROM b, c', [{ x: 'from a', y: 5 }]],
    });
    expect(steps(made)).toEqual(['rename table b to c', 'rename table a to b']);
  });
});
