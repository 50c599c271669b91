import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tenantContext } from '@sync/core';
import { describe, expect, type TestContext, test } from 'vitest';
import { type Beginning, openPlace, type Place } from '../mysql/place.js';
import { family } from '../mysql/servers.js';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { wireTo } from './support/cut.js';
import { mountSmall } from './support/small-disk.js';

const rows = 60_000;

/** So many rows that the server takes a while to copy them. */
const start = (scheme: string) => `
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int, note varchar(100), KEY by_note (note));
SET SESSION ${scheme === 'mysql' ? 'cte_max_recursion_depth' : 'max_recursive_iterations'} = ${rows + 1};
INSERT INTO t (a, note)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i, CONCAT('note ', i) FROM n;
`;
const goal = `
CREATE TABLE apart (id int PRIMARY KEY);
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a bigint, note varchar(100), KEY by_note (note));
`;

/** A power cut takes nothing back that was committed. */
const safe = { 'innodb-flush-log-at-trx-commit': '1' };

const offline = { online: 'never', prove: false } as const;
const tables = 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
const everything = 'SELECT COUNT(*) AS n, SUM(a) AS s, COUNT(DISTINCT note) AS notes FROM t';
const whole = [{ n: rows, notes: rows }];
const root = async ({ engine, tenant }: Place) => (await engine.inspect(tenant)).catalogue.root;
const failure = (run: Promise<unknown>) =>
  run.then(
    () => expect.fail('it went through'),
    (error) => error,
  );

/** Waits until a session of the database is at this. */
async function untilAt(place: Place, statement: string): Promise<void> {
  const text = `SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE '${statement}%'`;
  while ((await place.query(text)).length === 0) await setTimeout(5);
}

/** The next run makes what is missing; every row is there, then and after the way back. */
async function expectConverges(place: Place): Promise<void> {
  const before = await root(place);
  const { report } = await place.sync({ prove: false });
  expect(report?.outcome).toBe('done');
  expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  expect(await place.query(everything)).toMatchObject(whole);
  await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
  expect(await root(place)).toBe(before);
  expect(await place.query(everything)).toMatchObject(whole);
}

async function ownServer(name: string, skip: TestContext['skip']): Promise<OwnServer> {
  const server = await startOwnServer(name, { settings: safe });
  return 'absent' in server ? skip(`absent: ${server.absent}`) : server;
}

describe.each(family)('$name', ({ name, scheme, driver, url }) => {
  const beginning = (server: string, more: Partial<Beginning> = {}): Beginning => ({
    url: server,
    scheme,
    driver,
    start: start(scheme),
    goal,
    ...more,
  });

  test('a server that is killed in the middle of a copy of its own keeps what held, and the next run goes on', async ({
    skip,
  }) => {
    await using own = await ownServer(name, skip);
    await using place = await openPlace(beginning(own.url));
    const run = failure(place.sync(offline));
    await untilAt(place, 'ALTER TABLE');
    await own.kill();
    expect((await run).code).toMatch(/^(CONNECTION_LOST|PARTIAL)$/);
    await own.start();
    const history = await place.engine.history(place.tenant);
    expect(history[0]?.outcome).toBe('running');
    expect(history[0]?.steps.map(({ outcome }) => outcome)).toEqual(['done', 'running']);
    await expectConverges(place);
  });

  test('a server that is killed while rows are copied online keeps what was copied, and the next run goes on', async ({
    skip,
  }) => {
    await using own = await ownServer(name, skip);
    await using place = await openPlace(beginning(own.url));
    const base = await root(place);
    let killed: Promise<void> | undefined;
    const run = failure(
      place.sync({
        prove: false,
        onEvent: (event) => {
          if (event.type === 'within' && event.done >= 3000) killed ??= own.kill();
        },
      }),
    );
    expect((await run).code).toMatch(/^(CONNECTION_LOST|PARTIAL|LOCK_LOST)$/);
    await killed;
    await own.start();
    const { report } = await place.sync({ prove: false });
    expect(report?.outcome).toBe('done');
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await place.query(everything)).toMatchObject(whole);
    await place.desire(goal.replace('bigint', 'int').replace(/CREATE TABLE apart.*/, ''));
    await place.sync({ prove: false });
    expect(await root(place)).toBe(base);
  });

  test.skipIf(url === '')('a network that is cut leaves what held, and the next run goes on', async () => {
    await using place = await openPlace(beginning(url));
    await using wire = await wireTo(place.tenant.target.url);
    const tenant = tenantContext({ ...place.tenant, target: { ...place.tenant.target, url: wire.url } });
    const run = failure(place.engine.sync(tenant, place.goal, { ...offline, allow: 'all' }));
    await untilAt(place, 'ALTER TABLE');
    wire.cut();
    expect((await run).code).toMatch(/^(CONNECTION_LOST|PARTIAL|LOCK_LOST)$/);
    await expectConverges(place);
  });

  test('a disk that is full takes the statement back, and the next run goes on', async ({ skip }) => {
    await using own = await ownServer(name, skip);
    await using place = await openPlace(beginning(own.url, { start: 'SELECT 1' }));
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    using disk = mountSmall(join(own.folder, 'data', database), 200, skip);
    // What the server kept in its folder lies under the disk now.
    await place.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci');
    await place.query(start(scheme));
    disk.leave(2);
    const error = await failure(place.sync(offline));
    expect(error).toMatchObject({ hint: expect.stringContaining('out of room'), details: { steps: { done: 1 } } });
    expect(await place.query(everything)).toMatchObject(whole);
    disk.leave(100);
    await expectConverges(place);
    // The database is dropped once it has a folder of its own again, which has to be empty.
    await place.query(`DROP TABLE ${(await place.query(tables)).map((table) => table.name).join()}`);
  });
});
