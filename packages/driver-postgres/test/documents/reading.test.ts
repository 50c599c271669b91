import { SyncError } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { servers } from '../servers.js';
import { compile, contentOf } from './compile.js';

const frame = (section: string, more = '') =>
  `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: { name: t }
spec:
  database: app
  name: t
${more}  schema:
    postgres:
${section
  .trim()
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
`;

/** Documents of SchemaHero, unchanged, and the SQL that they mean. */
const same: readonly (readonly [string, string, string])[] = [
  [
    'a table with a key, defaults and a unique index, which is a constraint',
    frame(`
primaryKey: [id]
columns:
  - { name: id, type: serial }
  - { name: login, type: varchar(255), constraints: { notNull: true } }
  - { name: active, type: boolean, default: "true" }
  - { name: made, type: timestamp, default: now() }
  - { name: note, type: text, default: nothing }
  - { name: number, type: bigint, attributes: { autoIncrement: true } }
indexes:
  - { columns: [login], name: idx_login, isUnique: true }
  - { columns: [note, login] }
  - { columns: [note], name: hashed, type: hash }`),
    `CREATE TABLE t (id serial PRIMARY KEY, login varchar(255) NOT NULL CONSTRAINT idx_login UNIQUE, active boolean DEFAULT true,
     made timestamp DEFAULT now(), note text DEFAULT 'nothing', number bigserial);
     CREATE INDEX idx_t_note_login ON t (note, login); CREATE INDEX hashed ON t USING hash (note);`,
  ],
  [
    'two foreign keys, one of two columns',
    `${frame(`
primaryKey: [a, b]
columns: [{ name: a, type: integer }, { name: b, type: integer }]`)}---
name: u
schema:
  postgres:
    foreignKeys:
      - { columns: [a, b], references: { table: t, columns: [a, b] }, onDelete: cascade }
      - { columns: [b, a], references: { table: t, columns: [a, b] }, name: other }
    columns: [{ name: a, type: integer }, { name: b, type: integer }]
`,
    `CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
     CREATE TABLE u (a int, b int, CONSTRAINT u_a_b_fkey FOREIGN KEY (a, b) REFERENCES t ON DELETE CASCADE, CONSTRAINT other FOREIGN KEY (b, a) REFERENCES t);`,
  ],
  [
    'a function and triggers that call it',
    `${frame(`
columns: [{ name: a, type: integer }]
triggers:
  - name: t1
    events: [before insert, update of a]
    forEachRow: true
    condition: NEW.a > 1
    execute: { type: function, name: touch, params: [x] }
json:triggers:
  - { name: t2, constraintTrigger: true, events: [after insert], forEachRow: true, executeProcedure: touch }`)}---
kind: Function
spec:
  name: touch
  removeOnDeletion: true
  schema:
    postgres: { lang: PLpgSQL, return: trigger, as: "BEGIN RETURN NEW; END" }
---
kind: Function
spec:
  name: pairs
  schema:
    postgres:
      schema: app
      lang: sql
      params: [{ name: lowest, type: integer }, { type: text }]
      returnSet: true
      return: integer
      as: SELECT $1
`,
    `CREATE SCHEMA app; CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
     CREATE FUNCTION app.pairs(lowest int, text) RETURNS SETOF int LANGUAGE sql AS 'SELECT $1'; CREATE TABLE t (a int);
     CREATE TRIGGER t1 BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION touch('x');
     CREATE CONSTRAINT TRIGGER t2 AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch();`,
  ],
  [
    'tables of one name in two schemas, one of them declared as gone',
    `${frame('columns: [{ name: a, type: integer }]')}---
name: t
schema: { postgres: { schema: app, isDeleted: true } }
---
name: u
schema: { postgres: { schema: app, columns: [{ name: a, type: integer }] } }
---
name: v
schema: { postgres: { schema: app, columns: [{ name: a, type: integer }] } }
`,
    'CREATE TABLE t (a int); CREATE SCHEMA app; CREATE TABLE app.u (a int); CREATE TABLE app.v (a int);',
  ],
  [
    'an enum, and a view over a table of it',
    `kind: DataType
spec: { name: mood, schema: { postgres: { enum: [sad, ok] } } }
---
kind: View
spec: { name: v, schema: { postgres: { query: "SELECT m FROM t WHERE m = 'ok';" } } }
---
${frame("columns: [{ name: m, type: mood, default: sad }, { name: n, type: 'mood[]' }]")}`,
    `CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (m mood DEFAULT 'sad', n mood[]); CREATE VIEW v AS SELECT m FROM t WHERE m = 'ok';`,
  ],
];

const column = (text: string) => frame(`columns: [${text}]`);

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['an unknown field', column('{ name: a, typ: text }'), /^a\.yaml:9:.*typ\b.*(?:type)?/],
  ['a type that says more', column('{ name: a, type: "int NOT NULL" }'), /int NOT NULL is more than a type/],
  ['a second column', column('{ name: a, type: "int, b int" }'), /is more than a type/],
  [
    'an expression with a semicolon',
    column('{ name: a, type: int, check: "a > 0); DROP TABLE t; --" }'),
    /not complete/,
  ],
  ['a quote that is not closed', column(`{ name: a, type: int, check: "a > 'x" }`), /not complete/],
  ['a column that stands twice', column('{ name: a, type: int }, { name: a, type: int }'), /stands above already/],
  ['a key of an unknown column', frame('primaryKey: [b]\ncolumns: [{ name: a, type: int }]'), /there is no column b/],
  ['autoIncrement of a text', column('{ name: a, type: text, attributes: { autoIncrement: true } }'), /whole numbers/],
  [
    'an event that is none',
    frame(`columns: [{ name: a, type: int }]\ntriggers: [{ name: x, events: [never], execute: { name: f } }]`),
    /never is no event/,
  ],
];

describe.each(servers)('documents on $name', (server) => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test.each(same)('%s', async (_, yaml, sql) => {
    const [read, meant] = [await compile(server.url, { 'a.yaml': yaml }), await compile(server.url, { 'a.sql': sql })];
    expect(contentOf(read)).toEqual(contentOf(meant));
    expect(read.warnings).toEqual([]);
  });

  test.each(refused)('refuses %s', async (_, yaml, message) => {
    const error = await compile(server.url, { 'a.yaml': yaml }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SyncError);
    expect(error).toMatchObject({ code: 'SOURCE_INVALID', message: expect.stringMatching(message) });
  });
});
