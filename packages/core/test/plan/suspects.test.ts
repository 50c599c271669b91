import { expect, test } from 'vitest';
import type { RelationColumn } from '../../src/contract/relation.js';
import { diff } from '../../src/diff/diff.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import { thing, toyDriver, toyKind } from '../support/toy.js';

type Columns = Readonly<Record<string, string>>;

const columnsOf = (spec: unknown): RelationColumn[] =>
  Object.entries(spec as Columns).map(([name, text]) => ({
    name,
    type: text.split(' ')[0] ?? '',
    nullable: true,
    ...(text.endsWith('computed') && { generated: '1' }),
  }));

const driver = toyDriver([
  toyKind('table', {
    relation: ({ name, spec }) => ({
      name,
      type: 'table',
      columns: columnsOf(spec),
      primaryKey: {
        columns: Object.entries(spec as Columns).flatMap(([key, text]) => (text.endsWith('key') ? [key] : [])),
      },
      foreignKeys: [],
      indexes: [],
    }),
    compare(from, to) {
      const [before, after] = [Object.keys(from.spec as Columns), Object.keys(to.spec as Columns)];
      const gone = before.filter((name) => !after.includes(name));
      const come = after.filter((name) => !before.includes(name));
      return [
        ...gone.map((name) => ({ type: 'drop-column', path: ['columns', name] }) as const),
        ...come.map((name) => ({ type: 'add-column', path: ['columns', name] }) as const),
      ];
    },
  }),
]);

function suspects(base: Readonly<Record<string, Columns>>, goal: Readonly<Record<string, Columns>>): readonly string[] {
  const state = (tables: typeof base) =>
    createCatalogue(Object.entries(tables).map(([name, columns]) => thing(`table:${name}`, columns)));
  const server = { product: 'Toy', version: [1], features: new Set<string>() };
  const found = diff(state(base), state(goal), { driver, server }).suspects;
  return found.map(({ from, to }) => `${from.join('.')}=${to.join('.')}`);
}

test('the only two of one shape are asked about, whatever their names', () => {
  expect(suspects({ t: { surname: 'text' } }, { t: { family: 'text' } })).toEqual(['t.surname=t.family']);
});

test('of several, those with similar names are', () => {
  const before = { t: { phone_number: 'text', mail: 'text', createdAt: 'text' } };
  const after = { t: { created_at: 'text', email: 'text', phone: 'text' } };
  expect(suspects(before, after)).toEqual(['t.createdAt=t.created_at', 't.mail=t.email', 't.phone_number=t.phone']);
});

test('of several with nothing in common, none is', () => {
  expect(suspects({ t: { a: 'text', b: 'text' } }, { t: { colour: 'text' } })).toEqual([]);
  expect(suspects({ t: { fax: 'text', mail: 'text' } }, { t: { email: 'text' } })).toEqual(['t.mail=t.email']);
});

test('a key is not taken for a plain column, nor what is computed for what is kept', () => {
  expect(suspects({ t: { mail: 'text key' } }, { t: { email: 'text' } })).toEqual([]);
  expect(suspects({ t: { mail: 'text computed' } }, { t: { email: 'text computed' } })).toEqual([]);
});

test('tables of one shape are paired by name', () => {
  const shape = { id: 'int', name: 'text' };
  expect(suspects({ users_old: shape, orders: shape }, { order: shape, users: shape })).toEqual([
    'orders=order',
    'users_old=users',
  ]);
});

test('what comes in another place under its own name is, unless there are several', () => {
  const shape = { id: 'int', name: 'text' };
  expect(suspects({ 'a.t': shape }, { 'b.t': shape })).toEqual(['a.t=b.t']);
  expect(suspects({ t: shape }, { 'b.t': shape })).toEqual(['t=b.t']);
  expect(suspects({ 'a.t': shape }, { 'b.u': shape })).toEqual([]);
  expect(suspects({ 'a.t': shape }, { 'a.s': shape })).toEqual(['a.t=a.s']);
  expect(suspects({ 'a.t': shape, 'c.t': shape }, { 'b.t': shape })).toEqual([]);
  expect(suspects({ 'a.t': shape }, { 'a.u': shape, 'b.t': shape })).toEqual(['a.t=a.u']);
});
