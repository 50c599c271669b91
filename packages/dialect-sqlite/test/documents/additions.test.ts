import { describe, expect, it } from 'vitest';
import { sqliteDocuments } from '../../src/index.js';
import { compile, driver, failure, table } from './support/engine.js';

async function sameAs(documents: string, sql: string): Promise<void> {
  const [declared, written] = [await compile({ 'a.yaml': documents }), await compile({ 'a.sql': sql })];
  expect([...declared.catalogue].map(({ address, spec, extras }) => ({ address, spec, extras }))).toEqual(
    [...written.catalogue].map(({ address, spec, extras }) => ({ address, spec, extras })),
  );
  expect(declared.catalogue.root).toBe(written.catalogue.root);
}

const document = (kind: string, name: string, section: string) =>
  table(name, section).replace('kind: Table', `kind: ${kind}`);

describe('what a table can say beyond SchemaHero', () => {
  it('checks, collations, generated columns, unique constraints, names and conflicts', () =>
    sameAs(
      table(
        'people',
        `
withoutRowid: true
primaryKey:
  name: people_pk
  columns: [{ column: id, desc: true }, { column: mail, collation: NOCASE }]
  onConflict: replace
uniques:
  - columns: [name]
  - name: one_mail
    columns: [{ column: mail, collation: rtrim }, name]
    onConflict: ignore
checks:
  - name: grown
    expression: age >= 0 AND (age < 200)
  - expression: length(mail) > 3
columns:
  - name: id
    type: integer
    constraints: { notNull: { name: id_there, onConflict: fail } }
  - name: mail
    type: text
    collation: nocase
    check: mail LIKE '%@%'
  - name: name
  - name: age
    type: integer
  - name: double_age
    type: integer
    generated: { expression: age * 2, stored: true }
  - name: initial
    type: text
    generated: { expression: "substr(name, 1, 1)" }
`,
      ),
      `CREATE TABLE people (
        id INTEGER CONSTRAINT id_there NOT NULL ON CONFLICT FAIL,
        mail TEXT COLLATE NOCASE CHECK (mail LIKE '%@%'),
        name,
        age INTEGER,
        double_age INTEGER AS (age * 2) STORED,
        initial TEXT AS (substr(name, 1, 1)),
        CONSTRAINT people_pk PRIMARY KEY (id DESC, mail COLLATE NOCASE) ON CONFLICT REPLACE,
        UNIQUE (name),
        CONSTRAINT one_mail UNIQUE (mail COLLATE RTRIM, name) ON CONFLICT IGNORE,
        CONSTRAINT grown CHECK (age >= 0 AND (age < 200)),
        CHECK (length(mail) > 3)
      ) WITHOUT ROWID`,
    ));

  it('indexes of expressions, partial, descending and collated', () =>
    sameAs(
      table(
        't',
        `
columns: [{ name: a, type: text }, { name: b, type: integer }]
indexes:
  - name: i
    isUnique: true
    columns: [{ expression: lower(a) }, { column: b, desc: true }, { column: a, collation: nocase }]
    where: b IS NOT NULL AND a <> 'x;y'
`,
      ),
      `CREATE TABLE t (a TEXT, b INTEGER);
       CREATE UNIQUE INDEX i ON t (lower(a), b DESC, a COLLATE NOCASE) WHERE b IS NOT NULL AND a <> 'x;y'`,
    ));

  it('foreign keys with every action, deferred, unnamed, and to a primary key', () =>
    sameAs(
      table(
        't',
        `
primaryKey: [id]
foreignKeys:
  - { columns: [a], references: { table: t }, onDelete: set default, onUpdate: no action, deferrable: deferred, unnamed: true }
  - { columns: [b], references: { table: t, columns: [id] }, onUpdate: CASCADE, deferrable: immediate, name: b_of_t }
columns: [{ name: id, type: integer }, { name: a, type: integer }, { name: b, type: integer }]
`,
      ),
      `CREATE TABLE t (id INTEGER PRIMARY KEY,
        a INTEGER REFERENCES t ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,
        b INTEGER CONSTRAINT b_of_t REFERENCES t (id) ON UPDATE CASCADE)`,
    ));

  it('views with columns, triggers on tables and views, and virtual tables', () =>
    sameAs(
      [
        table('t', 'columns: [{ name: a, type: text }, { name: end, type: integer }]'),
        document('View', 'v', 'columns: [x]\nquery: "WITH c AS (SELECT a FROM t) SELECT a FROM c;"'),
        document(
          'Trigger',
          'on_update',
          `
table: t
timing: after
event: update
columns: [end, a]
when: NEW.end > 1 OR (NEW.a IS NULL)
body: |
  UPDATE t SET a = CASE WHEN NEW.end > 2 THEN 'big' ELSE 'END;' END;
  DELETE FROM t WHERE end = NEW.end
`,
        ),
        document('Trigger', 'on_view', 'view: v\nevent: insert\nbody: INSERT INTO t (a) VALUES (NEW.x)'),
        document(
          'VirtualTable',
          'search',
          'module: fts5\narguments: [a, \'content=""\', "tokenize = \'porter ascii\'"]',
        ),
      ].join('---\n'),
      `CREATE TABLE t (a TEXT, end INTEGER);
       CREATE VIEW v (x) AS WITH c AS (SELECT a FROM t) SELECT a FROM c;
       CREATE TRIGGER on_update AFTER UPDATE OF end, a ON t WHEN NEW.end > 1 OR (NEW.a IS NULL) BEGIN
         UPDATE t SET a = CASE WHEN NEW.end > 2 THEN 'big' ELSE 'END;' END;
         DELETE FROM t WHERE end = NEW.end;
       END;
       CREATE TRIGGER on_view INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.x); END;
       CREATE VIRTUAL TABLE search USING fts5(a, content="", tokenize = 'porter ascii');`,
    ));

  it('renames of tables, columns, indexes and views', async () => {
    const { renames } = await compile({
      'a.yaml': [
        table(
          'users',
          `columns: [{ name: email, type: text, renamedFrom: mail }]
indexes: [{ columns: [email], renamedFrom: old_index }]`,
          '  renamedFrom: people\n',
        ),
        table('v', 'query: SELECT 1 AS one', '  renamedFrom: w\n').replace('kind: Table', 'kind: View'),
      ].join('---\n'),
    });
    expect(renames.map(({ from, to }) => `${from.join('.')} → ${to.join('.')}`)).toEqual([
      'people → users',
      'users.mail → users.email',
      'old_index → idx_users_email',
      'w → v',
    ]);
    expect(renames[1]?.at).toBe('a.yaml:11:57');
  });

  it('are left out where they are deleted', async () => {
    const files = ['Table', 'View', 'Trigger', 'VirtualTable'].map((kind) => document(kind, kind, 'isDeleted: true'));
    expect((await compile({ 'a.yaml': files.join('---\n') })).catalogue.size).toBe(0);
  });

  it('stand beside SQL in one folder', async () => {
    const { catalogue } = await compile({
      'a.sql': 'CREATE VIEW names AS SELECT name FROM users; CREATE TABLE teams (id INTEGER PRIMARY KEY);',
      'b.yaml': table(
        'users',
        'columns: [{ name: name }, { name: team, type: integer }]\nforeignKeys: [{ columns: [team], references: { table: teams, columns: [id] } }]',
      ),
    });
    expect([...catalogue].map((object) => object.address)).toEqual(['table:teams', 'table:users', 'view:names']);
  });
});

