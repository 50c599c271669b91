import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { join } from 'node:path';
import { type Connection, isSyncError } from '@sync/core';
import { mariadbFlavour } from '@sync/dialect-mysql';
import { describe, expect, test } from 'vitest';
import { fromDebian } from '../../../integration/servers/debian.mjs';
import { administerMysql } from '../../../integration/servers/fresh-mysql-database.js';
import { startOwnServer } from '../../../integration/servers/own-server.mjs';
import { signedWith } from '../src/ed25519.js';
import { driverOf } from '../src/index.js';

const driver = driverOf(mariadbFlavour, ['mariadb']);

test('a password as long as a usual seed signs as a usual key does', () => {
  const seed = Buffer.from('correct horse battery staple, ok');
  const message = Buffer.from('what a server sends');
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const signature = signedWith(seed, message);
  expect(signature).toEqual(sign(null, message, key));
  expect(verify(null, message, createPublicKey(key), signature)).toBe(true);
});

describe.each([
  ['mariadb-11', 'trixie'],
  ['mariadb-10', 'bookworm'],
])('%s', (name, suite) => {
  test('an account of ed25519 is let in by its password alone', async ({ skip }) => {
    // The plugin comes with the package of the whole server, of which the tests run the core.
    const plugins = await fromDebian('mariadb-server', suite).catch((error: Error) => error);
    if (plugins instanceof Error) return skip(`absent: ${plugins.message}`);
    const server = await startOwnServer(name, {
      settings: { 'plugin-dir': join(plugins, 'usr/lib/mysql/plugin'), 'plugin-load-add': 'auth_ed25519' },
    });
    if ('absent' in server) return skip(`absent: ${server.absent}`);
    await using _ = server;
    const password = 'hunter2 and more: ü';
    await administerMysql(
      server.url,
      'CREATE DATABASE shop',
      `CREATE USER signing IDENTIFIED VIA ed25519 USING PASSWORD('${password}')`,
      'GRANT ALL ON shop.* TO signing',
    );
    const open = (secret: string): Promise<Connection> =>
      driver.connect(
        driver.options({
          url: `mariadb://signing@127.0.0.1:${server.port}/shop`,
          directory: process.cwd(),
          settings: { password: secret },
        }),
        { access: 'write' },
      );
    await using connection = await open(password);
    expect(connection.role).toBe('signing@%');
    const refused = await open('hunter3').catch((error) => error);
    expect(isSyncError(refused) && refused).toMatchObject({
      code: 'CONNECTION_FAILED',
      details: { reason: 'credentials' },
    });
    expect(`${refused.message} ${refused.hint}`).not.toContain('hunter3');
  });
});
