import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { describe, expect, test } from 'vitest';
import { askCassandra, cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';

const majors = process.env.TEST_LONG === '1' ? ([4, 5] as const) : ([5] as const);

const tables = `CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE "Notes" (id int PRIMARY KEY, text text);
CREATE FUNCTION plus(a int, b list<int>) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$ return a; $$;
`;

describe.each(majors)('roles and permissions of Cassandra %i', (major) => {
  const absence = cassandraAbsence(major);

  test.skipIf(absence !== undefined)('come, change and go where they are asked for, and no others do', async () => {
    await using site = await open(major);
    const { engine, tenant, reader, writer, stranger } = site;
    const all = { with: ['grants', 'roles'], allow: ['access'] } as const;
    const goal = `${tables}
CREATE ROLE ${reader};
CREATE ROLE ${writer} WITH LOGIN = true;
GRANT ${reader} TO ${writer};
GRANT SELECT ON KEYSPACE ${site.keyspace} TO ${reader};
GRANT SELECT, MODIFY ON users TO ${writer};
GRANT ALL PERMISSIONS ON TABLE "Notes" TO ${writer};
GRANT EXECUTE ON FUNCTION ${site.keyspace}.plus(INT, list<int>) TO ${reader};
GRANT ALL ON ALL TABLES IN KEYSPACE ${site.keyspace} TO ${stranger};
`;
    const plan = await engine.plan(tenant, site.goal(goal), all);
    expect(plan.proof).toMatchObject({ up: true, down: true });
    const codes = plan.up.flatMap(({ steps }) => steps).flatMap(({ hazards }) => hazards.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(['changes-role', 'has-no-password', 'changes-privileges']));
    await engine.apply(tenant, plan, all);
    expect((await engine.plan(tenant, site.goal(goal), all)).up).toEqual([]);
    // Nothing of it is looked at where nobody asks.
    expect((await engine.plan(tenant, site.goal(tables))).up).toEqual([]);
    expect(await site.may(writer)).toEqual([
      `<table Notes> ALTER AUTHORIZE DROP MODIFY SELECT${major === 5 ? ' SELECT_MASKED UNMASK' : ''}`,
      '<table users> MODIFY SELECT',
    ]);

    const next = `${tables}
CREATE ROLE ${reader} WITH LOGIN = true;
CREATE ROLE ${writer} WITH LOGIN = false;
GRANT SELECT ON users TO ${writer};
`;
    await engine.sync(tenant, site.goal(next), all);
    expect((await engine.plan(tenant, site.goal(next), all)).up).toEqual([]);
    expect(await site.may(writer)).toEqual(['<table users> SELECT']);
    expect(await site.may(reader)).toEqual([]);
    expect(await site.may(stranger)).toEqual([]);

    // What it is on takes along what is granted, and what is made again is granted again.
    const call = `GRANT EXECUTE ON FUNCTION ${site.keyspace}.plus(int, list<int>) TO ${writer};`;
    await engine.sync(tenant, site.goal(next + call), all);
    const made = next.replace('CALLED ON', 'RETURNS NULL ON');
    await engine.sync(tenant, site.goal(made + call), all);
    expect(await site.may(writer)).toEqual(['<function plus(int, list<int>)> EXECUTE', '<table users> SELECT']);
    // A role that is said no more stays.
    await engine.sync(tenant, site.goal(made.replace(/CREATE ROLE [^;]*;/g, '')), all);
    expect(await site.roles()).toEqual([reader, stranger, writer].sort());
    expect(await site.may(writer)).toEqual(['<table users> SELECT']);
  });

  test.skipIf(absence !== undefined)('go the way back', async () => {
    await using site = await open(major, tables);
    const { engine, tenant, reader } = site;
    const all = { with: ['grants', 'roles'], allow: ['access'] } as const;
    const plan = await engine.plan(
      tenant,
      site.goal(`${tables}CREATE ROLE ${reader}; GRANT SELECT ON users TO ${reader};`),
      all,
    );
    await engine.apply(tenant, plan, all);
    expect(await site.may(reader)).toEqual(['<table users> SELECT']);
    await engine.down(tenant, plan, all);
    expect(await site.roles()).not.toContain(reader);
  });

  test.skipIf(absence !== undefined)('that were granted by somebody else are found, and never a password', async () => {
    await using site = await open(major, tables);
    const { engine, tenant, stranger, connection } = site;
    await askCassandra(major, `ALTER ROLE ${stranger} WITH PASSWORD = 's3cret' AND LOGIN = true`);
    await connection.execute({ text: `GRANT MODIFY ON users TO ${stranger}` });
    const plan = await engine.plan(tenant, site.goal(tables), { with: ['grants', 'all-roles'] });
    expect(JSON.stringify(plan)).not.toMatch(/s3cret|\$2[aby]\$/);
    const steps = plan.up.flatMap((batch) => batch.steps);
    expect(steps.flatMap(({ sql }) => sql.map(({ text }) => text))).toContain(
      `REVOKE MODIFY ON TABLE users FROM ${stranger}`,
    );
    await expect(engine.apply(tenant, plan)).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    expect(await site.may(stranger)).toEqual(['<table users> MODIFY']);
  });
});

async function open(major: 4 | 5, ...before: readonly string[]) {
  const database = await freshCassandraDatabase(major);
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-roles-'));
  const own = randomBytes(4).toString('hex');
  const [reader, writer, stranger] = ['reader', 'writer', 'stranger'].map((name) => `sync_test_${name}_${own}`) as [
    string,
    string,
    string,
  ];
  const tenant = tenantContext({ id: 'app', target: { url: database.url, directory } });
  const connection: Connection = await driver.connect(driver.options(tenant.target), { access: 'write' });
  await askCassandra(major, `CREATE ROLE ${stranger}`);
  const goal = (text: string) => {
    const file = join(directory, 'goal.sql');
    writeFileSync(file, text);
    return file;
  };
  const engine = createEngine({ driver });
  for (const text of before) await engine.sync(tenant, goal(text));
  return {
    ...{ engine, tenant, connection, goal, reader, writer, stranger, keyspace: connection.database },
    /** What a role may do with what is in the keyspace. */
    may: async (role: string) => {
      const rows = await askCassandra(major, `LIST ALL PERMISSIONS OF ${role}`);
      const on = new Map<string, string[]>();
      for (const row of rows) {
        // What it has from the roles that it was granted is listed, too.
        if (row.role !== role) continue;
        const resource = String(row.resource).replace(`${connection.database}.`, '');
        on.set(resource, [...(on.get(resource) ?? []), String(row.permission)].sort());
      }
      return Array.from(on, ([resource, permissions]) => `${resource} ${permissions.join(' ')}`).sort();
    },
    roles: async () => {
      const rows = await askCassandra(major, 'LIST ROLES');
      return rows.map((row) => String(row.role)).filter((name) => name.endsWith(own));
    },
    [Symbol.asyncDispose]: async () => {
      for (const role of [reader, writer, stranger]) await askCassandra(major, `DROP ROLE IF EXISTS ${role}`);
      await connection[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      rmSync(directory, { recursive: true });
    },
  };
}
