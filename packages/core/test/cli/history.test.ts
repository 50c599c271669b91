import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { atTerminal, execute, type Outcome, project, schemaSync, withDatabase, write } from './support.js';

const url = ['--url', 'sqlite:./app.db'] as const;
let folder = '';

const run = (...argv: readonly string[]): Promise<Outcome> => schemaSync(folder, argv);

/** Makes one more run for each table. */
async function runs(count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const tables = Array.from({ length: n }, (_, i) => `CREATE TABLE t${i} (a);`);
    await write(folder, { 's.sql': tables.join('\n') });
    expect((await run('sync', ...url, '--to', 's.sql', '--yes', '--create')).code).toBe(0);
  }
}

async function plansLeft(): Promise<number> {
  const rows = await withDatabase(folder, (connection) =>
    connection.query({ text: `SELECT run FROM _schema_sync_runs WHERE plan LIKE '%"format":1%'` }),
  );
  return rows.length;
}

beforeEach(async () => {
  folder = await project({
    'schema-sync.config.json': JSON.stringify({ audit: { file: './audit.jsonl' } }),
  });
});

describe('history prune', () => {
  test('forgets the plans of old runs, and never what down last needs', async () => {
    await runs(4);
    const names = (JSON.parse((await run('history', ...url, '--format', 'json')).stdout).runs as { run: string }[]).map(
      (entry) => entry.run,
    );
    expect(await run('history', 'prune', ...url, '--keep', '2')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Add --yes if these plans may go.'),
    });
    expect(await plansLeft()).toBe(4);

    const pruned = await run('history', 'prune', ...url, '--keep', '2', '--yes');
    expect(pruned).toMatchObject({ code: 0, stdout: expect.stringContaining('the plans of 2 runs are forgotten') });
    expect(pruned.stderr).toContain('gets no smaller by this: VACUUM gives the room back');
    expect(await plansLeft()).toBe(2);
    expect((await run('history', ...url)).stdout.trim().split('\n')).toHaveLength(4);
    const lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'prune', tenant: 'default', runs: names.slice(2) });
    expect((await run('history', 'prune', ...url, '--keep', '2', '--yes')).stdout).toBe('there is no plan to forget\n');

    expect((await run('down', 'last', ...url, '--yes', '--allow', 'all')).code).toBe(0);
    expect((await run('down', 'last', ...url, '--yes', '--allow', 'all')).code).toBe(0);
    const gone = await run('down', 'last', ...url, '--yes', '--allow', 'all');
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('error[NOT_FOUND] the plan of run') });
    expect(gone.stderr).toMatch(/was pruned on \d{4}-.* by .*@/);
  });

  test('of before a date keeps the newest run that stands', async () => {
    await runs(2);
    expect((await run('history', 'prune', ...url, '--before', '2020-01-01', '--yes')).stdout).toContain('no plan');
    const { code, stdout } = await run(
      'history',
      'prune',
      ...url,
      '--before',
      '2100-01-01',
      '--yes',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ command: 'history prune', pruned: [expect.any(String)] });
    expect((await run('down', 'last', ...url, '--yes', '--allow', 'all')).code).toBe(0);
  });

  test('asks, and takes no for an answer', async () => {
    await runs(2);
    const no = await atTerminal(folder, ['history', 'prune', ...url, '--keep', '1'], ['n']);
    expect(no).toMatchObject({ code: 1, stderr: expect.stringContaining('Forget the plans of 1 run on sqlite:') });
    expect(await plansLeft()).toBe(2);
  });

  test.each([[], ['--keep', '0'], ['--keep', 'x'], ['--before', 'soon'], ['--keep', '1', '--before', '2026-01-01']])(
    'is refused with %s %s',
    async (...flags) => {
      expect(await run('history', 'prune', ...url, ...flags, '--yes')).toMatchObject({ code: 1, stdout: '' });
    },
  );
});

describe('a journal that tenants share', () => {
  test('shows the runs of one, and counts the others', async () => {
    await runs(2);
    await execute(folder, "UPDATE _schema_sync_runs SET tenant = 'acme' WHERE rowid = 2");
    const own = await run('history', ...url);
    expect(own.stdout.trim().split('\n')).toHaveLength(1);
    expect(own.stderr).toContain('and 1 run of 1 other tenant (acme): --all-tenants lists them');
    const all = await run('history', ...url, '--all-tenants');
    expect(all.stdout).toMatch(/tenant acme\n.*tenant default/);
    const { stdout } = await run('history', ...url, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ tenant: 'default' }], otherTenants: ['acme'] });

    await execute(folder, "UPDATE _schema_sync_runs SET tenant = 'acme'");
    const last = await run('down', 'last', ...url, '--yes', '--allow', 'all');
    expect(last).toMatchObject({ code: 1, stderr: expect.stringContaining('runs of acme have') });
    expect((await run('history', 'prune', ...url, '--keep', '1', '--yes')).stdout).toContain('no plan to forget');
  });
});
