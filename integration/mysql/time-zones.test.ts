import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
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
SELECT event_name AS name, CAST(CONVERT_TZ(COALESCE(execute_at, starts), time_zone, '+00:00') AS CHAR) AS moment
FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY event_name`;

describe.each(family)('$name', ({ scheme, driver, url }) => {
  test('moments of a file are those of the time zone that it sets, and the others those of UTC', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal: dumped });
    await place.sync();
    expect(await place.query(moments)).toMatchObject([
      { name: 'e', moment: '2029-12-31 22:00:00' },
      { name: 'f', moment: '2030-12-31 22:00:00' },
      { name: 'g', moment: '2030-01-01 00:00:00' },
    ]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(dumped.replace("AT '2031-01-01 00", "AT '2031-01-01 01"));
    const { report } = await place.sync();
    expect((await place.query(moments))[1]).toMatchObject({ moment: '2030-12-31 23:00:00' });
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect((await place.query(moments))[1]).toMatchObject({ moment: '2030-12-31 22:00:00' });
  });
});
