import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SyncError } from '../../src/errors.js';
import { openSource } from '../../src/source/open.js';
import { failureOf } from './support/failure.js';
import { folderOf } from './support/folder.js';
import { contextFor } from './support/sqlite.js';

const protocols = ['sqlite'];
type Files = Readonly<Record<string, string | Uint8Array>>;

function compile(files: Files, source = '.', more: Parameters<typeof contextFor>[1] = {}) {
  const directory = folderOf(files);
  return openSource(source, { directory, protocols }).compile(contextFor(directory, more));
}

const addresses = async (files: Files, source = '.') =>
  [...(await compile(files, source)).catalogue].map((object) => object.address);

describe('any order', () => {
  it('builds files and statements whose dependencies stand behind them', async () => {
    const files = {
      'a.sql':
        'CREATE INDEX users_mail ON users (mail); CREATE TRIGGER t AFTER INSERT ON users BEGIN DELETE FROM log; END;',
      'b.sql': 'ALTER TABLE users ADD COLUMN mail TEXT;',
      'z/deep.sql': 'CREATE TABLE users (id INTEGER PRIMARY KEY);\nCREATE TABLE log (at TEXT);',
    };
    expect(await addresses(files)).toEqual(['index:users_mail', 'table:log', 'table:users', 'trigger:t']);
  });

  it('gives the same hash whichever way round the statements stand', async () => {
    const statements = Array.from({ length: 30 }, (_, i) => [
      `CREATE TABLE t${i} (a);`,
      `CREATE INDEX i${i} ON t${i} (a);`,
    ]).flat();
    const forth = await compile({ 'x.sql': statements.join('\n') });
    const back = await compile({ 'x.sql': [...statements].reverse().join('\n') });
    expect(back.catalogue.root).toBe(forth.catalogue.root);
  });

  it('needs two rounds for a chain in reverse, however long it is', async () => {
    const length = 60;
    const chain = Array.from({ length }, (_, i) => `ALTER TABLE t${i} RENAME TO t${i + 1};`).reverse();
    const directory = folderOf({ 'x.sql': [...chain, 'CREATE TABLE t0 (a);'].join('\n') });
    const context = contextFor(directory);
    await openSource('x.sql', { directory, protocols }).compile(context);
    expect(context.opened[0]?.executed.filter((text) => text.startsWith('CREATE TABLE'))).toHaveLength(1);
    expect(
      [...(await openSource('x.sql', { directory, protocols }).compile(contextFor(directory))).catalogue].map(
        (o) => o.name,
      ),
    ).toEqual([`t${length}`]);
  });

  it('closes scratch whether it worked or not', async () => {
    for (const text of ['CREATE TABLE a (x)', 'CREATE TABEL a (x)']) {
      const directory = folderOf({ 'x.sql': text });
      const context = contextFor(directory);
      await openSource('x.sql', { directory, protocols })
        .compile(context)
        .catch(() => undefined);
      expect(context.opened.map((connection) => connection.closed)).toEqual([true]);
    }
  });

  it('stops when it is told to', async () => {
    const error = await failureOf(() =>
      compile({ 'x.sql': 'CREATE TABLE a (x); CREATE TABLE b (x);' }, '.', { signal: AbortSignal.abort() }),
    );
    expect(error.code).toBe('CANCELLED');
  });
});

