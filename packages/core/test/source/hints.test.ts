import { describe, expect, it } from 'vitest';
import { renameHints } from '../../src/source/sql/hints.js';
import { splitFile } from '../../src/source/sql/split.js';
import { failureOf } from './support/failure.js';
import { sqliteDriver } from './support/sqlite.js';

const { dialect } = sqliteDriver;
const { lexis } = dialect;
const hints = (text: string) =>
  renameHints(splitFile(text, 'x.sql', { lexis }), 'x.sql', dialect).map(
    ({ at, from, to }) => `${at} ${from.join('.')} → ${to.join('.')}`,
  );

describe('hints about what is called within its table', () => {
  const within = {
    ...dialect,
    home: 'public',
    namedInTable: { TRIGGER: 'ON', RULE: 'TO', POLICY: 'ON', CONSTRAINT: null },
  };
  const read = (text: string) =>
    renameHints(splitFile(text, 'x.sql', { lexis }), 'x.sql', within).map(
      ({ from, to }) => `${from.join('.')} → ${to.join('.')}`,
    );
  it.each([
    [
      'a trigger',
      'CREATE OR REPLACE TRIGGER b BEFORE UPDATE OF "on", c ON s.t FOR EACH ROW EXECUTE FUNCTION f()',
      's.t.a → s.t.b',
    ],
    ['a constraint trigger', 'CREATE CONSTRAINT TRIGGER b AFTER INSERT ON public.t EXECUTE FUNCTION f()', 't.a → t.b'],
    ['a rule', 'CREATE RULE b AS ON INSERT TO t DO ALSO NOTHING', 't.a → t.b'],
    ['a policy', 'CREATE POLICY b ON t USING (x)', 't.a → t.b'],
    [
      'an event trigger, which is in no table',
      'CREATE EVENT TRIGGER b ON ddl_command_end EXECUTE FUNCTION f()',
      'a → b',
    ],
  ])('of %s', (_, statement, expected) => {
    expect(read(`-- @renamed from=a\n${statement};`)).toEqual([expected]);
  });

  it('of a constraint, above it or behind it', () => {
    const table =
      'CREATE TABLE t (\n  x INT,\n  -- @renamed from=a\n  CONSTRAINT b CHECK (x > 0),\n  CONSTRAINT d UNIQUE (x) -- @renamed from=c\n);';
    expect(read(table)).toEqual(['t.a → t.b', 't.c → t.d']);
  });

  it('with the old table, where that is said', () => {
    expect(read('-- @renamed from=s.t.a\nCREATE POLICY b ON s.t;')).toEqual(['s.t.a → s.t.b']);
  });
});

describe('a name alone', () => {
  const placed = { ...dialect, home: 'public' };
  const read = (text: string) =>
    renameHints(splitFile(text, 'x.sql', { lexis }), 'x.sql', placed).map(
      ({ from, to }) => `${from.join('.')} → ${to.join('.')}`,
    );

  it('lies where the new one does', () => {
    expect(read('-- @renamed from=t\nCREATE TABLE app.users (id INT);')).toEqual(['app.t → app.users']);
  });

  it('that the new one has, too, does not say where it was moved from', async () => {
    expect(await failureOf(() => read('-- @renamed from=T\nCREATE TABLE app.t (id INT);'))).toMatchObject({
      code: 'SOURCE_INVALID',
      message: 'x.sql:1: this rename hint says that app.t was called app.t: a name alone lies where the new one does',
      hint: 'Where it was moved, write the whole of the old name: `-- @renamed from=old_place.t`. Otherwise leave the hint out.',
    });
    expect(read('-- @renamed from=public.t\nCREATE TABLE app.t (id INT);')).toEqual(['t → app.t']);
  });
});

describe('hints about what is created with options ahead of what it is', () => {
  it.each([
    'CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW b AS SELECT 1',
    'CREATE OR REPLACE ALGORITHM = UNDEFINED DEFINER = "root"@"%" VIEW b AS SELECT 1',
    'CREATE DEFINER=root@localhost VIEW b AS SELECT 1',
    "CREATE DEFINER='view'@'trigger' VIEW b AS SELECT 1",
    'CREATE DEFINER=CURRENT_USER() VIEW b AS SELECT 1',
    'CREATE AGGREGATE FUNCTION b(x INT) RETURNS INT RETURN x',
  ])('%s', (statement) => {
    expect(hints(`-- @renamed from=a\n${statement};`)).toEqual(['x.sql:1 a → b']);
  });
});

