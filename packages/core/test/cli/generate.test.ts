import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { project, schemaSync, write } from './support.js';

let folder = '';
const two = 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE VIEW v AS SELECT id FROM a;';
const one = 'CREATE TABLE a (id INTEGER PRIMARY KEY);';
const list = 'out/.schema-sync-generated.json';

const generate = async (schema: string, ...flags: readonly string[]) => {
  await write(folder, { 's.sql': schema });
  return schemaSync(folder, ['generate', 's.sql', '-o', 'out', ...flags]);
};
const isThere = (path: string) => existsSync(join(folder, path));
const inSync = async () =>
  (await schemaSync(folder, ['diff', '--from', 'out', '--to', 's.sql', '--exit-code'])).code === 0;

beforeEach(async () => {
  folder = await project();
});

describe('generate --force', () => {
  test('takes away what it wrote before and does not write any more', async () => {
    expect((await generate(two)).code).toBe(0);
    expect(isThere('out/views/v.yaml')).toBe(true);
    expect(await generate(one)).toMatchObject({ code: 1, stderr: expect.stringContaining('out/views/v.yaml') });
    const again = await generate(one, '--force');
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('views/v.yaml removed') });
    expect(isThere('out/views')).toBe(false);
    expect(await inSync()).toBe(true);
    expect((await generate(two, '--force', '--format', 'sql')).code).toBe(0);
    expect([isThere('out/tables'), isThere('out/schema.sql'), await inSync()]).toEqual([false, true, true]);
  });

  test('leaves what somebody changed, and says so before anything is written', async () => {
    await generate(two);
    await write(folder, { 'out/views/v.yaml': `# mine\n${readFileSync(join(folder, 'out/views/v.yaml'), 'utf8')}` });
    const refused = await generate(`${one} CREATE TABLE b (id INTEGER PRIMARY KEY);`, '--force');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('changed since') });
    expect([isThere('out/views/v.yaml'), isThere('out/tables/b.yaml')]).toEqual([true, false]);
  });

  test("never touches a user's file, and names it", async () => {
    await write(folder, { 'out/own.sql': 'CREATE TABLE own (id INTEGER PRIMARY KEY);', 'out/README.md': '' });
    await generate(two);
    const { code, stderr } = await generate(one, '--force');
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/warning.*too: own\.sql\n/) });
    expect([isThere('out/own.sql'), isThere('out/README.md')]).toEqual([true, true]);
  });

  test.each(['../own.sql', '/own.sql', 'x/../../own.sql', 'out\\..\\own.sql'])(
    'takes nothing away elsewhere: %s',
    async (path) => {
      await generate(one);
      await write(folder, { 'own.sql': one });
      const { files } = JSON.parse(readFileSync(join(folder, list), 'utf8')) as { files: Record<string, string> };
      const hash = createHash('sha256').update(one).digest('hex');
      await write(folder, { [list]: JSON.stringify({ format: 1, files: { ...files, [path]: hash } }) });
      expect((await generate(one, '--force')).code).toBe(0);
      expect(isThere('own.sql')).toBe(true);
    },
  );
});

describe('generate -o file.sql', () => {
  const toFile = (...flags: readonly string[]) =>
    schemaSync(folder, ['generate', 's.sql', '-o', 'made/one.sql', ...flags]);

  test('writes one file, which is a desired state, and replaces it only where that is said', async () => {
    await write(folder, { 's.sql': two });
    expect(await toFile()).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('made/one.sql') });
    const text = readFileSync(join(folder, 'made/one.sql'), 'utf8');
    expect(readdirSync(join(folder, 'made'))).toEqual(['one.sql']);
    const same = ['diff', '--from', 'made/one.sql', '--to', 's.sql', '--exit-code'];
    expect((await schemaSync(folder, same)).code).toBe(0);
    await write(folder, { 's.sql': one });
    const refused = await toFile('--format', 'sql');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/there already.*one\.sql.*--force/s) });
    expect(readFileSync(join(folder, 'made/one.sql'), 'utf8')).toBe(text);
    expect((await toFile('--format', 'sql', '--force')).code).toBe(0);
    expect((await schemaSync(folder, same)).code).toBe(0);
  });

  test('writes no documents there, and into a folder that is called so as into any other', async () => {
    await write(folder, { 's.sql': one });
    const yaml = await toFile('--format', 'yaml');
    expect(yaml).toMatchObject({ code: 1, stderr: expect.stringContaining('is a file of SQL') });
    expect(isThere('made')).toBe(false);
    await write(folder, { 'made/one.sql/note.md': '' });
    expect((await toFile('--format', 'yaml')).code).toBe(0);
    expect(isThere('made/one.sql/tables/a.yaml')).toBe(true);
  });
});
