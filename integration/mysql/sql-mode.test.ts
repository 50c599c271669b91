import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

/** Each value of `sql_mode` that gives a text another meaning, as a dump and a person set it. */
const read = `
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
CREATE TABLE plain (id int PRIMARY KEY, n varchar(20) DEFAULT "a\\"b", day date NOT NULL DEFAULT '0000-00-00');
SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,PIPES_AS_CONCAT');
CREATE TABLE "or" (
  "id;" int PRIMARY KEY, "a\\" varchar(9) DEFAULT 'x', "b" varchar(40) AS ("a\\" || ';') STORED, CHECK ("a\\" || 'y' <> 'by')
);
CREATE VIEW "v" AS SELECT "a\\" || 'x' AS "c;d" FROM "or";
DELIMITER ;;
CREATE PROCEDURE p("a(b" int, "c""\\" int) COMMENT 'a\\\\b' BEGIN SELECT "a\\" || ';' AS c FROM "or"; END ;;
DELIMITER ;
SET @saved = @@sql_mode, sql_mode = 'NO_BACKSLASH_ESCAPES';
CREATE TABLE paths (id int PRIMARY KEY, root varchar(9) DEFAULT 'c:\\', rest varchar(9) DEFAULT '\\;' COMMENT 'a\\');
CREATE FUNCTION f() RETURNS varchar(9) DETERMINISTIC COMMENT 'c\\' RETURN CONCAT('a\\', '''');
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' COMMENT '\\' DO UPDATE paths SET root = 'd:\\';
SET sql_mode = 'IGNORE_SPACE,HIGH_NOT_PRECEDENCE';
CREATE VIEW counted AS SELECT COUNT (*) AS n, NOT 1 BETWEEN -5 AND 5 AS b FROM plain;
SET sql_mode = @saved;
CREATE TRIGGER g BEFORE INSERT ON plain FOR EACH ROW SET NEW.n = NEW."n" || "NEW".n;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
CREATE TABLE behind (id int PRIMARY KEY, n varchar(9) DEFAULT "x\\ty");
`;

const usual = read.replace('NEW.n = NEW."n" || "NEW".n', "NEW.n = 'other'").replace("'c:\\'", "'e:\\'");

describe.each(family)('$name', ({ scheme, driver, url }) => {
  test('a file is read as what it sets sql_mode to has it, statement by statement', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal: read });
    await place.sync();
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.query(
      "INSERT INTO plain VALUES (1, 'q', '2030-01-01'); INSERT INTO `or` (`id;`) VALUES (1); INSERT INTO paths (id) VALUES (1)",
    );
    expect(await place.query('SELECT n FROM plain')).toEqual([{ n: 'qq' }]);
    expect(await place.query('SELECT b, (SELECT `c;d` FROM v) AS v FROM `or`')).toEqual([{ b: 'x;', v: 'xx' }]);
    expect(await place.query('SELECT root, rest, f() AS f FROM paths')).toEqual([
      { root: 'c:\\', rest: '\\;', f: "a\\'" },
    ]);
    expect(await place.query('SELECT n, b FROM counted')).toMatchObject([{ n: 1, b: 1 }]);
    const comments = `
      SELECT routine_comment AS c FROM information_schema.routines WHERE routine_schema = DATABASE()
      UNION SELECT event_comment FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY CHAR_LENGTH(c), c`;
    expect(await place.query(comments)).toEqual([{ c: '\\' }, { c: 'c\\' }, { c: 'a\\b' }]);
    await place.query('INSERT INTO behind (id) VALUES (1)');
    expect(await place.query('SELECT n FROM behind')).toEqual([{ n: 'x\ty' }]);
    const root = async () => (await place.engine.inspect(place.tenant)).catalogue.root;
    const first = await root();
    // What is written as a file is read as it was meant.
    const state = await place.engine.compile(place.tenant.target.url);
    const steps = place.engine.creation(state).flatMap(({ statements }) => statements);
    await place.desire(steps.map((statement) => `${statement};\n`).join(''));
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(usual);
    const { report } = await place.sync({ online: 'never' });
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await root()).toBe(first);
  });

  test('a body whose letters say something else in another sql_mode is another one', async ({ skip }) => {
    if (url === '') return skip('absent');
    const body = "CREATE FUNCTION f() RETURNS varchar(9) DETERMINISTIC RETURN 'a' || 'b';";
    await using place = await openPlace({
      url,
      scheme,
      driver,
      start: body,
      goal: `SET sql_mode = PIPES_AS_CONCAT; ${body}`,
    });
    await place.sync();
    expect(await place.query('SELECT f() AS f')).toEqual([{ f: 'ab' }]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    // What the letters do not need makes no difference.
    await place.desire(`SET sql_mode = 'PIPES_AS_CONCAT,ANSI_QUOTES'; ${body}`);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  test('what only a server could tell is refused where it stands', async ({ skip }) => {
    if (url === '') return skip('absent');
    const goal = 'CREATE TABLE t (id int PRIMARY KEY);\nSET sql_mode = (SELECT mode FROM modes);\n';
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal });
    await expect(place.sync()).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(/goal\.sql:2: .*only a server could tell/),
    });
  });
});

const oracle = `
SET sql_mode = ORACLE;
CREATE FUNCTION f(a INT) RETURN VARCHAR(9) AS b VARCHAR(9) := 'x'; BEGIN RETURN a || b; END;
CREATE PROCEDURE p(a INOUT INT, "b" IN INT) COMMENT 'p' AS BEGIN a := a + "b"; END;
`
  .replace('CREATE FUNCTION', 'DELIMITER /\nCREATE FUNCTION')
  .replaceAll(/END;$/gm, 'END;\n/');

describe.each(family.filter(({ scheme }) => scheme === 'mariadb'))('$name', ({ scheme, driver, url }) => {
  test('routines of ORACLE are read, made and changed', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal: oracle });
    await place.sync();
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await place.query('SET @a = 1; CALL p(@a, 2); SELECT f(1) AS f, @a AS a')).toEqual([{ f: '1x', a: 3 }]);
    await place.desire(oracle.replace("'x'", "'y'").replace("'p'", "'q'"));
    await place.sync();
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await place.query('SELECT f(1) AS f')).toEqual([{ f: '1y' }]);
  });
});
