import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { execute, project, schemaSync } from './support.js';

const before = [
  'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT)',
  "INSERT INTO users VALUES (1, 'a'), (2, 'a'), (3, NULL)",
];
const goal = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE);';
const plan = ['plan', '--url', 'sqlite:app.db', '--to', 'schema.sql', '--no-prove'];
const found = `Rows in the way
  1  rebuild table users
    ! table "users", column "mail": 1 row has no value (id 3)
      SELECT * FROM "users" WHERE "mail" IS NULL;
    ! table "users", column "mail": 1 value occurs more than once (id 1 and 2)
      SELECT "mail", count(*) FROM "users" WHERE "mail" IS NOT NULL GROUP BY "mail" HAVING count(*) > 1;`;

async function shop() {
  const directory = await project({ 'schema.sql': goal });
  await execute(directory, ...before);
  return directory;
}

describe('--check-data', () => {
  test('tells with a plan, which is written all the same, which rows it would fail on', async () => {
    const directory = await shop();
    const { code, stdout } = await schemaSync(directory, [...plan, '--check-data', '-o', 'plan.json']);
    expect(stdout).toContain(found);
    expect(code).toBe(3);
    expect(existsSync(join(directory, 'plan.json'))).toBe(true);
    expect((await schemaSync(directory, plan)).code).toBe(0);
  });

  test('is told beside a script', async () => {
    const { code, stdout, stderr } = await schemaSync(await shop(), [...plan, '--check-data', '--format', 'sql']);
    expect(stdout).not.toContain('Rows in the way');
    expect(stderr).toContain('Rows in the way');
    expect(code).toBe(3);
  });

  test('keeps sync from running, and is told by a dry run', async () => {
    const directory = await shop();
    const sync = ['sync', ...plan.slice(1), '--yes', '--allow', 'all', '--check-data'];
    const dry = await schemaSync(directory, [...sync, '--dry-run']);
    expect(dry).toMatchObject({ code: 3, stdout: expect.stringContaining(found) });
    const real = await schemaSync(directory, sync);
    expect(real).toMatchObject({ code: 3, stdout: expect.stringContaining(found) });
    expect(real.stderr).toContain('error[CHECK_FAILED] rows stand in the way of 1 step:');
    await execute(directory, "UPDATE users SET mail = 'b' || id");
    expect(await schemaSync(directory, sync)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✓ no rows are in the way: 2 queries asked'),
    });
  });

  test('has nothing to ask where nothing depends on rows', async () => {
    const directory = await project({ 'schema.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' });
    const { code, stdout } = await schemaSync(directory, [...plan, '--check-data']);
    expect(stdout).toContain('✓ no step depends on the rows that are there');
    expect(code).toBe(0);
  });
});
