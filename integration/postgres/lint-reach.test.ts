import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { realServer } from '../servers/real-server.js';

const here = join(import.meta.dirname, '..');

const schema = `
CREATE EXTENSION dblink;
CREATE TABLE users (id serial PRIMARY KEY, mail text);
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN small AS int;
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE MATERIALIZED VIEW mails AS SELECT mail FROM users;
`;

/** What code does to get at the files of the server, at programs, at other databases and at the rights of others; each is built where no text names it. */
const attempts = (marker: string) => [
  'SELECT f()',
  `DO $$ BEGIN EXECUTE 'CO' || 'PY users TO PROGRAM ''touch ${marker}'''; END $$`,
  `DO $$ BEGIN EXECUTE 'CO' || 'PY users TO ''${marker}'''; END $$`,
  `SELECT query_to_xml('SELECT pg_read_file(''PG_VERSION'')', true, true, '')`,
  `DO $$ BEGIN EXECUTE 'SELECT lo_im' || 'port(''PG_VERSION'')'; END $$`,
  `DO $$ BEGIN EXECUTE 'SELECT dbl' || 'ink_connect(''dbname=postgres'')'; END $$`,
  `DO $$ BEGIN EXECUTE 'ALTER DATA' || 'BASE postgres SET work_mem = ''4MB'''; END $$`,
  `DO $$ BEGIN EXECUTE 'CREATE RO' || 'LE nobody_at_all'; END $$`,
  'DO $$ BEGIN RESET SESSION AUTHORIZATION; SET ROLE postgres; END $$',
  `ALTER FUNCTION f() OWNER TO postgres`,
  'GRANT pg_read_server_files TO CURRENT_USER',
  'CREATE MATERIALIZED VIEW files AS SELECT f()',
  'CREATE INDEX by_file ON users (g())',
];

const making = [
  "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN pg_read_file('PG_VERSION'); END $$",
  "CREATE FUNCTION g() RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT public.f()'",
];

const harmless = [
  'CREATE TABLE dblink_log (a int)',
  'INSERT INTO dblink_log (a) VALUES (1)',
  'CREATE TABLE dblink (a int)',
  "ALTER TYPE mood ADD VALUE 'b'",
  'ALTER TYPE pair ADD ATTRIBUTE c int',
  'ALTER DOMAIN small ADD CHECK (VALUE < 9)',
  "CREATE OR REPLACE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $1'",
  'CREATE EXTENSION pg_trgm',
  'CREATE INDEX ON users USING gin (mail gin_trgm_ops)',
  'REFRESH MATERIALIZED VIEW mails',
  'CREATE INDEX CONCURRENTLY ON users (mail)',
  'ALTER SEQUENCE users_id_seq AS bigint',
  'DROP EXTENSION dblink',
];

