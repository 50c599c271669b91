import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, servers } from './support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const before = 'CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL); CREATE INDEX ti ON t (a);';
const goal = 'CREATE TABLE t (id int PRIMARY KEY, a bigint NOT NULL); CREATE INDEX ti ON t (a);';
const type =
  "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'a'";

describe.each(servers)('$name: a plan whose run was killed', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is named by audit, gone on with by apply, and taken back as one', { timeout: 120_000 }, async () => {
    await using place = await openPlace(url, {}, before, 'INSERT INTO t SELECT n, n FROM generate_series(1, 500) n');
    const run = (...args: readonly string[]) => schemaSync([...args, '--url', place.url], { cwd: place.folder, env });
    const { engine, tenant } = place;
    const { root } = (await engine.inspect(tenant)).catalogue;
    await place.desire(goal);
    await run('plan', '--to', place.goal, '--online', '-o', 'plan.json');
    const apply = ['apply', 'plan.json', '--yes', '--allow', 'all'];
    const died = await schemaSync([...apply, '--url', place.url], {
      cwd: place.folder,
      env,
      onError: (text, child) => {
        if (text.includes('step 4/')) child.kill('SIGKILL');
      },
    });
    expect(died.signal).toBe('SIGKILL');
    const [stopped] = await engine.history(tenant);
    const name = stopped?.run.slice(0, 8);
    const audit = await run('audit');
    expect(audit.stdout).toMatch(new RegExp(`^! run ${name} has not ended: .* steps held.*schema-sync sync`, 'm'));
    expect(JSON.parse((await run('audit', '--format', 'json')).stdout)).toMatchObject({ unfinished: stopped?.run });
    const again = await run(...apply);
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect(again.stderr).toContain(`run ${name} of this plan did not come to its end`);
    expect(again.stdout, 'nobody has reviewed what is left').toContain('Batch 1 of');
    expect(await place.value(type)).toBe('bigint');
    expect((await engine.validate(tenant, place.goal)).inSync).toBe(true);
    expect((await run('audit')).stdout).toContain('✓ as the last run left it');
    expect((await run(...apply)).stdout).toContain('already applied by run');
    expect(await run('down', 'last', '--yes', '--allow', 'all')).toMatchObject({ code: 0 });
    expect((await engine.inspect(tenant)).catalogue.root).toBe(root);
    expect((await engine.history(tenant)).map(({ takenBackBy }) => takenBackBy !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
    expect(await place.value('SELECT count(*)::int FROM t WHERE a = id')).toBe(500);
  });
});
