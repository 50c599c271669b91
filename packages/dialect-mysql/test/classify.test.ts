import { splitSql } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { mariadbFlavour, mysqlDialect, mysqlFlavour } from '../src/index.js';

const dialect = mysqlDialect(mysqlFlavour);

function classOf(text: string): string {
  const [statement] = splitSql(text, 'schema.sql', dialect.lexis);
  const name = / (?:TABLE|VIEW|EVENT) (\w+)\.(\w+)/.exec(text)?.slice(1);
  const found = dialect.classify(statement?.words ?? [], name, statement?.text);
  return typeof found === 'string' ? found : 'refused with a reason';
}

test.each([
  ['CREATE TABLE a (b INT)', 'schema'],
  ['ALTER TABLE a ADD c INT', 'schema'],
  ['ALTER DATABASE CHARACTER SET utf8mb4', 'schema'],
  ["ALTER DATABASE CHARACTER SET utf8mb4 COMMENT = 'shop'", 'refused with a reason'],
  ['GRANT SELECT ON t TO PUBLIC', 'refused with a reason'],
  ['/*!50001 CREATE VIEW c AS SELECT 1 */', 'schema'],
  ['CREATE SPATIAL INDEX d ON a (b)', 'schema'],
  ['INSERT INTO a VALUES (1)', 'data'],
  ['/*!40101 SET NAMES utf8 */', 'ignored'],
  ["/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */", 'ignored'],
  ['/*!50003 SET sql_mode = @saved_sql_mode */', 'ignored'],
  ["/*!50003 SET sql_mode = 'ONLY_FULL_GROUP_BY,PIPES_AS_CONCAT' */", 'ignored'],
  ["SET SESSION sql_mode = CONCAT(@@sql_mode, ',ansi_quotes')", 'ignored'],
  ["SET @@sql_mode = 'NO_BACKSLASH_ESCAPES'", 'ignored'],
  ['SET sql_mode = (SELECT mode FROM modes)', 'refused with a reason'],
  ['SET sql_mode = 4', 'refused with a reason'],
  ['SET @mode = (SELECT mode FROM modes)', 'ignored'],
  ['SET GLOBAL sql_mode = (SELECT mode FROM modes)', 'ignored'],
  ["SET STATEMENT sql_mode = 'ANSI_QUOTES' FOR CREATE TABLE a (b INT)", 'refused with a reason'],
  ['SET STATEMENT max_statement_time = 1 FOR SELECT 1', 'ignored'],
  ["/*!50003 SET sql_mode = 'IGNORE_SPACE,STRICT_TRANS_TABLES' */", 'ignored'],
  ['LOCK TABLES a WRITE', 'ignored'],
  ['/*!40000 ALTER TABLE `a` DISABLE KEYS */', 'ignored'],
  ['USE other', 'ignored'],
  ['GRANT ALL ON *.* TO a', 'refused with a reason'],
  ['GRANT a TO b', 'refused with a reason'],
  ['GRANT PROXY ON a TO b', 'refused with a reason'],
  ["GRANT SELECT ON a TO b IDENTIFIED BY 'c'", 'refused with a reason'],
  ['GRANT SELECT ON a TO b REQUIRE SSL', 'refused with a reason'],
  ['GRANT SELECT ON a TO b WITH MAX_QUERIES_PER_HOUR 1', 'refused with a reason'],
  ['GRANT SELECT ON a TO CURRENT_USER()', 'refused with a reason'],
  ['GRANT EXECUTE (b) ON PROCEDURE a TO c', 'refused with a reason'],
  ['GRANT SELECT (b, c), UPDATE ON TABLE a TO d@localhost, `e f`@`%` WITH GRANT OPTION', 'schema'],
  ['REVOKE ALL PRIVILEGES ON * FROM a', 'schema'],
  ['/*!50001 GRANT ALL ON *.* TO a */', 'refused with a reason'],
  ['CREATE USER a', 'refused'],
  ['CREATE DATABASE other', 'refused'],
  ['CREATE DATABASE /*!32312 IF NOT EXISTS*/ `app` /*!40100 DEFAULT CHARACTER SET latin1 */', 'ignored'],
  ['/*!40000 DROP DATABASE IF EXISTS `app`*/', 'ignored'],
  ['DROP DATABASE app', 'refused'],
  ["LOAD DATA INFILE 'x' INTO TABLE a", 'refused'],
  ['CREATE TABLE other.a (b INT)', 'refused with a reason'],
  ['CREATE TEMPORARY TABLE a (b INT)', 'refused with a reason'],
  ['CREATE OR REPLACE TEMPORARY TABLE a (b INT)', 'refused with a reason'],
  ['CREATE OR REPLACE TABLE temporary (b INT)', 'schema'],
  ['CREATE EVENT a ON SCHEDULE EVERY 1 DAY DO DELETE FROM b WHERE at < NOW()', 'schema'],
  ['CREATE EVENT a ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL 1 HOUR DO DELETE FROM b', 'refused with a reason'],
  ['CREATE EVENT a ON SCHEDULE EVERY 1 DAY STARTS NOW() DO DELETE FROM b', 'refused with a reason'],
  ['CREATE EVENT a ON SCHEDULE EVERY 1 DAY DISABLE ON SLAVE DO DELETE FROM b', 'schema'],
  ['CREATE EVENT other.a ON SCHEDULE EVERY 1 DAY DO DELETE FROM b', 'refused with a reason'],
  ["CREATE FUNCTION a RETURNS INTEGER SONAME 'a.so'", 'refused with a reason'],
  ['CREATE PACKAGE a AS FUNCTION b RETURN INT', 'refused with a reason'],
  ['CREATE TABLE a (b INT) ENGINE=MERGE UNION=(c, d)', 'refused with a reason'],
  ["CREATE TABLE a (b INT) COMMENT='ENGINE=MERGE' ENGINE=InnoDB", 'schema'],
  ['CREATE TABLE a (b INT) WITH SYSTEM VERSIONING', 'schema'],
  ['CREATE TABLE a (b INT) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 10 PARTITIONS 3', 'schema'],
  [
    "CREATE TABLE a (b INT) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 DAY STARTS '2026-01-01' PARTITIONS 3",
    'schema',
  ],
  [
    'CREATE TABLE a (b INT) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 DAY PARTITIONS 3',
    'refused with a reason',
  ],
  ['CREATE TABLE a (b DATE, c DATE, PERIOD FOR p (b, c))', 'schema'],
  ["CREATE TABLE a (b INT COMMENT 'the period for trials')", 'schema'],
  ['CREATE TABLE a (b INT) ENGINE = "CONNECT"', 'refused with a reason'],
  ['ALTER TABLE a ENGINE=MERGE UNION=(c)', 'refused with a reason'],
  ['ALTER TABLE other.a ADD c INT', 'refused with a reason'],
  ['ALTER TABLE `other` . `a` ADD c INT', 'refused with a reason'],
  ['ALTER TABLE other.1a ADD c INT', 'refused with a reason'],
  ['ALTER TABLE 1other.a ADD c INT', 'refused with a reason'],
  ['/*!50001 ALTER TABLE other.a ADD c INT */', 'refused with a reason'],
  ['ALTER TABLE /*!50001 other. */ a ADD c INT', 'refused with a reason'],
  ['ALTER IGNORE TABLE IF EXISTS other.a ADD c INT', 'refused with a reason'],
  ['ALTER TABLE a RENAME TO other.a', 'refused with a reason'],
  ['ALTER TABLE a EXCHANGE PARTITION p WITH TABLE other.b', 'refused with a reason'],
  ['ALTER TABLE a CONVERT PARTITION p TO TABLE other.b', 'refused with a reason'],
  ['ALTER TABLE a ADD b DECIMAL(3,1) DEFAULT -.5, ADD c INT AS (a.b) STORED', 'schema'],
  ['ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES other.p (id)', 'schema'],
  ['ALTER TABLE a ADD CONSTRAINT c CHECK (a.b > 0.5)', 'schema'],
  ['ALTER VIEW other.v AS SELECT 1', 'refused with a reason'],
  ['ALTER DEFINER=`a`@`b` SQL SECURITY INVOKER VIEW v AS SELECT c.d FROM c', 'schema'],
  ['ALTER EVENT e RENAME TO other.e', 'refused with a reason'],
  ['ALTER EVENT e DO DELETE FROM other.e', 'schema'],
  ['ALTER PROCEDURE other.p SQL SECURITY INVOKER', 'refused with a reason'],
  ['ALTER DATABASE `other` CHARACTER SET latin1', 'refused'],
  ['DROP TABLE other.a', 'refused with a reason'],
  ['DROP TABLE IF EXISTS a, other.b', 'refused with a reason'],
  ['DROP INDEX i ON other.a', 'refused with a reason'],
  ['DROP TRIGGER other.a', 'refused with a reason'],
  ['RENAME TABLE a TO other.a', 'refused with a reason'],
  ['CREATE INDEX i ON other.a (b)', 'refused with a reason'],
  ['CREATE UNIQUE INDEX i USING BTREE ON a (b)', 'schema'],
  ['CREATE TRIGGER t BEFORE INSERT ON other.a FOR EACH ROW SET @b = 1', 'refused with a reason'],
  ['CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = OLD.c', 'schema'],
  ['CREATE DEFINER=a@b.c TRIGGER other.t BEFORE INSERT ON a FOR EACH ROW SET @b = 1', 'refused with a reason'],
  ['CREATE DEFINER=a@b.c TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET @b = 1', 'schema'],
  ['CREATE TABLE a LIKE other.a', 'refused with a reason'],
  ['CREATE TABLE a (LIKE other.a)', 'refused with a reason'],
  ['CREATE TABLE a LIKE b', 'schema'],
  ['CREATE TABLE a SELECT f()', 'refused with a reason'],
  ['CREATE TABLE a (b INT) ENGINE=InnoDB AS (SELECT f() AS b)', 'refused with a reason'],
  ['CREATE TABLE a ((SELECT 1 AS b))', 'refused with a reason'],
  ['CREATE TABLE a WITH c AS (SELECT f()) SELECT * FROM c', 'refused with a reason'],
  ['CREATE TABLE a TABLE b', 'refused with a reason'],
  ['CREATE TABLE a (b INT) PARTITION BY HASH ((b))', 'schema'],
  ['CREATE TABLE a (b INT DEFAULT (1), c INT REFERENCES other.p (id))', 'schema'],
  ['CREATE OR REPLACE DATABASE other', 'refused with a reason'],
  ["CREATE OR REPLACE USER a IDENTIFIED BY 'b'", 'refused with a reason'],
  ['CREATE OR REPLACE TABLE a (b INT)', 'schema'],
  ['BEGIN', 'ignored'],
  ['BEGIN NOT ATOMIC DROP TABLE other.a', 'refused with a reason'],
  ['IF 1 THEN DROP TABLE other.a', 'refused with a reason'],
  ['w: LOOP DROP TABLE other.a', 'refused with a reason'],
  ['REPAIR TABLE other.a', 'refused with a reason'],
])('%s is %s', (text, expected) => {
  expect(classOf(text)).toBe(expected);
});

