import { join } from 'node:path';
import { createEngine, writeDocuments } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { compile, driver } from './support/engine.js';

const schemas: readonly (readonly [string, string])[] = [
  [
    'types',
    'CREATE TABLE t (a, b INTEGER, c VARCHAR(10), d DECIMAL(10,2), e "odd type", f UNSIGNED BIG INT, g "select")',
  ],
  [
    'names',
    'CREATE TABLE "a b" ("c""d" TEXT, [e f] TEXT, `g` TEXT, "no" TEXT, "é" TEXT, "123" TEXT, "true" TEXT, "select" TEXT)',
  ],
  ['yaml words', 'CREATE TABLE "on" ("yes" TEXT, "~" TEXT, "1.0" TEXT, "a: b" TEXT, "# c" TEXT, "- d" TEXT, "" TEXT)'],
  [
    'case',
    'CREATE TABLE Users (Id INTEGER PRIMARY KEY, EMail TEXT); CREATE INDEX Mails ON users (email); CREATE TABLE u (x REFERENCES USERS (ID))',
  ],
  [
    'literal defaults',
    `CREATE TABLE t (a TEXT DEFAULT 'x', b TEXT DEFAULT '', c TEXT DEFAULT 'it''s', d INTEGER DEFAULT 5, e INTEGER DEFAULT '5', f TEXT DEFAULT 5, g REAL DEFAULT -1.5e10, h TEXT DEFAULT 'null', i TEXT DEFAULT NULL)`,
  ],
  [
    'odd defaults',
    `CREATE TABLE t (a DEFAULT x'00FF', b DEFAULT TRUE, c DEFAULT CURRENT_TIMESTAMP, d DEFAULT (1 + 2), e DEFAULT (datetime('now')), f DEFAULT 'f(x)', g DEFAULT '(x)', h TEXT DEFAULT '''q''', i DEFAULT "dq", j DEFAULT ' s ')`,
  ],
  [
    'multi-line defaults',
    "CREATE TABLE t (a TEXT DEFAULT 'one\n  two\n', b TEXT DEFAULT '\ttab', c TEXT DEFAULT '\n')",
  ],
  [
    'not null',
    'CREATE TABLE t (a NOT NULL, b CONSTRAINT n NOT NULL, c NOT NULL ON CONFLICT IGNORE, d CONSTRAINT m NOT NULL ON CONFLICT REPLACE DEFAULT 1)',
  ],
  [
    'rowid key',
    'CREATE TABLE t (id INTEGER PRIMARY KEY); CREATE TABLE u (id INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE v (id INTEGER PRIMARY KEY DESC); CREATE TABLE w (id INT PRIMARY KEY)',
  ],
  [
    'keys',
    'CREATE TABLE t (a, b, CONSTRAINT pk PRIMARY KEY (b DESC, a COLLATE NOCASE) ON CONFLICT FAIL) WITHOUT ROWID; CREATE TABLE u (a, b, PRIMARY KEY (a, b))',
  ],
  ['named rowid key', 'CREATE TABLE t (id INTEGER CONSTRAINT pk PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT)'],
  [
    'uniques',
    'CREATE TABLE t (a UNIQUE, b UNIQUE ON CONFLICT IGNORE, c, CONSTRAINT u UNIQUE (c DESC, a COLLATE RTRIM), UNIQUE (b, c))',
  ],
  [
    'checks',
    `CREATE TABLE t (a CHECK (a > 0), b CONSTRAINT c CHECK (b IN ('x', ';', ')')), CHECK (a < b OR (b IS NULL)), CONSTRAINT d CHECK (a BETWEEN 1 AND 2))`,
  ],
  ['collations', 'CREATE TABLE t (a COLLATE NOCASE, b TEXT COLLATE RTRIM, UNIQUE (a COLLATE BINARY))'],
  ['generated', "CREATE TABLE t (a INTEGER, b AS (a * 2), c INTEGER GENERATED ALWAYS AS (a || ';') STORED NOT NULL)"],
  ['strict', 'CREATE TABLE t (a INT, b ANY, c BLOB) STRICT; CREATE TABLE u (a TEXT PRIMARY KEY) STRICT, WITHOUT ROWID'],
  [
    'foreign keys',
    'CREATE TABLE p (a, b, c INTEGER PRIMARY KEY, UNIQUE (a, b)); CREATE TABLE t (x REFERENCES p, y CONSTRAINT k REFERENCES p (c) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED, z, CONSTRAINT t_x_y_fkey FOREIGN KEY (x, y) REFERENCES p (a, b) ON DELETE SET DEFAULT, FOREIGN KEY (z) REFERENCES gone (q) ON UPDATE RESTRICT)',
  ],
  [
    'loops',
    'CREATE TABLE a (id INTEGER PRIMARY KEY, b REFERENCES b (id)); CREATE TABLE b (id INTEGER PRIMARY KEY, a REFERENCES a (id)); CREATE TABLE c (id INTEGER PRIMARY KEY, c REFERENCES c)',
  ],
  [
    'indexes',
    `CREATE TABLE t (a, b, c); CREATE INDEX i1 ON t (a); CREATE UNIQUE INDEX i2 ON t (a DESC, b COLLATE NOCASE); CREATE INDEX i3 ON t (lower(a), b || ';', c) WHERE a > 'x' AND b IS NOT NULL; CREATE INDEX i4 ON t (a + 1 DESC)`,
  ],
  [
    'views',
    `CREATE TABLE t (a, b); CREATE VIEW v AS SELECT a, b AS "B b", 'x;y' FROM t WHERE a > 1 ORDER BY b; CREATE VIEW w (x, "y z") AS SELECT * FROM v; CREATE VIEW r AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n; CREATE VIEW c AS VALUES (1), (2)`,
  ],
  [
    'triggers',
    `CREATE TABLE t (a, b, "end"); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER t1 AFTER INSERT ON t BEGIN UPDATE t SET b = 'it''s; x'; DELETE FROM t WHERE a = NEW."end"; END; CREATE TRIGGER t2 BEFORE UPDATE OF b, a ON t FOR EACH ROW WHEN OLD.a IS NOT NEW.a BEGIN SELECT CASE WHEN NEW.a THEN RAISE(ABORT, 'no') END; END; CREATE TRIGGER t3 INSTEAD OF DELETE ON v BEGIN DELETE FROM t; END; CREATE TRIGGER t4 DELETE ON t BEGIN SELECT 1; END`,
  ],
  [
    'virtual tables',
    `CREATE TABLE c (id INTEGER PRIMARY KEY, body); CREATE VIRTUAL TABLE f USING fts5(body, content='c', content_rowid='id', tokenize="unicode61 remove_diacritics 2"); CREATE VIRTUAL TABLE r USING rtree(id, x0, x1, +note TEXT); CREATE VIRTUAL TABLE g USING fts5(a, b UNINDEXED)`,
  ],
  [
    'capitals in names of constraints',
    'CREATE TABLE P (Id INTEGER CONSTRAINT Key PRIMARY KEY); CREATE TABLE T (A CONSTRAINT Filled NOT NULL CONSTRAINT Positive CHECK (A > 0), B CONSTRAINT Parent REFERENCES P, CONSTRAINT Once UNIQUE (A, B))',
  ],
  [
    'views whose columns are named after their text',
    'CREATE TABLE t (a, b); CREATE VIEW v AS SELECT a+b, a  ||  b, (SELECT max(a) FROM t) FROM t -- end',
  ],
  ['nothing', '-- @empty'],
];

