import { randomBytes } from 'node:crypto';
import { tenantContext } from '@sync/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace } from './place.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const start = `
CREATE TABLE users (id int PRIMARY KEY, mail varchar(40), secret varchar(40)); INSERT INTO users VALUES (1, 'ada', 'x');
CREATE FUNCTION one () RETURNS int DETERMINISTIC RETURN 1;
`;
const schema = `
CREATE TABLE users (id int PRIMARY KEY, mail varchar(40), secret varchar(40));
CREATE FUNCTION one () RETURNS int DETERMINISTIC RETURN 1;
`;

const given = { with: ['grants'], online: 'never' } as const;

/** An account and a role of a test's own, which go with it. */
async function accounts(url: string): Promise<{ readonly user: string; readonly role: string }> {
  const name = randomBytes(6).toString('hex');
  const [user, role] = [`\`u_${name}\`@\`%\``, `\`r_${name}\``];
  await administerMysql(url, `CREATE USER ${user}`, `CREATE ROLE ${role}`);
  onTestFinished(async () => void (await administerMysql(url, `DROP USER ${user}`, `DROP ROLE ${role}`)));
  return { user, role };
}

/** What the server shows of an account, without the name of the database. */
async function granted(url: string, account: string): Promise<readonly string[]> {
  const rows = await administerMysql(url, `SHOW GRANTS FOR ${account}`);
  const texts = rows.map((row) => String(Object.values(row)[0]).replace(/ TO .*?(?= WITH|$)/, ''));
  return texts
    .filter((text) => !text.includes('USAGE'))
    .map((text) =>
      text.replace(/`[^`]*`\./, '').replace(/\(([^)]*)\)/g, (_, list) => `(${list.split(', ').sort().join(', ')})`),
    );
}

const part = randomBytes(4).toString('hex');

/** Databases, and others that a pattern of the same letters would fit. */
const named: readonly (readonly [string, readonly string[]])[] = [
  [`a_${part}`, [`ax${part}`, `A_${part}`]],
  [`a%${part}`, [`axx${part}`]],
  [`a\\${part}`, [`a_${part}`]],
];

/** Those of these databases that an account may use. */
async function usable(url: string, user: string, databases: readonly string[]): Promise<readonly string[]> {
  const name = /^`([^`]*)`/.exec(user)?.[1] ?? '';
  await administerMysql(url, `ALTER USER ${user} IDENTIFIED BY 'secret'`);
  const found = databases.map(async (database) => {
    const path = `/${encodeURIComponent(database)}`;
    const at = Object.assign(new URL(url), { username: name, password: 'secret', pathname: path });
    return runIn(at.href, 'SHOW TABLES').then(
      () => [database],
      () => [],
    );
  });
  return (await Promise.all(found)).flat();
}

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;

  const ofMariadb = url !== '' && scheme === 'mariadb' ? test : test.skip;

  ofMariadb('what is granted on packages and their bodies is granted, changed, kept and taken back', async () => {
    const { user } = await accounts(url);
    const packages = (comment: string) => `SET sql_mode = ORACLE;
      CREATE PACKAGE tools COMMENT '${comment}' AS FUNCTION one RETURN INT; END;
      CREATE PACKAGE BODY tools AS FUNCTION one RETURN INT AS BEGIN RETURN 1; END; END;`;
    const on = [
      `GRANT EXECUTE ON PACKAGE tools TO ${user};`,
      `GRANT EXECUTE, ALTER ROUTINE ON PACKAGE BODY tools TO ${user};`,
    ];
    await using place = await openPlace({ url, scheme, driver, start: 'DO 0;', goal: '-- @empty' });
    await place.desire(`${packages('a')} ${on.join(' ')}`);
    expect((await place.sync(given)).report?.outcome).toBe('done');
    const both = ['GRANT EXECUTE ON PACKAGE `tools`', 'GRANT EXECUTE, ALTER ROUTINE ON PACKAGE BODY `tools`'];
    expect((await granted(url, user)).toSorted()).toEqual(both.toSorted());
    expect((await place.sync({ ...given, dryRun: true })).inSync).toBe(true);
    // Where the package is another one its body is made again, and stays granted.
    await place.desire(`${packages('b')} ${on[0]}`);
    expect((await place.sync(given)).report?.outcome).toBe('done');
    expect(await granted(url, user)).toEqual(both.slice(0, 1));
    await place.desire('-- @empty');
    expect((await place.sync(given)).report?.outcome).toBe('done');
    expect(await granted(url, user)).toEqual([]);
  });

  ofMariadb('what is granted to everybody is told and stays', async () => {
    const { user } = await accounts(url);
    await using place = await openPlace({ url, scheme, driver, start, goal: schema });
    await place.query('GRANT SELECT, INSERT (mail) ON users TO PUBLIC');
    await place.desire(`${schema} GRANT INSERT ON users TO ${user};`);
    expect((await place.sync(given)).report?.outcome).toBe('done');
    const left = await place.query(
      "SELECT privilege_type FROM information_schema.table_privileges WHERE table_schema = DATABASE() AND grantee LIKE '%PUBLIC%'",
    );
    expect(left.map((row) => Object.values(Object(row)))).toEqual([['SELECT']]);
    const { unmanaged } = await place.engine.inspect(place.tenant, { with: ['grants'] });
    expect(unmanaged.map(({ reason }) => reason)).toContain(
      'it is of PUBLIC, to whom no desired state grants anything',
    );
    await place.query('REVOKE ALL PRIVILEGES ON users FROM PUBLIC');
  });

  ofMariadb('what is granted on the body of a package goes with it, though nobody asks for grants', async () => {
    const { user } = await accounts(url);
    const start = `SET sql_mode = ORACLE; CREATE PACKAGE tools AS FUNCTION one RETURN INT; END;
      CREATE PACKAGE BODY tools AS FUNCTION one RETURN INT AS BEGIN RETURN 1; END; END;`;
    await using place = await openPlace({ url, scheme, driver, start: 'DO 0;', goal: start });
    expect((await place.sync()).report?.outcome).toBe('done');
    await place.query(`SET sql_mode = ORACLE; GRANT EXECUTE ON PACKAGE BODY tools TO ${user}`);
    expect(await granted(url, user)).toEqual(['GRANT EXECUTE ON PACKAGE BODY `tools`']);
    await place.desire('-- @empty');
    expect((await place.sync()).report?.outcome).toBe('done');
    expect(await granted(url, user)).toEqual([]);
  });

  live('what files grant is granted, changed and taken back, and nothing of it in scratch', async () => {
    const { user, role } = await accounts(url);
    await using place = await openPlace({ url, scheme, driver, start, goal: schema });
    await place.desire(`${schema}
      GRANT SELECT, INSERT ON * TO ${user} WITH GRANT OPTION;
      GRANT SELECT (id, mail), UPDATE (mail), DELETE ON users TO ${role};
      GRANT EXECUTE ON FUNCTION one TO ${user};`);
    const { report, plan } = await place.sync(given);
    expect(report?.outcome).toBe('done');
    const database = 'GRANT SELECT, INSERT ON * WITH GRANT OPTION';
    expect(await granted(url, user)).toEqual([database, 'GRANT EXECUTE ON FUNCTION `one`']);
    expect(await granted(url, role)).toEqual(['GRANT SELECT (`id`, `mail`), UPDATE (`mail`), DELETE ON `users`']);
    const summaries = plan?.up.flatMap(({ steps }) => steps.map(({ summary }) => summary));
    expect(summaries).toContainEqual(expect.stringMatching(/^grant r_\w+(?:@%)? what it may do with table users$/));
    expect(await administerMysql(url, "SELECT db FROM mysql.db WHERE db LIKE '\\_schema\\_sync\\_scratch%'")).toEqual(
      [],
    );
    expect((await place.sync({ ...given, dryRun: true })).inSync).toBe(true);
    expect((await place.sync({ dryRun: true, online: 'never' })).inSync).toBe(true);

    await place.desire(`${schema}
      GRANT SELECT ON * TO ${user};
      GRANT SELECT (id), DELETE, TRIGGER ON users TO ${role};`);
    const changed = await place.sync(given);
    expect(changed.report?.outcome).toBe('done');
    expect(await granted(url, user)).toEqual(['GRANT SELECT ON *']);
    expect(await granted(url, role)).toEqual(['GRANT SELECT (`id`), DELETE, TRIGGER ON `users`']);

    await place.engine.down(place.tenant, changed.report?.run ?? '', { allow: 'all' });
    expect(await granted(url, user)).toEqual([database, 'GRANT EXECUTE ON FUNCTION `one`']);
    expect(await granted(url, role)).toEqual(['GRANT SELECT (`id`, `mail`), UPDATE (`mail`), DELETE ON `users`']);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect([...(await granted(url, user)), ...(await granted(url, role))]).toEqual([]);
    expect(plan?.changes.map(({ verb }) => verb)).toEqual(['create', 'create', 'create']);
    expect(await place.query('SELECT * FROM users')).toEqual([{ id: 1, mail: 'ada', secret: 'x' }]);
  });

  live('a routine that is made again is granted again, and a table under another name, too', async () => {
    const { user } = await accounts(url);
    const grants = `GRANT SELECT ON users TO ${user}; GRANT EXECUTE ON FUNCTION one TO ${user};`;
    await using place = await openPlace({ url, scheme, driver, start: `${start} ${grants}`, goal: schema });
    await place.desire(
      `${schema.replace('RETURN 1', 'RETURN 2').replace('CREATE TABLE users', '-- @renamed from=users\nCREATE TABLE people')}
       ${grants.replace('users', 'people')}`,
    );
    const { report } = await place.sync(given);
    expect(report?.outcome).toBe('done');
    const all = ['GRANT EXECUTE ON FUNCTION `one`', 'GRANT SELECT ON `people`'];
    expect([...(await granted(url, user))].sort()).toEqual(all);
    expect((await place.sync({ ...given, dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect([...(await granted(url, user))].sort()).toEqual([all[0], 'GRANT SELECT ON `users`']);
  });

  live('an account that is not there is named before anything runs', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal: schema });
    await place.desire(
      `${schema} CREATE TABLE more (id int PRIMARY KEY); GRANT SELECT ON more TO nobody_of_this_name@here;`,
    );
    const refused = await place.sync(given).catch((error) => error);
    expect(refused).toMatchObject({ code: 'PERMISSION_DENIED' });
    expect(refused.message).toContain('there is no account `nobody_of_this_name`@`here`');
    expect(await place.query("SHOW TABLES LIKE 'more'")).toEqual([]);
  });

  live('what is beyond the database is refused, by file and line', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal: schema });
    const refused = async (text: string) => {
      await place.desire(`${schema}${text}`);
      return place.sync(given).then(
        () => 'taken',
        ({ message }: Error) => message,
      );
    };
    expect(await refused('GRANT SELECT ON *.* TO a;')).toMatch(/goal\.sql:4.*‘\*’ stands for the one at hand/s);
    expect(await refused('GRANT SELECT ON other.t TO a;')).toMatch(/in which database it is/);
    expect(await refused('GRANT one_role TO a;')).toMatch(/it grants a role/);
    expect(await refused('GRANT FILE ON * TO a;')).toMatch(/FILE is no privilege on a database/);
    expect(await refused("GRANT SELECT ON users TO a IDENTIFIED BY 'secret';")).toMatch(/nothing of how they log in/);
  });

  live('the account that makes the changes keeps what it has, and patterns stay', async () => {
    const { user } = await accounts(url);
    await using place = await openPlace({ url, scheme, driver, start, goal: schema });
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    const pattern = `${database.slice(0, -1).replaceAll('_', '\\_')}%`;
    await administerMysql(url, `GRANT SELECT ON \`${pattern}\`.* TO ${user}`);
    const own = `\`${database.replaceAll('_', '\\_')}\`.*`;
    await place.query(
      `GRANT SELECT ON ${own} TO CURRENT_USER(); CREATE TABLE short (a int); GRANT SELECT ON short TO ${user}; DROP TABLE short`,
    );
    const { unmanaged, catalogue } = await place.engine.inspect(place.tenant, { with: ['grants'] });
    await place.query(`REVOKE SELECT ON ${own} FROM CURRENT_USER()`);
    expect(unmanaged.map(({ reason }) => reason).sort()).toEqual([
      'it is of the account that schema-sync is connected as',
      `it is on a pattern of databases, ${pattern}`,
      'what it is on is not there',
    ]);
    expect([...catalogue].map(({ kind }) => kind).sort()).toEqual(['function', 'table']);
  });

  live('what is granted on a database is granted on no other whose name its own would fit as a pattern', async () => {
    const { user } = await accounts(url);
    for (const [name, others] of named) {
      const inUrl = Object.assign(new URL(url), { pathname: `/${encodeURIComponent(name)}` }).href;
      const target = { url: inUrl.replace(/^mysql:/, `${scheme}:`), directory: '/', settings: {} };
      const quoted = (database: string) => `\`${database}\``;
      await administerMysql(url, ...[name, ...others].map((database) => `CREATE DATABASE ${quoted(database)}`));
      try {
        await using place = await openPlace({ url, scheme, driver, start, goal: schema });
        const tenant = tenantContext({ id: 'named', target });
        const sync = (dryRun: boolean) => place.engine.sync(tenant, place.goal, { ...given, allow: 'all', dryRun });
        await place.desire(`${schema} GRANT SELECT ON * TO ${user};`);
        const { report } = await sync(false);
        expect(await usable(url, user, [name, ...others])).toEqual([name]);
        expect((await sync(true)).inSync).toBe(true);
        // What is of other databases, or holds for them, too, is none of this one's.
        await administerMysql(url, ...others.map((database) => `GRANT INSERT ON ${quoted(database)}.* TO ${user}`));
        expect((await sync(true)).inSync).toBe(true);
        await administerMysql(url, ...others.map((database) => `REVOKE INSERT ON ${quoted(database)}.* FROM ${user}`));
        await place.engine.down(tenant, report?.run ?? '', { allow: 'all' });
        expect(await usable(url, user, [name, ...others])).toEqual([]);
      } finally {
        await administerMysql(url, ...[name, ...others].map((database) => `DROP DATABASE ${quoted(database)}`));
      }
    }
  });

  live('a name that is a pattern is read as one', async () => {
    const { user } = await accounts(url);
    await using place = await openPlace({ url, scheme, driver, start, goal: schema });
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    await administerMysql(url, `GRANT SELECT ON \`${database}\`.* TO ${user}`);
    const { unmanaged } = await place.engine.inspect(place.tenant, { with: ['grants'] });
    expect(unmanaged).toMatchObject([{ kind: 'grant', reason: `it is on a pattern of databases, ${database}` }]);
  });
});
