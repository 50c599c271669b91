import { isSyncError } from '@sync/core';
import { expect, test } from 'vitest';
import driver from '../src/index.js';

const read = (url: string, settings?: Readonly<Record<string, unknown>>) =>
  driver.options({ url, directory: '/', ...(settings && { settings }) });

function refusal(url: string, settings?: Readonly<Record<string, unknown>>): string {
  try {
    read(url, settings);
  } catch (error) {
    if (isSyncError(error)) return `${error.code} ${error.message} ${error.hint}`;
  }
  throw new Error(`${url} was taken`);
}

test('takes the nodes of a URL in their order, with the usual port where none is given', () => {
  expect(read('rqlite://One,two:5001,[::1]:6001').nodes).toEqual([
    { host: 'one', port: 4001 },
    { host: 'two', port: 5001 },
    { host: '::1', port: 6001 },
  ]);
});

test('knows a cluster by its nodes, whoever connects and in whichever order they are named', () => {
  expect(driver.identity?.(read('rqlite://ada@two,one'))).toBe(driver.identity?.(read('rqlite://one,two')));
});

test('decodes the account, and settings come before it', () => {
  expect(read('rqlite://a%40b:c%2Fd@one')).toMatchObject({ user: 'a@b', password: 'c/d' });
  expect(read('rqlite://ada:old@one', { password: 'new' })).toMatchObject({ user: 'ada', password: 'new' });
});

test('labels it without the password', () => {
  expect(driver.label(read('rqlites://ada:secret@one,two:5001?timeoutMs=5'))).toBe('rqlites://ada@one:4001,two:5001');
});

test('takes settings of the URL, but no secret', () => {
  expect(read('rqlite://one?timeoutMs=5&leaseMs=900')).toMatchObject({ timeoutMs: 5, leaseMs: 900 });
  expect(refusal('rqlite://one?password=hunter2')).not.toContain('hunter2');
});

test.each([
  ['rqlite://one/app', 'no database name'],
  ['http://one:4001', 'rqlite://'],
  ['rqlite://one:99999', 'cannot be read'],
  ['rqlite://one?timeout=5', 'timeoutMs'],
  ['rqlite://one?ca=/tmp/ca.pem', 'rqlites://'],
  ['rqlites://one?ca=/no/such/ca.pem', 'cannot be read'],
])('refuses %s with what to do', (url, words) => {
  expect(refusal(url)).toContain('CONFIG_INVALID');
  expect(refusal(url)).toContain(words);
});

test.each([{ timeoutMs: 0 }, { leaseMs: 1.5 }, { lockWaitMs: 'long' }, { password: true }])(
  'refuses the setting %j',
  (settings) => {
    expect(refusal('rqlite://one', settings)).toContain('CONFIG_INVALID');
  },
);
