import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { administer, withDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { openFiles } from './kinds/files.js';
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

describe.each([postgres('postgres-18'), mysql('mariadb-11', 'mariadb')])('a control store of $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('that is no database yet is named as that, before any tenant is touched', async () => {
    const { host, username } = new URL(url);
    const runs = { url: `${engine.scheme}://${username}@${host}/fleet_${randomBytes(6).toString('hex')}_runs` };
    await using fleet = await openFleet(engine, url, ['a'], (p) => ({ database: `${p}{tenant}` }), { runs });
    const { code, stdout, stderr } = await fleet.run('sync', '--all-tenants', '--yes', '--create');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Runs of fleets are noted there') });
    expect(stderr).not.toContain('--create');
    // It is asked before the fleet is compared, of which a plan would be shown.
    expect(stdout).toBe('');
    expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 3 });
  });
});

describe('a control store whose server is away', () => {
  test('is told before any tenant is read, and is not needed to look', async () => {
    const runs = { url: 'postgres://postgres@127.0.0.1:1/runs' };
    await using fleet = await openFiles(['a'], { config: { runs } });
    const asked = await fleet.run('sync', '--all-tenants', '--yes');
    expect(asked).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('CONNECTION_FAILED') });
    expect(asked.stderr).not.toContain('--create');
    // To put back what was changed is a run as well.
    expect(await fleet.run('drift', '--all-tenants', '--revert', '--yes')).toMatchObject({ ...asked, stdout: '' });
    const shown = await fleet.run('sync', '--all-tenants', '--dry-run');
    expect(shown.stdout).toContain('1 tenant');
  });
});

describe.each([postgres('postgres-18'), postgres('postgres-13')])('a state of $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const table = 'CREATE TABLE t (id integer PRIMARY KEY, a integer)';

  live('has two plans where a table is large for some of its tenants', async () => {
    const defaults = { online: { fromRows: 1000 } };
    await using fleet = await openFleet(engine, url, ['a', 'b', 'c'], (p) => ({ database: `${p}{tenant}` }), {
      defaults,
    });
    const at = (id: string) => withDatabase(url, `${fleet.prefix}${id}`);
    for (const id of ['a', 'b', 'c']) await administer(at(id), table);
    await administer(at('b'), 'INSERT INTO t SELECT g FROM generate_series(1, 5000) g', 'ANALYZE t');
    await fleet.desire(`${table}; CREATE INDEX i ON t (a);`);
    const shown = JSON.parse((await fleet.run('sync', '--all-tenants', '--dry-run', '--format', 'json')).stdout);
    const told = shown.classes.map(
      (each: { readonly tenants: readonly string[]; readonly plan: { readonly online?: object } }) => [
        each.tenants,
        each.plan.online !== undefined,
      ],
    );
    expect(told).toEqual([
      [['a', 'c'], false],
      [['b'], true],
    ]);
    expect((await fleet.run('validate', '--all-tenants')).stdout).toContain('3 tenants, 1 state');
    expect((await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all')).stdout).toContain('3 synced');
  });

  live('is refused for those alone of its tenants where the role may not', async () => {
    const role = `fleet_${randomBytes(6).toString('hex')}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
    const host = new URL(url).host;
    try {
      await using fleet = await openFleet(engine, url, ['a', 'b', 'c'], (prefix) => ({
        url: `postgres://${role}@${host}`,
        database: `${prefix}{tenant}`,
      }));
      const at = (id: string) => withDatabase(url, `${fleet.prefix}${id}`);
      for (const id of ['a', 'b', 'c'])
        await administer(
          at(id),
          table,
          `ALTER TABLE t OWNER TO ${role}`,
          'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
          ...(id === 'b' ? [] : [`GRANT CREATE ON SCHEMA public TO ${role}`]),
        );
      await fleet.desire(`${table.replace(')', ', n integer)')};`);
      const shown = await fleet.run('sync', '--all-tenants', '--dry-run');
      expect(shown.stdout).toContain('1 tenant failed: b');
      expect(shown.stdout).toContain('PERMISSION_DENIED');
      const synced = await fleet.run('sync', '--all-tenants', '--yes');
      expect(synced).toMatchObject({ code: 4, stdout: expect.stringContaining('2 synced · 1 failed') });
    } finally {
      await administer(url, `DROP ROLE IF EXISTS ${role}`).catch(() => {});
    }
  });

  live('is waited for as long as was said where somebody has a table to himself', async () => {
    const state = `${table}; CREATE VIEW v AS SELECT a FROM t;`;
    await using fleet = await openFleet(engine, url, ['a', 'b'], (prefix) => ({ database: `${prefix}{tenant}` }));
    const at = (id: string) => withDatabase(url, `${fleet.prefix}${id}`);
    for (const id of ['a', 'b']) await administer(at(id), state);
    await fleet.desire(state);
    const held = administer(at('a'), 'BEGIN', 'LOCK TABLE t, v', 'SELECT pg_sleep(20)').catch(() => {});
    const found = await fleet.run('validate', '--all-tenants', '--lock-wait', '0.5');
    expect(found).toMatchObject({ code: 4, stdout: expect.stringContaining('1 tenant failed: a') });
    expect(found.stdout).toContain('LOCK_TIMEOUT');
    expect(found.stdout).toContain('1 tenant in sync');
    const ended =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    await administer(at('a'), ended);
    await held;
    expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
  });

  live('is told with the reference by which its server came', async () => {
    await using fleet = await openFleet(engine, url, ['a'], (prefix) => ({
      url: 'env:FLEET',
      database: `${prefix}{tenant}`,
    }));
    const { host, username } = new URL(url);
    const env = { FLEET: `postgres://${username}@${host}` };
    const { stdout } = await fleet.runWith({ env }, 'tenants', 'list');
    expect(stdout).toContain(`env:FLEET/${fleet.prefix}a`);
    expect(stdout).not.toMatch(new RegExp(`@|${host}`));
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

  live('a new tenant is made on the server of the others', async () => {
    await using fleet = await openFleet(engine, url, ['a', 'b'], (prefix) => ({ database: `${prefix}{tenant}` }));
    await engine.administer(url, `DROP DATABASE ${engine.quote(`${fleet.prefix}b`)}`);
    expect(await fleet.run('tenants', 'add', 'b', '--yes')).toMatchObject({ code: 0 });
    expect((await fleet.run('validate', '--tenant', 'b')).code).toBe(0);
    expect((await fleet.run('validate', '--tenant', 'a')).code).toBe(3);
    expect((await fleet.run('tenants', 'add', 'b', '--yes')).stderr).toContain('is there already');
    const drop = ['tenants', 'drop', 'b', '--yes'];
    expect((await fleet.run(...drop)).stderr).toContain('GATE_CLOSED');
    expect(await fleet.run(...drop, '--allow', 'data-loss')).toMatchObject({ code: 0 });
    const listed = await fleet.run('tenants', 'list', '--format', 'json');
    expect(JSON.parse(listed.stdout).tenants).toMatchObject([{ tenant: 'a' }]);
  });

  live('one database by two names, or as two roles, is no two tenants', async () => {
    const port = new URL(url).port;
    const { scheme } = engine;
    for (const [one, other] of [
      ['me@127.0.0.1', 'me@LocalHost'],
      ['me@localhost', 'you@localhost'],
    ]) {
      const tenants = [one, other].map((at, i) => ({ id: `t${i}`, url: `${scheme}://${at}:${port}/x` }));
      await using fleet = await openFleet(engine, url, [], () => ({ tenants }));
      const { code, stderr } = await fleet.run('tenants', 'list');
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('the tenants t0 and t1 are both'),
      });
    }
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
