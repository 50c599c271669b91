import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { failure, one, open } from './own.js';
import { administer, freshDatabase, servers } from './servers.js';

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const scratchOf = async (target: string) =>
    driver.scratch?.(driver.options({ url: target, directory: '/' })) ?? expect.fail('there is scratch');

  /** Plans from a database to a desired state in SQL. */
  async function planned(target: string, text: string) {
    const directory = await mkdtemp(join(tmpdir(), 'scratch-'));
    try {
      await writeFile(join(directory, 'schema.sql'), text);
      const tenant = tenantContext({ id: 'default', target: { url: target, directory } });
      return await createEngine({ driver }).plan(tenant, join(directory, 'schema.sql'));
    } finally {
      await rm(directory, { recursive: true });
    }
  }

  live('is gone when it is done with, and told from those of runs that live', async () => {
    const first = await scratchOf(url);
    await using second = await scratchOf(url);
    const there = 'SELECT count(*)::int AS n FROM pg_database WHERE datname = $1';
    await using connection = await open(url, 'read');
    expect(await one(connection, there, [first.database]), 'not swept up by the second').toEqual({ n: 1 });
    await first[Symbol.asyncDispose]();
    expect(await one(connection, there, [first.database])).toEqual({ n: 0 });
    expect(await one(second, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });

  live('has the extensions of its target, where a desired state uses them without naming them', async () => {
    await using target = await freshDatabase(url);
    await administer(
      target.url,
      'CREATE SCHEMA "the ""extensions"""',
      'CREATE EXTENSION citext SCHEMA "the ""extensions"""',
      'CREATE TABLE t (a "the ""extensions""".citext)',
    );
    const plan = await planned(target.url, 'CREATE TABLE t (a "the ""extensions""".citext, b integer)');
    expect(plan.changes.map(({ verb, address }) => [verb, address])).toEqual([['alter', 'table:t']]);
    expect(plan.proof).toMatchObject({ up: true, down: true });
    const named = 'CREATE SCHEMA "the ""extensions"""; CREATE EXTENSION citext SCHEMA "the ""extensions""";';
    const same = await planned(target.url, `CREATE TABLE t (a "the ""extensions""".citext); ${named}`);
    expect(same.changes).toEqual([]);
  });

  live('tries a value again once its type knows it, and tells where one stands that no type knows', async () => {
    await using target = await freshDatabase(url);
    const text = (value: string) =>
      `CREATE VIEW v AS SELECT '${value}'::mood AS m;\nALTER TYPE mood ADD VALUE 'so so';\nCREATE TYPE mood AS ENUM ('ok');`;
    const plan = await planned(target.url, text('so so'));
    expect(plan.changes.map(({ address }) => address).sort()).toEqual(['postgres/enum:mood', 'view:v']);
    const error = await failure(() => planned(target.url, text('never')));
    expect(error).toMatchObject({ code: 'SOURCE_INVALID', message: expect.stringContaining('schema.sql:1:') });
    expect(error.hint).not.toContain('batch');
  });

  live('names an extension that is not to be had, and a role that is not there', async () => {
    await using target = await freshDatabase(url);
    const extension = await failure(() => planned(target.url, 'CREATE EXTENSION no_such_extension'));
    expect(extension).toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('no_such_extension'),
      hint: expect.stringContaining('--scratch URL'),
    });
    for (const statement of ['CREATE POLICY p ON t TO no_such_role', 'GRANT SELECT ON t TO no_such_role']) {
      const role = await failure(() => planned(target.url, `CREATE TABLE t (); ${statement};`));
      expect(role).toMatchObject({ code: 'SOURCE_INVALID', hint: expect.stringContaining('CREATE ROLE') });
    }
  });

  live('keeps the locale provider of its target', async () => {
    const name = `icu_${process.pid}`;
    await using connection = await open(url, 'read');
    const version = connection.server.version[0] ?? 0;
    if (version < 15) return;
    const clauses = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de' LOCALE 'C'";
    await administer(url, `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name} ${clauses}`);
    try {
      await using scratch = await scratchOf(Object.assign(new URL(url), { pathname: `/${name}` }).href);
      const text = 'SELECT datlocprovider AS provider FROM pg_database WHERE datname = current_database()';
      expect(await one(scratch, text)).toEqual({ provider: 'i' });
    } finally {
      await administer(url, `DROP DATABASE ${name}`);
    }
  });

  live('a role that owns nothing reads the same schema as its owner', async () => {
    await using target = await freshDatabase(url);
    const role = `reader_${process.pid}`;
    await administer(url, `DROP ROLE IF EXISTS ${role}`, `CREATE ROLE ${role} LOGIN`);
    const hidden = [
      'CREATE SCHEMA hidden',
      "CREATE TABLE hidden.t (id integer PRIMARY KEY, note text DEFAULT 'x' CHECK (note <> ''))",
      'CREATE VIEW hidden.v AS SELECT id FROM hidden.t',
      "CREATE FUNCTION hidden.f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
      'REVOKE ALL ON FUNCTION hidden.f() FROM PUBLIC',
      'ALTER TABLE hidden.t ENABLE ROW LEVEL SECURITY',
      'CREATE POLICY p ON hidden.t USING (id > 0)',
      'CREATE EXTENSION postgres_fdw',
      'CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw',
      "CREATE USER MAPPING FOR postgres SERVER s OPTIONS (user 'x', password 'hunter2')",
      "CREATE SUBSCRIPTION sub CONNECTION 'host=nowhere password=hunter2' PUBLICATION p WITH (connect = false, slot_name = NONE)",
    ];
    await administer(target.url, ...hidden);
    try {
      const engine = createEngine({ driver });
      const inspect = (at: string) =>
        engine.inspect(tenantContext({ id: 'default', target: { url: at, directory: '/' } }));
      const owner = await inspect(target.url);
      const reader = await inspect(Object.assign(new URL(target.url), { username: role }).href);
      expect(reader.catalogue.root).toBe(owner.catalogue.root);
      expect(reader.unmanaged).toEqual(owner.unmanaged);
      expect(JSON.stringify(reader)).not.toContain('hunter2');
    } finally {
      await administer(target.url, 'DROP SUBSCRIPTION sub');
      await administer(url, `DROP ROLE ${role}`);
    }
  });
});
