import { beforeEach, describe, expect, test } from 'vitest';
import { execute, project, schemaSync, withDatabase } from './support.js';

const url = ['--url', 'sqlite:./app.db'];
const dry = ['down', 'last', ...url, '--dry-run'];
let folder = '';

const state = () =>
  withDatabase(folder, async (connection) => [
    await connection.query({ text: 'SELECT name, sql FROM sqlite_master ORDER BY name' }),
    await connection.query({ text: 'SELECT run, outcome FROM _schema_sync_runs' }),
  ]);

beforeEach(async () => {
  folder = await project({ 'schema.sql': 'CREATE TABLE a (x); CREATE TABLE late (y);' });
  await execute(folder, 'CREATE TABLE a (x)');
  expect((await schemaSync(folder, ['sync', ...url, '--to', 'schema.sql', '--yes'])).code).toBe(0);
});

describe('down --dry-run', () => {
  test('shows the way back and changes nothing', async () => {
    const before = await state();
    const shown = await schemaSync(folder, [...dry, '--allow', 'data-loss']);
    expect(shown, shown.stderr).toMatchObject({ code: 0 });
    expect(shown.stdout).toMatch(/Way back of plan[\s\S]*DROP TABLE "late"[\s\S]*dry run: nothing was changed/);
    expect(await state()).toEqual(before);
  });

  test('fails where a run would be stopped by the gate', async () => {
    const before = await state();
    const refused = await schemaSync(folder, dry);
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('DROP TABLE "late"') });
    expect(refused.stderr).toContain('--allow data-loss');
    expect(await state()).toEqual(before);
  });

  test('is told programs as sync --dry-run tells them', async () => {
    const shown = await schemaSync(folder, [...dry, '--format', 'json']);
    expect(shown).toMatchObject({ code: 1 });
    expect(JSON.parse(shown.stdout)).toMatchObject({
      format: 1,
      command: 'down',
      irreversible: [],
      plan: { down: [{ steps: [{ summary: 'drop table late' }] }] },
      hazards: [{ class: 'data-loss', change: 'drop table:late', gated: true }],
      refused: { code: 'GATE_CLOSED', exitCode: 1 },
    });
  });

  test('fails where the database is not as the run left it', async () => {
    await execute(folder, 'CREATE TABLE by_hand (z)');
    const refused = await schemaSync(folder, [...dry, '--allow', 'data-loss']);
    expect(refused).toMatchObject({ code: 3, stdout: expect.stringContaining('DROP TABLE "late"') });
    expect(refused.stderr).toMatch(/BASE_MISMATCH[\s\S]*by_hand/);
  });
});
