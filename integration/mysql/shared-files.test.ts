import { expect, test } from 'vitest';
import { startOwnServer } from '../servers/own-server.mjs';
import { openPlace } from './place.js';
import { family } from './servers.js';

const server = family.find(({ name }) => name === 'mysql-9');

test('where all tables share the files of the system, only the definitions of those that say so are shown', async ({
  skip,
}) => {
  if (!server) throw new TypeError('it is one of the family');
  const own = await startOwnServer(server.name, { settings: { 'innodb-file-per-table': 'OFF' } });
  if ('absent' in own) return skip(`absent: ${own.absent}`);
  await using _ = own;
  const usual = Array.from({ length: 20 }, (_, i) => `CREATE TABLE usual_${i} (id int PRIMARY KEY);`).join('\n');
  const start = `${usual} CREATE TABLE told (id int PRIMARY KEY) TABLESPACE innodb_system;`;
  await using place = await openPlace({ ...server, url: own.url, start, goal: start });
  const shown = async () => {
    const [row] = await place.query("SHOW GLOBAL STATUS LIKE 'Com_show_create_table'");
    return Number(row?.Value);
  };
  const before = await shown();
  const { unmanaged } = await place.engine.inspect(place.tenant);
  expect(await shown()).toBe(before + 1);
  expect(unmanaged).toMatchObject([{ kind: 'part', name: 'TABLESPACE innodb_system' }]);
});
