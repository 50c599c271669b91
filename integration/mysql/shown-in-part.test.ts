import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, tenantAs } from './place.js';
import { family } from './servers.js';

const all = `
CREATE TABLE t (i int PRIMARY KEY, j int);
CREATE TABLE u (id int PRIMARY KEY, t int, CONSTRAINT of_t FOREIGN KEY (t) REFERENCES t (i));
CREATE VIEW v AS SELECT i, j FROM t;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.j = 1;
`;

const columns = 'the server shows only those of its columns that this role has a right on: it takes SELECT';

describe.each(family)('$name', ({ scheme, driver, url }) => {
  test('what an account is shown of a table in part is not taken for the whole of it', async ({ skip }) => {
    if (url === '') return skip('absent');
    await using place = await openPlace({ url, scheme, driver, start: all, goal: all });
    const user = `part_${randomBytes(6).toString('hex')}`;
    const database = `\`${new URL(place.tenant.target.url).pathname.slice(1)}\``;
    const grant = (what: string) => administerMysql(url, `GRANT ${what} TO '${user}'@'%'`);
    await administerMysql(url, `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`);
    await grant(`SELECT (i), TRIGGER ON ${database}.t`);
    try {
      const { engine } = place;
      const reader = tenantAs(place, user, scheme);
      const goal = await engine.compile(place.goal, { near: place.tenant });
      const told = async (): Promise<readonly string[]> => {
        const error = await engine.validate(reader, goal).catch((thrown) => thrown);
        expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', hint: expect.stringContaining('--exclude ') });
        return error.message.split('\n  ');
      };
      expect(await told()).toContain(`table t is there and cannot be compared: ${columns}`);
      const { unmanaged } = await engine.inspect(reader);
      expect(unmanaged.filter(({ reason }) => /which it names/.test(reason))).toEqual([]);
      // Read as a desired state it has nothing dropped elsewhere.
      const connection = () => reader.target;
      const source = await engine.compile(reader.target.url, { near: place.tenant, connection });
      await expect(engine.validate(place.tenant, source)).rejects.toThrow(
        /table t is there in \S+ and cannot be compared: the server shows only those of its columns/,
      );
      // What shows tables and no columns.
      await grant(`DROP, SHOW VIEW ON ${database}.*`);
      expect((await told()).filter((line) => line.startsWith('table'))).toEqual(
        ['t', 'u'].map((name) => `table ${name} is there and cannot be compared: ${columns}`),
      );
      await administerMysql(
        url,
        `REVOKE DROP, SHOW VIEW ON ${database}.* FROM '${user}'@'%'`,
        `REVOKE TRIGGER ON ${database}.t FROM '${user}'@'%'`,
      );
      await grant(`SELECT ON ${database}.*`);
      const keys = 'the server does not show all of its foreign keys to this role: it takes REFERENCES';
      const key = `table u is there and cannot be compared: ${keys}`;
      expect((await told()).filter((line) => line.startsWith('table'))).toEqual(scheme === 'mysql' ? [] : [key]);
      await grant(`REFERENCES, SHOW VIEW, TRIGGER ON ${database}.*`);
      expect((await engine.validate(reader, goal)).difference.changes).toEqual([]);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });
});
