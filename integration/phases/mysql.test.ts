import { describe, expect, test } from 'vitest';
import { liveThrough } from './both-clients.js';
import { type PhaseCase, phaseCases, splitInDocument, type Words } from './cases.js';
import { mysqlServers, openPlace } from './place.js';

const words: Words = {
  firstOf: (column) => `SUBSTRING_INDEX(${column}, ' ', 1)`,
  restOf: (column) => `SUBSTRING(${column}, LOCATE(' ', ${column}) + 1)`,
  joined: (...columns) => `CONCAT(${columns.join(", ' ', ")})`,
  toInteger: (column) => `CAST(${column} AS SIGNED)`,
  toText: (column) => `CAST(${column} AS CHAR)`,
};

const cases: readonly PhaseCase[] = [
  ...phaseCases(words),
  {
    name: 'values of an enum come and go, and a type becomes wider',
    start: [
      "CREATE TABLE moods (id integer PRIMARY KEY, mood enum('sad', 'fine') NOT NULL, count int)",
      "INSERT INTO moods VALUES (1, 'sad', 1), (2, 'fine', 2)",
    ],
    goal: "CREATE TABLE moods (id integer PRIMARY KEY, mood enum('fine', 'glad') NOT NULL, count bigint);",
    old: ["INSERT INTO moods VALUES (3, 'sad', 3)"],
    next: ["INSERT INTO moods VALUES (4, 'glad', 3000000000)"],
    reads: { old: 'SELECT id, mood FROM moods ORDER BY id', next: 'SELECT id, mood FROM moods ORDER BY id' },
    settle: ["UPDATE moods SET mood = 'fine' WHERE mood = 'sad'"],
    settleBack: ["UPDATE moods SET mood = 'fine', count = 0"],
    after: ["INSERT INTO moods VALUES (5, 'glad', 5)"],
    rows: 5,
  },
  {
    name: 'a column with a check, an index and triggers of its own is called otherwise',
    start: [
      'CREATE TABLE items (id integer PRIMARY KEY, cost integer NOT NULL DEFAULT 1 CHECK (cost > 0), seen integer)',
      'CREATE INDEX items_cost ON items (cost)',
      'CREATE TRIGGER counted BEFORE UPDATE ON items FOR EACH ROW SET NEW.seen = COALESCE(OLD.seen, 0) + 1',
      'INSERT INTO items (id, cost) VALUES (1, 5)',
    ],
    goal: `CREATE TABLE items (id integer PRIMARY KEY,
      price integer NOT NULL DEFAULT 1 CHECK (price > 0), -- @renamed from=cost
      seen integer
    ); CREATE INDEX items_cost ON items (price);
    CREATE TRIGGER counted BEFORE UPDATE ON items FOR EACH ROW SET NEW.seen = COALESCE(OLD.seen, 0) + 1;`,
    old: ['INSERT INTO items (id) VALUES (2)', 'INSERT INTO items (id, cost) VALUES (3, 3)'],
    next: ['INSERT INTO items (id, price) VALUES (4, 4)', 'UPDATE items SET price = 9 WHERE id = 2'],
    reads: { old: 'SELECT id, cost AS v FROM items ORDER BY id', next: 'SELECT id, price AS v FROM items ORDER BY id' },
    after: ['INSERT INTO items (id) VALUES (5)'],
    rows: 5,
  },
  {
    name: 'texts differ in what their collation takes for the same, and rows tell when they were changed',
    start: [
      `CREATE TABLE words (id integer PRIMARY KEY, word varchar(20), odd varchar(20),
        changed datetime NOT NULL DEFAULT '2020-01-01' ON UPDATE CURRENT_TIMESTAMP)`,
      "INSERT INTO words (id, word, odd) VALUES (1, 'ann', 'It''s /* \\\\ */'), (2, NULL, NULL)",
    ],
    goal: `CREATE TABLE words (id integer PRIMARY KEY,
      \`the word\` varchar(20), -- @renamed from=word
      odd varchar(20), changed datetime NOT NULL DEFAULT '2020-01-01' ON UPDATE CURRENT_TIMESTAMP);`,
    old: ["UPDATE words SET word = 'Ann' WHERE id = 1", "INSERT INTO words (id, word) VALUES (3, 'x ')"],
    next: ["UPDATE words SET `the word` = 'ANN' WHERE id = 1", "UPDATE words SET `the word` = 'Ñ' WHERE id = 2"],
    reads: {
      old: 'SELECT id, BINARY word AS v, odd FROM words ORDER BY id',
      next: 'SELECT id, BINARY `the word` AS v, odd FROM words ORDER BY id',
    },
    after: ["INSERT INTO words (id, `the word`) VALUES (4, 'd')"],
    rows: 4,
  },
];

