import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const table = 'CREATE TABLE t (id int PRIMARY KEY, n tinyint);';
const bodies = (value: number) => [
  `CREATE PROCEDURE p() INSERT INTO t VALUES (${value}, 1);`,
  `CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN ${value};`,
  `CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = ${value};`,
  `CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM t WHERE id = ${value};`,
];

const modes = `
SELECT sql_mode AS mode, collation_connection AS texts FROM information_schema.routines WHERE routine_schema = DATABASE()
UNION SELECT sql_mode, collation_connection FROM information_schema.triggers WHERE trigger_schema = DATABASE()
UNION SELECT sql_mode, collation_connection FROM information_schema.events WHERE event_schema = DATABASE()`;

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  const session = "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci, sql_mode = 'NO_UNSIGNED_SUBTRACTION,ANSI_QUOTES';";

  live('what has a body keeps the mode and the collation that it was made in where it is made anew', async () => {
    const start = `${table} ${session} ${bodies(1).join(' ')}`;
    await using place = await openPlace({ url, scheme, driver, start, goal: [table, ...bodies(2)].join('\n') });
    const { plan, report } = await place.sync();
    const kept = [{ mode: 'NO_UNSIGNED_SUBTRACTION', texts: 'utf8mb4_unicode_ci' }];
    expect(await place.query(modes)).toEqual(kept);
    expect(plan?.up.flatMap(({ steps }) => steps).length).toBeGreaterThanOrEqual(4);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    const [first] = kept;
    expect(await place.query(modes)).toEqual([{ ...first, mode: expect.stringMatching(/ANSI_QUOTES/) }]);
  });

  live('and is made in the mode that a file says, as dumps do', async () => {
    const said = (text: string) =>
      `/*!50003 SET @saved = @@sql_mode */; /*!50003 SET sql_mode = 'NO_ZERO_DATE' */;\n${text}\n/*!50003 SET sql_mode = @saved */;`;
    const goal = [table, ...bodies(2).map(said)].join('\n');
    await using place = await openPlace({ url, scheme, driver, start: `${table} ${bodies(1).join(' ')}`, goal });
    await place.sync();
    expect(await place.query(modes)).toEqual([{ mode: 'NO_ZERO_DATE', texts: 'utf8mb4_unicode_ci' }]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  live('an event that is given another name or a comment alone keeps the mode that it was made in', async () => {
    const [, , , event = ''] = bodies(1);
    const start = `${table} ${session} ${event}`;
    const goal = `${table}\n-- @renamed from=e\n${event.replace('EVENT e', 'EVENT x')}`;
    await using place = await openPlace({ url, scheme, driver, start, goal });
    await place.sync();
    const kept = [{ mode: expect.stringMatching(/NO_UNSIGNED_SUBTRACTION/), texts: 'utf8mb4_unicode_ci' }];
    expect(await place.query(modes)).toEqual(kept);
    await place.desire(`${table}\n${event.replace('EVENT e', 'EVENT x').replace('DISABLE', "DISABLE COMMENT 'c'")}`);
    await place.sync();
    expect(await place.query(modes)).toEqual(kept);
  });
});
