import { expect, test } from 'vitest';
import { project, schemaSync, withDatabase } from './support.js';

const state = { 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' };

test.each(['_schema_sync_runs', '_schema_sync_steps'])(
  'a table %s that is not ours is told as a damaged journal, nothing is touched, and it may be renamed',
  async (table) => {
    const folder = await project(state);
    const execute = (text: string) => withDatabase(folder, (connection) => connection.query({ text }), 'app.db');
    await execute(`CREATE TABLE ${table} (x integer)`);
    const sync = ['sync', '--url', 'sqlite:./app.db', '--to', './s', '--yes'];
    const refused = await schemaSync(folder, sync);
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('error[JOURNAL_CORRUPT]') });
    expect(refused.stderr).toContain(`the table ${table} is not as schema-sync made it`);
    const tables = await execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    expect(tables).toEqual([{ name: table }]);
    await execute(`ALTER TABLE ${table} RENAME TO somebody_elses`);
    expect(await schemaSync(folder, [...sync, '--exclude', 'somebody_elses'])).toMatchObject({ code: 0 });
    const history = await schemaSync(folder, ['history', '--url', 'sqlite:./app.db']);
    expect(history).toMatchObject({ code: 0, stdout: expect.stringContaining('done') });
  },
);
