import { type Scenario, table, users, usersWith } from './scenario.js';

const seeds = (...rows: readonly Readonly<Record<string, string>>[]) =>
  `  seedData:\n    rows:\n${rows
    .map(
      (row) =>
        `      - columns:\n${Object.entries(row)
          .map(([column, value]) => `          - { column: ${column}, value: ${value} }`)
          .join('\n')}`,
    )
    .join('\n')}\n`;

const notes = 'CREATE TABLE notes (id int PRIMARY KEY, body json);';
/** A table with one row whose column of JSON is seeded with this. */
export const notesWith = (value: string) =>
  table(
    'notes',
    'primaryKey: [id]\ncolumns: [{ name: id, type: int }, { name: body, type: json }]',
    seeds({ id: '{ int: 1 }', body: value }),
  );

/** What documents declare of rows. */
export const seededScenarios: readonly Scenario[] = [
  {
    name: 'rows are added, and changed where their key is there',
    before: `${users} INSERT INTO users VALUES (1, 'old'), (3, 'mine');`,
    goal: {
      'users.yaml': usersWith('', seeds({ id: '{ int: 1 }', mail: '{ str: new }' }, { id: '{ int: 2 }', mail: '{}' })),
    },
    seeds: true,
    rows: [
      'SELECT id, mail FROM users ORDER BY id',
      [
        [1, 'new'],
        [2, null],
        [3, 'mine'],
      ],
    ],
  },
  {
    name: 'rows that are there are no change',
    before: `${users} INSERT INTO users VALUES (1, 'a');`,
    goal: { 'users.yaml': usersWith('', seeds({ id: '{ int: 1 }', mail: '{ str: a }' })) },
    seeds: true,
    inSync: true,
  },
  {
    name: 'quotes, backslashes, lines and empty texts survive',
    goal: {
      'users.yaml': usersWith(
        '',
        seeds(
          { id: '{ int: 1 }', mail: `{ str: "it's \\"so\\"\\n\\\\n; --" }` },
          { id: '{ int: 2 }', mail: '{ str: "" }' },
        ),
      ),
    },
    seeds: true,
    rows: ['SELECT mail FROM users ORDER BY id', [['it\'s "so"\n\\n; --'], ['']]],
  },
  {
    name: 'another case, accents and blanks at the end are another value',
    before: `${users} INSERT INTO users VALUES (1, 'ada'), (2, 'eve '), (3, 'rené');`,
    goal: {
      'users.yaml': usersWith(
        '',
        seeds(
          { id: '{ int: 1 }', mail: '{ str: Ada }' },
          { id: '{ int: 2 }', mail: '{ str: eve }' },
          { id: '{ int: 3 }', mail: '{ str: rene }' },
        ),
      ),
    },
    seeds: true,
    rows: ['SELECT mail FROM users ORDER BY id', [['Ada'], ['eve'], ['rene']]],
  },
  {
    name: 'rows of a table that counts go on behind the highest',
    goal: {
      't.yaml': table(
        't',
        'primaryKey: [id]\ncolumns: [{ name: id, type: bigint unsigned, attributes: { autoIncrement: true } }, { name: on, type: boolean }]',
        seeds({ id: '{ int: 40 }', on: '{ bool: true }' }),
      ),
    },
    seeds: true,
    rows: [
      'INSERT INTO t () VALUES (); SELECT id, `on` FROM t ORDER BY id',
      [
        [40, 1],
        [41, null],
      ],
    ],
  },
  {
    name: 'rows are told apart by a unique index where there is no other key',
    before:
      "CREATE TABLE t (code varchar(5), n decimal(5,2), UNIQUE KEY idx_t_code (code)); INSERT INTO t VALUES ('a', 1);",
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: code, type: varchar(5) }, { name: n, type: "decimal(5,2)" }]\nindexes: [{ columns: [code], isUnique: true }]',
        seeds({ code: '{ str: a }', n: '{ float: 2.5 }' }, { code: '{ str: b }', n: '{ int: 3 }' }),
      ),
    },
    seeds: true,
    rows: [
      'SELECT code, n FROM t ORDER BY code',
      [
        ['a', '2.50'],
        ['b', '3.00'],
      ],
    ],
  },
  {
    name: 'values that a column keeps in a form of its own are held',
    goal: {
      't.yaml': table(
        't',
        `primaryKey: [id]\ncolumns: [{ name: id, type: int }, { name: f, type: float }, { name: g, type: "float unsigned" }, { name: c, type: char(5) }, { name: s, type: "set('a','b','c')" }]`,
        seeds(
          {
            id: '{ int: 1 }',
            f: '{ float: 0.1 }',
            g: '{ float: 123456.789 }',
            c: '{ str: "x  " }',
            s: "{ str: 'c,a' }",
          },
          { id: '{ int: 2 }', f: '{ float: 0.5 }', g: '{ int: 3 }', c: '{ str: "" }', s: "{ str: '' }" },
        ),
      ),
    },
    seeds: true,
    rows: [
      'SELECT f, c, s FROM t ORDER BY id',
      [
        [0.1, 'x', 'a,c'],
        [0.5, '', ''],
      ],
    ],
  },
  {
    name: 'a row of JSON is written',
    goal: { 'notes.yaml': notesWith(`{ str: '{"b": [1, 2.5, null], "a": "it''s"}' }`) },
    seeds: true,
    rows: ["SELECT JSON_EXTRACT(body, '$.a') AS a FROM notes", [["it's"]]],
  },
  {
    name: 'a row of JSON that says the same is no change',
    before: `${notes} INSERT INTO notes VALUES (1, '{"a":"x","b":[1,2]}');`,
    goal: { 'notes.yaml': notesWith(`{ str: '{ "b": [1, 2], "a": "x" }' }`) },
    seeds: true,
    inSync: true,
  },
  {
    name: 'a row of JSON that says something else is changed',
    before: `${notes} INSERT INTO notes VALUES (1, '{"a":"x"}');`,
    goal: { 'notes.yaml': notesWith(`{ str: '{"a": "X"}' }`) },
    seeds: true,
    rows: ["SELECT JSON_EXTRACT(body, '$.a') AS a FROM notes", [['X']]],
  },
];
