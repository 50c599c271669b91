import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CommandOptions } from '../faults/support/command.js';
import { administer, freshDatabase, withDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { openFleet, openFleetOf, postgres } from './open-fleet.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Kills a command so many milliseconds after it said that the run is noted. */
function killedAfter(ms: number): NonNullable<CommandOptions['onError']> {
  let isAimed = false;
  return (text, child) => {
    if (isAimed || !text.includes('is noted in')) return;
    isAimed = true;
    setTimeout(() => child.kill('SIGKILL'), ms);
  };
}

/** Fails where a tenant was migrated another number of times than once. */
const once = "DO $$ BEGIN ASSERT (SELECT count(*) FROM _schema_sync_runs WHERE outcome = 'done') = 1; END $$";
const kept = 'DO $$ BEGIN ASSERT (SELECT count(*) FROM t) = 1; END $$';

describe.each([postgres('postgres-18'), postgres('postgres-13')])('$name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live.each([0, 150, 400])(
    'a run of databases that was killed after %i ms goes on from a store on a server',
    async (ms) => {
      const control = `fleet_${randomBytes(6).toString('hex')}`;
      await administer(url, `CREATE DATABASE ${control}`);
      try {
        await using fleet = await openFleet(engine, url, ids, (prefix) => ({ database: `${prefix}{tenant}` }), {
          runs: { url: withDatabase(url, control) },
        });
        const at = (id: string) => withDatabase(url, `${fleet.prefix}${id}`);
        for (const id of ids)
          await administer(at(id), 'CREATE TABLE t (id integer PRIMARY KEY)', 'INSERT INTO t VALUES (7)');
        await fleet.desire(
          'CREATE TABLE t (id integer PRIMARY KEY, n integer); CREATE TABLE u (id integer REFERENCES t);',
        );
        const argv = ['sync', '--all-tenants', '--yes', '--parallel', '2', '--waves', 'canary:1,3,rest'];
        await fleet.runWith({ onError: killedAfter(ms) }, ...argv);
        const resumed = await fleet.run('runs', 'resume');
        expect(resumed).toMatchObject({ code: 0 });
        const { run, counts } = JSON.parse((await fleet.run('runs', 'show', '--format', 'json')).stdout);
        expect(run.state).toBe('done');
        expect(counts).toEqual({ inSync: 0, done: 8, failed: 0, left: 0 });
        for (const id of ids) {
          await administer(at(id), once, kept);
        }
        expect((await fleet.run('validate', '--all-tenants')).code).toBe(0);
      } finally {
        await administer(url, `DROP DATABASE IF EXISTS ${control} WITH (FORCE)`);
      }
    },
  );

  live('a run of schemas of one database that was killed goes on, and migrates each once', async () => {
    await using database = await freshDatabase(url);
    for (const id of ids)
      await administer(
        database.url,
        `CREATE SCHEMA t_${id}`,
        `SET search_path = t_${id}`,
        'CREATE TABLE t (id integer PRIMARY KEY)',
        'INSERT INTO t VALUES (7)',
      );
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    await fleet.desire('CREATE TABLE t (id integer PRIMARY KEY, n integer); CREATE TABLE u (id integer REFERENCES t);');
    const argv = ['sync', '--all-tenants', '--yes', '--parallel', '2', '--waves', 'canary:1,3,rest'];
    await fleet.runWith({ onError: killedAfter(300) }, ...argv);
    expect(await fleet.run('runs', 'resume')).toMatchObject({ code: 0 });
    for (const id of ids) await administer(database.url, `SET search_path = t_${id}`, once, kept);
    expect((await fleet.run('validate', '--all-tenants')).stdout).toContain('8 tenants in sync');
  });

  live('a store whose server ends the connection stops the run, which goes on once it is there again', async () => {
    const control = `fleet_${randomBytes(6).toString('hex')}`;
    await administer(url, `CREATE DATABASE ${control}`);
    try {
      await using fleet = await openFleet(engine, url, ids, (prefix) => ({ database: `${prefix}{tenant}` }), {
        runs: { url: withDatabase(url, control) },
      });
      let isCut = false;
      const cut = (text: string) => {
        if (isCut || !text.includes('wave 1 is done')) return;
        isCut = true;
        const ended = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${control}'`;
        administer(url, ended).catch(() => {});
      };
      const argv = ['sync', '--all-tenants', '--yes', '--waves', '3,rest', '--bake', '3s'];
      const lost = await fleet.runWith({ onError: cut }, ...argv);
      expect(lost).toMatchObject({ code: 4, stdout: expect.stringContaining('3 synced · 5 not begun') });
      expect(lost.stderr).toContain('the run is not noted any more');
      expect(await fleet.run('runs', 'resume')).toMatchObject({ code: 0, stdout: expect.stringContaining('5 synced') });
      for (const id of ids) await administer(withDatabase(url, `${fleet.prefix}${id}`), once);
    } finally {
      await administer(url, `DROP DATABASE IF EXISTS ${control} WITH (FORCE)`);
    }
  });
});