describe.each(['postgres-18', 'postgres-13'])('what lint --statements runs on %s', (name) => {
  const server = realServer(name);
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const client = new pg.Client(server.url);
  const roles: string[] = [];
  let cwd = '';

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'lint-reach-'));
    await client.connect();
  });
  afterAll(async () => {
    for (const role of roles) await client.query(`DROP ROLE ${role}`);
    await client.end();
    await rm(cwd, { recursive: true, force: true });
  });

  const lint = async (statements: readonly string[], scratch: string, from = schema) => {
    await writeFile(join(cwd, 's.sql'), from);
    await writeFile(join(cwd, 'm.sql'), `${statements.join(';\n')};\n`);
    const ended = await schemaSync(
      [
        'lint',
        '--statements',
        'm.sql',
        '--from',
        's.sql',
        '--engine',
        'postgres',
        '--format',
        'json',
        '--scratch',
        scratch,
      ],
      { cwd, env: { SCHEMA_SYNC_DRIVERS_FROM: here } },
    );
    const seen =
      ended.stdout === '' ? undefined : (JSON.parse(ended.stdout) as { readonly statements?: readonly Seen[] });
    return { ...ended, told: seen?.statements?.map(({ skipped, failure }) => failure?.message ?? skipped) };
  };
  const roleWith = async (rights: string, alsoIn: readonly string[] = []) => {
    const role = `lint_reach_${randomUUID().replaceAll('-', '')}`;
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x' ${rights}`);
    roles.push(role);
    for (const other of alsoIn) await client.query(`GRANT ${other} TO ${role}`);
    const url = new URL(server.url);
    url.username = role;
    url.password = 'x';
    return { role, url: url.href };
  };
  const leftovers = async () => {
    const { rows } = await client.query(
      "SELECT rolname FROM pg_roles r WHERE starts_with(rolname, '_schema_sync_scratch_') AND NOT EXISTS (SELECT FROM pg_database d WHERE d.datname = r.rolname)",
    );
    return rows;
  };

  test('reaches nothing beyond scratch, whatever code puts together, and goes on', async () => {
    const marker = `/tmp/lint-reach-${randomUUID()}`;
    const { told } = await lint([...making, ...attempts(marker)], server.url);
    expect(told?.slice(0, 2)).toEqual([undefined, undefined]);
    const refused = told?.slice(2) ?? [];
    expect(refused).toHaveLength(attempts(marker).length);
    for (const reason of refused) expect(reason).toMatch(/^it needs rights beyond a scratch database, /);
    await expect(client.query('SELECT pg_stat_file($1)', [marker])).rejects.toThrow(/No such file/);
    expect(await leftovers()).toEqual([]);
  });

  test('is all that a file does to its own database', async () => {
    const { told, code } = await lint(harmless, server.url);
    expect(told).toEqual(harmless.map(() => undefined));
    expect(code).toBe(0);
  });

  test('is run without rights for a role that may make roles, too', async () => {
    const { role, url } = await roleWith('CREATEDB CREATEROLE');
    const tables = "CREATE TABLE users (id serial PRIMARY KEY, mail text); CREATE TYPE mood AS ENUM ('a');";
    const { told, stderr } = await lint(
      [
        "ALTER TYPE mood ADD VALUE 'b'",
        'ALTER TABLE users ADD nick text',
        `DO $$ BEGIN EXECUTE 'ALTER RO' || 'LE ${role} PASSWORD ''y'''; END $$`,
      ],
      url,
      tables,
    );
    expect(stderr).toBe('');
    expect(told?.slice(0, 2)).toEqual([undefined, undefined]);
    expect(told?.[2]).toMatch(/^it needs rights beyond a scratch database/);
    expect(await leftovers()).toEqual([]);
  });

  test('leaves alone the other databases of a role that makes databases and no roles', async () => {
    const { role, url } = await roleWith('CREATEDB');
    const own = `${role}_own`;
    await client.query(`CREATE DATABASE ${own} OWNER ${role}`);
    try {
      const { told } = await lint(
        ['ALTER TABLE t ADD b int', `DO $$ BEGIN EXECUTE 'ALTER DATABASE ${own} SET work_mem = ''4MB'''; END $$`],
        url,
        'CREATE TABLE t (a int);',
      );
      expect(told).toEqual([
        undefined,
        'code in it is about databases or roles, which reaches beyond a scratch database',
      ]);
    } finally {
      await client.query(`DROP DATABASE ${own}`);
    }
  });

  test('is refused as a role that can do more and makes no other one', async () => {
    const { url, role } = await roleWith('CREATEDB', ['pg_read_server_files']);
    const { stdout, code } = await lint(['SELECT 1'], url, 'CREATE TABLE t (a int);');
    expect(code).not.toBe(0);
    expect(stdout).toContain('SCRATCH_UNAVAILABLE');
    expect(stdout).toContain(`as role ${role} can (pg_read_server_files)`);
  });
});

interface Seen {
  readonly skipped?: string;
  readonly failure?: { readonly message: string };
}
