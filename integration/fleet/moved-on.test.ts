import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from './kinds/files.js';
import { at } from './kinds/kind.js';

/** Lists tenants, and does something to the first of them once all have been looked at. */
const config = (spoil: string) => `
import { copyFileSync, rmSync } from 'node:fs';
async function* tenants() {
  for (const id of ['a', 'b', 'c']) yield { id, url: \`sqlite:./shops/\${id}.db\` };
  ${spoil};
}
export default { to: './s', fleets: { apps: { engine: 'sqlite', tenants } } };
`;

const columns = "SELECT group_concat(name) AS names FROM pragma_table_info('t')";

test.each([
  ['is changed', "copyFileSync('other.db', './shops/a.db')"],
  ['is taken away', "rmSync('./shops/a.db')"],
])(
  'where the first tenant of a state %s after all were looked at, the others are planned for and synced all the same',
  async (_, spoil) => {
    await using tenants = await openFiles(['a', 'b', 'c']);
    for (const id of ['a', 'b', 'c']) await at(tenants, id, 'CREATE TABLE t (id INTEGER PRIMARY KEY)');
    await copyFile(join(tenants.folder, 'shops/b.db'), join(tenants.folder, 'shops/other.db'));
    await at(tenants, 'other', 'CREATE TABLE precious (id INTEGER PRIMARY KEY)');
    await copyFile(join(tenants.folder, 'shops/other.db'), join(tenants.folder, 'other.db'));
    await writeFile(join(tenants.folder, 'spoilt.mjs'), config(spoil));
    await tenants.desire('CREATE TABLE t (id integer PRIMARY KEY, note text);');
    const sync = ['sync', '--all-tenants', '--yes', '--allow', 'all', '--parallel', '1', '--config', 'spoilt.mjs'];
    const ended = await tenants.run(...sync);
    expect(ended, ended.stdout + ended.stderr).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('2 synced · 1 failed'),
    });
    expect(ended.stdout).not.toContain('precious');
    expect(ended.stdout).toMatch(/BASE_MISMATCH.*\n {2}at: tenant a\n/);
    for (const id of ['b', 'c']) expect(await at(tenants, id, columns)).toEqual([{ names: 'id,note' }]);
  },
);
