import { expect, test } from 'vitest';
import { project, throughPipes, withDatabase } from '../support.js';

const files = {
  's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);',
  'shops/a.db': '',
  'shops/b.db': '',
  'schema-sync.config.json': JSON.stringify({
    url: 'sqlite:./app.db',
    to: './s',
    fleets: { shops: { file: 'shops/*.db' } },
  }),
};

test('audit verify follows the journal of a database, and tells what somebody changed', async () => {
  const folder = await project(files);
  const env = { env: { CI: 'true', GITLAB_CI: 'true', GITLAB_USER_LOGIN: 'me', CI_JOB_URL: 'https://g.example/1' } };
  expect(await throughPipes(folder, ['sync', '--yes', '--create'], env)).toMatchObject({ code: 0 });
  const whole = await throughPipes(folder, ['audit', 'verify']);
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('1 run, 5 entries, as they were written') });
  const [, head = ''] = /head (\w+)/.exec(whole.stdout) ?? [];
  expect(whole.stdout).not.toContain('other tenants');
  const another = await throughPipes(folder, ['audit', 'verify', '--url', 'sqlite:./app.db', '--tenant', 'another']);
  expect(another.stdout).toMatch(/0 runs, 0 entries.*\n.*runs of other tenants, which were not looked at.*: \w+/);
  expect(await throughPipes(folder, ['audit', 'verify', '--head', head])).toMatchObject({ code: 0 });
  const execute = (text: string) => withDatabase(folder, (connection) => connection.execute({ text }), 'app.db');
  await execute("UPDATE _schema_sync_runs SET ci = NULL, user_name = 'eve'");
  const changed = await throughPipes(folder, ['audit', 'verify', '--url', 'sqlite:./app.db']);
  expect(changed).toMatchObject({
    code: 3,
    stdout: expect.stringMatching(/run \w{8}: the run is not as the trail tells/),
  });
  await execute('DELETE FROM _schema_sync_trail');
  await execute('DELETE FROM _schema_sync_runs');
  await execute('DELETE FROM _schema_sync_steps');
  expect(await throughPipes(folder, ['audit', 'verify'])).toMatchObject({ code: 0 });
  const cut = await throughPipes(folder, ['audit', 'verify', '--head', head]);
  expect(cut).toMatchObject({ code: 3, stdout: expect.stringContaining(`no entry has the hash ${head}`) });
});

test('audit verify follows the journals of the tenants of a fleet', async () => {
  const folder = await project(files);
  await throughPipes(folder, ['sync', '--all-tenants', '--yes']);
  const verify = ['audit', 'verify', '--all-tenants', '--format', 'json'];
  const journals = ['a', 'b'].map((tenant) => ({ tenant, runs: 1, entries: 5, breaks: [] }));
  const whole = await throughPipes(folder, verify);
  expect(JSON.parse(whole.stdout)).toMatchObject({ journals, failed: [], missing: [] });
  await withDatabase(
    folder,
    (connection) => connection.execute({ text: 'DELETE FROM _schema_sync_trail WHERE place = 5' }),
    'shops/b.db',
  );
  const cut = await throughPipes(folder, verify);
  expect(cut.code).toBe(3);
  const breaks = [{ message: expect.stringContaining('its end was cut off') }, { run: expect.any(String) }];
  expect(JSON.parse(cut.stdout)).toMatchObject({
    journals: [
      { tenant: 'a', breaks: [] },
      { tenant: 'b', breaks },
    ],
  });
});
