import { PGlite } from '@electric-sql/pglite';
import type { Driver } from '@sync/core';
import pg from 'pg';
import { expect, test } from 'vitest';
import driver from '../src/index.js';

const over = (client: unknown) => (driver as Driver).over?.(client);

test('a connection over a PGlite leaves its session as it was, and open', async () => {
  await using client = await PGlite.create();
  await client.exec("CREATE SCHEMA mine; SET search_path = mine; SET lock_timeout = '7s'");
  const settings = async () =>
    (await client.query("SELECT name, setting FROM pg_settings WHERE source = 'session' ORDER BY name")).rows;
  const before = await client.query('SHOW search_path');
  const open = over(client) ?? expect.fail('this is one of its own');
  const set = await settings();
  {
    await using connection = await open({ access: 'write' });
    await connection.execute({ text: 'CREATE TABLE public.t (a int)' });
    expect(await connection.query({ text: 'SELECT 1 AS n' })).toEqual([{ n: 1 }]);
  }
  expect((await client.query('SHOW search_path')).rows).toEqual(before.rows);
  expect((await client.query('SHOW lock_timeout')).rows).toEqual([{ lock_timeout: '7s' }]);
  const values = Object.fromEntries(
    (set as { name: string; setting: string }[]).map(({ name, setting }) => [name, setting]),
  );
  expect(
    Object.fromEntries(
      ((await settings()) as { name: string; setting: string }[]).map(({ name, setting }) => [name, setting]),
    ),
  ).toMatchObject(values);
  expect((await client.query('SELECT * FROM public.t')).rows).toEqual([]);
});

test('one has a PGlite at a time', async () => {
  await using client = await PGlite.create();
  const open = over(client) ?? expect.fail('this is one of its own');
  const first = await open({ access: 'write' });
  const order: string[] = [];
  const second = open({ access: 'write' }).then((connection) => {
    order.push('second');
    return connection;
  });
  await first.query({ text: 'SELECT 1' });
  order.push('first');
  await first[Symbol.asyncDispose]();
  await using _ = await second;
  expect(order).toEqual(['first', 'second']);
});

test('a client of a server is not one that nobody can get beside', () => {
  expect(over(new pg.Pool())).toBeUndefined();
  expect(over(undefined)).toBeUndefined();
});