describe('what the server refuses', () => {
  it('is told with file, line, statement and message, the cause before what follows from it', async () => {
    const error = await failureOf(() =>
      compile({
        'a.sql': 'CREATE INDEX users_mail ON users (mail);',
        'b.sql': '-- people\n\nCREATE TABLE users (\n  id INTEGER,\n  mail TEXT,,\n  x\n);',
      }),
    );
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toBe('b.sql:3: near ",": syntax error, in: CREATE TABLE users (');
    expect(error.hint).toContain('1 more statement failed');
    expect(error.details?.failures).toEqual([
      {
        at: 'a.sql:1',
        message: 'a.sql:1: no such table: main.users, in: CREATE INDEX users_mail ON users (mail)',
        statement: 'CREATE INDEX users_mail ON users (mail)',
      },
      {
        at: 'b.sql:3',
        message: 'b.sql:3: near ",": syntax error, in: CREATE TABLE users (',
        statement: 'CREATE TABLE users (',
      },
    ]);
  });

  it.each([
    ['the same table in two files', 'CREATE TABLE users (a);', 'CREATE TABLE "Users" (b);'],
    [
      'a second definition that IF NOT EXISTS would hide',
      'CREATE TABLE users (a);',
      'CREATE TABLE IF NOT EXISTS users (b);',
    ],
    [
      'a second index',
      'CREATE TABLE t (a); CREATE INDEX users ON t (a);',
      'CREATE INDEX IF NOT EXISTS users ON t (a, a);',
    ],
  ])('names both places for %s', async (_, a, b) => {
    const error = await failureOf(() => compile({ 'a.sql': a, 'b.sql': b }));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toBe('b.sql:1: users is defined twice: at a.sql:1 and at b.sql:1');
  });

  it.each([
    [{ 'a.sql': 'DROP TABLE users;', 'b.sql': 'CREATE TABLE users (a);' }, 'a.sql:1'],
    [{ 'a.sql': 'CREATE TABLE users (a);', 'z.sql': 'DROP TABLE IF EXISTS users;' }, 'z.sql:1'],
    [{ 'a.sql': 'CREATE TABLE users (a);\nDROP TABLE users;' }, 'a.sql:2'],
  ])('refuses a DROP that no definition follows: %j', async (files, at) => {
    const error = await failureOf(() => compile(files));
    expect(error).toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining(`${at}: a desired state says`),
    });
  });

  it('takes the DROP with which a dump begins a definition', async () => {
    expect(await addresses({ 'a.sql': 'DROP TABLE IF EXISTS users; CREATE TABLE users (a);' })).toEqual([
      'table:users',
    ]);
  });

  it('passes on an error that is not about a statement', async () => {
    const lost = new SyncError({ code: 'CONNECTION_LOST', op: 'execute', message: 'gone' });
    const directory = folderOf({ 'x.sql': 'CREATE TABLE a (x);' });
    const context = contextFor(directory);
    const connection = await context.scratch();
    const failing = { ...connection, execute: () => Promise.reject(lost) };
    const error = await failureOf(() =>
      openSource('x.sql', { directory, protocols }).compile({ ...context, scratch: () => Promise.resolve(failing) }),
    );
    expect(error).toBe(lost);
    await connection[Symbol.asyncDispose]();
  });
});

describe('what is not schema', () => {
  it('warns once a file about rows', async () => {
    const { warnings } = await compile({
      'a.sql': "CREATE TABLE t (a);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES ('x;y');",
      'b.sql': 'UPDATE t SET a = 1;',
    });
    expect(warnings).toEqual([
      { at: 'a.sql:2', message: '2 statements that write rows were left out: rows are not schema' },
      { at: 'b.sql:1', message: 'a statement that writes rows was left out: rows are not schema' },
    ]);
  });

  it('refuses what reaches out of the database', async () => {
    const error = await failureOf(() => compile({ 'a.sql': "CREATE TABLE t (a);\nATTACH 'other.db' AS other;" }));
    expect([error.code, error.message]).toEqual(['SOURCE_INVALID', 'a.sql:2: ATTACH reaches outside of the database']);
  });

  it('refuses commands of a client by their line', async () => {
    const error = await failureOf(() => compile({ 'a.sql': 'CREATE TABLE t (a);\n.mode csv\nCREATE TABLE u (a);' }));
    expect(error.message).toBe('a.sql:2: .mode csv is a command of a database client, not SQL');
  });

  it('takes the output of .dump and .schema as it is', async () => {
    const dump = `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
INSERT INTO users VALUES(1,'O''Brien; "x"');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('users',1);
CREATE TABLE sqlite_sequence(name,seq);
CREATE VIEW v AS SELECT name FROM users
/* v(name) */;
CREATE TRIGGER t AFTER UPDATE ON users BEGIN UPDATE users SET name = CASE WHEN NEW.id > 1 THEN 'end;' ELSE NEW.name END; END;
COMMIT;
`;
    expect(await addresses({ 'x.sql': dump })).toEqual(['table:users', 'trigger:t', 'view:v']);
    expect(await addresses({ 'x.sql': `\uFEFF${dump.replaceAll('\n', '\r\n')}` })).toEqual([
      'table:users',
      'trigger:t',
      'view:v',
    ]);
  });

  it.each([
    ['no bytes', ''],
    ['a comment', '-- nothing yet\n'],
    ['rows', 'INSERT INTO t VALUES (1);'],
    ['settings', 'PRAGMA user_version = 3;'],
  ])('refuses a source that defines nothing: %s', async (_, text) => {
    const error = await failureOf(() => compile({ 'x.sql': text }, 'x.sql'));
    expect(error.message).toContain('x.sql: nothing is defined here');
    expect(error.hint).toContain('-- @empty');
  });

  it.each([
    ['x.sql', '-- @empty\n'],
    ['x.sql', '-- @empty: all of it goes in May\nPRAGMA user_version = 3;'],
    ['x.yaml', '# @empty\n'],
    ['x.json', '# @empty\n'],
  ])('takes nothing for nothing where that is said: %s %j', async (name, text) => {
    expect((await compile({ [name]: text }, name)).catalogue.size).toBe(0);
  });

  it.each(['-- @empty\nCREATE TABLE t (a);', 'CREATE TABLE t (a /* @empty */);'])(
    'refuses something where nothing is said to be: %j',
    async (text) => {
      const error = await failureOf(() => compile({ 'x.sql': text }));
      expect(error.message).toMatch(/^x\.sql:1: this says that the schema is empty, and something is defined at x/);
    },
  );

  it('takes a string that looks like it for a string', async () => {
    expect(await addresses({ 'x.sql': "CREATE TABLE t (a DEFAULT '-- @empty');" })).toEqual(['table:t']);
  });
});

