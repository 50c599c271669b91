import { describe, expect, test } from 'vitest';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';

const before = 'CREATE TABLE people (id integer PRIMARY KEY, full_name varchar(40) NOT NULL)';
const goal = `CREATE TABLE people (
  id integer PRIMARY KEY,
  name varchar(40) NOT NULL -- @renamed from=full_name
);`;
const sync = (...more: readonly string[]) => ['sync', '--all-tenants', '--yes', '--allow', 'all', ...more];

// One of each place that a tenant may have: a file, a schema, a database.
const kinds = playedKinds.filter(({ name }) => /^files|^schemas|mysql/.test(name));

describe.each(kinds)('a fleet of $name in two phases', (kind) => {
  test.skipIf(!kind.isThere)(
    'lets clients of both shapes write to each tenant between them',
    { timeout: 180_000 },
    async () => {
      const ids = ['a', 'b', 'c'];
      await using tenants = await kind.openTenants(ids);
      for (const [i, id] of ids.entries()) {
        await at(tenants, id, before, `INSERT INTO people (id, full_name) VALUES (1, 'Of ${i}')`);
      }
      await tenants.desire(goal);
      expect((await tenants.run('validate', '--all-tenants')).stdout).toContain('--phase expand');
      expect(
        await tenants.run(...sync('--phase', 'contract')),
        'nothing goes before what comes is there',
      ).toMatchObject({
        code: 1,
      });
      const expanded = await tenants.run(...sync('--phase', 'expand'));
      expect(expanded, expanded.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('3 synced') });
      expect(await tenants.run('validate', '--all-tenants', '--phase', 'expand')).toMatchObject({ code: 0 });
      expect((await tenants.run('validate', '--all-tenants')).stdout).toContain('--phase contract');
      for (const id of ids) {
        await at(tenants, id, "INSERT INTO people (id, full_name) VALUES (2, 'Old')");
        await at(tenants, id, "INSERT INTO people (id, name) VALUES (3, 'New')");
        const [olds, news] = ['full_name', 'name'].map((name) => `SELECT ${name} AS v FROM people ORDER BY id`);
        expect(await at(tenants, id, news ?? '')).toEqual(await at(tenants, id, olds ?? ''));
      }
      // Nor does whoever takes the rest in one go lose what was declared.
      const refused = await tenants.run('sync', '--all-tenants', '--yes');
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('GATE_CLOSED') });
      expect(`${refused.stdout}${refused.stderr}`).not.toMatch(/is not renamed|was renamed/);
      const contracted = await tenants.run(...sync('--phase', 'contract'));
      expect(contracted, contracted.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('3 synced') });
      expect(contracted.stdout).toContain('(drops-column');
      // It was declared, and is what the phases came to.
      expect(`${contracted.stdout}${contracted.stderr}`).not.toMatch(/is not renamed|If it was renamed/);
      expect(await tenants.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
      for (const [i, id] of ids.entries()) {
        const names = await at(tenants, id, 'SELECT name FROM people ORDER BY id');
        expect(names).toEqual([{ name: `Of ${i}` }, { name: 'Old' }, { name: 'New' }]);
      }
    },
  );
});