describe('written as documents and compiled again, a schema is the same', () => {
  it.each(schemas)('%s', async (_, sql) => {
    const first = await compile({ 'a.sql': `${sql}\n;` });
    const { files, uncovered } = writeDocuments(first.catalogue, driver);
    expect(uncovered).toEqual([]);
    const second = await compile(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const content = (objects: typeof first) =>
      [...objects.catalogue].map(({ address, name, spec, extras }) => ({ address, name, spec, extras }));
    expect(content(second)).toEqual(content(first));
    expect(second.catalogue.root).toBe(first.catalogue.root);
    expect(second.warnings).toEqual([]);
    const again = writeDocuments(second.catalogue, driver);
    expect(again.files).toEqual(files);
  });
});

it('keeps the spelling of constraint names', async () => {
  const { catalogue } = await compile({ 'a.sql': 'CREATE TABLE t (a CONSTRAINT Positive CHECK (a > 0));' });
  const { files } = writeDocuments(catalogue, driver);
  expect(files[0]?.text).toContain('name: Positive');
});

it('keeps the order of columns', async () => {
  const { catalogue } = await compile({ 'a.sql': 'CREATE TABLE t (z, a, m);' });
  const { files } = writeDocuments(catalogue, driver);
  const again = await compile({ 'a.yaml': files[0]?.text ?? '' });
  expect([...again.catalogue][0]?.layout).toMatchObject({ columns: ['z', 'a', 'm'] });
});

it('reads what the client prints for .dump and .schema, virtual tables included', async () => {
  const engine = createEngine({ driver });
  const directory = join(import.meta.dirname, 'client-output');
  const [dump, schema] = [await engine.compile('dump', { directory }), await engine.compile('schema', { directory })];
  expect([...dump.catalogue].map((object) => object.address)).toEqual([
    'index:i',
    'sqlite/virtual-table:f',
    'sqlite/virtual-table:f4',
    'sqlite/virtual-table:r',
    'table:t',
    'table:we ird',
    'trigger:tr',
    'view:v',
  ]);
  expect(schema.catalogue.root).toBe(dump.catalogue.root);
  expect(schema.warnings).toEqual([]);
  expect(dump.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^\d+ statements that write rows were left out/),
  ]);
});
