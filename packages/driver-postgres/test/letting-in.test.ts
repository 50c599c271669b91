import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeCertificates } from '../../../integration/servers/certificates.js';
import { type OwnServer, startOwnServer } from '../../../integration/servers/own-server.mjs';
import driver from '../src/index.js';
import { failure, one, open } from './own.js';
import { administer } from './servers.js';

const certificates = makeCertificates('certified');

/** Who is let in, and how. */
const rules = [
  'local all peered peer',
  'local all all trust',
  'host all postgres,nobody_there,limited,outside 127.0.0.1/32 trust',
  'host all secretive 127.0.0.1/32 scram-sha-256',
  'hostssl all tlsonly 127.0.0.1/32 trust',
  'hostnossl all clear 127.0.0.1/32 trust',
  'hostssl all certified 127.0.0.1/32 cert',
];

const roles = [
  "CREATE ROLE secretive LOGIN PASSWORD 'hunter2:\\'",
  'CREATE ROLE tlsonly LOGIN',
  'CREATE ROLE clear LOGIN',
  'CREATE ROLE certified LOGIN',
  'CREATE ROLE banned LOGIN',
  'CREATE ROLE peered LOGIN',
  'CREATE ROLE limited LOGIN CONNECTION LIMIT 0',
  'CREATE ROLE outside LOGIN',
  'CREATE DATABASE closed',
  'REVOKE CONNECT ON DATABASE closed FROM PUBLIC',
];

let server: OwnServer | undefined;
let absent = certificates ? '' : 'no openssl';
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'letting-in-'));
  if (!certificates) return;
  const started = await startOwnServer('postgres-18', {
    rules,
    files: {
      'server.crt': certificates.text('server.crt'),
      'server.key': certificates.text('server.key'),
      'root.crt': certificates.text('root.crt'),
    },
    settings: {
      ssl: 'on',
      ssl_cert_file: '{folder}/server.crt',
      ssl_key_file: '{folder}/server.key',
      ssl_ca_file: '{folder}/root.crt',
      unix_socket_directories: '{folder}',
      ssl_min_protocol_version: 'TLSv1.3',
    },
  });
  if ('absent' in started) absent = started.absent;
  else {
    server = started;
    chmodSync(started.folder, 0o755);
    await administer(started.url, ...roles);
  }
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  certificates?.[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

/** A URL of the server: as a user, by a name or an address, with parameters. */
function at(user: string, parameters = '', host = '127.0.0.1', database = 'postgres'): string {
  if (!server) return expect.fail('there is a server');
  return `postgres://${user}@${host}:${server.port}/${database}${parameters && `?${parameters}`}`;
}

const pem = (name: string) => encodeURIComponent(certificates?.path(name) ?? '');

function live(name: string, work: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    if (!server) return skip(`absent: ${absent}`);
    await work();
  });
}

