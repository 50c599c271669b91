import { writeFileSync } from 'node:fs';
import { createEngine } from '@sync/core';
import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';
import { folder } from './folder.js';

const tables = 'CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c AS (a + 1));\nCREATE VIEW v AS SELECT a FROM t;\n';

async function compile(text: string, exclude: readonly string[] = []) {
  using place = folder();
  writeFileSync(place.file('x.sql'), text);
  const { flaws = [], warnings } = await createEngine({ driver }).compile('x.sql', { directory: place.path, exclude });
  return {
    flaws: flaws.map(({ at, of, message }) => `${at} ${of}: ${message}`),
    warnings: warnings.map(({ at, message }) => `${at} ${message}`),
  };
}

describe('what SQLite takes and what does not hold', () => {
  it.each([
    ['a view of no table', 'CREATE VIEW w AS SELECT 1 FROM gone;', 'view w: no such table: main.gone'],
    ['a view of no column', 'CREATE VIEW w AS SELECT z FROM t;', 'view w: no such column: z'],
    [
      'too few names for the columns of a view',
      'CREATE VIEW w (x) AS SELECT a, b FROM t;',
      "view w: expected 1 columns for 'w' but got 2",
    ],
    ['a view of itself', 'CREATE VIEW w AS SELECT * FROM w;', 'view w: view w is circularly defined'],
    ['a key to no table', 'CREATE TABLE w (x REFERENCES gone (y));', 'table w: foreign key (x): no such table: gone'],
    [
      'a key to no column',
      'CREATE TABLE w (x REFERENCES t (y));',
      'table w: foreign key mismatch - "w" referencing "t"',
    ],
    [
      'a key to what is not unique',
      'CREATE TABLE w (x REFERENCES t (b));',
      'table w: foreign key mismatch - "w" referencing "t"',
    ],
    ['a key to a view', 'CREATE TABLE w (x REFERENCES v (a));', 'table w: foreign key mismatch - "w" referencing "v"'],
    [
      'a trigger that writes to no table',
      'CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO gone VALUES (1); END;',
      'trigger r: no such table: main.gone',
    ],
    [
      'a trigger that speaks of no column',
      'CREATE TRIGGER r BEFORE UPDATE ON t WHEN new.z > 1 BEGIN SELECT 1; END;',
      'trigger r: no such column: new.z',
    ],
    [
      'a trigger for the update of no column',
      'CREATE TRIGGER r AFTER UPDATE OF z ON t BEGIN SELECT 1; END;',
      'trigger r: UPDATE OF: no such column: z',
    ],
    [
      'a trigger in place of writing to a view',
      'CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN UPDATE gone SET a = 1; END;',
      'trigger r: no such table: main.gone',
    ],
    [
      'a full-text index over no table',
      "CREATE VIRTUAL TABLE f USING fts5(x, content = 'gone');",
      'virtual table f: no such table: main.gone',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await compile(tables + text)).toEqual({ flaws: [`x.sql:3 ${expected}`], warnings: [] });
  });

  it('is told of the guilty one of many triggers', async () => {
    const { flaws } = await compile(`${tables}CREATE TABLE u (a);
CREATE TRIGGER innocent AFTER INSERT ON t BEGIN INSERT INTO u VALUES (new.a); END;
CREATE TRIGGER through AFTER INSERT ON t BEGIN INSERT INTO v VALUES (new.a); END;
CREATE TRIGGER bystander INSTEAD OF INSERT ON v BEGIN INSERT INTO u VALUES (new.a); END;
CREATE TRIGGER guilty AFTER INSERT ON u BEGIN INSERT INTO gone VALUES (1); END;
CREATE TRIGGER faulty AFTER INSERT ON t BEGIN SELECT new.z; END;`);
    expect(flaws).toEqual([
      'x.sql:7 trigger guilty: no such table: main.gone',
      'x.sql:8 trigger faulty: no such column: new.z',
    ]);
  });

  it('is told once, not again for what stands on it', async () => {
    const { flaws } = await compile(
      'CREATE VIEW c AS SELECT * FROM b;\nCREATE VIEW b AS SELECT * FROM a;\nCREATE VIEW a AS SELECT * FROM gone;',
    );
    expect(flaws).toEqual(['x.sql:3 view a: no such table: main.gone']);
  });

  it('is not seen where nothing is wrong', async () => {
    expect(
      await compile(`${tables}
CREATE TABLE u (a INTEGER PRIMARY KEY, b REFERENCES t, c REFERENCES u (a), d DEFAULT (abs(-1)), e DEFAULT "s");
CREATE TABLE w (a PRIMARY KEY, b, FOREIGN KEY (b) REFERENCES w) WITHOUT ROWID;
CREATE TRIGGER r1 AFTER UPDATE OF c, b ON t BEGIN SELECT new.c, old.rowid; END;
CREATE TRIGGER r2 INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (new.a); END;
CREATE TRIGGER r3 AFTER DELETE ON w BEGIN INSERT INTO v VALUES (old.a); END;
CREATE TRIGGER r4 AFTER UPDATE OF c ON t BEGIN SELECT 1; END;
CREATE VIRTUAL TABLE f USING fts5(b, content = 't', content_rowid = 'a');
CREATE VIEW x AS WITH n AS (SELECT 1 AS i) SELECT i FROM n, json_each('[1]'), sqlite_master;`),
    ).toEqual({ flaws: [], warnings: [] });
  });

  it('is a warning for a table that SQLite takes for a part of a virtual one', async () => {
    const taken =
      "CREATE TABLE F_content (x); CREATE VIRTUAL TABLE f USING fts5(b, content = 't', content_rowid = 'a');";
    expect(await compile(tables + taken)).toEqual({
      flaws: [],
      warnings: ['x.sql:3 table F_content is defined here, and no plan creates it: belongs to a virtual table'],
    });
  });

  it.each([
    ['a function that SQLite has not', 'CREATE VIEW w AS SELECT ours(a) FROM t;', 'that function'],
    ['such a function in a default', 'CREATE TABLE w (x DEFAULT (ours()));', 'that function'],
    ['a collation that SQLite has not', 'CREATE VIEW w AS SELECT a FROM t ORDER BY b COLLATE ours;', 'that collation'],
    ['a string in double quotes', 'CREATE VIEW w AS SELECT "text" FROM t;', 'for a string'],
    [
      'such a string in a trigger',
      'CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = "x"; END;',
      'for a string',
    ],
  ])('is a warning for %s', async (_, text, words) => {
    const { flaws, warnings } = await compile(tables + text);
    expect(flaws).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(`^x\\.sql:3 .*; this holds only where .*${words}`)]);
  });

  it('is a warning where what is missing is excluded, and an error where only some of it is', async () => {
    const text = 'CREATE TABLE t (a); CREATE VIEW w AS SELECT * FROM legacy_x, ';
    expect(await compile(`${text}t`, ['legacy_*'])).toMatchObject({ flaws: [], warnings: [expect.any(String)] });
    expect(await compile(`${text}gone`, ['legacy_*'])).toMatchObject({ flaws: [expect.any(String)], warnings: [] });
  });
});
