import { randomBytes } from 'node:crypto';
import { address, type Change, schemaObject } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, tenantAs } from './place.js';
import { family } from './servers.js';

const before = `
CREATE TABLE kept (id int PRIMARY KEY); CREATE TABLE old_name (id int PRIMARY KEY); CREATE TABLE gone (id int PRIMARY KEY);
CREATE TABLE altered (id int PRIMARY KEY, k int, KEY k (k)); CREATE VIEW v AS SELECT id FROM kept;
`;
const after = `
CREATE TABLE kept (id int PRIMARY KEY);
-- @renamed from=old_name
CREATE TABLE new_name (id int PRIMARY KEY);
CREATE TABLE altered (id int PRIMARY KEY, a int, k int, KEY k (k), CONSTRAINT f FOREIGN KEY (k) REFERENCES kept (id));
CREATE TABLE made (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id + 1 AS id FROM kept; CREATE VIEW w AS SELECT id FROM kept;
CREATE PROCEDURE p () SELECT 1;
CREATE TRIGGER g BEFORE INSERT ON kept FOR EACH ROW SET NEW.id = NEW.id;
`;

const lacking = [
  ...[
    ...['altered: the account lacks ALTER', 'gone: the account lacks DROP', 'made: the account lacks CREATE'],
    ...['ALTER', 'CREATE', 'DROP', 'INSERT'].map((right) => `old_name: the account lacks ${right}`),
  ].map((text) => `table ${text}`),
  'procedure p: the account lacks CREATE ROUTINE',
];

/** Gives the view to an ordinary account: of one that may do everything no other could speak. */
async function giveView(server: string, database: string, owner: string): Promise<void> {
  await administerMysql(
    server,
    `CREATE USER '${owner}'@'%'`,
    `GRANT SELECT ON \`${database}\`.* TO '${owner}'@'%'`,
    `ALTER DEFINER = '${owner}'@'%' VIEW \`${database}\`.v AS SELECT id FROM \`${database}\`.kept`,
  );
}

