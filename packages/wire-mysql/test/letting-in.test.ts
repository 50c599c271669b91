import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, isSyncError, type SyncError } from '@sync/core';
import { mariadbFlavour, mysqlFlavour } from '@sync/dialect-mysql';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeCertificates } from '../../../integration/servers/certificates.js';
import { administerMysql } from '../../../integration/servers/fresh-mysql-database.js';
import { type OwnServer, startOwnServer } from '../../../integration/servers/own-server.mjs';
import { driverOf } from '../src/index.js';

const certificates = makeCertificates('certified');
const folder = mkdtempSync(join(tmpdir(), 'letting-in-'));

afterAll(() => {
  certificates?.[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const accounts = [
  'CREATE DATABASE shop',
  "CREATE USER secretive IDENTIFIED BY 'hunter2'",
  "CREATE USER locked IDENTIFIED BY 'hunter2' ACCOUNT LOCK",
  "CREATE USER expired IDENTIFIED BY 'hunter2' PASSWORD EXPIRE",
  'CREATE USER tlsonly REQUIRE SSL',
  'CREATE USER certified REQUIRE X509',
  'CREATE USER single WITH MAX_USER_CONNECTIONS 1',
  'CREATE USER hourly WITH MAX_CONNECTIONS_PER_HOUR 1',
  'CREATE USER plain',
  'CREATE USER outside',
  ...['secretive', 'locked', 'expired', 'tlsonly', 'certified', 'single', 'hourly', 'plain'].map(
    (name) => `GRANT ALL ON shop.* TO ${name}`,
  ),
];

const servers = [
  { name: 'mysql-9', scheme: 'mysql', flavour: mysqlFlavour },
  { name: 'mariadb-11', scheme: 'mariadb', flavour: mariadbFlavour },
] as const;

describe('by somebody who is no server', () => {
  const driver = driverOf(mysqlFlavour, ['mysql']);

  test.each([
    [
      'speaks something else',
      (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      'ended the connection',
    ],
    ['hangs up', (socket: Socket) => socket.destroy(), 'ended the connection'],
    ['says nothing', () => {}, 'Another kind of server may listen there'],
  ])('and %s, whoever connects is told so', async (_, answer, told) => {
    const sockets: Socket[] = [];
    const other = createServer((socket) => {
      sockets.push(socket.on('error', () => {}));
      answer(socket);
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const options = driver.options({
      url: `mysql://root:hunter2@127.0.0.1:${port}/shop`,
      directory: folder,
      settings: { connectTimeoutMs: 500 },
    });
    const error = await driver.connect(options, { access: 'read' }).then(
      () => expect.fail('it was let in'),
      (thrown: SyncError) => thrown,
    );
    for (const socket of sockets) socket.destroy();
    other.close();
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'host' } });
    expect(error.hint).toMatch(/check/);
    expect(error.hint).toContain(told);
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });
});

describe.each(servers)('$name', ({ name, scheme, flavour }) => {
  const driver = driverOf(flavour, [scheme]);
  let server: OwnServer | undefined;
  let absent = certificates ? '' : 'no openssl';

  beforeAll(async () => {
    if (!certificates) return;
    const started = await startOwnServer(name, {
      files: {
        'server.crt': certificates.text('server.crt'),
        'server.key': certificates.text('server.key'),
        'root.crt': certificates.text('root.crt'),
      },
      settings: {
        'ssl-ca': '{folder}/root.crt',
        'ssl-cert': '{folder}/server.crt',
        'ssl-key': '{folder}/server.key',
        'max-connections': '20',
      },
    });
    if ('absent' in started) absent = started.absent;
    else {
      server = started;
      await administerMysql(started.url, ...accounts);
    }
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  function live(what: string, work: (server: OwnServer) => Promise<void>): void {
    test(what, async ({ skip }) => {
      if (!server) return skip(`absent: ${absent}`);
      await work(server);
    });
  }

  /** A URL of the server: as a user, by a name or an address, with parameters. */
  const at = (user: string, parameters = '', host = '127.0.0.1', database = 'shop') =>
    `${scheme}://${user}@${host}:${server?.port}/${database}?${parameters}`;
  const socket = (user: string, parameters = '') =>
    `${scheme}://${user}@localhost/shop?socket=${encodeURIComponent(join(server?.folder ?? '', 's.sock'))}&${parameters}`;
  const pem = (file: string) => encodeURIComponent(certificates?.path(file) ?? '');
  const open = (url: string, access: 'read' | 'write' = 'read', settings = {}): Promise<Connection> =>
    driver.connect(driver.options({ url, directory: folder, settings }), { access });
  const failure = (attempt: Promise<unknown>): Promise<SyncError> =>
    attempt.then(
      () => expect.fail('it was let in'),
      (error) => (isSyncError(error) ? error : Promise.reject(error)),
    );
  const isEncrypted = async (url: string) => {
    await using connection = await open(url);
    const [row] = await connection.query<{ readonly Value: string }>({ text: "SHOW STATUS LIKE 'Ssl_cipher'" });
    return row?.Value !== '';
  };

  live('TLS is spoken as ssl-mode says', async () => {
    expect(await isEncrypted(at('root', 'ssl-mode=DISABLED'))).toBe(false);
    expect(await isEncrypted(at('root'))).toBe(true);
    expect(await isEncrypted(at('root', 'ssl-mode=REQUIRED'))).toBe(true);
    expect(await isEncrypted(socket('root'))).toBe(false);
    expect(await isEncrypted(socket('root', 'ssl-mode=REQUIRED'))).toBe(true);
    expect(await isEncrypted(at('tlsonly'))).toBe(true);
    expect(await failure(open(at('tlsonly', 'ssl-mode=DISABLED')))).toMatchObject({
      details: { reason: 'credentials' },
      hint: expect.stringContaining('REQUIREs TLS'),
    });
  });

  live('TLS checks the authority, and the name or the address that was connected to', async (own) => {
    const by = (mode: string, host: string, authority = 'root.crt') =>
      at('root', `ssl-mode=${mode}&ssl-ca=${pem(authority)}`, host);
    expect(await isEncrypted(by('VERIFY_CA', '127.0.0.1'))).toBe(true);
    expect(await isEncrypted(by('VERIFY_IDENTITY', 'localhost'))).toBe(true);
    expect(await failure(open(by('VERIFY_IDENTITY', '127.0.0.1')))).toMatchObject({
      code: 'CONNECTION_FAILED',
      details: { reason: 'tls' },
      hint: expect.stringContaining('another host’s'),
    });
    for (const mode of ['VERIFY_CA', 'VERIFY_IDENTITY']) {
      const stranger = await failure(open(by(mode, 'localhost', 'stranger.crt')));
      expect(stranger, mode).toMatchObject({ details: { reason: 'tls' }, hint: expect.stringContaining('ssl-ca') });
      const system = await failure(open(at('root', `ssl-mode=${mode}`, 'localhost')));
      expect(system.hint, mode).toContain('ssl-ca');
    }
    const show = async (certificate: string) => {
      for (const kind of ['crt', 'key']) {
        own.write(`server.${kind}`, certificates?.text(`${certificate}.${kind}`) ?? '');
      }
      await administerMysql(own.url, scheme === 'mysql' ? 'ALTER INSTANCE RELOAD TLS' : 'FLUSH SSL');
    };
    await show('address');
    expect(await isEncrypted(by('VERIFY_IDENTITY', '127.0.0.1'))).toBe(true);
    const named = await failure(open(by('VERIFY_IDENTITY', 'localhost')));
    expect(named.hint).toContain('another host’s');
    await show('server');
  });

  live('TLS shows a client certificate', async () => {
    const shown = `ssl-cert=${pem('client.crt')}&ssl-key=${pem('client.key')}`;
    expect(await isEncrypted(at('certified', shown))).toBe(true);
    expect((await failure(open(at('certified')))).hint).toContain('ssl-cert');
  });

  live('whoever is not let in is told so, and what to do', async () => {
    const locked = await failure(open(at('locked:hunter2')));
    const refusals: readonly (readonly [string, string, string?])[] = [
      [at('secretive:wrong'), 'Check the user and the password', 'credentials'],
      [at('nobody_there'), 'Check the user and the password', 'credentials'],
      [at('expired:hunter2'), 'has expired', 'credentials'],
      [at('root', '', '127.0.0.1', 'nowhere'), 'name of the database', 'database'],
      [at('outside'), 'not into this database', 'database'],
      [at('root', '', 'no-such-host.invalid'), 'host name', 'host'],
      [
        `${scheme}://root@localhost/shop?socket=${encodeURIComponent(join(folder, 'no.sock'))}`,
        'no such socket',
        'host',
      ],
    ];
    expect(locked).toMatchObject({ details: { reason: 'credentials' }, hint: expect.stringContaining('UNLOCK') });
    for (const [url, hint, reason] of refusals) {
      const error = await failure(open(url));
      expect(error, url).toMatchObject({ code: 'CONNECTION_FAILED', hint: expect.stringContaining(hint) });
      expect(error.details?.reason, url).toBe(reason);
      expect(`${error.message} ${error.hint}`).not.toMatch(/wrong|hunter2/);
    }
  });

  live('limits of accounts and of the server are told as that', async ({ url }) => {
    await using _ = await open(at('single'));
    expect((await failure(open(at('single')))).hint).toContain('max_user_connections');
    await (await open(at('hourly')))[Symbol.asyncDispose]();
    expect((await failure(open(at('hourly')))).hint).toContain('in an hour');
    await administerMysql(url, "SET GLOBAL init_connect = 'no statement'");
    expect((await failure(open(at('plain')))).hint).toContain('init_connect');
    await administerMysql(url, "SET GLOBAL init_connect = ''");
    const others = [];
    try {
      for (;;) others.push(await createConnection({ host: '127.0.0.1', port: server?.port ?? 0, user: 'plain' }));
    } catch {
      expect((await failure(open(at('plain')))).hint).toContain('max_connections');
    }
    for (const other of others) await other.end();
  });

  live('a server that only reads is refused before anything is written, and read from', async ({ url }) => {
    await administerMysql(url, 'SET GLOBAL read_only = ON');
    try {
      await using reader = await open(at('plain'));
      expect(await reader.query({ text: "SELECT 1 AS 'one'" })).toEqual([{ one: 1 }]);
      expect(await failure(open(at('plain'), 'write'))).toMatchObject({
        code: 'CONNECTION_FAILED',
        message: expect.stringContaining('read_only'),
      });
      // Who may write all the same is let in.
      await using writer = await open(at('root'), 'write');
      await writer.execute({ text: 'CREATE TABLE written (id int PRIMARY KEY)' });
      const scratch = Promise.resolve(driver.scratch?.(driver.options({ url: at('plain'), directory: folder })));
      expect(await failure(scratch)).toMatchObject({
        code: 'SCRATCH_UNAVAILABLE',
        hint: expect.stringContaining('--scratch'),
      });
    } finally {
      await administerMysql(url, 'SET GLOBAL read_only = OFF');
    }
    const guard = scheme === 'mysql' ? 'transaction_read_only' : 'tx_read_only';
    await administerMysql(url, `SET GLOBAL ${guard} = ON`);
    try {
      expect(await failure(open(at('root'), 'write'))).toMatchObject({
        code: 'PERMISSION_DENIED',
        message: expect.stringContaining('transaction_read_only'),
      });
    } finally {
      await administerMysql(url, 'SET SESSION TRANSACTION READ WRITE', `SET GLOBAL ${guard} = OFF`);
    }
  });

  live('a password comes from a function that is called for each connection, or from an option file', async () => {
    let asked = 0;
    const password = async () => {
      asked++;
      return 'hunter2';
    };
    await using first = await open(at('secretive'), 'read', { password });
    await using second = await open(at('secretive'), 'read', { password });
    expect([first.database, second.database, asked]).toEqual(['shop', 'shop', 2]);
    const broken = () => Promise.reject(new Error('the token service is down'));
    expect((await failure(open(at('secretive'), 'read', { password: broken }))).message).toContain('function');
    const file = join(folder, 'my.cnf');
    const lines = [`[client]`, 'user=secretive', 'password="hunter2"', 'host=localhost', `port=${server?.port}`];
    writeFileSync(file, [...lines, `ssl-ca=${certificates?.path('root.crt')}`, 'ssl-verify-server-cert'].join('\n'));
    vi.stubEnv('HOME', folder);
    const url = `${scheme}:///shop?defaults-file=my.cnf`;
    expect(await isEncrypted(url)).toBe(true);
    writeFileSync(
      file,
      [...lines, `ssl-ca=${certificates?.path('stranger.crt')}`, 'ssl-verify-server-cert'].join('\n'),
    );
    expect((await failure(open(url))).details?.reason).toBe('tls');
    vi.unstubAllEnvs();
  });

  if (scheme === 'mysql') {
    live('no password is encrypted for a key that whoever answers shows, unless that is asked for', async (own) => {
      for (const way of ['caching_sha2_password', 'sha256_password']) {
        const fresh = async () =>
          administerMysql(
            own.url,
            'DROP USER IF EXISTS hashed',
            `CREATE USER hashed IDENTIFIED WITH ${way} BY 'hunter2'`,
            'GRANT ALL ON shop.* TO hashed',
          );
        await fresh();
        const bare = (parameters = '') => at('hashed:hunter2', `ssl-mode=DISABLED&${parameters}`);
        const refused = await failure(open(bare()));
        expect(refused).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'tls' } });
        expect(refused.hint).toContain('server-public-key-path');
        expect(await isEncrypted(bare('get-server-public-key=true'))).toBe(false);
        await fresh();
        expect(
          await isEncrypted(
            bare(`server-public-key-path=${encodeURIComponent(join(own.folder, 'data/public_key.pem'))}`),
          ),
        ).toBe(false);
        await fresh();
        expect(await isEncrypted(socket('hashed:hunter2'))).toBe(false);
        await fresh();
        expect(await isEncrypted(at('hashed:hunter2'))).toBe(true);
      }
    });

    live('a server that is taken out of service says so', async ({ url }) => {
      await administerMysql(url, 'SET GLOBAL offline_mode = ON');
      const error = await failure(open(at('plain')));
      await administerMysql(url, 'SET GLOBAL offline_mode = OFF');
      expect(error.hint).toContain('offline_mode');
    });
  } else {
    live('a password that never leaves needs no TLS', async () => {
      expect(await isEncrypted(at('secretive:hunter2', 'ssl-mode=DISABLED'))).toBe(false);
    });
  }
});
