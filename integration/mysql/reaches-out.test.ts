import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { openPlace } from './place.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

/** Statements of a desired state that lead into another database of the server, and what is said of them. */
const leading: readonly (readonly [string, RegExp])[] = [
  ['DROP TABLE IF EXISTS other.t; CREATE TABLE t (id int)', /in which database it is/],
  ['CREATE TABLE t (id int); ALTER TABLE other.t ADD x int', /in which database it is/],
  ['CREATE TABLE t (id int); RENAME TABLE t TO other.u', /in which database it is/],
  ['CREATE TABLE t (id int); ALTER TABLE t RENAME other.u', /in which database it is/],
  ['CREATE TABLE t (id int); CREATE INDEX i ON other.t (id)', /in which database it is/],
  [
    'CREATE TABLE t (id int); CREATE TRIGGER g BEFORE INSERT ON other.t FOR EACH ROW SET @a = 1',
    /in which database it is/,
  ],
  [
    'DELIMITER //\nCREATE FUNCTION f() RETURNS int BEGIN DELETE FROM other.t; RETURN 1; END//\nCREATE TABLE t SELECT f()//',
    /makes a table of the rows/,
  ],
  ['DELIMITER //\nBEGIN NOT ATOMIC DELETE FROM other.t; END//\nCREATE TABLE t (id int)//', /runs a program/],
  ['CREATE OR REPLACE DATABASE other; CREATE TABLE t (id int)', /belongs to the whole server|syntax/],
];

describe.each(family)('$name: a desired state that leads out of its database', ({ url, scheme, driver }) => {
  test.runIf(url)('is refused, and what is there stays as it is', async () => {
    await using other = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    await runIn(other.url, 'CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)');
    const name = new URL(other.url).pathname.slice(1);
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal: '' });
    for (const [goal, message] of leading) {
      await place.desire(goal.replaceAll('other', name));
      await expect(place.sync({ dryRun: true }), goal).rejects.toThrow(message);
    }
    expect(await runIn(other.url, 'SELECT * FROM t')).toEqual([{ id: 1 }]);
    expect(await runIn(other.url, 'SHOW CREATE TABLE t')).toEqual([
      expect.objectContaining({ 'Create Table': expect.not.stringMatching(/x|KEY `i`/) }),
    ]);
    expect(await runIn(other.url, 'SHOW TABLES; SHOW TRIGGERS')).toEqual([]);
  });
});
