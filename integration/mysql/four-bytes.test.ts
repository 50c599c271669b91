import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { usersWith } from './scenario.js';
import { family } from './servers.js';

/** What the servers would keep as a question mark. */
const lost = [
  'CREATE TABLE `t😀` (id int PRIMARY KEY)',
  'CREATE TABLE t1 (`c😀` int PRIMARY KEY)',
  "CREATE TABLE t2 (a varchar(20) DEFAULT 'x😀')",
  "CREATE TABLE t3 (a varchar(20) COMMENT 'x😀')",
  "CREATE TABLE t4 (a int) COMMENT='x😀'",
  "CREATE TABLE t5 (a enum('x😀', 'y'))",
  "CREATE TABLE t6 (a varchar(20), CHECK (a <> 'x😀'))",
  "CREATE TABLE t7 (a varchar(20), b varchar(20) AS (concat(a, 'x😀')))",
  'CREATE TABLE t8 (a int, KEY `k😀` (a))',
  // As mysqldump writes what its server knows of t2.
  'CREATE TABLE t9 (a varchar(20) CHARACTER SET utf8mb4 DEFAULT 0x78F09F9880)',
  "CREATE VIEW v1 AS SELECT 'x😀' AS a",
  'CREATE VIEW v2 AS SELECT 1 AS `a😀`',
  'CREATE FUNCTION `f😀`() RETURNS int DETERMINISTIC RETURN 1',
  "CREATE FUNCTION f1() RETURNS int DETERMINISTIC COMMENT 'x😀' RETURN 1",
  'CREATE PROCEDURE p1(IN `a😀` int) SELECT 1',
  'CREATE EVENT `e😀` ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1',
  "CREATE EVENT e1 ON SCHEDULE EVERY 1 DAY DISABLE COMMENT 'x😀' DO SELECT 1",
];

const kept = `
CREATE TABLE t (id int PRIMARY KEY, a varchar(20), b varbinary(20) DEFAULT 0xF09F9880);
CREATE FUNCTION f() RETURNS varchar(20) CHARSET utf8mb4 DETERMINISTIC RETURN 'x😀';
CREATE PROCEDURE p() SELECT 'x😀' AS a;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = CONCAT(NEW.a, '😀');
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO INSERT INTO t VALUES (1, '😀', '');`;

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('characters of four bytes are refused where the server would make question marks of them', async () => {
    const trigger = 'CREATE TRIGGER `r😀` BEFORE INSERT ON whole FOR EACH ROW SET NEW.id = 1';
    const goal = [...lost, trigger, 'CREATE TABLE whole (id int PRIMARY KEY)'].join(';\n');
    await using place = await openPlace({ url, scheme, driver, start: 'DO 0;', goal });
    const refused = await place.sync({ dryRun: true }).catch((error) => error);
    expect(refused).toMatchObject({ code: 'SOURCE_INVALID', exitCode: 1 });
    expect(refused.hint).toContain('without characters of four bytes');
    const lines = String(refused.message).split('\n  ');
    expect(lines.map((line) => Number(/goal\.sql:(\d+):/.exec(line)?.[1]))).toEqual(
      Array.from({ length: lost.length + 1 }, (_, i) => i + 1),
    );
    for (const line of lines) expect(line).toContain('three bytes at most');
    const document = join(dirname(place.goal), 'users.yaml');
    await writeFile(document, usersWith("- { name: mood, type: varchar(9), default: 'x😀' }"));
    await expect(place.engine.compile(document, { near: place.tenant })).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(/users\.yaml.*three bytes at most/),
    });
  });

  live('and are kept in bodies, and in bytes', async () => {
    await using place = await openPlace({ url, scheme, driver, start: 'DO 0;', goal: kept });
    expect((await place.sync()).report?.outcome).toBe('done');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.query("INSERT INTO t (id, a) VALUES (1, 'a')");
    expect(await place.query('SELECT a, HEX(b) AS b, f() AS f FROM t')).toEqual([
      { a: 'a😀', b: 'F09F9880', f: 'x😀' },
    ]);
  });
});
