import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { mysqlServers, openPlace, type PhasedServer, postgresServers } from './place.js';

const faulty = {
  mysql: new URL('../faults/support/faulty-mysql.mjs', import.meta.url),
  mariadb: new URL('../faults/support/faulty-mariadb.mjs', import.meta.url),
  postgres: new URL('../faults/support/faulty-postgres.mjs', import.meta.url),
};

const start = [
  'CREATE TABLE people (id INTEGER PRIMARY KEY, full_name VARCHAR(80) NOT NULL, gone VARCHAR(9) NOT NULL)',
  "INSERT INTO people VALUES (1, 'Ann Lee', 'a'), (2, 'Bob Ray', 'b')",
];
const goal = `CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL, -- @renamed from=full_name
  come VARCHAR(9) NOT NULL
);`;
const old = 'SELECT id, full_name AS v FROM people ORDER BY id';
const next = 'SELECT id, name AS v FROM people ORDER BY id';

/** Lets an expansion die before its n-th statement; false where it came to its end before that. */
async function dieAt(at: number, server: PhasedServer): Promise<boolean> {
  await using place = await openPlace(server, start, goal);
  const { file, tenant } = place;
  const folder = dirname(file);
  const config = join(folder, 'faults.json');
  const { name } = server.driver;
  const drivers = { use: { [name]: fileURLToPath(faulty[name as keyof typeof faulty]) } };
  await writeFile(config, JSON.stringify({ drivers, url: tenant.target.url, to: file }));
  const ended = await schemaSync(
    ['sync', '--config', config, '--phase', 'expand', '--yes', '--allow', 'all', '--no-prove', '--online'],
    { cwd: folder, env: { DIE_AT: String(at) } },
  );
  await rm(config);
  if (ended.signal === null) expect(ended, ended.stderr).toMatchObject({ code: 0 });
  const before = await place.run(old);
  await place.run(
    "UPDATE people SET full_name = 'Ann B' WHERE id = 1",
    "INSERT INTO people (id, full_name, gone) VALUES (3, 'C D', 'c')",
  );
  expect(before, 'no row is lost').toHaveLength(2);
  const again = await place.sync('expand');
  if (ended.signal === null) expect(again, 'it was done').toMatchObject({ inSync: true });
  expect(await place.sync('expand'), 'the next run goes on to the end').toMatchObject({ inSync: true });
  expect(await place.run(next)).toEqual(await place.run(old));
  await place.run("UPDATE people SET name = 'New' WHERE id = 2", "UPDATE people SET come = ''");
  expect(await place.run(next)).toEqual(await place.run(old));
  await place.sync('contract');
  expect(await place.sync(undefined)).toMatchObject({ inSync: true });
  expect(await place.run(next)).toEqual([
    { id: 1, v: 'Ann B' },
    { id: 2, v: 'New' },
    { id: 3, v: 'C D' },
  ]);
  return ended.signal !== null;
}

/** Every other moment is the one after a statement, which is that before the next. */
const stride = process.env.TEST_LONG === '1' ? 2 : 10;

// The newest of each: every death is a process and a database of its own.
const servers = [...mysqlServers, ...postgresServers].filter(({ name }) => !/mariadb-10|postgres-13/.test(name));

describe.each(servers)('an expansion on $name', (server) => {
  test.skipIf(server.url === '')(
    'that dies between two statements goes on with the next run',
    { timeout: 600_000 },
    async () => {
      let deaths = 0;
      for (let at = 1; await dieAt(at, server); at += stride) deaths++;
      expect(deaths).toBeGreaterThan(15 / stride);
    },
  );
});
