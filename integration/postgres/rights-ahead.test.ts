import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { failure, openPlace, servers } from '../online/support.js';
import { administer } from '../servers/fresh-database.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

const there = (role: string) => `
CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO ${role}; GRANT ALL ON SCHEMA public TO ${role};
CREATE TYPE mood AS ENUM ('ok'); REVOKE USAGE ON TYPE mood FROM PUBLIC;
CREATE TABLE theirs (id int); CREATE TABLE mine (id int); ALTER TABLE mine OWNER TO ${role};
CREATE VIEW v AS SELECT id FROM theirs;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role};`;

const wanted = `
CREATE SCHEMA app; CREATE SCHEMA fresh; CREATE EXTENSION dblink; CREATE EXTENSION hstore;
CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE TABLE theirs (id int, a int); CREATE INDEX i ON theirs (a); CREATE TABLE mine (id int, m mood);
CREATE VIEW v AS SELECT id + 1 AS id FROM theirs;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE TABLE app.t (id int);
CREATE TRIGGER g BEFORE UPDATE ON v FOR EACH STATEMENT EXECUTE FUNCTION suppress_redundant_updates_trigger();`;

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  /** A database in which a role may do little, and which schema-sync comes to as that role. */
  async function asRole(
    work: (role: string, open: (...statements: string[]) => ReturnType<typeof opened>) => Promise<void>,
  ) {
    const role = `lacking_${randomBytes(6).toString('hex')}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
    try {
      await work(role, (...statements) => opened(role, statements));
    } finally {
      await administer(url, `DROP ROLE ${role}`);
    }
  }

  async function opened(role: string, statements: readonly string[]) {
    const place = await openPlace(url, {}, ...statements);
    const at = Object.assign(new URL(place.url), { username: role }).href;
    return Object.assign(place, { mine: tenantContext({ id: 'role', target: { url: at, directory: place.folder } }) });
  }

  live('a database without the schema of the journal is refused by name, in a dry run, too', async () => {
    await using place = await openPlace(url, {}, 'DROP SCHEMA public');
    await using other = await openPlace(url, {}, 'CREATE SCHEMA app; CREATE TABLE app.t (id int); DROP SCHEMA public');
    const refused = { code: 'PERMISSION_DENIED', hint: expect.stringContaining('CREATE SCHEMA public') };
    const { refusal } = await place.engine.sync(place.tenant, other.url, { dryRun: true });
    expect(refusal).toMatchObject({ ...refused, message: expect.stringContaining('there is no schema public') });
    expect(await failure(place.engine.sync(place.tenant, other.url, {}))).toMatchObject(refused);
    await administer(place.url, 'CREATE SCHEMA public');
    expect((await place.engine.sync(place.tenant, other.url, {})).report).toMatchObject({ steps: { done: 2 } });
  });

  live('a template is not changed by a slip', async () => {
    await using place = await openPlace(url, {});
    await using other = await openPlace(url, {}, 'CREATE TABLE t (id int)');
    const name = new URL(place.url).pathname.slice(1);
    await administer(url, `ALTER DATABASE ${name} IS_TEMPLATE true`);
    const refusal = await failure(place.engine.sync(place.tenant, other.url, {}));
    await administer(url, `ALTER DATABASE ${name} IS_TEMPLATE false`);
    expect(refusal).toMatchObject({
      code: 'PERMISSION_DENIED',
      message: expect.stringContaining(`database ${name} is a template`),
      hint: expect.stringContaining(`ALTER DATABASE ${name} IS_TEMPLATE false`),
    });
    expect((await place.engine.sync(place.tenant, other.url, {})).report).toMatchObject({ steps: { done: 1 } });
  });

  live('what a role lacks is told before the first step, all of it and what would mend it', async () => {
    await asRole(async (role, open) => {
      await using place = await open(there(role));
      await using other = await open(wanted);
      const options = { prove: false, allow: 'all' } as const;
      const { refusal, plan } = await place.engine.sync(place.mine, other.url, { ...options, dryRun: true });
      expect(refusal).toMatchObject({ code: 'PERMISSION_DENIED' });
      const lines = refusal?.message.split('\n').slice(1);
      const database = new URL(place.url).pathname.slice(1);
      expect(lines?.map((line) => line.trim()).sort()).toEqual([
        'column m: may not use type mood',
        'enum mood belongs to postgres',
        `extension hstore: may make none in database ${database}`,
        'function f() belongs to postgres',
        `schema fresh: may make none in database ${database}`,
        'table app.t: may make nothing in schema app',
        'table theirs belongs to postgres',
        'view v belongs to postgres',
        'view v: may have no triggers on it',
      ]);
      expect(refusal?.hint).toContain(`GRANT CREATE ON SCHEMA app TO ${role}`);
      expect(refusal?.hint).toContain('run the plan as postgres');

      const denied = await failure(place.engine.apply(place.mine, plan ?? expect.fail('no plan'), options));
      expect(denied).toMatchObject({ code: 'PERMISSION_DENIED', message: refusal?.message });
      expect(denied.step, 'no step has begun').toBeUndefined();
      expect((await failure(place.engine.check(place.mine, plan ?? '', 'up'))).message).toBe(refusal?.message);
      expect(await place.value("SELECT to_regclass('app.t')")).toBeNull();
      await place.other.query(`DROP OWNED BY ${role}`);
    });
  });

  live('a plan that its role could not run is shown with a warning', async () => {
    await asRole(async (role, open) => {
      await using place = await open('CREATE TABLE theirs (id int)', `GRANT ALL ON SCHEMA public TO ${role}`);
      await using other = await open('CREATE TABLE theirs (id int, a int)');
      const at = Object.assign(new URL(place.url), { username: role }).href;
      const shown = await schemaSync(['plan', '--no-prove', '--url', at, '--to', other.url], {
        cwd: place.folder,
        env,
      });
      expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('ADD COLUMN a') });
      expect(shown.stderr).toMatch(/^warning .*table theirs belongs to postgres/ms);
      expect(shown.stderr).not.toContain('error[');
      await place.other.query(`DROP OWNED BY ${role}`);
    });
  });

  live('who may act as the owner, or has what it takes, is refused nothing', async () => {
    await asRole(async (role, open) => {
      const owner = `${role}_owner`;
      await administer(url, `CREATE ROLE ${owner}; GRANT ${owner} TO ${role}`);
      try {
        await using place = await open(
          `GRANT CREATE ON SCHEMA public TO ${owner}, ${role}`,
          'DO $$ BEGIN EXECUTE format($f$GRANT CREATE ON DATABASE %I TO PUBLIC$f$, current_database()); END $$',
          `SET ROLE ${owner}`,
          'CREATE TABLE t (id int) PARTITION BY LIST (id)',
          'CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)',
          'CREATE TABLE stays (id int)',
          'RESET ROLE',
        );
        await place.desire(
          "CREATE SCHEMA fresh; CREATE TYPE fresh.mood AS ENUM ('ok'); CREATE TABLE stays (id int, m fresh.mood[]); CREATE EXTENSION hstore; CREATE TABLE fresh.t (h hstore); CREATE FUNCTION fresh.f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';",
        );
        await place.engine.sync(place.mine, place.goal, { allow: 'all', prove: false });
        expect((await place.engine.validate(place.mine, place.goal)).inSync).toBe(true);
        await place.other.query(`DROP OWNED BY ${role}, ${owner} CASCADE`);
      } finally {
        await administer(url, `DROP ROLE ${owner}`);
      }
    });
  });

  live('what is renamed is asked about as it is called until then', async () => {
    await asRole(async (role, open) => {
      await using place = await open(
        `GRANT ALL ON SCHEMA public TO ${role}`,
        'DO $$ BEGIN EXECUTE format($f$GRANT CREATE ON DATABASE %I TO PUBLIC$f$, current_database()); END $$',
        `SET ROLE ${role}`,
        "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('ok'); CREATE TABLE app.t (id int)",
        "CREATE FUNCTION app.f(m app.mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        'RESET ROLE',
        'CREATE TABLE theirs (id int)',
      );
      const wish = (table: string) => `
-- @renamed from=app
CREATE SCHEMA shop;
-- @renamed from=app.mood
CREATE TYPE shop.feeling AS ENUM ('ok');
CREATE TABLE shop.t (id int, a int);
CREATE FUNCTION shop.f(m shop.feeling) RETURNS int LANGUAGE sql AS 'SELECT 2';
${table}`;
      await place.desire(wish('-- @renamed from=theirs\nCREATE TABLE ours (id int, a int);'));
      const options = { allow: 'all', prove: false } as const;
      const { refusal } = await place.engine.sync(place.mine, place.goal, { ...options, dryRun: true });
      expect(refusal?.details).toMatchObject({ lacks: [{ lack: 'table theirs belongs to postgres' }] });
      await place.desire(wish('CREATE TABLE theirs (id int);'));
      await place.engine.sync(place.mine, place.goal, options);
      expect((await place.engine.validate(place.mine, place.goal)).inSync).toBe(true);
      await place.other.query(`DROP OWNED BY ${role} CASCADE`);
    });
  });

  live('nothing is asked for that the server does not ask', async () => {
    await asRole(async (role, open) => {
      await using place = await open(
        `CREATE SCHEMA app AUTHORIZATION ${role}; CREATE SCHEMA other; GRANT ALL ON SCHEMA public TO ${role}`,
        'CREATE TABLE app.t (id int, a int); CREATE INDEX t_a ON app.t (a)',
        `CREATE TYPE other.mood AS ENUM ('ok'); ALTER TYPE other.mood OWNER TO ${role}; GRANT USAGE ON SCHEMA other TO ${role}`,
      );
      await place.desire(`
CREATE SCHEMA app; CREATE SCHEMA other; CREATE TABLE app.t (id int, a int);
-- @renamed from=other.mood
CREATE TYPE other.feeling AS ENUM ('ok');`);
      await place.engine.sync(place.mine, place.goal, { allow: 'all', prove: false });
      expect((await place.engine.validate(place.mine, place.goal)).inSync).toBe(true);
      await place.other.query(`DROP OWNED BY ${role} CASCADE`);
    });
  });

  live('what the journal takes is told ahead, and that it is the journal', async () => {
    await asRole(async (role, open) => {
      await using place = await open(
        `CREATE SCHEMA app AUTHORIZATION ${role}; REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO ${role}`,
      );
      await place.desire('CREATE SCHEMA app; CREATE TABLE app.t (id int);');
      const options = { prove: false } as const;
      const { refusal } = await place.engine.sync(place.mine, place.goal, { ...options, dryRun: true });
      expect(refusal).toMatchObject({ code: 'PERMISSION_DENIED', message: expect.stringContaining('its journal') });
      expect(refusal?.hint).toContain(`GRANT CREATE, USAGE ON SCHEMA public TO ${role}`);
      await place.other.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
      await place.engine.sync(place.mine, place.goal, options);
      expect(await place.value("SELECT to_regclass('app.t') IS NOT NULL")).toBe(true);
      await place.other.query(`DROP OWNED BY ${role} CASCADE`);
    });
  });
});
