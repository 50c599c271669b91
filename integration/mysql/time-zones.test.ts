import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { family } from './servers.js';

/** Events as a dump has them: each is in the time zone of the session that it was made in. */
const dumped = `
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
CREATE TABLE t (id int PRIMARY KEY);
DELIMITER ;;
/*!50003 SET @saved_time_zone = @@time_zone */ ;;
/*!50003 SET time_zone = '+02:00' */ ;;
/*!50106 CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ENDS '2031-01-01 00:00:00' DO DELETE FROM t */ ;;
/*!50106 CREATE EVENT f ON SCHEDULE AT '2031-01-01 00:00:00' DO DELETE FROM t */ ;;
/*!50003 SET time_zone = @saved_time_zone */ ;;
DELIMITER ;
CREATE EVENT g ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
`;

const moments = `
SELECT event_name AS name, CAST(CONVERT_TZ(COALESCE(execute_at, starts), time_zone, '+00:00') AS CHAR) AS moment,
  time_zone AS zone
FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY event_name`;

describe.each(family)('$name', ({ scheme, driver, url }) => {
  test('moments of a file are those of the time zone that it sets, and the others those of UTC', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal: dumped });
    await place.sync();
    expect(await place.query(moments)).toMatchObject([
      { name: 'e', moment: '2029-12-31 22:00:00', zone: '+02:00' },
      { name: 'f', moment: '2030-12-31 22:00:00', zone: '+02:00' },
      { name: 'g', moment: '2030-01-01 00:00:00', zone: '+00:00' },
    ]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(dumped.replace("AT '2031-01-01 00", "AT '2031-01-01 01"));
    const { report } = await place.sync();
    expect((await place.query(moments))[1]).toMatchObject({ moment: '2030-12-31 23:00:00', zone: '+02:00' });
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect((await place.query(moments))[1]).toMatchObject({ moment: '2030-12-31 22:00:00', zone: '+02:00' });
  });

  /** Events of one zone become those of another, and of the first one again. */
  const moved = async (place: Place, from: string, to: string) => {
    const before = await place.query(moments);
    expect(new Set(before.map(({ zone }) => zone))).toEqual(new Set([from]));
    const { report, plan } = await place.sync();
    expect(plan?.changes.map(({ address }) => address)).toEqual(['event:e', 'event:f', 'event:h']);
    expect(new Set((await place.query(moments)).map(({ zone }) => zone))).toEqual(new Set([to]));
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    const again = (rows: typeof before) => rows.filter(({ name }) => name !== 'h');
    expect(again(await place.query(moments))).toEqual(again(before));
    expect(new Set((await place.query(moments)).map(({ zone }) => zone))).toEqual(new Set([from]));
  };
  const inZone = (zone: string, body = '1') => `
SET time_zone = '${zone}';
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-07-01 12:00:00' DISABLE DO SELECT ${body};
CREATE EVENT f ON SCHEDULE AT '2030-07-01 12:00:00' DISABLE DO SELECT ${body};
CREATE EVENT h ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT ${body};
SET time_zone = '+00:00';
`;

  test('the time zone of an event is what its file sets', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: inZone('+02:00'), goal: inZone('-05:30') });
    await moved(place, '+02:00', '-05:30');
  });

  test('an event keeps its time zone where something else of it changes', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: inZone('+02:00'), goal: inZone('+02:00', '2') });
    const { report } = await place.sync();
    const zones = async () => (await place.query(moments)).map(({ zone }) => zone);
    expect(await zones()).toEqual(['+02:00', '+02:00', '+02:00']);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await zones()).toEqual(['+02:00', '+02:00', '+02:00']);
  });

  test('a machine in UTC has that for SYSTEM, which stays where it was said', async ({ skip }) => {
    if (url === '') return skip('absent');
    const goal = inZone('+00:00');
    await using place = await openPlace({ url, scheme, driver, start: inZone('SYSTEM'), goal });
    const [row] = await place.query('SELECT @@system_time_zone AS zone');
    if (row?.zone !== 'UTC') return skip('the server is not in UTC');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(goal.replaceAll('1 DAY', '2 DAY').replace("AT '2030", "AT '2031"));
    const { report } = await place.sync();
    const zones = async () => (await place.query(moments)).map(({ zone }) => zone);
    expect(await zones()).toEqual(['SYSTEM', 'SYSTEM', 'SYSTEM']);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await zones()).toEqual(['SYSTEM', 'SYSTEM', 'SYSTEM']);
    await place.desire(inZone('+01:00'));
    await moved(place, 'SYSTEM', '+01:00');
  });

  test('a zone has its name where the server knows it', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal: inZone('Europe/Berlin') });
    const [row] = await place.query("SELECT CONVERT_TZ('2030-07-01', 'Europe/Berlin', '+00:00') AS known");
    if (row?.known === null) return skip('the server has no time zones');
    await place.query(inZone('Europe/Helsinki'));
    await moved(place, 'Europe/Helsinki', 'Europe/Berlin');
  });
});
