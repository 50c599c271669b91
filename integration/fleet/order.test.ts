import { describe, expect, test } from 'vitest';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';

const before = 'CREATE TABLE t (id integer PRIMARY KEY, body varchar(1000))';
const desired = "CREATE TABLE t (id integer PRIMARY KEY, body varchar(1000), note varchar(20) NOT NULL DEFAULT '');";
const text = "'".concat('x'.repeat(900), "'");
const looks = { sqlite: undefined, postgres: 'ANALYZE t', mysql: 'ANALYZE TABLE t', mariadb: 'ANALYZE TABLE t' };

/** A tenant for each size; in the order of their names they are not. */
const rowsOf = { a: 2000, b: 0, c: 500 };

describe.each(playedKinds)('tenants of $name', (kind) => {
  const live = kind.isThere ? test : test.skip;

  live('are begun in the order of their size', { timeout: 120_000 }, async () => {
    await using tenants = await kind.openTenants(Object.keys(rowsOf));
    for (const [id, count] of Object.entries(rowsOf)) {
      await at(tenants, id, before);
      for (let first = 0; first < count; first += 500) {
        const rows = Array.from({ length: 500 }, (_, i) => `(${first + i}, ${text})`);
        await at(tenants, id, `INSERT INTO t VALUES ${rows.join(', ')}`);
      }
      const look = looks[kind.scheme];
      if (look) await at(tenants, id, look);
    }
    await tenants.desire(desired);
    const sync = ['sync', '--all-tenants', '--yes', '--allow', 'all', '--order'];
    expect(await tenants.run(...sync, 'smallest-first')).toMatchObject({ code: 0 });
    const inTurn = async () => {
      const { tenants: all } = JSON.parse((await tenants.run('runs', 'show', '--format', 'json')).stdout) as Shown;
      return all.map(({ tenant }) => tenant).join('');
    };
    expect(await inTurn()).toBe('bca');
    await tenants.desire(desired.replace('note', 'other'));
    expect(await tenants.run(...sync, 'largest-first')).toMatchObject({ code: 0 });
    expect(await inTurn()).toBe('acb');
    for (const [id, count] of Object.entries(rowsOf)) {
      const [row] = (await at(tenants, id, 'SELECT count(*) AS n FROM t')) as readonly { readonly n: unknown }[];
      expect(Number(row?.n), id).toBe(count);
    }
  });
});

interface Shown {
  readonly tenants: readonly { readonly tenant: string }[];
}