describe('what is refused, with its place', () => {
  const columns = 'columns: [{ name: a, type: text }, { name: b, type: integer }]\n';
  it.each([
    ['no columns', 'strict: true', '10:7', 'columns is missing'],
    ['a comment', 'columns: [{ name: a, comment: x }]', '10:37', 'SQLite keeps no comments'],
    ['a column twice', 'columns: [{ name: a }, { name: A }]', '10:30', 'the column A stands above already'],
    ['a column without a name', 'columns: [{ type: text }]', '10:17', 'name is missing'],
    [
      'constraints within a type',
      'columns: [{ name: a, type: integer primary key }]',
      '10:34',
      'integer primary key is more than a type',
    ],
    ['an unknown field of a column', 'columns: [{ name: a, defualt: 1 }]', '10:28', 'defualt is no field of columns'],
    [
      'an unknown field of constraints',
      'columns: [{ name: a, constraints: { notnull: true } }]',
      '10:43',
      'notnull is no field of constraints',
    ],
    [
      'autoIncrement without a key',
      'columns: [{ name: a, type: integer, attributes: { autoIncrement: true } }]',
      '10:72',
      'autoIncrement needs a primary key',
    ],
    [
      'autoIncrement on another type',
      'primaryKey: [a]\ncolumns: [{ name: a, type: int, attributes: { autoIncrement: true } }]',
      '11:68',
      'autoIncrement is only for a column of type integer',
    ],
    [
      'a default of a generated column',
      'columns: [{ name: a, default: 1, generated: { expression: "1" } }]',
      '10:37',
      'a generated column has no default',
    ],
    ['a key of no such column', `primaryKey: [c]\n${columns}`, '10:19', 't has no column c'],
    [
      'a foreign key of no such column',
      `foreignKeys: [{ columns: [c], references: { table: t } }]\n${columns}`,
      '10:20',
      't has no column c',
    ],
    [
      'a foreign key of unequal lengths',
      `foreignKeys: [{ columns: [a], references: { table: t, columns: [a, b] } }]\n${columns}`,
      '10:70',
      'a key refers to as many columns as it has: 1 here, 2 there',
    ],
    [
      'an unknown action',
      `foreignKeys: [{ columns: [a], references: { table: t }, onDelete: explode }]\n${columns}`,
      '10:73',
      'explode is none of',
    ],
    ['an index of no such column', `indexes: [{ columns: [c] }]\n${columns}`, '10:29', 't has no column c'],
    [
      'an index of expressions without a name',
      `indexes: [{ columns: [{ expression: lower(a) }] }]\n${columns}`,
      '10:17',
      'needs a name',
    ],
    [
      'a statement behind an expression',
      `checks: [{ expression: "a > 1); DROP TABLE t; --" }]\n${columns}`,
      '10:30',
      'not complete in itself',
    ],
    ['a quote left open', `checks: [{ expression: "a > 'x" }]\n${columns}`, '10:30', 'not complete in itself'],
  ])('%s', async (_, section, place, message) => {
    const error = await failure({ 'a.yaml': table('t', section) });
    expect([error.code, error.message]).toEqual(['SOURCE_INVALID', expect.stringContaining(message)]);
    expect(error.message).toMatch(new RegExp(`^a\\.yaml:${place}: `));
  });

  it.each([
    ['a view that is no query', 'View', 'query: DROP TABLE t', 'a query begins with'],
    ['a view of two statements', 'View', 'query: SELECT 1; SELECT 2', 'not complete in itself'],
    ['a continuous aggregate', 'View', 'query: SELECT 1\nisContinuousAggregate: true', 'plain views only'],
    ['a trigger on nothing', 'Trigger', 'event: insert\nbody: SELECT 1', 'table is missing'],
    ['a trigger on two', 'Trigger', 'table: a\nview: b\nevent: insert\nbody: SELECT 1', 'on a table or on a view'],
    [
      'columns of an insert',
      'Trigger',
      'table: a\nevent: insert\ncolumns: [a]\nbody: SELECT 1',
      'only a trigger on update',
    ],
    ['two arguments in one', 'VirtualTable', 'module: fts5\narguments: ["a, b"]', 'a comma separates two arguments'],
    ['a module that is not there', 'VirtualTable', 'module: nonsense', 'no such module: nonsense'],
  ])('%s', async (_, kind, section, message) => {
    const error = await failure({ 'a.yaml': document(kind, 'x', section) });
    expect([error.code, error.message]).toEqual(['SOURCE_INVALID', expect.stringContaining(message)]);
  });

  it('what only the server knows, at the line of the document', async () => {
    const error = await failure({
      'a.yaml': `${table('fine', 'columns: [{ name: a }]')}---\n${table('t', 'strict: true\ncolumns: [{ name: a, type: text5 }]')}`,
    });
    expect(error.message).toMatch(/^a\.yaml:12: unknown datatype for t\.a: "TEXT5", in: CREATE TABLE "t" \($/);
  });
});

it('warns of index types and parameters that mean nothing here', async () => {
  const { warnings } = await compile({
    'a.yaml': table('t', 'columns: [{ name: a }]\nindexes: [{ columns: [a], type: gin, with: { fillfactor: 70 } }]'),
  });
  expect(warnings.map(({ message }) => message)).toEqual(
    Array(2).fill('SQLite has one kind of index, without parameters: left out'),
  );
});

it('reads the section of the engine that it is made for', async () => {
  const text = table('t', 'columns: [{ name: a }]').replace('    sqlite:', '    rqlite:');
  const files = { 'a.yaml': text, 'b.yaml': '# @empty' };
  expect((await compile(files)).catalogue.size).toBe(0);
  expect(
    (await compile({ 'a.yaml': text }, false, { ...driver, name: 'rqlite', documents: sqliteDocuments('rqlite') }))
      .catalogue.size,
  ).toBe(1);
});