describe.each(family)('$name', ({ name, scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  live('what an account lacks is told before the first step, with what grants it', async () => {
    await using place = await openPlace({ url, scheme, driver, start: before, goal: after });
    const user = `a@${randomBytes(6).toString('hex')}`;
    const target = new URL(place.tenant.target.url);
    const database = target.pathname.slice(1);
    await giveView(url, database, `${user}_owner`);
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, SHOW VIEW ON \`${database.replaceAll('_', '\\_')}\`.* TO '${user}'@'%'`,
    );
    try {
      const tenant = tenantAs(place, user, scheme);
      const goal = await place.engine.compile(place.goal, { near: place.tenant });
      const run = () => place.engine.sync(tenant, goal, { prove: false, allow: 'all' });
      // Whether the trigger and the procedure are there already the account is not shown.
      await expect(run()).rejects.toMatchObject({
        code: 'PLAN_IMPOSSIBLE',
        message: expect.stringMatching(/^procedure p may be there unseen: .*EXECUTE\n {2}trigger g .*: .*TRIGGER$/),
      });
      await administerMysql(
        url,
        `GRANT TRIGGER ON \`${database}\`.kept TO '${user}'@'%'`,
        `GRANT EXECUTE ON \`${database.replaceAll('_', '\\_')}\`.* TO '${user}'@'%'`,
      );
      const refused = await run().catch((error) => error);
      expect(refused).toMatchObject({ code: 'PERMISSION_DENIED', op: expect.any(String) });
      const lacks: readonly { readonly lack: string; readonly remedy: string }[] = refused.details.lacks;
      const told = lacks.map(({ lack }) => lack);
      expect(told).toEqual(expect.arrayContaining(lacking));
      expect(told.includes('table kept: the account lacks REFERENCES')).toBe(scheme === 'mysql');
      expect(told).toContainEqual(expect.stringContaining('view v runs with the rights of'));
      expect(refused.message).not.toContain('secret');
      // What is asked for is enough, whoever grants it need be no more than that.
      await administerMysql(url, ...lacks.map(({ remedy }) => remedy));
      expect((await run()).report?.outcome).toBe('done');
      expect((await place.sync({ dryRun: true, online: 'never' })).inSync).toBe(true);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`, `DROP USER '${user}_owner'@'%'`);
    }
  });

  live('what an account may not do with a journal that is there is told with what grants it', async () => {
    const start = 'CREATE TABLE t (id int PRIMARY KEY)';
    await using place = await openPlace({
      url,
      scheme,
      driver,
      start,
      goal: 'CREATE TABLE t (id int PRIMARY KEY, a int)',
    });
    expect((await place.sync()).report?.outcome).toBe('done');
    await place.desire('CREATE TABLE t (id int PRIMARY KEY, a int, b int)');
    const user = `j_${randomBytes(6).toString('hex')}`;
    const tenant = tenantAs(place, user, scheme);
    const goal = await place.engine.compile(place.goal, { near: place.tenant });
    const database = new URL(place.tenant.target.url).pathname.slice(1).replaceAll('_', '\\_');
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, ALTER ON \`${database}\`.* TO '${user}'@'%'`,
    );
    try {
      const run = () => place.engine.sync(tenant, goal, { prove: false });
      const refused = await run().catch((error) => error);
      expect(refused).toMatchObject({
        code: 'PERMISSION_DENIED',
        message: expect.stringMatching(/may not write _schema_sync_\w+, a table in which/),
        hint: expect.stringContaining(`GRANT INSERT ON \`${database}\`.* TO '${user}'@'%'; GRANT UPDATE ON`),
      });
      const grants = String(refused.hint).slice(String(refused.hint).indexOf('GRANT')).split('; ');
      await administerMysql(url, ...grants);
      expect((await run()).report?.outcome).toBe('done');
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  live(`an account with all rights lacks none on ${name}, by whatever it has them`, async () => {
    await using place = await openPlace({ url, scheme, driver, start: before, goal: after });
    const user = `all_${randomBytes(6).toString('hex')}`;
    const target = new URL(place.tenant.target.url);
    const tenant = tenantAs(place, user, scheme);
    const goal = await place.engine.compile(place.goal, { near: place.tenant });
    await giveView(url, target.pathname.slice(1), `${user}_owner`);
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `CREATE ROLE '${user}_role'`,
      `GRANT ALL ON \`${target.pathname.slice(1)}\`.* TO '${user}_role'`,
      `GRANT ${scheme === 'mysql' ? 'SET_ANY_DEFINER' : 'SET USER'} ON *.* TO '${user}_role'`,
      `GRANT '${user}_role' TO '${user}'@'%'`,
      scheme === 'mysql'
        ? `SET DEFAULT ROLE ALL TO '${user}'@'%'`
        : `SET DEFAULT ROLE '${user}_role' FOR '${user}'@'%'`,
    );
    try {
      const { report } = await place.engine.sync(tenant, goal, { prove: false, allow: 'all' });
      expect(report?.outcome).toBe('done');
    } finally {
      await administerMysql(
        url,
        `DROP USER '${user}'@'%'`,
        `DROP USER '${user}_owner'@'%'`,
        `DROP ROLE '${user}_role'`,
      );
    }
  });

  live(`a desired state says whose rights something runs with, whoever may not say so on ${name}`, async () => {
    const named = (verb: string) => `CREATE TABLE t (id int);
${verb} VIEW v AS SELECT id FROM t; ${verb} PROCEDURE p () SELECT 1; ${verb} TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1;`;
    const goal = named("CREATE DEFINER='nobody'@'%'");
    await using place = await openPlace({ url, scheme, driver, start: goal, goal });
    const user = `plain_${randomBytes(6).toString('hex')}`;
    const target = new URL(place.tenant.target.url);
    const ofDatabase = target.pathname.slice(1).replaceAll('_', '\\_');
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      ...[ofDatabase, '\\_schema\\_sync\\_scratch\\_%'].map((each) => `GRANT ALL ON \`${each}\`.* TO '${user}'@'%'`),
      // Without these the body of somebody else's procedure is not shown.
      `GRANT ${scheme === 'mysql' ? 'SHOW_ROUTINE ON *.*' : 'SELECT ON mysql.proc'} TO '${user}'@'%'`,
    );
    try {
      const tenant = tenantAs(place, user, scheme);
      expect((await place.engine.validate(tenant, place.goal)).inSync).toBe(true);
      await expect(place.engine.validate(tenant, place.goal, { with: ['owners'] })).rejects.toMatchObject({
        code: 'PERMISSION_DENIED',
      });
      await place.desire(goal.replace('SELECT 1', 'SELECT 2'));
      const run = place.engine.sync(tenant, place.goal, { allow: 'all' });
      await expect(run).rejects.toMatchObject({
        code: 'PERMISSION_DENIED',
        message: expect.stringContaining('procedure p runs with the rights of nobody@%'),
      });
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  live(`what goes comes back whose it was, by whoever may say so, on ${name}`, async () => {
    const mine = "CREATE DEFINER='nobody'@'%'";
    const start = `CREATE TABLE t (id int);
${mine} SQL SECURITY INVOKER VIEW v AS SELECT id FROM t; ${mine} PROCEDURE p () SELECT 1; ${mine} FUNCTION f () RETURNS int DETERMINISTIC RETURN 1;
${mine} TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1; ${mine} EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1;`;
    await using place = await openPlace({ url, scheme, driver, start, goal: 'CREATE TABLE t (id int);' });
    const { report } = await place.sync();
    const user = `back_${randomBytes(6).toString('hex')}`;
    const ofDatabase = new URL(place.tenant.target.url).pathname.slice(1).replaceAll('_', '\\_');
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT ALL ON \`${ofDatabase}\`.* TO '${user}'@'%'`,
    );
    try {
      const refused = await place.engine
        .down(tenantAs(place, user, scheme), report?.run ?? '', { allow: 'all', prove: false })
        .catch((error) => error);
      expect(refused).toMatchObject({ code: 'PERMISSION_DENIED' });
      const told = refused.details.lacks.map(({ lack }: { readonly lack: string }) => lack.split(',')[0]).sort();
      expect(told).toEqual(
        ['event e', 'function f', 'procedure p', 'trigger g', 'view v'].map(
          (each) => `${each} runs with the rights of nobody@%`,
        ),
      );
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    const definers =
      await place.query(`SELECT definer AS d FROM information_schema.routines WHERE routine_schema = DATABASE()
UNION ALL SELECT definer FROM information_schema.views WHERE table_schema = DATABASE()
UNION ALL SELECT definer FROM information_schema.triggers WHERE trigger_schema = DATABASE()
UNION ALL SELECT definer FROM information_schema.events WHERE event_schema = DATABASE()`);
    expect(definers).toEqual(Array.from({ length: 5 }, () => ({ d: 'nobody@%' })));
  });

  live(`of more than one statement has room for, too, on ${name}`, async () => {
    await using place = await openPlace({ url, scheme, driver, start: 'CREATE TABLE t (id int);', goal: '' });
    const user = `many_${randomBytes(6).toString('hex')}`;
    const ofDatabase = new URL(place.tenant.target.url).pathname.slice(1).replaceAll('_', '\\_');
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT ON \`${ofDatabase}\`.* TO '${user}'@'%'`,
    );
    try {
      // Each takes a right of its own, of which a statement asks by four values.
      const changes = Array.from({ length: 16_400 }, (_, i): Change => {
        const at = address('table', `t${i}`);
        return {
          id: `drop ${at}`,
          verb: 'drop',
          kind: 'table',
          address: at,
          from: schemaObject({ kind: 'table', address: at, name: `t${i}`, spec: {} }),
        };
      });
      const asked = driver.dialect.missingRights?.(changes);
      if (!asked) throw new Error('nothing was asked');
      await using connection = await driver.connect(driver.options(tenantAs(place, user, scheme).target), {
        access: 'read',
      });
      const lacks = await connection.query<{ readonly lack: string }>(asked);
      expect(lacks.length).toBe(16_400);
      expect(lacks[0]?.lack).toBe('table t0: the account lacks DROP');
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });
});
