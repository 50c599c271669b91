/** What a user has, wants and gets. */
export interface Scenario {
  readonly name: string;
  /** What is there: statements that are executed in an empty database. */
  readonly before?: string;
  /** The desired state, by the names of its files. */
  readonly goal: Readonly<Record<string, string>>;
  /** Whether seed rows are written, too. */
  readonly seeds?: true;
  /** The schemas that are managed. Default: those that the desired state names. */
  readonly schemas?: readonly string[];
  /** It is wanted as it is: there is nothing to do. Where this is not said there is. */
  readonly inSync?: true;
  /** A query and its rows as lists, at the goal. */
  readonly rows?: readonly [string, readonly (readonly unknown[])[]];
}

/** The section of a table's document, between its name and whatever follows. */
function table(name: string, section: string, more = ''): string {
  const lines = section
    .trim()
    .split('\n')
    .map((line) => `      ${line}`);
  return `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata:
  name: ${name.toLowerCase()}
spec:
  database: app
  name: ${name}
  schema:
    postgres:
${lines.join('\n')}
${more}`;
}

const seeds = (...rows: readonly Readonly<Record<string, string>>[]) =>
  `  seedData:\n    rows:\n${rows
    .map(
      (row) =>
        `      - columns:\n${Object.entries(row)
          .map(([column, value]) => `          - { column: ${column}, value: ${value} }`)
          .join('\n')}`,
    )
    .join('\n')}\n`;

const users = 'CREATE TABLE users (id int PRIMARY KEY, mail text);';
const rowsOfUsers = "INSERT INTO users VALUES (1, 'a@x'), (2, 'b@x');";
const id = '- { name: id, type: integer }';
const usersWith = (column: string, more = '') =>
  table('users', `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: mail, type: text }\n  ${column}\n${more}`);
const twoUsers = [
  'SELECT id, mail FROM users ORDER BY id',
  [
    [1, 'a@x'],
    [2, 'b@x'],
  ],
] as const;

