import type { Driver } from '@sync/core';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import driver from '../src/index.js';
import { folder } from './folder.js';

function over(client: unknown) {
  return (driver as Driver).over?.(client);
}

it('a connection over a database that a program has open leaves it open, and as patient as it was', async () => {
  const native = new Database(':memory:', { timeout: 1234 });
  const open = over(native) ?? expect.fail('this is one of its own');
  {
    await using connection = await open({ access: 'write' });
    await connection.atomically?.([{ text: 'CREATE TABLE t (a)' }]);
    await using _ = await connection.lock('one');
  }
  expect(native.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 0 });
  expect(native.pragma('busy_timeout', { simple: true })).toBe(1234);
  native.close();
});

it('connections over one database in memory wait for each other’s locks, those over two do not', async () => {
  const open = over(new Database(':memory:')) ?? expect.fail('this is one of its own');
  await using one = await open({ access: 'write' });
  await using two = await open({ access: 'write' });
  const held = await one.lock('plugin');
  await expect(two.lock('plugin', { waitMs: 50 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
  const elsewhere = over(new Database(':memory:')) ?? expect.fail('this is one of its own');
  await using other = await elsewhere({ access: 'write' });
  await using _ = await other.lock('plugin', { waitMs: 50 });
  await held[Symbol.asyncDispose]();
  await using __ = await two.lock('plugin', { waitMs: 50 });
});

it('what is of another library is not taken for a database', async () => {
  using place = folder();
  expect(over(place)).toBeUndefined();
  expect(over(null)).toBeUndefined();
  expect(over({ query() {} })).toBeUndefined();
});
