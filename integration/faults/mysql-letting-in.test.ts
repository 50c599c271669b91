import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { afterAll, describe, expect, test } from 'vitest';
import { family } from '../mysql/servers.js';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { expectFailure, schemaSync } from './support/command.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const folder = mkdtempSync(join(tmpdir(), 'mysql-letting-in-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 'hunter2';
const accounts = [
  'CREATE DATABASE shop',
  ...['let_in', 'locked', 'expired', 'outside'].map((name) => `CREATE USER ${name} IDENTIFIED BY '${secret}'`),
  ...['let_in', 'locked', 'expired'].map((name) => `GRANT ALL ON shop.* TO ${name}`),
  'ALTER USER locked ACCOUNT LOCK',
  'ALTER USER expired PASSWORD EXPIRE',
];

/** What programs are told of a refusal: each of these is another one. */
interface Told {
  readonly reason?: string;
  readonly number?: number;
  readonly hint: string;
}

async function told(url: string, says: RegExp): Promise<Told> {
  const args = ['inspect', '--url', url];
  const where = { cwd: folder, env, secrets: [secret, 'wrong-word'] };
  await expectFailure(args, where, { exit: 2, code: 'CONNECTION_FAILED', says });
  const { stdout } = await schemaSync([...args, '--format', 'json'], { cwd: folder, env });
  const { error } = JSON.parse(stdout) as { readonly error: { readonly hint: string; readonly details: object } };
  return { hint: error.hint, ...error.details };
}

/** Takes every connection that a server has left, for as long as it is held. */
async function takeAll({ url }: OwnServer) {
  const { hostname: host, port } = new URL(url);
  const taken: Awaited<ReturnType<typeof createConnection>>[] = [];
  try {
    for (;;) taken.push(await createConnection({ host, port: Number(port), user: 'let_in', password: secret }));
  } catch {
    return { [Symbol.asyncDispose]: async () => void (await Promise.all(taken.map((each) => each.end()))) };
  }
}

describe.each(family.filter(({ name }) => name !== 'mariadb-10'))('$name', ({ name, scheme }) => {
  test('the command line tells by which of the ways somebody is not let in', { timeout: 300_000 }, async ({ skip }) => {
    const withoutTls = scheme === 'mysql' ? { 'auto-generate-certs': 'OFF' } : { ssl: '0' };
    const settings = { 'max-connections': '10', 'skip-name-resolve': 'ON', ...withoutTls };
    const started = await startOwnServer(name, { settings, made: withoutTls });
    if ('absent' in started) return skip(`absent: ${started.absent}`);
    await using server = started;
    await administerMysql(server.url, ...accounts);
    const at = (user: string, parameters = '', database = 'shop', port = server.port) =>
      `${scheme}://${user}@127.0.0.1:${port}/${database}?${scheme === 'mysql' ? 'get-server-public-key=true&' : ''}${parameters}`;
    const refusals: [string, RegExp, Partial<Told>][] = [
      [at(`let_in:${secret}`, '', 'shop', 1), /Nobody listens there/, { reason: 'host' }],
      [at('let_in:wrong-word'), /Check the user and the password/, { reason: 'credentials', number: 1045 }],
      [at(`outside:${secret}`), /not into this database/, { reason: 'database', number: 1044 }],
      [at('root', '', 'nowhere'), /name of the database/, { reason: 'database', number: 1049 }],
      [at(`let_in:${secret}`, 'ssl-mode=REQUIRED'), /The server has no TLS/, { reason: 'tls' }],
      [at(`locked:${secret}`), /is locked/, { reason: 'credentials' }],
      [at(`expired:${secret}`), /has expired/, { reason: 'credentials' }],
    ];
    const found: Told[] = [];
    for (const [url, says, expected] of refusals) {
      const one = await told(url, says);
      expect(one).toMatchObject(expected);
      found.push(one);
    }
    {
      await using _all = await takeAll(server);
      found.push(await told(at(`let_in:${secret}`), /max_connections/));
      expect(found.at(-1)).toMatchObject({ number: 1040 });
    }
    // No account is left that may come from here.
    const users = await administerMysql(
      server.url,
      "SELECT CONCAT('`', User, '`@`', Host, '`') AS account, ROW_NUMBER() OVER () AS n FROM mysql.user WHERE Host <> 'localhost'",
    );
    const moved = users.map(({ account, n }) => `RENAME USER ${account} TO moved_${n}@\`10.9.8.7\``);
    await administerMysql(server.url, ...moved, 'FLUSH PRIVILEGES');
    found.push(await told(at(`let_in:${secret}`), /may come from this host/));
    expect(found.at(-1)).toMatchObject({ reason: 'credentials', number: 1130 });
    expect(new Set(found.map(({ hint }) => hint)).size, 'each hint is another one').toBe(found.length);
  });
});