describe('hints about objects', () => {
  it.each([
    ['on the line before', '-- @renamed from=people\nCREATE TABLE users (a);', 'x.sql:1 people → users'],
    [
      'with other comments between',
      '-- @renamed from=people\n-- all of them\n\nCREATE TABLE users (a);',
      'x.sql:1 people → users',
    ],
    [
      'in a block comment with a quoted name',
      '/* @renamed from="old name" */ CREATE TABLE IF NOT EXISTS "new name" (a);',
      'x.sql:1 old name → new name',
    ],
    [
      'behind the statement',
      'CREATE TABLE users (a); -- @renamed from=people\nCREATE TABLE b (x);',
      'x.sql:1 people → users',
    ],
    [
      'behind a statement of several lines',
      'CREATE TABLE users (\n  a\n); -- @renamed from=people\nCREATE TABLE b (x);',
      'x.sql:3 people → users',
    ],
    [
      'behind a terminator on a line of its own',
      'CREATE TABLE users (\n  a\n)\n; -- @renamed from=people\nCREATE TABLE b (x);',
      'x.sql:4 people → users',
    ],
    [
      'behind a terminator on a line of its own, at the end',
      'CREATE TABLE users (a)\n; -- @renamed from=people',
      'x.sql:2 people → users',
    ],
    [
      'between two statements of one line',
      'CREATE TABLE a (x); /* @renamed from=people */ CREATE TABLE users (x);',
      'x.sql:1 people → users',
    ],
    [
      'behind two statements of one line',
      'CREATE TABLE a (x); CREATE TABLE users (x); -- @renamed from=people\nCREATE TABLE b (x);',
      'x.sql:1 people → users',
    ],
    ['behind the last statement', 'CREATE TABLE users (a); -- @renamed from=people', 'x.sql:1 people → users'],
    [
      'on the line of the opening bracket',
      'CREATE TABLE users ( -- @renamed from=people\n  a INT\n);',
      'x.sql:1 people → users',
    ],
    [
      'behind the closing bracket',
      'CREATE TABLE users (\n  a INT\n) -- @renamed from=people\n;',
      'x.sql:3 people → users',
    ],
    ['for an index', '-- @renamed from=[old idx]\nCREATE UNIQUE INDEX idx ON users (a);', 'x.sql:1 old idx → idx'],
    ['for a view', '-- @renamed from=v1\nCREATE VIEW v2 AS SELECT 1;', 'x.sql:1 v1 → v2'],
    [
      'for a trigger',
      "-- @renamed from=t1\nCREATE TRIGGER 't 2' AFTER INSERT ON a BEGIN SELECT 1; END;",
      'x.sql:1 t1 → t 2',
    ],
    ['in a schema', '-- @renamed from=people\nCREATE TABLE app.users (a);', 'x.sql:1 app.people → app.users'],
    [
      'for an event trigger',
      '-- @renamed from=e\nCREATE EVENT TRIGGER f ON sql_drop EXECUTE FUNCTION x();',
      'x.sql:1 e → f',
    ],
    ['for a foreign server', '-- @renamed from=far\nCREATE SERVER near FOREIGN DATA WRAPPER w;', 'x.sql:1 far → near'],
    ['for a foreign table', '-- @renamed from=f\nCREATE FOREIGN TABLE g (a INT) SERVER s;', 'x.sql:1 f → g'],
    [
      'for a text search configuration',
      '-- @renamed from=c\nCREATE TEXT SEARCH CONFIGURATION app.d (PARSER = p);',
      'x.sql:1 app.c → app.d',
    ],
    [
      'for a text search dictionary',
      '-- @renamed from=c\nCREATE TEXT SEARCH DICTIONARY d (TEMPLATE = t);',
      'x.sql:1 c → d',
    ],
  ])('%s', (_, text, expected) => {
    expect(hints(text)).toEqual([expected]);
  });
});

