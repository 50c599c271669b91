import { randomBytes } from 'node:crypto';
import type { Compiled } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, tenantAs } from './place.js';
import { family } from './servers.js';

const all = `
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE u (id int PRIMARY KEY);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DISABLE DO SELECT 1;
CREATE PROCEDURE p() SELECT 1;
CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1;
CREATE VIEW v AS SELECT id FROM t;
`;

/** What lets an account see what routines of others do, beside EXECUTE. */
const bodies: Readonly<Record<string, string>> = {
  'mysql-9': 'SHOW_ROUTINE ON *.*',
  'mariadb-10': 'SELECT ON mysql.proc',
  'mariadb-11': 'SELECT ON mysql.proc',
};

describe.each(family)('$name', ({ name, scheme, driver, url }) => {
  test('what a database hides from whoever reads it as a desired state is not dropped elsewhere', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using target = await openPlace({ url, scheme, driver, start: all, goal: all });
    await using source = await openPlace({ url, scheme, driver, start: all, goal: all });
    await source.query('DROP TABLE u');
    const user = `reads_${randomBytes(6).toString('hex')}`;
    const database = `\`${new URL(source.tenant.target.url).pathname.slice(1)}\``;
    const grant = (what: string) => administerMysql(url, `GRANT ${what} TO '${user}'@'%'`);
    await administerMysql(url, `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`);
    await grant(`SELECT ON ${database}.t`);
    try {
      const reader = tenantAs(source, user, scheme);
      const connection = () => reader.target;
      const { engine } = target;
      const read = () => engine.compile(reader.target.url, { near: target.tenant, connection });
      const refusal = async (work: (goal: Compiled) => unknown) => {
        const goal = await read();
        const error = await Promise.resolve()
          .then(() => work(goal))
          .then(
            () => new Error('nothing was refused'),
            (thrown) => thrown,
          );
        expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', hint: expect.stringContaining('--exclude ') });
        return (error.message as string).split('\n  ').map((line) => line.replace(/ in \S+ /, ' in it '));
      };
      const unseen = (right: string) =>
        `unseen: the server shows none of them to this role, be there any: it takes ${right}`;
      const told = [
        `event e may be there in it ${unseen('EVENT')}`,
        `function f may be there in it ${unseen('EXECUTE')}`,
        `procedure p may be there in it ${unseen('EXECUTE')}`,
        `trigger g may be there in it ${unseen('TRIGGER')}`,
        expect.stringMatching(/^view v is there in it and cannot be compared: .*SHOW VIEW/),
      ];
      const own = 'unseen: the server shows only those that this role has a right on: it takes SELECT';
      const apart = [
        ...told.slice(0, 3),
        `table u may be there in it ${own}`,
        told[3],
        `view v may be there in it ${own}`,
      ];
      expect(await refusal((goal) => engine.validate(target.tenant, goal))).toEqual(apart);
      await grant(`SELECT ON ${database}.*`);
      expect(await refusal((goal) => engine.validate(target.tenant, goal))).toEqual(told);
      expect(await refusal((goal) => engine.sync(target.tenant, goal, { allow: 'all' }))).toEqual(told);
      const there = await engine.compile(target.tenant.target.url, { near: target.tenant });
      expect(await refusal((goal) => engine.compare(there, goal))).toEqual(told);
      // The other way round what is not shown would be made.
      const missing = told.map((line) => (typeof line === 'string' ? line.replace(' in it', '') : expect.anything()));
      expect(await refusal((goal) => engine.compare(goal, there))).toEqual(missing);
      expect((await engine.inspect(target.tenant)).catalogue.root).toBe(there.catalogue.root);
      await grant(`SHOW VIEW, TRIGGER, EVENT, EXECUTE ON ${database}.*`);
      await grant(bodies[name] ?? '');
      const { difference } = await engine.validate(target.tenant, await read());
      expect(difference.changes).toMatchObject([{ verb: 'drop', address: 'table:u' }]);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });
});
