import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';

const scripts = {
  '20240101000000_first.sql':
    '-- migrate:up\nCREATE TABLE a (id integer PRIMARY KEY);\n-- migrate:down\nDROP TABLE a;\n',
  '20240102000000_second.sql':
    '-- migrate:up\nALTER TABLE a ADD COLUMN b integer;\n-- migrate:down\nALTER TABLE a DROP COLUMN b;\n',
};

const shared = 'CREATE TABLE public.schema_migrations (version varchar(128) PRIMARY KEY)';

describe.each(playedKinds)('migrations of tenants of $name', (kind) => {
  const live = kind.isThere ? test : test.skip;

  live('run on each what it lacks, in waves, and are taken back', { timeout: 300_000 }, async () => {
    const ids = ['a', 'b', 'c', 'd'];
    await using tenants = await kind.openTenants(ids);
    for (const [name, text] of Object.entries(scripts)) {
      await mkdir(join(tenants.folder, 'm'), { recursive: true });
      await writeFile(join(tenants.folder, 'm', name), text);
    }
    const json = async (way: string, ...argv: readonly string[]) => {
      const { stdout, stderr, code } = await tenants.run('migrate', way, '--dir', 'm', ...argv, '--format', 'json');
      return { code, stderr, found: JSON.parse(stdout || '{}') };
    };
    // Everybody's table of that name, which each of them would find as well, is of none of them.
    if (kind.name.startsWith('schemas'))
      await at(tenants, 'a', shared, "INSERT INTO public.schema_migrations VALUES ('20240101000000')");
    const one = await json('up', '--tenant', 'c', '--steps', '1', '--yes');
    expect(one, one.stderr).toMatchObject({ code: 0, found: { tenant: 'c', ran: [{}] } });
    // What only one of them has stands in the way there, and of nobody else.
    await at(tenants, 'd', 'CREATE TABLE a (id integer)');
    const up = await json('up', '--all-tenants', '--yes', '--waves', 'first:2,rest', '--abort-after', '2');
    expect(up, up.stderr).toMatchObject({ code: 4, found: { failed: [{ tenant: 'd' }], skipped: [], cancelled: [] } });
    const done = up.found.done as readonly { readonly tenant: string; readonly ran: readonly object[] }[];
    expect(Object.fromEntries(done.map(({ tenant, ran }) => [tenant, ran.length]))).toEqual({ a: 2, b: 2, c: 1 });
    for (const id of ['a', 'b', 'c']) {
      await at(tenants, id, 'INSERT INTO a (id, b) VALUES (1, 2)');
      expect(await at(tenants, id, 'SELECT version FROM schema_migrations'), id).toHaveLength(2);
    }
    await at(tenants, 'd', 'DROP TABLE a');
    const left = await json('up', '--all-tenants', '--yes');
    expect(left, left.stderr).toMatchObject({ code: 0, found: { done: [{ tenant: 'd', ran: [{}, {}] }] } });
    const status = await json('status', '--all-tenants', '--exit-code');
    expect(status, status.stderr).toMatchObject({ code: 0, found: { classes: [{ tenants: ids }] } });
    const down = await json('down', '--all-tenants', '--yes');
    expect(down, down.stderr).toMatchObject({ code: 0, found: { done: [{}, {}, {}, {}], failed: [] } });
    for (const id of ids) await at(tenants, id, 'ALTER TABLE a ADD COLUMN b integer');
    expect(await at(tenants, 'a', 'SELECT id, b FROM a')).toMatchObject([{ id: 1, b: null }]);
  });
});
