import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const start = `
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE TABLE other (id int PRIMARY KEY);
CREATE FUNCTION f () RETURNS int DETERMINISTIC RETURN 1;
INSERT INTO t VALUES (1, 2, 3);`;
const views = `
CREATE VIEW of_column AS SELECT x.a FROM t AS x;
CREATE VIEW of_table AS SELECT id FROM other;
CREATE VIEW of_function AS SELECT f() AS n, d.k FROM (SELECT 1 AS k) AS d;
CREATE VIEW above AS SELECT v.a FROM of_column AS v JOIN t ON t.id = v.a;
CREATE VIEW holds AS SELECT x.id, (SELECT max(y.b) FROM t AS y) AS most FROM t AS x;`;
const broken = 'ALTER TABLE t DROP COLUMN a; DROP TABLE other; DROP FUNCTION f;';

/** Where the drivers of these tests are. */
const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

const names = async (place: Place) =>
  place.query('SELECT table_name AS name FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY 1');

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('stand in the way of no plan, and are made anew where they are wanted', async () => {
    const goal =
      'CREATE TABLE t (id int PRIMARY KEY, b int, a bigint);' +
      views
        .split('\n')
        .filter((line) => !/of_(table|function)/.test(line))
        .join('\n');
    await using place = await openPlace({ url, scheme, driver, start: start + views + broken, goal });
    const { catalogue, unmanaged } = await place.engine.inspect(place.tenant);
    expect([...catalogue].map(({ address }) => address).sort()).toEqual(['table:t', 'view:holds']);
    expect(
      unmanaged
        .filter(({ kind }) => kind === 'view')
        .map(({ name, reason }) => `${name}: ${reason}`)
        .sort(),
    ).toEqual([
      'above: nobody can read it: x.a, which it names, is not there',
      'of_column: nobody can read it: x.a, which it names, is not there',
      'of_function: nobody can read it: f(), which it names, is not there',
      'of_table: nobody can read it: other, which it names, is not there',
    ]);
    await place.sync({ online: 'never' });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect((await place.engine.plan(place.tenant, place.goal, {})).up).toEqual([]);
    expect(await names(place)).toEqual([{ name: 'above' }, { name: 'holds' }, { name: 'of_column' }]);
    expect(await place.query('SELECT * FROM t')).toEqual([{ id: 1, b: 3, a: null }]);
    const [run] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
    expect(await names(place)).toEqual([{ name: 'holds' }]);
  });

  live('in a desired state are no reason to drop those that hold, and their places are free', async () => {
    const sound = `${start}${views}
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;`;
    await using source = await openPlace({ url, scheme, driver, start: sound + broken, goal: sound });
    await using target = await openPlace({ url, scheme, driver, start: sound, goal: sound });
    const { engine } = target;
    const [read, there] = await Promise.all(
      [source, target].map(({ tenant }) => engine.compile(tenant.target.url, { near: target.tenant })),
    );
    if (!read || !there) throw new Error('both were read');
    const refused = await engine.validate(target.tenant, read).catch((error) => error);
    expect(refused).toMatchObject({ code: 'PLAN_IMPOSSIBLE' });
    expect(refused.message.split('\n  ').map((line: string) => line.replace(/ in \S+ /, ' '))).toEqual([
      'trigger g is there and cannot be compared: no statement that fires it goes through: NEW.a, which it names, is not there',
      'view above is there and cannot be compared: nobody can read it: x.a, which it names, is not there',
      'view of_column is there and cannot be compared: nobody can read it: x.a, which it names, is not there',
      'view of_function is there and cannot be compared: nobody can read it: f(), which it names, is not there',
      'view of_table is there and cannot be compared: nobody can read it: other, which it names, is not there',
    ]);
    for (const format of ['sql', 'yaml']) {
      const { stdout, stderr } = await schemaSync(['inspect', source.tenant.target.url, '--format', format], {
        cwd: tmpdir(),
        env,
      });
      expect(stdout).not.toContain('of_table');
      expect(stderr).toContain('view of_table: nobody can read it: other, which it names, is not there');
    }
    // The other way round they make way for those that hold.
    const made = engine.compare(read, there).changes.filter(({ verb }) => verb === 'create');
    expect(made.map(({ address }) => address).sort()).toEqual([
      'function:f',
      'table:other',
      'trigger:g',
      ...['above', 'of_column', 'of_function', 'of_table'].map((name) => `view:${name}`),
    ]);
  });

  live('are not those whose definer is gone', async () => {
    const user = `gone_${randomBytes(6).toString('hex')}`;
    const goal = `${start
      .split('\n')
      .filter((line) => !line.startsWith('INSERT'))
      .join('\n')}
CREATE VIEW v AS SELECT DISTINCT x.a AS one, (SELECT max(y.b) AS inside FROM t AS y) AS two FROM t AS x;`;
    await using place = await openPlace({ url, scheme, driver, start, goal });
    await administerMysql(url, `CREATE USER '${user}'@'%'`);
    await place.query(goal.slice(goal.indexOf('CREATE VIEW')).replace('VIEW', `DEFINER='${user}'@'%' VIEW`));
    await administerMysql(url, `DROP USER '${user}'@'%'`);
    expect((await place.engine.validate(place.tenant, place.goal)).difference.changes).toEqual([]);
  });

  live('come between the steps of a plan that stops, which goes back and on from there', async () => {
    const before = 'CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE VIEW v AS SELECT a FROM t;';
    const goal = `CREATE TABLE t (id int PRIMARY KEY,
-- @renamed from=a
z int, b int); CREATE TABLE u (id int NOT NULL PRIMARY KEY, n int NOT NULL); CREATE VIEW v AS SELECT z FROM t;`;
    const rows =
      'CREATE TABLE u (id int PRIMARY KEY, n int); INSERT INTO u VALUES (1, NULL); INSERT INTO t VALUES (1, 2, 3);';
    await using place = await openPlace({ url, scheme, driver, start: before + rows, goal });
    await expect(place.sync({ online: 'never' })).rejects.toMatchObject({ code: 'PARTIAL' });
    const [stopped] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, stopped?.run ?? '', { allow: 'all' });
    expect(await place.query('SELECT a FROM v')).toEqual([{ a: 2 }]);
    await expect(place.sync({ online: 'never' })).rejects.toMatchObject({ code: 'PARTIAL' });
    await place.query('UPDATE u SET n = 0');
    await place.sync({ online: 'never' });
    expect(await place.query('SELECT z FROM v')).toEqual([{ z: 2 }]);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  });
});
