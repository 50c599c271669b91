import { type Dialect, splitSql } from '@sync/core';
import { expect, test } from 'vitest';
import { bodyMode, mariadbFlavour, mysqlDialect } from '../src/index.js';

/** What bodies below these statements are made in. */
function madeBelow(text: string): string | undefined {
  return settingsBelow(text)[bodyMode] as string | undefined;
}

/** What statements below these ones are read with. */
function readBelow(text: string): string {
  const { [bodyMode]: _, ...read } = settingsBelow(text);
  return Object.values(read).join();
}

function settingsBelow(text: string): NonNullable<Dialect['settings']> {
  const first: Dialect = mysqlDialect(mariadbFlavour);
  const statements = splitSql(text, 'schema.sql', first.lexis);
  const last = statements.reduce((dialect, statement) => dialect.below?.(statement) ?? dialect, first);
  return last.settings ?? {};
}

test.each([
  ["SET sql_mode = 'ONLY_FULL_GROUP_BY'", ''],
  ["SET sql_mode = 'ansi_quotes, STRICT_ALL_TABLES'", 'ANSI_QUOTES'],
  ['SET sql_mode = `ANSI_QUOTES`', 'ANSI_QUOTES'],
  ['SET sql_mode = ORACLE', 'ORACLE'],
  ["SET LOCAL sql_mode := 'ANSI'", 'ANSI'],
  ["SET @@LOCAL.sql_mode = 'ANSI'", 'ANSI'],
  ["SET @@GLOBAL.sql_mode = 'ANSI'", ''],
  ["SET PERSIST sql_mode = 'ANSI'", ''],
  ["SET GLOBAL max_connections = 9, sql_mode = 'ANSI'", ''],
  ["SET @@GLOBAL.max_connections = 9, sql_mode = 'ANSI'", 'ANSI'],
  ["SET GLOBAL max_connections = 9, SESSION sql_mode = 'ANSI'", 'ANSI'],
  ["SET NAMES utf8mb4, sql_mode = 'ANSI'", 'ANSI'],
  ["SET sql_mode = 'ANSI'; SET sql_mode = DEFAULT", ''],
  ["SET sql_mode = 'ANSI'; SET sql_mode = 0", ''],
  ["SET sql_mode = 'ANSI'; SET sql_mode = @@GLOBAL.sql_mode", ''],
  ["SET sql_mode = 'ANSI'; SET @old = @@sql_mode, sql_mode = ''; SET sql_mode = @OLD", 'ANSI'],
  ["SET sql_mode = 'ANSI'; SET sql_mode = @never_set", ''],
  ["SET sql_mode = (SELECT CONCAT(@@sql_mode, ',ANSI_QUOTES'))", 'ANSI_QUOTES'],
  ["SET sql_mode = CONCAT_WS(',', 'ANSI_QUOTES', 'PIPES_AS_CONCAT')", 'ANSI_QUOTES,PIPES_AS_CONCAT'],
  ["SET sql_mode = 'ANSI_QUOTES'; SET sql_mode = REPLACE(@@sql_mode, 'ANSI_QUOTES', '')", ''],
  ["/*!50003 SET sql_mode = 'ANSI_QUOTES' */", 'ANSI_QUOTES'],
])('below %s statements are read with %j', (text, expected) => {
  expect(readBelow(text)).toBe(expected);
});

test.each([
  ["SET TIME_ZONE = '+00:00'", ''],
  ["SET time_zone = 'utc'", ''],
  ["SET time_zone = '+02:00'", '+02:00'],
  ['SET time_zone = SYSTEM', 'SYSTEM'],
  ["SET GLOBAL time_zone = '+02:00'", ''],
  ["SET time_zone = '+02:00'; SET time_zone = DEFAULT", ''],
  ["SET @saved = @@TIME_ZONE; SET time_zone = 'SYSTEM'; SET time_zone = @saved", ''],
  ["SET time_zone = '+02:00'; SET @saved = @@time_zone, time_zone = 'SYSTEM'; SET time_zone = @saved", '+02:00'],
  ["SET time_zone = '+02:00', sql_mode = 'ANSI_QUOTES'", 'ANSI_QUOTES,+02:00'],
])('below %s moments are read with %j', (text, expected) => {
  expect(readBelow(text)).toBe(expected);
});

test.each([
  ["SET sql_mode = ''", ''],
  ["SET sql_mode = 'ANSI_QUOTES'", undefined],
  ["SET sql_mode = 'NO_ZERO_DATE,ANSI_QUOTES,NO_AUTO_CREATE_USER'", 'ANSI_QUOTES,NO_ZERO_DATE'],
  ["SET @saved = @@sql_mode; SET sql_mode = 'STRICT_TRANS_TABLES'", 'STRICT_TRANS_TABLES'],
  ["SET @saved = @@sql_mode; SET sql_mode = ''; SET sql_mode = @saved", undefined],
  ["SET sql_mode = REPLACE(@@sql_mode, 'ANSI_QUOTES', '')", undefined],
])('below %s bodies are made in %j', (text, expected) => {
  expect(madeBelow(text)).toBe(expected);
});