describe.each(mysqlServers)('old and new clients on $name, where', (server) => {
  const live = server.url === '' ? test.skip : test;
  for (const phased of [...cases, splitInDocument(server.driver.name, words)])
    live(phased.name, () => liveThrough(server, phased));

  live('what is filled does not count as changed', async () => {
    const columns = "c datetime NOT NULL DEFAULT '2020-01-01' ON UPDATE CURRENT_TIMESTAMP";
    await using place = await openPlace(
      server,
      [`CREATE TABLE t (id integer PRIMARY KEY, a text, ${columns})`, "INSERT INTO t (id, a) VALUES (1, 'x')"],
      `CREATE TABLE t (id integer PRIMARY KEY, b text, -- @renamed from=a\n ${columns});`,
    );
    await place.sync('expand');
    expect(await place.run("SELECT b FROM t WHERE c = '2020-01-01'")).toEqual([{ b: 'x' }]);
  });
});

describe.each(mysqlServers)('what no state of $name serves', (server) => {
  const live = server.url === '' ? test.skip : test;
  live.each([
    ['one name with two types', 'a text', 'a integer', /a cannot be text and int(?:\(11\))? at once/],
    ['another name with another type', 'a text', 'b integer -- @renamed from=a', /a cannot be text and int/],
    [
      'a key that is called otherwise',
      'k integer PRIMARY KEY',
      'l integer PRIMARY KEY -- @renamed from=k',
      /primary key/,
    ],
    [
      'what clients write and the server computes',
      'a integer, b integer',
      'a integer, b integer AS (a + 1) STORED',
      /b cannot be computed by the server and written by clients/,
    ],
    [
      'a column that a foreign key writes to',
      'id integer PRIMARY KEY, a integer, CONSTRAINT above FOREIGN KEY (a) REFERENCES t (id) ON DELETE SET NULL',
      'id integer PRIMARY KEY, b integer, -- @renamed from=a\n CONSTRAINT above FOREIGN KEY (b) REFERENCES t (id)',
      /foreign key above writes to a/,
    ],
    ['a counter that comes', 'a integer', 'a integer, n integer AUTO_INCREMENT UNIQUE', /n counts rows/],
    [
      'a column that the server computes',
      'a integer, c integer AS (a + 1)',
      'b integer, -- @derived from=a as (c - 1) back (b)\n c integer AS (1)',
      /c is computed by the server/,
    ],
  ])('%s', async (_, before, after, because) => {
    await using place = await openPlace(
      server,
      [`CREATE TABLE t (${before}\n, z text)`],
      `CREATE TABLE t (${after}\n, z text);`,
    );
    for (const phase of ['expand', 'contract'] as const) {
      const error = await place.sync(phase).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', message: expect.stringMatching(because) });
    }
    expect((await place.validate()).next).toBeUndefined();
  });
});

describe.each(mysqlServers)('rows of $name', (server) => {
  const live = server.url === '' ? test.skip : test;
  live('that were written past the triggers stop what would lose one of both', async () => {
    await using place = await openPlace(
      server,
      ['CREATE TABLE t (id integer PRIMARY KEY, a varchar(9))', "INSERT INTO t VALUES (1, 'x')"],
      'CREATE TABLE t (id integer PRIMARY KEY, b varchar(9) -- @renamed from=a\n);',
    );
    await place.sync('expand');
    await place.run("UPDATE t SET a = 'one', b = 'ONE'");
    const error = await place.sync('contract').catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringMatching(/something else in a than in b/),
    });
    await place.run('UPDATE t SET a = b');
    await place.sync('contract');
    expect(await place.run('SELECT b FROM t')).toEqual([{ b: 'ONE' }]);
  });
});

describe.each(mysqlServers)('a large table of $name', (server) => {
  const live = server.url === '' ? test.skip : test;
  live('is filled some rows at a time, whatever its columns are called', async () => {
    const key = 'id integer, sort varchar(9), PRIMARY KEY (sort, id)';
    const numbers = '(SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)';
    const rows = `SELECT 625 * a.n + 125 * b.n + 25 * c.n + 5 * d.n + e.n AS number
      FROM ${['a', 'b', 'c', 'd', 'e'].map((name) => `${numbers} ${name}`).join(' CROSS JOIN ')}`;
    await using place = await openPlace(
      server,
      [
        `CREATE TABLE t (${key}, place varchar(9), low_0 varchar(9))`,
        `INSERT INTO t SELECT number, MOD(number, 7), number, '' FROM (${rows}) AS numbers`,
      ],
      `CREATE TABLE t (${key}, spot varchar(20), -- @derived from=place as (CONCAT(place, low_0)) back (spot)\n low_0 varchar(9));`,
    );
    const { plan } = await place.sync('expand', 'all', 'always');
    const filling = plan?.up.flatMap(({ steps }) => steps).find(({ summary }) => summary.startsWith('fill'));
    expect(filling?.sql.filter(({ repeat }) => repeat)).toHaveLength(1);
    expect(await place.run('SELECT COUNT(*) AS n FROM t WHERE spot = place')).toEqual([{ n: 3125 }]);
    const contracted = await place.sync('contract', 'all', 'always');
    await place.engine.down(place.tenant, contracted.report?.run ?? '', { allow: 'all' });
    expect(await place.run('SELECT COUNT(*) AS n FROM t WHERE spot = place')).toEqual([{ n: 3125 }]);
    expect(await place.run('SHOW PROCEDURE STATUS WHERE Db = DATABASE()')).toEqual([]);
  });
});
