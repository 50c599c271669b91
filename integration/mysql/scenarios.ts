import { id, type Scenario, table, users, usersWith, view } from './scenario.js';
import { seededScenarios } from './scenarios-of-seeds.js';

const rowsOfUsers = "INSERT INTO users VALUES (1, 'a@x'), (2, 'b@x');";
const latin = 'SELECT collation_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()';

const columns: readonly Scenario[] = [
  {
    name: 'a table is created from a document',
    goal: { 'users.yaml': usersWith('- { name: made, type: datetime, default: CURRENT_TIMESTAMP }') },
  },
  {
    name: 'a column is added',
    before: users + rowsOfUsers,
    goal: { 'users.yaml': usersWith('- { name: age, type: smallint unsigned }') },
    rows: [
      'SELECT id, age FROM users ORDER BY id',
      [
        [1, null],
        [2, null],
      ],
    ],
  },
  {
    name: 'a column that must have a value is added with a default',
    before: users + rowsOfUsers,
    goal: { 'users.yaml': usersWith("- { name: age, type: smallint, default: '7', constraints: { notNull: true } }") },
    rows: ['SELECT age FROM users ORDER BY id', [[7], [7]]],
  },
  {
    name: 'a column is dropped',
    before: users.replace('mail', 'gone text, mail'),
    goal: { 'users.yaml': usersWith() },
  },
  {
    name: 'a column is renamed, with its rows',
    before: users + rowsOfUsers,
    goal: {
      'users.yaml': table(
        'users',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: email, type: varchar(50), renamedFrom: mail }`,
      ),
    },
    rows: ['SELECT email FROM users ORDER BY id', [['a@x'], ['b@x']]],
  },
  {
    name: 'a table is renamed',
    before: users + rowsOfUsers,
    goal: {
      'a.yaml': table(
        'people',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: mail, type: varchar(50) }`,
        '  renamedFrom: users\n',
      ),
    },
    rows: ['SELECT id FROM people ORDER BY id', [[1], [2]]],
  },
  {
    name: 'a table is dropped, which a document declares as gone',
    before: `${users} CREATE TABLE old (a int);`,
    goal: { 'a.sql': users, 'old.yaml': table('old', 'isDeleted: true') },
  },
  {
    name: 'what is there as it is written is no change',
    before: users,
    goal: { 'users.yaml': usersWith() },
    inSync: true,
  },
  {
    name: 'a number becomes unsigned',
    before: 'CREATE TABLE t (a int); INSERT INTO t VALUES (5);',
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: int unsigned }]') },
    rows: ['SELECT a FROM t', [[5]]],
  },
  {
    name: 'unsigned numbers, zeros and widths are no change',
    before: 'CREATE TABLE t (a int unsigned, b decimal(10,2) unsigned, c tinyint(1), d timestamp(3) NULL, e year);',
    goal: {
      't.yaml': table(
        't',
        `columns:
  - { name: a, type: int unsigned }
  - { name: b, type: "decimal(10, 2) unsigned" }
  - { name: c, type: boolean }
  - { name: d, type: timestamp(3) }
  - { name: e, type: year }`,
      ),
    },
    inSync: true,
  },
  {
    name: 'values are added to an enum and a set',
    before: "CREATE TABLE t (a enum('x','it''s'), b set('p')); INSERT INTO t VALUES ('it''s', 'p');",
    goal: {
      't.yaml': table(
        't',
        `columns:\n  - { name: a, type: "enum('x','it''s','y')" }\n  - { name: b, type: "set('p','q')" }`,
      ),
    },
    rows: ['SELECT a, b FROM t', [["it's", 'p']]],
  },
  {
    name: 'a type grows',
    before: "CREATE TABLE t (a varchar(5), b integer); INSERT INTO t VALUES ('x', 1);",
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: varchar(50) }, { name: b, type: bigint }]') },
    rows: ['SELECT a, b FROM t', [['x', 1]]],
  },
  {
    name: 'a column gets a value in every row before it must have one',
    before: "CREATE TABLE t (id int PRIMARY KEY, a varchar(5) DEFAULT 'x'); INSERT INTO t VALUES (1, 'y');",
    goal: {
      't.yaml': table(
        't',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: a, type: varchar(5), default: x, constraints: { notNull: true } }`,
      ),
    },
    rows: ['SELECT a FROM t', [['y']]],
  },
  {
    name: 'a column need not have a value any more',
    before: 'CREATE TABLE t (a int NOT NULL);',
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: int }]') },
  },
];

const defaults: readonly Scenario[] = [
  {
    name: 'defaults are what they say',
    goal: {
      't.yaml': table(
        't',
        `columns:
  - { name: a, type: varchar(20), default: "it's" }
  - { name: b, type: varchar(20), default: "007" }
  - { name: c, type: int, default: "007" }
  - { name: d, type: varchar(20), default: "'f(x)'" }
  - { name: e, type: varchar(20), default: "" }
  - { name: f, type: datetime, default: now() }
  - { name: g, type: varchar(40), default: "concat('a', 'b')" }
  - { name: h, type: int, default: (1 + 2) }
  - { name: i, type: varchar(20), default: "a\\\\b" }
  - { name: j, type: tinyint(1), default: "true" }
  - { name: k, type: text, default: long }
  - { name: l, type: "enum('p','q')", default: q }`,
      ),
    },
    rows: [
      'INSERT INTO t () VALUES (); SELECT a, b, c, d, e, g, h, i, j, k, l FROM t',
      [["it's", '007', 7, 'f(x)', '', 'ab', 3, 'a\\b', 1, 'long', 'q']],
    ],
  },
  {
    name: 'the same defaults in SQL are no change',
    before: "CREATE TABLE t (a varchar(20) DEFAULT 'it''s', b int DEFAULT 7, c datetime DEFAULT CURRENT_TIMESTAMP);",
    goal: {
      't.yaml': table(
        't',
        `columns:
  - { name: a, type: varchar(20), default: "it's" }
  - { name: b, type: int, default: "7" }
  - { name: c, type: datetime, default: now() }`,
      ),
    },
    inSync: true,
  },
  {
    name: 'a default changes',
    before: "CREATE TABLE t (a varchar(20) DEFAULT 'x');",
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: varchar(20), default: y }]') },
  },
  {
    name: 'a default goes',
    before: "CREATE TABLE t (a varchar(20) DEFAULT 'x');",
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: varchar(20) }]') },
  },
  {
    name: 'a moment follows each change of its row',
    before: 'CREATE TABLE t (a int, b timestamp(3) NULL);',
    goal: {
      't.yaml': table(
        't',
        `columns:
  - { name: a, type: int }
  - { name: b, type: timestamp(3), default: CURRENT_TIMESTAMP(3), onUpdate: CURRENT_TIMESTAMP(3) }`,
      ),
    },
  },
  {
    name: 'a column is computed from others',
    before: 'CREATE TABLE t (a int); INSERT INTO t VALUES (2);',
    goal: {
      't.yaml': table(
        't',
        `columns:
  - { name: a, type: int }
  - { name: b, type: int, generated: { expression: a * 2 } }
  - { name: c, type: int, generated: { expression: a * 3, stored: true } }`,
      ),
    },
    rows: ['SELECT b, c FROM t', [[4, 6]]],
  },
];

const keys: readonly Scenario[] = [
  {
    name: 'a counter is added',
    before: 'CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int); INSERT INTO t VALUES (5, 1);',
    goal: {
      't.yaml': table(
        't',
        'primaryKey: [id]\ncolumns: [{ name: id, type: int, attributes: { autoIncrement: true } }, { name: a, type: int }]',
      ),
    },
    rows: ['INSERT INTO t (a) VALUES (2); SELECT id FROM t ORDER BY id', [[5], [6]]],
  },
  {
    name: 'a primary key is changed to two columns',
    before: 'CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a)); INSERT INTO t VALUES (1, 2);',
    goal: { 't.yaml': table('t', 'primaryKey: [b, a]\ncolumns: [{ name: a, type: int }, { name: b, type: int }]') },
    rows: ['SELECT a, b FROM t', [[1, 2]]],
  },
  {
    name: 'a primary key goes',
    before: 'CREATE TABLE t (a int NOT NULL, PRIMARY KEY (a));',
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: int, constraints: { notNull: true } }]') },
  },
  {
    name: 'an index without a name is called after its columns',
    before: 'CREATE TABLE t (a int, b int);',
    goal: {
      't.yaml': table('t', 'columns: [{ name: a, type: int }, { name: b, type: int }]\nindexes: [{ columns: [b, a] }]'),
      'same.sql': 'CREATE TABLE s (a int, KEY idx_s_a (a));',
    },
  },
  {
    name: 'an index called so is no change',
    before: 'CREATE TABLE t (a int, b int, KEY idx_t_b_a (b, a));',
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: int }, { name: b, type: int }]\nindexes: [{ columns: [b, a], type: btree }]',
      ),
    },
    inSync: true,
  },
  {
    name: 'the order of the columns of an index is seen',
    before: 'CREATE TABLE t (a int, b int, KEY k (a, b));',
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: int }, { name: b, type: int }]\nindexes: [{ name: k, columns: [b, a] }]',
      ),
    },
  },
  {
    name: 'an index becomes unique',
    before: 'CREATE TABLE t (a int, KEY k (a)); INSERT INTO t VALUES (1), (2);',
    goal: {
      't.yaml': table('t', 'columns: [{ name: a, type: int }]\nindexes: [{ name: k, columns: [a], isUnique: true }]'),
    },
  },
  {
    name: 'an index over a prefix, and one over words',
    before: 'CREATE TABLE t (a text, b varchar(90));',
    goal: {
      't.yaml': table(
        't',
        `columns: [{ name: a, type: text }, { name: b, type: varchar(90) }]
indexes:
  - { name: begins, columns: [{ column: b, length: 10 }], comment: short }
  - { name: words, columns: [a, b], type: fulltext }`,
      ),
    },
  },
  {
    name: 'an index is dropped',
    before: 'CREATE TABLE t (a int, KEY k (a));',
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: int }]') },
  },
  {
    name: 'a foreign key to a table of SQL',
    before: users,
    goal: {
      'a.sql': users,
      'b.yaml': table(
        'posts',
        'columns: [{ name: author, type: int }]\nforeignKeys: [{ columns: [author], references: { table: users, columns: [id] }, onDelete: cascade }]',
      ),
    },
  },
  {
    name: 'two foreign keys, and another action of one',
    before: `${users} CREATE TABLE t (a int, b int, CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES users (id));`,
    goal: {
      'users.yaml': usersWith(),
      't.yaml': table(
        't',
        `columns: [{ name: a, type: int }, { name: b, type: int }]
foreignKeys:
  - { columns: [a], references: { table: users, columns: [id] }, onDelete: set null }
  - { columns: [b], references: { table: users, columns: [id] }, name: second }
indexes:
  - { name: t_a_fkey, columns: [a] }`,
      ),
    },
  },
  {
    name: 'a foreign key of two columns',
    goal: {
      'a.yaml': table('a', 'primaryKey: [x, y]\ncolumns: [{ name: x, type: int }, { name: y, type: int }]'),
      'b.yaml': table(
        'b',
        'columns: [{ name: p, type: int }, { name: q, type: int }]\nforeignKeys: [{ columns: [p, q], references: { table: a, columns: [x, y] } }]',
      ),
    },
  },
  {
    name: 'a check comes, and another goes',
    before: 'CREATE TABLE t (a int, CONSTRAINT old CHECK (a > 0));',
    goal: { 't.yaml': table('t', "columns: [{ name: a, type: int }]\nchecks: [{ name: fresh, expression: 'a > 1' }]") },
  },
];

const texts: readonly Scenario[] = [
  {
    name: 'a table and a column have character sets of their own',
    before: 'CREATE TABLE t (a varchar(20), b varchar(20));',
    goal: {
      't.yaml': table(
        't',
        'defaultCharset: latin1\ncollation: latin1_bin\ncolumns: [{ name: a, type: varchar(20) }, { name: b, type: varchar(20), charset: utf8mb4, collation: utf8mb4_bin }]',
      ),
    },
    rows: [`${latin} AND table_name = 't' ORDER BY column_name`, [['latin1_bin'], ['utf8mb4_bin']]],
  },
  {
    name: 'a character set alone has its own collation',
    goal: { 't.yaml': table('t', 'defaultCharset: latin1\ncolumns: [{ name: a, type: varchar(20) }]') },
    rows: [`${latin} AND table_name = 't'`, [['latin1_swedish_ci']]],
  },
  {
    name: 'a collation alone, of a table and of a column',
    goal: {
      't.yaml': table(
        't',
        'collation: utf8mb4_bin\ncolumns: [{ name: a, type: varchar(20) }, { name: b, type: varchar(20), collation: utf8mb4_unicode_ci }]',
      ),
    },
    rows: [`${latin} AND table_name = 't' ORDER BY column_name`, [['utf8mb4_bin'], ['utf8mb4_unicode_ci']]],
  },
  {
    name: 'without a character set a table has the one of its database again',
    before: "CREATE TABLE t (a varchar(20)) CHARACTER SET latin1; INSERT INTO t VALUES ('é');",
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: varchar(20) }]') },
    rows: ['SELECT a FROM t', [['é']]],
  },
  {
    name: 'without a collation a column has the one of its table again',
    before: 'CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin);',
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: varchar(20) }]') },
    rows: [`${latin} AND table_name = 't'`, [['utf8mb4_general_ci']]],
  },
  {
    name: 'comments, an engine and options',
    before: 'CREATE TABLE t (a int);',
    goal: {
      't.yaml': table(
        't',
        "engine: MyISAM\ncomment: it's old\noptions: { checksum: 1 }\ncolumns: [{ name: a, type: int, comment: a number, invisible: true }, { name: b, type: int }]",
      ),
    },
  },
  {
    name: 'a view is made, and another is changed',
    before: `${users} CREATE VIEW mails AS SELECT mail FROM users;`,
    goal: {
      'a.sql': users,
      'mails.yaml': view('mails', 'query: SELECT mail FROM users WHERE id > 1;\nalgorithm: MERGE'),
      'ids.yaml': view('ids', 'columns: [number]\nsecurity: INVOKER\nquery: SELECT id FROM users'),
    },
  },
  {
    name: 'a view that is the same is no change',
    before: `${users} CREATE VIEW mails AS SELECT mail FROM users;`,
    goal: { 'a.sql': users, 'mails.yaml': view('mails', 'query: SELECT mail FROM users') },
    inSync: true,
  },
];

export const scenarios: readonly Scenario[] = [...columns, ...defaults, ...keys, ...texts, ...seededScenarios];
