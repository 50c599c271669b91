import { expect, test } from 'vitest';
import { execute, project, schemaSync } from './support.js';

const url = ['--url', 'sqlite:./app.db'] as const;

test('a damaged plan is told with what helps where it came from', async () => {
  const folder = await project({ 'schema.sql': 'CREATE TABLE a (b);', 'plan.json': '{"format":1}' });
  await execute(folder, 'CREATE TABLE x (y)', 'DROP TABLE x');
  const applied = await schemaSync(folder, ['apply', 'plan.json', ...url, '--yes']);
  expect(applied).toMatchObject({ code: 3, stderr: expect.stringContaining('plan.json is not a schema-sync plan') });
  expect(applied.stderr).toContain('hint: Make the plan again with `schema-sync plan`.');

  expect((await schemaSync(folder, ['sync', ...url, '--to', 'schema.sql', '--yes'])).code).toBe(0);
  await execute(folder, `UPDATE _schema_sync_runs SET plan = replace(plan, '"b"', '"c"')`);
  const back = await schemaSync(folder, ['down', 'last', ...url, '--yes']);
  expect(back).toMatchObject({ code: 3, stderr: expect.stringContaining('error[PLAN_CORRUPT] the plan of run') });
  expect(back.stderr).toContain('hint: The journal (_schema_sync_runs) was edited or damaged');
  expect(back.stderr).not.toContain('Make the plan again');

  const piped = await schemaSync(folder, ['apply', '/dev/null', ...url, '--yes']);
  expect(piped).toMatchObject({ code: 3, stderr: expect.stringContaining('what came through /dev/null is empty') });
  expect(piped.stderr).toContain('hint: Run by itself what writes into the pipe');
});

test('an error of a table that is being rebuilt names the table alone, in its cause too', async () => {
  const folder = await project({
    'schema.sql': "CREATE TABLE a (b TEXT, c, d AS (json_extract(b, '$')) STORED NOT NULL);",
  });
  await execute(folder, 'CREATE TABLE a (b TEXT, c)', "INSERT INTO a VALUES ('null', 1)");
  for (const more of [[], ['--verbose'], ['--format', 'json']]) {
    const argv = ['sync', ...url, '--to', 'schema.sql', '--yes', '--allow', 'all', '--no-prove', ...more];
    const { code, stdout, stderr } = await schemaSync(folder, argv);
    expect(code).toBe(3);
    expect(stderr).toContain('error[CHECK_FAILED] NOT NULL constraint failed: a.d');
    // The statement alone is as it ran.
    expect(stderr.replace(/^ {2}statement: .*?(?=^ {2}hint: )/ms, '')).not.toMatch(/_schema_sync_[0-9a-f]{8}/);
    if (more[0] === '--format')
      expect(JSON.parse(stdout)).toMatchObject({ error: { cause: 'NOT NULL constraint failed: a.d' } });
  }
});