describe('comments whose content a version executes', () => {
  const words = (text: string, { lexis }: typeof dialect) => splitSql(text, 'dump.sql', lexis)[0]?.words;
  const mariadb = mysqlDialect(mariadbFlavour);

  test('are read by both where both execute them', () => {
    for (const each of [dialect, mariadb])
      expect(words('/*!40101 SET NAMES utf8 */', each)).toEqual(['SET', 'NAMES', 'UTF8']);
  });

  test('stay comments where a server does not execute them', () => {
    expect(words('SELECT 1 /*!80023 INVISIBLE */', mariadb)).toEqual(['SELECT']);
    expect(words('/*M!999999\\- enable the sandbox mode */\nSELECT', mariadb)).toEqual(['SELECT']);
    expect(words('SELECT /*!100100 two */ 1', dialect)).toEqual(['SELECT']);
    expect(words('SELECT /*M!100100 two */ 1', mariadb)).toEqual(['SELECT', 'TWO']);
    expect(words('SELECT /*M!100100 two */ 1', dialect)).toEqual(['SELECT']);
  });
});

test('values are written so that nothing in them ends them', () => {
  expect(dialect.literal(`it's \\ "so"\0`)).toBe(`'it''s \\\\ "so"\\0'`);
  expect(dialect.quote('a`b')).toBe('`a``b`');
});

