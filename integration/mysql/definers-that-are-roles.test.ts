import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace } from './place.js';
import { family } from './servers.js';

const named = ['VIEW v', 'PROCEDURE p', 'TRIGGER c', 'EVENT e'] as const;

function schema(definer: string, number: number): string {
  return `
    CREATE TABLE t (id int PRIMARY KEY, a int);
    CREATE ${definer} VIEW v AS SELECT id + ${number} AS id FROM t;
    CREATE ${definer} PROCEDURE p () SELECT ${number};
    CREATE ${definer} TRIGGER c BEFORE INSERT ON t FOR EACH ROW SET NEW.a = ${number};
    CREATE ${definer} EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2035-01-01 00:00:00' DISABLE DO DELETE FROM t WHERE id = ${number};`;
}

// Roles of MySQL have a host, as accounts have.
for (const { name, scheme, driver, url } of family.filter((server) => server.scheme === 'mariadb')) {
  const live = url === '' ? test.skip : test;

  live(`${name}: what runs with the rights of a role still does once it is written anew, both ways`, async () => {
    const role = `r_${randomBytes(6).toString('hex')}`;
    await administerMysql(url, `CREATE ROLE ${role}`);
    onTestFinished(async () => void (await administerMysql(url, `DROP ROLE ${role}`)));
    const start = schema(`DEFINER = ${role}`, 1);
    await using place = await openPlace({ url, scheme, driver, start, goal: schema('', 2) });
    const definers = async () => {
      const all = await Promise.all(named.map((each) => place.query(`SHOW CREATE ${each}`)));
      return all.map((rows) => /DEFINER=(\S+)/.exec(Object.values(Object(rows[0])).join(' '))?.[1]);
    };
    const before = await definers();
    expect(new Set(before)).toEqual(new Set([`\`${role}\``]));
    const { report } = await place.sync({ online: 'never' });
    expect(report?.outcome).toBe('done');
    expect(await definers()).toEqual(before);
    const down = await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(down.outcome).toBe('done');
    expect(await definers()).toEqual(before);
    // Where owners are asked for, a role is one.
    await place.desire(schema(`DEFINER = ${role}`, 1));
    expect((await place.sync({ online: 'never', with: ['owners'], dryRun: true })).inSync).toBe(true);
  });
}