async function isEncrypted(url: string): Promise<unknown> {
  await using connection = await open(url, 'read');
  return (await one<{ ssl: boolean }>(connection, 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'))?.ssl;
}

describe('TLS', () => {
  live('is spoken as sslmode says', async () => {
    expect(await isEncrypted(at('postgres', 'sslmode=disable'))).toBe(false);
    expect(await isEncrypted(at('postgres', 'sslmode=allow'))).toBe(false);
    expect(await isEncrypted(at('postgres'))).toBe(true);
    expect(await isEncrypted(at('postgres', 'sslmode=require'))).toBe(true);
    expect(await isEncrypted(at('postgres', 'sslmode=require&sslnegotiation=direct'))).toBe(true);
  });

  live('comes and goes where the server wants it otherwise than we asked first', async () => {
    expect(await isEncrypted(at('tlsonly', 'sslmode=allow'))).toBe(true);
    expect(await isEncrypted(at('clear', 'sslmode=prefer'))).toBe(false);
    expect(await failure(() => open(at('clear', 'sslmode=require')))).toMatchObject({
      message: expect.stringContaining('pg_hba.conf'),
      hint: expect.stringContaining('sslmode=disable'),
    });
  });

  live('checks the authority, and with verify-full the name', async () => {
    const root = `sslrootcert=${pem('root.crt')}`;
    expect(await isEncrypted(at('postgres', `sslmode=verify-ca&${root}`))).toBe(true);
    expect(await isEncrypted(at('postgres', `sslmode=verify-full&${root}`, 'localhost'))).toBe(true);
    const named = `sslmode=verify-full&${root}&hostaddr=127.0.0.1`;
    expect(await isEncrypted(at('postgres', named, 'localhost'))).toBe(true);
    const byAddress = await failure(() => open(at('postgres', `sslmode=verify-full&${root}`)));
    expect(byAddress).toMatchObject({
      code: 'CONNECTION_FAILED',
      details: { reason: 'tls' },
      hint: expect.stringContaining('another host’s'),
    });
    for (const mode of ['verify-ca', 'verify-full', 'require']) {
      const stranger = `sslmode=${mode}&sslrootcert=${pem('stranger.crt')}`;
      const error = await failure(() => open(at('postgres', stranger, 'localhost')));
      expect(error, mode).toMatchObject({ code: 'CONNECTION_FAILED', hint: expect.stringContaining('sslrootcert') });
    }
    const system = await failure(() => open(at('postgres', 'sslrootcert=system', 'localhost')));
    expect(system.hint).toContain('sslrootcert');
  });

  live('shows a client certificate, whose key is nobody else’s to read', async () => {
    const shown = `sslmode=require&sslcert=${pem('client.crt')}&sslkey=${pem('client.key')}`;
    chmodSync(certificates?.path('client.key') ?? '', 0o600);
    expect(await isEncrypted(at('certified', shown))).toBe(true);
    expect((await failure(() => open(at('certified', 'sslmode=require')))).hint).toContain('sslcert');
    chmodSync(certificates?.path('client.key') ?? '', 0o644);
    const open644 = await failure(() => open(at('certified', shown)));
    expect(open644).toMatchObject({ code: 'CONFIG_INVALID', hint: expect.stringContaining('chmod 600') });
  });

  live('fails by name where both sides allow no version that the other has', async () => {
    const error = await failure(() => open(at('postgres', 'sslmode=require&ssl_max_protocol_version=TLSv1.2')));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', hint: expect.stringContaining('TLS did not come about') });
  });

  live('is what a request to cancel is sent with, too', async () => {
    for (const parameters of ['sslmode=require', 'sslmode=require&sslnegotiation=direct', 'sslmode=disable']) {
      await using connection = await open(at('postgres', parameters));
      const sleeping = connection.execute({ text: 'SELECT pg_sleep(60)' }, { signal: AbortSignal.timeout(100) });
      expect((await failure(() => sleeping)).code).toBe('CANCELLED');
      expect(await one(connection, 'SELECT 1 AS one')).toEqual({ one: 1 });
    }
  });
});

describe('whoever is not let in', () => {
  const refusals: readonly (readonly [string, () => string, string, string?])[] = [
    ['with a wrong password', () => at('secretive:wrong'), 'The password is not', 'credentials'],
    ['without a password', () => at('secretive'), 'PGPASSWORD, .pgpass', 'credentials'],
    ['as a role that is not there', () => at('nobody_there'), 'must exist', 'credentials'],
    [
      'as whom the operating system does not know them',
      () => `postgres:///postgres?host=${server?.folder}&port=${server?.port}&user=peered`,
      'the user of the operating system',
      'credentials',
    ],
    ['whom no rule names', () => at('banned'), 'pg_hba.conf', 'credentials'],
    ['without TLS where it is asked for', () => at('tlsonly', 'sslmode=disable'), 'sslmode=require', 'credentials'],
    [
      'into a database that is not there',
      () => at('postgres', '', '127.0.0.1', 'nowhere'),
      'name of the database',
      'database',
    ],
    [
      'into a database that is closed to them',
      () => at('outside', '', '127.0.0.1', 'closed'),
      'GRANT CONNECT',
      'database',
    ],
    ['where every connection is taken', () => at('limited'), 'CONNECTION LIMIT'],
    ['at a host that is not known', () => at('postgres', '', 'no-such-host.invalid'), 'host name', 'host'],
    ['at a port where nobody listens', () => 'postgres://postgres@127.0.0.1:1/postgres', 'Nobody listens', 'host'],
    [
      'at a socket that is not there',
      () => `postgres:///postgres?host=${folder}&user=postgres`,
      'no such socket',
      'host',
    ],
  ];
  for (const [who, url, hint, reason] of refusals) {
    live(`${who} is told so, and what to do`, async () => {
      const error = await failure(() => open(url()));
      expect(error.code).toBe('CONNECTION_FAILED');
      expect(error.hint).toContain(hint);
      expect(error.details?.reason).toBe(reason);
      expect(`${error.message} ${error.hint}`).not.toContain('wrong');
    });
  }

  live('as a role that was made for statements is told of, and what to do', async () => {
    const { url } = server ?? expect.fail('there is a server');
    await using scratch = (await driver.scratch?.(driver.options({ url, directory: '/' }))) ?? expect.fail();
    const error = await failure(async () =>
      scratch.observe?.({ text: 'CREATE TABLE t (id int)', words: ['CREATE', 'TABLE'] }),
    );
    expect(error).toMatchObject({ code: 'SCRATCH_UNAVAILABLE', message: expect.stringContaining('is not let in') });
    expect(error.hint).toContain('pg_hba.conf');
  });

  test.each([
    ['speaks something else', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'is no PostgreSQL'],
    ['hangs up', (socket: Socket) => socket.destroy(), 'before anybody was let in'],
  ])('by somebody who %s is told so', async (_, answer, hint) => {
    const other = createServer((socket) => socket.once('data', () => answer(socket))).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const error = await failure(() => open(`postgres://postgres@127.0.0.1:${port}/postgres`));
    other.close();
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', hint: expect.stringContaining(hint) });
  });
});

describe('a password', () => {
  const right = 'hunter2:\\';
  const file = (lines: string, mode = 0o600) => {
    const path = join(folder, 'pgpass');
    writeFileSync(path, lines);
    chmodSync(path, mode);
    return path;
  };
  const user = async (url: string, settings = {}) => {
    await using connection = await open(url, 'read', settings);
    return (await one<{ name: string }>(connection, 'SELECT current_user::text AS name'))?.name;
  };

  live('is taken from the URL, the environment, or a function that is called for each connection', async () => {
    expect(await user(at(`secretive:${encodeURIComponent(right)}`))).toBe('secretive');
    vi.stubEnv('PGPASSWORD', right);
    expect(await user(at('secretive'))).toBe('secretive');
    vi.stubEnv('PGPASSWORD', 'wrong');
    let asked = 0;
    const password = async () => {
      asked++;
      return right;
    };
    expect(await user(at('secretive'), { password })).toBe('secretive');
    expect(await user(at('secretive'), { password })).toBe('secretive');
    expect(asked).toBe(2);
  });

  live('of a function that fails is told as that', async () => {
    const password = () => Promise.reject(new Error('the token service is down'));
    const error = await failure(() => open(at('secretive'), 'read', { password }));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', message: expect.stringContaining('function') });
    expect((error.cause as Error).message).toBe('the token service is down');
  });

  live('is looked up in a password file, by the first line that fits', async () => {
    const port = String(server?.port);
    const lines = [
      '# of the tests',
      `other.example.com:${port}:*:secretive:wrong`,
      `127.0.0.1:1:*:secretive:wrong`,
      `127.0.0.1:${port}:postgres:secretive:hunter2\\:\\\\`,
      `127.0.0.1:${port}:postgres:secretive:wrong`,
    ];
    vi.stubEnv('PGPASSFILE', file(lines.join('\n')));
    expect(await user(at('secretive'))).toBe('secretive');
    vi.stubEnv('PGPASSFILE', undefined);
    expect(await user(at('secretive', `passfile=${file('*:*:*:*:hunter2\\:\\\\')}`))).toBe('secretive');
  });

  live('is not taken from a file that others may read, and that is told', async () => {
    vi.stubEnv('PGPASSFILE', file('*:*:*:*:hunter2\\:\\\\', 0o640));
    expect((await failure(() => open(at('secretive')))).hint).toMatch(/others may read it: chmod 600/);
  });
});

describe('places', () => {
  const who = `SELECT current_setting('application_name') AS application, current_setting('work_mem') AS memory,
    current_user::text AS user, inet_server_port() AS port, current_database()::text AS database`;
  const found = async (url: string) => {
    await using connection = await open(url, 'read');
    return one<Readonly<Record<string, unknown>>>(connection, who);
  };

  live('may be a Unix socket', async () => {
    const socket = encodeURIComponent(server?.folder ?? '');
    const port = server?.port;
    expect(await found(`postgres://banned@${socket}:${port}/postgres`)).toMatchObject({ user: 'banned', port: null });
    expect(await found(`postgres:///postgres?host=${socket}&port=${port}&user=banned`)).toMatchObject({ port: null });
  });

  live('come from the environment where the URL is silent', async () => {
    vi.stubEnv('PGHOST', '127.0.0.1');
    vi.stubEnv('PGPORT', String(server?.port));
    vi.stubEnv('PGUSER', 'postgres');
    vi.stubEnv('PGDATABASE', 'closed');
    vi.stubEnv('PGAPPNAME', 'from outside');
    vi.stubEnv('PGOPTIONS', '-c work_mem=7MB');
    const expected = { application: 'from outside', memory: '7MB', user: 'postgres', database: 'closed' };
    expect(await found('postgres://')).toMatchObject({ ...expected, port: server?.port });
    expect(await found('postgres:///postgres?options=-c%20work_mem=5MB&application_name=mine')).toMatchObject({
      application: 'mine',
      memory: '5MB',
      database: 'postgres',
    });
  });

  live('come from a service, which stands between the URL and the environment', async () => {
    const file = join(folder, 'pg_service.conf');
    const lines = ['[other]', 'port=1', '', '# ours', '[shop]', 'host=127.0.0.1', `port=${server?.port}`];
    writeFileSync(file, [...lines, 'user=postgres', 'dbname=closed', 'application_name=of the service'].join('\n'));
    vi.stubEnv('PGSERVICEFILE', file);
    vi.stubEnv('PGPORT', '1');
    const expected = { application: 'of the service', user: 'postgres', database: 'closed' };
    expect(await found('postgres:///?service=shop')).toMatchObject(expected);
    expect(await found('postgres:///postgres?service=shop')).toMatchObject({ ...expected, database: 'postgres' });
    vi.stubEnv('PGSERVICE', 'shop');
    expect(await found('postgres://')).toMatchObject(expected);
    const error = await failure(() => open('postgres:///?service=shp'));
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', hint: 'Did you mean shop?' });
  });

  live('may be several, of which the first that answers counts', async () => {
    const port = server?.port;
    const several = `postgres://postgres@127.0.0.1:1,localhost:${port}/postgres`;
    expect(await found(several)).toMatchObject({ port });
    expect(await found(`${several}?load_balance_hosts=random&target_session_attrs=read-write`)).toMatchObject({ port });
    expect(await found(`${several}?target_session_attrs=prefer-standby`)).toMatchObject({ port });
    const error = await failure(() => open(`${several}?target_session_attrs=standby`));
    expect(error).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringMatching(/none of the servers .*ECONNREFUSED.*it is no standby/),
    });
    const wrong = await failure(() => open(`postgres://nobody_there@127.0.0.1:${port},127.0.0.1:1/postgres`));
    expect(wrong.hint, 'who is not let in at one is not at the others').toContain('must exist');
  });
});

