import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { administer, freshDatabase, withDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { openFleet, openFleetOf, postgres } from './open-fleet.js';

const ids = ['a', 'b', 'c'];
const quick = ['--all-tenants', '--lock-wait', '1'];

const desired = (plan: number, plans: string) =>
  `CREATE TABLE t (id integer PRIMARY KEY, plan integer DEFAULT ${plan} REFERENCES ${plans}); CREATE VIEW v AS SELECT id FROM t;`;

/** Keeps everybody else from reading these tables. */
async function locked(url: string, ...tables: readonly string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  return { [Symbol.asyncDispose]: () => client.end() };
}

describe.each(['postgres-18', 'postgres-13'])('a fleet that was compared before, on %s', (name) => {
  const server = realServer(name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  const opened = async (database: string) => {
    await administer(
      database,
      'CREATE TABLE plans (id integer PRIMARY KEY)',
      ...ids.flatMap((id) => [
        `CREATE SCHEMA t_${id}`,
        `CREATE TABLE t_${id}.t (id integer PRIMARY KEY, plan integer DEFAULT 1 REFERENCES plans)`,
        // Reading it waits for its table.
        `CREATE VIEW t_${id}.v AS SELECT id FROM t_${id}.t`,
      ]),
    );
    const fleet = await openFleetOf({ url: database, schema: 't_{tenant}' });
    await fleet.desire(desired(1, 'plans'));
    return fleet;
  };

  live('is told without being read while it stays as it is', { timeout: 300_000 }, async () => {
    await using database = await freshDatabase(url);
    await using fleet = await opened(database.url);
    const json = [...quick, '--format', 'json'];
    const kept = join(fleet.folder, '.schema-sync');
    // Whoever names a few has these read: what would tell of them tells of all.
    expect(await fleet.run('validate', '--tenant', 'a', '--tenant', 'b')).toMatchObject({ code: 0 });
    await expect(readdir(kept)).rejects.toMatchObject({ code: 'ENOENT' });
    const first = await fleet.run('validate', ...json);
    expect(first, first.stderr).toMatchObject({ code: 0 });
    {
      await using _ = await locked(database.url, ...ids.map((id) => `t_${id}.t`));
      const again = await fleet.run('validate', ...json);
      expect(again, again.stderr).toMatchObject({ code: 0, stdout: first.stdout });
      expect((await fleet.run('validate', ...quick)).stdout).toContain('3 tenants, 1 state');
      expect((await fleet.run('sync', ...quick, '--yes')).stdout).toContain('3 tenants in sync');
      // Whoever has nothing that was kept reads.
      for (const file of await readdir(kept)) await rm(join(kept, file));
      expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 4 });
    }
    expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 0 });
    await administer(database.url, 'ALTER TABLE t_b.t ADD COLUMN more text');
    await using _ = await locked(database.url, 't_a.t', 't_c.t');
    for (const _ of [1, 2]) {
      const found = await fleet.run('validate', ...quick);
      expect(found).toMatchObject({ code: 3, stdout: expect.stringContaining('1 tenant out of sync: b') });
      expect(found.stdout).toContain('2 tenants in sync');
    }
  });

  live('is read again where anything else is asked, or what they share was changed', { timeout: 300_000 }, async () => {
    await using database = await freshDatabase(url);
    await using fleet = await opened(database.url);
    await fleet.run('validate', ...quick);
    const [kept = ''] = await readdir(join(fleet.folder, '.schema-sync'));
    await writeFile(join(fleet.folder, '.schema-sync', kept), '{"format":1,"states":[{}],"tenants":{"t_a":1}}');
    expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 0 });
    await fleet.desire(desired(2, 'plans'));
    expect((await fleet.run('validate', ...quick)).stdout).toContain('3 tenants out of sync');
    expect((await fleet.run('sync', ...quick, '--yes')).stdout).toContain('3 synced');
    {
      // What a run left was read to verify it, and is known from then on.
      await using _ = await locked(database.url, ...ids.map((id) => `t_${id}.t`));
      expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 0 });
    }
    await administer(database.url, 'ALTER TABLE plans RENAME TO tariffs');
    // What the desired state refers to is not there any more.
    expect((await fleet.run('validate', ...quick)).code).not.toBe(0);
    await fleet.desire(desired(2, 'tariffs'));
    expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 0 });
  });
});

describe.each([postgres('postgres-18'), postgres('postgres-13')])('a fleet of databases of $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  // Reading it waits for its table.
  const held = 'CREATE TABLE t (id integer PRIMARY KEY, a integer); CREATE VIEW v AS SELECT id FROM t';

  live('is told without being read while it stays as it is, and as a run left it', { timeout: 300_000 }, async () => {
    await using fleet = await openFleet(engine, url, ids, (prefix) => ({ database: `${prefix}{tenant}` }));
    const at = (id: string) => withDatabase(url, `${fleet.prefix}${id}`);
    const allLocked = async (...some: readonly string[]) => {
      const stack: AsyncDisposable[] = [];
      for (const id of some) stack.push(await locked(at(id), 't'));
      return {
        [Symbol.asyncDispose]: async () => void (await Promise.all(stack.map((each) => each[Symbol.asyncDispose]()))),
      };
    };
    for (const id of ids) await administer(at(id), held);
    await fleet.desire(`${held};`);
    const json = [...quick, '--format', 'json'];
    const first = await fleet.run('validate', ...json);
    expect(first, first.stderr).toMatchObject({ code: 0 });
    {
      await using _ = await allLocked(...ids);
      const again = await fleet.run('validate', ...json);
      expect(again, again.stderr).toMatchObject({ code: 0, stdout: first.stdout });
      expect((await fleet.run('sync', ...quick, '--yes')).stdout).toContain('3 tenants in sync');
    }
    await fleet.desire(`${held.replace('a integer', 'a integer, b text')};`);
    expect((await fleet.run('sync', ...quick, '--yes')).stdout).toContain('3 synced');
    {
      await using _ = await allLocked(...ids);
      expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 0 });
    }
    // Nor is read who was brought there once the run went on.
    await fleet.desire(`${held.replace('a integer', 'a integer, b text, c text')};`);
    {
      await using _ = await allLocked('b');
      expect((await fleet.run('sync', ...quick, '--yes')).stdout).toContain('2 synced');
    }
    expect(await fleet.run('runs', 'retry', '--failed')).toMatchObject({ code: 0 });
    {
      await using _ = await allLocked(...ids);
      expect(await fleet.run('validate', ...quick)).toMatchObject({ code: 0 });
    }
    await administer(at('b'), 'ALTER TABLE t ADD COLUMN more text');
    {
      await using _ = await allLocked('a', 'c');
      const found = await fleet.run('validate', ...quick);
      expect(found).toMatchObject({ code: 3, stdout: expect.stringContaining('1 tenant out of sync: b') });
    }
    // One that was made anew under its old name is another one.
    await administer(url, `DROP DATABASE ${fleet.prefix}c`, `CREATE DATABASE ${fleet.prefix}c`);
    expect((await fleet.run('validate', ...quick)).stdout).toContain('out of sync: c');
  });
});