describe('one name', () => {
  it.each([
    ['with the qualifier that says nothing', 'CREATE TABLE t (a);\nCREATE TABLE IF NOT EXISTS main.t (b);'],
    ['with it on both sides', 'CREATE TABLE "Main".t (a);\nCREATE TABLE IF NOT EXISTS main.T (b);'],
    ['of a table and a view', 'CREATE TABLE t (a);\nCREATE VIEW IF NOT EXISTS t AS SELECT 1;'],
    ['of a view and a table', 'CREATE VIEW main.t AS SELECT 1;\nCREATE TABLE IF NOT EXISTS t (a);'],
    ['of a table and a view, plainly', 'CREATE TABLE t (a);\nCREATE VIEW t AS SELECT 1;'],
  ])('is not taken twice %s', async (_, text) => {
    const error = await failureOf(() => compile({ 'x.sql': text }));
    expect(error.message).toBe('x.sql:2: t is defined twice: at x.sql:1 and at x.sql:2');
    expect(error.details?.places).toEqual(['x.sql:1', 'x.sql:2']);
  });

  it('is renamed with the qualifier that says nothing as without it', async () => {
    const { renames } = await compile({ 'x.sql': '-- @renamed from=old\nCREATE TABLE main.t (a);' });
    expect(renames).toEqual([{ at: 'x.sql:1', from: ['old'], to: ['t'] }]);
  });
});

describe('several failures', () => {
  it('are told together, without what only follows from them', async () => {
    const error = await failureOf(() =>
      compile({
        'a.sql': 'CREATE TABLE one (a,, b);\nCREATE INDEX i ON one (a);\nCREATE TABLE fine (x);',
        'b.sql': '\nCREATE TABLE two (a b c,);',
      }),
    );
    expect(error.message.split('\n')).toEqual([
      'a.sql:1: near ",": syntax error, in: CREATE TABLE one (a,, b)',
      '  b.sql:2: near ")": syntax error, in: CREATE TABLE two (a b c,)',
    ]);
    expect(error.details?.failures).toMatchObject([{ at: 'a.sql:1' }, { at: 'a.sql:2' }, { at: 'b.sql:2' }]);
  });

  it('are told together where files cannot be read at all', async () => {
    const error = await failureOf(() =>
      compile({
        'a.sql': "ATTACH 'x' AS y;\n.mode csv\nCREATE TABLE ok (a);\n;DROP TABLE b;",
        'b.yaml': 'a: [',
        'c.sql': Buffer.from('\0'),
      }),
    );
    expect(error.message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      'a.sql:1:',
      'a.sql:2:',
      'a.sql:4:',
      'b.yaml:1:5:',
      'c.sql:1:',
    ]);
  });

  it('are not told without end', async () => {
    const text = Array.from({ length: 500 }, (_, i) => `CREATE TABLE t${i} (,);`).join('\n');
    const error = await failureOf(() => compile({ 'x.sql': text }));
    expect(error.message.split('\n')).toHaveLength(21);
    expect(error.message).toMatch(/and 480 more$/);
    expect(error.details?.failures).toHaveLength(200);
  });
});

