import { describe, expect, type TestContext, test } from 'vitest';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { openPlace } from './place.js';
import { family } from './servers.js';

/** The server writes all names of tables and views in lower case, and finds them by any. */
const folded = { 'lower-case-table-names': '1' };

const goal = `
CREATE TABLE Users (Id int PRIMARY KEY, Name varchar(9));
CREATE TABLE Orders (id int PRIMARY KEY, u int, CONSTRAINT OfUser FOREIGN KEY (u) REFERENCES USERS (Id));
CREATE VIEW Vu AS SELECT U.Id FROM users AS U;
CREATE TRIGGER Tr BEFORE INSERT ON ORDERS FOR EACH ROW SET NEW.u = NEW.u;
CREATE PROCEDURE Pr() SELECT * FROM USERS;
`;
const another = goal
  .replace('CREATE TABLE Users', 'CREATE TABLE uSERS')
  .replace('varchar(9)', 'varchar(19)')
  .replace('REFERENCES USERS (Id)', 'REFERENCES UserS (Id) ON DELETE CASCADE');

async function ownServer(name: string, skip: TestContext['skip']): Promise<OwnServer> {
  const server = await startOwnServer(name, { made: folded, settings: folded });
  return 'absent' in server ? skip(`absent: ${server.absent}`) : server;
}

describe.each(family.filter(({ name }) => name !== 'mariadb-10'))('$name', ({ name, scheme, driver, url }) => {
  test('a server that folds the names of tables is brought to its schema however they are spelt, and back', async ({
    skip,
  }) => {
    await using own = await ownServer(name, skip);
    await using place = await openPlace({ url: own.url, scheme, driver, start: 'SELECT 1', goal });
    const root = async () => (await place.engine.inspect(place.tenant)).catalogue.root;
    await place.sync({ online: 'never' });
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    const first = await root();
    await place.query("INSERT INTO users VALUES (1, 'Ada'); INSERT INTO orders VALUES (1, 1)");
    await place.desire(goal.replace('CREATE TABLE Users', 'CREATE TABLE USERS').replace('VIEW Vu', 'VIEW vU'));
    expect((await place.sync({ dryRun: true })).inSync, 'a name in other letters is the same').toBe(true);
    await place.desire(another);
    const { report } = await place.sync({ online: 'never' });
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await root()).toBe(first);
    expect(await place.query('SELECT name FROM users JOIN orders ON u = users.id')).toMatchObject([{ name: 'Ada' }]);
    await place.desire(`${goal} CREATE TABLE oRDERS (id int PRIMARY KEY);`);
    await expect(place.sync()).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(/goal\.sql:\d+: Table 'orders' already exists/),
    });
  });

  test('a rename is declared in letters of any case where the server makes no difference', async ({ skip }) => {
    await using own = await ownServer(name, skip);
    const start = "CREATE TABLE Users (Id int PRIMARY KEY, Name varchar(9)); INSERT INTO Users VALUES (1, 'Ada')";
    await using place = await openPlace({ url: own.url, scheme, driver, start, goal: 'SELECT 1' });
    await place.desire(
      '-- @renamed from=USERS\nCREATE TABLE People (Id int PRIMARY KEY,\n-- @renamed from=NAME\nLabel varchar(9));',
    );
    const { plan, report } = await place.sync({ online: 'never' });
    expect(plan?.changes.map(({ verb }) => verb)).not.toContain('drop');
    expect(await place.query('SELECT label FROM people')).toMatchObject([{ label: 'Ada' }]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await place.query('SELECT name FROM users')).toMatchObject([{ name: 'Ada' }]);
  });

  test('names of columns are one in letters of any case, and those of tables are not', async ({ skip }) => {
    if (url === '') return skip('absent');
    const start = "CREATE TABLE Users (Id int PRIMARY KEY, Name varchar(9)); INSERT INTO Users VALUES (1, 'Ada')";
    await using place = await openPlace({ url, scheme, driver, start, goal: 'SELECT 1' });
    await place.desire('CREATE TABLE Users (Id int PRIMARY KEY,\n-- @renamed from=NAME\nLabel varchar(9));');
    await place.sync({ online: 'never' });
    expect(await place.query('SELECT Label FROM Users')).toEqual([{ Label: 'Ada' }]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire('-- @renamed from=USERS\nCREATE TABLE People (Id int PRIMARY KEY, Label varchar(9));');
    await expect(place.sync({ online: 'never' })).rejects.toThrow(/there is no USERS.*Users/);
  });

  const bodies = `
CREATE TABLE t (id int PRIMARY KEY, n varchar(9));
SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT';
CREATE PROCEDURE p() SELECT "id" || 'x' FROM "t";
CREATE VIEW v AS SELECT "n" || 'x' AS c FROM t;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.n = NEW.n || 'y';
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO UPDATE t SET n = 'a' || 'b';
SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
CREATE FUNCTION f() RETURNS varchar(9) DETERMINISTIC RETURN 'a\\';
`;

  test('bodies of a database keep the sql_mode that they are read with, wherever they are made', async ({ skip }) => {
    await using own = await ownServer(name, skip);
    const opening = { url: own.url, scheme, driver, goal };
    await using source = await openPlace({ ...opening, start: bodies });
    await using place = await openPlace({ ...opening, start: 'SELECT 1' });
    await place.engine.sync(place.tenant, source.tenant.target.url, { allow: 'all' });
    expect((await place.engine.validate(place.tenant, source.tenant.target.url)).inSync).toBe(true);
    const modes = `
      SELECT routine_name AS name, sql_mode AS mode FROM information_schema.routines WHERE routine_schema = DATABASE()
      UNION ALL SELECT trigger_name, sql_mode FROM information_schema.triggers WHERE trigger_schema = DATABASE()
      UNION ALL SELECT event_name, sql_mode FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY 1`;
    expect(await place.query(modes)).toEqual(await source.query(modes));
    await place.query("INSERT INTO t VALUES (1, 'q')");
    expect(await place.query('SELECT n, f() AS f, (SELECT c FROM v) AS c FROM t')).toEqual([
      { n: 'qy', f: 'a\\', c: 'qyx' },
    ]);
  });
});
