import { expect, test } from 'vitest';
import { mariadbFlavour, mysqlDialect, stillEvents } from '../src/index.js';

const { lexis } = mysqlDialect(mariadbFlavour);

test.each([
  ['CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1', 'EVERY 1 DAY DISABLE ON SLAVE DO SELECT 1'],
  ["create event enable on schedule every 1 day comment 'DO' do select 1", "DISABLE ON SLAVE comment 'DO' do select 1"],
  [
    'CREATE DEFINER=`a`@`b` EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY ENABLE DO SELECT 1',
    'DAY DISABLE ON SLAVE DO',
  ],
  [
    '/*!50106 CREATE*/ /*!50117 DEFINER=`a`@`b`*/ /*!50106 EVENT `e` ON SCHEDULE EVERY 1 DAY ENABLE DO X */',
    'DISABLE ON SLAVE DO X */',
  ],
  ['ALTER EVENT e ENABLE', 'ALTER EVENT e DISABLE ON SLAVE'],
  [
    'CREATE OR REPLACE EVENT e ON SCHEDULE EVERY 1 DAY DO ALTER EVENT f ENABLE',
    'DISABLE ON SLAVE DO ALTER EVENT f ENABLE',
  ],
])('holds back %s', (text, held) => {
  expect(stillEvents(text, lexis)).toContain(held);
});

test.each([
  'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1',
  "ALTER EVENT e COMMENT 'ENABLE'",
  'ALTER EVENT enable RENAME TO f',
  'CREATE TABLE event (enable INT)',
  'DROP EVENT e',
  'CREATE PROCEDURE p() CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1',
])('leaves %s as it is', (text) => {
  expect(stillEvents(text, lexis)).toBe(text);
});