export const scenarios: readonly Scenario[] = [
  {
    name: 'a table is created from a document',
    goal: { 'users.yaml': usersWith('- { name: made, type: timestamptz, default: now() }') },
  },
  {
    name: 'a table is created from SQL beside one from a document',
    goal: {
      'a.sql': users,
      'b.yaml': table(
        'posts',
        `columns: [{ name: author, type: integer }]\nforeignKeys: [{ columns: [author], references: { table: users, columns: [id] } }]`,
      ),
    },
  },
  {
    name: 'a column is added',
    before: users + rowsOfUsers,
    goal: { 'users.yaml': usersWith('- { name: age, type: smallint }') },
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
    rows: [
      'SELECT id, age FROM users ORDER BY id',
      [
        [1, 7],
        [2, 7],
      ],
    ],
  },
  {
    name: 'a column is dropped',
    before: users.replace('mail text', 'mail text, gone text'),
    goal: { 'users.yaml': table('users', `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: mail, type: text }`) },
  },
  {
    name: 'a column is renamed, with its rows',
    before: users + rowsOfUsers,
    goal: {
      'users.yaml': table(
        'users',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: email, type: text, renamedFrom: mail }`,
      ),
    },
    rows: ['SELECT email FROM users ORDER BY id', [['a@x'], ['b@x']]],
  },
  {
    name: 'a table is renamed, with what is named after it',
    before: users + rowsOfUsers,
    goal: {
      'a.yaml': table(
        'people',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: mail, type: text }`,
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
    name: 'a type grows',
    before: "CREATE TABLE t (a varchar(5), b integer); INSERT INTO t VALUES ('x', 1);",
    goal: { 't.yaml': table('t', 'columns: [{ name: a, type: varchar(50) }, { name: b, type: bigint }]') },
    rows: ['SELECT a, b FROM t', [['x', 1]]],
  },
  {
    name: 'numeric and timestamp types with modifiers are no change',
    before: 'CREATE TABLE t (a numeric(10,2), b timestamp(3), c varchar(5)[]);',
    inSync: true,
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: "numeric(10,2)" }, { name: b, type: timestamp(3) }, { name: c, type: "varchar(5)[]" }]',
      ),
    },
  },
  {
    name: 'a default changes, goes and comes',
    before: "CREATE TABLE t (a text DEFAULT 'x', b int DEFAULT 1, c date);",
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: text, default: now() }, { name: b, type: integer }, { name: c, type: date, default: CURRENT_DATE }]',
      ),
    },
  },
  {
    name: 'values are demanded of a column that has them',
    before: users + rowsOfUsers,
    goal: {
      'users.yaml': table(
        'users',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: mail, type: text, constraints: { notNull: true } }`,
      ),
    },
    rows: twoUsers,
  },
  {
    name: 'a primary key gets a second column',
    before: 'CREATE TABLE t (a int, b int NOT NULL, PRIMARY KEY (a)); INSERT INTO t VALUES (1, 2);',
    goal: {
      't.yaml': table('t', 'primaryKey: [a, b]\ncolumns: [{ name: a, type: integer }, { name: b, type: integer }]'),
    },
    rows: ['SELECT a, b FROM t', [[1, 2]]],
  },
  {
    name: 'a unique index is a constraint, and one that is none stays an index',
    before: users + rowsOfUsers,
    goal: {
      'users.yaml': usersWith(
        '',
        'indexes:\n  - { columns: [mail], name: one, isUnique: true }\n  - { columns: [mail], name: two, isUnique: true, isConstraint: false }',
      ),
    },
    rows: ["SELECT conname::text FROM pg_constraint WHERE conrelid = 'users'::regclass AND contype = 'u'", [['one']]],
  },
  {
    name: 'an index changes its order, its method and its condition',
    before:
      'CREATE TABLE t (a int, b int); CREATE INDEX one ON t (a, b); CREATE INDEX two ON t (a); CREATE INDEX three ON t (b);',
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: integer }, { name: b, type: integer }]\nindexes:\n  - { name: one, columns: [b, a] }\n  - { name: two, columns: [a], type: hash }\n  - { name: three, columns: [b], where: a > 1, with: { fillfactor: 70 } }',
      ),
    },
  },
  {
    name: 'an index of expressions',
    before: users + rowsOfUsers,
    goal: {
      'users.yaml': usersWith(
        '',
        'indexes: [{ name: folded, columns: [{ expression: lower(mail), opclass: text_pattern_ops }, { column: id, desc: true, nulls: last }] }]',
      ),
    },
  },
  {
    name: 'an index is renamed',
    before: 'CREATE TABLE t (a int); CREATE INDEX one ON t (a);',
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: integer }]\nindexes: [{ name: two, columns: [a], renamedFrom: one }]',
      ),
    },
  },
  {
    name: 'a second foreign key leaves the first alone',
    before: `${users} ${rowsOfUsers} CREATE TABLE posts (a int CONSTRAINT posts_a_fkey REFERENCES users, b int); INSERT INTO posts VALUES (1, 2);`,
    goal: {
      'a.sql': users,
      'posts.yaml': table(
        'posts',
        'columns: [{ name: a, type: integer }, { name: b, type: integer }]\nforeignKeys:\n  - { columns: [a], references: { table: users, columns: [id] } }\n  - { columns: [b], references: { table: users, columns: [id] }, onDelete: cascade }',
      ),
    },
    rows: [
      "SELECT conname::text FROM pg_constraint WHERE conrelid = 'posts'::regclass AND contype = 'f' ORDER BY 1",
      [['posts_a_fkey'], ['posts_b_fkey']],
    ],
  },
  {
    name: 'two tables that refer to each other',
    goal: {
      'a.yaml': table(
        'a',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: b, type: integer }\nforeignKeys: [{ columns: [b], references: { table: b, columns: [id] } }]`,
      ),
      'b.yaml': table(
        'b',
        `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: a, type: integer }\nforeignKeys: [{ columns: [a], references: { table: a, columns: [id] }, onDelete: set null }]`,
      ),
    },
  },
  {
    name: 'a foreign key of two columns between schemas',
    goal: {
      'a.yaml': table(
        'a',
        'schema: app\nprimaryKey: [x, y]\ncolumns: [{ name: x, type: integer }, { name: y, type: integer }]',
      ),
      'b.yaml': table(
        'b',
        'columns: [{ name: y, type: integer }, { name: x, type: integer }]\nforeignKeys: [{ columns: [x, y], references: { schema: app, table: a, columns: [x, y] } }]',
      ),
    },
  },
  {
    name: 'tables of one name in two schemas',
    before: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int);',
    goal: {
      'a.yaml': table('t', 'schema: app\ncolumns: [{ name: a, type: integer }, { name: b, type: text }]'),
      'b.sql': 'CREATE TABLE t (a int);',
    },
  },
  {
    name: 'checks come and go',
    before: 'CREATE TABLE t (a int, CONSTRAINT old CHECK (a > 0)); INSERT INTO t VALUES (5);',
    goal: {
      't.yaml': table(
        't',
        'columns: [{ name: a, type: integer, check: a > 1 }]\nchecks: [{ name: new, expression: "a IN (5, 6) OR a BETWEEN 7 AND 9" }]',
      ),
    },
  },
  {
    name: 'a generated column and an identity',
    before: 'CREATE TABLE t (a int); INSERT INTO t VALUES (2);',
    goal: {
      't.yaml': table(
        't',
        'columns:\n  - { name: a, type: integer }\n  - { name: twice, type: integer, generated: { expression: a * 2 } }\n  - { name: n, type: bigint, identity: always }',
      ),
    },
    rows: ['SELECT a, twice, n FROM t', [[2, 4, 1]]],
  },
  {
    name: 'a serial column',
    goal: {
      't.yaml': table(
        't',
        'primaryKey: [id]\ncolumns: [{ name: id, type: bigserial }, { name: other, type: integer, attributes: { autoIncrement: true } }]',
      ),
    },
  },
  {
    name: 'an enum gets a value, and a column of it a default',
    before: "CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (m mood); INSERT INTO t VALUES ('sad');",
    goal: {
      'mood.yaml': 'kind: DataType\nspec: { name: mood, schema: { postgres: { enum: [sad, ok, happy] } } }',
      't.yaml': table('t', 'columns: [{ name: m, type: mood, default: happy }]'),
    },
    rows: ['SELECT m::text FROM t', [['sad']]],
  },
  {
    name: 'a view over a table that changes',
    before: `${users} ${rowsOfUsers} CREATE VIEW v AS SELECT id FROM users;`,
    goal: {
      'users.yaml': usersWith('- { name: age, type: integer }'),
      'v.yaml':
        'kind: View\nspec: { name: v, schema: { postgres: { query: "SELECT id, age FROM users WHERE mail LIKE \'%x\'" } } }',
    },
    rows: [
      'SELECT * FROM v ORDER BY id',
      [
        [1, null],
        [2, null],
      ],
    ],
  },
  {
    name: 'a materialized view with an index',
    before: users + rowsOfUsers,
    goal: {
      'a.sql': users,
      'm.yaml':
        'kind: View\nspec:\n  name: m\n  schema:\n    postgres: { isMaterialized: true, query: SELECT id FROM users, indexes: [{ columns: [id], isUnique: true, isConstraint: false }] }',
    },
    rows: ['SELECT id FROM m ORDER BY id', [[1], [2]]],
  },
  {
    name: 'a function changes',
    before: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
    goal: {
      'f.yaml':
        'kind: Function\nspec:\n  name: f\n  removeOnDeletion: true\n  schema:\n    postgres: { lang: sql, params: [{ name: a, type: integer }], return: integer, as: SELECT 2 }',
    },
    rows: ['SELECT f(1)', [[2]]],
  },
  {
    name: 'a trigger with its function',
    before: users,
    goal: {
      'f.yaml':
        'kind: Function\nspec:\n  name: touch\n  schema:\n    postgres: { lang: plpgsql, return: trigger, as: BEGIN NEW.mail = lower(NEW.mail); RETURN NEW; END }',
      'users.yaml': usersWith(
        '',
        'triggers: [{ name: low, events: [before insert], forEachRow: true, execute: { name: touch } }]',
      ),
    },
  },
  {
    name: 'comments',
    before: `${users} COMMENT ON TABLE users IS 'old';`,
    goal: { 'users.yaml': usersWith('- { name: age, type: integer, comment: it\'s "years" }', 'comment: who is here') },
  },
  {
    name: 'awkward names',
    goal: {
      'a.yaml': table(
        '"we\\"ird Näme"',
        'primaryKey: [select]\ncolumns: [{ name: select, type: integer }, { name: "a b", type: text, default: "it\'s; --" }]\nindexes: [{ columns: ["a b"] }]',
      ),
    },
  },
  {
    name: 'seed rows are written and changed, and sequences go on behind them',
    before: "CREATE TABLE t (id serial PRIMARY KEY, name text); INSERT INTO t VALUES (1, 'old'), (9, 'mine');",
    seeds: true,
    goal: {
      't.yaml': table(
        't',
        'primaryKey: [id]\ncolumns: [{ name: id, type: serial }, { name: name, type: text }]',
        seeds(
          { id: '{ int: 1 }', name: '{ str: "it\'s\\nnew" }' },
          { id: '{ int: 20 }', name: '{}' },
          { id: '{ int: 3 }', name: '{ str: "" }' },
        ),
      ),
    },
    rows: [
      "SELECT id, name FROM t UNION ALL SELECT nextval('t_id_seq'), 'next' ORDER BY id",
      [
        [1, "it's\nnew"],
        [3, ''],
        [9, 'mine'],
        [20, null],
        [21, 'next'],
      ],
    ],
  },
  {
    name: 'seed rows of an identity, of tables that refer to each other, in another schema',
    seeds: true,
    goal: {
      'b.yaml': table(
        'b',
        'schema: app\nprimaryKey: [id]\ncolumns: [{ name: id, type: integer }, { name: a, type: bigint }, { name: f, type: boolean }, { name: n, type: "numeric(5,2)" }]\nforeignKeys: [{ columns: [a], references: { schema: public, table: z, columns: [id] } }]',
        seeds({ id: '{ int: 1 }', a: '{ int: 5 }', f: '{ bool: true }', n: '{ float: 1.5 }' }),
      ),
      'z.yaml': table(
        'z',
        'primaryKey: [id]\ncolumns: [{ name: id, type: bigint, identity: always }, { name: up, type: bigint }]\nforeignKeys: [{ columns: [up], references: { table: z, columns: [id] } }]',
        seeds({ id: '{ int: 5 }', up: '{ int: 6 }' }, { id: '{ int: 6 }', up: '{}' }),
      ),
    },
    rows: ['SELECT b.id, z.id AS a, f, n FROM app.b JOIN z ON z.id = b.a', [[1, 5, true, '1.50']]],
  },
  {
    name: 'seed rows of types that have no equality, and of documents',
    seeds: true,
    goal: {
      'a.yaml': table(
        'a',
        'primaryKey: [id]\ncolumns: [{ name: id, type: integer }, { name: j, type: json }, { name: b, type: jsonb }, { name: p, type: point }, { name: c, type: "char(4)" }, { name: n, type: "numeric(5,2)" }]',
        seeds(
          { id: '{ int: 1 }', j: `{ str: '{"a": 1}' }`, b: '{ int: 5 }', p: "{ str: '(1,2)' }", c: '{ str: x }' },
          { id: '{ int: 2 }', j: '{ bool: true }', b: `{ str: '"text"' }`, n: '{ float: 1.5 }' },
        ),
      ),
    },
    rows: [
      'SELECT id, j, b, p, c, n FROM a ORDER BY id',
      [
        [1, '{"a": 1}', '5', '(1,2)', 'x   ', null],
        [2, 'true', '"text"', null, null, '1.50'],
      ],
    ],
  },
  {
    name: 'everything goes',
    before: `${users} CREATE VIEW v AS SELECT * FROM users; CREATE TYPE e AS ENUM ('a'); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';`,
    goal: { 'a.sql': '-- @empty' },
    schemas: ['public'],
    rows: [
      "SELECT (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname !~ '^_schema_sync') AS relations, to_regtype('e') AS e, to_regproc('f') AS f",
      [[0, null, null]],
    ],
  },
];
