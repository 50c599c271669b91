import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@sync/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { type FamilyServer, family } from '../mysql/servers.js';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { dump, dumpProgram } from '../servers/mysql-dump.mjs';
import { bring, realMysqlSchemas } from './bring.js';
import { built, inFolder, tenantAt } from './mysql/built.js';

const isLong = process.env.TEST_LONG === '1';
/** The larger ones take minutes. */
const names = isLong ? realMysqlSchemas : realMysqlSchemas.slice(0, 3);
const timeout = isLong ? 1_800_000 : 180_000;

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
/** What the dump of one server says and the other does not know: it is refused in its words. */
const refused: Readonly<Record<string, RegExp>> = {
  'mariadb-11 mediawiki': /dump\.sql:\d+: Unknown collation: 'utf8mb3_uca1400_ai_ci'/,
};

/** People dump with the client that is there. MySQL's own of today is let in by no MariaDB: it has no `mysql_native_password` any more. */
const clientOf: Readonly<Record<string, string>> = {
  'mysql-9': 'mariadb-11',
  'mariadb-10': 'mariadb-11',
  'mariadb-11': 'mariadb-10',
};

const newest = { mysql: 'mariadb-11', mariadb: 'mysql-9' } as const;

describe.each(family)('$name', (server) => {
  if (server.url === '') {
    test.skip(`absent: ${server.name}`, () => {});
    return;
  }
  const engine = createEngine({ driver: server.driver });
  const other = family.find(({ name }) => name === newest[server.scheme]);

  describe.each(names)('the schema of %s', (name) => {
    let found: Awaited<ReturnType<typeof bring>> | undefined;
    beforeAll(async () => {
      found = await bring(name);
    }, timeout);

    test('generated as documents it is its equal', { timeout }, async ({ skip }) => {
      if (!found || 'absent' in found) return skip('absent: its package cannot be fetched');
      await using original = await built(server, found.statements);
      await inFolder(async (cwd) => {
        const written = await schemaSync(['generate', original.url, '-o', 'yaml', '--format', 'yaml'], { cwd, env });
        expect(written.code, written.stderr).toBe(0);
        expect((await engine.plan(tenantAt(original.url, cwd), join(cwd, 'yaml'))).changes).toEqual([]);
      });
    });

    test('its dump is a desired state as it is, and so it is to the other server', { timeout }, async ({ skip }) => {
      if (!found || 'absent' in found) return skip('absent: its package cannot be fetched');
      const program = await dumpProgram(server.name);
      if ('absent' in program) return skip(`absent: the dump program of ${server.name}, ${program.absent}`);
      await using original = await built(server, found.statements);
      const text = await dump(program.program, original.url, ['--routines', '--events']);
      await inFolder(async (directory) => {
        const path = join(directory, 'dump.sql');
        await writeFile(path, text);
        expect((await engine.plan(tenantAt(original.url, directory), path)).changes).toEqual([]);
        if (!other || other.url === '') return;
        const refusal = refused[`${server.name} ${name}`];
        const made = expectMade(other, path, directory);
        await (refusal ? expect(made).rejects.toThrow(refusal) : made);
      });
    });

    test.runIf(isLong)('dumped by the program of another server it is itself, too', { timeout }, async ({ skip }) => {
      if (!found || 'absent' in found) return skip('absent: its package cannot be fetched');
      const program = await dumpProgram(clientOf[server.name] ?? server.name);
      if ('absent' in program) return skip(`absent: the dump program of another server, ${program.absent}`);
      await using original = await built(server, found.statements);
      // The plugins that it lets itself in with lie beside its libraries.
      const [, , libraries] = program.program;
      const options = ['--routines', '--events', `--plugin-dir=${libraries}/libmariadb3/plugin`];
      const text = await dump(program.program, original.url, options);
      await inFolder(async (directory) => {
        const path = join(directory, 'dump.sql');
        await writeFile(path, text);
        expect((await engine.plan(tenantAt(original.url, directory), path)).changes).toEqual([]);
      });
    });
  });
});

async function expectMade({ driver, url, scheme }: FamilyServer, path: string, directory: string): Promise<void> {
  const engine = createEngine({ driver });
  await using made = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
  const tenant = tenantAt(made.url, directory);
  await engine.sync(tenant, path, { prove: false, allow: 'all' });
  expect((await engine.plan(tenant, path)).changes).toEqual([]);
}
