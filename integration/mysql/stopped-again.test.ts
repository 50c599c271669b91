import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

const start = `
CREATE TABLE first (id int PRIMARY KEY, v int);
CREATE TABLE second (id int PRIMARY KEY, state enum('a', 'b') NOT NULL);
CREATE TABLE third (id int PRIMARY KEY, state enum('a', 'b') NOT NULL);
INSERT INTO first VALUES (1, 1);
INSERT INTO second VALUES (1, 'b');
INSERT INTO third VALUES (1, 'b');
`;
const goal = `
CREATE TABLE first (id int PRIMARY KEY, v bigint);
CREATE TABLE second (id int PRIMARY KEY, state enum('a') NOT NULL);
CREATE TABLE third (id int PRIMARY KEY, state enum('a') NOT NULL);
`;
const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const yes = ['--yes', '--allow', 'all'] as const;

describe.each(family)('$name: a run that was stopped, and the one that went on with it', ({ url, scheme, driver }) => {
  const live = url === '' ? test.skip : test;
  const rootOf = async ({ engine, tenant }: Place) => (await engine.inspect(tenant)).catalogue.root;
  const run = (place: Place, ...args: readonly string[]) =>
    schemaSync([...args, '--url', place.tenant.target.url], { cwd: dirname(place.goal), env });
  const stopped = async (place: Place) => {
    const { code } = await run(place, 'sync', '--to', place.goal, ...yes);
    expect(code).not.toBe(0);
    const [newest] = await place.engine.history(place.tenant);
    return newest?.run.slice(0, 8) ?? '';
  };

  live('is taken back where nothing came of going on', { timeout: 120_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const root = await rootOf(place);
    const first = await stopped(place);
    expect(await rootOf(place)).not.toBe(root);
    await stopped(place);
    await stopped(place);
    const back = await run(place, 'down', 'last', ...yes);
    expect(back, back.stderr).toMatchObject({ code: 0 });
    expect(back.stderr).toContain(`run ${first} did not come to its end`);
    expect(await rootOf(place)).toBe(root);
    expect(await place.query('SELECT * FROM first')).toEqual([{ id: 1, v: 1 }]);
  });

  live('leaves whose rights something runs with to the one that makes it again', { timeout: 120_000 }, async () => {
    const user = `owner_${randomBytes(6).toString('hex')}`;
    await administerMysql(url, `CREATE USER '${user}'@'%'`);
    const more = (text: string) => `
CREATE PROCEDURE p() SELECT ${text};
CREATE TRIGGER g BEFORE INSERT ON second FOR EACH ROW SET NEW.id = ${text};
`;
    try {
      const owned = more('1').replaceAll('CREATE ', `CREATE DEFINER='${user}'@'%' `);
      const renamed = goal.replace('id int PRIMARY KEY, state', 'id int PRIMARY KEY,\n-- @renamed from=state\nmood');
      await using place = await openPlace({ url, scheme, driver, start: start + owned, goal: renamed + more('2') });
      await place.query(`GRANT TRIGGER, EXECUTE ON * TO '${user}'@'%'; UPDATE third SET state = 'a'`);
      await stopped(place);
      expect(await place.query('SHOW TRIGGERS')).toHaveLength(scheme === 'mysql' ? 0 : 1);
      await place.query("UPDATE second SET state = 'a'");
      expect((await run(place, 'sync', '--to', place.goal, ...yes)).code).toBe(0);
      const definers = await place.query(
        `SELECT definer AS d, action_statement AS body FROM information_schema.triggers WHERE trigger_schema = DATABASE()
        UNION ALL SELECT definer, routine_definition FROM information_schema.routines WHERE routine_schema = DATABASE()`,
      );
      expect(definers).toEqual([
        { d: `${user}@%`, body: 'SET NEW.id = 2' },
        { d: `${user}@%`, body: 'SELECT 2' },
      ]);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  live('is taken back once what came of going on is', { timeout: 120_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const root = await rootOf(place);
    const first = await stopped(place);
    await place.query("UPDATE second SET state = 'a'");
    const second = await stopped(place);
    const refused = await run(place, 'down', first, ...yes);
    expect(refused, refused.stderr).toMatchObject({ code: 3 });
    expect(refused.stderr).toContain(
      `Run ${second} came after it and was stopped on its way: take that back first, with schema-sync down ${second}.`,
    );
    for (const taken of [second, first]) {
      const back = await run(place, 'down', 'last', ...yes);
      expect(back, back.stderr).toMatchObject({ code: 0 });
      expect(back.stderr).toContain(`run ${taken} did not come to its end`);
    }
    expect(await rootOf(place)).toBe(root);
    expect((await run(place, 'down', 'last', ...yes)).stderr).toContain('every run was taken back already');
  });
});