describe('hints about columns', () => {
  it.each([
    [
      'on the line before',
      'CREATE TABLE users (\n  id INT,\n  -- @renamed from=mail\n  email TEXT\n);',
      'x.sql:3 users.mail → users.email',
    ],
    [
      'at the end of the line, behind the comma',
      'CREATE TABLE users (\n  email TEXT, -- @renamed from=mail\n  id INT\n);',
      'x.sql:2 users.mail → users.email',
    ],
    [
      'at the end of the last line',
      'CREATE TABLE users (\n  id INT,\n  email TEXT NOT NULL -- @renamed from="the mail"\n);',
      'x.sql:3 users.the mail → users.email',
    ],
    [
      'between columns of one line',
      'CREATE TABLE users (id INT, /* @renamed from=mail */ email TEXT, c);',
      'x.sql:1 users.mail → users.email',
    ],
    [
      'within a column of one line',
      'CREATE TABLE users (id INT, email TEXT /* @renamed from=mail */, c);',
      'x.sql:1 users.mail → users.email',
    ],
    [
      'before the closing bracket of one line',
      'CREATE TABLE users (id INT, email TEXT /* @renamed from=mail */);',
      'x.sql:1 users.mail → users.email',
    ],
    [
      'with brackets in between',
      'CREATE TABLE users (\n  id DECIMAL(10, 2) DEFAULT (max(1, 2)), -- @renamed from=key\n  b\n);',
      'x.sql:2 users.key → users.id',
    ],
    [
      'with leading commas, before',
      'CREATE TABLE users (\n  id INT\n  -- @renamed from=mail\n  , email TEXT\n);',
      'x.sql:3 users.mail → users.email',
    ],
    [
      'with leading commas, behind',
      'CREATE TABLE users (\n  id INT\n  , email TEXT -- @renamed from=mail\n);',
      'x.sql:3 users.mail → users.email',
    ],
    [
      'on a column of several lines',
      'CREATE TABLE users (\n  email TEXT\n    NOT NULL, -- @renamed from=mail\n  b\n);',
      'x.sql:3 users.mail → users.email',
    ],
  ])('%s', (_, text, expected) => {
    expect(hints(text)).toEqual([expected]);
  });

  it('reads several, of tables and columns', () => {
    const text =
      '-- @renamed from=people\nCREATE TABLE users (\n  a INT, -- @renamed from=x\n  -- @renamed from=y\n  b INT\n);';
    expect(hints(text)).toEqual(['x.sql:1 people → users', 'x.sql:3 users.x → users.a', 'x.sql:4 users.y → users.b']);
  });
});

describe('hints that cannot be followed', () => {
  it.each([
    ['no name', '-- @renamed\nCREATE TABLE a (x);', 1],
    ['an empty name', '-- @renamed from=""\nCREATE TABLE a (x);', 1],
    ['two names', '-- @renamed from=b c\nCREATE TABLE a (x);', 1],
    ['another spelling', '\n-- @rename from=b\nCREATE TABLE a (x);', 2],
    ['another spelling', '-- @renamed-from b\nCREATE TABLE a (x);', 1],
    ['another spelling', '-- @renamedFrom: b\nCREATE TABLE a (x);', 1],
    ['a slip of the finger', '-- @reanmed from=b\nCREATE TABLE a (x);', 1],
    ['no at sign', '-- renamed from=b\nCREATE TABLE a (x);', 1],
    ['words around it', '-- mail, @renamed from=b\nCREATE TABLE a (x);', 1],
    ['nothing behind it', 'CREATE TABLE a (x);\n-- @renamed from=b\n', 2],
    ['an INSERT behind it', '-- @renamed from=b\nINSERT INTO a VALUES (1);', 1],
    ['a constraint behind it', 'CREATE TABLE a (\n  x INT,\n  -- @renamed from=b\n  PRIMARY KEY (x)\n);', 3],
    ['the end of the columns behind it', 'CREATE TABLE a (\n  x INT\n  -- @renamed from=b\n);', 3],
    ['a view around it', 'CREATE VIEW a AS\n  -- @renamed from=b\n  SELECT 1;', 2],
  ])('are errors with their line: %s', async (_, text, line) => {
    const error = await failureOf(() => hints(text));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toMatch(new RegExp(`^x\\.sql:${line}: this rename hint`));
    expect(error.hint).toContain('-- @renamed from=old_name');
  });

  it.each([
    '-- renamed from people in 2019',
    '-- see @param and @returns',
    '/* names: a, b */',
    '-- the old name is from=x',
  ])('leave other comments alone: %s', (comment) => {
    expect(hints(`${comment}\nCREATE TABLE a (x);`)).toEqual([]);
  });
});
