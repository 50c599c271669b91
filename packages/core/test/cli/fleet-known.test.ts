import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project, schemaSync, withDatabase } from './support.js';

const table = 'CREATE TABLE t (id INTEGER PRIMARY KEY)';
const config = { 'schema-sync.config.json': JSON.stringify({ to: './s', fleets: { shops: { file: 'shops/*.db' } } }) };
const all = ['--all-tenants', '--format', 'json'];
const ids = ['a', 'b', 'c'];

async function shops(...statements: readonly string[]): Promise<string> {
  const folder = await project({ 's/t.sql': `${statements.join(';')};`, ...config });
  await mkdir(join(folder, 'shops'));
  for (const id of ids) await execute(folder, id, table);
  return folder;
}

const execute = (folder: string, id: string, ...statements: readonly string[]) =>
  withDatabase(
    folder,
    async (connection) => {
      for (const text of statements) await connection.execute({ text });
    },
    `shops/${id}.db`,
  );

const isKept = (name: string) => name.endsWith('.json');

async function keptOf(folder: string): Promise<string> {
  const [name = ''] = (await readdir(join(folder, '.schema-sync'))).filter(isKept);
  return join(folder, '.schema-sync', name);
}

/** Has what is kept say of each state that something is left alone there which nobody who reads would find. */
async function plant(folder: string): Promise<void> {
  const file = await keptOf(folder);
  const known = JSON.parse(await readFile(file, 'utf8'));
  const unmanaged = [{ kind: 'table', name: 'planted', reason: 'nobody put it there' }];
  const states = known.states.map((state: object) => ({ ...state, unmanaged }));
  await writeFile(file, JSON.stringify({ ...known, states }));
}

async function validated(folder: string, ...more: readonly string[]) {
  const { code, stdout, stderr } = await schemaSync(folder, ['validate', ...(more.length > 0 ? more : all)]);
  const { classes = [] } = JSON.parse(stdout || '{}');
  const told = classes.map(
    ({ tenants, inSync, unmanaged = [] }: { tenants: string[]; inSync: boolean; unmanaged?: unknown[] }) => ({
      tenants,
      inSync,
      planted: JSON.stringify(unmanaged).includes('planted'),
    }),
  );
  return { code, told, stderr };
}

test('files that are as they were are told without being read, and others are read', async () => {
  const folder = await shops(table);
  expect(await validated(folder)).toMatchObject({ code: 0, told: [{ tenants: ids, planted: false }] });
  await plant(folder);
  expect(await validated(folder)).toMatchObject({ code: 0, told: [{ tenants: ids, inSync: true, planted: true }] });
  await execute(folder, 'a', 'INSERT INTO t VALUES (1)');
  expect((await validated(folder)).told).toEqual([{ tenants: ids, inSync: true, planted: true }]);
  await execute(folder, 'b', 'ALTER TABLE t ADD COLUMN more TEXT');
  for (const _ of [1, 2])
    expect(await validated(folder)).toMatchObject({
      code: 3,
      told: [
        { tenants: ['a', 'c'], inSync: true, planted: true },
        { tenants: ['b'], inSync: false, planted: false },
      ],
    });
  // Another file in its place is what that holds.
  await copyFile(join(folder, 'shops/b.db'), join(folder, 'shops/a.db'));
  expect((await validated(folder)).told).toMatchObject([
    { tenants: ['a', 'b'], inSync: false },
    { tenants: ['c'], inSync: true },
  ]);
  await writeFile(join(folder, 's/t.sql'), `${table}; CREATE INDEX i ON t (id);`);
  expect((await validated(folder)).told.every(({ planted }: { planted: boolean }) => !planted)).toBe(true);
});

test('what a run came to is known from then on, and what others change after it is found', async () => {
  const folder = await shops(`${table.replace(')', ', more TEXT)')}`);
  const synced = await schemaSync(folder, ['sync', '--all-tenants', '--yes']);
  expect(synced).toMatchObject({ code: 0, stdout: expect.stringContaining('3 synced') });
  await plant(folder);
  expect(await validated(folder)).toMatchObject({ code: 0, told: [{ tenants: ids, inSync: true, planted: true }] });
  await execute(folder, 'c', 'DROP TABLE t');
  expect(await validated(folder)).toMatchObject({ code: 3, told: [{ planted: true }, { tenants: ['c'] }] });
});

test('what is known of some stays where others are asked about, and goes with those who are not there any more', async () => {
  const folder = await shops(table);
  await validated(folder);
  const namesOf = async () => Object.keys(JSON.parse(await readFile(await keptOf(folder), 'utf8')).tenants);
  await validated(folder, '--tenant', 'a', '--format', 'json');
  expect(await namesOf()).toEqual(ids);
  expect(await schemaSync(folder, ['tenants', 'drop', 'b', '--yes', '--allow', 'data-loss'])).toMatchObject({
    code: 0,
  });
  await validated(folder);
  expect(await namesOf()).toEqual(['a', 'c']);
});
