import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { labelOf, readOptions } from '../src/options.js';
import { failing } from './failing.js';

const read = (url: string, settings: Readonly<Record<string, unknown>> = {}) =>
  readOptions({ url, settings, directory: '/' }, ['mysql']);

test('a URL says host, port, user, database and TLS', () => {
  const options = read('mysql://ada:p%40ss@db.example.com:3307/sh%20op?ssl-mode=verify_identity');
  expect(options).toMatchObject({
    host: 'db.example.com',
    port: 3307,
    user: 'ada',
    password: 'p@ss',
    database: 'sh op',
    sslMode: 'VERIFY_IDENTITY',
  });
  expect(labelOf(options)).toBe('mysql://ada@db.example.com:3307/sh%20op');
});

test('settings come before the URL', () => {
  expect(read('mysql://ada@db/shop?ssl-mode=DISABLED', { sslMode: 'REQUIRED', password: 'x' })).toMatchObject({
    sslMode: 'REQUIRED',
    password: 'x',
  });
});

test.each([
  ['another scheme', 'postgres://ada:hunter2@db/shop', {}],
  ['no database', 'mysql://ada:hunter2@db', {}],
  ['a password that is not encoded', 'mysql://ada:hun/ter2@db/shop', {}],
  ['an unknown parameter', 'mysql://ada:hunter2@db/shop?ssl-mod=REQUIRED', {}],
  ['an unknown mode', 'mysql://ada:hunter2@db/shop?ssl-mode=maybe', {}],
  ['an unknown setting', 'mysql://ada:hunter2@db/shop', { lockTimeout: 1 }],
  ['a number that is none', 'mysql://ada:hunter2@db/shop', { lockRetries: -1 }],
  ['a certificate that is not there', 'mysql://ada:hunter2@db/shop?ssl-ca=nowhere.pem', {}],
])('%s is refused with a hint, and no secret', (_, url, settings) => {
  const error = failing(() => read(url, settings));
  expect(error).toMatchObject({ code: 'CONFIG_INVALID', hint: expect.stringMatching(/./) });
  expect(`${error.message} ${error.hint}`).not.toMatch(/hunter2|ter2/);
});

const folder = mkdtempSync(join(tmpdir(), 'option-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function withFile(text: string, url: string, settings: Readonly<Record<string, unknown>> = {}) {
  writeFileSync(join(folder, 'my.cnf'), text);
  return readOptions({ url, settings: { defaultsFile: 'my.cnf', ...settings }, directory: folder }, ['mysql']);
}

test('an option file says what neither the URL nor a setting does', () => {
  writeFileSync(join(folder, 'more.cnf'), '[client]\nssl_mode=REQUIRED\n');
  const file = `# of this machine
[mysqld]
port=9999
[client]
user = ada
password = "p#s\\\\s" # not in the URL
host=db.example.com
port=3307
!include more.cnf
[client-mariadb]
user=nobody
`;
  expect(withFile(file, 'mysql:///shop')).toMatchObject({
    user: 'ada',
    password: 'p#s\\s',
    host: 'db.example.com',
    port: 3307,
    sslMode: 'REQUIRED',
  });
  expect(withFile(file, 'mysql://bob@other/shop?ssl-mode=DISABLED')).toMatchObject({
    user: 'bob',
    host: 'other',
    port: 3306,
    sslMode: 'DISABLED',
  });
  // A password is nobody else's.
  expect(withFile(file, 'mysql://bob@other/shop').password).not.toBe('p#s\\s');
  expect(withFile(file, 'mysql:///shop', { password: 'given' }).password).toBe('given');
});

test('an option file that is named has to be there', () => {
  const error = failing(() => read('mysql:///shop?defaults-file=nowhere.cnf'));
  expect(error).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining('defaultsFile') });
});
