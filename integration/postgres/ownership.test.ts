import { createEngine, type PlanRequest, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place, servers } from '../online/support.js';
import { administer } from '../servers/fresh-database.js';

/** Tables in which other tools keep their books, each with what it stands on. */
const books = [
  'CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY)',
  'CREATE INDEX flyway_index ON flyway_schema_history (installed_rank)',
  'CREATE TABLE schema_migrations (version text PRIMARY KEY)',
  'CREATE TABLE alembic_version (version_num text)',
  'CREATE TABLE knex_migrations (id serial PRIMARY KEY)',
  'CREATE TABLE _prisma_migrations (id text PRIMARY KEY)',
  'CREATE TABLE goose_db_version (id integer GENERATED ALWAYS AS IDENTITY)',
  'CREATE TABLE pgmigrations (id serial PRIMARY KEY, name text)',
  'CREATE TABLE "SequelizeMeta" (name text)',
  'CREATE TABLE "__EFMigrationsHistory" (id text)',
  'CREATE SCHEMA drizzle',
  'CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text)',
];
const app = ['CREATE TABLE mine (id integer)', 'CREATE TABLE old (id integer)', 'CREATE SEQUENCE old_numbers'];
const desired = 'CREATE TABLE mine (id integer);';

const dropped = async (place: Place, request: PlanRequest = {}) => {
  const plan = await place.engine.plan(place.tenant, place.goal, request);
  return plan.changes.map(({ verb, address }) => `${verb} ${address}`).sort();
};
const relations = (place: Place) =>
  place.value(
    "SELECT string_agg(oid::regclass::text, ' ' ORDER BY oid) FROM pg_class WHERE relkind IN ('r', 'S', 'v') AND oid > 16384 AND relname !~ '^(_schema_sync|old|mine)'",
  );

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('books of other tools stay, with what numbers and holds them, and are listed', async () => {
    await using place = await openPlace(url, {}, ...books, ...app);
    await place.desire(desired);
    const expected = ['drop sequence:old_numbers', 'drop table:old'];
    expect(await dropped(place)).toEqual(expected);
    expect(await dropped(place, { schemas: 'all' }), 'in the whole database').toEqual(expected);
    const before = await relations(place);
    await place.engine.sync(place.tenant, place.goal, { schemas: 'all', allow: 'all' });
    expect(await relations(place)).toBe(before);
    const { unmanaged } = await place.engine.inspect(place.tenant);
    for (const [name, reason] of [
      ['flyway_schema_history', 'kept by Flyway'],
      ['pgmigrations', 'kept by node-pg-migrate'],
      ['__drizzle_migrations', 'kept by Drizzle'],
      ['knex_migrations_id_seq', 'a migration tool’s table stands on it'],
      ['drizzle', 'a migration tool’s table stands on it'],
    ]) {
      expect(unmanaged, name).toContainEqual(expect.objectContaining({ name, reason }));
    }
  });

  live(
    'a schema stays with an extension or a table in it that is left alone, until they go or it is renamed',
    async () => {
      await using place = await openPlace(
        url,
        {},
        'CREATE SCHEMA lib',
        'CREATE EXTENSION pg_trgm SCHEMA lib',
        'CREATE TABLE lib.old (id integer)',
        'CREATE SCHEMA shop',
        'CREATE TABLE shop.legacy (id integer)',
        'CREATE SCHEMA empty',
      );
      await place.desire(desired);
      const whole = { schemas: 'all', exclude: ['legacy'] } as const;
      const { plan, report } = await place.engine.sync(place.tenant, place.goal, { ...whole, allow: 'all' });
      expect(plan?.changes.map(({ verb, address }) => `${verb} ${address}`).sort()).toEqual([
        'create table:mine',
        'drop schema:empty',
        'drop table:lib.old',
      ]);
      const validation = await place.engine.validate(place.tenant, place.goal, whole);
      expect(validation.inSync).toBe(true);
      for (const name of ['lib', 'shop']) {
        const left = { kind: 'schema', name, reason: 'what is left alone lies in it' };
        expect(validation.inspection.unmanaged).toContainEqual(left);
      }
      await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
      await place.desire(
        `-- @renamed from=lib\nCREATE SCHEMA library; CREATE TABLE library.old (id integer); ${desired}`,
      );
      expect(await dropped(place, whole)).toEqual(['create table:mine', 'drop schema:empty', 'rename schema:library']);
      await place.desire(desired);
      expect(await dropped(place, { schemas: 'all', with: ['extensions'] })).toContain('drop schema:lib');
    },
  );

  live('an extension that a role may not create does not stop its plans, which are proven all the same', async () => {
    await using place = await openPlace(
      url,
      {},
      'CREATE EXTENSION pg_stat_statements',
      'CREATE TABLE mine (id integer)',
    );
    const target = new URL(place.url);
    const role = `owner_${target.pathname.slice(1)}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
    try {
      await administer(place.url, `GRANT ALL ON SCHEMA public TO ${role}`, `ALTER TABLE mine OWNER TO ${role}`);
      await place.desire('CREATE TABLE mine (id bigint);');
      target.username = role;
      const tenant = tenantContext({ id: 'test', target: { url: target.href, directory: place.folder } });
      const { proof } = await createEngine({ driver }).plan(tenant, place.goal);
      expect(proof).toMatchObject({ up: true, down: true });
    } finally {
      await administer(place.url, `DROP OWNED BY ${role}`);
      await administer(url, `DROP ROLE ${role}`);
    }
  });

  live('what a desired state shares with such books is managed', async () => {
    await using place = await openPlace(url, {}, ...books, 'CREATE TABLE drizzle.old ()');
    await place.desire('CREATE SCHEMA drizzle; CREATE TABLE drizzle.mine (id integer);');
    expect(await dropped(place, { schemas: 'all' })).toEqual(['create table:drizzle.mine', 'drop table:drizzle.old']);
  });

  live('a name that anybody may give is a book by its columns alone, and a table of their own otherwise', async () => {
    const shaped = [
      'CREATE TABLE migrations (id serial PRIMARY KEY, migration varchar(255), batch integer)',
      'CREATE TABLE schema_version (version integer)',
      'CREATE TABLE _migrations (id serial PRIMARY KEY, plugin_name text, hash text, created_at bigint)',
      'CREATE TABLE _journal (plugin_name text PRIMARY KEY, version text, dialect text, entries jsonb)',
    ];
    await using place = await openPlace(url, {}, ...shaped, 'CREATE TABLE mine (id integer)');
    await place.desire(desired);
    expect(await dropped(place)).toEqual([]);
    const { unmanaged } = await place.engine.inspect(place.tenant);
    for (const [name, reason] of [
      ['migrations', 'kept by Laravel'],
      ['schema_version', 'kept by tern'],
      ['_migrations', 'kept by Drizzle at run time'],
      ['_journal', 'kept by Drizzle at run time'],
      ['migrations_id_seq', 'a migration tool’s table stands on it'],
    ]) {
      expect(unmanaged, name).toContainEqual(expect.objectContaining({ name, reason }));
    }
    await place.other.query(
      'ALTER TABLE migrations ADD COLUMN country text; ALTER TABLE schema_version ADD COLUMN note text',
    );
    expect(await dropped(place)).toEqual([
      'drop sequence:migrations_id_seq',
      'drop table:migrations',
      'drop table:schema_version',
    ]);
  });

  live('a book that the desired state names is managed', async () => {
    await using place = await openPlace(url, {}, ...books);
    await place.desire('CREATE TABLE knex_migrations (id serial PRIMARY KEY, name text);');
    expect(await dropped(place)).toEqual(['alter table:knex_migrations']);
  });

  live('members of extensions stay, and the extensions unless they are asked for', async () => {
    const extensions = [
      'CREATE SCHEMA stats',
      'CREATE EXTENSION pg_stat_statements SCHEMA stats',
      'CREATE EXTENSION pg_buffercache',
      'CREATE EXTENSION citext',
    ];
    await using place = await openPlace(url, {}, ...extensions, ...app);
    await place.desire(`${desired} CREATE SCHEMA stats; CREATE EXTENSION citext;`);
    const expected = ['drop sequence:old_numbers', 'drop table:old'];
    expect(await dropped(place, { schemas: 'all' })).toEqual(expected);
    const all = ['drop postgres/extension:pg_buffercache', 'drop postgres/extension:pg_stat_statements', ...expected];
    expect(await dropped(place, { schemas: 'all', with: ['extensions'] })).toEqual(all);
    await place.engine.sync(place.tenant, place.goal, { schemas: 'all', with: ['extensions'], allow: 'all' });
    expect(
      (await place.engine.validate(place.tenant, place.goal, { schemas: 'all', with: ['extensions'] })).inSync,
    ).toBe(true);
  });

  live('schemas that the desired state does not name stay, unless all are managed', async () => {
    await using place = await openPlace(url, {}, 'CREATE SCHEMA other', 'CREATE TABLE other.t ()', ...app);
    await place.desire(desired);
    expect(await dropped(place)).toEqual(['drop sequence:old_numbers', 'drop table:old']);
    const { unmanaged } = await place.engine.inspect(place.tenant, { schemas: ['public'] });
    expect(unmanaged).toContainEqual({
      kind: 'table',
      name: 't',
      in: 'other',
      reason: 'the schema other is not managed',
    });
    expect(await dropped(place, { schemas: 'all' })).toEqual([
      'drop schema:other',
      'drop sequence:old_numbers',
      'drop table:old',
      'drop table:other.t',
    ]);
  });
});
