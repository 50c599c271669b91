import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { administer, withDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { mysql, openFleet, postgres } from './open-fleet.js';

const engines = [
  postgres('postgres-18'),
  postgres('postgres-13'),
  mysql('mysql-9', 'mysql'),
  mysql('mariadb-11', 'mariadb'),
];

describe.each([postgres('postgres-18'), postgres('postgres-13')])('$name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('what is granted to one tenant is given to no other, where a plan makes it again', async () => {
    const role = `fleet_${randomBytes(6).toString('hex')}`;
    await administer(url, ...['a', 'b'].map((id) => `CREATE ROLE ${role}_${id}`));
    try {
      await using fleet = await openFleet(engine, url, ['a', 'b'], (prefix) => ({ database: `${prefix}{tenant}` }));
      const at = (id: string) => withDatabase(url, `${fleet.prefix}${id}`);
      for (const id of ['a', 'b'])
        await administer(
          at(id),
          'CREATE TABLE t (id integer PRIMARY KEY, a integer)',
          'CREATE VIEW v AS SELECT a FROM t',
          `GRANT SELECT ON v TO ${role}_${id}`,
        );
      await fleet.desire(
        'CREATE TABLE t (id integer PRIMARY KEY, a integer); CREATE VIEW v AS SELECT a::text AS a FROM t;',
      );
      expect((await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all')).stdout).toContain('2 synced');
      for (const [id, other] of [
        ['a', 'b'],
        ['b', 'a'],
      ] as const) {
        const held = (who: string) => `has_table_privilege('${role}_${who}', 'v', 'SELECT')`;
        await administer(at(id), `DO $$ BEGIN ASSERT ${held(id)} AND NOT ${held(other)}; END $$`);
      }
    } finally {
      for (const id of ['a', 'b']) await administer(url, `DROP ROLE IF EXISTS ${role}_${id}`).catch(() => {});
    }
  });
});

describe.each(engines)('$name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('databases that a pattern meets are synced together, and go back one by one', async () => {
    await using fleet = await openFleet(engine, url, ['a', 'b', 'c'], (prefix) => ({
      database: `${prefix}{tenant}`,
      groups: { last: { tenants: ['c'] } },
    }));
    const listed = await fleet.run('tenants', 'list', '--format', 'json');
    expect(listed.stderr).toBe('');
    expect(JSON.parse(listed.stdout).tenants).toMatchObject([
      { tenant: 'a' },
      { tenant: 'b' },
      { tenant: 'c', group: 'last' },
    ]);
    expect((await fleet.run('sync', '--all-tenants', '--yes')).stdout).toContain('3 synced');
    expect((await fleet.run('validate', '--all-tenants')).code).toBe(0);
    await fleet.desire('CREATE TABLE t (id integer PRIMARY KEY, n integer);');
    const one = await fleet.run('sync', '--tenant', 'b', '--yes');
    expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining('1 synced') });
    const told = await fleet.run('validate', '--all-tenants');
    expect(told).toMatchObject({ code: 3, stdout: expect.stringContaining('2 tenants out of sync: a, c') });
    expect(told.stdout).toContain('1 tenant in sync with');
    expect(await fleet.run('down', 'last', '--tenant', 'b', '--yes', '--allow', 'all')).toMatchObject({ code: 0 });
    expect((await fleet.run('validate', '--all-tenants')).stdout).toContain('3 tenants out of sync: a, b, c');
  });

  live('a name is data, whatever it holds', async () => {
    const odd = [
      'with space',
      'quo"te',
      'tick`',
      "apo'strophe",
      'ünï',
      'semi;colon',
      'back\\slash',
      'per%25cent',
      'q?u#e',
    ];
    await using fleet = await openFleet(engine, url, odd, (prefix) => ({
      tenants: odd.map((name, i) => ({ id: `t${i}`, name: `${prefix}${name}` })),
      database: `${prefix}{tenant}`,
    }));
    expect((await fleet.run('sync', '--all-tenants', '--yes')).stdout).toContain(`${odd.length} synced`);
    expect((await fleet.run('validate', '--all-tenants')).stdout).toContain(`${odd.length} tenants in sync`);
  });

  live('a name that no tenant can have is refused, and nothing is changed for anybody', async () => {
    await using fleet = await openFleet(engine, url, ['a', 'b; DROP'], (prefix) => ({ database: `${prefix}*` }));
    const { code, stderr } = await fleet.run('sync', '--all-tenants', '--yes');
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('b; DROP" cannot be a tenant\'s id'),
    });
    expect((await fleet.run('validate', '--tenant', `${fleet.prefix}a`)).code).toBe(1);
  });

  live('a server that is not there stops none of the others', async () => {
    await using fleet = await openFleet(engine, url, ['a', 'b'], (prefix) => ({
      database: `${prefix}{tenant}`,
      tenants: ['a', 'b', { id: 'far', url: `${engine.scheme}://nobody@127.0.0.1:1/x` }],
    }));
    const { code, stdout } = await fleet.run('sync', '--all-tenants', '--yes');
    expect(stdout).toContain('2 synced');
    expect(stdout).toContain('1 tenant failed: far');
    expect(code).toBe(4);
  });
});
