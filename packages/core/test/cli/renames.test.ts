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

  test.each(['people', 'a=b=c', '=users', 'users.=users.x', 'a.b=b', 'a.x=b.x'])('%s is refused', (text) => {
    expect(() => readRenames([text])).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  test.each(['v=w', 't.x=t.y'])('%s of what is excluded is refused with that reason', async (rename) => {
    const folder = await project({ 's.sql': 'CREATE VIEW w AS SELECT 1 AS a; CREATE TABLE t (y TEXT);' });
    await execute(folder, 'CREATE VIEW v AS SELECT 1 AS a', 'CREATE TABLE t (x TEXT)');
    const flags = ['--url', 'sqlite:./app.db', '--exclude', 'v', '--exclude', 't', '--rename', rename];
    const { code, stderr } = await schemaSync(folder, ['plan', '--to', './s.sql', ...flags]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`${rename.split('=')[0]} is left alone, so that it is not renamed`);
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
