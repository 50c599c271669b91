import { userInfo } from 'node:os';
import { isSyncError, type SyncError } from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../src/engine.js';
import { labelOf, type PostgresOptions, readOptions } from '../src/options.js';

afterEach(() => vi.unstubAllEnvs());

const engine: Engine = {
  name: 'postgres',
  protocols: ['postgres', 'postgresql'],
  dialect: postgresDialect,
  kinds: [],
  documents: [],
};

const read = (url: string, settings?: Readonly<Record<string, unknown>>): PostgresOptions =>
  readOptions({ url, directory: '/', ...(settings && { settings }) }, engine);

function refusal(url: string, settings?: Readonly<Record<string, unknown>>): SyncError {
  try {
    read(url, settings);
  } catch (error) {
    if (isSyncError(error)) return error;
  }
  return expect.fail(`${url} was taken`);
}

const at = (name: string, port = 5432) => ({ hosts: [{ name, port }] });

describe('a URL', () => {
  test('gives host, port, user, password and database, decoded', () => {
    expect(read('postgres://us%40er:p%2Fw@db.example.com:6000/my%20shop')).toMatchObject({
      ...at('db.example.com', 6000),
      user: 'us@er',
      password: 'p/w',
      database: 'my shop',
      tls: { mode: 'prefer' },
    });
  });

  test.each([
    ['postgresql://localhost/shop', at('localhost')],
    ['postgres://h', { ...at('h'), database: userInfo().username, user: userInfo().username }],
    ['postgres://app@h', { user: 'app', database: 'app' }],
    ['postgres://u:a@b:c@h/d', { ...at('h'), user: 'u', password: 'a@b:c' }],
    ['postgres://[::1]:5433/shop', at('::1', 5433)],
    ['postgres://%2Frun%2Fpostgresql/shop', at('/run/postgresql')],
    ['postgres:///shop?host=/run/postgresql&user=app', { ...at('/run/postgresql'), user: 'app', database: 'shop' }],
    ['postgres://h/?dbname=shop&port=7&password=x', { ...at('h', 7), database: 'shop', password: 'x' }],
    [
      'postgres://h/d?sslmode=verify-full&sslrootcert=/ca.pem',
      { tls: { mode: 'verify-full', rootCertificate: '/ca.pem' } },
    ],
    ['postgres://h/d?sslrootcert=ca.pem', { tls: { rootCertificate: '/ca.pem' } }],
    ['postgres://h/d?sslrootcert=system', { tls: { mode: 'verify-full', rootCertificate: 'system' } }],
    ['postgres://h/d?ssl=true', { tls: { mode: 'require' } }],
    ['postgres://h/d?connect_timeout=3&application_name=me', { connectTimeoutMs: 3000, applicationName: 'me' }],
    ['postgres://h/d?options=-c%20work_mem=1MB', { serverOptions: '-c work_mem=1MB' }],
    ['postgres://h/d?keepalives_idle=30&keepalives_interval=5&keepalives_count=3', { keepAliveAfterMs: 30_000 }],
    ['postgres://h/d?tcp_user_timeout=5000', { silenceTimeoutMs: 5000 }],
    ['postgres://h/d?tcp_user_timeout=0', { silenceTimeoutMs: 60_000 }],
    ['postgres://h/d?channel_binding=prefer&gssencmode=disable&sslsni=1', at('h')],
    [
      'postgres://one:1,two/d',
      {
        hosts: [
          { name: 'one', port: 1 },
          { name: 'two', port: 5432 },
        ],
        sessionAttributes: 'primary',
      },
    ],
    [
      'postgres://one,two/d?port=7',
      {
        hosts: [
          { name: 'one', port: 7 },
          { name: 'two', port: 7 },
        ],
      },
    ],
    [
      'postgres:///d?host=one,two&port=1,2&target_session_attrs=any',
      {
        hosts: [
          { name: 'one', port: 1 },
          { name: 'two', port: 2 },
        ],
        sessionAttributes: 'any',
      },
    ],
    ['postgres://one/d?hostaddr=10.0.0.1', { hosts: [{ name: 'one', address: '10.0.0.1', port: 5432 }] }],
  ])('%s', (url, expected) => {
    expect(read(url)).toMatchObject(expected);
  });

  test('may turn keepalives off', () => {
    expect(read('postgres://h/d')).toMatchObject({ keepAliveAfterMs: 60_000 });
    expect(read('postgres://h/d?keepalives=0')).not.toHaveProperty('keepAliveAfterMs');
  });

  test.each([
    ['postgres://h/d?sslmod=require', 'sslmode'],
    ['postgres://h/d?sslmode=sometimes', 'verify-full'],
    ['postgres://h/d?sslmode=require&sslrootcert=system', 'some authority'],
    ['postgres://h/d?sslnegotiation=direct', 'sslmode=require'],
    ['postgres://h/d?channel_binding=require', 'verify-full'],
    ['postgres://one,two/d?port=1,2,3', 'each host its port'],
    ['postgres://h/d?target_session_attrs=fast', 'prefer-standby'],
    ['postgres://h:99999/d', 'For example'],
    ['postgres://h/d?tcp_user_timeout=1', 'silenceTimeoutMs'],
    ['postgres://u:pass/word@h/d', 'Encode'],
    ['postgres://h/d?port=0', 'For example'],
    ['postgres://h/%zz', '%25'],
  ])('refuses %s', (url, hint) => {
    const error = refusal(url);
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.hint).toContain(hint);
  });

  test.each([
    'postgres://app:se@cret/w#rd@127.0.0.1:40827/shop',
    'postgres://app:secret/w@rd@h/d',
    'postgres://app:12/secret@h/d',
    'postgres://app:12?secret@h/d',
    'postgres://app:se@cret?w=1&rd@h/d',
    'postgres://h/shop@secret',
    'postgres://u:se@cret?zq=w@h/d',
  ])('shows nothing of a password that is not encoded: %s', (url) => {
    const { code, message, hint } = refusal(url);
    expect({ code, message, hint }).toMatchObject({
      code: 'CONFIG_INVALID',
      hint: expect.stringContaining('@ as %40'),
    });
    expect(`${message} ${hint}`).not.toMatch(/secret|cret|rd@|w#|zq/);
  });

  test('may have an @ in a value that a parameter has', () => {
    expect(read('postgres://h/d?password=p@ss&application_name=a@b')).toMatchObject({ ...at('h'), password: 'p@ss' });
  });

  test('leaves what it does not say to the environment', () => {
    vi.stubEnv('PGSSLMODE', 'require');
    vi.stubEnv('PGHOST', 'db.example.com');
    vi.stubEnv('PGUSER', 'app');
    vi.stubEnv('PGCONNECT_TIMEOUT', '7');
    vi.stubEnv('PGTARGETSESSIONATTRS', 'standby');
    expect(read('postgres:///')).toMatchObject({
      ...at('db.example.com'),
      user: 'app',
      tls: { mode: 'require' },
      connectTimeoutMs: 7000,
      sessionAttributes: 'standby',
    });
    expect(read('postgres://me@h/?sslmode=disable')).toMatchObject({
      ...at('h'),
      user: 'me',
      tls: { mode: 'disable' },
    });
    vi.stubEnv('PGREQUIREAUTH', 'scram-sha-256');
    expect(refusal('postgres://h/d').message).toContain('PGREQUIREAUTH');
  });
});

describe('settings', () => {
  test('stand above the URL', () => {
    const password = () => 'token';
    const options = read('postgres://u:old@h/d?sslmode=disable', { password, sslmode: 'require', pooler: 'session' });
    expect(options).toMatchObject({ password, tls: { mode: 'require' }, pooler: 'session' });
  });

  test.each([[{ pasword: 'x' }], [{ password: 7 }], [{ pooler: 'maybe' }], [{ connectTimeoutMs: -1 }]])(
    'refuses %j',
    (settings) => {
      const [setting] = Object.keys(settings);
      expect(refusal('postgres://h/d', settings)).toMatchObject({ code: 'CONFIG_INVALID', details: { setting } });
    },
  );
});

test('the label names the target and no secret', () => {
  expect(labelOf(read('postgres://us%40er:secret@h:1/my%20shop?password=secret2'))).toBe(
    'postgres://us%40er@h:1/my%20shop',
  );
  expect(labelOf(read('postgres://me@/shop?host=/run/pg'))).toBe('postgres://me@/run/pg/shop');
  expect(labelOf(read('postgres://me@[::1],two:7/shop'))).toBe('postgres://me@[::1],two:7/shop');
});
