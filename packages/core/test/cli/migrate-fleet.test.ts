import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { queryIn as execute, project, schemaSync, write } from './support.js';

const folder = {
  'm/0001_first.sql': 'CREATE TABLE a (id INTEGER PRIMARY KEY);',
  'm/0001_first.down.sql': 'DROP TABLE a;',
  'm/0002_second.sql': 'ALTER TABLE a ADD COLUMN b INTEGER;',
  'm/0002_second.down.sql': 'ALTER TABLE a DROP COLUMN b;',
};
const config = { 'schema-sync.config.json': '{ "fleets": { "shops": { "file": "shops/*.db" } } }' };
const call = ['--dir', 'm', '--all-tenants'];
const [up, down, status] = ['up', 'down', 'status'].map((way) => ['migrate', way, ...call]) as [
  string[],
  string[],
  string[],
];

/** A file for each, in which there is a table. */
async function shops(...ids: readonly string[]): Promise<string> {
  const made = await project({ ...folder, ...config });
  await mkdir(join(made, 'shops'));
  for (const id of ids) await execute(made, `shops/${id}.db`, 'CREATE TABLE before (x)');
  return made;
}

async function columnsOf(made: string, id: string): Promise<unknown> {
  const found = await execute(made, `shops/${id}.db`, "SELECT name FROM pragma_table_info('a')");
  return (found as readonly { readonly name: string }[]).map(({ name }) => name).join();
}

test('tenants whose migrations stand alike are told together, and each gets what it lacks', async () => {
  const made = await shops('a', 'b', 'c');
  await schemaSync(made, ['migrate', 'up', '--dir', 'm', '--tenant', 'b', '--yes', '--steps', '1']);
  expect(await columnsOf(made, 'b')).toBe('id');
  const shown = await schemaSync(made, [...status, '--exit-code']);
  expect(shown).toMatchObject({ code: 3, stdout: expect.stringContaining('Fleet shops: 3 tenants, 2 states') });
  expect(shown.stdout).toMatch(/2 tenants: a, c\n.*0001_first.sql +· pending/);
  const dry = await schemaSync(made, [...up, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('1 tenant with 1 migration to run: b') });
  expect(dry.stdout).toContain('nothing was changed');
  expect(await columnsOf(made, 'a')).toBe('');
  const asked = await schemaSync(made, up);
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('--dry-run lists them') });
  const ran = await schemaSync(made, [...up, '--yes']);
  expect(ran, ran.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('3 migrated') });
  for (const id of ['a', 'b', 'c']) expect(await columnsOf(made, id), id).toBe('id,b');
  expect(await schemaSync(made, [...status, '--exit-code'])).toMatchObject({ code: 0 });
  const none = await schemaSync(made, [...up, '--yes']);
  expect(none.stdout).toContain('3 tenants with nothing to run · nothing was changed');
  const back = await schemaSync(made, [...down, '--yes', '--except', 'c']);
  expect(back, back.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('2 taken back') });
  expect(await Promise.all(['a', 'b', 'c'].map((id) => columnsOf(made, id)))).toEqual(['id', 'id', 'id,b']);
});

test('one that fails stops none of the others, and who runs them again goes on with what is left', async () => {
  const made = await shops('a', 'b', 'c');
  await execute(made, 'shops/b.db', 'CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT)');
  const first = await schemaSync(made, [...up, '--yes']);
  expect(first).toMatchObject({ code: 4, stdout: expect.stringContaining('2 migrated · 1 failed') });
  expect(first.stderr).toContain('2 of 3 tenants were migrated; 1 failed');
  expect(first.stdout).toContain('0001_first.sql');
  await execute(made, 'shops/b.db', 'DROP TABLE a');
  const again = await schemaSync(made, [...up, '--yes', '--format', 'json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ done: [{ tenant: 'b', ran: [{}, {}] }], failed: [] });
  await write(made, { 'm/0001_first.sql': 'CREATE TABLE other (x);' });
  const changed = await schemaSync(made, [...up, '--yes']);
  expect(changed).toMatchObject({ code: 3, stdout: expect.stringContaining('3 tenants failed: a, b, c') });
  expect(changed.stdout).toContain('changed after it was applied');
});

test('they are migrated in waves, and no other begins where a probe fails or too many failed', async () => {
  const made = await shops(...'abcdef');
  const waves = [...up, '--yes', '--waves', 'canary:1,2,rest', '--bake', '10ms'];
  const probe = 'echo "after $SCHEMA_SYNC_WAVE" >> probes.txt && test "$SCHEMA_SYNC_WAVE" = canary';
  const held = await schemaSync(made, [...waves, '--probe', probe]);
  expect(held).toMatchObject({ code: 4, stdout: expect.stringContaining('3 migrated · 3 not begun') });
  expect(held.stderr).toContain('wave canary is done: 1 tenant migrated, 5 left; waiting 10 ms');
  expect(await readFile(join(made, 'probes.txt'), 'utf8')).toBe('after canary\nafter 2\n');
  for (const id of 'def') await execute(made, `shops/${id}.db`, 'CREATE TABLE a (x)');
  const many = await schemaSync(made, [...up, '--yes', '--parallel', '1', '--abort-after', '1']);
  expect(many).toMatchObject({ code: 4, stdout: expect.stringContaining('2 failed') });
  expect(many.stdout).toContain('1 not begun');
});

test('flags about several tenants are refused where one database is meant', async () => {
  const made = await shops('a');
  for (const one of [
    ['--tenant', 'a'],
    ['--url', 'sqlite:./shops/a.db'],
  ]) {
    const { code, stderr } = await schemaSync(made, ['migrate', 'up', '--dir', 'm', ...one, '--waves', '1,rest']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('--waves is about tenants') });
  }
  const single = await schemaSync(made, ['migrate', 'up', '--dir', 'm', '--tenant', 'a', '--yes', '--format', 'json']);
  expect(JSON.parse(single.stdout)).toMatchObject({ tenant: 'a', ran: [{}, {}] });
});

test('a database that the config names is meant where it has fleets beside it and none is asked for', async () => {
  const made = await shops('a');
  const both = { url: 'sqlite:./shops/a.db', to: 's', fleets: { shops: { file: 'shops/*.db' } } };
  await write(made, { 'schema-sync.config.json': JSON.stringify(both), 's/t.sql': 'CREATE TABLE before (x);' });
  const up = await schemaSync(made, ['migrate', 'up', '--dir', 'm', '--yes', '--format', 'json']);
  expect({ ...up, found: JSON.parse(up.stdout || '{}') }, up.stderr).toMatchObject({
    code: 0,
    found: { ran: [{}, {}] },
  });
  const validated = await schemaSync(made, ['validate']);
  expect(validated.code, validated.stderr).toBe(3);
});
