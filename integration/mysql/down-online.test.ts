import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const before = 'CREATE TABLE t (id int PRIMARY KEY, n int, old varchar(9));';
const after = 'CREATE TABLE t (id int PRIMARY KEY, n bigint,\n-- @renamed from=old\n name varchar(9));';
const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

// How a way back is found is the same for each engine: one server of the family shows it.
describe.each(family.filter(({ url }) => url !== '').slice(0, 1))(
  'the way back on $name',
  ({ url, scheme, driver }) => {
    const run = (place: Place, ...args: readonly string[]) =>
      schemaSync([...args, '--url', place.tenant.target.url], { cwd: dirname(place.goal), env });

    test('is planned anew, online, where --online says so', { timeout: 240_000 }, async () => {
      await using place = await openPlace({
        url,
        scheme,
        driver,
        start: `${before} INSERT INTO t VALUES (1, 2, 'x')`,
        goal: after,
      });
      const root = async () => (await place.engine.inspect(place.tenant)).catalogue.root;
      const was = await root();
      const { plan, report } = await place.sync({ online: 'never' });
      expect(JSON.stringify(plan?.down)).toContain('copies-table');
      const back = await place.engine.planOf(place.tenant, report?.run ?? '', { online: 'always' });
      expect(JSON.stringify(back.down)).toContain('copies-online');
      expect(JSON.stringify(back.down)).not.toContain('copies-table');
      expect(back.proof).toMatchObject({ up: true });
      const taken = await run(place, 'down', 'last', '--online', '--yes', '--allow', 'all');
      expect(taken, taken.stderr).toMatchObject({ code: 0 });
      expect(taken.stdout).toMatch(
        /-- CREATE PROCEDURE … fills the copy of t in rounds of 1,000 rows \(\d+ lines: whole with --verbose\)/,
      );
      expect(taken.stdout).not.toContain('DECLARE EXIT HANDLER');
      expect(taken.stderr).toContain('this is a new plan, to the state before run');
      expect(await root()).toBe(was);
      expect(await place.query('SELECT * FROM t')).toEqual([{ id: 1, n: 2, old: 'x' }]);
      const [newest] = await place.engine.history(place.tenant);
      expect(newest).toMatchObject({ takesBack: report?.run, outcome: 'done' });
    });
  },
);
