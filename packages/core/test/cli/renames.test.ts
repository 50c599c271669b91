import { describe, expect, test } from 'vitest';
import { readRenames } from '../../src/cli/renames.js';
import { execute, project, schemaSync, withDatabase, write } from './support.js';

describe('--rename', () => {
  test.each([
    ['people=users', ['people'], ['users']],
    ['users.mail=users.email', ['users', 'mail'], ['users', 'email']],
    ['"a.b"."c=d"="a.b".e', ['a.b', 'c=d'], ['a.b', 'e']],
    ['"say ""hi"""=x', ['say "hi"'], ['x']],
  ])('%s', (text, from, to) => {
    expect(readRenames([text])).toEqual([{ at: `--rename ${text}`, from, to, once: true }]);
  });

  test.each(['people', 'a=b=c', '=users', 'users.=users.x'])('%s is refused', (text) => {
    expect(() => readRenames([text])).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  test.each(['v=w', 't.x=t.y'])('%s of what is excluded is refused with that reason', async (rename) => {
    const folder = await project({ 's.sql': 'CREATE VIEW w AS SELECT 1 AS a; CREATE TABLE t (y TEXT);' });
    await execute(folder, 'CREATE VIEW v AS SELECT 1 AS a', 'CREATE TABLE t (x TEXT)');
    const flags = ['--url', 'sqlite:./app.db', '--exclude', 'v', '--exclude', 't', '--rename', rename];
    const { code, stderr } = await schemaSync(folder, ['plan', '--to', './s.sql', ...flags]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`${rename.split('=')[0]} is left alone, so that nothing is renamed`);
  });

  test.each([
    ['u', 0, ''],
    ['b', 1, 'a would be dropped'],
    ['a', 1, 'b would be created empty beside it'],
    ['a,b', 0, ''],
  ])('in the files goes with what --exclude %s leaves out of them', async (excluded, expected, said) => {
    const column = 'CREATE TABLE u (\n  id INTEGER PRIMARY KEY,\n  email TEXT -- @renamed from=mail\n);';
    const table = '-- @renamed from=a\nCREATE TABLE b (\n  id INTEGER PRIMARY KEY\n);';
    const isColumn = excluded === 'u';
    const folder = await project({ 's.sql': isColumn ? column : table });
    await execute(
      folder,
      isColumn ? 'CREATE TABLE u (id INTEGER PRIMARY KEY, mail TEXT)' : 'CREATE TABLE a (id INTEGER PRIMARY KEY)',
    );
    const argv = [
      'sync',
      '--url',
      'sqlite:./app.db',
      '--to',
      './s.sql',
      '--yes',
      '--allow',
      'all',
      '--exclude',
      excluded,
    ];
    const { code, stderr } = await schemaSync(folder, argv);
    expect(stderr).toContain(said);
    expect({ code, stderr }).toMatchObject({ code: expected });
    const left = await withDatabase(folder, (connection) =>
      connection.query({
        text: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
      }),
    );
    expect(left).toEqual([{ name: isColumn ? 'u' : 'a' }]);
  });

  test('of columns that trade places are made where only an index speaks against it, and never without a word', async () => {
    const index = 'CREATE INDEX ix ON a (x)';
    const schema = `CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT, y TEXT);\n${index};`;
    const declaring = `CREATE TABLE a (\nid INTEGER PRIMARY KEY,\nx TEXT, -- @renamed from=y\ny TEXT -- @renamed from=x\n);\n${index};`;
    const folder = await project({ 's.sql': declaring });
    await execute(folder, ...schema.split('\n'), "INSERT INTO a VALUES (1, 'x1', 'y1')");
    const sync = (...argv: readonly string[]) =>
      schemaSync(folder, ['sync', '--url', 'sqlite:./app.db', '--to', './s.sql', '--yes', ...argv]);
    const declared = await sync();
    expect(declared.stderr).toContain('x and a.y seem to have traded places already');
    expect(declared.stderr).toContain('--rename a.x=a.y');
    await write(folder, { 's.sql': schema });
    expect((await sync('--rename', 'a.x=a.y', '--rename', 'a.y=a.x')).code).toBe(0);
    const held = await withDatabase(folder, (connection) => connection.query({ text: 'SELECT x, y FROM a' }));
    expect(held).toEqual([{ x: 'y1', y: 'x1' }]);
  });
});

describe('a rename that stays in a desired state', () => {
  const goal = 'CREATE TABLE users (\n  id INTEGER PRIMARY KEY,\n  email TEXT -- @renamed from=mail\n);';
  const sync = (folder: string, ...argv: readonly string[]) =>
    schemaSync(folder, ['sync', '--url', 'sqlite:./app.db', '--to', './s.sql', '--yes', ...argv]);
  const start = async (columns: string) => {
    const folder = await project({ 's.sql': goal });
    await execute(folder, `CREATE TABLE users (${columns})`);
    return folder;
  };

  test.each([
    ['is made', 'id INTEGER PRIMARY KEY, mail TEXT', 0, ''],
    ['was made', 'id INTEGER PRIMARY KEY, email TEXT', 0, 'nothing left to rename'],
    ['was never needed', 'id INTEGER PRIMARY KEY', 0, 'nothing left to rename'],
    [
      'finds both names',
      'id INTEGER PRIMARY KEY, mail TEXT, email TEXT',
      1,
      'both are there, and users.mail is dropped',
    ],
    ['finds neither, and another name', 'id INTEGER PRIMARY KEY, post TEXT', 1, 'error[RENAME_INVALID]'],
    ['finds neither, and a computed column', 'id INTEGER PRIMARY KEY, up AS (id + 1)', 0, 'nothing left to rename'],
  ])('%s', async (_, columns, code, told) => {
    const folder = await start(columns);
    const outcome = await sync(folder);
    expect(outcome).toMatchObject({ code, stderr: expect.stringContaining(told) });
    if (code === 0) expect((await sync(folder)).stdout).toContain('in sync');
    else if (!told.startsWith('error')) expect((await sync(folder, '--allow', 'data-loss')).code).toBe(0);
  });

  test('of a view is passed over where another view goes, since it holds nothing', async () => {
    const folder = await project({
      's.sql': 'CREATE TABLE t (a);\n-- @renamed from=v\nCREATE VIEW w AS SELECT a FROM t;',
    });
    await execute(folder, 'CREATE TABLE t (a)', 'CREATE VIEW other AS SELECT a FROM t');
    expect((await sync(folder)).code).toBe(0);
  });

  test('is passed over where the name is said to be new', async () => {
    const folder = await start('id INTEGER PRIMARY KEY, fax TEXT');
    const refused = await sync(folder, '--allow', 'data-loss');
    expect(refused.stderr).toContain('If users.email is something new here: --not-renamed users.email for this run.');
    expect((await sync(folder, '--not-renamed', 'users.email')).stderr).toContain('error[GATE_CLOSED]');
    const wrong = await sync(folder, '--not-renamed', 'users.mail');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('hint: It does of: users.email.') });
    expect((await sync(folder, '--not-renamed', 'Users.email', '--allow', 'data-loss')).code).toBe(0);
  });
});

describe('a likely rename', () => {
  test.each([
    ['id INTEGER PRIMARY KEY, mail TEXT', '--rename users.mail=users.email.', false],
    ['id INTEGER PRIMARY KEY, mail TEXT, age INTEGER', '--rename users.mail=users.email.', true],
    ['id INTEGER PRIMARY KEY, age INTEGER', '', true],
  ])('is named to who reads only the refusal: %s', async (columns, flag, general) => {
    const folder = await project({ 's.sql': 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);' });
    await execute(folder, `CREATE TABLE users (${columns})`);
    const goal = ['--url', 'sqlite:./app.db'];
    expect((await schemaSync(folder, ['plan', ...goal, '--to', './s.sql', '-o', 'p.json'])).code).toBe(0);
    const quiet = ['sync', ...goal, '--to', './s.sql', '--yes', '-q'];
    for (const argv of [quiet, ['apply', 'p.json', ...goal, '--yes']]) {
      const { code, stderr } = await schemaSync(folder, argv);
      expect(code).toBe(1);
      expect(stderr).toContain(flag === '' ? 'new_name' : `make the plan with ${flag}`);
      expect(stderr.includes('new_name')).toBe(general);
    }
  });
});
