import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, type Place, servers } from '../online/support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

/** A place with a config that names its database by way of a secret. */
async function configured(place: Place, more: object = {}) {
  const config = { url: 'env:APP_URL', to: './schema.sql', ...more };
  await writeFile(join(place.folder, 'schema-sync.config.json'), JSON.stringify(config));
  return (...args: readonly string[]) => schemaSync(args, { cwd: place.folder, env: { ...env, APP_URL: place.url } });
}

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
