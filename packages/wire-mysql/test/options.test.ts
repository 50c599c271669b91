import { expect, test } from 'vitest';
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
