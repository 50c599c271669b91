import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import driver from '@sync/driver-cassandra';
import { expect, test } from 'vitest';
import { makeCertificates } from '../servers/certificates.js';
import { startOwnServer } from '../servers/own-server.mjs';

const isLong = process.env.TEST_LONG === '1';

test.runIf(isLong)(
  'a node that speaks TLS is trusted for its authority, and for no other',
  async ({ skip }) => {
    using certificates = makeCertificates('ada');
    if (!certificates) return skip('no openssl');
    const started = await startOwnServer('cassandra-5');
    if ('absent' in started) return skip(`absent: ${started.absent}`);
    await using node = started;
    await node.stop();
    const pem = node.write('node.pem', `${certificates.text('address.key')}${certificates.text('address.crt')}`);
    const settings = readFileSync(join(node.folder, 'cassandra.yaml'), 'utf8');
    // Whoever looks whether it is ready speaks none.
    const tls = [
      ...['client_encryption_options:', '  enabled: true', '  optional: true', `  keystore: ${pem}`],
      ...['  ssl_context_factory:', '    class_name: org.apache.cassandra.security.PEMBasedSslContextFactory'],
    ];
    node.write('cassandra.yaml', `${settings}${tls.join('\n')}\n`);
    await node.start();

    const connect = async (given: Readonly<Record<string, unknown>>) => {
      const input = { url: `${node.url}/app`, settings: { ...given, connectTimeoutMs: 20_000 }, directory: '/' };
      await using connection = await driver.connect(driver.options(input), { access: 'read', missing: 'stand-in' });
      return await connection.query({ text: 'SELECT ssl_enabled FROM system_views.clients' });
    };
    const secured = await connect({ tls: true, ca: certificates.path('root.crt') });
    expect(secured).toContainEqual({ ssl_enabled: true });
    expect(await connect({})).not.toContainEqual({ ssl_enabled: true });
    for (const given of [{ tls: true }, { tls: true, ca: certificates.path('stranger.crt') }])
      await expect(connect(given)).rejects.toMatchObject({
        code: 'CONNECTION_FAILED',
        hint: expect.stringContaining('Give with ca') as string,
        details: { reason: 'tls' },
      });
  },
  400_000,
);
