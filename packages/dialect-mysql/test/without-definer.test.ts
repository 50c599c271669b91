import { expect, test } from 'vitest';
import { mysqlDialect, mysqlFlavour, withoutDefiner } from '../src/index.js';

const { lexis } = mysqlDialect(mysqlFlavour);

test.each([
  ['CREATE DEFINER=`a`@`b` PROCEDURE p() SELECT 1', 'CREATE PROCEDURE p() SELECT 1'],
  ["create definer = 'event'@'%' view v as select 1", 'create view v as select 1'],
  ['CREATE OR REPLACE DEFINER=CURRENT_USER() TRIGGER t', 'CREATE OR REPLACE TRIGGER t'],
  [
    'CREATE ALGORITHM=MERGE DEFINER=a@localhost SQL SECURITY DEFINER VIEW v AS SELECT 1',
    'CREATE ALGORITHM=MERGE SQL SECURITY DEFINER VIEW v AS SELECT 1',
  ],
  ['/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t */', '/*!50003 CREATE*/ /*!50017 TRIGGER t */'],
])('%s', (text, without) => {
  expect(withoutDefiner(text, lexis)).toBe(without);
});

test.each([
  'CREATE SQL SECURITY DEFINER VIEW v AS SELECT 1',
  'CREATE TABLE t (definer INT)',
  "INSERT INTO t VALUES ('DEFINER=a VIEW')",
  'CREATE PROCEDURE p() SQL SECURITY DEFINER SELECT 1',
])('%s has none', (text) => {
  expect(withoutDefiner(text, lexis)).toBeUndefined();
});