describe('files', () => {
  it.each([
    ['NUL bytes', Buffer.from('CREATE TABLE a (x);\n\0'), 'x.sql:2: there is a NUL byte'],
    ['another encoding', Buffer.from('-- a\n-- b\n-- caf\xe9\n', 'latin1'), 'x.sql:3: the file is not UTF-8'],
    ['UTF-16', Buffer.from('\uFEFFCREATE', 'utf16le'), 'x.sql: the file is UTF-16'],
  ])('refuses %s with the line', async (_, bytes, message) => {
    const error = await failureOf(() => compile({ 'x.sql': bytes }));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toContain(message);
  });

  it.each([
    ['a definition', "CREATE TABLE a (x);\nCREATE TABLE caf\xe9 (x);\nINSERT INTO a VALUES ('\xff');", 'x.sql:2:'],
    ['a definition behind them', "INSERT INTO a VALUES ('\xff',\n'\xfe');\nCREATE TABLE a (x\xe9);", 'x.sql:3:'],
    ['a comment at the end', "CREATE TABLE a (x);\nINSERT INTO a VALUES ('\xff');\n-- \xe9", 'x.sql:3:'],
  ])('lets rows hold bytes that are no text, and refuses them in %s', async (_, text, place) => {
    const error = await failureOf(() => compile({ 'x.sql': Buffer.from(text, 'latin1') }));
    expect(error.message).toBe(`${place.slice(0, -1)}: the file is not UTF-8 text`);
  });

  it('reads what is defined beside rows of bytes', async () => {
    const text = "CREATE TABLE a (x);\nINSERT INTO a VALUES ('\xe6\x10',\n'\xf0?\xe9');\nCREATE TABLE b (y);";
    expect(await addresses({ 'x.sql': Buffer.from(text, 'latin1') })).toEqual(['table:a', 'table:b']);
  });

  it('passes over dotfiles, node_modules and whatever is not schema', async () => {
    const files = {
      'a.sql': 'CREATE TABLE a (x);',
      '.hidden.sql': 'nonsense',
      '.git/x.sql': 'nonsense',
      'node_modules/y.sql': 'nonsense',
      'README.md': 'nonsense',
    };
    expect(await addresses(files)).toEqual(['table:a']);
  });

  it('follows links once, and out of a loop', async () => {
    const directory = folderOf({ 'schema/a.sql': 'CREATE TABLE a (x);', 'shared/b.sql': 'CREATE TABLE b (x);' });
    symlinkSync(join(directory, 'schema'), join(directory, 'schema', 'again'));
    symlinkSync(join(directory, 'shared'), join(directory, 'schema', 'shared'));
    symlinkSync(join(directory, 'schema', 'a.sql'), join(directory, 'schema', 'twin.sql'));
    const { catalogue } = await openSource('schema', { directory, protocols }).compile(contextFor(directory));
    expect([...catalogue].map((object) => object.address)).toEqual(['table:a', 'table:b']);
    symlinkSync('nowhere.sql', join(directory, 'schema', 'broken.sql'));
    expect(
      (await failureOf(() => openSource('schema', { directory, protocols }).compile(contextFor(directory)))).code,
    ).toBe('SOURCE_NOT_FOUND');
  });

  it('names the nearest file for one that is not there', async () => {
    const error = await failureOf(() => compile({ 'schema/users.sql': '' }, 'schema/user.sql'));
    expect([error.code, error.hint]).toEqual(['SOURCE_NOT_FOUND', 'Did you mean schema/users.sql?']);
    const folder = await failureOf(() => compile({ 'schema/users.sql': '' }, './shcema/users.sql'));
    expect(folder.hint).toBe('Did you mean schema?');
  });

  it('refuses a folder without schema', async () => {
    const directory = folderOf({ 'notes.txt': '' });
    mkdirSync(join(directory, 'empty'));
    for (const source of ['.', 'empty']) {
      const error = await failureOf(() => openSource(source, { directory, protocols }).compile(contextFor(directory)));
      expect(error.code).toBe('SOURCE_INVALID');
    }
  });

  it('reads file: URLs and standard input', async () => {
    const directory = folderOf({ 'a b.sql': 'CREATE TABLE a (x);' });
    for (const source of ['file:a%20b.sql', `file://${directory}/a%20b.sql`]) {
      expect((await openSource(source, { directory, protocols }).compile(contextFor(directory))).catalogue.size).toBe(
        1,
      );
    }
    const stdin = () => Promise.resolve(Buffer.from('CREATE TABLE piped (x);\noops;'));
    const error = await failureOf(() =>
      openSource('-', { directory, protocols, stdin }).compile(contextFor(directory)),
    );
    expect(error.message).toBe('standard input:2: near "oops": syntax error, in: oops');
  });
});

it('manages in the goal what another tool would keep, for the goal names it', async () => {
  expect(await addresses({ 'a.sql': 'CREATE TABLE schema_migrations (version);' })).toEqual([
    'table:schema_migrations',
  ]);
});

it('executes each statement once in good order, and a second time at most in reverse', async () => {
  const statements = Array.from({ length: 500 }, (_, i) => [
    `CREATE TABLE t${i} (a, b);`,
    `CREATE INDEX i${i} ON t${i} (a);`,
  ]).flat();
  const counts = [];
  for (const text of [statements, [...statements].reverse()]) {
    const directory = folderOf({ 'x.sql': text.join('\n') });
    const context = contextFor(directory);
    await openSource('x.sql', { directory, protocols }).compile(context);
    counts.push(context.opened[0]?.executed.length);
  }
  expect(counts).toEqual([1000, 1500]);
});
