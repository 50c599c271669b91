import { type Address, type Catalogue, inspect } from '@sync/core';
import { expect, test } from 'vitest';
import { sqliteDriver } from '../src/driver.js';

async function read(statements: readonly string[], parts: readonly string[] = []): Promise<Catalogue> {
  await using connection = await sqliteDriver.connect(
    { path: ':memory:', lockWaitMs: 0, create: true },
    { access: 'write' },
  );
  for (const text of statements) await connection.execute({ text });
  return (await inspect(connection, sqliteDriver, { with: parts })).catalogue;
}

const at = (catalogue: Catalogue, address: string) => catalogue.get(address as Address);

const shared = [
  'CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT COLLATE NOCASE)',
  'CREATE INDEX i ON t (b COLLATE NOCASE)',
  'CREATE VIEW v AS SELECT a FROM t JOIN u',
  'CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM u; END',
];
const u = 'CREATE TABLE u (c INT)';

test('databases with the same definitions share the objects', async () => {
  const [one, other] = [await read([u, ...shared]), await read([...shared, u])];
  expect(one.size).toBe(5);
  for (const object of one) expect(other.get(object.address)).toBe(object);
});

test('a text means what the rest of its database makes of it, however often it was read before', async () => {
  const child = 'CREATE TABLE child (p INT REFERENCES parent)';
  const keyed = (column: string) => [`CREATE TABLE parent (x INT, y INT, PRIMARY KEY (${column}))`, child];
  const references = (catalogue: Catalogue) => at(catalogue, 'table:child')?.spec;
  for (const column of ['x', 'y', 'x'])
    expect(references(await read(keyed(column)))).toMatchObject({ foreignKeys: [{ references: [column] }] });

  const [, index = '', ...others] = shared;
  const binary = await read(['CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)', index]);
  expect(at(binary, 'index:i')?.spec).toMatchObject({ terms: [{ column: 'b', collation: 'NOCASE' }] });
  expect(at(await read(shared), 'index:i')?.spec).toMatchObject({ terms: [{ column: 'b' }] });
  expect(at(await read(shared), 'index:i')?.spec).not.toMatchObject({ terms: [{ collation: 'NOCASE' }] });

  const asView = await read([...shared.slice(0, 2), 'CREATE VIEW u AS SELECT 1 AS c', ...others]);
  expect(at(asView, 'view:v')?.needs).toEqual(['table:t', 'view:u']);
  expect(at(asView, 'trigger:g')?.needs).toEqual(['view:u']);
  expect(at(await read([u, ...shared]), 'view:v')?.needs).toEqual(['table:t', 'table:u']);
});

test('the order of columns counts where it was asked for, and nowhere else', async () => {
  const order = { 'sqlite/column-order': ['a', 'b'] };
  expect(at(await read(shared, ['column-order']), 'table:t')?.extras).toEqual(order);
  expect(at(await read(shared), 'table:t')?.extras).toEqual({});
  expect(at(await read(shared, ['column-order']), 'table:t')?.extras).toEqual(order);
});
