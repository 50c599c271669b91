import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openPlace, servers, until } from '../online/support.js';
import { bin, schemaSync } from './support/command.js';

const drivers = fileURLToPath(new URL('..', import.meta.url));
const env = { SCHEMA_SYNC_DRIVERS_FROM: drivers };

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('the scratch database of a process that was killed is gone with the next run', async () => {
    await using place = await openPlace(url, {});
    await place.desire('CREATE MATERIALIZED VIEW slow AS SELECT 1 AS one FROM pg_sleep(20);');
    const before = new Set((await place.other.query('SELECT datname FROM pg_database')).rows.map((row) => row.datname));
    const args = [bin, 'plan', '--url', place.url, '--to', place.goal];
    const child = spawn(process.execPath, args, {
      cwd: place.folder,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const mine = "application_name = 'schema-sync' AND query LIKE 'CREATE MATERIALIZED VIEW slow%'";
    await until(place.other, `SELECT FROM pg_stat_activity WHERE state = 'active' AND ${mine}`);
    const scratch = await place.value(`SELECT datname FROM pg_stat_activity WHERE state = 'active' AND ${mine}`);
    expect(before.has(scratch)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const maker = `datname = current_database() AND application_name = 'schema-sync'`;
    await until(place.other, `SELECT WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE ${maker})`);
    await place.desire('CREATE TABLE quick ();');
    const ended = await schemaSync(['plan', '--url', place.url, '--to', place.goal], { cwd: place.folder, env });
    expect(ended.code, ended.stderr).toBe(0);
    const left = await place.other.query('SELECT datname FROM pg_database WHERE datname = $1', [scratch]);
    expect(left.rows).toEqual([]);
  });
});
