import { describe, expect, it } from 'vitest';
import { columnsNamedIn } from '../src/runtime/foreign-record.js';
import { statesOf } from '../src/runtime/kit-deltas.js';

const table = (schema: string, name: string) => ({ entityType: 'tables', schema, name });
const column = (schema: string, of: string, name: string) => ({ entityType: 'columns', schema, table: of, name });
const key = (entityType: string, ...names: readonly string[]) => `${entityType}\0${JSON.stringify(names)}`;
const diff = (...deltas: readonly unknown[]) => ({ type: 'diff', deltas });

const base = {
  type: 'base',
  ddl: [
    { entityType: 'schemas', name: 'app' },
    ...[table('app', 'posts'), column('app', 'posts', 'id')],
    ...[table('public', 'users'), column('public', 'users', 'id'), column('public', 'users', 'name')],
  ],
};

const named = (snapshots: readonly unknown[]) =>
  statesOf(snapshots).map((state) => (state === undefined ? undefined : Object.fromEntries(columnsNamedIn(state))));

describe('snapshots that hold what changed', () => {
  it('tell what there was after each of them, also of what lies within something that is called otherwise', () => {
    const states = named([
      base,
      diff(
        { op: 'create', row: column('public', 'users', 'mail') },
        { op: 'drop', key: key('columns', 'public', 'users', 'name') },
        { op: 'alter', key: key('columns', 'public', 'users', 'id'), set: { type: 'bigint' } },
      ),
      diff(
        { op: 'rename', key: key('tables', 'public', 'users'), set: { name: 'people' } },
        { op: 'rename', key: key('columns', 'public', 'people', 'mail'), set: { name: 'email' } },
        { op: 'rename', key: key('schemas', 'app'), set: { name: 'site' } },
      ),
      diff(
        { op: 'rename', key: key('tables', 'site', 'posts'), set: { schema: 'public' } },
        { op: 'drop', key: key('tables', 'public', 'people') },
        { op: 'drop', key: key('columns', 'public', 'people', 'id') },
      ),
    ]);
    expect(states).toEqual([
      { 'table:app.posts': ['id'], 'table:users': ['id', 'name'] },
      { 'table:app.posts': ['id'], 'table:users': ['id', 'mail'] },
      { 'table:site.posts': ['id'], 'table:people': ['id', 'email'] },
      { 'table:posts': ['id'] },
    ]);
  });

  it('tell nothing where one before them is gone, until one is whole again', () => {
    expect(named([base, undefined, diff(), base])).toEqual([
      expect.anything(),
      undefined,
      undefined,
      expect.anything(),
    ]);
  });

  it('are left as they are where each is whole', () => {
    const older = { tables: { 'public.users': { name: 'users', schema: '', columns: {} } } };
    expect(statesOf([older, undefined, older])).toEqual([older, undefined, older]);
  });
});