test('a sequence is named without the database that a dump writes before it', () => {
  const below = (text: string) =>
    splitSql(text, 'dump.sql', dialect.lexis).reduce((above, each) => above.below?.(each) ?? above, dialect);
  const restoredBelow = (head: string, text: string) => below(head).undump?.({ words: text.split(/\W+/), text });
  const restored = (text: string) => restoredBelow('SET @saved_cs_client = @@character_set_client;', text);
  expect(restored('CREATE TABLE `a` (`id` bigint DEFAULT nextval(`app`.`numbers`))')).toBe(
    'CREATE TABLE `a` (`id` bigint DEFAULT nextval(`numbers`))',
  );
  expect(restored('CREATE TABLE a (id bigint DEFAULT nextval(app.numbers))')).toBe(
    'CREATE TABLE a (id bigint DEFAULT nextval(numbers))',
  );
  expect(restored('CREATE TABLE `a` (`id` bigint DEFAULT nextval(`numbers`))')).toBeUndefined();
  expect(restored('CREATE VIEW `a` AS SELECT nextval(`app`.`numbers`)')).toBeUndefined();
  const two = 'CREATE TABLE a (id bigint DEFAULT nextval(`app`.`n`), b bigint DEFAULT (1 + lastval(`far`.`n`)))';
  const told = 'CREATE TABLE a (id bigint DEFAULT nextval(`n`), b bigint DEFAULT (1 + PREVIOUS VALUE FOR `far`.`n`))';
  for (const head of ['-- Host: localhost    Database: app\n-- more\nSET @a = 1;', 'USE `app`;'])
    expect(restoredBelow(head, two)).toBe(told);
  expect(restoredBelow('SET NAMES utf8mb4;', two)).toBeUndefined();
});

test.each([
  ['CREATE PACKAGE a AS FUNCTION b RETURN INT; END', [], 'schema'],
  ['CREATE OR REPLACE PACKAGE BODY a AS FUNCTION b RETURN INT AS BEGIN RETURN 1; END; END', [], 'schema'],
  ['DROP PACKAGE IF EXISTS `a`', [], 'schema'],
  ['CREATE PACKAGE other.a AS FUNCTION b RETURN INT; END', ['other', 'a'], 'refused'],
  ['DROP PACKAGE BODY other.a', [], 'refused'],
])('packages of MariaDB: %s', (text, name, expected) => {
  const mariadb = mysqlDialect(mariadbFlavour);
  const [statement, ...more] = splitSql(text, 'schema.sql', mariadb.lexis);
  expect(more).toEqual([]);
  const found = mariadb.classify(statement?.words ?? [], name, statement?.text);
  expect(typeof found === 'string' ? found : 'refused').toBe(expected);
});
