import { isSyncError, type SyncError } from '@sync/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { labelOf, type PostgresOptions, readOptions } from '../src/options.js';

afterEach(() => vi.unstubAllEnvs());

const read = (url: string, settings?: Readonly<Record<string, unknown>>): PostgresOptions =>
  readOptions({ url, directory: '/', ...(settings && { settings }) });

function refusal(url: string, settings?: Readonly<Record<string, unknown>>): SyncError {
  try {
    read(url, settings);
  } catch (error) {
    if (isSyncError(error)) return error;
  }
  return expect.fail(`${url} was taken`);
}

describe('a URL', () => {
  test('gives host, port, user, password and database, decoded', () => {
    expect(read('postgres://us%40er:p%2Fw@db.example.com:6000/my%20shop')).toMatchObject({
      host: 'db.example.com',
      port: 6000,
      user: 'us@er',
      password: 'p/w',
      database: 'my shop',
      sslMode: 'prefer',
    });
  });

  test.each([
    ['postgresql://localhost/shop', { host: 'localhost' }],
    ['postgres://[::1]:5433/shop', { host: '::1', port: 5433 }],
    ['postgres://%2Frun%2Fpostgresql/shop', { host: '/run/postgresql' }],
    ['postgres:///shop?host=/run/postgresql&user=app', { host: '/run/postgresql', user: 'app', database: 'shop' }],
    ['postgres://h/?dbname=shop&port=7&password=x', { database: 'shop', port: 7, password: 'x' }],
    [
      'postgres://h/d?sslmode=verify-full&sslrootcert=/ca.pem',
      { sslMode: 'verify-full', sslRootCertificate: '/ca.pem' },
    ],
    ['postgres://h/d?sslmode=allow', { sslMode: 'prefer' }],
    ['postgres://h/d?connect_timeout=3&application_name=me', { connectTimeoutMs: 3000, applicationName: 'me' }],
  ])('%s', (url, expected) => {
    expect(read(url)).toMatchObject(expected);
  });

  test.each([
    ['postgres://h/d?sslmod=require', 'sslmode'],
    ['postgres://h/d?sslmode=sometimes', 'verify-full'],
    ['postgres://h/d?options=-csearch_path%3Dx', 'application_name'],
    ['postgres://one,two/d', 'Name the one'],
    ['postgres://h:99999/d', 'Encode'],
    ['postgres://h/d?port=0', 'For example'],
    ['postgres://h/%zz', '%25'],
  ])('refuses %s', (url, hint) => {
    const error = refusal(url);
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.hint).toContain(hint);
  });

  test('leaves what it does not say to the environment', () => {
    vi.stubEnv('PGSSLMODE', 'require');
    const options = read('postgres:///');
    expect(options).toMatchObject({ sslMode: 'require' });
    expect(options).not.toHaveProperty('host');
    expect(options).not.toHaveProperty('user');
  });
});

describe('settings', () => {
  test('stand above the URL', () => {
    const password = () => 'token';
    const options = read('postgres://u:old@h/d?sslmode=disable', { password, sslmode: 'require', pooler: 'session' });
    expect(options).toMatchObject({ password, sslMode: 'require', pooler: 'session' });
  });

  test.each([[{ pasword: 'x' }], [{ password: 7 }], [{ pooler: 'maybe' }], [{ connectTimeoutMs: -1 }]])(
    'refuses %j',
    (settings) => {
      expect(refusal('postgres://h/d', settings).code).toBe('CONFIG_INVALID');
    },
  );
});

test('the label names the target and no secret', () => {
  expect(labelOf(read('postgres://us%40er:secret@h:1/my%20shop?password=secret2'))).toBe(
    'postgres://us%40er@h:1/my%20shop',
  );
  expect(labelOf(read('postgres:///shop?host=/run/pg'))).toBe('postgres:///run/pg/shop');
});
