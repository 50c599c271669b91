import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { type Engine, mysql, openFleet, postgres } from './open-fleet.js';

const engines: readonly Engine[] = [
  postgres('postgres-18'),
  postgres('postgres-13'),
  mysql('mysql-9', 'mysql'),
  mysql('mariadb-11', 'mariadb'),
  mysql('mariadb-10', 'mariadb'),
];

function within(engine: Engine, url: string, database: string, statements: readonly string[]): Promise<unknown> {
  if (engine.scheme === 'postgres') return engine.administer(withDatabase(url, database), ...statements);
  return engine.administer(url, `USE ${engine.quote(database)}`, ...statements);
}

/** Gives a view to another role, where objects have owners and are otherwise the same. */
async function otherOwner({ scheme, administer }: Engine, url: string, send: (statement: string) => Promise<unknown>) {
  if (scheme !== 'postgres') return { name: undefined, [Symbol.asyncDispose]: async () => {} };
  const name = `fleet_${randomBytes(6).toString('hex')}`;
  await administer(url, `CREATE ROLE ${name} SUPERUSER`);
  await send(`ALTER VIEW w OWNER TO ${name}`);
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await send(`DROP OWNED BY ${name}`);
      await administer(url, `DROP ROLE ${name}`);
    },
  };
}

const desired = `CREATE TABLE t (id integer PRIMARY KEY, note varchar(20) NOT NULL DEFAULT '');
CREATE VIEW v AS SELECT id FROM t;`;

describe.each(engines)('drift on $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is told by property and by whom, adopted by one tenant, and put back at another, with its rows', async () => {
    await using fleet = await openFleet(engine, url, ['a', 'b', 'c'], (prefix) => ({ database: `${prefix}{tenant}` }));
    const at = (id: string, ...statements: readonly string[]) => within(engine, url, fleet.prefix + id, statements);
    const drift = async (...argv: readonly string[]) => {
      const { stdout, stderr, code } = await fleet.run('drift', ...argv, '--format', 'json');
      expect(stdout, stderr).not.toBe('');
      return { code, found: JSON.parse(stdout) };
    };
    await fleet.desire(desired);
    expect((await fleet.run('sync', '--all-tenants', '--yes')).stdout).toContain('3 synced');
    expect(await drift('--all-tenants')).toMatchObject({ code: 0, found: { drifted: false, classes: [{}] } });
    for (const id of ['a', 'b'])
      await at(
        id,
        "INSERT INTO t VALUES (1, 'kept')",
        'ALTER TABLE t ADD COLUMN phone varchar(9)',
        'CREATE VIEW w AS SELECT note FROM t',
        'DROP VIEW v',
      );
    await using other = await otherOwner(engine, url, (statement) => at('b', statement));
    const { code, found } = await drift('--all-tenants');
    expect(code).toBe(3);
    expect(found.classes).toMatchObject([
      {
        tenants: ['a', 'b'],
        removed: [expect.stringMatching(/^view:/)],
        added: [expect.stringMatching(/^view:/)],
        changed: [expect.stringMatching(/^table:/)],
        changes: expect.arrayContaining([
          expect.objectContaining({
            verb: 'alter',
            deltas: [expect.objectContaining({ type: 'add-column', path: ['columns', 'phone'] })],
          }),
        ]),
      },
      { tenants: ['c'], drifted: false },
    ]);
    const [added] = found.classes[0].added;
    expect(found.classes[0].traces[added]).toMatchObject({ by: expect.stringContaining(new URL(url).username) });
    // Who changed it is each tenant's own, whatever they have in common.
    const [ofA, ofB] = found.classes[0].each;
    expect([ofA.tenant, ofB.tenant]).toEqual(['a', 'b']);
    expect(ofA.traces).toEqual(found.classes[0].traces);
    if (other.name !== undefined) {
      expect(ofB.traces[added]).toMatchObject({ by: other.name });
      const told = await fleet.run('drift', '--all-tenants');
      expect(told.stdout).toMatch(/By whom \(a\)[\s\S]*By whom \(b\)/);
    }
    expect(await drift('--tenant', 'a', '--adopt', '--yes')).toMatchObject({ code: 0, found: { adopted: 1 } });
    const gated = await fleet.run('drift', '--tenant', 'b', '--revert', '--yes');
    expect(gated.code).toBe(1);
    const back = await fleet.run('drift', '--all-tenants', '--revert', '--yes', '--allow', 'all');
    expect(back.code, back.stderr).toBe(0);
    expect(await drift('--all-tenants')).toMatchObject({ code: 0, found: { drifted: false } });
    expect((await fleet.run('validate', '--tenant', 'b')).code).toBe(0);
    expect((await fleet.run('validate', '--tenant', 'a')).code).toBe(3);
    // The row is there still: its key is taken.
    await expect(at('b', "INSERT INTO t VALUES (1, 'again')")).rejects.toThrow(/duplicate/i);
  });

  live('is nothing for a database that was noted as it was found', async () => {
    await using fleet = await openFleet(engine, url, ['a'], (prefix) => ({ database: `${prefix}{tenant}` }));
    const at = (...statements: readonly string[]) => within(engine, url, `${fleet.prefix}a`, statements);
    await at('CREATE TABLE t (id integer PRIMARY KEY)');
    expect(await fleet.run('baseline', '--tenant', 'a')).toMatchObject({ code: 0 });
    expect((await fleet.run('drift', '--tenant', 'a')).code).toBe(0);
    await at('ALTER TABLE t ADD COLUMN b integer');
    expect((await fleet.run('drift', '--tenant', 'a')).code).toBe(3);
  });
});
