import { describe, expect, it } from 'vitest';
import { converge, hazards, steps } from './converge.js';

const rows = ";;INSERT INTO t (id, a, b) VALUES (1, 'x', 'y'), (2, 'z', NULL), (7, 'q', 'r')";
const base = `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT)${rows}`;
const keeps = 'SELECT id, a, b FROM t ORDER BY id';

describe('rebuilding a table', () => {
  it.each([
    ['a unique constraint', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE, b TEXT', ''],
    [
      'a named unique constraint over two columns',
      'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, CONSTRAINT "u q" UNIQUE (a, b DESC)',
      '',
    ],
    ['another type', 'id INTEGER PRIMARY KEY, a VARCHAR (20) NOT NULL, b TEXT', ''],
    ['a default', "id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'd', b TEXT", ''],
    ['a collation', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL COLLATE NOCASE, b TEXT', ''],
    ['STRICT', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT', 'STRICT'],
    ['WITHOUT ROWID', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT', 'WITHOUT ROWID'],
    ['both', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT', 'WITHOUT ROWID, STRICT'],
    ['AUTOINCREMENT', 'id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL, b TEXT', ''],
    ['another primary key', 'id INTEGER, a TEXT NOT NULL PRIMARY KEY, b TEXT', ''],
    ['a composite primary key', 'id INTEGER, a TEXT NOT NULL, b TEXT, CONSTRAINT pk PRIMARY KEY (a DESC, id)', ''],
    ['no primary key', 'id INTEGER, a TEXT NOT NULL, b TEXT', ''],
    ['INTEGER PRIMARY KEY DESC', 'id INTEGER PRIMARY KEY DESC, a TEXT NOT NULL, b TEXT', ''],
    ['a stored generated column', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, g TEXT AS (a || b) STORED', ''],
    [
      'a computed default',
      'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP',
      '',
    ],
    ['a default in parentheses', "id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, at TEXT DEFAULT (lower('X'))", ''],
    ['a foreign key on a column that is there', 'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT REFERENCES p (k)', ''],
    [
      'a deferred foreign key',
      'id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, FOREIGN KEY (b) REFERENCES p (k) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED',
      '',
    ],
    [
      'a conflict clause',
      'id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a TEXT NOT NULL ON CONFLICT FAIL, b TEXT UNIQUE ON CONFLICT IGNORE',
      '',
    ],
    ['a named NOT NULL', 'id INTEGER PRIMARY KEY, a TEXT CONSTRAINT filled NOT NULL, b TEXT', ''],
  ])('for %s', async (_, columns, options) => {
    const parent = ';;CREATE TABLE p (k TEXT PRIMARY KEY, n INT)';
    const made = await converge({
      from: `${base}${parent};;INSERT INTO p VALUES ('y', 1), ('r', 2)`,
      to: `CREATE TABLE t (${columns}) ${options}${parent}`,
      keeps,
    });
    expect(steps(made)).toEqual(['rebuild table t']);
    expect(hazards(made)).toContain('rebuilds-table');
  });

  it('once for many changes of columns', async () => {
    const made = await converge({
      from: base,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a2 VARCHAR(9) NOT NULL UNIQUE, b TEXT NOT NULL DEFAULT 'none', c INT DEFAULT 5, d AS (a2) STORED) STRICT`
        .replace('VARCHAR(9)', 'TEXT')
        .replace('d AS', 'd TEXT AS'),
      renames: ['t.a=t.a2'],
      gives: [
        'SELECT * FROM t ORDER BY id',
        [
          { id: 1, a2: 'x', b: 'y', c: 5, d: 'x' },
          { id: 2, a2: 'z', b: 'none', c: 5, d: 'z' },
          { id: 7, a2: 'q', b: 'r', c: 5, d: 'q' },
        ],
      ],
    });
    expect(steps(made)).toEqual(['rebuild table t']);
    expect(hazards(made)).toEqual(['fills-nulls', 'rebuilds-table', 'breaks-clients', 'adds-unique', 'enforces-types']);
  });

  it('keeps rowids, whatever columns are called', async () => {
    await converge({
      from: `CREATE TABLE t (rowid TEXT, "OID", v TEXT);;INSERT INTO t (_rowid_, rowid, v) VALUES (77, 'mine', 'a'), (5, 'too', 'b')`,
      to: 'CREATE TABLE t (rowid TEXT UNIQUE, "OID", v TEXT)',
      keeps: 'SELECT _rowid_ AS r, v FROM t ORDER BY 1',
    });
  });

  it('copies rows where every name of the rowid is hidden', async () => {
    await converge({
      from: `CREATE TABLE t (rowid TEXT, oid, _rowid_, v TEXT);;INSERT INTO t VALUES (1, 2, 3, 4)`,
      to: 'CREATE TABLE t (rowid TEXT UNIQUE, oid, _rowid_, v TEXT)',
      keeps: 'SELECT * FROM t',
    });
  });

  it('makes the rowid the key of a table that gets one', async () => {
    await converge({
      from: "CREATE TABLE t (v TEXT);;INSERT INTO t (rowid, v) VALUES (9, 'a')",
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)',
      gives: ['SELECT * FROM t', [{ id: 9, v: 'a' }]],
    });
  });

  it('goes on counting where AUTOINCREMENT was, also when the table is empty', async () => {
    const from = `CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);;INSERT INTO t (id) VALUES (500);;DELETE FROM t`;
    const to = 'CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE)';
    await converge({ from, to, keeps: 'SELECT name, seq FROM sqlite_sequence' });
    await converge({
      from: `${from};;INSERT INTO t (a) VALUES ('x')`,
      to,
      keeps: 'SELECT name, seq FROM sqlite_sequence',
    });
  });

  const counter = "SELECT seq FROM sqlite_sequence WHERE name = 't'";
  const counted = 'CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)';
  const uncounted = 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)';

  it.each([
    ['rows that are there', ";;INSERT INTO t VALUES (3, 'x'), (900, 'y');;DELETE FROM t WHERE id = 900", 900],
    ['none', ";;INSERT INTO t VALUES (7, 'x');;DELETE FROM t", 7],
    ['a counter that was set by hand', ";;INSERT INTO t VALUES (7, 'x');;UPDATE sqlite_sequence SET seq = 5000", 5000],
  ])('keeps the counter exactly, with %s', async (_, filled, seq) => {
    const made = await converge({
      from: counted + filled,
      to: 'CREATE TABLE t2 (nr INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE)',
      renames: ['t=t2', 't.id=t2.nr'],
      gives: ['SELECT name, seq FROM sqlite_sequence', [{ name: 't2', seq }]],
    });
    expect(hazards(made)).not.toContain('loses-counter');
    await converge({
      from: counted + filled,
      to: counted.replace('TEXT', 'INT'),
      keeps: counter,
      gives: [counter, [{ seq }]],
    });
  });

  it('begins to count at the largest key, and says what is lost where counting ends', async () => {
    const rows = ";;INSERT INTO t VALUES (3, 'x'), (900, 'y')";
    const begun = await converge({ from: uncounted + rows, to: counted, gives: [counter, [{ seq: 900 }]] });
    expect(hazards(begun)).toEqual(['rebuilds-table']);
    expect(
      begun.down.flatMap((batch) => batch.steps.flatMap((step) => step.hazards.map(({ code }) => code))),
    ).toContain('loses-counter');
    const ended = await converge({
      from: `${counted}${rows};;DELETE FROM t WHERE id = 900`,
      to: uncounted,
      gives: [counter, []],
    });
    expect(hazards(ended)).toEqual(['rebuilds-table', 'loses-counter']);
    expect(ended.irreversible.map(({ reason }) => reason)).toEqual([expect.stringContaining('drops AUTOINCREMENT')]);
  });

  it.each([
    ['collation', 'a TEXT UNIQUE', 'a TEXT COLLATE NOCASE UNIQUE', 'GROUP BY "a" COLLATE NOCASE'],
    [
      'collation of the constraint',
      'a TEXT, UNIQUE (a)',
      'a TEXT, UNIQUE (a COLLATE NOCASE)',
      'GROUP BY "a" COLLATE NOCASE',
    ],
    ['type', 'a TEXT UNIQUE', 'a INTEGER UNIQUE', undefined],
    ['filled NULLs', 'a TEXT UNIQUE', "a TEXT NOT NULL DEFAULT 'x' UNIQUE", undefined],
  ])('warns of rows that become equal by another %s', async (_, from, to, query) => {
    const index = (made: Awaited<ReturnType<typeof converge>>) =>
      made.up.flatMap((batch) =>
        batch.steps.flatMap((step) => step.hazards.filter(({ code }) => code === 'adds-unique')),
      );
    const rows = ";;INSERT INTO t (a) VALUES ('a'), ('B')";
    const inline = await converge({
      from: `CREATE TABLE t (${from})${rows}`,
      to: `CREATE TABLE t (${to})`,
      oneWay: true,
    });
    expect(index(inline).map(({ hint }) => hint)).toEqual([
      query === undefined ? undefined : expect.stringContaining(query),
    ]);
    const columns = (text: string) => text.replace(' UNIQUE', '').replace(/, \(.*/, '');
    if (from.includes('(a)')) return;
    const apart = await converge({
      from: `CREATE TABLE t (${columns(from)}, b TEXT);;CREATE UNIQUE INDEX i ON t (a);;CREATE UNIQUE INDEX j ON t (b)${rows}`,
      to: `CREATE TABLE t (${columns(to)}, b TEXT);;CREATE UNIQUE INDEX i ON t (a);;CREATE UNIQUE INDEX j ON t (b)`,
      oneWay: true,
    });
    expect(index(apart).map(({ message }) => message)).toEqual(['fails when two rows of t have the same "a"']);
  });

  it('says what computed values can break once they are computed in another way', async () => {
    const table = (used: string, strict = '') =>
      `CREATE TABLE t (a INT, b INT, g INT AS (${used}) NOT NULL, h INT AS (g + 1) UNIQUE CHECK (h > 0) REFERENCES p (n))${strict}
      ;;CREATE TABLE p (n INT PRIMARY KEY)${strict}`;
    const made = await converge({ from: table('a', ' STRICT'), to: table('b', ' STRICT') });
    expect(new Set(hazards(made))).toEqual(
      new Set(['rebuilds-table', 'adds-not-null', 'adds-unique', 'adds-check', 'adds-foreign-key', 'enforces-types']),
    );
  });

  it('keeps children that would cascade, and puts indexes and triggers back', async () => {
    const rest = `;;CREATE TABLE child (x INT REFERENCES t (id) ON DELETE CASCADE)
      ;;CREATE INDEX i ON t (b DESC) WHERE b IS NOT NULL
      ;;CREATE UNIQUE INDEX j ON t (lower(a) COLLATE NOCASE)
      ;;CREATE TABLE log (x)
      ;;CREATE TRIGGER tr AFTER DELETE ON t WHEN old.a IS NOT NULL BEGIN INSERT INTO log VALUES (old.a); END
      ;;CREATE TRIGGER elsewhere AFTER INSERT ON child BEGIN UPDATE t SET b = 'seen' WHERE id = new.x; END
      ;;CREATE VIEW v AS SELECT a AS "A B" FROM t;;CREATE VIEW w AS SELECT * FROM v
      ;;CREATE TRIGGER onview INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (new."A B"); END`;
    const made = await converge({
      from: `${base}${rest};;INSERT INTO child VALUES (1), (7)`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b BLOB)${rest}`,
      keeps:
        'SELECT (SELECT count(*) FROM child) AS children, (SELECT count(*) FROM log) AS logged, (SELECT group_concat("A B") FROM w) AS seen',
    });
    expect(steps(made)).toEqual([
      'drop index i',
      'drop index j',
      'drop trigger tr',
      'rebuild table t',
      'create index i',
      'create index j',
      'create trigger tr',
    ]);
  });

  it('lets violations be that were there before, and refuses new ones', async () => {
    const tables = ';;CREATE TABLE p (k INT PRIMARY KEY);;CREATE TABLE child (x INT REFERENCES t (id))';
    const off = `PRAGMA foreign_keys = OFF;;${base}${tables};;INSERT INTO child VALUES (99), (99), (1);;PRAGMA foreign_keys = ON`;
    await converge({
      from: off,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT UNIQUE)${tables}`,
      keeps: 'SELECT x FROM child',
    });
    const refused = converge({
      from: off,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT REFERENCES p)${tables}`,
    });
    await expect(refused).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      details: {
        rows: [
          { table: 't', rowid: 1 },
          { table: 't', rowid: 7 },
        ],
      },
    });
  });

  it('refuses to lose rows to a conflict clause', async () => {
    const refused = converge({
      from: "CREATE TABLE t (a TEXT);;INSERT INTO t VALUES ('x'), ('x')",
      to: 'CREATE TABLE t (a TEXT UNIQUE ON CONFLICT IGNORE)',
    });
    await expect(refused).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      details: { native: 'SQLITE_CONSTRAINT_UNIQUE' },
    });
  });

  it('copes with parents whose key is a unique index, and with foreign keys that match nothing', async () => {
    const rest =
      ';;CREATE UNIQUE INDEX pk ON t (a);;CREATE TABLE child (x TEXT REFERENCES t (a));;CREATE TABLE odd (y REFERENCES child (x))';
    await converge({
      from: `${base}${rest};;PRAGMA foreign_keys = OFF;;INSERT INTO child VALUES ('x'), ('nowhere');;INSERT INTO odd VALUES (3);;PRAGMA foreign_keys = ON`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b BLOB)${rest}`,
      keeps: 'SELECT (SELECT count(*) FROM child) AS c, (SELECT count(*) FROM odd) AS o',
    });
  });

  it('rebuilds parent and child in one plan, in a circle too', async () => {
    await converge({
      from: `CREATE TABLE a (id INTEGER PRIMARY KEY, b INT);;CREATE TABLE b (id INTEGER PRIMARY KEY, a INT)
        ;;INSERT INTO a VALUES (1, 1);;INSERT INTO b VALUES (1, 1)`,
      to: `CREATE TABLE a (id INTEGER PRIMARY KEY, b INT REFERENCES b (id));;CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a (id))`,
      keeps: 'SELECT a.id, b.id AS b FROM a JOIN b ON a.b = b.id',
    });
    await converge({
      from: `CREATE TABLE a_child (p TEXT);;CREATE TABLE parent (k TEXT);;INSERT INTO parent VALUES ('x');;INSERT INTO a_child VALUES ('x')`,
      to: `CREATE TABLE a_child (p TEXT REFERENCES parent (k));;CREATE TABLE parent (k TEXT PRIMARY KEY)`,
      keeps: 'SELECT * FROM a_child',
    });
  });

  it('creates, drops and refers to tables in circles', async () => {
    const to =
      'CREATE TABLE a (id INTEGER PRIMARY KEY, b REFERENCES b);;CREATE TABLE b (id INTEGER PRIMARY KEY, a REFERENCES a)';
    await converge({ from: 'CREATE TABLE c (x)', to });
    await converge({
      from: `${to};;INSERT INTO a VALUES (1, NULL);;INSERT INTO b VALUES (1, 1);;UPDATE a SET b = 1`,
      to: 'CREATE TABLE b (id INTEGER PRIMARY KEY, a)',
      keeps: 'SELECT * FROM b',
      oneWay: true,
    });
  });

  it('leaves rows alone whose parent table is dropped', async () => {
    const made = await converge({
      from: 'CREATE TABLE p (id INTEGER PRIMARY KEY);;CREATE TABLE c (x REFERENCES p ON DELETE CASCADE);;INSERT INTO p VALUES (1);;INSERT INTO c VALUES (1)',
      to: 'CREATE TABLE c (x)',
      keeps: 'SELECT x FROM c',
      oneWay: true,
    });
    expect(hazards(made)).toContain('drops-table');
  });

  it('orders columns where that is asked for', async () => {
    const made = await converge({
      from: base,
      to: 'CREATE TABLE t (b TEXT, id INTEGER PRIMARY KEY, a TEXT NOT NULL)',
      with: ['column-order'],
      keeps,
    });
    expect(steps(made)).toEqual(['rebuild table t']);
    const added = await converge({
      from: base,
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, c)',
      with: ['column-order'],
      keeps,
    });
    expect(steps(added)).toEqual(['add column t.c']);
    const same = await converge({ from: base, to: 'CREATE TABLE t (b TEXT, id INTEGER PRIMARY KEY, a TEXT NOT NULL)' });
    expect(steps(same)).toEqual([]);
  });

  it('turns stored values into computed ones and back', async () => {
    const made = await converge({
      from: base,
      to: "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT AS (a || '!') STORED)",
      gives: ['SELECT b FROM t WHERE id = 1', [{ b: 'x!' }]],
    });
    expect(hazards(made)).toEqual(['replaces-values', 'rebuilds-table']);
  });

  it('warns of conversions that can lose something', async () => {
    const made = await converge({
      from: "CREATE TABLE t (id INTEGER PRIMARY KEY, zip TEXT);;INSERT INTO t VALUES (1, '00123')",
      to: 'CREATE TABLE t (id INTEGER PRIMARY KEY, zip INTEGER)',
      gives: ['SELECT zip FROM t', [{ zip: 123 }]],
    });
    expect(hazards(made)).toEqual(['converts-values', 'rebuilds-table']);
  });

  it('fails whole when a row does not fit a STRICT table', async () => {
    const refused = converge({
      from: "CREATE TABLE t (n INTEGER);;INSERT INTO t VALUES ('not a number')",
      to: 'CREATE TABLE t (n INTEGER) STRICT',
    });
    await expect(refused).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      details: { native: 'SQLITE_CONSTRAINT_DATATYPE' },
    });
  });

  it('works beside views and triggers that are broken', async () => {
    const rest =
      ';;CREATE VIEW broken AS SELECT x FROM nowhere;;CREATE TRIGGER bad AFTER INSERT ON t BEGIN INSERT INTO nowhere VALUES (1); END';
    await converge({
      from: `${base}${rest}`,
      to: `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT UNIQUE)${rest}`,
      keeps,
    });
  });

  it.each(['a', 'z'])(
    'looks at a renamed table whose rows refer to another one that is rebuilt, too: %s',
    async (target) => {
      const made = await converge({
        from: `CREATE TABLE gone (id INTEGER PRIMARY KEY);; CREATE TABLE ${target} (id INT UNIQUE, r INT REFERENCES gone);;
        CREATE TABLE child (id INTEGER PRIMARY KEY, r INT REFERENCES gone (id))`,
        to: `CREATE TABLE ${target} (id INT UNIQUE, r INT);;
        CREATE TABLE renamed (id INTEGER PRIMARY KEY, r INT REFERENCES ${target} (id))`,
        renames: ['child=renamed'],
      });
      expect(steps(made).filter((step) => step.startsWith('rebuild'))).toEqual([
        `rebuild table ${target}`,
        'rebuild table renamed',
      ]);
    },
  );
});
