import { randomBytes } from 'node:crypto';
import driver from '@sync/driver-cassandra';
import cassandra from 'cassandra-driver';
import { describe, expect, test, vi } from 'vitest';
import { askCassandra, cassandraAbsence } from '../servers/fresh-cassandra-database.js';
import { realServer } from '../servers/real-server.js';
import { openFleetOf } from './open-fleet.js';

const absence = cassandraAbsence(5);

describe.skipIf(absence !== undefined)(
  `keyspaces as tenants${absence === undefined ? '' : `: absent: ${absence}`}`,
  () => {
    test('are found by a pattern, brought to one state, and kept apart', async () => {
      await using place = await open(['a', 'B'], ['stranger']);
      await using fleet = await openFleetOf({ url: place.url, keyspace: `${place.prefix}*` });
      await fleet.desire('CREATE TABLE t (id int PRIMARY KEY, name text);');
      const synced = await fleet.run('sync', '--all-tenants', '--yes');
      expect(synced.stdout + synced.stderr).toContain('2 synced');
      expect(await place.tablesOf('stranger')).toEqual([]);
      expect(await place.tablesOf('B')).toContain('t');

      await askCassandra(5, `ALTER TABLE "${place.prefix}B".t ADD more int`);
      const told = await fleet.run('validate', '--all-tenants');
      expect(told.code).not.toBe(0);
      expect(told.stdout).toContain(`1 tenant out of sync: ${place.prefix}B`);
      expect(told.stdout).toContain('1 tenant in sync');
    });

    test('tell whether they are as they were, in as many queries for many as for one', async () => {
      const names = ['a', 'b', 'C', 'd', 'e'];
      await using place = await open(names);
      const [first = ''] = names;
      await place.ask(first, 'CREATE TABLE t (id int PRIMARY KEY, n int)');
      await place.ask(
        first,
        'CREATE FUNCTION f(a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$ return a; $$',
      );
      const one = await place.fingerprints(`${place.prefix}a`);
      const before = await place.fingerprints();
      expect([...before.own.keys()].sort()).toEqual(names.map((name) => `${place.prefix}${name}`).sort());
      expect(before.asked).toBe(one.asked);
      expect(before.own.get(`${place.prefix}a`)).toBe(one.own.get(`${place.prefix}a`));

      const seen = new Set([before.own.get(`${place.prefix}a`)]);
      for (const text of [
        'ALTER TABLE t ADD name text',
        'ALTER TABLE t DROP name',
        "ALTER TABLE t WITH comment = 'more'",
        'CREATE INDEX i ON t (n)',
        'CREATE TYPE place (street text)',
        'CREATE OR REPLACE FUNCTION f(a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$ return a + 1; $$',
        `GRANT SELECT ON t TO ${place.role}`,
      ]) {
        await place.ask(first, text);
        const after = await place.fingerprints();
        expect(seen.has(after.own.get(`${place.prefix}a`)), text).toBe(false);
        seen.add(after.own.get(`${place.prefix}a`));
        const others = (all: ReadonlyMap<string, string>) => [...all].filter(([name]) => name !== `${place.prefix}a`);
        expect(others(after.own)).toEqual(others(before.own));
      }
    });

    test('are none of the server, and none of scratch', async () => {
      await using place = await open([]);
      const names = [];
      for await (const name of driver.tenancy?.keyspace?.list(place.site, '*', {}) ?? []) names.push(name);
      expect(names.filter((name) => /^(system|schema_sync_scratch_)/.test(name))).toEqual([]);
      for (const name of ['system', 'system_auth', 'schema_sync_scratch_x', 'a.b', '', 'x'.repeat(49)])
        expect(() => driver.tenancy?.keyspace?.at(place.site, name), name).toThrow(
          expect.objectContaining({ code: 'TENANT_INVALID' }),
        );
    });
  },
);

async function open(names: readonly string[], others: readonly string[] = []) {
  const server = realServer('cassandra-5');
  if ('absent' in server) throw new Error(server.absent);
  const { url } = server;
  const prefix = `fleet_${randomBytes(6).toString('hex')}_`;
  const role = `${prefix}reader`;
  const all = [...names.map((name) => `${prefix}${name}`), ...others.map((name) => `${name}_of_${prefix}`)];
  const site = { url, directory: import.meta.dirname };
  await askCassandra(5, `CREATE ROLE ${role}`);
  for (const name of all)
    await askCassandra(
      5,
      `CREATE KEYSPACE "${name}" WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1} AND durable_writes = false`,
    );
  const keyspaceOf = (name: string) =>
    all.find((each) => each === `${prefix}${name}` || each.startsWith(`${name}_of_`)) ?? '';
  return {
    ...{ url, prefix, role, site },
    ask: (name: string, text: string) =>
      askCassandra(
        5,
        text.replace(
          /\b(TABLE|ON|TYPE|FUNCTION) (t|f|place)\b/,
          (_, word: string, what: string) => `${word} "${keyspaceOf(name)}".${what}`,
        ),
      ),
    tablesOf: async (name: string) => {
      const rows = await askCassandra(
        5,
        `SELECT table_name FROM system_schema.tables WHERE keyspace_name = '${keyspaceOf(name)}'`,
      );
      return rows.map((row) => String(row.table_name));
    },
    /** With how many queries were sent for it; asked again where somebody else changed the schema meanwhile, which takes a second look. */
    fingerprints: async (pattern = `${prefix}*`) => {
      for (;;) {
        const spy = vi.spyOn(cassandra.Client.prototype, 'execute');
        const version = await schemaVersion();
        try {
          const found = await driver.tenancy?.keyspace?.fingerprints?.(site, pattern, {});
          const asked = spy.mock.calls.length;
          if (found && (await schemaVersion()) === version) return { ...found, asked };
        } finally {
          spy.mockRestore();
        }
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const name of all) await askCassandra(5, `DROP KEYSPACE IF EXISTS "${name}"`);
      await askCassandra(5, `DROP ROLE IF EXISTS ${role}`);
    },
  };
}

async function schemaVersion(): Promise<string> {
  const [row] = await askCassandra(5, 'SELECT schema_version FROM system.local');
  return String(row?.schema_version);
}
