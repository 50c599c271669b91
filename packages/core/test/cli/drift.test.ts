import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atTerminal, execute, project, schemaSync, withDatabase, write } from './support.js';

const url = ['--url', 'sqlite:./app.db'];
const tables = 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT); CREATE TABLE posts (id INTEGER PRIMARY KEY);';
const intrusion = [
  'ALTER TABLE users ADD COLUMN phone TEXT',
  'CREATE INDEX users_email ON users (email)',
  'DROP TABLE posts',
];

/** A database that a run made, and that somebody changed since. */
async function drifted(...statements: readonly string[]): Promise<string> {
  const folder = await project({ 's/t.sql': tables });
  await schemaSync(folder, ['sync', ...url, '--to', './s', '--yes', '--create']);
  await execute(folder, "INSERT INTO users VALUES (1, 'ada@example.com')", ...statements);
  return folder;
}

const json = async (folder: string, ...argv: readonly string[]) => {
  const { stdout, stderr, code } = await schemaSync(folder, [...argv, '--format', 'json']);
  return { code, stderr, found: JSON.parse(stdout || '{}') };
};

const rows = (folder: string, text: string) => withDatabase(folder, (connection) => connection.query({ text }));

describe('drift', () => {
  test('is none after a run, and is told by object and property once somebody changed something', async () => {
    const folder = await drifted();
    expect(await json(folder, 'drift', ...url)).toMatchObject({ code: 0, found: { drifted: false, changed: [] } });
    await execute(folder, ...intrusion);
    const { code, found } = await json(folder, 'drift', ...url);
    expect(code).toBe(3);
    expect(found).toMatchObject({
      drifted: true,
      added: ['index:users_email'],
      removed: ['table:posts'],
      changed: ['table:users'],
    });
    expect(found.changes).toMatchObject([
      { verb: 'create', address: 'index:users_email' },
      { verb: 'drop', address: 'table:posts' },
      { verb: 'alter', address: 'table:users', deltas: [{ type: 'add-column', path: ['columns', 'phone'] }] },
    ]);
    const { stdout } = await schemaSync(folder, ['drift', ...url]);
    expect(stdout).toMatch(/run [0-9a-f]{8} \(\d{4}-\S+ \S+Z, .*\) → sqlite:/);
    expect(stdout).toContain('phone');
    expect(stdout).toContain('3 changes: 1 create, 1 alter, 1 drop');
  });

  test('is adopted: it is the base of what comes then, and nothing but the journal was written', async () => {
    const folder = await drifted(...intrusion);
    const refused = await schemaSync(folder, ['drift', ...url, '--adopt']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--yes');
    const before = await rows(folder, "SELECT sql FROM sqlite_schema WHERE name NOT LIKE '\\_schema%' ESCAPE '\\'");
    expect(await json(folder, 'drift', ...url, '--adopt', '--yes')).toMatchObject({
      code: 0,
      found: { drifted: true, report: { steps: { done: 0 } } },
    });
    expect(await rows(folder, "SELECT sql FROM sqlite_schema WHERE name NOT LIKE '\\_schema%' ESCAPE '\\'")).toEqual(
      before,
    );
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
    await execute(folder, 'DROP INDEX users_email');
    expect((await json(folder, 'drift', ...url)).found).toMatchObject({ removed: ['index:users_email'], changed: [] });
    const { stdout } = await schemaSync(folder, ['history', ...url, '--verbose']);
    expect(stdout).toContain('Take what others changed for the new base');
  });

  test('is put back by a plan, behind the gates, and rows stay', async () => {
    const folder = await drifted(...intrusion);
    const gated = await schemaSync(folder, ['drift', ...url, '--revert', '--yes']);
    expect(gated.code).toBe(1);
    expect(gated.stderr).toContain('--allow data-loss');
    const shown = await schemaSync(folder, ['drift', ...url, '--revert', '--dry-run', '--allow', 'data-loss']);
    expect(shown).toMatchObject({ code: 3 });
    expect(shown.stdout).toContain('nothing was changed');
    expect((await json(folder, 'drift', ...url)).code).toBe(3);
    const back = await atTerminal(folder, ['drift', ...url, '--revert', '--allow', 'data-loss'], ['y']);
    expect(back.code, back.stderr).toBe(0);
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
    expect((await schemaSync(folder, ['validate', ...url, '--to', './s'])).code).toBe(0);
    expect(await rows(folder, 'SELECT * FROM users')).toEqual([{ id: 1, email: 'ada@example.com' }]);
  });

  test('is read as the last run read the database', async () => {
    const folder = await project({ 's/t.sql': tables });
    await execute(folder, 'CREATE TABLE legacy_a (x)');
    await schemaSync(folder, ['sync', ...url, '--to', './s', '--yes', '--exclude', 'legacy_*']);
    await execute(folder, 'CREATE TABLE legacy_b (x)');
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
    await execute(folder, 'CREATE TABLE own (x)');
    expect((await json(folder, 'drift', ...url)).found).toMatchObject({ added: ['table:own'], removed: [] });
    await schemaSync(folder, ['drift', ...url, '--revert', '--yes', '--allow', 'all']);
    expect(await rows(folder, "SELECT name FROM sqlite_schema WHERE name LIKE 'legacy%' ORDER BY name")).toHaveLength(
      2,
    );
  });

  test('is told from what plans hold where a journal is older than the states that runs keep', async () => {
    const folder = await drifted(...intrusion, 'UPDATE _schema_sync_runs SET state = NULL');
    expect((await json(folder, 'drift', ...url)).found).toMatchObject({
      removed: ['table:posts'],
      changes: [{ verb: 'create' }, { verb: 'drop' }, { verb: 'alter' }],
    });
  });

  test('is told by name where the journal knows an object by its hash alone, and is not put back', async () => {
    const folder = await project({ 's/t.sql': tables });
    await execute(folder, 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)');
    await schemaSync(folder, ['sync', ...url, '--to', './s', '--yes']);
    await execute(folder, 'ALTER TABLE users ADD COLUMN phone TEXT', 'UPDATE _schema_sync_runs SET state = NULL');
    const { code, found } = await json(folder, 'drift', ...url);
    expect({ code, changed: found.changed, changes: found.changes }).toEqual({
      code: 3,
      changed: ['table:users'],
      changes: undefined,
    });
    expect((await schemaSync(folder, ['drift', ...url])).stdout).toContain('table "users" was changed');
    const back = await schemaSync(folder, ['drift', ...url, '--revert', '--yes']);
    expect(back.code).toBe(1);
    expect(back.stderr).toContain('a hash alone');
  });

  test('loses nothing of what was left where the run that adopts does not come to its end', async () => {
    const folder = await project({});
    await execute(folder, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    await schemaSync(folder, ['baseline', ...url]);
    const stop = "BEGIN SELECT RAISE(ABORT, 'not now'); END";
    await execute(
      folder,
      'ALTER TABLE users ADD COLUMN phone TEXT',
      `CREATE TRIGGER stop BEFORE UPDATE OF outcome ON _schema_sync_runs WHEN NEW.outcome = 'done' ${stop}`,
    );
    expect((await schemaSync(folder, ['drift', ...url, '--adopt', '--yes'])).stderr).toContain('not now');
    await execute(folder, 'DROP TRIGGER stop');
    const { found } = await json(folder, 'drift', ...url);
    expect(found.changes).toMatchObject([{ verb: 'alter', deltas: [{ path: ['columns', 'phone'] }] }]);
    const back = await schemaSync(folder, ['drift', ...url, '--revert', '--yes', '--allow', 'all']);
    expect(back.code, back.stderr).toBe(0);
    expect(await json(folder, 'drift', ...url)).toMatchObject({ code: 0, found: { drifted: false } });
  });

  test('keeps one state a tenant, that of its newest run', async () => {
    const folder = await drifted();
    await write(folder, { 's/u.sql': 'CREATE TABLE more (x);' });
    await schemaSync(folder, ['sync', ...url, '--to', './s', '--yes']);
    await schemaSync(folder, ['sync', ...url, '--to', './s', '--yes', '--tenant', 'other']);
    expect(await rows(folder, 'SELECT count(*) AS kept FROM _schema_sync_runs WHERE state IS NOT NULL')).toEqual([
      { kept: 1 },
    ]);
    await schemaSync(folder, ['down', 'last', ...url, '--yes', '--allow', 'all']);
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
  });

  test('damaged in the journal is refused by name', async () => {
    const folder = await drifted("UPDATE _schema_sync_runs SET state = 'H4sI'");
    const { code, stderr } = await schemaSync(folder, ['drift', ...url]);
    expect(code).toBe(3);
    expect(stderr).toContain('edited or damaged');
  });
});

describe('a baseline', () => {
  test('notes an existing database as the first run, and is nothing to take back', async () => {
    const folder = await project();
    await execute(folder, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    const none = await schemaSync(folder, ['drift', ...url]);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('schema-sync baseline');
    expect(await json(folder, 'baseline', ...url)).toMatchObject({ code: 0, found: { report: { direction: 'up' } } });
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
    await execute(folder, 'ALTER TABLE users ADD COLUMN a TEXT');
    expect((await json(folder, 'drift', ...url)).found).toMatchObject({ changed: ['table:users'] });
    const down = await schemaSync(folder, ['down', 'last', ...url, '--yes']);
    expect(down).toMatchObject({ code: 1, stderr: expect.stringContaining('no run has changed this database') });
    const again = await schemaSync(folder, ['baseline', ...url]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('has a base') });
    expect((await schemaSync(folder, ['baseline', ...url, '--again'])).code).toBe(0);
    expect((await json(folder, 'drift', ...url)).code).toBe(0);
  });

  test('makes no database', async () => {
    const folder = await project();
    expect(await schemaSync(folder, ['baseline', ...url])).toMatchObject({ code: 2 });
  });
});

describe('drift of a fleet', () => {
  async function shops(): Promise<string> {
    const folder = await project({
      's/t.sql': tables,
      'schema-sync.config.json': JSON.stringify({ to: './s', fleets: { shops: { file: 'shops/*.db' } } }),
    });
    await mkdir(join(folder, 'shops'));
    for (const id of ['a', 'b', 'c', 'new']) await change(folder, id, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    await schemaSync(folder, ['sync', '--all-tenants', '--except', 'new', '--yes']);
    return folder;
  }

  const change = (folder: string, id: string, ...statements: readonly string[]) =>
    withDatabase(
      folder,
      async (connection) => {
        for (const text of statements) await connection.execute({ text });
      },
      `shops/${id}.db`,
    );

  test('is told once for those that changed alike; who never ran fails by name', async () => {
    const folder = await shops();
    for (const id of ['a', 'b']) await change(folder, id, 'CREATE TABLE beside (x)');
    const { code, found } = await json(folder, 'drift', '--all-tenants');
    expect(code).toBe(3);
    expect(found.classes).toMatchObject([
      { tenants: ['a', 'b'], drifted: true, added: ['table:beside'] },
      { tenants: ['c'], drifted: false },
    ]);
    expect(found.failed).toMatchObject([{ tenant: 'new', error: { code: 'NOT_FOUND' } }]);
    const { stdout } = await schemaSync(folder, ['drift', '--all-tenants']);
    expect(stdout).toContain('4 tenants, 2 drifted');
    expect(stdout).toContain('2 tenants changed since: a, b');
  });

  test('is adopted by each, or put back, one as the other', async () => {
    const folder = await shops();
    for (const id of ['a', 'b']) await change(folder, id, 'CREATE TABLE beside (x)');
    expect(await json(folder, 'drift', '--tenant', 'a', '--adopt', '--yes')).toMatchObject({
      code: 0,
      found: { adopted: 1 },
    });
    const gated = await schemaSync(folder, ['drift', '--all-tenants', '--except', 'new', '--revert', '--yes']);
    expect(gated.code).toBe(1);
    const back = ['drift', '--all-tenants', '--except', 'new', '--revert', '--yes', '--allow', 'all'];
    const { stdout, code, stderr } = await schemaSync(folder, back);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('1 synced');
    const after = await json(folder, 'drift', '--all-tenants', '--except', 'new');
    expect(after).toMatchObject({ code: 0, found: { classes: [{ tenants: ['b', 'c'] }, { tenants: ['a'] }] } });
  });
});