describe('a standby', () => {
  live('is read, is not written to, and makes way for its primary', async () => {
    if (!server) return expect.fail('there is a server');
    await server.stop();
    const beside = join(server.folder, 'data');
    const files = { 'data/standby.signal': '' };
    const standby = await startOwnServer('postgres-18', { data: beside, files, rules: ['host all all all trust'] });
    const shut = await startOwnServer('postgres-18', { data: beside, files, settings: { hot_standby: 'off' } });
    await server.start();
    if ('absent' in standby || 'absent' in shut) return expect.fail('the programs are there');
    try {
      await using connection = await open(standby.url, 'read');
      expect(await one(connection, 'SELECT pg_is_in_recovery() AS yes')).toEqual({ yes: true });
      expect(await failure(() => open(standby.url))).toMatchObject({
        code: 'CONNECTION_FAILED',
        message: expect.stringContaining('is a standby'),
        hint: expect.stringContaining('primary'),
      });
      const both = `postgres://postgres@127.0.0.1:${standby.port},127.0.0.1:${server.port}/postgres`;
      const port = 'SELECT inet_server_port() AS port';
      await using primary = await open(both);
      expect(await one(primary, port)).toEqual({ port: server.port });
      await using other = await open(`${both}?target_session_attrs=prefer-standby`, 'read');
      expect(await one(other, port)).toEqual({ port: standby.port });
      const starting = await failure(() => open(shut.url, 'read'));
      expect(starting).toMatchObject({ code: 'CONNECTION_FAILED', hint: expect.stringContaining('wait for it') });
    } finally {
      await standby[Symbol.asyncDispose]();
      await shut[Symbol.asyncDispose]();
    }
  });
});
