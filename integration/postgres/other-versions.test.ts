import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, servers } from '../online/support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const urls = servers.flatMap((server) => ('url' in server ? [server.url] : []));

const definitions = `
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL);
CREATE TABLE u (id int NOT NULL, t int REFERENCES t);
CREATE VIEW v AS SELECT t.id, a, u.t FROM t JOIN u ON u.t = t.id WHERE a = ANY (ARRAY['x', 'y']);
CREATE MATERIALIZED VIEW w AS SELECT id, a FROM t ORDER BY id;
`;

test.skipIf(urls.length < 2)(
  'databases of two versions are compared as one of them words both, and it is said',
  async () => {
    const [old = '', recent = ''] = urls;
    await using place = await openPlace(old, {}, definitions);
    await using other = await openPlace(recent, {}, definitions);
    const told =
      /it is of PostgreSQL 13\.\d+, and was built in scratch on PostgreSQL 18\.\d+, so that both are worded by one server/;
    const run = (...args: readonly string[]) => schemaSync(['diff', ...args], { cwd: place.folder, env });
    for (const [from, to] of [
      [place.url, other.url],
      [other.url, place.url],
    ] as const) {
      const { code, stdout, stderr } = await run('--from', from, '--to', to, '--exit-code');
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('no differences') });
      expect(stderr).toMatch(told);
    }
    const { stdout } = await run('--from', place.url, '--to', other.url, '--format', 'json');
    expect(JSON.parse(stdout).warnings).toMatchObject([{ message: expect.stringMatching(told) }]);
    expect((await run('--from', place.url, '--to', place.url)).stderr).toBe('');
  },
);

test.skipIf(urls.length < 2)(
  'where the one cannot be built as the other words it, what may look changed is told',
  async () => {
    const [old = '', recent = ''] = urls;
    await using place = await openPlace(old, {}, 'CREATE TABLE t (id int)');
    // The function stands in what is excluded, so that the view cannot be built without it.
    const needing =
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE VIEW v AS SELECT f() AS a; CREATE TABLE t (id int)';
    await using other = await openPlace(old, {}, needing);
    await using newer = await openPlace(recent, {}, 'CREATE TABLE t (id int)');
    const compared = ['diff', '--from', other.url, '--to', newer.url, '--exclude', 'f*'];
    const told =
      /it was read on PostgreSQL 18\.\d+, and what it is compared with on PostgreSQL 13\.\d+: what they write/;
    expect((await schemaSync(compared, { cwd: place.folder, env })).stderr).toMatch(told);
  },
);

test.skipIf(urls.length < 1)('what is compared with a database is built beside it', async () => {
  const [old = ''] = urls;
  await using place = await openPlace(old, {}, definitions);
  await writeFile(join(place.folder, 'same.sql'), definitions);
  for (const args of [
    ['diff', '--from', place.url, '--to', 'same.sql'],
    ['diff', '--from', 'same.sql', '--to', place.url],
  ]) {
    const told = await schemaSync(args, { cwd: place.folder, env });
    expect(told).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('no differences') });
  }
  const linted = await schemaSync(['lint', 'same.sql', '--from', place.url], { cwd: place.folder, env });
  expect(linted).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('no problems') });
});
