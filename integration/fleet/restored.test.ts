import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import postgresDriver from '@sync/driver-postgres';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { administer } from '../servers/fresh-database.js';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { realServer } from '../servers/real-server.js';
import { rowsOf } from './rows-of.js';

const directory = import.meta.dirname;

/** What a server tells of its tenants, be they schemas of a database or that as a whole. */
async function toldBy({ url }: OwnServer): Promise<readonly string[]> {
  const schemas = await postgresDriver.tenancy?.schema?.fingerprints?.({ url, directory }, 't_*', {});
  await using connection = await postgresDriver.connect(postgresDriver.options({ url, directory }), { access: 'read' });
  const whole = await connection.fingerprint?.();
  const { shared, own } = schemas ?? expect.fail('not told');
  return [`${shared} ${own.get('t_a')}`, `${shared} ${own.get('t_b')}`, whole ?? expect.fail('not told')];
}

/** Which transaction wrote the row of the table that is changed. */
async function writerOf({ url }: OwnServer): Promise<number> {
  const text = "SELECT xmin::text::int AS xmin FROM pg_class WHERE oid = 't_a.users'::regclass";
  const [row] = (await rowsOf(url, text)) as readonly { readonly xmin: number }[];
  return row?.xmin ?? expect.fail('no row');
}

const schema = ['a', 'b'].flatMap((id) => [`CREATE SCHEMA t_${id}`, `CREATE TABLE t_${id}.users (id integer)`]);
const change = (column: string) => `ALTER TABLE t_a.users ADD COLUMN ${column} text`;

describe.each(['postgres-18', 'postgres-13'])('%s tells nothing of before', { timeout: 120_000 }, (name) => {
  const live = 'absent' in realServer(name) ? test.skip : test;

  const started = async (settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> => {
    const server = await startOwnServer(name, { settings });
    if ('absent' in server) throw new Error(server.absent);
    onTestFinished(() => server[Symbol.asyncDispose]());
    await administer(server.url, ...schema);
    return server;
  };

  live('once it was started again', async () => {
    const server = await started();
    const before = await toldBy(server);
    expect(await toldBy(server)).toEqual(before);
    await server.stop();
    await server.start();
    for (const each of await toldBy(server)) expect(before).not.toContain(each);
  });

  live('once its data is that of a backup, in which the same numbers are given for other changes', async () => {
    const server = await started();
    await server.stop();
    const [data, backup] = [join(server.folder, 'data'), join(server.folder, 'backup')];
    execFileSync('cp', ['-a', data, backup]);
    await server.start();
    await administer(server.url, change('one'));
    const [before, writer] = [await toldBy(server), await writerOf(server)];
    await server.stop();
    execFileSync('rm', ['-rf', data]);
    execFileSync('cp', ['-a', backup, data]);
    await server.start();
    await administer(server.url, change('other'));
    expect(await writerOf(server)).toEqual(writer);
    for (const each of await toldBy(server)) expect(before).not.toContain(each);
  });

  live('once it lost in a crash of one of its processes what was committed, and goes on itself', async () => {
    // What commits waits for no disk, and nobody writes it there for a while.
    const server = await started({ synchronous_commit: 'off', wal_writer_delay: '10s' });
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => {});
    await client.connect();
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ pid: number; began: string }>(
      'SELECT pg_backend_pid() AS pid, pg_postmaster_start_time()::text AS began',
    );
    for (const column of ['one', 'two', 'three', 'four', 'five']) await client.query(change(column));
    const [before, writer] = [await toldBy(server), await writerOf(server)];
    process.kill(rows[0]?.pid ?? expect.fail('no process'), 'SIGKILL');
    await expect.poll(() => columnsOf(server), { timeout: 30_000 }).toEqual([{ attname: 'id' }]);
    for (let i = 0; i < 5 && (await writerOf(server)) < writer; i++) await administer(server.url, change(`other_${i}`));
    expect(await rowsOf(server.url, 'SELECT pg_postmaster_start_time()::text AS began')).toEqual([
      { began: rows[0]?.began },
    ]);
    expect(await writerOf(server)).toEqual(writer);
    for (const each of await toldBy(server)) expect(before).not.toContain(each);
  });

  live('of a schema that was dropped and made again in the same words', async () => {
    const server = await started();
    const [here, there, whole] = await toldBy(server);
    await administer(server.url, 'DROP SCHEMA t_a CASCADE', ...schema.slice(0, 2));
    const after = await toldBy(server);
    expect(after[1]).toBe(there);
    for (const each of [here, whole]) expect(after).not.toContain(each);
  });
});

/** The columns of the table that is changed; nothing while nobody can ask. */
async function columnsOf({ url }: OwnServer): Promise<unknown> {
  const text = "SELECT attname FROM pg_attribute WHERE attrelid = 't_a.users'::regclass AND attnum > 0";
  return rowsOf(url, text).catch(() => undefined);
}
