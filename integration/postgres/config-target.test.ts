import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, type Place, servers } from '../online/support.js';
import { startOwnServer } from '../servers/own-server.mjs';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

/** A place with a config that names its database by way of a secret. */
async function configured(place: Place, more: object = {}) {
  const config = { url: 'env:APP_URL', to: './schema.sql', ...more };
  await writeFile(join(place.folder, 'schema-sync.config.json'), JSON.stringify(config));
  return (...args: readonly string[]) => schemaSync(args, { cwd: place.folder, env: { ...env, APP_URL: place.url } });
}

test('a password may come from a function of the config, which is asked at every connection and never shown', async ({
  skip,
}) => {
  const own = await startOwnServer('postgres-18', {
    rules: ['host all keeper all scram-sha-256', 'host all all all trust'],
  });
  if ('absent' in own) return skip(`absent: ${own.absent}`);
  await using _ = own;
  await using place = await openPlace(own.url, {}, "CREATE ROLE keeper LOGIN CREATEDB PASSWORD 'signed:token'");
  await place.desire('CREATE TABLE t (id integer);');
  const url = Object.assign(new URL(place.url), { username: 'keeper' }).href;
  const run = async (answer: string) => {
    const password = `() => { console.error('asked'); ${answer} }`;
    const config = `export default { url: '${url}', to: './schema.sql', password: ${password} };`;
    await writeFile(join(place.folder, 'schema-sync.config.mjs'), config);
    return schemaSync(['validate', '--verbose'], { cwd: place.folder, env });
  };
  const found = await run("return 'signed:token'");
  expect(found, found.stderr).toMatchObject({ code: 3 });
  expect(found.stderr.match(/^asked$/gm)?.length).toBeGreaterThan(1);
  const refused = await run("return 'another:token'");
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('The password is not') });
  const failed = await run("throw new Error('the vault is shut')");
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining('that gives the password failed') });
  for (const { stdout, stderr } of [found, refused, failed]) expect(`${stdout}${stderr}`).not.toContain(':token');
});

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('scratch is made beside the database of the config, also where only files are looked at', async () => {
    await using place = await openPlace(url, {}, 'CREATE TABLE t (id integer)');
    await place.desire('CREATE TABLE t (id integer, name text);');
    await writeFile(join(place.folder, 'migration.sql'), 'ALTER TABLE t ADD note text;');
    const run = await configured(place);
    for (const args of [
      ['lint'],
      ['lint', '--from', 'schema.sql'],
      ['lint', '--statements', 'migration.sql', '--from', 'schema.sql'],
      ['fixtures'],
      ['diff', '--from', 'schema.sql', '--to', 'schema.sql', '--format', 'sql'],
      ['snapshot', 'save', 'kept', 'schema.sql'],
    ]) {
      const { code, stderr } = await run(...args);
      expect(code, `${args.join(' ')}: ${stderr}`).toBe(0);
    }
    const nowhere = await schemaSync(['lint', 'schema.sql', '--config', 'none.json'], { cwd: place.folder, env });
    expect(nowhere.code).toBe(1);
    const alone = await schemaSync(['lint', '--engine', 'postgres'], { cwd: place.folder, env });
    expect(alone.stderr).toContain('the environment variable APP_URL is not set');
  });

  live('the engine is that of --scratch', async () => {
    await using place = await openPlace(url, {});
    await place.desire('CREATE TABLE t (id integer);');
    const { code, stderr } = await schemaSync(['lint', place.goal, '--scratch', place.url], { cwd: place.folder, env });
    expect(code, stderr).toBe(0);
  });

  live('a snapshot that is kept in the database is a source for every command', async () => {
    await using place = await openPlace(url, {}, 'CREATE TABLE t (id integer)');
    await place.desire('CREATE TABLE t (id integer, name text);');
    const run = await configured(place, { snapshots: { store: 'database' } });
    expect((await run('snapshot', 'save', 'before')).code).toBe(0);
    expect((await run('snapshot', 'save', 'goal', 'schema.sql')).code).toBe(0);
    for (const args of [
      ['--from', 'snapshot:before'],
      ['--from', 'snapshot:before', '--to', 'snapshot:goal'],
      ['--from', 'snapshot:before', '--to', 'schema.sql', '--url', place.url],
      ['--from', 'snapshot:before', '--to', 'snapshot:goal', '--format', 'sql'],
      ['--to', 'snapshot:goal'],
    ]) {
      const { code, stdout, stderr } = await run('diff', ...args);
      expect(code, stderr).toBe(0);
      expect(stdout, args.join(' ')).toMatch(/\+ name +text|ADD COLUMN name text/);
    }
    for (const command of ['inspect', 'lint']) expect((await run(command, 'snapshot:goal')).code, command).toBe(0);
  });
});
