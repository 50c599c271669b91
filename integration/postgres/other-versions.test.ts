import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, servers } from '../online/support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const urls = servers.flatMap((server) => ('url' in server ? [server.url] : []));

test.skipIf(urls.length < 2)('a comparison of servers of two versions says so', async () => {
  const [old = '', recent = ''] = urls;
  await using place = await openPlace(old, {}, 'CREATE TABLE t (id int)');
  await using other = await openPlace(recent, {}, 'CREATE TABLE t (id int)');
  const told = /it was read on PostgreSQL 18\.\d+, and what it is compared with on PostgreSQL 13\.\d+: what they write/;
  const compared = ['diff', '--from', place.url, '--to', other.url];
  expect((await schemaSync(compared, { cwd: place.folder, env })).stderr).toMatch(told);
  const { stdout } = await schemaSync([...compared, '--format', 'json'], { cwd: place.folder, env });
  expect(JSON.parse(stdout).warnings).toMatchObject([{ message: expect.stringMatching(told) }]);
  const alike = ['diff', '--from', place.url, '--to', place.url];
  expect((await schemaSync(alike, { cwd: place.folder, env })).stderr).toBe('');
});
