import { describe, expect, test } from 'vitest';
import { liveThrough } from './both-clients.js';
import { type PhaseCase, phaseCases, splitInDocument, type Words } from './cases.js';
import { openPlace, postgresServers } from './place.js';

const words: Words = {
  firstOf: (column) => `split_part(${column}, ' ', 1)`,
  restOf: (column) => `split_part(${column}, ' ', 2)`,
  joined: (...columns) => columns.join(` || ' ' || `),
  toInteger: (column) => `CAST(${column} AS integer)`,
  toText: (column) => `CAST(${column} AS text)`,
};

const cases: readonly PhaseCase[] = [
  ...phaseCases(words),
  splitInDocument('postgres', words),
  {
    name: 'values of an enum come and go',
    start: [
      "CREATE TYPE mood AS ENUM ('sad', 'fine')",
      'CREATE TABLE moods (id integer PRIMARY KEY, mood mood NOT NULL)',
      "INSERT INTO moods VALUES (1, 'sad'), (2, 'fine')",
    ],
    goal: "CREATE TYPE mood AS ENUM ('fine', 'glad'); CREATE TABLE moods (id integer PRIMARY KEY, mood mood NOT NULL);",
    old: ["INSERT INTO moods VALUES (3, 'sad')"],
    next: ["INSERT INTO moods VALUES (4, 'glad')"],
    reads: { old: 'SELECT id, mood FROM moods ORDER BY id', next: 'SELECT id, mood FROM moods ORDER BY id' },
    settle: ["UPDATE moods SET mood = 'fine' WHERE mood = 'sad'"],
    settleBack: ["UPDATE moods SET mood = 'fine' WHERE mood = 'glad'"],
    after: ["INSERT INTO moods VALUES (5, 'glad')"],
    rows: 5,
  },
  {
    name: 'a type becomes wider, and another narrower',
    start: [
      'CREATE TABLE items (id integer PRIMARY KEY, count integer, code varchar(40))',
      "INSERT INTO items VALUES (1, 1, 'a')",
    ],
    goal: 'CREATE TABLE items (id integer PRIMARY KEY, count bigint, code varchar(4));',
    old: ["INSERT INTO items VALUES (2, 2, 'far too long')"],
    next: ["INSERT INTO items VALUES (3, 3000000000, 'c')"],
    reads: { old: 'SELECT id, code FROM items ORDER BY id', next: 'SELECT id, code FROM items ORDER BY id' },
    settle: ['UPDATE items SET code = left(code, 4)'],
    settleBack: ['UPDATE items SET count = 0'],
    after: ["INSERT INTO items VALUES (4, 4, 'd')"],
    rows: 4,
  },
  {
    name: 'a column with a check and an index of its own is called otherwise',
    start: [
      'CREATE TABLE items (id integer PRIMARY KEY, cost integer NOT NULL DEFAULT 1 CHECK (cost > 0))',
      'CREATE INDEX items_cost ON items (cost)',
      'CREATE TRIGGER touched AFTER UPDATE ON items FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
      'DROP TRIGGER touched ON items',
      'INSERT INTO items VALUES (1, 5)',
    ],
    goal: `CREATE TABLE items (id integer PRIMARY KEY,
      price integer NOT NULL DEFAULT 1 CHECK (price > 0) -- @renamed from=cost
    ); CREATE INDEX items_cost ON items (price);`,
    old: ['INSERT INTO items (id) VALUES (2)', 'INSERT INTO items VALUES (3, 3)'],
    next: ['INSERT INTO items (id, price) VALUES (4, 4)', 'UPDATE items SET price = 9 WHERE id = 2'],
    reads: { old: 'SELECT id, cost AS v FROM items ORDER BY id', next: 'SELECT id, price AS v FROM items ORDER BY id' },
    after: ['INSERT INTO items (id) VALUES (5)'],
    rows: 5,
  },
];

describe.each(postgresServers)('old and new clients on $name, where', (server) => {
  const live = server.url === '' ? test.skip : test;
  for (const phased of cases) live(phased.name, () => liveThrough(server, phased));
});

describe.each(postgresServers)('what no state of $name serves', (server) => {
  const live = server.url === '' ? test.skip : test;

  live('is served where clients of one shape may write an identity', async () => {
    const table = (how: string) => `CREATE TABLE items (id integer GENERATED ${how} AS IDENTITY PRIMARY KEY)`;
    await using place = await openPlace(server, [table('ALWAYS')], `${table('BY DEFAULT')};`);
    expect(await place.sync('expand')).toMatchObject({ report: { outcome: 'done' } });
    await place.run('INSERT INTO items (id) VALUES (70)');
  });

  live('a table that is called otherwise', async () => {
    const goal = '-- @renamed from=t\nCREATE TABLE u (id integer PRIMARY KEY);';
    await using place = await openPlace(server, ['CREATE TABLE t (id integer PRIMARY KEY)'], goal);
    const error = await place.sync('expand').catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', message: expect.stringMatching(/cannot have two names/) });
  });

  live.each([
    ['one name with two types', 'a text', 'a integer', /a cannot be text and integer at once/],
    [
      'another name with another type',
      'a text',
      'b integer -- @renamed from=a',
      /a cannot be text and integer at once/,
    ],
    [
      'a key that is called otherwise',
      'k integer PRIMARY KEY',
      'l integer PRIMARY KEY -- @renamed from=k',
      /primary key/,
    ],
    [
      'what clients write and the server computes',
      'a integer, b integer',
      'a integer, b integer GENERATED ALWAYS AS (a + 1) STORED',
      /b cannot be computed by the server and written by clients/,
    ],
    [
      'what counts by itself and is written',
      'a integer NOT NULL',
      'a integer GENERATED BY DEFAULT AS IDENTITY',
      /a cannot count by itself for new clients as long as old ones write it/,
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
