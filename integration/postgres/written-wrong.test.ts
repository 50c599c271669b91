import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, servers } from '../online/support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const long = `a_${'long_'.repeat(13)}name`;

describe.each(servers)('$name: what is written wrong in a desired state', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  async function planned(sql: string) {
    await using place = await openPlace(url, {}, '');
    writeFileSync(join(place.folder, 'm.sql'), sql);
    return await schemaSync(['plan', '--url', place.url, '--to', 'm.sql'], { cwd: place.folder, env });
  }

  live('is named by the line and the column at which the server stopped', async () => {
    const { code, stderr } = await planned(
      `-- ünï\nCREATE TABLE a (\n  "🙂" integer,\n  x text DEFAULT 1 +,\n  y int\n);`,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('m.sql:4:21: syntax error at or near ","');
  });

  live('as temporary is refused', async () => {
    for (const head of ['CREATE TEMP TABLE t', 'CREATE TABLE pg_temp.t']) {
      const { code, stderr } = await planned(`${head} (id int);\nCREATE TABLE z (id int);`);
      expect({ head, code }).toEqual({ head, code: 1 });
      expect(stderr).toContain('m.sql:1: a temporary object belongs to one connection');
    }
  });

  live('with a name that the server cuts is warned of', async () => {
    const { code, stderr } = await planned(`CREATE TABLE t (\n  ${long} int,\n  "ü${'é'.repeat(40)}" int);`);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(
      `m.sql:2:3: this name is longer than 63 bytes, and the server keeps only ${long.slice(0, 63)} of it`,
    );
    expect(stderr).toContain(`keeps only "ü${'é'.repeat(30)}" of it`);
  });
});
