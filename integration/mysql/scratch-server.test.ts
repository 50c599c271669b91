import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { databaseUrl, freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const schema = 'CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20) CHARACTER SET latin1) DEFAULT CHARSET=utf8mb4;';

describe.each(family)('$name', ({ scheme, url }) => {
  test.skipIf(url === '')('scratch takes a server of which no database is named', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'scratch-server-'));
    await using database = await freshMysqlDatabase(url, scheme);
    await runIn(database.url, schema.replace(', a VARCHAR(20) CHARACTER SET latin1', ''));
    await writeFile(join(cwd, 'goal.sql'), schema);
    const run = (...args: readonly string[]) => schemaSync(args, { cwd, env });
    const end = '?ssl-mode=DISABLED&get-server-public-key=true';
    const whole = databaseUrl(url, scheme, '');
    try {
      for (const server of [whole, whole.replace(/\/$/, '')]) {
        const scratch = `${server}${end}`;
        const planned = await run('plan', '--url', database.url, '--to', 'goal.sql', '--scratch', scratch);
        expect(planned, planned.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('ADD COLUMN `a`') });
        const compared = await run('diff', '--from', database.url, '--to', 'goal.sql', '--scratch', scratch);
        expect(compared.stdout, compared.stderr).toContain('a');
      }
      const settings = { defaults: { scratch: `${whole}${end}` }, url: database.url };
      await writeFile(join(cwd, 'schema-sync.config.mjs'), `export default ${JSON.stringify(settings)};`);
      const planned = await run('plan', '--to', 'goal.sql');
      expect(planned, planned.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('ADD COLUMN `a`') });
      const refused = await run('plan', '--url', `${whole}${end}`, '--to', 'goal.sql');
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('names no database') });
    } finally {
      await rm(cwd, { recursive: true, force: true });
    }
  });
});
